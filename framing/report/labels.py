"""How articles and axes are called in a report: outlets told apart by their article where one stands there twice, axes by letters."""

from collections import Counter

from framing.comparison.comparison import Comparison
from framing.topics.frame import Axis


def name_articles(comparison: Comparison) -> dict[str, str]:
    """Return what each article is called: its outlet, with the article's id where the outlet has several."""
    outlets = Counter(article.outlet for article in comparison.articles)
    return {
        article.article_id: article.outlet if outlets[article.outlet] == 1 else f"{article.outlet} ({article.article_id})"
        for article in comparison.articles
    }


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
