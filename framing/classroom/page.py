"""Sheets as self-contained web pages: readable on a phone and in the dark, and on A4 when printed; no script, no request to anywhere."""

from pathlib import Path
from typing import Final

from jinja2 import ChoiceLoader, Environment, FileSystemLoader

from framing.classroom.blocks import Sheet
from framing.classroom.masking import HEADLINE
from framing.classroom.material import Material
from framing.report.html import make_environment
from framing.report.markup import name_language
from framing.version import __version__

TEMPLATES: Final = Path(__file__).parent / "templates"
N_OPENING: Final = 1


def make_class_environment() -> Environment:
    """Make the template environment of the report with this folder's templates in front of its own."""
    environment = make_environment()
    environment.loader = ChoiceLoader([FileSystemLoader(TEMPLATES), *([environment.loader] if environment.loader else [])])
    return environment


def render_sheet(sheet: Sheet) -> str:
    """Render a sheet as one page."""
    blocks = [(type(block).__name__.lower(), block) for block in sheet.blocks]
    return make_class_environment().get_template("sheet.html").render(sheet=sheet, blocks=blocks, version=__version__)


def render_side_by_side(material: Material) -> str:
    """Render headlines and openings side by side for A4 landscape, outlets hidden."""
    columns = []
    for article in material.articles:
        heads = [(passage.zone, passage.ref, article.cut(passage)) for passage in article.passages if passage.zone in (HEADLINE, "standfirst")]
        bodies = [(passage.ref, article.cut(passage)) for passage in article.passages if passage.zone == "body"][:N_OPENING]
        columns.append((article.letter, name_language(article.language), heads, bodies))
    page = make_class_environment().get_template("side_by_side.html")
    return page.render(title=material.title, columns=columns, version=__version__, per_row=min(max(len(columns), 2), 5))
