"""How alike two clauses are: the weight of what both name, over the weight of what they hold."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log
from typing import Any, Final

import numpy as np

from framing.claims.records import Clause

MOST_COMMON: Final = 0.08
"""What more of the clauses hold than this proposes no pair by itself, in corpora of hundreds of clauses."""
LEAST_COMMON: Final = 40
LEAST_WEIGHT: Final = 0.6
"""What two clauses must share at least to be compared."""
SHORTER: Final = 0.6
"""Weight of the share of the shorter clause against that of the longer one."""
POWER: Final = 1.5
"""How much more the rare weighs than the common: what the whole event is about says little about one claim."""
DOUBT: Final = 1.0
"""Weight added to what each clause holds, so that two clauses of few words are not alike by one of them."""


@dataclass(frozen=True)
class Weights:
    """What each stem, actor or number weighs in an event: the rarer, the more."""

    weight: dict[str, float]

    def of(self, matter: frozenset[str]) -> float:
        """Return the weight of some matter."""
        return sum(self.weight[one] for one in sorted(matter))


@dataclass(frozen=True)
class Likeness:
    """Two clauses (numbers), how alike they are (0 to 1), and the weight and list of what they share, heaviest first."""

    a: int
    b: int
    score: float
    weight: float
    shared: tuple[str, ...]


def weigh_matter(clauses: Sequence[Clause]) -> Weights:
    """Weigh what the clauses of an event hold, 0 to 1: 1 for what one clause alone holds, less the more of them hold it."""
    counts = Counter(one for clause in clauses for one in clause.matter)
    most = log(1 + len(clauses))
    return Weights({one: (log(1 + len(clauses) / count) / most) ** POWER for one, count in counts.items()})


def find_alike(clauses: Sequence[Clause], weights: Weights, least: float) -> Iterator[Likeness]:
    """Yield the pairs of clauses that are alike at least so much, in order of their numbers."""
    totals = [weights.of(clause.matter) for clause in clauses]
    for a, b in find_candidates(clauses, weights):
        shared = clauses[a].matter & clauses[b].matter
        weight = sum(weights.weight[one] for one in sorted(shared))
        if (found := score(weight, totals[a], totals[b])) >= least:
            yield Likeness(a, b, found, weight, tuple(sorted(shared, key=lambda key: (-weights.weight[key], key))))


def compare_clauses(clauses: Sequence[Clause], weights: Weights, a: int, b: int) -> Likeness:
    """Compare two clauses."""
    one, other = clauses[a].matter, clauses[b].matter
    shared = sorted(one & other, key=lambda key: (-weights.weight[key], key))
    weight = sum(weights.weight[key] for key in shared)
    return Likeness(a, b, score(weight, weights.of(one), weights.of(other)), weight, tuple(shared))


def score(shared: float, one: float, other: float) -> float:
    """Score the weight that two clauses share against the weights they hold: 0 to 1, lower for clauses that hold little.

    >>> score(3, 3, 3), score(1, 1, 1), score(1, 1, 3)
    (0.75, 0.5, 0.4)
    """
    low, high = sorted((one, other))
    return SHORTER * shared / (low + DOUBT) + (1 - SHORTER) * shared / (high + DOUBT)


def find_candidates(clauses: Sequence[Clause], weights: Weights) -> Iterator[tuple[int, int]]:
    """Yield pairs of clauses that share something that is not in all mouths."""
    from scipy.sparse import csr_matrix

    names = {one: at for at, one in enumerate(sorted(weights.weight))}
    rows = [(row, names[one]) for row, clause in enumerate(clauses) for one in sorted(clause.matter)]
    if not rows:
        return
    row, column = np.array(rows, np.int64).T
    root = np.sqrt(np.array([weights.weight[one] for one in names]))
    held: Any = csr_matrix((root[column], (row, column)), shape=(len(clauses), len(names)))
    rare = np.bincount(column, minlength=len(names)) <= max(LEAST_COMMON, MOST_COMMON * len(clauses))
    pairs = (held[:, rare] @ held[:, rare].T).tocoo()
    kept = (pairs.row < pairs.col) & (pairs.data >= LEAST_WEIGHT)
    order = np.lexsort((pairs.col[kept], pairs.row[kept]))
    yield from zip(pairs.row[kept][order].tolist(), pairs.col[kept][order].tolist(), strict=True)
