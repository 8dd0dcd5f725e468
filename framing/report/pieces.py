"""The report's pieces for a notebook: axis plots and the matrix of claims, each an object that shows itself."""

from dataclasses import dataclass
from functools import cache
from typing import Final

from markupsafe import Markup

from framing.comparison.comparison import Comparison
from framing.report.claims import make_claim_page
from framing.report.figure import render_figure
from framing.report.html import TEMPLATES, make_environment
from framing.report.labels import name_articles
from framing.report.overview import make_overview
from framing.report.passages import check_passages
from framing.report.sections import make_axis_sections

GROUND: Final = """.framing-piece { --card: #fff; --ink: #1d2126; --soft: #5a626c; --line: #dedbd2; --left: #0b5f86; --right: #964400; }
.framing-piece { --sans: system-ui, sans-serif; padding: .5rem; background: #fff; color: #1d2126; }"""
FRAME: Final = Markup('<div class="framing-piece"><style>{}</style>{}</div>')


@dataclass(frozen=True)
class Piece:
    """A part of a report as markup; a notebook shows it."""

    html: str

    def _repr_html_(self) -> str:
        """Show the piece in a notebook."""
        return self.html


def show_axes(comparison: Comparison) -> Piece:
    """Return the axis plots of a comparison: a figure for each axis on which an article has enough evidence."""
    check_passages(comparison)
    figures = [render_figure(one.axis, one.letter, one.drawn) for one in make_axis_sections(comparison) if one.drawn]
    return make_piece(Markup("\n").join(figures) or Markup("<p>No article has enough evidence on any axis.</p>"))


def show_overview(comparison: Comparison) -> Piece:
    """Return the findings the evidence carries, with their figures."""
    check_passages(comparison)
    overview = make_overview(comparison)
    item = Markup("<li><strong>{}</strong><br>{}</li>")
    found = Markup("").join(item.format(one.text, "; ".join(one.figures)) for one in overview.findings)
    return make_piece(Markup("<p>{}, {}</p><ol>{}</ol>{}").format(overview.compared, overview.dates, found, overview.wanted))


def show_coverage(comparison: Comparison) -> Piece:
    """Return the matrix of claims: who tells what, in whose voice."""
    check_passages(comparison)
    page = make_claim_page(comparison)
    template = make_environment().from_string(
        "<table><thead><tr><th>Claim</th>{% for label in labels %}<th>{{ label }}</th>{% endfor %}</tr></thead><tbody>"
        "{% for row in claim_rows %}<tr><th>{{ row.text }}</th>"
        '{% for cell in row.cells %}<td title="{{ cell.said }}">{{ cell.sign }}</td>{% endfor %}</tr>{% endfor %}</tbody></table>'
    )
    return make_piece(Markup(template.render(labels=list(name_articles(comparison).values()), **page)))


def make_piece(markup: Markup) -> Piece:
    """Return markup with the styles of the report's figures, which hold inside it only."""
    return Piece(str(FRAME.format(Markup(read_styles()), markup)))


@cache
def read_styles() -> str:
    """Return the report's rules for figures, set for a page that is not ours."""
    rules = [line for line in (TEMPLATES / "report.css").read_text("utf-8").splitlines() if line.startswith(".figure")]
    return "\n".join([GROUND, ".framing-piece {", *rules, "}"])
