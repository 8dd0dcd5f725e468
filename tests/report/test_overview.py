"""The overview: only what the evidence carries, at most three findings, each with figures and passages; else what would be needed."""

import re

import numpy as np
import pytest

from framing.comparison.comparison import Comparison
from framing.report.counted import draw_share, find_voicing, measure_share
from framing.report.findings import find_sides
from framing.report.html import render_html
from framing.report.overview import find_positions, make_overview


def test_findings_have_figures_and_passages(compared: Comparison) -> None:
    """Three findings at most, each with a figure; positions and counts with an interval; all with links that lead somewhere."""
    findings = make_overview(compared).findings
    ids = set(re.findall(r'\bid="([^"]+)"', render_html(compared)))
    assert 0 < len(findings) <= 3
    for one in findings:
        assert one.text and one.figures and one.links
        assert {one.href[1:], *(link.href[1:] for link in one.links)} <= ids


def test_positions_tell_what_the_scores_carry(compared: Comparison) -> None:
    """A position is told of an axis only where a side is found on it; every figure named is that of a side."""
    labels = {one.letter for one in find_sides(compared)}
    found = find_positions(compared)
    assert found and {one.about.split(".")[0] for one in found} <= labels
    assert all("interval" in figure for one in found for figure in one.figures[:1])


def test_nothing_carried_says_what_would_be_needed(untopical: Comparison, hostile: Comparison) -> None:
    """Short articles give no finding, with or without a topic, and the overview says what would be needed."""
    assert make_overview(untopical).findings == [] and "Name a topic" in make_overview(untopical).wanted
    assert make_overview(hostile).findings == [] and "5 pieces of evidence in 3 sentences" in make_overview(hostile).wanted


@pytest.mark.parametrize(("n", "of", "low", "high"), [(0, 10, 0.0, 0.278), (5, 10, 0.237, 0.763), (10, 10, 0.722, 1.0)])
def test_interval_of_a_share(n: int, of: int, low: float, high: float) -> None:
    """Wilson's interval as in published tables."""
    assert measure_share(n, of) == pytest.approx((low, high), abs=0.0005)


def test_share_of_words_is_drawn_the_same_every_time() -> None:
    """The bootstrap holds the share, is the same for the same state, and is wide for few attributions."""
    words, is_in = np.array([10.0, 20.0, 30.0, 40.0]), np.array([True, False, True, True])
    low, high = draw_share(words, is_in, 7)
    assert (low, high) == draw_share(words, is_in, 7)
    assert low < 0.8 < high and high - low > 0.3


def test_a_frame_told_often_names_the_other_too(compared: Comparison) -> None:
    """Nobody is shown by one pole alone: every count of a frame has that of the other pole, or says that there is none."""
    found = list(find_voicing(compared))
    assert found
    assert all(re.search(r"times; (“.+” \d+ of \d+ in its own voice|the other frame never)\.$", one.text) for one in found)
