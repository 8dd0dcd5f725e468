"""The flip test: which single term, sentence or voice, left out, would turn a finding round or take its verdict away."""

from collections.abc import Iterator
from typing import Final, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from framing.analysis.analysis import Analysis
from framing.analysis.scores import RANDOM_STATE, VOICE_SETS, Cell, make_cell, measure_bias
from framing.comparison.differences import compare_cells, is_shown
from framing.comparison.questions import Pieces, Question, ask
from framing.voices.voice import VOICES

COLUMNS: Final = ["axis", "voice", "article_a", "article_b", "left_out", "what", "start", "before", "after", "effect"]
REVERSED: Final = "reversed"
LOST: Final = "verdict lost"
TINY: Final = 1e-9


class Unit(NamedTuple):
    """Something that can be left out: its kind (term, sentence, voice) and its number."""

    kind: str
    number: int


def list_units(question: Question, *pieces: Pieces) -> list[Unit]:
    """List what can be left out of some evidence: each term and sentence, and each voice where several are counted."""
    own = np.concatenate(pieces)
    units = [Unit(kind, number) for kind in ("term", "sentence") for number in np.unique(find_keys(question, kind, own)).tolist()]
    voices = VOICE_SETS[question.voice]
    return units + [Unit("voice", number) for number in voices if len(voices) > 1]


def find_keys(question: Question, kind: str, pieces: Pieces) -> NDArray[np.integer]:
    """Return the number of the thing of a kind that each piece belongs to."""
    evidence = question.analysis.evidence
    if kind == "term":
        return evidence.entry[pieces]
    return evidence.sentence[pieces] if kind == "sentence" else evidence.voice[pieces]


def leave_out(question: Question, cell: Cell, pieces: Pieces, unit: Unit) -> Cell:
    """Return the cell of some pieces with one thing left out."""
    has = find_keys(question, unit.kind, pieces) == unit.number
    return make_cell(question.analysis, pieces[~has]) if has.any() else cell


def find_flips(analysis: Analysis, random_state: int = RANDOM_STATE, shared: NDArray[np.bool_] | None = None) -> pd.DataFrame:
    """Find what turns a finding round, or takes its verdict away, when it alone is left out: one row per finding and thing left out.

    Findings are the order of two articles on an axis (article_a left of article_b) and the side an article is on (article_b empty),
    where the articles have enough evidence. A term or voice is left out of both articles, a sentence of its own. `before` and `after` are the
    difference of the bias (b - a), or the bias. The effect is "reversed" where the figure changes sign, becomes 0 or loses all its
    evidence, "verdict lost" where a verdict that the evidence carried is no longer carried (its interval reaches 0, or too little is left).
    What two articles share (`shared`) stays out of their order, as in `measure_differences`.
    """
    rows: list[tuple[object, ...]] = []
    for voice in VOICE_SETS:
        for number, axis in enumerate(analysis.lens.axes):
            question = ask(analysis, voice, number, shared)
            found = (*flip_sides(question, random_state), *flip_orders(question, random_state))
            rows += [(axis.axis_id, voice, *row) for row in found]
    return pd.DataFrame(rows, columns=COLUMNS)


def flip_sides(question: Question, random_state: int) -> Iterator[tuple[object, ...]]:
    """Yield what turns the side an article is on, or takes its verdict away."""
    articles = question.analysis.batch.articles
    for place, cell in question.cells.items():
        has_side = is_on_side(cell, random_state)
        own = question.pieces[place]
        for unit in list_units(question, own):
            left = leave_out(question, cell, own, unit)
            is_lost = has_side and not is_on_side(left, random_state)
            if effect := name_effect(cell.bias, left.bias, is_lost):
                yield articles[place].article_id, "", *name_unit(question.analysis, unit), cell.bias, left.bias, effect


def flip_orders(question: Question, random_state: int) -> Iterator[tuple[object, ...]]:
    """Yield what turns the order of two articles, or takes the verdict of their difference away."""
    articles = question.analysis.batch.articles
    shown, share_cut = compare_cells(question, random_state)
    for first, second in shown:
        _, low, high = shown[first, second]
        a, b = (first, second) if shown[first, second][0] >= 0 else (second, first)
        cell_a, cell_b = question.cell_against(a, b), question.cell_against(b, a)
        own_a, own_b = question.pieces_against(a, b), question.pieces_against(b, a)
        before = cell_b.bias - cell_a.bias
        has_verdict = low > 0 or high < 0
        for unit in list_units(question, own_a, own_b):
            left, right = leave_out(question, cell_a, own_a, unit), leave_out(question, cell_b, own_b, unit)
            after = right.bias - left.bias
            nearer = has_verdict and after < before - TINY
            is_lost = nearer and not is_shown((a, left), (b, right), len(articles), share_cut, random_state)
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
