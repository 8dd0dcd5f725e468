"""Chance-corrected agreement: Krippendorff's alpha with a bootstrap interval, and Cohen's kappa, for labels without an order."""

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.analysis.resampling import N_DRAWS, find_interval

MISSING: Final = -1
LEAST_UNITS: Final = 10
LEAST_DEFINED: Final = 0.95
TOO_LITTLE: Final = "too little data"
NO_VARIATION: Final = "everyone gave every sentence the same label; agreement beyond chance cannot be told"
Labels = NDArray[np.int64]
"""A row for each coder, a column for each unit; a label is a number from 0, -1 where a coder gave none."""


class Agreement(NamedTuple):
    """A figure of agreement (1 full, 0 what chance gives), its 95 % interval, the units and coders it rests on; empty figures have a note."""

    value: float
    low: float
    high: float
    n_units: int
    n_coders: int
    note: str


def measure_alpha(labels: Labels, random_state: int = 0) -> Agreement:
    """Measure Krippendorff's alpha for nominal labels (Krippendorff 2019, Content Analysis, chapter 12), with a bootstrap over units.

    Units labelled by fewer than two coders do not count. Fewer than ten units or two coders are too little data. The interval resamples
    units with replacement (2,000 draws, `random_state`); it is empty where over 5 % of the draws have no variation.

    >>> round(measure_alpha(np.array([[0, 0, 1, 1, 0, 1, 0, 0, 1, 0], [0, 0, 1, 0, 0, 1, 0, 1, 1, 0]])).value, 3)
    0.604
    """
    pairs, n_coders = count_pairs(labels), int((labels >= 0).any(axis=1).sum())
    n_units = len(pairs)
    if n_coders < 2 or n_units < LEAST_UNITS:
        return Agreement(np.nan, np.nan, np.nan, n_units, n_coders, say_too_little(n_units, n_coders))
    value = float(find_alpha(pairs.sum(axis=0)[None])[0])
    if np.isnan(value):
        return Agreement(np.nan, np.nan, np.nan, n_units, n_coders, NO_VARIATION)
    draws = np.random.default_rng(random_state).multinomial(n_units, np.full(n_units, 1 / n_units), N_DRAWS)
    drawn = find_alpha(np.tensordot(draws, pairs, axes=(1, 0)))
    drawn = drawn[~np.isnan(drawn)]
    if len(drawn) < LEAST_DEFINED * N_DRAWS:
        return Agreement(value, np.nan, np.nan, n_units, n_coders, "too few marks for an interval")
    return Agreement(value, *find_interval(drawn, value), n_units, n_coders, "")


def say_too_little(n_units: int, n_coders: int) -> str:
    """Say what is missing for a figure.

    >>> say_too_little(4, 3)
    'too little data (4 sentences labelled by two coders or more; at least 10 are needed)'
    """
    if n_coders < 2:
        return f"{TOO_LITTLE} ({n_coders} coder{'s' if n_coders != 1 else ''}; at least 2 are needed)"
    return f"{TOO_LITTLE} ({n_units} sentences labelled by two coders or more; at least {LEAST_UNITS} are needed)"


def count_pairs(labels: Labels) -> NDArray[np.float64]:
    """Count the pairs of labels within each unit that two coders or more have labelled: (units, labels, labels), each summing to its coders."""
    kinds = np.arange(max(int(labels.max(initial=0)) + 1, 2))
    counts = (labels[:, :, None] == kinds).sum(axis=0)
    counts = counts[counts.sum(axis=1) > 1]
    alike = np.eye(len(kinds), dtype=np.int64) * counts[:, :, None]
    return np.asarray((counts[:, :, None] * counts[:, None, :] - alike) / (counts.sum(axis=1) - 1)[:, None, None])


def find_alpha(pairs: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return alpha for each coincidence matrix of an array (draws, labels, labels); nan where only one label is used."""
    totals = pairs.sum(axis=2)
    n = totals.sum(axis=1)
    observed = n - np.trace(pairs, axis1=1, axis2=2)
    expected = (n**2 - (totals**2).sum(axis=1)) / (n - 1)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(np.where(expected > 1e-9, 1 - observed / expected, np.nan))


def measure_kappa(first: NDArray[np.int64], second: NDArray[np.int64]) -> Agreement:
    """Measure Cohen's kappa (1960) of two coders over the units both have labelled; too little data below ten, no interval."""
    both = (first >= 0) & (second >= 0)
    a, b = first[both], second[both]
    n = len(a)
    if n < LEAST_UNITS:
        return Agreement(np.nan, np.nan, np.nan, n, 2, f"{TOO_LITTLE} ({n} sentences labelled by both; at least {LEAST_UNITS} are needed)")
    n_kinds = int(max(a.max(), b.max())) + 1
    expected = float((np.bincount(a, minlength=n_kinds) * np.bincount(b, minlength=n_kinds)).sum()) / n**2
    if expected > 1 - 1e-9:
        return Agreement(np.nan, np.nan, np.nan, n, 2, NO_VARIATION)
    return Agreement((float((a == b).mean()) - expected) / (1 - expected), np.nan, np.nan, n, 2, "")
