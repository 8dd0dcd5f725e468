"""Paragraphs: lines of text, with hard-wrapped lines joined and second copies marked."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from framing.text.cleaning import Batch
from framing.text.letters import BLANK, NEWLINE, STOP
from framing.text.offsets import Offsets

WRAP_WIDTHS = (45, 95)
WRAP_LINES = 8
WRAP_SHARE = 0.6
COPY_LETTERS = 40
KEY_FACTOR = np.uint64(0x9E3779B97F4A7C15)
MOST_BLANKS = 8
"""How many blanks at an end of a line are passed over one by one."""


@dataclass(frozen=True)
class Paragraphs:
    """Paragraphs of a batch in order: where they stand, their article, how many words they have, and whether they are second copies."""

    starts: Offsets
    ends: Offsets
    article: Offsets
    n_words: Offsets
    is_copy: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.starts)


def find_paragraphs(batch: Batch) -> Paragraphs:
    """Find the paragraphs of a batch: its lines without blank ones, blanks at both ends trimmed.

    Where most of an article's lines break in the middle of a sentence at one width, single line ends do not count.
    """
    starts, ends = find_lines(batch)
    starts, ends = join_wrapped(batch, starts, ends)
    n_words = batch.word_of(ends - 1) - batch.word_of(starts - 1)
    article = batch.article_of(starts)
    return Paragraphs(starts, ends, article, n_words, find_copies(batch, starts, ends, article))


def find_lines(batch: Batch) -> tuple[Offsets, Offsets]:
    """Find the lines of a batch that hold anything, trimmed."""
    kinds = batch.kinds
    breaks = np.flatnonzero(kinds == NEWLINE)
    starts, ends = breaks[:-1] + 1, breaks[1:]
    for _ in range(MOST_BLANKS):
        some = starts < ends
        starts, ends = starts[some], ends[some]
        before, behind = kinds[starts] == BLANK, kinds[ends - 1] == BLANK
        if not (before | behind).any():
            return starts, ends
        starts, ends = starts + before, ends - (behind & (ends - starts > before))
    solid = np.flatnonzero((kinds != BLANK) & (kinds != NEWLINE))
    first, after = np.searchsorted(solid, starts), np.searchsorted(solid, ends)
    some = after > first
    return solid[first[some]], solid[after[some] - 1] + 1


def join_wrapped(batch: Batch, starts: Offsets, ends: Offsets) -> tuple[Offsets, Offsets]:
    """Join lines that follow each other without a blank line in articles whose lines are wrapped by hand."""
    if len(starts) < WRAP_LINES:
        return starts, ends
    article = batch.article_of(starts)
    follows = np.zeros(len(starts), np.bool_)
    follows[1:] = (starts[1:] - ends[:-1] <= 2) & (article[1:] == article[:-1]) & ~has_blank_line(batch, ends[:-1], starts[1:])
    before = np.roll(follows, -1)
    length = ends - starts
    broken = before & (length >= WRAP_WIDTHS[0]) & (length <= WRAP_WIDTHS[1]) & (batch.kinds[ends - 1] != STOP)
    n_lines = np.bincount(article, minlength=len(batch.articles))
    n_broken = np.bincount(article, weights=broken, minlength=len(batch.articles))
    wrapped = (n_lines >= WRAP_LINES) & (n_broken > WRAP_SHARE * n_lines)
    joins = follows & wrapped[article]
    first = np.flatnonzero(~joins)
    return starts[first], ends[np.append(first[1:], len(starts)) - 1]


def has_blank_line(batch: Batch, ends: Offsets, starts: Offsets) -> NDArray[np.bool_]:
    """Tell whether two line ends stand between the end of a line and the start of the next."""
    return np.asarray((starts - ends >= 2) & (batch.kinds[ends] == NEWLINE) & (batch.kinds[starts - 1] == NEWLINE))


def find_copies(batch: Batch, starts: Offsets, ends: Offsets, article: Offsets) -> NDArray[np.bool_]:
    """Mark paragraphs of 40 letters or more that stand word for word further up in the same article."""
    is_copy = np.zeros(len(starts), np.bool_)
    long = np.flatnonzero(ends - starts >= COPY_LETTERS)
    sums = np.append(np.uint64(0), np.cumsum(batch.run_numbers))
    own = sums[np.searchsorted(batch.runs.starts, ends[long])] - sums[np.searchsorted(batch.runs.starts, starts[long])]
    key = (own * KEY_FACTOR + (ends[long] - starts[long]).astype(np.uint64)) * KEY_FACTOR + article[long].astype(np.uint64)
    order = np.argsort(key, kind="stable")
    same = np.flatnonzero(key[order][1:] == key[order][:-1])
    for earlier, later in zip(long[order[same]], long[order[same + 1]], strict=True):
        if batch.text[starts[earlier] : ends[earlier]] == batch.text[starts[later] : ends[later]]:
            is_copy[later] = True
    return is_copy
