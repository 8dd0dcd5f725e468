"""The same claim across articles: clauses that tell the same, figures and dates that agree, each link with what both share."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from framing.claims.numbers import meet
from framing.claims.records import Claim, Claims, Clause
from framing.claims.stems import Stems
from framing.comparison.coverage.likeness import Likeness, Weights, compare_clauses, find_alike, weigh_matter
from framing.text.zone_names import HEADLINE

LOWEST: Final = 0.12
"""Clauses less alike than this are not looked at."""
ALIKE: Final = 0.38
LEAST_SHARED: Final = 1.2
LEAST_HELD: Final = 1.6
"""What each clause must hold: "and several advisors" tells nothing by itself."""
LEAST_THINGS: Final = 3
HALF: Final = 0.5
"""Clauses that share fewer things than three must be alike by half."""
LOOSE: Final = 0.26
MUCH_SHARED: Final = 2.0
"""Clauses tell the same at `ALIKE` with `LEAST_SHARED` of weight in common, or at `LOOSE` with `MUCH_SHARED`, a number or in headlines."""
REPEAT: Final = 0.6
"""Within one article only this makes a second telling of the same."""
TOGETHER: Final = 0.18
"""How alike the clauses of two groups must be on average before the groups become one."""
NEAR: Final = 0.15
"""How alike the clauses of two equal figures must be; of small numbers and vague amounts twice as much."""
DATED: Final = 0.36
"""How alike the clauses of two equal dates must be, and of equal figures of which no word tells that they count the same."""
SMALL: Final = 12
FARTHEST: Final = 1.3
FIRST_YEAR, LAST_YEAR = 1800, 2100
ROUNDING: Final = 0.05
DOZEN: Final = 12.0
NUMBER: Final = re.compile(r"\d+(?:\.\d+)?")
DEED: Final = 0.2
"""How alike clauses must be that share two actors and a word of one deed."""
Key = tuple[int, int]


@dataclass(frozen=True)
class Link:
    """Two claims (numbers) of two articles that are one, how alike (0 to 1), and what both share, heaviest first."""

    a: int
    b: int
    score: float
    shared: tuple[str, ...]


@dataclass(frozen=True)
class Alignment:
    """The group of each claim (-1: it stands alone), the links, and the likeness of clauses by (lower, higher) number."""

    group: tuple[int, ...]
    links: tuple[Link, ...]
    likeness: dict[Key, Likeness]
    weights: Weights


@dataclass
class Groups:
    """Claims put together step by step; a group holds claims that are alike on average, so that chains do not form."""

    of: dict[int, int] = field(default_factory=dict)
    members: dict[int, list[int]] = field(default_factory=dict)

    def find(self, one: int) -> list[int]:
        """Return the group a claim is in: itself where it was in none."""
        return self.members.get(self.of.get(one, one), [one])

    def join(self, a: int, b: int) -> None:
        """Put two groups together under the lower name."""
        merged = sorted({*self.find(a), *self.find(b)})
        for one in merged:
            self.members.pop(self.of.get(one, one), None)
        self.members[merged[0]] = merged
        self.of |= dict.fromkeys(merged, merged[0])


def align_claims(claims: Claims, stems: Stems) -> Alignment:
    """Align the claims of all articles by their clauses' likeness, figures also by what they count."""
    clauses = claims.clauses
    weights = weigh_matter(clauses)
    likeness = {(one.a, one.b): one for one in find_alike(clauses, weights, LOWEST)}
    whole = [number for number, claim in enumerate(claims.claims) if claim.kind in ("event", "statement")]
    links = list(link_clauses(clauses, whole, likeness, weights, frozenset(stems.families.values())))
    parts = [number for number, claim in enumerate(claims.claims) if claim.figure or claim.told]
    links += link_parts(claims, parts, likeness, weights, stems)
    return Alignment(tuple(group_links(claims, links, likeness)), tuple(sorted(links, key=lambda link: (link.a, link.b))), likeness, weights)


def are_headlines(one: Clause, other: Clause) -> bool:
    """Tell whether both clauses stand in headlines, which tell the main thing in few words."""
    return one.zone == other.zone == HEADLINE


def share_number(shared: Sequence[str]) -> bool:
    """Tell whether two clauses share a number that does not meet by chance: above a dozen, and no year."""
    numbers = [float(one) for one in shared if NUMBER.fullmatch(one)]
    return any(number > SMALL and not FIRST_YEAR <= number <= LAST_YEAR for number in numbers)


def share_deed(shared: Sequence[str], deeds: frozenset[str]) -> bool:
    """Tell whether two clauses share two actors and a word of a deed."""
    return sum(one.startswith("@") for one in shared) >= 2 and any(one in deeds for one in shared)


def link_clauses(
    clauses: Sequence[Clause], whole: Sequence[int], likeness: dict[Key, Likeness], weights: Weights, deeds: frozenset[str]
) -> Iterator[Link]:
    """Yield links between clauses that tell the same; a clause and its denial do not."""
    held = [weights.of(clause.matter) for clause in clauses]
    for (a, b), found in likeness.items():
        one, other = clauses[a], clauses[b]
        if min(held[a], held[b]) < LEAST_HELD:
            continue
        same = one.article == other.article
        enough = found.score >= (REPEAT if same else ALIKE) and found.weight >= LEAST_SHARED
        enough &= len(found.shared) >= LEAST_THINGS or found.score >= HALF
        if not same and one.is_ahead == other.is_ahead:
            enough |= found.score >= LOOSE and (found.weight >= MUCH_SHARED or are_headlines(one, other) or share_number(found.shared))
            enough |= found.score >= DEED and found.weight >= LEAST_SHARED and share_deed(found.shared, deeds)
        if enough and one.is_denied == other.is_denied and not differ_in_number(one, other):
            yield Link(whole[a], whole[b], found.score, found.shared)


def differ_in_number(one: Clause, other: Clause) -> bool:
    """Tell whether both clauses hold numbers and none of the one rounds one of the other."""
    numbers, others = (list(read_numbers(clause)) for clause in (one, other))
    return bool(numbers and others) and not any(abs(a - b) <= ROUNDING * max(a, b) for a in numbers for b in others)


def read_numbers(clause: Clause) -> Iterator[float]:
    """Yield the numbers among what a clause is matched by, but a dozen, which is seldom meant exactly."""
    for key in clause.matter:
        if NUMBER.fullmatch(key) and float(key) != DOZEN:
            yield float(key)


def link_parts(claims: Claims, parts: Sequence[int], likeness: dict[Key, Likeness], weights: Weights, stems: Stems) -> Iterator[Link]:
    """Yield links between figures of one value for one thing, and between dates of one day in clauses that are alike."""
    counted = {number: frozenset(stems.list(figure.what)) for number in parts if (figure := claims.claims[number].figure)}
    for a, b in pair_parts(claims, parts):
        found = compare_near(claims, a, b, likeness, weights)
        if found.score >= least_likeness(claims.claims[a], is_same=bool(counted.get(a, frozenset()) & counted.get(b, frozenset()))):
            yield Link(a, b, found.score, found.shared)


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


def compare_near(claims: Claims, a: int, b: int, likeness: dict[Key, Likeness], weights: Weights) -> Likeness:
    """Compare the clauses two claims stand in."""
    first, second = sorted((claims.claims[a].clause, claims.claims[b].clause))
    if (first, second) not in likeness:
        likeness[first, second] = compare_clauses(claims.clauses, weights, first, second)
    return likeness[first, second]


def least_likeness(claim: Claim, *, is_same: bool) -> float:
    """Return how alike the clauses must be: small numbers meet by chance, and so do those whose nouns (`is_same`: one at least) do not."""
    if claim.figure is None or not is_same:
        return DATED
    return NEAR if not claim.figure.is_vague and claim.figure.interval.value > SMALL else 2 * NEAR


def group_links(claims: Claims, links: Iterable[Link], likeness: dict[Key, Likeness]) -> list[int]:
    """Group claims by their links, best first; two groups become one only where their clauses are alike on average."""
    groups = Groups()
    for link in sorted(links, key=lambda one: (-one.score, one.a, one.b)):
        first, second = groups.find(link.a), groups.find(link.b)
        if first is not second and is_close(claims, first, second, likeness):
            groups.join(link.a, link.b)
    numbers = {name: at for at, name in enumerate(sorted(groups.members))}
    return [numbers[groups.of[number]] if number in groups.of else -1 for number in range(len(claims.claims))]


def is_close(claims: Claims, first: list[int], second: list[int], likeness: dict[Key, Likeness]) -> bool:
    """Tell whether the clauses of two groups are alike on average."""
    scores = []
    for a in first:
        for b in second:
            low, high = sorted((claims.claims[a].clause, claims.claims[b].clause))
            scores.append(1.0 if low == high else likeness[low, high].score if (low, high) in likeness else 0.0)
    return sum(scores) / len(scores) >= min(TOGETHER, max(scores))
