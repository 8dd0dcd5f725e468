"""How articles are called where an outlet has several."""

from framing.articles.article import Article
from framing.comparison.comparison import compare_articles
from framing.report.labels import name_articles


def name(*found: tuple[str, str]) -> list[str]:
    """Return the labels of articles of one outlet with these ids and days."""
    articles = [Article(article_id, "The Gull", "Rain", "Rain fell on the roofs.\n", published=day) for article_id, day in found]
    return list(name_articles(compare_articles(articles)).values())


def test_a_day_tells_apart_where_no_other_has_it() -> None:
    """An article is called by its day; two of one day by their short ids."""
    assert name(("a", "2024-01-01"), ("b", "2024-01-02")) == ["The Gull (2024-01-01)", "The Gull (2024-01-02)"]
    assert name(("a", "2024-01-01"), ("b", "2024-01-01")) == ["The Gull (a)", "The Gull (b)"]


def test_a_long_id_is_not_shown() -> None:
    """An id that says nothing to a reader gives way to a number."""
    assert name(("6ztNgd2vqkgaX9jV", ""), ("e6tu7Qu5fs7z0bpv", "")) == ["The Gull (1 of 2)", "The Gull (2 of 2)"]
