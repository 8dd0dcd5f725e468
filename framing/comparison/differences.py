"""Differences between articles, with intervals that hold for all of them at once."""

from itertools import combinations
from typing import Final

import numpy as np
import pandas as pd

from framing.analysis.analysis import Analysis
from framing.analysis.resampling import Floats, resample_bias
from framing.analysis.scores import RANDOM_STATE, TOO_LITTLE, VOICE_SETS, Cell, sum_cells

COLUMNS: Final = ["axis", "voice", "article_a", "article_b", "difference", "low", "high", "verdict"]
NO_DIFFERENCE: Final = "no difference shown"
LEVEL: Final = 0.95
N_DRAWS: Final = 10_000
PRIOR_SENTENCES: Final = 1.0
"""A whole sentence of evidence at each pole: with half a one, as in single scores, few sentences that agree pass for a difference."""
FEWER_DRAWS: Final = 2_000
MANY_PAIRS: Final = 100
Pair = tuple[int, int]
Difference = tuple[float, float, float]
NOTHING: Final = (float("nan"), float("nan"), float("nan"))


def measure_differences(analysis: Analysis, random_state: int = RANDOM_STATE) -> pd.DataFrame:
    """Measure how far article_b lies from article_a on each axis and voice (all zones): bias of b minus bias of a, in [-2, 2].

    low and high are simultaneous 95 % intervals: with 95 % assurance none of the intervals of one axis and voice misses (all are cut at
    one quantile of their bootstrap draws, chosen so that 95 % of the draws lie inside every one; Besag et al. 1995). The verdict says towards
    which pole b lies, "no difference shown" where the interval holds 0, or "too little evidence" where either article has too little.
    """
    articles, axes = analysis.batch.articles, analysis.lens.axes
    rows: list[tuple[object, ...]] = []
    for voice in VOICE_SETS:
        cells = sum_cells(analysis, voice, "all")
        for number, axis in enumerate(axes):
            enough = {at: cell for at in range(len(articles)) if (cell := cells.get((at, number))) and cell.is_enough}
            found, _ = compare_cells(enough, len(articles), random_state)
            for pair in combinations(range(len(articles)), 2):
                a, b = (articles[at].article_id for at in pair)
                difference, low, high = found.get(pair, NOTHING)
                verdict = name_side(low, high, (axis.left.pole_id, axis.right.pole_id))
                rows.append((axis.axis_id, voice, a, b, difference, low, high, verdict))
    return pd.DataFrame(rows, columns=COLUMNS)


def compare_cells(cells: dict[int, Cell], n_articles: int, random_state: int) -> tuple[dict[Pair, Difference], float]:
    """Return (difference, low, high) of every pair of articles with enough evidence, and the share of draws cut off at each end.

    The intervals hold for all pairs at once.
    """
    if len(cells) < 2:
        return {}, 0.0
    pairs = list(combinations(cells, 2))
    n_draws = N_DRAWS if len(pairs) <= MANY_PAIRS else FEWER_DRAWS
    draws = {at: draw_cell(cell, at, n_articles, n_draws, random_state) for at, cell in cells.items()}
    points = np.array([cells[b].bias - cells[a].bias for a, b in pairs])
    spread = np.stack([draws[b] - draws[a] for a, b in pairs])
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


