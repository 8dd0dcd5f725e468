"""How articles and axes are called in a report: outlets told apart by their article where one stands there twice, axes by letters."""

from framing.articles.article import Article
from framing.comparison.comparison import Comparison
from framing.topics.frame import Axis

SHORT_ID = 12
"""A longer id says nothing to a reader."""


def name_articles(comparison: Comparison) -> dict[str, str]:
    """Return what each article is called: its outlet; where that has several, with the day if no other has it, else with a short id or a number."""
    by_outlet: dict[str, list[Article]] = {}
    for article in comparison.articles:
        by_outlet.setdefault(article.outlet, []).append(article)
    names = {}
    for article in comparison.articles:
        own = by_outlet[article.outlet]
        names[article.article_id] = article.outlet if len(own) == 1 else f"{article.outlet} ({tell_apart(article, own)})"
    return names


def tell_apart(article: Article, own: list[Article]) -> str:
    """Return what tells an article apart from the others of its outlet: its day, its id where all of them are short, else which of how many it is."""
    days = [one.published for one in own]
    if article.published and days.count(article.published) == 1:
        return article.published
    if all(len(one.article_id) <= SHORT_ID for one in own):
        return article.article_id
    return f"{own.index(article) + 1} of {len(own)}"


def letter_axes(comparison: Comparison) -> dict[str, tuple[str, Axis]]:
    """Return each axis by its id with its letter: A to Z, then AA.

    Letters stand beside evidence and figures, so that both can be found without colour.
    """
    axes = comparison.topic.axes if comparison.topic else ()
    return {axis.axis_id: (make_letter(number), axis) for number, axis in enumerate(axes)}


def make_letter(number: int) -> str:
    """Return the letter for a number from 0.

    >>> make_letter(0), make_letter(26)
    ('A', 'AA')
    """
    return (make_letter(number // 26 - 1) if number >= 26 else "") + chr(ord("A") + number % 26)
