"""All patterns of all lists found in one walk over the words of a batch.

Each word is looked up once in the vocabulary of all patterns; from the words that can begin one, a tree of word sequences is walked for the
whole batch at a time, so that the cost grows with the words of the text and hardly with the number of patterns. The tree finds parts.
A part that is a whole pattern is a hit; a pattern of several parts grows from its rarest part forward and back.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

import numpy as np
from numpy.typing import NDArray

from framing.text.cleaning import Batch
from framing.text.letters import SINGLE, SINGLE_CLOSE, STOP, UPPER, fold_text
from framing.text.offsets import Offsets
from framing.text.tables import Table, make_table
from framing.text.words import number_words
from framing.topics.pattern import Form, Pattern

Numbers = NDArray[np.int32]
Use = tuple[int, tuple[int, ...]]
"""A part that a word sequence is a form of, and where in the form words in capitals begin."""
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
class Lists:
    """Lists of numbers of different length, one for each of a range of things, end to end."""

    firsts: Offsets
    items: Numbers

    def expand(self, things: NDArray[np.integer]) -> tuple[Offsets, Offsets]:
        """Return, for some things, all their items: which thing (by place) each belongs to, and where it stands in `items`."""
        first = self.firsts[things]
        n_items = self.firsts[things + 1] - first
        place = np.repeat(np.arange(len(things)), n_items)
        skipped = np.cumsum(n_items) - n_items
        return place, np.arange(len(place)) + (first - skipped)[place]


def make_lists(lists: Iterable[Sequence[int]]) -> Lists:
    """Lay lists end to end."""
    kept = list(lists)
    firsts = np.cumsum([0, *map(len, kept)], dtype=np.int64)
    return Lists(firsts, np.array(list(chain.from_iterable(kept)), np.int32))


@dataclass(frozen=True)
class Tree:
    """Word sequences as a tree: `vocabulary` numbers words, `from_root[w]` is the node of a first word (-1: none), `steps` holds
    `node * n_words + word` for every further step, `step_to` the node it leads to; `parts_of` lists the parts that end at each node; `capitals_of`
    lists, for each item of `parts_of`, where in its form words in capitals begin.
    """

    vocabulary: Table
    from_root: Numbers
    steps: Table
    step_to: Numbers
    goes_on: NDArray[np.bool_]
    parts_of: Lists
    capitals_of: Lists


@dataclass(frozen=True)
class Matcher:
    """Patterns compiled for matching.

    Parts are counted once however many patterns share them: `patterns_of` lists the patterns that grow from each; `part_at[p, k]` is part
    `k` of pattern `p`, -1 after its last; `anchor[p]` the place of the part it grows from; `gaps[p, k]` how many words may follow part `k`;
    `n_forms` counts the different word sequences looked for.
    """

    tree: Tree
    patterns_of: Lists
    part_at: Numbers
    anchor: Numbers
    gaps: Numbers
    n_forms: int


def make_matcher(patterns: Sequence[Pattern]) -> Matcher:
    """Compile patterns; their numbers in the hits are their places in the sequence."""
    parts: dict[tuple[Form, ...], int] = {}
    most = max((len(pattern.parts) for pattern in patterns), default=1)
    part_at = np.full((len(patterns), most + 1), -1, np.int32)
    gaps = np.zeros((len(patterns), most + 1), np.int32)
    anchor = np.array([find_rarest(pattern) for pattern in patterns], np.int32)
    for number, pattern in enumerate(patterns):
        part_at[number, : len(pattern.parts)] = [parts.setdefault(part, len(parts)) for part in pattern.parts]
        gaps[number, : len(pattern.gaps)] = pattern.gaps
    grown: list[list[int]] = [[] for _ in parts]
    for number in range(len(patterns)):
        grown[int(part_at[number, anchor[number]])].append(number)
    uses = fold_forms(parts)
    return Matcher(make_tree(uses), make_lists(grown), part_at, anchor, gaps, len(uses))


def fold_forms(parts: dict[tuple[Form, ...], int]) -> dict[tuple[bytes, ...], list[Use]]:
    """Fold the forms of all parts at once: for each word sequence the parts it is, and where in the form words in capitals begin."""
    forms = [(number, form) for part, number in parts.items() for form in part]
    folded = fold_text("\n".join(form.words for _, form in forms))
    uses: dict[tuple[bytes, ...], list[Use]] = {}
    start = 0
    for number, form in forms:
        end = start + len(form.words)
        if words := tuple(folded[start:end].split()):
            uses.setdefault(words, []).append((number, form.capitals))
        start = end + 1
    return uses


def find_rarest(pattern: Pattern) -> int:
    """Return the place of the part likely to be rarest: the one whose shortest form is longest."""
    shortest = [min(len(form.words) for form in part) for part in pattern.parts]
    return shortest.index(max(shortest))


def make_tree(uses: dict[tuple[bytes, ...], list[Use]]) -> Tree:
    """Make the tree of some word sequences; `uses` says which parts each is, and where its capitals begin."""
    words = sorted({word for sequence in uses for word in sequence})
    number = {word: place for place, word in enumerate(words)}
    nodes: dict[tuple[int, int], int] = {}
    ends: list[list[Use]] = []
    for sequence, served in uses.items():
        node = -1
        for word in sequence:
            step = node, number[word]
            if step not in nodes:
                nodes[step] = len(ends)
                ends.append([])
            node = nodes[step]
        ends[node] += served
    from_root = np.full(len(words) + 1, -1, np.int32)
    goes_on = np.zeros(len(ends) + 1, np.bool_)
    further: dict[int, int] = {}
    for (before, place), target in nodes.items():
        if before < 0:
            from_root[place] = target
        else:
            goes_on[before] = True
            further[before * len(words) + place] = target
    return Tree(
        vocabulary=make_table(number_words(words)),
        from_root=from_root,
        steps=make_table(np.array(list(further), np.uint64)),
        step_to=np.array([*further.values(), -1], np.int32),
        goes_on=goes_on,
        parts_of=make_lists([[part for part, _ in served] for served in ends]),
        capitals_of=make_lists([capitals for served in ends for _, capitals in served]),
    )


def match_patterns(batch: Batch, matcher: Matcher) -> Hits:
    """Find every pattern in a batch, in no order; hits overlap where patterns do, and may cross a line end (later stages drop those)."""
    parts = find_parts(batch, matcher.tree)
    place, item = matcher.patterns_of.expand(parts.pattern)
    pattern = matcher.patterns_of.items[item]
    found = Hits(pattern, parts.starts[place], parts.ends[place])
    several = matcher.part_at[pattern, 1] >= 0
    seeds = found.take(several)
    is_needed = np.zeros(len(matcher.patterns_of.firsts), np.bool_)
    is_needed[matcher.part_at[seeds.pattern]] = True
    is_needed[-1] = False
    grown = grow_patterns(batch, matcher, seeds, parts.take(is_needed[parts.pattern]))
    return join_hits([found.take(~several), grown])


def find_parts(batch: Batch, tree: Tree) -> Hits:
    """Find every part of every pattern; hits are numbered by part."""
    runs = batch.runs
    word = tree.vocabulary.look_up(batch.run_numbers)
    first = np.flatnonzero(tree.from_root[word] >= 0)
    node, last = tree.from_root[word[first]], first
    n_words = np.uint64(len(tree.from_root) - 1)
    found: list[tuple[NDArray[np.intp], NDArray[np.intp], Numbers]] = [(first, last, node)]
    while True:
        going = np.flatnonzero(tree.goes_on[node] & (last + 1 < len(word)))
        first, last, node = first[going], last[going] + 1, node[going]
        known = np.flatnonzero(runs.is_tight[last] & (word[last] >= 0))
        first, last, node = first[known], last[known], node[known]
        step = tree.steps.look_up(node.astype(np.uint64) * n_words + word[last].astype(np.uint64))
        reached = np.flatnonzero(step >= 0)
        if not len(reached):
            break
        first, last, node = first[reached], last[reached], tree.step_to[step[reached]]
        found.append((first, last, node))
    firsts, lasts, nodes = (np.concatenate(column) for column in zip(*found, strict=True))
    return find_ends(batch, tree, nodes, runs.starts[firsts], runs.ends[lasts])


def find_ends(batch: Batch, tree: Tree, nodes: Numbers, starts: Offsets, ends: Offsets) -> Hits:
    """Return the parts that end at the nodes reached, where their capitals are as they ask."""
    place, item = tree.parts_of.expand(nodes)
    starts, ends = starts[place], ends[place]
    asking, capital = tree.capitals_of.expand(item)
    is_small = ~has_capitals(batch, starts[asking] + tree.capitals_of.items[capital])
    right = np.ones(len(item), np.bool_)
    right[asking[is_small]] = False
    return Hits(tree.parts_of.items[item[right]], starts[right], ends[right])


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
