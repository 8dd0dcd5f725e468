"""All patterns of all lists found in one walk over the words of a batch.

Each word is looked up once in the vocabulary of all patterns; from the words that can begin one, a tree of word sequences is walked for the
whole batch at a time, so that the cost grows with the words of the text and hardly with the number of patterns. The tree finds parts.
A part that is a whole pattern is a hit; a pattern of several parts grows from its rarest part forward and back, and its other parts are
looked at only near there.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from framing.text.cleaning import Batch
from framing.text.letters import SINGLE, SINGLE_CLOSE, STOP, UPPER
from framing.text.offsets import Offsets
from framing.text.tree import Lists, Numbers, Reached, Tree, Uses, make_tree, read_forms, walk_tree
from framing.topics.pattern import Form, Pattern

FAR: Final = 120
"""The most characters a gap can have, however few its words."""
LONGEST: Final = 1023
"""Parts longer than this many characters are taken as equally long when hits are put in order."""


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


def join_hits(parts: Sequence[Hits]) -> Hits:
    """Join hits, one after the other."""
    return Hits(*(np.concatenate([getattr(hits, name) for hits in parts]) for name in ("pattern", "starts", "ends")))


@dataclass(frozen=True)
class Matcher:
    """Patterns compiled for matching.

    Parts are counted once however many patterns share them: `patterns_of` lists the patterns that grow from each; `part_at[p, k]` is part
    `k` of pattern `p`, -1 after its last; `others_at` is the same without the part it grows from, whose place is `anchor[p]`; `gaps[p, k]` is how
    many words may follow part `k`; no pattern is longer than `2 ** shift` letters.
    """

    tree: Tree
    patterns_of: Lists
    part_at: Numbers
    others_at: Numbers
    anchor: Numbers
    gaps: Numbers
    shift: int

    @property
    def n_forms(self) -> int:
        """How many different word sequences are looked for."""
        return self.tree.n_forms


def make_matcher(patterns: Sequence[Pattern]) -> Matcher:
    """Compile patterns; their numbers in the hits are their places in the sequence."""
    parts: dict[tuple[Form, ...], int] = {}
    most = max((len(pattern.parts) for pattern in patterns), default=1)
    part_at = np.full((len(patterns), most + 1), -1, np.int32)
    gaps = np.zeros((len(patterns), most + 1), np.int32)
    for number, pattern in enumerate(patterns):
        part_at[number, : len(pattern.parts)] = [parts.setdefault(part, len(parts)) for part in pattern.parts]
        gaps[number, : len(pattern.gaps)] = pattern.gaps
    lengths = [[len(form.words) for form in part] for part in parts]
    shortest, longest = (np.array([*map(pick, lengths), 0], np.int64) for pick in (min, max))
    anchor = np.where(part_at >= 0, shortest[part_at], -1).argmax(axis=1)
    grows_from = part_at[np.arange(len(patterns)), anchor]
    others_at = part_at.copy()
    others_at[np.arange(len(patterns)), anchor] = -1
    is_anchor, is_other = (np.isin(np.arange(len(parts)), some) for some in (grows_from, others_at))
    return Matcher(
        tree=make_tree(read_forms(parts), is_anchor, is_other),
        patterns_of=group_numbers(grows_from, len(parts)),
        part_at=part_at,
        others_at=others_at,
        anchor=anchor.astype(np.int32),
        gaps=gaps,
        shift=find_reach(part_at, longest).bit_length(),
    )


def group_numbers(groups: Numbers, n_groups: int) -> Lists:
    """List the numbers of the things in each group."""
    firsts = np.append(0, np.cumsum(np.bincount(groups, minlength=n_groups)))
    return Lists(firsts, np.argsort(groups, kind="stable").astype(np.int32))


def find_reach(part_at: Numbers, longest: Offsets) -> int:
    """Return how many letters all that a pattern can grow over has at most, and what can hold its parts: gaps, and parts with looser spaces."""
    whole = 2 * longest[part_at].sum(axis=1) + FAR * (part_at >= 0).sum(axis=1)
    return int(whole.max(initial=0) + 2 * longest.max())


def match_patterns(batch: Batch, matcher: Matcher) -> Hits:
    """Find every pattern in a batch, in no order; hits overlap where patterns do, and may cross a line end (later stages drop those)."""
    reached = walk_tree(matcher.tree, batch.runs, batch.run_numbers)
    parts = find_parts(batch, reached, matcher.tree.anchors)
    place, item = matcher.patterns_of.expand(parts.pattern)
    pattern = matcher.patterns_of.items[item]
    found = Hits(pattern, parts.starts[place], parts.ends[place])
    several = matcher.part_at[pattern, 1] >= 0
    seeds = found.take(several)
    if not len(seeds):
        return found
    grown = grow_patterns(batch, matcher, seeds, find_parts(batch, reached, matcher.tree.others, find_wanted(matcher, seeds, len(batch.kinds))))
    return join_hits([found.take(~several), grown])


@dataclass(frozen=True)
class Wanted:
    """Which parts are wanted where: `row[p]` is the row of part `p` in `where` (0: wanted nowhere), a column for each block of letters."""

    row: Numbers
    where: NDArray[np.bool_]
    shift: int

    def holds(self, parts: Numbers, starts: Offsets) -> NDArray[np.bool_]:
        """Tell which parts that begin somewhere are wanted there."""
        return np.asarray(self.where[self.row[parts], starts >> self.shift])


def find_wanted(matcher: Matcher, seeds: Hits, size: int) -> Wanted:
    """Say near which letters each part can complete a pattern that has begun to grow: in a seed's block, or the one before or after it."""
    wanted = matcher.others_at[seeds.pattern]
    row = np.zeros(len(matcher.patterns_of.firsts), np.int32)
    row[wanted] = 1
    row[-1] = 0
    row = np.where(row > 0, np.cumsum(row), 0).astype(np.int32)
    where = np.zeros((int(row.max()) + 1, (size >> matcher.shift) + 3), np.bool_)
    for column in wanted.T:
        where[row[column], (seeds.starts >> matcher.shift) + 1] = True
    where[0] = False
    return Wanted(row, where[:, :-2] | where[:, 1:-1] | where[:, 2:], matcher.shift)


def find_parts(batch: Batch, reached: Reached, uses: Uses, wanted: Wanted | None = None) -> Hits:
    """Return the parts that end at the nodes reached, where they are wanted and their capitals are as they ask; hits are numbered by part."""
    place, item = uses.parts_of.expand(reached.nodes)
    if wanted:
        chosen = wanted.holds(uses.parts_of.items[item], reached.starts[place])
        place, item = place[chosen], item[chosen]
    starts, ends = reached.starts[place], reached.ends[place]
    asking, capital = uses.capitals_of.expand(item)
    is_small = ~has_capitals(batch, starts[asking] + uses.capitals_of.items[capital])
    right = np.ones(len(item), np.bool_)
    right[asking[is_small]] = False
    return Hits(uses.parts_of.items[item[right]], starts[right], ends[right])


def has_capitals(batch: Batch, at: Offsets) -> NDArray[np.bool_]:
    """Tell where a capital letter is followed by another, or by a dot and another (U.S.)."""
    last = len(batch.kinds) - 1
    second = (batch.kinds[np.minimum(at + 1, last)] == UPPER) | (batch.kinds[np.minimum(at + 2, last)] == UPPER)
    return np.asarray((batch.kinds[at] == UPPER) & second)


def grow_patterns(batch: Batch, matcher: Matcher, seeds: Hits, parts: Hits) -> Hits:
    """Grow patterns of several parts from their rarest part, each taking the nearest next and previous part within its gap.

    A form of a part that lies inside a longer one of the same part (China in People's Republic of China) does not count.
    """
    if not len(seeds) or not len(parts):
        return seeds.take(np.zeros(len(seeds), np.bool_))
    size = len(batch.kinds) + 1
    growing, at = seeds, matcher.anchor[seeds.pattern]
    sorted_parts = drop_contained(parts, size)
    sorted_keys = key_of(sorted_parts.pattern, sorted_parts.starts, size)
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


def drop_contained(parts: Hits, size: int) -> Hits:
    """Return parts in order of part and start, without those that lie inside a longer hit of the same part.

    They come in a few runs that are in order of start, which a stable sort merges; numbers of parts are small, so that sorting by them counts.
    """
    shorter = LONGEST - np.minimum(parts.ends - parts.starts, LONGEST)
    by_start = parts.take(np.argsort(parts.starts * (LONGEST + 1) + shorter, kind="stable"))
    numbers = by_start.pattern.astype(np.min_scalar_type(int(by_start.pattern.max())))
    ordered = by_start.take(np.argsort(numbers, kind="stable"))
    reach = key_of(ordered.pattern, ordered.ends, size)
    outer = np.append(True, reach[1:] > np.maximum.accumulate(reach)[:-1])
    return ordered.take(outer)


def key_of(part: NDArray[np.integer], positions: Offsets, size: int) -> Offsets:
    """Return one number that orders first by part, then by position."""
    return part.astype(np.int64) * size + positions


def is_near(batch: Batch, ends: Offsets, starts: Offsets, limit: Numbers) -> NDArray[np.bool_]:
    """Tell whether no more words than the limit stand between the end of one part and the start of the next."""
    apart = starts - ends
    after = batch.kinds[np.minimum(ends, len(batch.kinds) - 1)]
    is_tight = (apart == 1) | ((apart == 2) & ((after == STOP) | (after == SINGLE) | (after == SINGLE_CLOSE)))
    near = (apart > 0) & np.where(limit > 0, apart <= FAR, is_tight)
    some = np.flatnonzero(near)
    near[some] = batch.word_of(starts[some] - 1) - batch.word_of(ends[some] - 1) <= limit[some]
    return near
