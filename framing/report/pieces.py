"""The report's pieces for a notebook: axis plots, the matrix of claims and others, each an object that shows itself."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from markupsafe import Markup

from framing.comparison.comparison import Comparison
from framing.report.blocks import Block, name_blocks
from framing.report.claims import make_claim_page
from framing.report.figure import render_figure
from framing.report.html import TEMPLATES, make_environment
from framing.report.labels import name_articles
from framing.report.overview import make_overview
from framing.report.passages import check_passages
from framing.report.sections import make_axis_sections
from framing.report.written.evidence import write_evidence
from framing.report.written.names import write_names
from framing.report.written.opening import write_headlines
from framing.report.written.scores import write_scores
from framing.report.written.told import write_differing
from framing.report.written.voices import write_speaking

GROUND: Final = """.framing-piece { --card: #fff; --ink: #1d2126; --soft: #5a626c; --line: #dedbd2; --left: #0b5f86; --right: #964400; }
.framing-piece { --sans: system-ui, sans-serif; padding: .5rem; background: #fff; color: #1d2126; }
.framing-piece td, .framing-piece th { text-align: left; vertical-align: top; padding: .2rem .5rem; border-bottom: 1px solid var(--line); }
.framing-piece caption { text-align: left; color: var(--soft); } .framing-piece .strong, .framing-piece .title { font-weight: 600; }"""
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


def show_headlines(comparison: Comparison) -> Piece:
    """Return headlines and the lines under them side by side, with the words in them that count for a pole."""
    return show_part(comparison, write_headlines)


def show_speakers(comparison: Comparison) -> Piece:
    """Return who speaks in each article, with which reporting words, first and last, and who is never cited."""
    return show_part(comparison, write_speaking)


def show_names(comparison: Comparison) -> Piece:
    """Return what each outlet calls one and the same, and who does what to whom."""
    return show_part(comparison, write_names)


def show_differing(comparison: Comparison) -> Piece:
    """Return the figures that differ, each with its passages."""
    return show_part(comparison, write_differing)


def show_evidence(comparison: Comparison) -> Piece:
    """Return the evidence of every article with its reasons."""
    return show_part(comparison, write_evidence if comparison.topic else write_scores)


def show_part(comparison: Comparison, write: Callable[[Comparison], Iterator[Block]]) -> Piece:
    """Return a part of the written report."""
    check_passages(comparison)
    page = make_environment().from_string(
        '{% from "blocks.html" import show_block %}{% for kind, block in blocks %}{{ show_block(kind, block) }}{% endfor %}'
    )
    return make_piece(Markup(page.render(blocks=name_blocks(tuple(write(comparison))))))


def make_piece(markup: Markup) -> Piece:
    """Return markup with the styles of the report's figures, which hold inside it only."""
    return Piece(str(FRAME.format(Markup(read_styles()), markup)))


@cache
def read_styles() -> str:
    """Return the report's rules for figures, set for a page that is not ours."""
    rules = [line for line in (TEMPLATES / "report.css").read_text("utf-8").splitlines() if line.startswith(".figure")]
    return "\n".join([GROUND, ".framing-piece {", *rules, "}"])
