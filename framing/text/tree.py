"""Word sequences as a tree, walked for a whole batch at a time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from framing.text.letters import fold_text
from framing.text.offsets import Offsets
from framing.text.tables import Table, make_table
from framing.text.words import Runs, number_words
from framing.topics.pattern import Form

Numbers = NDArray[np.int32]
Use = tuple[int, tuple[int, ...]]
"""A part that a word sequence is a form of, and where in the form words in capitals begin."""


@dataclass(frozen=True)
class Lists:
    """Lists of numbers of different length, one for each of a range of things, end to end."""

    firsts: Offsets
    items: Numbers

    def expand(self, things: NDArray[np.integer]) -> tuple[Offsets, Offsets]:
        """Return, for some things, all their items: which thing (by place) each belongs to, and where it stands in `items`."""
        first = self.firsts[things]
        n_items = self.firsts[things + 1] - first
        skipped = np.cumsum(n_items) - n_items
        item = np.repeat(first - skipped, n_items)
        return np.repeat(np.arange(len(things)), n_items), item + np.arange(len(item))


def make_lists(lists: Iterable[Sequence[int]]) -> Lists:
    """Lay lists end to end."""
    kept = list(lists)
    firsts = np.cumsum([0, *map(len, kept)], dtype=np.int64)
    return Lists(firsts, np.array(list(chain.from_iterable(kept)), np.int32))


@dataclass(frozen=True)
class Uses:
    """What word sequences are forms of: `parts_of` lists the parts that end at each node; `capitals_of`, for each item of `parts_of`, where in its
    form words in capitals begin.
    """

    parts_of: Lists
    capitals_of: Lists


@dataclass(frozen=True)
class Tree:
    """Word sequences as a tree: `vocabulary` numbers words, `from_root[w]` is the node of a first word (-1: none), `steps` holds
    `node * n_words + word` for every further step, `step_to` the node it leads to; `anchors` are the parts that patterns grow from, `others` those
    that they grow to (a part may be both).
    """

    vocabulary: Table
    from_root: Numbers
    steps: Table
    step_to: Numbers
    goes_on: NDArray[np.bool_]
    anchors: Uses
    others: Uses


@dataclass(frozen=True)
class Reached:
    """Nodes that stretches of a text lead to, with the stretches."""

    nodes: Numbers
    starts: Offsets
    ends: Offsets


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


def make_tree(uses: dict[tuple[bytes, ...], list[Use]], anchors: set[int], others: set[int]) -> Tree:
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
        anchors=make_uses(ends, anchors),
        others=make_uses(ends, others),
    )


def make_uses(ends: list[list[Use]], parts: set[int]) -> Uses:
    """Lay out which of some parts end at each node."""
    own = [[use for use in served if use[0] in parts] for served in ends]
    return Uses(make_lists([[part for part, _ in served] for served in own]), make_lists([capitals for served in own for _, capitals in served]))


def walk_tree(tree: Tree, runs: Runs, run_numbers: NDArray[np.uint64]) -> Reached:
    """Return every node that words of a text lead to."""
    word = tree.vocabulary.look_up(run_numbers)
    node = tree.from_root[word]
    first = np.flatnonzero(node >= 0)
    last, node = first, node[first]
    n_words = np.uint64(len(tree.from_root) - 1)
    found: list[tuple[NDArray[np.intp], NDArray[np.intp], Numbers]] = [(first, last, node)]
    follows = np.append(runs.is_tight & (word >= 0), False)
    while True:
        going = np.flatnonzero(tree.goes_on[node] & follows[last + 1])
        first, last, node = first[going], last[going] + 1, node[going]
        step = tree.steps.look_up(node.astype(np.uint64) * n_words + word[last].astype(np.uint64))
        reached = np.flatnonzero(step >= 0)
        if not len(reached):
            break
        first, last, node = first[reached], last[reached], tree.step_to[step[reached]]
        found.append((first, last, node))
    firsts, lasts, nodes = (np.concatenate(column) for column in zip(*found, strict=True))
    return Reached(nodes, runs.starts[firsts], runs.ends[lasts])
