"""From offsets in cleaned text back to the raw text, by the edits the cleaner recorded."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.spans import Span

Offsets = NDArray[np.int64]


def place_in_order(borders: Offsets, positions: Offsets) -> Offsets:
    """Return how many borders stand at or before each position, as `np.searchsorted` does, for positions that are in order: faster for many.

    >>> place_in_order(np.array([2, 5]), np.array([1, 2, 4, 9])).tolist()
    [0, 1, 1, 2]
    """
    n_before = np.searchsorted(positions, borders)
    return np.repeat(np.arange(len(borders) + 1), np.diff(n_before, prepend=0, append=len(positions)))


class Edit(NamedTuple):
    """One replacement: `[start, end)` of the text before became `new`; `kind` says which repair it is."""

    start: int
    end: int
    new: str
    kind: str


@dataclass(frozen=True)
class Step:
    """The edits of one pass over a text, as columns: where each stood before and where its result stands after."""

    before_starts: Offsets
    before_ends: Offsets
    after_starts: Offsets
    after_ends: Offsets

    def to_before(self, starts: Offsets, ends: Offsets) -> tuple[Offsets, Offsets]:
        """Map spans of the text after the pass to the text before it.

        A span that cuts an edit is widened to the whole edit, unless the edit replaced letter by letter.
        """
        return self._map(starts, "right"), self._map(ends, "left")

    def _map(self, positions: Offsets, side: str) -> Offsets:
        at = np.searchsorted(self.after_starts, positions, side=side) - 1  # type: ignore[call-overload]
        none = at < 0
        at = np.maximum(at, 0)
        moved = positions + self.before_ends[at] - self.after_ends[at]
        same_length = (self.before_ends - self.before_starts == self.after_ends - self.after_starts)[at]
        edge = self.before_starts[at] if side == "right" else self.before_ends[at]
        inside = positions < self.after_ends[at]
        return np.where(none, positions, np.where(inside & ~same_length, edge, moved))


@dataclass(frozen=True)
class OffsetMap:
    """The passes a text went through, in order, then how many letters were put before it; none means that it is as it was given."""

    steps: tuple[Step, ...] = ()
    n_before: int = 0

    def to_raw(self, starts: Offsets, ends: Offsets) -> tuple[Offsets, Offsets]:
        """Map spans of the cleaned text to the raw text (arrays of starts and ends, code points).

        What was put before the text maps to the empty stretch at 0.
        """
        if self.n_before:
            starts, ends = np.maximum(starts - self.n_before, 0), np.maximum(ends - self.n_before, 0)
        for step in reversed(self.steps):
            starts, ends = step.to_before(starts, ends)
        return starts, np.maximum(starts, ends)

    def raw_span(self, span: Span) -> Span:
        """Map one span of the cleaned text to the raw characters it came from."""
        starts, ends = self.to_raw(np.array([span.start]), np.array([span.end]))
        return Span(int(starts[0]), int(ends[0]))


def apply_edits(text: str, edits: list[Edit]) -> tuple[str, Step]:
    """Apply edits, sorted and apart, to a text; return the new text and the step that leads back."""
    pieces: list[str] = []
    after_starts, after_ends = [], []
    done = length = 0
    for edit in edits:
        pieces += (text[done : edit.start], edit.new)
        length += edit.start - done
        after_starts.append(length)
        length += len(edit.new)
        after_ends.append(length)
        done = edit.end
    pieces.append(text[done:])
    columns = ([edit.start for edit in edits], [edit.end for edit in edits], after_starts, after_ends)
    return "".join(pieces), Step(*(np.array(column, np.int64) for column in columns))
