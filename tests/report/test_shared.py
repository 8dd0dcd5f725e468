"""Shared copy in the report: passages, scores with and without, differences as ins and del, and nothing where nothing is shared."""

import re

import pytest

from framing.articles.article import Article
from framing.articles.corpus import read_articles
from framing.comparison.comparison import Comparison, compare_articles
from framing.report.formats.markdown import render_markdown
from framing.report.html import render_html
from framing.shipped import find_shipped

WIRE = (
    "US troops began to leave the northern base on Monday after the parliament voted to end the mission of the foreign forces. "
    "The US occupation has cost the province thousands of homes. The troops are occupiers. Foreign troops are an occupation force there."
)


@pytest.fixture(scope="module")
def wired() -> Comparison:
    """A wire story, and a reprint with a hostile word in it."""
    texts = f"BASE CITY (AP) - {WIRE}", f"BASE CITY (AP) - {WIRE.replace('thousands of homes', '<script>many</script> homes')}"
    return compare_articles([Article(name, name.upper(), "", text, "2024-05-07") for name, text in zip("ab", texts, strict=True)], "us-iraq")


def test_the_section(wired: Comparison) -> None:
    """The page shows who holds a passage and its agency, and marks changes with del and ins, everything escaped."""
    page = render_html(wired)
    section = page[page.index('<section id="shared">') :].split("</section>")[0]
    assert "Associated Press" in section and "A; B" in section
    assert "<del>thousands of</del>" in section
    assert "script&gt;many&lt;/script&gt;" in section and page.count("<script") == 1
    assert re.search(r"<ins>[^<]*many", section)
    assert '<a href="#shared">' in page


def test_markdown(wired: Comparison) -> None:
    """Markdown names the passages and counts the changed words."""
    page = render_markdown(wired)
    assert "## Shared copy" in page and "only in the second" in page


def test_nothing_shared() -> None:
    """A report on articles that share nothing has no such section."""
    shipped = compare_articles(read_articles(find_shipped("seeds") / "us-iraq-dialogue"))
    assert 'id="shared"' not in render_html(shipped)
    assert "Shared copy" not in render_markdown(shipped)
