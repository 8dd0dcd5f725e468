"""Quotations of every mark and shape, and where a malformed one ends."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from framing.text.cleaning import Batch
from framing.text.letters import LOWER
from framing.text.offsets import Offsets
from framing.text.sentences import Sentences
from framing.text.zones import Segments
from framing.topics.writing import read_marks
from framing.voices.marks import Directions, find_double_marks, find_single_marks

LONGEST_SINGLE: Final = 1_500
Pair = tuple[int, int, bool]
"""Where a quotation's opening mark stands, where it ends (after its closing mark, if it has one), and whether it is closed."""


@dataclass(frozen=True)
class Quotations:
    """Outermost quotations of a batch in order: from the opening mark to behind the closing one, and whether that was there."""

    starts: Offsets
    ends: Offsets
    is_closed: NDArray[np.bool_]

    def of(self, starts: Offsets, ends: Offsets) -> Offsets:
        """Return the number of the quotation that holds each stretch, -1 where none does."""
        if not len(self.starts):
            return np.full(len(starts), -1, np.int64)
        at = np.searchsorted(self.starts, starts, side="right") - 1
        inside = (at >= 0) & (ends <= self.ends[at])
        return np.where(inside, at, -1)

    def hold(self, starts: Offsets, ends: Offsets) -> Offsets:
        """Return the same for stretches that are in order and do not overlap, faster."""
        first, behind = np.searchsorted(starts, self.starts), np.searchsorted(ends, self.ends, side="right")
        n_held = np.maximum(behind - first, 0)
        found = np.full(len(starts), -1, np.int64)
        number = np.repeat(np.arange(len(self)), n_held)
        found[np.arange(len(number)) + np.repeat(first - np.cumsum(n_held) + n_held, n_held)] = number
        return found

    def __len__(self) -> int:
        return len(self.starts)


def find_quotations(batch: Batch, segments: Segments, sentences: Sentences) -> Quotations:
    """Find the quotations of a batch.

    Marks are paired within a paragraph. An opening mark that is never closed there reaches to the paragraph's end when the
    next paragraph opens with a mark again (a quotation over several paragraphs), else to the end of its sentence, and never over
    another opening mark. A closing mark without an opening one is passed over. Quotations inside quotations are part of them.
    """
    doubles = pair_doubles(batch, segments, sentences, *find_double_marks(batch))
    singles = pair_singles(segments, batch, *find_single_marks(batch))
    pairs = drop_inner(np.concatenate([doubles, singles]))
    return Quotations(pairs[:, 0], pairs[:, 1], pairs[:, 2].astype(np.bool_))


def pair_doubles(
    batch: Batch, segments: Segments, sentences: Sentences, marks: Offsets, direction: Directions
) -> NDArray[np.int64]:
    """Pair double marks: all paragraphs whose marks alternate at once, the others one by one."""
    segment = segments.of(marks)
    inside = (segment >= 0) & (marks < segments.ends[np.maximum(segment, 0)])
    marks, direction, segment = marks[inside], direction[inside], segment[inside]
    if not len(marks):
        return np.empty((0, 3), np.int64)
    _, first, group, n_marks = np.unique(segment, return_index=True, return_inverse=True, return_counts=True)
    rank = np.arange(len(marks)) - first[group]
    expected = np.where(rank % 2 == 0, 1, -1)
    bad = np.zeros(len(first), np.bool_)
    np.logical_or.at(bad, group, direction != expected)
    bad |= n_marks % 2 == 1
    good = ~bad[group]
    opening = np.flatnonzero(good & (rank % 2 == 0))
    pairs = np.stack([marks[opening], marks[opening + 1] + 1, np.ones(len(opening), np.int64)], axis=1)
    found: list[Pair] = []
    for at in np.flatnonzero(bad):
        own = slice(first[at], first[at] + n_marks[at])
        outer = drop_nested(batch, marks[own].tolist(), direction[own].tolist())
        found += pair_one_by_one(*outer, paragraph_ends(batch, segments, sentences, segment[first[at]]))
    return np.concatenate([pairs, np.array(found, np.int64).reshape(-1, 3)])


def drop_nested(batch: Batch, marks: list[int], direction: list[int]) -> tuple[list[int], list[int]]:
    """Drop the marks inside a quotation whose opening mark only certain others close (« by », 「 by 」), as far as its closing one."""
    closed_by = read_marks()[1]
    kept: list[int] = []
    at = 0
    while at < len(marks):
        kept.append(at)
        closers = closed_by.get(batch.text[marks[at]], "") if direction[at] > 0 else ""
        later = [other for other in range(at + 1, len(marks)) if closers and batch.text[marks[other]] in closers and direction[other] < 0]
        at = later[0] if later else at + 1
    return [marks[number] for number in kept], [direction[number] for number in kept]


@dataclass(frozen=True)
class ParagraphEnd:
    """Where an unclosed quotation of a paragraph may end: at the paragraph's end, if it goes on, or at a sentence's end."""

    end: int
    goes_on: bool
    sentence_starts: Offsets
    sentence_ends: Offsets

    def close(self, opening: int) -> int:
        """Return where a quotation opened at `opening` and never closed ends."""
        if self.goes_on:
            return self.end
        at = max(int(np.searchsorted(self.sentence_starts, opening, side="right")) - 1, 0)
        return int(self.sentence_ends[at]) if len(self.sentence_ends) else self.end


def paragraph_ends(batch: Batch, segments: Segments, sentences: Sentences, segment: int) -> ParagraphEnd:
    """Say where unclosed quotations of a paragraph end."""
    following = segment + 1
    goes_on = (
        following < len(segments.starts)
        and segments.article[following] == segments.article[segment]
        and batch.text[segments.starts[following]] in "“\"«„「『"
    )
    own = slice(*np.searchsorted(sentences.segment, (segment, segment + 1)))
    return ParagraphEnd(int(segments.ends[segment]), bool(goes_on), sentences.starts[own], sentences.ends[own])


def pair_one_by_one(marks: list[int], direction: list[int], ending: ParagraphEnd) -> list[Pair]:
    """Pair the marks of a paragraph in which they do not simply alternate."""
    pairs: list[Pair] = []
    opened = -1
    n_left = sum(direction)
    for mark, way in zip(marks, direction, strict=True):
        closes_more, n_left = n_left < 0, n_left - way
        if way < 0 and opened >= 0:
            pairs.append((opened, mark + 1, True))
            opened = -1
        elif way > 0 and opened >= 0 and closes_more:
            continue
        elif way > 0:
            if opened >= 0:
                pairs.append((opened, min(mark, ending.close(opened)), False))
            opened = mark
    if opened >= 0:
        pairs.append((opened, ending.close(opened), False))
    return pairs


def pair_singles(segments: Segments, batch: Batch, marks: Offsets, direction: Directions) -> NDArray[np.int64]:
    """Pair single marks within paragraphs; an opening mark without a closing one is an apostrophe and makes no quotation.

    A closing mark after an s and before a small letter may be a plural's apostrophe (both sides' desire): it closes only where no
    surer mark follows before the next opening one.
    """
    segment = segments.of(marks)
    pairs: list[Pair] = []
    done = -1
    for at in np.flatnonzero(direction > 0):
        start = int(marks[at])
        if start < done:
            continue
        end = -1
        for later in range(at + 1, len(marks)):
            if direction[later] > 0 or segment[later] != segment[at] or marks[later] - start > LONGEST_SINGLE:
                break
            end = int(marks[later])
            if not is_plural(batch, end):
                break
        if end > start + 1:
            pairs.append((start, end + 1, True))
            done = end
    return np.array(pairs, np.int64).reshape(-1, 3)


def is_plural(batch: Batch, mark: int) -> bool:
    """Tell whether a closing mark can be the apostrophe of a plural: after an s, before a blank and a small letter."""
    after = batch.text[mark + 1 : mark + 3]
    return batch.text[mark - 1] in "sS" and len(after) == 2 and after[0].isspace() and bool(batch.kinds[mark + 2] == LOWER)


def drop_inner(pairs: NDArray[np.int64]) -> NDArray[np.int64]:
    """Drop quotations inside quotations; cut one that reaches over the start of the next."""
    order = np.lexsort((-pairs[:, 1], pairs[:, 0]))
    pairs = pairs[order]
    if not len(pairs):
        return pairs
    reach = np.maximum.accumulate(pairs[:, 1])
    outer = np.ones(len(pairs), np.bool_)
    outer[1:] = pairs[1:, 0] >= reach[:-1]
    return pairs[outer]
