"""The report's sections on claims: coverage with its passages, figures that differ, only here and left out, links into the texts."""

import re

import pytest

from framing.articles.article import Article
from framing.comparison.comparison import Comparison, compare_articles
from framing.report.claims import make_claim_rows, make_differing, make_selections
from framing.report.formats.markdown import render_markdown
from framing.report.html import render_html

FIRST = "Mayor Dana Ardwick opened the Saltmarsh bridge on Friday. The port of Saltmarsh had about 2,500 dockers.\n"
SECOND = (
    "Mayor Dana Ardwick opened the <b>Saltmarsh</b> bridge on Friday. The port of Saltmarsh had 1,400 dockers. "
    "Ivo Brandt attacked the baker Tom Selwyn at noon.\n"
)


@pytest.fixture(scope="module")
def bridge() -> Comparison:
    """Two articles on one bridge."""
    return compare_articles([Article("a", "One", "", FIRST, "2024-05-08"), Article("b", "Two", "", SECOND, "2024-05-08")])


def test_a_claim_row_holds_a_cell_and_a_passage_for_each_article(bridge: Comparison) -> None:
    """Cells stand in the order of the articles."""
    row = next(row for row in make_claim_rows(bridge) if "Ardwick" in row.text)
    assert [cell.sign for cell in row.cells] == ["●", "●"]
    assert [telling.label for telling in row.tellings] == ["One", "Two"]
    assert "Saltmarsh" in row.shared


def test_figures_that_differ_show_both_values(bridge: Comparison) -> None:
    """A figure with room shows its bounds."""
    (one,) = make_differing(bridge)
    assert [value for value, _ in one.tellings] == ["about 2,500 (2,425 to 2,575)", "1,400"]


def test_only_here_shows_the_whole_sentence(bridge: Comparison) -> None:
    """A claim of one article alone is shown in its sentence."""
    alone = {one.label: [telling.text for telling in one.alone] for one in make_selections(bridge)}
    assert "Ivo Brandt attacked the baker Tom Selwyn at noon." in alone["Two"]


def test_every_link_on_the_page_leads_somewhere(compared: Comparison, bridge: Comparison) -> None:
    """Passages lead into the texts and the texts back; no id stands there twice."""
    for comparison in (compared, bridge):
        page = render_html(comparison)
        ids = re.findall(r'\bid="([^"]+)"', page)
        assert len(ids) == len(set(ids))
        assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)


def test_articles_are_escaped(bridge: Comparison) -> None:
    """Markup in an article shows as it is written."""
    assert "<b>Saltmarsh</b>" not in render_html(bridge)
    assert "<b>Saltmarsh</b>" not in render_markdown(bridge)


def test_markdown_has_the_same_sections(bridge: Comparison) -> None:
    """Coverage, figures that differ, only here and left out stand in the Markdown too."""
    page = render_markdown(bridge)
    assert all(f"## {title}" in page for title in ("Who tells what", "Figures that differ", "Only here, left out here"))
    assert "1,400" in page


def test_without_claims_the_page_says_so(untopical: Comparison) -> None:
    """Two articles with nothing in common make a page all the same."""
    assert "No claim was found that two articles tell." in render_html(untopical)
    assert "None was found." in render_markdown(untopical)
