"""Whether a topic has words for these articles: axes and poles of which no term fires."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from framing.analysis.analysis import Analysis
from framing.evidence.lens import Lens
from framing.intake.view import Problem


@dataclass(frozen=True)
class Heard:
    """How often terms of each axis count for its left and right pole (one row an axis), and which entries fire."""

    counts: NDArray[np.int64]
    entries: frozenset[int]


def count_terms(analysis: Analysis) -> Heard:
    """Count the terms of an analysis."""
    evidence = analysis.evidence
    counts = np.zeros((len(analysis.lens.axes), 2), np.int64)
    counted = evidence.weight > 0
    np.add.at(counts, (evidence.axis[counted], (evidence.sign[counted] > 0).astype(np.int64)), 1)
    return Heard(counts, frozenset(evidence.entry.tolist()))


def find_silent(heard: Sequence[Heard], lens: Lens) -> Iterator[Problem]:
    """Find axes without any evidence in some articles and those with evidence for one pole only, and tell how many terms fire."""
    counts = np.sum([part.counts for part in heard], axis=0) if heard else np.zeros((len(lens.axes), 2), np.int64)
    for axis, (n_left, n_right) in zip(lens.axes, counts.tolist(), strict=True):
        if not n_left and not n_right:
            yield Problem("", "terms", "look", f"no term of the axis {axis.label!r} fires in any article: does the topic fit?")
        elif not n_left or not n_right:
            silent, loud, n = (axis.left, axis.right, n_right) if not n_left else (axis.right, axis.left, n_left)
            what = f"on the axis {axis.label!r} terms fire for {loud.label!r} only ({n} times), none for {silent.label!r}"
            yield Problem("", "terms", "look", f"{what}: does the list lack its words?")
    if lens.entries:
        n_fired = len(frozenset().union(*(part.entries for part in heard)))
        yield Problem("", "terms", "look", f"{n_fired:,} of {len(lens.entries):,} terms of the topic fire in these articles")
