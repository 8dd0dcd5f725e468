"""Sheets as self-contained web pages: readable on a phone and in the dark, and on A4 when printed; no script, no request to anywhere."""

from pathlib import Path
from typing import Final

from jinja2 import ChoiceLoader, Environment, FileSystemLoader

from framing.classroom.masking import HEADLINE, MaskedArticle
from framing.classroom.material import Material
from framing.report.blocks import Sheet, name_blocks
from framing.report.html import make_environment
from framing.report.markup import name_language
from framing.version import __version__

TEMPLATES: Final = Path(__file__).parent / "templates"
OPENING_WORDS: Final = 60
MOST_OPENING: Final = 3


def make_class_environment() -> Environment:
    """Make the template environment of the report with this folder's templates in front of its own."""
    environment = make_environment()
    environment.loader = ChoiceLoader([FileSystemLoader(TEMPLATES), *([environment.loader] if environment.loader else [])])
    return environment


def render_sheet(sheet: Sheet) -> str:
    """Render a sheet as one page."""
    page = make_class_environment().get_template("sheet.html")
    return page.render(sheet=sheet, blocks=name_blocks(sheet.blocks), version=__version__)


def render_side_by_side(material: Material) -> str:
    """Render headlines and openings side by side for A4 landscape, outlets hidden."""
    columns = []
    for article in material.articles:
        heads = [(passage.zone, passage.ref, article.cut(passage)) for passage in article.passages if passage.zone in (HEADLINE, "standfirst")]
        columns.append((article.letter, name_language(article.language), heads, cut_opening(article)))
    page = make_class_environment().get_template("side_by_side.html")
    return page.render(title=material.title, columns=columns, version=__version__, per_row=min(max(len(columns), 2), 5))


def cut_opening(article: MaskedArticle) -> list[tuple[str, str]]:
    """Return the first paragraphs of body until they hold sixty words, three at most, each with its ref."""
    found: list[tuple[str, str]] = []
    for passage in article.passages:
        n_words = sum(len(text.split()) for _, text in found)
        if passage.zone == "body" and n_words < OPENING_WORDS and len(found) < MOST_OPENING:
            found.append((passage.ref, article.cut(passage)))
    return found
