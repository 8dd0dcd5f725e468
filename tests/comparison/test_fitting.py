"""Suggestions: topics that would fit some articles, and why."""

import pytest

from framing.articles.article import Article
from framing.comparison.fitting import suggest_topics
from framing.topics.general import General
from framing.topics.topic import Topic


def articles(*texts: str) -> tuple[Article, ...]:
    """Make articles of some texts."""
    return tuple(Article(str(at), "o", "", text) for at, text in enumerate(texts))


@pytest.mark.parametrize(
    ("texts", "fits"),
    [
        (("A curse came. A curse went. A boon came.", "Boats."), True),
        (("A curse came. A boon went.", "Boats."), False),
        (("A curse came. A curse went. A boon came.", "Boats.", "Masts."), False),
        (("A curse came.", "A curse went.", "A boon came.", "Masts.", "Ropes."), True),
        (("It is not a curse. " * 5, "It is not a boon."), False),
    ],
)
def test_what_fits(general: General, harbour: Topic, texts: tuple[str, ...], fits: bool) -> None:
    """A topic fits with three pieces of evidence that count, in at least half of the articles."""
    assert bool(suggest_topics(articles(*texts), [harbour], general)) == fits


def test_reasons(general: General, harbour: Topic) -> None:
    """The commonest terms come first, of equals in order of letters."""
    (one,) = suggest_topics(articles("A curse, a curse, a plague and a boon."), [harbour], general)
    assert str(one) == "harbour (The harbour): 4 pieces of evidence in 1 articles, such as “curse”, “boon”, “plague”"
