"""Many articles on every axis at once: one row an article, a small figure for each axis, to be sorted and filtered."""

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from framing.report.figure import WIDTH, FigureRow, draw_mark, place
from framing.report.sections import AxisSection
from framing.report.words import say_number

HEIGHT = 26
LANES = {"own": 8, "attributed": 18}
NOWHERE = ""


class Strip(NamedTuple):
    """One article on one axis: the small figure, the same in words ("" for too little evidence), and the number it is sorted by."""

    figure: Markup
    said: str
    order: str


class StripRow(NamedTuple):
    """One article: its label, and its strip on each axis that has any figure."""

    label: str
    strips: list[Strip]


def make_strip_rows(sections: Sequence[AxisSection]) -> list[StripRow]:
    """Return the articles that have a figure on some axis, those most to the left of the first axis first."""
    drawn = [one for one in sections if one.drawn]
    columns = [[(row.label, make_strip(row)) for row in one.rows] for one in drawn]
    rows = [StripRow(cells[0][0], [strip for _, strip in cells]) for cells in zip(*columns, strict=True)]
    shown = [row for row in rows if any(strip.said for strip in row.strips)]
    return sorted(shown, key=lambda row: [(not strip.order, float(strip.order or 0)) for strip in row.strips])


def make_strip(row: FigureRow) -> Strip:
    """Make the strip of one article on one axis; it is sorted by the own voice, else by the attributed one."""
    marks = {voice: mark for voice, mark in (("own", row.own), ("attributed", row.attributed)) if mark.is_shown}
    said = "; ".join(f"{say_number(mark.bias)}{' attributed' if voice == 'attributed' else ''}" for voice, mark in marks.items())
    lines = [line for voice, mark in marks.items() for line in draw_mark(voice, mark, LANES[voice])]
    zero = f'<line class="zero" x1="{place(0):.1f}" x2="{place(0):.1f}" y1="0" y2="{HEIGHT}" stroke="#8a8a8a" stroke-width="1.2"/>'
    opening = f'<svg class="figure strip" viewBox="0 0 {WIDTH} {HEIGHT}" aria-hidden="true">'
    order = f"{next(iter(marks.values())).bias:.4f}" if marks else NOWHERE
    return Strip(Markup("".join([opening, zero, *lines, "</svg>"])) if marks else Markup(""), said, order)
