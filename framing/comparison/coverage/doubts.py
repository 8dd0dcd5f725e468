"""Which other articles may tell a claim, though not surely enough to count: for these it is neither "only here" nor "left out"."""

from collections import defaultdict
from typing import Final

from framing.comparison.coverage.comparable import Case, find_settled

LEAST_SURE: Final = 0.2
"""From so surely on another article's clause may be the same told in other words."""


def find_doubts(case: Case) -> list[frozenset[int]]:
    """Return for each claim the articles that may tell it: a clause somewhat like it, or its value for something of the same name."""
    clauses, found = case.claims.clauses, defaultdict[int, set[int]](set)
    for (a, b), sure in case.alignment.close.sure.items():
        if sure >= LEAST_SURE:
            found[a].add(clauses[b].article)
            found[b].add(clauses[a].article)
    values = defaultdict[int, set[int]](set)
    for number, article in find_settled(case):
        values[number].add(article)
    is_part = [bool(claim.figure or claim.told) for claim in case.claims.claims]
    doubts = [values[at] if part else found[claim.clause] for at, (claim, part) in enumerate(zip(case.claims.claims, is_part, strict=True))]
    return [frozenset(articles) for articles in doubts]
