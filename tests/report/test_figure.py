"""Figures: well-formed, readable without colour and by screen readers, at any number of rows."""

import xml.etree.ElementTree as ET

import pytest

from framing.comparison.comparison import Comparison
from framing.report.figure import FigureRow, Mark, render_figure
from framing.report.sections import make_axis_sections
from framing.topics.frame import Axis, Pole

NAN = float("nan")
AXIS = Axis("x", "What <it> is", "t", "Q?", Pole("l", "Left & co", "", ""), Pole("r", "Right", "", ""))
SHOWN = Mark(0.25, -0.5, 1.0, 6, 4, 0)
GAP = Mark(NAN, NAN, NAN, 2, 2, 3)


@pytest.mark.parametrize("n_rows", [0, 1, 50])
def test_svg_is_well_formed(n_rows: int) -> None:
    """A figure parses as XML, with a title and a description that its root names, whatever its size."""
    root = ET.fromstring(render_figure(AXIS, "A", [FigureRow("<b> & co", SHOWN, GAP)] * n_rows))
    assert root.get("role") == "img"
    ids = {part.get("id") for part in root}
    assert set(root.get("aria-labelledby", "").split()) <= ids
    assert len(root.findall(".//circle")) == n_rows and not root.findall(".//polygon")


def test_marks_differ_by_shape_and_gaps_are_told() -> None:
    """Own voice is a circle, attributed a diamond; too little evidence is written out with how much more is needed."""
    svg = render_figure(AXIS, "A", [FigureRow("One", SHOWN, SHOWN), FigureRow("Two", GAP, GAP)])
    root = ET.fromstring(svg)
    assert len(root.findall(".//circle")) == len(root.findall(".//polygon")) == 1
    assert svg.count("own voice: too little evidence (n=2, 3 more needed)") == 1
    assert "Two: own voice too little evidence (n=2, 3 more needed)" in root.findtext("desc", "")


def test_marks_stand_where_the_figures_say() -> None:
    """-1 stands at the left end, 0 in the middle, +1 at the right end."""
    marks = [Mark(value, value, value, 9, 9, 0) for value in (-1.0, 0.0, 1.0)]
    root = ET.fromstring(render_figure(AXIS, "A", [FigureRow("One", mark, GAP) for mark in marks]))
    assert [float(circle.get("cx", "")) for circle in root.iter("circle")] == [8.0, 170.0, 332.0]


def test_every_axis_has_its_figure(compared: Comparison) -> None:
    """Each axis of a comparison is drawn by the same function, a row per article."""
    sections = make_axis_sections(compared)
    assert [section.axis for section in sections] == list(compared.topic.axes)
    for letter, axis, rows, *_ in sections:
        assert len(rows) == len(compared.articles)
        ET.fromstring(render_figure(axis, letter, rows))
