"""Figures that differ: values given for the same thing that cannot both hold, with what can and cannot be compared."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from framing.claims.dates import Told, overlap
from framing.claims.records import Claims
from framing.comparison.coverage.comparable import Case, Key, find_figure_pairs, find_same
from framing.comparison.coverage.counts import Count
from framing.comparison.coverage.reading import Reading

PASSIVE: Final = re.compile(
    r"(?<!largely )(?<!partly )(?<!nearly )\b(?:was|were|been|being|is|are)\s+(?:(?!largely|partly|nearly)[a-z]+ly\s+|first\s+|also\s+)*"
    r"([a-z]+(?:ed|en|n|t|d))\b"
)
"""What was done, and in full."""


@dataclass(frozen=True)
class Conflict:
    """Claims (numbers) whose figures differ: what is counted or dated, what the passages share, what sets them apart ("" for nothing told)."""

    claims: tuple[int, ...]
    what: str
    comparable: str
    not_comparable: str


@dataclass(frozen=True)
class Deed:
    """What was done to whom and when: actor, stem of the verb, date, article, and the words that tell it."""

    actor: int
    stem: str
    told: Told
    article: int
    what: str


def find_conflicts(case: Case) -> list[Conflict]:
    """Find figures and dates that differ between articles.

    A figure that meets one of the other article's figures for the same thing differs from none of them. Pairs that share a figure are one conflict,
    and so are figures that count as the same claim as one of them.
    """
    claims, scene = case.claims, case.scene
    pairs = list(find_figure_pairs(case))
    pairs += find_same(case, pairs)
    found = []
    for members in join_pairs(pairs):
        what = name_what(case, members)
        found.append(Conflict(members, what, *compare_counts(scene, what, [case.counts[number] for number in members])))
    deeds = dict(read_deeds(claims, scene))
    for members in join_pairs(find_date_pairs(deeds)):
        found.append(Conflict(members, deeds[members[0]].what, deeds[members[0]].what, ""))
    return sorted(found, key=lambda one: (-len({claims.clauses[claims.claims[at].clause].article for at in one.claims}), one.claims))


def read_deeds(claims: Claims, scene: Reading) -> Iterator[tuple[int, Deed]]:
    """Yield for each dated claim what was done to whom in its clause, where that is told in the passive and happens once."""
    rows = scene.names
    for number, claim in enumerate(claims.claims):
        clause = claims.clauses[claim.clause]
        if claim.told is None or clause.is_denied or clause.is_ahead or not claim.told.first[:1].isdigit():
            continue
        for match in PASSIVE.finditer(scene.text, clause.start, clause.end):
            stem = scene.stems.of(match[1])
            before = [row for row in rows.within((clause.start, match.start())) if "," not in scene.text[row[1] : match.start()]]
            if stem in scene.role("once") and before and match.end() <= claim.start:
                yield number, Deed(before[-1][2], stem, claim.told, clause.article, scene.text[before[-1][0] : match.end()])
                break


def find_date_pairs(deeds: dict[int, Deed]) -> Iterator[Key]:
    """Yield pairs of dates that two articles give for one deed, where no date of the one can be one of the other."""
    told: dict[tuple[int, str, int], list[int]] = defaultdict(list)
    for number, deed in deeds.items():
        told[deed.actor, deed.stem, deed.article].append(number)
    for (one, first), (other, second) in combinations(sorted(told.items()), 2):
        if one[:2] == other[:2] and not any(overlap(deeds[a].told, deeds[b].told) for a in first for b in second):
            yield from ((a, b) for a in first for b in second)


def join_pairs(pairs: Iterable[Key]) -> list[tuple[int, ...]]:
    """Join pairs that share a claim, in order of their first claims."""
    groups: list[set[int]] = []
    for pair in pairs:
        touched = [group for group in groups if group & set(pair)]
        groups = [group for group in groups if group not in touched] + [set(pair).union(*touched)]
    return sorted(tuple(sorted(group)) for group in groups)


def name_what(case: Case, members: Sequence[int]) -> str:
    """Return what is counted: the thing and what is told of it, or the longest words one of the articles has for it."""
    kinds = {case.figure(number).kind for number in members}
    if len(kinds) == 1 and (kind := kinds.pop()).name:
        return kind.name if kind.thing == "money" else f"{kind.thing} {kind.name}"
    return max((case.figure(number).what for number in members), key=lambda what: (len(what), what))


def compare_counts(scene: Reading, what: str, counts: Sequence[Count]) -> tuple[str, str]:
    """Say what the sentences of some figures have in common, and which told dates belong to one of them only."""
    common = frozenset.intersection(*(count.context for count in counts))
    shared = scene.name_all(counts[0].clause, common)
    apart = {scene.text[one.start : one.end] for count in counts for one in count.dates if not all(one in other.dates for other in counts)}
    apart |= {limit for count in counts for limit in count.limits if not all(limit in other.limits for other in counts)}
    kept = [one for one in sorted(apart) if not any(one != other and one in other for other in apart)]
    return ", ".join(shared or [what]), ", ".join(kept)
