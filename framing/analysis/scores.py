"""Framing bias and intensity of every article, by axis, voice and zone."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from framing.analysis.analysis import Analysis
from framing.analysis.resampling import Floats, find_interval, resample_bias
from framing.text.offsets import Offsets
from framing.text.zone_names import SCORED, is_in
from framing.voices.voice import ATTRIBUTED, OWN

RANDOM_STATE: Final = 20230808
MIN_EVIDENCE: Final = 5
MIN_SENTENCES: Final = 3
TOO_LITTLE: Final = "too little evidence"
MIXED: Final = "no side"
VOICE_SETS: Final = {"own": (OWN,), "attributed": (ATTRIBUTED,), "all": (OWN, ATTRIBUTED)}
COLUMNS: Final = (
    "article", "outlet", "axis", "voice", "zone", "bias", "low", "high", "intensity", "n", "n_sentences", "n_words", "needed", "verdict",
)  # fmt: skip


@dataclass(frozen=True)
class Cell:
    """The evidence behind one score, summed by sentence: numbers of the sentences, signed and plain sums of weight, pieces of evidence."""

    sentences: Offsets
    signed: Floats
    weight: Floats
    n: int

    @property
    def is_enough(self) -> bool:
        """Whether there is enough to score: five pieces of evidence in three sentences."""
        return self.n >= MIN_EVIDENCE and len(self.sentences) >= MIN_SENTENCES

    @property
    def bias(self) -> float:
        """Mean position in [-1, 1], nan without evidence."""
        return float(self.signed.sum() / self.weight.sum()) if self.n else float("nan")

    @property
    def needed(self) -> int:
        """How many more pieces of evidence a score would need; 0 where there is enough."""
        return 0 if self.is_enough else max(MIN_EVIDENCE - self.n, MIN_SENTENCES - len(self.sentences))


def select_evidence(analysis: Analysis, voice: str, zone: str) -> NDArray[np.bool_]:
    """Tell which evidence counts for a voice (own, attributed, all) and zone (headline, body, all)."""
    evidence = analysis.evidence
    chosen = (evidence.weight > 0) & is_in(analysis.segments.zone[evidence.segment], zone)
    return chosen & np.isin(evidence.voice, VOICE_SETS[voice])


def sum_cells(analysis: Analysis, voice: str, zone: str) -> dict[tuple[int, int], Cell]:
    """Sum the evidence of each (article, axis) by sentence."""
    evidence = analysis.evidence
    chosen = np.flatnonzero(select_evidence(analysis, voice, zone))
    article = analysis.segments.article[evidence.segment[chosen]]
    n_sentences = len(analysis.sentences) + 1
    n_axes = max(len(analysis.lens.axes), 1)
    group = (article * n_axes + evidence.axis[chosen]) * n_sentences + evidence.sentence[chosen]
    keys, inverse = np.unique(group, return_inverse=True)
    weight = np.bincount(inverse, evidence.weight[chosen], len(keys))
    signed = np.bincount(inverse, (evidence.weight * evidence.sign)[chosen], len(keys))
    pieces = np.bincount(inverse, minlength=len(keys))
    cell, first = np.unique(keys // n_sentences, return_index=True)
    borders = np.append(first, len(keys))
    found: dict[tuple[int, int], Cell] = {}
    for number, start, end in zip(cell.tolist(), borders[:-1].tolist(), borders[1:].tolist(), strict=True):
        own = slice(start, end)
        found[divmod(number, n_axes)] = Cell(keys[own] % n_sentences, signed[own], weight[own], int(pieces[own].sum()))
    return found


def count_words(analysis: Analysis, zone: str) -> NDArray[np.int64]:
    """Count the words of each article in the zones a score counts, second copies left out."""
    segments = analysis.segments
    counted = is_in(segments.zone, zone) & ~segments.is_copy
    return np.bincount(segments.article[counted], segments.n_words[counted], len(analysis.batch.articles)).astype(np.int64)


def measure_scores(
    analysis: Analysis, zones: tuple[str, ...] = tuple(SCORED), random_state: int = RANDOM_STATE
) -> pd.DataFrame:
    """Measure framing bias and intensity: one row per article, axis, voice and zone.

    bias is sum(sign x weight) / sum(weight) in [-1, 1], -1 the left pole; low and high its 95 % interval (see resampling); intensity is
    weight per 1,000 words of the zone, whoever speaks them (microframe bias and intensity, Kwak, An, Jing & Ahn 2021, with a lexicon).
    With fewer than five pieces of evidence or three sentences bias, low and high are empty, the verdict is "too little evidence", and `needed`
    says how many pieces are missing. The verdict names the pole where the interval leaves out 0, else "no side".
    """
    articles, axes = analysis.batch.articles, analysis.lens.axes
    voices, shape = list(VOICE_SETS), (len(articles), len(axes), len(VOICE_SETS), len(zones))
    figures = {name: np.full(shape, np.nan) for name in ("bias", "low", "high")}
    weight, counts = np.zeros(shape), {name: np.zeros(shape, np.int64) for name in ("n", "n_sentences")}
    verdicts = [TOO_LITTLE, MIXED, *(pole.pole_id for axis in axes for pole in (axis.left, axis.right))]
    needed, verdict = np.full(shape, MIN_EVIDENCE, np.int64), np.zeros(shape, np.int32)
    for v, voice in enumerate(voices):
        for z, zone in enumerate(zones):
            for (article, axis), cell in sum_cells(analysis, voice, zone).items():
                at = article, axis, v, z
                weight[at], needed[at] = cell.weight.sum(), cell.needed
                counts["n"][at], counts["n_sentences"][at] = cell.n, len(cell.sentences)
                if cell.is_enough:
                    bias, low, high = measure_bias(cell, random_state)
                    figures["bias"][at], figures["low"][at], figures["high"][at] = bias, low, high
                    verdict[at] = 1 if low <= 0 <= high else 2 + 2 * axis + (bias > 0)
    n_words = np.broadcast_to(np.stack([count_words(analysis, zone) for zone in zones], axis=1)[:, None, None, :], shape)
    place = [index.ravel() for index in np.indices(shape, dtype=np.int32)]
    labels = {
        "article": [article.article_id for article in articles], "outlet": [article.outlet for article in articles],
        "axis": [axis.axis_id for axis in axes], "voice": voices, "zone": list(zones),
    }  # fmt: skip
    named = dict(zip(labels, (place[0], place[0], place[1], place[2], place[3]), strict=True))
    columns: dict[str, object] = {name: make_labels(named[name], values) for name, values in labels.items()}
    columns |= {name: values.ravel() for name, values in figures.items()}
    columns["intensity"] = (1000 * weight / np.maximum(n_words, 1)).ravel()
    columns |= {name: values.ravel() for name, values in counts.items()}
    columns |= {"n_words": n_words.ravel(), "needed": needed.ravel(), "verdict": make_labels(verdict.ravel(), verdicts)}
    return pd.DataFrame(columns, columns=list(COLUMNS))


def make_labels(codes: NDArray[np.int32], names: Sequence[str]) -> pd.Categorical:
    """Make a column of labels from their codes; names that stand twice are one."""
    distinct = list(dict.fromkeys(names))
    place = np.array([distinct.index(name) for name in names], np.int32)
    return pd.Categorical.from_codes(place[codes], distinct)


def measure_bias(cell: Cell, random_state: int) -> tuple[float, float, float]:
    """Return bias, low and high of a cell that has enough evidence."""
    return cell.bias, *find_interval(resample_bias(cell.signed, cell.weight, random_state), cell.bias)
