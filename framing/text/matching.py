"""All patterns of all lists found in one scan over a batch.

Patterns are folded as the text is and carry a space on both sides, so that the automaton itself sees to word boundaries. The automaton
finds parts; a part that is a whole pattern is a hit, and patterns of several parts grow from their rarest part forward and back.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

import numpy as np
from ahocorasick_rs import BytesAhoCorasick
from numpy.typing import NDArray

from framing.text.cleaning import Batch
from framing.text.letters import UPPER, fold_text
from framing.text.offsets import Offsets
from framing.topics.pattern import Form, Pattern

Numbers = NDArray[np.int32]
TIGHT: Final = 3
"""The most characters between two parts that stand side by side: a space, or a dot and a space."""
FAR: Final = 120
"""The most characters a gap can have, however few its words."""


@dataclass(frozen=True)
class Hits:
    """Where patterns stand in a batch: number of the pattern, start, end."""

    pattern: Numbers
    starts: Offsets
    ends: Offsets

    def take(self, chosen: NDArray[np.bool_] | NDArray[np.intp]) -> "Hits":
        """Return some of the hits, by mask or index."""
        return Hits(self.pattern[chosen], self.starts[chosen], self.ends[chosen])

    def numbered(self, numbers: range) -> "Hits":
        """Return the hits of patterns numbered within a range, numbered from its first, in order of start, longer ones first."""
        own = self.take((self.pattern >= numbers.start) & (self.pattern < numbers.stop))
        order = np.lexsort((-own.ends, own.starts))
        return Hits(own.pattern[order] - numbers.start, own.starts[order], own.ends[order])

    def __len__(self) -> int:
        return len(self.pattern)


@dataclass(frozen=True)
class Lists:
    """Lists of numbers of different length, one for each of a range of things, end to end."""

    firsts: Offsets
    items: Numbers

    def expand(self, things: NDArray[np.integer]) -> tuple[Offsets, Numbers]:
        """Return, for some things, all their items: which thing (by place) each item belongs to, and the item."""
        n_items = (self.firsts[1:] - self.firsts[:-1])[things]
        place = np.repeat(np.arange(len(things)), n_items)
        skipped = np.cumsum(n_items) - n_items
        return place, self.items[np.arange(len(place)) - skipped[place] + self.firsts[:-1][things][place]]


def make_lists(lists: Iterable[list[int]]) -> Lists:
    """Lay lists end to end."""
    kept = list(lists)
    firsts = np.cumsum([0, *map(len, kept)], dtype=np.int64)
    return Lists(firsts, np.array(list(chain.from_iterable(kept)), np.int32))


@dataclass(frozen=True)
class Matcher:
    """Patterns compiled for one scan.

    Parts are counted once however many patterns share them. `parts_of` lists the parts each form of the automaton is (with
    where its word in capitals begins, -1: it has none); `patterns_of` the patterns that grow from each part; `part_at[p, k]` is part `k` of
    pattern `p`, -1 after its last; `anchor[p]` is the place of the part it grows from; `gaps[p, k]` how many words may stand after part `k`;
    `is_shared` tells which parts belong to a pattern of several.
    """

    automaton: BytesAhoCorasick
    parts_of: Lists
    capital_of: Lists
    patterns_of: Lists
    part_at: Numbers
    anchor: Numbers
    gaps: Numbers
    is_shared: NDArray[np.bool_]

    @property
    def n_forms(self) -> int:
        """How many different strings the automaton looks for."""
        return len(self.parts_of.firsts) - 1


def make_matcher(patterns: Sequence[Pattern]) -> Matcher:
    """Compile patterns; their numbers in the hits are their places in the sequence."""
    parts: dict[tuple[Form, ...], int] = {}
    most = max((len(pattern.parts) for pattern in patterns), default=1)
    part_at = np.full((len(patterns), most + 1), -1, np.int32)
    gaps = np.zeros((len(patterns), most + 1), np.int32)
    anchor = np.zeros(len(patterns), np.int32)
    for number, pattern in enumerate(patterns):
        part_at[number, : len(pattern.parts)] = [parts.setdefault(part, len(parts)) for part in pattern.parts]
        gaps[number, : len(pattern.gaps)] = pattern.gaps
        anchor[number] = find_rarest(pattern)
    uses: dict[bytes, list[tuple[int, int]]] = {}
    for part, number in parts.items():
        for form in part:
            if folded := fold_text(form.words).strip():
                uses.setdefault(b" " + folded + b" ", []).append((number, form.capital_at))
    grown: list[list[int]] = [[] for _ in parts]
    for number in range(len(patterns)):
        grown[part_at[number, anchor[number]]].append(number)
    return Matcher(
        automaton=BytesAhoCorasick(list(uses) or [b"\0"]),
        parts_of=make_lists([part for part, _ in served] for served in uses.values()),
        capital_of=make_lists([capital for _, capital in served] for served in uses.values()),
        patterns_of=make_lists(grown),
        part_at=part_at,
        anchor=anchor,
        gaps=gaps,
        is_shared=np.isin(np.arange(len(parts)), part_at[part_at[:, 1] >= 0]) if len(patterns) else np.zeros(0, np.bool_),
    )


def find_rarest(pattern: Pattern) -> int:
    """Return the place of the part likely to be rarest: the one whose shortest form is longest."""
    shortest = [min(len(form.words) for form in part) for part in pattern.parts]
    return shortest.index(max(shortest))


def match_patterns(batch: Batch, matcher: Matcher) -> Hits:
    """Find every pattern in a batch, in no order; hits overlap where patterns do, and may cross a line end (later stages drop those)."""
    parts = match_parts(batch, matcher)
    place, pattern = matcher.patterns_of.expand(parts.pattern)
    found = Hits(pattern, parts.starts[place], parts.ends[place])
    several = matcher.part_at[pattern, 1] >= 0
    whole = found.take(~several)
    grown = grow_patterns(batch, matcher, found.take(several), parts.take(matcher.is_shared[parts.pattern]))
    return Hits(*(np.concatenate(pair) for pair in zip(columns(whole), columns(grown), strict=True)))


def columns(hits: Hits) -> tuple[NDArray[np.integer], ...]:
    """Return the columns of hits."""
    return hits.pattern, hits.starts, hits.ends


def match_parts(batch: Batch, matcher: Matcher) -> Hits:
    """Find every part of every pattern: the scan itself, and the check of capitals."""
    found = matcher.automaton.find_matches_as_indexes(batch.folded.tobytes(), overlapping=True)
    raw = np.fromiter(chain.from_iterable(found), np.int64, 3 * len(found)).reshape(-1, 3)
    place, part = matcher.parts_of.expand(raw[:, 0])
    _, capital_at = matcher.capital_of.expand(raw[:, 0])
    starts, ends = (raw[:, 1] + 1)[place], (raw[:, 2] - 1)[place]
    asks = np.flatnonzero(capital_at >= 0)
    right = np.ones(len(part), np.bool_)
    right[asks] = has_capitals(batch, starts[asks] + capital_at[asks])
    return Hits(part[right], starts[right], ends[right])


def has_capitals(batch: Batch, at: Offsets) -> NDArray[np.bool_]:
    """Tell where a capital letter is followed by another, or by a dot and another (U.S.)."""
    last = len(batch.kinds) - 1
    is_upper = batch.kinds == UPPER
    second = is_upper[np.minimum(at + 1, last)] | is_upper[np.minimum(at + 2, last)]
    return np.asarray(is_upper[at] & second)


def grow_patterns(batch: Batch, matcher: Matcher, seeds: Hits, parts: Hits) -> Hits:
    """Grow patterns of several parts from their rarest part, each taking the nearest next and previous part within its gap.

    Parts may not reach across a line end or full stop: later stages drop those.
    """
    if not len(seeds):
        return seeds
    size = len(batch.kinds) + 1
    growing, at = seeds, matcher.anchor[seeds.pattern]
    keys = key_of(parts.pattern, parts.starts, size)
    order = np.argsort(keys, kind="stable")
    sorted_parts, sorted_keys = parts.take(order), keys[order]
    while (going := matcher.part_at[growing.pattern, at + 1] >= 0).any():
        wanted = np.where(going, matcher.part_at[growing.pattern, at + 1], 0)
        found = np.minimum(np.searchsorted(sorted_keys, key_of(wanted, growing.ends, size)), len(sorted_keys) - 1)
        fits = sorted_parts.pattern[found] == wanted
        fits &= is_near(batch, growing.ends, sorted_parts.starts[found], matcher.gaps[growing.pattern, at])
        ends = np.where(going, sorted_parts.ends[found], growing.ends)
        growing, at = Hits(growing.pattern, growing.starts, ends).take(~going | fits), (at + going)[~going | fits]
    at = matcher.anchor[growing.pattern]
    while (going := at > 0).any():
        previous = np.maximum(at - 1, 0)
        wanted = matcher.part_at[growing.pattern, previous]
        found = np.maximum(np.searchsorted(sorted_keys, key_of(wanted, growing.starts, size)) - 1, 0)
        fits = sorted_parts.pattern[found] == wanted
        fits &= is_near(batch, sorted_parts.ends[found], growing.starts, matcher.gaps[growing.pattern, previous])
        starts = np.where(going, sorted_parts.starts[found], growing.starts)
        growing, at = Hits(growing.pattern, starts, growing.ends).take(~going | fits), previous[~going | fits]
    return growing


def key_of(part: NDArray[np.integer], positions: Offsets, size: int) -> Offsets:
    """Return one number that orders first by part, then by position."""
    return part.astype(np.int64) * size + positions


def is_near(batch: Batch, ends: Offsets, starts: Offsets, limit: Numbers) -> NDArray[np.bool_]:
    """Tell whether no more words than the limit stand between the end of one part and the start of the next."""
    near = (starts >= ends) & (starts - ends <= np.where(limit > 0, FAR, TIGHT))
    some = np.flatnonzero(near)
    near[some] = batch.word_of(starts[some] - 1) - batch.word_of(ends[some] - 1) <= limit[some]
    return near
