"""Quotation marks of a batch and which way each one faces."""

import re
from typing import Final

import numpy as np
from numpy.typing import NDArray

from framing.text.cleaning import Batch
from framing.text.letters import (
    BLANK,
    BRACKET_OPEN,
    COMMA,
    DIGIT,
    DOUBLE,
    DOUBLE_CLOSE,
    DOUBLE_OPEN,
    HYPHEN,
    LOWER,
    NEWLINE,
    SINGLE,
    SINGLE_CLOSE,
    SINGLE_OPEN,
    UPPER,
)  # fmt: skip
from framing.text.offsets import Offsets

Directions = NDArray[np.int8]
BEFORE_OPENING: Final = (BLANK, NEWLINE, BRACKET_OPEN, HYPHEN, COMMA, SINGLE_OPEN, DOUBLE, DOUBLE_OPEN)
WORD: Final = (LOWER, UPPER, DIGIT)
DECADE: Final = re.compile(r"\d\ds?\b|(?:em|til|tis|twas|cause|n)\b", re.IGNORECASE)


def find_double_marks(batch: Batch) -> tuple[Offsets, Directions]:
    """Return where double marks stand and which way they face: +1 opening, -1 closing.

    A straight mark opens after a blank, bracket or dash and closes everywhere else. Two straight single marks in a row are a double mark; its
    place is the first of them where it opens, the second where it closes.
    """
    kinds = batch.kinds
    twins = find_twins(batch)
    marks = np.sort(np.concatenate([np.flatnonzero(kinds - np.uint8(DOUBLE) <= DOUBLE_CLOSE - DOUBLE), twins]))
    kind = kinds[marks]
    is_twin = kind == SINGLE
    opens = is_kind(BEFORE_OPENING)[kinds[marks - 1]]
    at_end = is_kind((BLANK, NEWLINE))[kinds[np.minimum(marks + 1 + is_twin, len(kinds) - 1)]]
    direction = np.where(opens & ~at_end, 1, -1).astype(np.int8)
    direction[kind == DOUBLE_OPEN] = 1
    direction[kind == DOUBLE_CLOSE] = -1
    return marks + (is_twin & (direction < 0)), direction


def find_twins(batch: Batch) -> Offsets:
    """Return the first of every two straight single marks that stand side by side; of three in a row the inner one is a single mark."""
    single = np.flatnonzero(batch.kinds == SINGLE)
    if len(single) < 2:
        return single[:0]
    breaks = np.flatnonzero(np.diff(single) != 1) + 1
    first = single[np.concatenate([[0], breaks])]
    length = np.diff(np.concatenate([[0], breaks, [len(single)]]))
    closes = (length == 3) & ~is_kind(BEFORE_OPENING)[batch.kinds[first - 1]]
    return np.asarray((first + closes)[(length == 2) | (length == 3)])


def find_single_marks(batch: Batch) -> tuple[Offsets, Directions]:
    """Return single marks that can open (+1) or close (-1) a quotation; apostrophes inside words are none.

    An opening mark stands before a word and not after one, and is no mark of elision ('90s, 'em). A mark after a word and before none
    can close one; whether it is a plural's apostrophe shows only when marks are paired.
    """
    kinds = batch.kinds
    marks = np.flatnonzero(kinds - np.uint8(SINGLE) <= SINGLE_CLOSE - SINGLE)
    twins = find_twins(batch)
    marks = marks[~np.isin(marks, np.concatenate([twins, twins + 1]))]
    before, after = kinds[marks - 1], kinds[np.minimum(marks + 1, len(kinds) - 1)]
    in_word = is_kind(WORD)
    opens = (kinds[marks] != SINGLE_CLOSE) & ~in_word[before] & (in_word[after] | (after == DOUBLE) | (after == DOUBLE_OPEN))
    closes = (kinds[marks] != SINGLE_OPEN) & ~in_word[after] & ~is_kind((BLANK, NEWLINE))[before] & ~opens
    for at in np.flatnonzero(opens & (kinds[marks] == SINGLE)):
        opens[at] = not DECADE.match(batch.text, int(marks[at]) + 1)
    chosen = opens | closes
    return marks[chosen], np.where(opens, 1, -1).astype(np.int8)[chosen]


def is_kind(kinds: tuple[int, ...]) -> NDArray[np.bool_]:
    """Return a table that tells whether a kind is one of some kinds."""
    table = np.zeros(256, np.bool_)
    table[list(kinds)] = True
    return table
