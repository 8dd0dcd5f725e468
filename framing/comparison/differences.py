"""Differences between articles, with intervals that hold for all of them at once."""

from itertools import combinations
from typing import Final

import numpy as np
import pandas as pd

from framing.analysis.analysis import Analysis
from framing.analysis.resampling import resample_bias
from framing.analysis.scores import RANDOM_STATE, TOO_LITTLE, VOICE_SETS, Cell, sum_cells

COLUMNS: Final = ["axis", "voice", "article_a", "article_b", "difference", "low", "high", "verdict"]
NO_DIFFERENCE: Final = "no difference shown"
LEVEL: Final = 0.95
N_DRAWS: Final = 10_000
PRIOR_SENTENCES: Final = 1.0
"""A whole sentence of evidence at each pole: with half a one, as in single scores, few sentences that agree pass for a difference."""
FEWER_DRAWS: Final = 2_000
MANY_PAIRS: Final = 100
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
            found = compare_cells(enough, len(articles), random_state)
            for pair in combinations(range(len(articles)), 2):
                a, b = (articles[at].article_id for at in pair)
                difference, low, high = found.get(pair, NOTHING)
                verdict = name_side(low, high, (axis.left.pole_id, axis.right.pole_id))
                rows.append((axis.axis_id, voice, a, b, difference, low, high, verdict))
    return pd.DataFrame(rows, columns=COLUMNS)


def compare_cells(cells: dict[int, Cell], n_articles: int, random_state: int) -> dict[tuple[int, int], tuple[float, float, float]]:
    """Return (difference, low, high) of every pair of articles with enough evidence, the intervals holding for all pairs at once.

    Draws of an article are shifted by its place, so that those of two articles are independent although they come from one pool.
    """
    if len(cells) < 2:
        return {}
    pairs = list(combinations(cells, 2))
    n_draws = N_DRAWS if len(pairs) <= MANY_PAIRS else FEWER_DRAWS
    shift = max(n_draws // n_articles, 1)
    draws = {
        at: np.roll(resample_bias(cell.signed, cell.weight, random_state, n_draws, PRIOR_SENTENCES), at * shift)
        for at, cell in cells.items()
    }
    points = np.array([cells[b].bias - cells[a].bias for a, b in pairs])
    spread = np.stack([draws[b] - draws[a] for a, b in pairs])
    order = spread.argsort(axis=1)
    outwards = np.maximum(np.arange(n_draws), n_draws - 1 - np.arange(n_draws))
    outermost = np.zeros(n_draws, np.int64)
    for row in order:
        outermost[row] = np.maximum(outermost[row], outwards)
    cut = int(np.quantile(outermost, LEVEL, method="higher"))
    low = np.minimum(np.take_along_axis(spread, order[:, [n_draws - 1 - cut]], axis=1)[:, 0], points)
    high = np.maximum(np.take_along_axis(spread, order[:, [cut]], axis=1)[:, 0], points)
    return {pair: (float(point), float(left), float(right)) for pair, point, left, right in zip(pairs, points, low, high, strict=True)}


def name_side(low: float, high: float, poles: tuple[str, str]) -> str:
    """Return the pole towards which b lies, or why none can be named."""
    if np.isnan(low):
        return TOO_LITTLE
    if low <= 0 <= high:
        return NO_DIFFERENCE
    return f"towards {poles[0] if high < 0 else poles[1]}"


