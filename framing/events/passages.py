"""Passages two articles share: runs of the same words outside quotation marks, verified word by word."""

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.events.shingles import Keys, mix_shingles
from framing.text.cleaning import Batch
from framing.text.offsets import Offsets
from framing.text.zone_names import is_in
from framing.text.zones import Segments
from framing.voices.quotations import Quotations

ANCHOR: Final = 6
"""So many same words in a row begin a passage."""
GAP: Final = 8
"""Up to so many other words in either article do not end it."""
LEAST_WORDS: Final = 20
"""A passage has at least so many same words outside quotation marks: the words of a speaker are free to everyone."""
LEAST_SHARE: Final = 0.7
"""The share of a passage's words that are the same in both articles."""
HANDLE: Final = re.compile(r"\(@\w+\)")
NEAR_DUPLICATE: Final = 0.7
"""Two articles are near-duplicates where passages they share hold this share of the words of the shorter one."""


@dataclass(frozen=True)
class Words:
    """The counted words of one article: their numbers, places in the cleaned text, whether quoted, and whether each follows the one before."""

    numbers: Keys
    starts: Offsets
    ends: Offsets
    is_quoted: NDArray[np.bool_]
    follows: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.numbers)


class Match(NamedTuple):
    """A passage two articles share, as words `[start, end)` of each, with how many of them are the same."""

    start_a: int
    end_a: int
    start_b: int
    end_b: int
    n_same: int


def cut_words(batch: Batch, segments: Segments, quotations: Quotations) -> list[Words]:
    """Return the words of every article that stand in headline, standfirst, crossheads and body, second copies left out."""
    starts, ends = batch.runs.starts, batch.runs.ends
    of = segments.of(starts)
    counted = is_in(segments.zone, "all") & ~segments.is_copy
    runs = np.flatnonzero((of >= 0) & counted[of] & (starts < segments.ends[of]))
    article = segments.article[of[runs]]
    quoted = (quotations.of(starts[runs], ends[runs]) >= 0) | holds_handle(batch, segments)[of[runs]]
    follows = np.diff(runs, prepend=-2) == 1
    borders = np.searchsorted(article, np.arange(len(batch.articles) + 1))
    found = []
    for at, (first, behind) in enumerate(pairwise(borders.tolist())):
        own, begin = runs[first:behind], batch.starts[at]
        found.append(Words(batch.run_numbers[own], starts[own] - begin, ends[own] - begin, quoted[first:behind], follows[first:behind]))
    return found


def holds_handle(batch: Batch, segments: Segments) -> NDArray[np.bool_]:
    """Tell which paragraphs hold a handle in brackets (@name): posts set into an article are their writer's words."""
    holds = np.zeros(len(segments.starts), np.bool_)
    places = [found.start() for found in HANDLE.finditer(batch.text)]
    holds[segments.of(np.array(places, np.int64))] = True
    return holds


def match_words(a: Words, b: Words) -> list[Match]:
    """Find the passages two articles share, in order of place in the first."""
    return [match for match in chain_anchors(a, b) if is_passage(match, a, b)]


def chain_anchors(a: Words, b: Words) -> list[Match]:
    """Join the anchors two articles share into passages: those that follow each other in both with few words between."""
    _, in_a, in_b = np.intersect1d(mix_shingles(a.numbers, ANCHOR), mix_shingles(b.numbers, ANCHOR), return_indices=True)
    if not len(in_a):
        return []
    order = np.argsort(in_a)
    in_a, in_b = in_a[order], in_b[order]
    step_a, step_b = np.diff(in_a), np.diff(in_b)
    apart_a, apart_b = (np.cumsum(~words.follows)[at + ANCHOR - 1] for words, at in ((a, in_a), (b, in_b)))
    ends = (step_a > ANCHOR + GAP) | (step_b > ANCHOR + GAP) | (step_b <= 0) | (np.diff(apart_a) > 0) | (np.diff(apart_b) > 0)
    same = np.append(np.minimum(np.minimum(step_a, step_b), ANCHOR), ANCHOR)
    same[:-1][ends] = ANCHOR
    first = np.concatenate([[0], np.flatnonzero(ends) + 1])
    last = np.append(first[1:], len(in_a)) - 1
    n_same = np.add.reduceat(same, first)
    columns = (in_a[first], in_a[last] + ANCHOR, in_b[first], in_b[last] + ANCHOR, n_same)
    return [Match(*row) for row in zip(*(column.tolist() for column in columns), strict=True)]


def is_passage(match: Match, a: Words, b: Words) -> bool:
    """Tell whether a run of same words is long enough outside quotation marks, and whole enough."""
    n_words = max(match.end_a - match.start_a, match.end_b - match.start_b)
    quoted = max(int(a.is_quoted[match.start_a : match.end_a].sum()), int(b.is_quoted[match.start_b : match.end_b].sum()))
    return match.n_same - quoted >= LEAST_WORDS and match.n_same >= LEAST_SHARE * n_words


def is_near_duplicate(matches: list[Match], a: Words, b: Words) -> bool:
    """Tell whether the passages two articles share make up most of the shorter one."""
    return measure_overlap(matches, a, b) >= NEAR_DUPLICATE


def measure_overlap(matches: list[Match], a: Words, b: Words) -> float:
    """Return the share of the shorter article's words that stand in passages both have, from 0 to 1; a word in two passages counts once."""
    first = 0 if len(a) <= len(b) else 2
    spans = sorted((match[first], match[first + 1], match.n_same) for match in matches)
    n_same = reached = 0
    for start, end, n in spans:
        n_same += min(n, max(end - max(start, reached), 0))
        reached = max(reached, end)
    return n_same / max(min(len(a), len(b)), 1)
