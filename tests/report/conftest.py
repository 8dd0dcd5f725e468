"""Comparisons the report's tests write: the shipped event, a hostile corpus, one without a topic."""

from dataclasses import replace

import pytest

from framing.articles.article import Article, Corpus, Event
from framing.articles.corpus import read_articles
from framing.comparison.comparison import Comparison, compare_articles
from framing.errors import Fault
from framing.shipped import find_shipped

TOPIC = "foreign-military-presence"
HOSTILE = """<script>alert(1)</script> Troops </article></mark> stay on

The <img src=x onerror=alert(1)> US forces are an "occupation", say critics. [click](javascript:alert(1))
See https://evil.example/x.png now.

=cmd()|' /C calc'!A0 US troops are a strategic partnership for Iraq\u202e and the US occupation of Iraq is an occupation
{{ 7 * 7 }} {% raw %}.
"""
LANGUAGE = 'en" onload="x'
NAME = '=1+1"><script>x</script>\u202etelbuo'


@pytest.fixture(scope="session")
def seeds() -> Corpus:
    """The shipped event's articles."""
    return read_articles(find_shipped("seeds") / "us-iraq-dialogue")


@pytest.fixture(scope="session")
def compared(seeds: Corpus) -> Comparison:
    """The shipped event, compared on a topic."""
    return compare_articles(seeds, TOPIC)


@pytest.fixture(scope="session")
def many(seeds: Corpus) -> Comparison:
    """The shipped event's articles three times over, by fifteen outlets."""
    articles = [
        replace(article, article_id=f"{article.article_id}-{turn}", outlet=f"{article.outlet} {turn}") for turn in range(3) for article in seeds
    ]
    return compare_articles(articles, TOPIC)


@pytest.fixture(scope="session")
def untopical() -> Comparison:
    """Two articles, compared without a topic."""
    return compare_articles([Article("a", "One", "Rain", "Rain fell.\n"), Article("b", "Two", "Sun", "The sun shone, and shone.\n")])


@pytest.fixture(scope="session")
def hostile() -> Comparison:
    """Two articles of one outlet with a hostile name, text, address, language and warning."""
    articles = tuple(
        Article(number, NAME, "<script>alert(1)</script> Troops", HOSTILE, byline="<b>", url="javascript:alert(1)", language=LANGUAGE)
        for number in ("one", "two")
    )
    event = Event("e", "<svg onload=alert(1)>", description="<iframe src='//evil.example'>")
    return compare_articles(Corpus(articles, event, (Fault("/home/me/secret/x.txt", 3, "<script>"),)), TOPIC)
