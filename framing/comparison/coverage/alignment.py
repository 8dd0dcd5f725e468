"""The same claim across articles: every pair of clauses compared, links made, claims grouped."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from framing.claims.records import Claims
from framing.claims.stems import Stems
from framing.comparison.coverage.groups import group_links
from framing.comparison.coverage.likeness import Held, find_alike
from framing.comparison.coverage.links import Closeness, Link, link_clauses, link_parts
from framing.comparison.coverage.signs import judge_pairs, read_signs

LOWEST: Final = 0.08
"""Clauses less alike than this are not looked at."""
TOGETHER: Final = 0.3
"""How close the clauses of two groups must be on average before the groups become one; those of one article need not be."""


@dataclass(frozen=True)
class Alignment:
    """The group of each claim (-1: it stands alone), the links, how close clauses are, and what each thing they hold weighs."""

    group: tuple[int, ...]
    links: tuple[Link, ...]
    close: Closeness
    weights: Mapping[str, float]


def align_claims(claims: Claims, text: str, stems: Stems) -> Alignment:
    """Align the claims of all articles."""
    held = Held.of([clause.matter for clause in claims.clauses])
    close = compare_clauses(claims, text, held, stems.words.signs)
    whole = [number for number, claim in enumerate(claims.claims) if claim.kind in ("event", "statement")]
    parts = [number for number, claim in enumerate(claims.claims) if claim.figure or claim.told]
    links = [*link_clauses(claims.clauses, whole, close), *link_parts(claims, parts, close, stems)]

    group = group_links(len(claims.claims), links, lambda first, second: is_close(claims, close, first, second))
    return Alignment(tuple(group), tuple(sorted(links, key=lambda link: (link.a, link.b))), close, held.weight_of)


def is_close(claims: Claims, close: Closeness, first: Sequence[int], second: Sequence[int]) -> bool:
    """Tell whether two groups of claims are close enough to be one, by those of different articles where there are any."""
    pairs = [(claims.claims[a].clause, claims.claims[b].clause) for a in first for b in second]
    across = [(a, b) for a, b in pairs if claims.clauses[a].article != claims.clauses[b].article]
    scores = [close.near(a, b) for a, b in across or pairs]
    return sum(scores) / len(scores) >= min(TOGETHER, max(scores))


def compare_clauses(claims: Claims, text: str, held: Held, weights: Mapping[str, float]) -> Closeness:
    """Compare every two clauses that share something rare."""
    clauses = claims.clauses
    pairs = find_alike(held, LOWEST)
    article = np.array([clause.article for clause in clauses], np.int64)
    across = article[pairs.a] != article[pairs.b]
    sure = judge_pairs(read_signs(text, clauses, held, pairs.keep(across)), weights)
    return Closeness.of(pairs, sure, across, held)
