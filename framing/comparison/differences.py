"""Differences between articles, with intervals that hold for all of them at once."""

from itertools import combinations
from typing import Final

import numpy as np
import pandas as pd

from framing.analysis.analysis import Analysis
from framing.analysis.resampling import Floats, resample_bias, shift_draws
from framing.analysis.scores import RANDOM_STATE, TOO_LITTLE, VOICE_SETS, Cell, sum_cells

COLUMNS: Final = ["axis", "voice", "article_a", "article_b", "difference", "low", "high", "verdict"]
NO_DIFFERENCE: Final = "no difference shown"
LEVEL: Final = 0.95


def measure_differences(analysis: Analysis, random_state: int = RANDOM_STATE) -> pd.DataFrame:
    """Measure how far article_b lies from article_a on each axis and voice (all zones): bias of b minus bias of a, in [-2, 2].

    low and high are simultaneous 95 % intervals: with 95 % assurance none of the table's intervals misses (max-t over the bootstrap
    draws; Westfall & Young 1993). The verdict says towards which pole b lies, "no difference shown" where the interval holds 0, or
    "too little evidence" where either article has too little.
    """
    articles, axes = analysis.batch.articles, analysis.lens.axes
    rows: list[tuple[object, ...]] = []
    all_draws: list[Floats] = []
    for voice in VOICE_SETS:
        cells = sum_cells(analysis, voice, "all")
        for number, axis in enumerate(axes):
            for a, b in combinations(range(len(articles)), 2):
                pair = cells.get((a, number)), cells.get((b, number))
                draws = draw_difference(*pair, random_state)
                rows.append((axis.axis_id, voice, articles[a].article_id, articles[b].article_id, point_difference(*pair)))
                all_draws.append(draws)
    spread = find_spread(rows, all_draws)
    table = pd.DataFrame([(*row, *ends) for row, ends in zip(rows, spread, strict=True)], columns=COLUMNS[:-1])
    poles = {axis.axis_id: (axis.left.pole_id, axis.right.pole_id) for axis in axes}
    table["verdict"] = [name_side(low, high, poles[axis]) for axis, low, high in zip(table["axis"], table["low"], table["high"], strict=True)]
    return table


def point_difference(a: Cell | None, b: Cell | None) -> float:
    """Return the difference of two cells' bias, nan where either has too little evidence."""
    return b.bias - a.bias if a and b and a.is_enough and b.is_enough else float("nan")


def draw_difference(a: Cell | None, b: Cell | None, random_state: int) -> Floats:
    """Draw the difference of two cells' bias; empty where either has too little evidence."""
    if not (a and b and a.is_enough and b.is_enough):
        return np.empty(0)
    first = resample_bias(a.signed, a.weight, random_state)
    second = resample_bias(b.signed, b.weight, random_state)
    return shift_draws(second, len(second) // 2) - first


def find_spread(rows: list[tuple[object, ...]], all_draws: list[Floats]) -> list[tuple[float, float]]:
    """Return (low, high) of every row: the difference plus and minus one number of standard errors that serves all rows."""
    measured = [(draws - draws.mean()) / draws.std() for draws in all_draws if len(draws)]
    if not measured:
        return [(float("nan"), float("nan"))] * len(rows)
    width = float(np.quantile(np.max(np.abs(np.stack(measured)), axis=0), LEVEL))
    found = []
    for row, draws in zip(rows, all_draws, strict=True):
        difference = float(str(row[-1]))
        reach = width * float(draws.std()) if len(draws) else float("nan")
        found.append((max(difference - reach, -2.0), min(difference + reach, 2.0)) if len(draws) else (reach, reach))
    return found


def name_side(low: float, high: float, poles: tuple[str, str]) -> str:
    """Return the pole towards which b lies, or why none can be named."""
    if np.isnan(low):
        return TOO_LITTLE
    if low <= 0 <= high:
        return NO_DIFFERENCE
    return f"towards {poles[0] if high < 0 else poles[1]}"


