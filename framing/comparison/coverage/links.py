"""Links between two claims that are one: clauses by the signs that they tell the same, figures and dates also by their values."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from framing.claims.numbers import meet
from framing.claims.records import Claim, Claims, Clause
from framing.claims.stems import Stems
from framing.comparison.coverage.likeness import Held, Pairs, Values

LEAST_HELD: Final = 1.2
"""What each clause must hold: "and several advisors" tells nothing by itself."""
LEAST_OF_SURE: Final = 0.5
QUITE_SURE: Final = 0.7
"""So sure, clauses need hold only so much."""
FULLER: Final = 1.4
"""A clause with a word of denial that holds so many times what the other holds may deny something else."""
SURE: Final = 0.6
"""How surely two clauses of two articles must tell the same."""
REPEAT: Final = 0.6
LEAST_SHARED: Final = 1.2
"""Within one article only so much likeness, with so much weight in common, makes a second telling of the same."""
NEAR: Final = 0.15
"""How alike the clauses of two equal figures must be; of small numbers and vague amounts twice as much."""
DATED: Final = 0.3
"""How alike the clauses of two equal dates must be, and of equal figures of which no word tells that they count the same."""
SMALL: Final = 12
FARTHEST: Final = 1.3
ROUNDING: Final = 0.05
DOZEN: Final = 12.0
NUMBER: Final = re.compile(r"\d+(?:\.\d+)?")
Key = tuple[int, int]


@dataclass(frozen=True)
class Link:
    """Two claims (numbers) of two articles that are one, how surely (0 to 1), and what both share, heaviest first."""

    a: int
    b: int
    score: float
    shared: tuple[str, ...]


@dataclass(frozen=True)
class Closeness:
    """How close clauses are, by (lower, higher) number: how alike, how surely two articles tell the same, which tell it again; what is held."""

    alike: dict[Key, float]
    sure: dict[Key, float]
    repeats: dict[Key, float]
    held: Held

    @classmethod
    def of(cls, pairs: Pairs, sure: Values, across: NDArray[np.bool_], held: Held) -> "Closeness":
        """Index some pairs; `sure` belongs to those that lie `across` two articles, of the others only the very like can be one."""
        again = pairs.keep(~across & (pairs.score >= REPEAT) & (pairs.weight >= LEAST_SHARED))
        alike = dict(zip(pairs.keys, pairs.score.tolist(), strict=True))
        return cls(alike, dict(zip(pairs.keep(across).keys, sure.tolist(), strict=True)), {key: alike[key] for key in again.keys}, held)

    def score(self, a: int, b: int) -> float:
        """Return how alike two clauses are, 0 where that is little."""
        return 1.0 if a == b else self.alike.get((min(a, b), max(a, b)), 0.0)

    def near(self, a: int, b: int) -> float:
        """Return how close two clauses are: by their signs, or by likeness alone where one article has both."""
        return self.sure.get((min(a, b), max(a, b)), self.score(a, b))

    def candidates(self) -> Iterator[tuple[Key, float]]:
        """Yield the pairs of clauses that may be one, in order, with how surely."""
        yield from sorted([*((key, score) for key, score in self.sure.items() if score >= SURE), *self.repeats.items()])

    def hold_enough(self, a: int, b: int, score: float) -> bool:
        """Tell whether two clauses hold enough to tell something; the surer they are one, the less."""
        return bool(min(self.held.totals[a], self.held.totals[b]) >= (LEAST_OF_SURE if score >= QUITE_SURE else LEAST_HELD))


def link_clauses(clauses: Sequence[Clause], whole: Sequence[int], close: Closeness) -> Iterator[Link]:
    """Yield links between clauses that tell the same; a clause and its denial do not."""
    for (a, b), score in close.candidates():
        differs = differ_in_denial(clauses, close.held, a, b) or differ_in_number(clauses[a], clauses[b])
        if close.hold_enough(a, b, score) and not differs:
            yield Link(whole[a], whole[b], score, close.held.heaviest(clauses[a].matter & clauses[b].matter))


def differ_in_denial(clauses: Sequence[Clause], held: Held, a: int, b: int) -> bool:
    """Tell whether one of two clauses denies what the other tells: it holds a word of denial, and little that the other does not."""
    if clauses[a].is_denied == clauses[b].is_denied:
        return False
    denied, other = (a, b) if clauses[a].is_denied else (b, a)
    return bool(held.totals[denied] < FULLER * held.totals[other])


def differ_in_number(one: Clause, other: Clause) -> bool:
    """Tell whether both clauses hold numbers and none of the one rounds one of the other."""
    numbers, others = (list(read_numbers(clause)) for clause in (one, other))
    return bool(numbers and others) and not any(abs(a - b) <= ROUNDING * max(a, b) for a in numbers for b in others)


def read_numbers(clause: Clause) -> Iterator[float]:
    """Yield the numbers among what a clause is matched by, but a dozen, which is seldom meant exactly."""
    for key in clause.matter:
        if NUMBER.fullmatch(key) and float(key) != DOZEN:
            yield float(key)


def link_parts(claims: Claims, parts: Sequence[int], close: Closeness, stems: Stems) -> Iterator[Link]:
    """Yield links between figures of one value for one thing, and between dates of one day in clauses that are alike."""
    counted = {number: frozenset(stems.list(figure.what)) for number in parts if (figure := claims.claims[number].figure)}
    for a, b in pair_parts(claims, parts):
        first, second = claims.claims[a].clause, claims.claims[b].clause
        score = close.score(first, second)
        if score >= least_likeness(claims.claims[a], is_same=bool(counted.get(a, frozenset()) & counted.get(b, frozenset()))):
            yield Link(a, b, score, close.held.heaviest(claims.clauses[first].matter & claims.clauses[second].matter))


def pair_parts(claims: Claims, parts: Sequence[int]) -> Iterator[Key]:
    """Yield the pairs of figures that can be one (one unit, values that meet), and of dates of one day or span."""
    buckets: dict[tuple[str, ...], list[tuple[float, int]]] = defaultdict(list)
    for number in parts:
        claim = claims.claims[number]
        if claim.figure:
            buckets["figure", claim.figure.measure, claim.figure.unit, str(claim.figure.is_vague)].append((claim.figure.interval.value, number))
        elif claim.told and claim.told.first:
            buckets["date", claim.told.first, claim.told.last].append((0.0, number))
    for key in sorted(buckets):
        ordered = sorted(buckets[key])
        for at, (value, a) in enumerate(ordered):
            for higher, b in ordered[at + 1 :]:
                if higher > FARTHEST * value:
                    break
                one, other = claims.claims[a].figure, claims.claims[b].figure
                if one is None or other is None or meet(one.interval, other.interval):
                    yield min(a, b), max(a, b)


def least_likeness(claim: Claim, *, is_same: bool) -> float:
    """Return how alike the clauses must be: small numbers meet by chance, and so do those whose nouns (`is_same`: one at least) do not."""
    if claim.figure is None or not is_same:
        return DATED
    return NEAR if not claim.figure.is_vague and claim.figure.interval.value > SMALL else 2 * NEAR
