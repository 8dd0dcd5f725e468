"""The flip test: which single term, sentence or voice, left out, would turn a finding round."""

from collections.abc import Iterator
from itertools import combinations
from typing import Final, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from framing.analysis.analysis import Analysis
from framing.analysis.scores import MIN_EVIDENCE, MIN_SENTENCES, VOICE_SETS, select_evidence
from framing.text.offsets import Offsets
from framing.voices.voice import VOICES

COLUMNS: Final = ["axis", "voice", "article_a", "article_b", "left_out", "what", "start", "before", "after"]
Floats = NDArray[np.float64]


class Unit(NamedTuple):
    """Something that can be left out: its kind (term, sentence, voice), what it is, where it starts in its article (-1: all over)."""

    kind: str
    what: str
    start: int
    pieces: NDArray[np.intp]


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
            rows += [(axis.axis_id, voice, *row) for row in flip_axis(analysis, own, voice)]
    return pd.DataFrame(rows, columns=COLUMNS)


def flip_axis(analysis: Analysis, chosen: NDArray[np.intp], voice: str) -> Iterator[tuple[object, ...]]:
    """Yield the flips of one axis and voice."""
    evidence, articles = analysis.evidence, analysis.batch.articles
    article = analysis.segments.article[evidence.segment[chosen]]
    pieces = {number: chosen[article == number] for number in range(len(articles))}
    enough = [number for number, own in pieces.items() if is_enough(evidence.sentence[own])]
    for number in enough:
        before = bias_without(analysis, pieces[number], None)
        for unit in find_units(analysis, pieces[number], voice):
            after = bias_without(analysis, pieces[number], unit)
            if is_turned(before, after):
                yield articles[number].article_id, "", unit.kind, unit.what, unit.start, before, after
    for first, second in combinations(enough, 2):
        difference = bias_without(analysis, pieces[second], None) - bias_without(analysis, pieces[first], None)
        a, b = (first, second) if difference >= 0 else (second, first)
        both = np.concatenate([pieces[a], pieces[b]])
        for unit in find_units(analysis, both, voice):
            after = bias_without(analysis, pieces[b], unit) - bias_without(analysis, pieces[a], unit)
            if is_turned(abs(difference), after):
                yield articles[a].article_id, articles[b].article_id, unit.kind, unit.what, unit.start, abs(difference), after


def is_enough(sentences: Offsets) -> bool:
    """Tell whether there is enough evidence to score, from the sentence of each piece."""
    return len(sentences) >= MIN_EVIDENCE and len(np.unique(sentences)) >= MIN_SENTENCES


def is_turned(before: float, after: float) -> bool:
    """Tell whether a finding has changed its sign, vanished, or lost its evidence."""
    return before != 0 and not after * before > 0


def bias_without(analysis: Analysis, pieces: NDArray[np.intp], unit: Unit | None) -> float:
    """Return the bias of some evidence with one unit left out; nan where nothing is left."""
    kept = pieces if unit is None else np.setdiff1d(pieces, unit.pieces)
    weight, sign = analysis.evidence.weight[kept], analysis.evidence.sign[kept]
    return float((weight * sign).sum() / weight.sum()) if len(kept) else float("nan")


def find_units(analysis: Analysis, pieces: NDArray[np.intp], voice: str) -> list[Unit]:
    """Return what can be left out of some evidence: each term, each sentence, and each voice where several are counted."""
    evidence, batch = analysis.evidence, analysis.batch
    units = []
    for entry in np.unique(evidence.entry[pieces]):
        units.append(Unit("term", analysis.lens.entries[entry].term, -1, pieces[evidence.entry[pieces] == entry]))
    for sentence in np.unique(evidence.sentence[pieces]):
        start, end = analysis.sentences.starts[sentence], analysis.sentences.ends[sentence]
        local = int(start - batch.starts[batch.article_of(np.array([start]))[0]])
        units.append(Unit("sentence", batch.cut(start, end), local, pieces[evidence.sentence[pieces] == sentence]))
    if len(VOICE_SETS[voice]) > 1:
        for code in VOICE_SETS[voice]:
            units.append(Unit("voice", VOICES[code], -1, pieces[evidence.voice[pieces] == code]))
    return units
