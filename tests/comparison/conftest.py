"""A topic of four terms, and comparisons the tests of this folder share."""

from collections.abc import Callable
from typing import NamedTuple

import pytest

from framing.analysis.analysis import Analysis, analyse_articles
from framing.articles.article import Article
from framing.articles.corpus import read_articles
from framing.comparison.comparison import Comparison, compare_articles
from framing.evidence.lens import Lens, make_lens
from framing.shipped import find_shipped
from framing.topics.frame import Axis, Pole
from framing.topics.general import General
from framing.topics.lexicon import Entry
from framing.topics.topic import Topic

TERMS = (("gift", "blessing"), ("gift", "boon"), ("burden", "curse"), ("burden", "plague"))


class Made(NamedTuple):
    """An article to be written: how often each term stands in it, one sentence each, and whether a cook says them."""

    terms: dict[str, int]
    is_quoted: bool = False

    def write(self) -> str:
        """Write the article."""
        sentence = "The cook said “it is one big {} to us all”." if self.is_quoted else "It is a {}."
        return " ".join(sentence.format(term) for term, n in self.terms.items() for _ in range(n))


@pytest.fixture(scope="session")
def harbour(general: General) -> Topic:
    """A topic with the axis worth: gift (-1) to burden (+1), all four terms of weight 0.5."""
    gift, burden = Pole("gift", "Gift", "It gives.", "some"), Pole("burden", "Burden", "It takes.", "others")
    entries = tuple(
        Entry(f"harbour:{at}", "worth", pole, -1 if pole == "gift" else 1, term, general.grammar.read_pattern(term), 0.5, "free", False, "", "own")
        for at, (pole, term) in enumerate(TERMS)
    )
    axes = (Axis("worth", "Worth", "port", "Gift or burden?", gift, burden),)
    return Topic("harbour", "The harbour", "1", "en", "own", "", (), axes, entries, (), (), (), (), ())


@pytest.fixture(scope="session")
def lens(general: General, harbour: Topic) -> Lens:
    """The topic compiled with the shipped general lists."""
    return make_lens(general, harbour)


@pytest.fixture(scope="session")
def analyse(lens: Lens) -> Callable[..., Analysis]:
    """A function that writes and analyses articles; each is given as a text or as the terms it holds."""

    def run(*pages: str | dict[str, int] | Made) -> Analysis:
        texts = [page if isinstance(page, str) else Made(page).write() if isinstance(page, dict) else page.write() for page in pages]
        return analyse_articles([Article("abcdefgh"[at], f"outlet {at}", "", text) for at, text in enumerate(texts)], lens)

    return run


@pytest.fixture(scope="session")
def make_spoken() -> Callable[[dict[str, int]], Made]:
    """A function that makes an article whose terms are all said by a cook."""
    return lambda terms: Made(terms, is_quoted=True)


@pytest.fixture(scope="session")
def shipped() -> Comparison:
    """The shipped event, compared on the topic it names."""
    return compare_articles(read_articles(find_shipped("seeds") / "us-iraq-dialogue"))
