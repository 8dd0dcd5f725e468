"""Whether a topic has words for these articles: axes and poles of which no term fires."""

from collections.abc import Iterator

import numpy as np

from framing.analysis.analysis import Analysis
from framing.intake.view import Problem


def find_silent(analysis: Analysis) -> Iterator[Problem]:
    """Find axes without any evidence in these articles and those with evidence for one pole only, and tell how many terms fire."""
    evidence, lens = analysis.evidence, analysis.lens
    counts = evidence.weight > 0
    for number, axis in enumerate(lens.axes):
        n_left, n_right = (int(np.count_nonzero(counts & (evidence.axis == number) & (evidence.sign == sign))) for sign in (-1, 1))
        if not n_left and not n_right:
            yield Problem("", "terms", "look", f"no term of the axis {axis.label!r} fires in any article: does the topic fit?")
        elif not n_left or not n_right:
            silent, heard, n = (axis.left, axis.right, n_right) if not n_left else (axis.right, axis.left, n_left)
            what = f"on the axis {axis.label!r} terms fire for {heard.label!r} only ({n} times), none for {silent.label!r}"
            yield Problem("", "terms", "look", f"{what}: does the list lack its words?")
    if lens.entries:
        n_fired = len(np.unique(evidence.entry))
        yield Problem("", "terms", "look", f"{n_fired:,} of {len(lens.entries):,} terms of the topic fire in these articles")
