"""Mentions while they are gathered, as columns: where each stands, and what was found of it."""

from collections.abc import Collection
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from framing.text.offsets import Offsets
from framing.text.zone_names import FURNITURE, SECTION
from framing.text.zones import Segments
from framing.voices.actors.persons import Finding

Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Rows:
    """Where mentions start and end, and the place of each one's finding among the `Findings`."""

    starts: Offsets
    ends: Offsets
    finding: Offsets

    def take(self, chosen: Flags | NDArray[np.intp]) -> "Rows":
        """Return some of the rows, by mask or index."""
        return Rows(self.starts[chosen], self.ends[chosen], self.finding[chosen])


@dataclass(frozen=True)
class Findings:
    """What was found of names and roles, in the order it was found; many mentions share one finding."""

    found: list[Finding] = field(default_factory=list)

    def enter(self, finding: Finding) -> int:
        """Enter a finding and return its place."""
        self.found.append(finding)
        return len(self.found) - 1

    def list_actors(self) -> Offsets:
        """Return the number of the actor of each finding."""
        return np.array([finding[0] for finding in self.found], np.int64)

    def is_by(self, rules: Collection[str]) -> Flags:
        """Tell which findings were made by one of some rules."""
        return np.array([finding[1] in rules for finding in self.found], np.bool_)


def make_rows(rows: list[tuple[int, int, int]]) -> Rows:
    """Lay (start, end, finding) in columns."""
    table = np.array(rows, np.int64).reshape(-1, 3)
    return Rows(table[:, 0], table[:, 1], table[:, 2])


def join_rows(*parts: Rows) -> Rows:
    """Join rows, in order of place."""
    joined = Rows(*(np.concatenate([getattr(rows, name) for rows in parts]) for name in ("starts", "ends", "finding")))
    return joined.take(np.lexsort((joined.ends, joined.starts)))


def is_met(rows: Rows, starts: Offsets, ends: Offsets) -> Flags:
    """Tell which stretches share a character with any row; the rows are in order."""
    n_before = np.searchsorted(rows.starts, ends)
    reach = np.maximum.accumulate(np.append(0, rows.ends))
    return np.asarray(reach[n_before] > starts)


def is_begun_in(rows: Rows, starts: Offsets) -> Flags:
    """Tell which positions lie in a row; the rows are in order and apart."""
    at = np.searchsorted(rows.starts, starts, side="right") - 1
    return np.asarray((at >= 0) & (starts < np.append(rows.ends, 0)[at]))


def drop_furniture(rows: Rows, segments: Segments) -> Rows:
    """Drop mentions in page furniture, section labels and second copies."""
    if not len(segments.zone):
        return rows
    at = segments.of(rows.starts)
    return rows.take(~(np.isin(segments.zone[at], (FURNITURE, SECTION)) | segments.is_copy[at]))
