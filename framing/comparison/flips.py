"""The flip test: which single term, sentence or voice, left out, would turn a finding round or take its verdict away."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Final, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from framing.analysis.analysis import Analysis
from framing.analysis.scores import RANDOM_STATE, VOICE_SETS, Cell, make_cell, measure_bias, select_evidence
from framing.comparison.differences import compare_cells, is_shown
from framing.voices.voice import VOICES

COLUMNS: Final = ["axis", "voice", "article_a", "article_b", "left_out", "what", "start", "before", "after", "effect"]
REVERSED: Final = "reversed"
LOST: Final = "verdict lost"
TINY: Final = 1e-9
Pieces = NDArray[np.intp]


class Unit(NamedTuple):
    """Something that can be left out: its kind (term, sentence, voice) and its number."""

    kind: str
    number: int


@dataclass(frozen=True)
class Question:
    """One axis in one voice: the pieces of evidence of each article that has enough, and the cells they make."""

    analysis: Analysis
    voice: str
    pieces: dict[int, Pieces]
    cells: dict[int, Cell]
    random_state: int

    def units_of(self, *articles: int) -> list[Unit]:
        """Return what can be left out of some articles: each term and sentence, and each voice where several are counted."""
        own = np.concatenate([self.pieces[article] for article in articles])
        units = [Unit(kind, number) for kind in ("term", "sentence") for number in np.unique(self.keys(kind, own)).tolist()]
        voices = VOICE_SETS[self.voice]
        return units + [Unit("voice", number) for number in voices if len(voices) > 1]

    def keys(self, kind: str, pieces: Pieces) -> NDArray[np.integer]:
        """Return the number of the thing of a kind that each piece belongs to."""
        evidence = self.analysis.evidence
        if kind == "term":
            return evidence.entry[pieces]
        return evidence.sentence[pieces] if kind == "sentence" else evidence.voice[pieces]

    def without(self, article: int, unit: Unit) -> Cell:
        """Return an article's cell with one thing left out."""
        own = self.pieces[article]
        has = self.keys(unit.kind, own) == unit.number
        return make_cell(self.analysis, own[~has]) if has.any() else self.cells[article]


def find_flips(analysis: Analysis, random_state: int = RANDOM_STATE) -> pd.DataFrame:
    """Find what turns a finding round, or takes its verdict away, when it alone is left out: one row per finding and thing left out.

    Findings are the order of two articles on an axis (article_a left of article_b) and the side an article is on (article_b empty),
    where the articles have enough evidence. A term or voice is left out of both articles, a sentence of its own. `before` and `after` are the
    difference of the bias (b - a), or the bias. The effect is "reversed" where the figure changes sign, becomes 0 or loses all its
    evidence, "verdict lost" where a verdict that the evidence carried is no longer carried (its interval reaches 0, or too little is left).
    """
    rows: list[tuple[object, ...]] = []
    for voice in VOICE_SETS:
        chosen = np.flatnonzero(select_evidence(analysis, voice, "all"))
        article = analysis.segments.article[analysis.evidence.segment[chosen]]
        for number, axis in enumerate(analysis.lens.axes):
            on_axis = analysis.evidence.axis[chosen] == number
            pieces = {place: chosen[on_axis & (article == place)] for place in np.unique(article[on_axis]).tolist()}
            cells = {place: make_cell(analysis, own) for place, own in pieces.items()}
            enough = {place: cell for place, cell in cells.items() if cell.is_enough}
            question = Question(analysis, voice, pieces, enough, random_state)
            rows += [(axis.axis_id, voice, *row) for row in (*flip_sides(question), *flip_orders(question))]
    return pd.DataFrame(rows, columns=COLUMNS)


def flip_sides(question: Question) -> Iterator[tuple[object, ...]]:
    """Yield what turns the side an article is on, or takes its verdict away."""
    articles = question.analysis.batch.articles
    for place, cell in question.cells.items():
        has_side = is_on_side(cell, question.random_state)
        for unit in question.units_of(place):
            left = question.without(place, unit)
            is_lost = has_side and not is_on_side(left, question.random_state)
            if effect := name_effect(cell.bias, left.bias, is_lost):
                yield articles[place].article_id, "", *name_unit(question.analysis, unit), cell.bias, left.bias, effect


def flip_orders(question: Question) -> Iterator[tuple[object, ...]]:
    """Yield what turns the order of two articles, or takes the verdict of their difference away."""
    articles = question.analysis.batch.articles
    shown, share_cut = compare_cells(question.cells, len(articles), question.random_state)
    for first, second in combinations(question.cells, 2):
        a, b = (first, second) if question.cells[second].bias >= question.cells[first].bias else (second, first)
        before = question.cells[b].bias - question.cells[a].bias
        _, low, high = shown[first, second]
        has_verdict = low > 0 or high < 0
        for unit in question.units_of(a, b):
            left, right = question.without(a, unit), question.without(b, unit)
            after = right.bias - left.bias
            nearer = has_verdict and after < before - TINY
            is_lost = nearer and not is_shown((a, left), (b, right), len(articles), share_cut, question.random_state)
            if effect := name_effect(before, after, is_lost):
                yield articles[a].article_id, articles[b].article_id, *name_unit(question.analysis, unit), before, after, effect


def is_on_side(cell: Cell, random_state: int) -> bool:
    """Tell whether the evidence of a cell carries a side."""
    if not cell.is_enough:
        return False
    _, low, high = measure_bias(cell, random_state)
    return low > 0 or high < 0


def name_effect(before: float, after: float, is_lost: bool) -> str:
    """Name what leaving a thing out does to a figure, "" where nothing."""
    if abs(before) > TINY and not after * before > TINY**2:
        return REVERSED
    return LOST if is_lost else ""


def name_unit(analysis: Analysis, unit: Unit) -> tuple[str, str, int]:
    """Return the kind of a thing, what it is, and where it starts in its article (-1: all over)."""
    if unit.kind == "term":
        return unit.kind, analysis.lens.entries[unit.number].term, -1
    if unit.kind == "voice":
        return unit.kind, VOICES[unit.number], -1
    batch, start = analysis.batch, int(analysis.sentences.starts[unit.number])
    article = int(batch.article_of(np.array([start]))[0])
    return unit.kind, batch.cut(start, int(analysis.sentences.ends[unit.number])), start - int(batch.starts[article])
