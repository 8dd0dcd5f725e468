"""Differences between articles, with intervals that hold for all of them at once."""

from itertools import combinations
from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from framing.analysis.analysis import Analysis
from framing.analysis.resampling import Floats, resample_bias
from framing.analysis.scores import RANDOM_STATE, TOO_LITTLE, VOICE_SETS, Cell
from framing.comparison.questions import Pair, Question, ask

COLUMNS: Final = ["axis", "voice", "article_a", "article_b", "difference", "low", "high", "verdict", "shared"]
NO_DIFFERENCE: Final = "no difference shown"
LEVEL: Final = 0.95
N_DRAWS: Final = 10_000
PRIOR_SENTENCES: Final = 1.0
"""A whole sentence of evidence at each pole: with half a one, as in single scores, few sentences that agree pass for a difference."""
FEWER_DRAWS: Final = 2_000
MANY_PAIRS: Final = 100
Difference = tuple[float, float, float]
NOTHING: Final = (float("nan"), float("nan"), float("nan"))


def measure_differences(
    analysis: Analysis, random_state: int = RANDOM_STATE, shared: NDArray[np.bool_] | None = None
) -> pd.DataFrame:
    """Measure how far article_b lies from article_a on each axis and voice (all zones): bias of b minus bias of a, in [-2, 2].

    low and high are simultaneous 95 % intervals: with 95 % assurance none of the intervals of one axis and voice misses (all are cut at
    one quantile of their bootstrap draws, chosen so that 95 % of the draws lie inside every one; Besag et al. 1995). The verdict says towards
    which pole b lies, "no difference shown" where the interval holds 0, or "too little evidence" where either article has too little.
    Evidence in a passage that the two articles share (`shared`, see `find_shared_evidence`) is left out of their difference and counted in the
    column `shared`.
    """
    articles = analysis.batch.articles
    rows: list[tuple[object, ...]] = []
    for voice in VOICE_SETS:
        for number, axis in enumerate(analysis.lens.axes):
            question = ask(analysis, voice, number, shared)
            found, _ = compare_cells(question, random_state)
            for pair in combinations(range(len(articles)), 2):
                a, b = (articles[at].article_id for at in pair)
                difference, low, high = found.get(pair, NOTHING)
                verdict = name_side(low, high, (axis.left.pole_id, axis.right.pole_id))
                n_shared = question.count_shared(*pair) + question.count_shared(*pair[::-1])
                rows.append((axis.axis_id, voice, a, b, difference, low, high, verdict, n_shared))
    return pd.DataFrame(rows, columns=COLUMNS)


def compare_cells(question: Question, random_state: int) -> tuple[dict[Pair, Difference], float]:
    """Return (difference, low, high) of every pair of articles with enough evidence, and the share of draws cut off at each end.

    The intervals hold for all pairs at once.
    """
    pairs, n_articles = question.pairs, len(question.analysis.batch.articles)
    if not pairs:
        return {}, 0.0
    n_draws = N_DRAWS if len(pairs) <= MANY_PAIRS else FEWER_DRAWS
    cells = [(question.cell_against(a, b), question.cell_against(b, a)) for a, b in pairs]
    known: dict[tuple[int, int], Floats] = {}

    def draw(cell: Cell, at: int) -> Floats:
        if (id(cell), at) not in known:
            known[id(cell), at] = draw_cell(cell, at, n_articles, n_draws, random_state)
        return known[id(cell), at]

    points = np.array([right.bias - left.bias for left, right in cells])
    spread = np.stack([draw(right, b) - draw(left, a) for (a, b), (left, right) in zip(pairs, cells, strict=True)])
    order = spread.argsort(axis=1)
    outwards = np.maximum(np.arange(n_draws), n_draws - 1 - np.arange(n_draws))
    outermost = np.zeros(n_draws, np.int64)
    for row in order:
        outermost[row] = np.maximum(outermost[row], outwards)
    cut = n_draws - 1 - int(np.quantile(outermost, LEVEL, method="higher"))
    low = np.minimum(np.take_along_axis(spread, order[:, [cut]], axis=1)[:, 0], points)
    high = np.maximum(np.take_along_axis(spread, order[:, [n_draws - 1 - cut]], axis=1)[:, 0], points)
    found = {pair: (float(point), float(left), float(right)) for pair, point, left, right in zip(pairs, points, low, high, strict=True)}
    return found, cut / n_draws


def draw_cell(cell: Cell, place: int, n_articles: int, n_draws: int, random_state: int) -> Floats:
    """Draw the bias of an article, shifted by its place, so that draws of two articles are independent although they come from one pool."""
    draws = resample_bias(cell.signed, cell.weight, random_state, n_draws, PRIOR_SENTENCES)
    return np.roll(draws, place * max(n_draws // n_articles, 1))


def is_shown(a: tuple[int, Cell], b: tuple[int, Cell], n_articles: int, share_cut: float, random_state: int) -> bool:
    """Tell whether two articles (place and cell) differ when a share of the draws is cut off at each end."""
    if not (a[1].is_enough and b[1].is_enough):
        return False
    spread = draw_cell(b[1], b[0], n_articles, N_DRAWS, random_state) - draw_cell(a[1], a[0], n_articles, N_DRAWS, random_state)
    cut = int(share_cut * N_DRAWS)
    spread.partition((cut, N_DRAWS - 1 - cut))
    return bool(spread[cut] > 0 or spread[N_DRAWS - 1 - cut] < 0)


def name_side(low: float, high: float, poles: tuple[str, str]) -> str:
    """Return the pole towards which b lies, or why none can be named."""
    if np.isnan(low):
        return TOO_LITTLE
    if low <= 0 <= high:
        return NO_DIFFERENCE
    return f"towards {poles[0] if high < 0 else poles[1]}"


