"""How alike two clauses are: the weight of what both name, over the weight of what they hold."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

MOST_COMMON: Final = 0.08
"""What more of the clauses hold than this proposes no pair by itself, in corpora of hundreds of clauses."""
LEAST_COMMON: Final = 40
LEAST_WEIGHT: Final = 0.3
"""What two clauses must share at least to be compared."""
SHORTER: Final = 0.6
"""Weight of the share of the shorter clause against that of the longer one."""
POWER: Final = 1.5
"""How much more the rare weighs than the common: what the whole event is about says little about one claim."""
DOUBT: Final = 1.0
"""Weight added to what each clause holds, so that two clauses of few words are not alike by one of them."""
CHUNK: Final = 20_000
"""Pairs measured at one time: what is held in memory stays small."""
Values = NDArray[np.float64]
Numbers = NDArray[np.int64]
Table = Any
"""A scipy sparse matrix of ones, one row a clause."""


@dataclass(frozen=True)
class Pairs:
    """Pairs of clauses by number (the lower one first), how alike they are, and the weight of what they share."""

    a: Numbers
    b: Numbers
    score: Values
    weight: Values

    def keep(self, wanted: NDArray[np.bool_]) -> "Pairs":
        """Return the wanted pairs."""
        return Pairs(self.a[wanted], self.b[wanted], self.score[wanted], self.weight[wanted])

    @property
    def keys(self) -> list[tuple[int, int]]:
        """The pairs as pairs of numbers."""
        return list(zip(self.a.tolist(), self.b.tolist(), strict=True))


@dataclass(frozen=True)
class Held:
    """What clauses hold, with the weight of each column (the fewer rows hold it, the more, 0 to 1) and of all that a row holds."""

    table: Table
    weights: Values
    totals: Values
    names: tuple[str, ...] = ()

    @classmethod
    def weigh(cls, table: Table, names: tuple[str, ...] = ()) -> "Held":
        """Weigh the columns of a table."""
        most = log(1 + max(table.shape[0], 1))
        counts = np.maximum(np.asarray(table.sum(0)).ravel(), 1)
        weights = (np.log(1 + table.shape[0] / counts) / most) ** POWER
        return cls(table, weights, np.asarray(table @ weights).ravel(), names)

    @classmethod
    def of(cls, matter: Sequence[frozenset[str]]) -> "Held":
        """Make the table of what each of some clauses holds."""
        from scipy.sparse import csr_matrix

        names = {one: at for at, one in enumerate(sorted(frozenset().union(*matter)))}
        rows = [(row, names[one]) for row, held in enumerate(matter) for one in sorted(held)]
        row, column = np.array(rows, np.int64).reshape(-1, 2).T
        return cls.weigh(csr_matrix((np.ones(len(row)), (row, column)), shape=(len(matter), max(len(names), 1))), tuple(names))

    @cached_property
    def weight_of(self) -> dict[str, float]:
        """The weight of each thing by its name."""
        return dict(zip(self.names, self.weights.tolist(), strict=False))

    @cached_property
    def roots(self) -> Table:
        """The table with the root of its column's weight for each one, so that products of rows weigh what they share."""
        return self.table.multiply(np.sqrt(self.weights)[None, :]).tocsr()

    def heaviest(self, matter: frozenset[str]) -> tuple[str, ...]:
        """Return some things, the heaviest first."""
        return tuple(sorted(matter, key=lambda key: (-self.weight_of[key], key)))

    def only(self, is_wanted: Callable[[str], bool]) -> Table:
        """Return the table of the columns whose names are wanted."""
        return self.table[:, [at for at, name in enumerate(self.names) if is_wanted(name)]]

    def share(self, a: Numbers, b: Numbers) -> Values:
        """Return the weight of what the two rows of each pair share."""
        return multiply_rows(self.roots, a, b)


def multiply_rows(table: Table, a: Numbers, b: Numbers) -> Values:
    """Return the product of the two rows of each pair."""
    parts = [np.asarray(table[a[at : at + CHUNK]].multiply(table[b[at : at + CHUNK]]).sum(1)).ravel() for at in range(0, len(a), CHUNK)]
    return np.concatenate(parts) if parts else np.zeros(0)


def find_alike(held: Held, least: float) -> Pairs:
    """Return the pairs of clauses that are alike at least so much, in order of their numbers."""
    a, b = find_candidates(held)
    weight = held.share(a, b)
    found = score_all(weight, held.totals[a], held.totals[b])
    return Pairs(a, b, found, weight).keep(found >= least)


def find_candidates(held: Held) -> tuple[Numbers, Numbers]:
    """Return pairs of clauses that share something that is not in all mouths."""
    counts = np.asarray(held.table.sum(0)).ravel()
    rare = held.roots[:, counts <= max(LEAST_COMMON, MOST_COMMON * held.table.shape[0])]
    pairs = (rare @ rare.T).tocoo()
    kept = (pairs.row < pairs.col) & (pairs.data >= LEAST_WEIGHT)
    row, column = pairs.row[kept].astype(np.int64), pairs.col[kept].astype(np.int64)
    order = np.lexsort((column, row))
    return row[order], column[order]


def score_all(shared: Values, one: Values, other: Values) -> Values:
    """Score the weight that two clauses share against the weights they hold: 0 to 1, lower for clauses that hold little.

    >>> score_all(np.array([3.0, 1.0, 1.0]), np.array([3.0, 1.0, 1.0]), np.array([3.0, 1.0, 3.0])).tolist()
    [0.75, 0.5, 0.4]
    """
    low, high = np.minimum(one, other), np.maximum(one, other)
    return np.asarray(SHORTER * shared / (low + DOUBT) + (1 - SHORTER) * shared / (high + DOUBT))
