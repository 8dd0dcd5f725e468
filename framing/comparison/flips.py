"""The flip test: which single term, sentence or voice, left out, would turn a finding round."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from framing.analysis.analysis import Analysis
from framing.analysis.resampling import Floats
from framing.analysis.scores import MIN_EVIDENCE, MIN_SENTENCES, VOICE_SETS, select_evidence
from framing.voices.voice import VOICES

COLUMNS: Final = ["axis", "voice", "article_a", "article_b", "left_out", "what", "start", "before", "after"]


@dataclass(frozen=True)
class Weights:
    """The evidence of one article on an axis, and what each thing that can be left out takes with it.

    `signed` and `plain` are sums of sign x weight and of weight; `units` holds, for each kind (term, sentence, voice), the numbers of the
    things and their own two sums.
    """

    signed: float
    plain: float
    units: dict[str, tuple[NDArray[np.int64], Floats, Floats]]

    @property
    def bias(self) -> float:
        """Mean position in [-1, 1]."""
        return self.signed / self.plain

    def without(self, kind: str, wanted: NDArray[np.int64]) -> Floats:
        """Return the bias with each wanted thing of a kind left out alone; nan where nothing is left."""
        numbers, signed, plain = self.units[kind]
        at = np.minimum(np.searchsorted(numbers, wanted), len(numbers) - 1)
        has = numbers[at] == wanted
        left = self.plain - np.where(has, plain[at], 0.0)
        with np.errstate(invalid="ignore", divide="ignore"):
            return np.where(left > 1e-9, (self.signed - np.where(has, signed[at], 0.0)) / left, np.nan)


def find_flips(analysis: Analysis) -> pd.DataFrame:
    """Find what turns a finding round when it alone is left out: one row per finding and thing left out.

    Findings are the order of two articles on an axis (article_a left of article_b) and the side an article is on (article_b empty),
    where the articles have enough evidence. A term is left out of both articles, a sentence or voice (in "all") of its own. `before` and
    `after` are the difference of the bias (b - a), or the bias; a finding that becomes 0 or loses all its evidence counts as turned.
    """
    rows: list[tuple[object, ...]] = []
    for voice in VOICE_SETS:
        chosen = np.flatnonzero(select_evidence(analysis, voice, "all"))
        for number, axis in enumerate(analysis.lens.axes):
            own = chosen[analysis.evidence.axis[chosen] == number]
            rows += [(axis.axis_id, voice, *row) for row in flip_axis(analysis, own, len(VOICE_SETS[voice]) > 1)]
    return pd.DataFrame(rows, columns=COLUMNS)


def flip_axis(analysis: Analysis, chosen: NDArray[np.intp], has_voices: bool) -> Iterator[tuple[object, ...]]:
    """Yield the flips of one axis and voice."""
    articles = analysis.batch.articles
    weights = weigh_articles(analysis, chosen, has_voices)
    for number, own in weights.items():
        for kind in own.units:
            wanted = own.units[kind][0]
            for row in name_turned(analysis, kind, wanted, own.bias, own.without(kind, wanted)):
                yield articles[number].article_id, "", *row
    for first, second in combinations(weights, 2):
        a, b = (first, second) if weights[second].bias >= weights[first].bias else (second, first)
        before = weights[b].bias - weights[a].bias
        for kind in weights[a].units:
            wanted = np.union1d(weights[a].units[kind][0], weights[b].units[kind][0])
            after = weights[b].without(kind, wanted) - weights[a].without(kind, wanted)
            for row in name_turned(analysis, kind, wanted, before, after):
                yield articles[a].article_id, articles[b].article_id, *row


def weigh_articles(analysis: Analysis, chosen: NDArray[np.intp], has_voices: bool) -> dict[int, Weights]:
    """Sum the evidence of each article that has enough of it."""
    evidence = analysis.evidence
    article = analysis.segments.article[evidence.segment[chosen]]
    found = {}
    for number in np.unique(article).tolist():
        own = chosen[article == number]
        if len(own) < MIN_EVIDENCE or len(np.unique(evidence.sentence[own])) < MIN_SENTENCES:
            continue
        plain = evidence.weight[own]
        signed = plain * evidence.sign[own]
        keys = {"term": evidence.entry[own], "sentence": evidence.sentence[own]}
        if has_voices:
            keys["voice"] = evidence.voice[own]
        units = {kind: sum_units(key.astype(np.int64), signed, plain) for kind, key in keys.items()}
        found[number] = Weights(float(signed.sum()), float(plain.sum()), units)
    return found


def sum_units(key: NDArray[np.int64], signed: Floats, plain: Floats) -> tuple[NDArray[np.int64], Floats, Floats]:
    """Sum weights by the thing they belong to."""
    numbers, place = np.unique(key, return_inverse=True)
    return numbers, np.bincount(place, signed).astype(np.float64), np.bincount(place, plain).astype(np.float64)


def name_turned(
    analysis: Analysis, kind: str, wanted: NDArray[np.int64], before: float, after: Floats
) -> Iterator[tuple[object, ...]]:
    """Yield (kind, what, start, before, after) for the things whose absence turns a figure's sign, takes it to 0, or leaves no evidence."""
    if abs(before) < 1e-9:
        return
    for at in np.flatnonzero(~(after * before > 1e-12)).tolist():
        what, start = name_unit(analysis, kind, int(wanted[at]))
        yield kind, what, start, before, float(after[at])


def name_unit(analysis: Analysis, kind: str, number: int) -> tuple[str, int]:
    """Return what a thing is, and where it starts in its article (-1: all over)."""
    if kind == "term":
        return analysis.lens.entries[number].term, -1
    if kind == "voice":
        return VOICES[number], -1
    batch, start = analysis.batch, int(analysis.sentences.starts[number])
    article = int(batch.article_of(np.array([start]))[0])
    return batch.cut(start, int(analysis.sentences.ends[number])), start - int(batch.starts[article])
