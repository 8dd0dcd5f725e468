"""The part of a report that says what to know of the articles first."""

from collections.abc import Callable
from pathlib import Path

from framing.articles.article import Article
from framing.articles.outlets import COLUMN_NAMES
from framing.comparison.comparison import Comparison, compare_articles
from framing.report.formats.markdown import render_markdown
from framing.report.html import render_html
from framing.report.intake import make_intake_rows, make_outlet_rows
from framing.report.tables import make_tables

Write = Callable[..., Path]
ROW = 'quay,The Quay,,GB,en,quay.example,party,"Owned by <b>P & Co</b>",Register,2024-05,,,,'


def compare(folder: Path) -> Comparison:
    """Compare two short articles by the small topic, one of them of an outlet that is listed."""
    (folder / "outlets.csv").write_text(f"{','.join(COLUMN_NAMES)}\n{ROW}\n", "utf-8")
    texts = ["The harbour is a blessing. It will bleed the coast, the mayor said.", "The harbour is a port. <i>It is late.</i>"]
    urls = ["https://www.quay.example/1", ""]
    articles = [Article(str(n), f"Outlet {n}", "", text, url=url) for n, (text, url) in enumerate(zip(texts, urls, strict=True))]
    return compare_articles(articles, "harbour", lexicons=folder)


def test_problems_by_article(write_topic: Write) -> None:
    """The rows name the outlet, the kind and whether it is serious; what concerns all comes last."""
    rows = make_intake_rows(compare(write_topic()))
    assert ("Outlet 0", "short", True) in [row[:3] for row in rows]
    assert rows[-1].label == "all articles"


def test_problems_as_a_table(write_topic: Write) -> None:
    """The tables of a report hold the same problems as its page, by article."""
    comparison = compare(write_topic())
    table = make_tables(comparison)["intake"]
    assert table["what"].tolist() == [row.what for row in make_intake_rows(comparison)]
    assert table.columns.tolist() == ["article", "kind", "level", "what"]


def test_owners_with_their_source(write_topic: Write) -> None:
    """An outlet that the topic's own lexicon folder lists is shown with who owns it and where that is said; others are left out."""
    comparison = compare(write_topic())
    assert [(row.label, row.outlet.id) for row in make_outlet_rows(comparison)] == [("Outlet 0", "quay")]
    page, text = render_html(comparison), render_markdown(comparison)
    assert "Owned by &lt;b&gt;P &amp; Co&lt;/b&gt;" in page and "Register, 2024-05" in page
    assert "not known" in page
    assert "(Register, 2024-05)" in text and "## What to know of the articles first" in text


def test_no_score_of_an_outlet(write_topic: Write) -> None:
    """The part on outlets states facts and says that they say nothing about any article."""
    page = render_html(compare(write_topic())).split("<h3>Who publishes</h3>")[1].split("</section>")[0]
    assert "It says nothing about any article." in page
    assert "biased" not in page
