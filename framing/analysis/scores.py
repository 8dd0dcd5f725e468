"""Framing bias and intensity of every article, by axis, voice and zone."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from framing.analysis.analysis import Screening
from framing.analysis.resampling import Floats, find_interval, resample_bias
from framing.text.offsets import Offsets
from framing.text.zone_names import SCORED, is_in
from framing.topics.frame import Axis
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


def select_evidence(analysis: Screening, voice: str, zone: str) -> NDArray[np.bool_]:
    """Tell which evidence counts for a voice (own, attributed, all) and zone (headline, body, all)."""
    evidence = analysis.evidence
    chosen = (evidence.weight > 0) & is_in(analysis.segments.zone[evidence.segment], zone)
    return chosen & np.isin(evidence.voice, VOICE_SETS[voice])


def sum_cells(analysis: Screening, voice: str, zone: str) -> dict[tuple[int, int], Cell]:
    """Sum the evidence of each (article, axis) by sentence."""
    evidence = analysis.evidence
    chosen = np.flatnonzero(select_evidence(analysis, voice, zone))
    article = analysis.segments.article[evidence.segment[chosen]]
    n_sentences = len(analysis.sentences) + 1
    n_axes = max(len(analysis.lens.axes), 1)
    group = (article * n_axes + evidence.axis[chosen]) * n_sentences + evidence.sentence[chosen]
    keys, inverse = np.unique(group, return_inverse=True)
    weight: Floats = np.bincount(inverse, evidence.weight[chosen], len(keys)).astype(np.float64)
    signed: Floats = np.bincount(inverse, (evidence.weight * evidence.sign)[chosen], len(keys)).astype(np.float64)
    pieces = np.bincount(inverse, minlength=len(keys))
    cell, first = np.unique(keys // n_sentences, return_index=True)
    borders = np.append(first, len(keys))
    found: dict[tuple[int, int], Cell] = {}
    for number, start, end in zip(cell.tolist(), borders[:-1].tolist(), borders[1:].tolist(), strict=True):
        own = slice(start, end)
        found[divmod(number, n_axes)] = Cell(keys[own] % n_sentences, signed[own], weight[own], int(pieces[own].sum()))
    return found


def make_cell(analysis: Screening, pieces: NDArray[np.intp]) -> Cell:
    """Sum some evidence of one article and axis by sentence."""
    evidence = analysis.evidence
    sentences, place = np.unique(evidence.sentence[pieces], return_inverse=True)
    weight = np.bincount(place, evidence.weight[pieces], len(sentences)).astype(np.float64)
    signed = np.bincount(place, (evidence.weight * evidence.sign)[pieces], len(sentences)).astype(np.float64)
    return Cell(sentences, signed, weight, len(pieces))


def count_words(analysis: Screening, zone: str) -> NDArray[np.int64]:
    """Count the words of each article in the zones a score counts, second copies left out."""
    segments = analysis.segments
    counted = is_in(segments.zone, zone) & ~segments.is_copy
    return np.bincount(segments.article[counted], segments.n_words[counted], len(analysis.batch.articles)).astype(np.int64)


@dataclass(frozen=True)
class Scores:
    """The scores of a batch as arrays over (article, axis, voice, zone); verdicts are codes into `name_verdicts`.

    It holds no texts, so that a process can send it to another.
    """

    article_ids: tuple[str, ...]
    outlets: tuple[str, ...]
    axes: tuple[Axis, ...]
    zones: tuple[str, ...]
    bias: Floats
    low: Floats
    high: Floats
    weight: Floats
    n: NDArray[np.int64]
    n_sentences: NDArray[np.int64]
    n_words: NDArray[np.int64]
    verdict: NDArray[np.int16]


def score_articles(analysis: Screening, zones: tuple[str, ...], random_state: int = RANDOM_STATE) -> Scores:
    """Score the articles of an analysis (see `measure_scores` for what the figures mean)."""
    articles, axes = analysis.batch.articles, analysis.lens.axes
    shape = (len(articles), len(axes), len(VOICE_SETS), len(zones))
    bias, low, high = (np.full(shape, np.nan) for _ in range(3))
    weight, n, n_sentences, verdict = (np.zeros(shape, kind) for kind in (np.float64, np.int64, np.int64, np.int16))
    for v, voice in enumerate(VOICE_SETS):
        for z, zone in enumerate(zones):
            for (article, axis), cell in sum_cells(analysis, voice, zone).items():
                at = article, axis, v, z
                weight[at], n[at], n_sentences[at] = cell.weight.sum(), cell.n, len(cell.sentences)
                if cell.is_enough:
                    bias[at], low[at], high[at] = measure_bias(cell, random_state)
                    verdict[at] = 1 if low[at] <= 0 <= high[at] else 2 + 2 * axis + (bias[at] > 0)
    n_words = np.stack([count_words(analysis, zone) for zone in zones], axis=1)
    ids, outlets = tuple(article.article_id for article in articles), tuple(article.outlet for article in articles)
    return Scores(ids, outlets, axes, zones, bias, low, high, weight, n, n_sentences, n_words, verdict)


def name_verdicts(axes: tuple[Axis, ...]) -> list[str]:
    """Name the verdict of each code: too little evidence, no side, then left and right pole of each axis."""
    return [TOO_LITTLE, MIXED, *(pole.pole_id for axis in axes for pole in (axis.left, axis.right))]


def make_score_table(batches: Sequence[Scores]) -> pd.DataFrame:
    """Lay the scores of some batches out as a table (see `measure_scores`)."""
    first = batches[0]
    ids = [article_id for scores in batches for article_id in scores.article_ids]
    outlets = [outlet for scores in batches for outlet in scores.outlets]
    shape = (len(ids), *first.bias.shape[1:])
    place = [index.ravel() for index in np.indices(shape, dtype=np.int32)]

    def join(name: str) -> NDArray[Any]:
        return np.concatenate([getattr(scores, name) for scores in batches]).ravel()

    n, n_sentences = join("n"), join("n_sentences")
    n_words = np.concatenate([scores.n_words for scores in batches])[place[0], place[3]]
    enough = (n >= MIN_EVIDENCE) & (n_sentences >= MIN_SENTENCES)
    return pd.DataFrame(
        {
            "article": make_labels(place[0], ids),
            "outlet": make_labels(place[0], outlets),
            "axis": make_labels(place[1], [axis.axis_id for axis in first.axes]),
            "voice": make_labels(place[2], list(VOICE_SETS)),
            "zone": make_labels(place[3], first.zones),
            **{name: join(name) for name in ("bias", "low", "high")},
            "intensity": 1000 * join("weight") / np.maximum(n_words, 1),
            "n": n,
            "n_sentences": n_sentences,
            "n_words": n_words,
            "needed": np.where(enough, 0, np.maximum(MIN_EVIDENCE - n, MIN_SENTENCES - n_sentences)),
            "verdict": make_labels(join("verdict"), name_verdicts(first.axes)),
        }
    )[list(COLUMNS)]


def measure_scores(analysis: Screening, zones: tuple[str, ...] = tuple(SCORED), random_state: int = RANDOM_STATE) -> pd.DataFrame:
    """Measure framing bias and intensity: one row per article, axis, voice and zone.

    bias is sum(sign x weight) / sum(weight) in [-1, 1], -1 the left pole; low and high its 95 % interval (see resampling); intensity is
    weight per 1,000 words of the zone, whoever speaks them (microframe bias and intensity, Kwak, An, Jing & Ahn 2021, with a lexicon).
    With fewer than five pieces of evidence or three sentences bias, low and high are empty, the verdict is "too little evidence", and `needed`
    says how many pieces are missing. The verdict names the pole where the interval leaves out 0, else "no side".
    """
    table = make_score_table([score_articles(analysis, zones, random_state)])
    return table.astype(dict.fromkeys(("article", "outlet", "axis", "voice", "zone", "verdict"), str))


def make_labels(codes: NDArray[np.integer], names: Sequence[str]) -> "pd.Categorical[str]":
    """Make a column of labels from their codes; names that stand twice are one."""
    distinct = {name: place for place, name in enumerate(dict.fromkeys(names))}
    place = np.array([distinct[name] for name in names], np.int32)
    return pd.Categorical.from_codes(place[codes].tolist(), pd.Index(list(distinct)))


def measure_bias(cell: Cell, random_state: int) -> tuple[float, float, float]:
    """Return bias, low and high of a cell that has enough evidence."""
    return cell.bias, *find_interval(resample_bias(cell.signed, cell.weight, random_state), cell.bias)
