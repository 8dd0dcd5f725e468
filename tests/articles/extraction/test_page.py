"""Articles out of web pages: what the page says of itself, where its places differ, and its text."""

from collections.abc import Callable
from pathlib import Path

import pytest

from framing.articles.extraction.draft import Draft
from framing.articles.extraction.page import read_page
from framing.errors import FramingError

Read = Callable[..., Draft]
FIRST = "The last ferry of the evening left Quillhaven forty minutes late"
LAST = "asked passengers to telephone before they set out."


@pytest.fixture
def read(page_folder: Path) -> Read:
    """A function that reads one of the pages."""
    return lambda name, **known: read_page((page_folder / f"{name}.html").read_bytes(), f"{name}.html", **known)


@pytest.mark.parametrize("name", ["newsarticle", "opengraph", "amp", "bare", "hostile"])
def test_the_text_is_whole_and_alone(read: Read, name: str) -> None:
    """The text begins and ends where the article does, and holds no menu, footer or list of other articles."""
    text = read(name).text
    assert FIRST in text and LAST in text
    assert not [word for word in ("Most read", "Gulls return", "All rights reserved", "Sport") if word in text]
    assert "A quiet winter" in text.split("\n\n") or name == "bare"


def test_schema_org(read: Read) -> None:
    """A page with schema.org data is sure of everything."""
    draft = read("newsarticle")
    assert (draft.headline, draft.byline, draft.published) == ("Ferry leaves late again", "Ottilie Marsh, Ben Cole", "2024-05-02")
    assert (draft.url, draft.site, draft.language) == ("https://ledger.example.org/news/ferry-late", "The Quay Ledger", "en-GB")
    assert draft.unsure == ()
    assert not draft.text.startswith(("Ferry leaves late again", "By Ottilie"))


def test_opengraph(read: Read) -> None:
    """Without schema.org the tags speak; where they differ, or the heading does, it is told."""
    draft = read("opengraph")
    assert (draft.published, draft.byline, draft.url) == ("2024-05-03", "Ines Tarn", "https://post.example.org/2024/ferry")
    assert draft.unsure == (
        "headline: Ferry is late and dozens wait by the page's heading, Late ferry strands dozens by OpenGraph",
        "published: 2024-05-03 by meta article:published_time, 2024-05-04 by meta date",
    )


def test_amp(read: Read) -> None:
    """The address of an AMP page is that of the page it stands for, and its host is compared with the one it came from."""
    draft = read("amp", url="https://amp.ledger.example.org/news/ferry-talk/amp")
    assert draft.url == "https://ledger.example.org/news/ferry-talk"
    assert any(said.startswith("url: fetched from https://amp.ledger.example.org") for said in draft.unsure)


def test_no_metadata(read: Read) -> None:
    """A page that says nothing of itself has the heading as its headline, no date, and no guess for one."""
    draft = read("bare", url="https://x.example.org/1")
    assert (draft.headline, draft.byline, draft.published, draft.url) == ("Boat is late", "", "", "https://x.example.org/1")


@pytest.mark.parametrize(("name", "said"), [("live", "the page says that it is a live blog"), ("paywall", "not free to read in full")])
def test_what_a_page_says_against_itself(read: Read, name: str, said: str) -> None:
    """Live blogs and pages behind a paywall are told as such."""
    assert any(said in doubt for doubt in read(name).unsure)


def test_hostile_page(read: Read) -> None:
    """Addresses that run scripts are no addresses, fields stay on one line, broken data are passed over, and markup in the text is text."""
    draft = read("hostile")
    assert draft.url == ""
    assert "\n" not in draft.headline + draft.byline
    assert draft.published == ""
    assert "<script>alert(3)</script>" in draft.text
    assert "alert(1)" not in draft.text and "alert(2)" not in draft.text


@pytest.mark.parametrize(
    ("data", "said"),
    [(b"", "no"), (b"<html><body><p>Hi</p></body></html>", "no article text"), (b"\x00\x01\x02" * 50, "no"), (b"<" * 100_000, "no")],
)
def test_pages_without_an_article(data: bytes, said: str) -> None:
    """Empty, short and broken pages end in one line."""
    with pytest.raises(FramingError, match=said):
        read_page(data, "x.html")


def test_text_shorter_than_the_data_say(read: Read, page_folder: Path) -> None:
    """Where the data speak of twice as many words as the page shows, the text may be cut short."""
    page = (page_folder / "amp.html").read_text("utf-8").replace('"Ferry talk","date', f'"Ferry talk","articleBody":"{"word " * 2000}","date')
    assert any("may be cut short" in said for said in read_page(page.encode(), "x.html").unsure)


def test_several_articles_in_the_data() -> None:
    """Of several articles described, the one with the page's address is taken."""
    nodes = ",".join(f'{{"@type":"NewsArticle","headline":"H{n}","url":"https://x.example.org/{n}"}}' for n in (1, 2))
    page = f'<html><body><script type="application/ld+json">[{nodes}]</script><p>{"A boat came in. " * 30}</p></body></html>'
    assert read_page(page.encode(), "x.html", url="https://x.example.org/2").headline == "H2"


@pytest.mark.parametrize(
    "page",
    [
        "<html><body " + " ".join(f"a{number}=1" for number in range(100_000)) + "><p>x", "<html><body>" + "<h1>a</h1>" * 60_000,
        "<html><body><p>" + "a" * 2_000_000,
    ],
    ids=["attributes", "elements", "letters"],
)  # fmt: skip
def test_pages_made_to_keep_a_reader_busy(page: str) -> None:
    """Attributes, elements and letters without number are refused before anything takes the square of their time."""
    with pytest.raises(FramingError, match="is no page"):
        read_page(page.encode(), "x.html")


def test_many_authors() -> None:
    """Thousands of author tags give a byline of the usual length."""
    tags = "".join(f"<meta name=author content='Name {number}'>" for number in range(5_000))
    assert len(read_page(f"<html>{tags}<body><p>{'A boat came in late. ' * 40}</p>".encode(), "x.html").byline) <= 520
