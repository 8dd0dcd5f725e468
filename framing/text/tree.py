"""Word sequences as a tree, walked for a whole batch at a time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from framing.text.letters import fold_text
from framing.text.offsets import Offsets
from framing.text.tables import Table, make_table
from framing.text.words import Runs, find_runs, number_runs
from framing.topics.pattern import Form

Numbers = NDArray[np.int32]


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
    that they grow to (a part may be both); `n_forms` counts the different word sequences.
    """

    vocabulary: Table
    from_root: Numbers
    steps: Table
    step_to: Numbers
    goes_on: NDArray[np.bool_]
    anchors: Uses
    others: Uses
    n_forms: int


@dataclass(frozen=True)
class Reached:
    """Nodes that stretches of a text lead to, with the stretches."""

    nodes: Numbers
    starts: Offsets
    ends: Offsets


@dataclass(frozen=True)
class Forms:
    """Forms of parts as columns: the part each belongs to, its words in capitals, and its folded words by number, form after form."""

    part: Numbers
    capitals: list[tuple[int, ...]]
    n_words: Offsets
    words: NDArray[np.uint64]


def read_forms(parts: dict[tuple[Form, ...], int]) -> Forms:
    """Read the words of all forms of all parts in one pass; a form without letters is left out."""
    forms = [form for part in parts for form in part]
    part = np.repeat(np.array(list(parts.values()), np.int32), list(map(len, parts)))
    starts = np.cumsum([1, *(len(form.words) + 1 for form in forms)])
    folded = np.frombuffer(fold_text(" " + "\n".join(form.words for form in forms) + " "), np.uint8)
    runs = find_runs(folded, folded)
    n_words = np.bincount(np.searchsorted(starts, runs.starts, side="right") - 1, minlength=len(forms))[: len(forms)]
    some = np.flatnonzero(n_words)
    return Forms(part[some], [forms[at].capitals for at in some.tolist()], n_words[some], number_runs(folded, runs))


def make_tree(forms: Forms, anchors: NDArray[np.bool_], others: NDArray[np.bool_]) -> Tree:
    """Make the tree of the words of some forms, word after word for all of them at once; `anchors` and `others` say which parts are which."""
    vocabulary, words = np.unique(forms.words, return_inverse=True)
    firsts = np.cumsum(forms.n_words) - forms.n_words
    node = np.full(len(forms.part), -1, np.int64)
    steps: list[NDArray[np.int64]] = []
    n_nodes, longest = 0, int(forms.n_words.max(initial=1))
    for at in range(longest):
        going = np.flatnonzero(forms.n_words > at)
        step, reached = np.unique(node[going] * len(vocabulary) + words[firsts[going] + at], return_inverse=True)
        node[going] = n_nodes + reached
        n_nodes += len(step)
        steps.append(step)
    from_root = np.full(len(vocabulary) + 1, -1, np.int32)
    from_root[steps[0] + len(vocabulary)] = np.arange(len(steps[0]))
    further = np.concatenate([np.empty(0, np.int64), *steps[1:]])
    goes_on = np.zeros(n_nodes + 1, np.bool_)
    goes_on[further // max(len(vocabulary), 1)] = True
    return Tree(
        vocabulary=make_table(vocabulary),
        from_root=from_root,
        steps=make_table(further.astype(np.uint64)),
        step_to=np.append(np.arange(len(steps[0]), n_nodes), -1).astype(np.int32),
        goes_on=goes_on,
        anchors=make_uses(forms, node, n_nodes, anchors[forms.part]),
        others=make_uses(forms, node, n_nodes, others[forms.part]),
        n_forms=len(np.unique(node)),
    )


def make_uses(forms: Forms, node: Offsets, n_nodes: int, own: NDArray[np.bool_]) -> Uses:
    """Lay out which of some forms end at each node."""
    chosen = np.flatnonzero(own)
    chosen = chosen[np.argsort(node[chosen], kind="stable")]
    firsts = np.append(0, np.cumsum(np.bincount(node[chosen], minlength=n_nodes)))
    return Uses(Lists(firsts, forms.part[chosen]), make_lists([forms.capitals[at] for at in chosen.tolist()]))


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
