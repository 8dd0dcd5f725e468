"""Entries of an RSS or Atom feed: whole where the feed holds their text, else the page to fetch."""

import io
import re
from collections.abc import Iterator
from typing import Any, Final

from framing.articles.extraction.draft import Draft, find_date, is_web, tidy_line, tidy_text
from framing.errors import make_error

LEAST_WORDS: Final = 150
"""An entry with fewer words is taken for a summary."""
MOST_ENTRIES: Final = 1_000
FEED_TOP: Final = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]", re.IGNORECASE)
BREAKS: Final = re.compile(r"(?i)<(?:/p|br|/div|/h\d|/li|/blockquote)\b[^>]*>")


def is_feed(data: bytes) -> bool:
    """Tell whether some bytes begin as a feed does."""
    return FEED_TOP.search(data[:2_000]) is not None


def read_feed(data: bytes, source: str) -> Iterator[Draft]:
    """Yield the entries of a feed; raises FramingError where it holds none."""
    import feedparser

    feed = feedparser.parse(io.BytesIO(data))
    if not feed.entries:
        raise make_error(source, "is no RSS or Atom feed with entries")
    language, site = str(feed.feed.get("language", "")), tidy_line(str(feed.feed.get("title", "")))
    for entry in feed.entries[:MOST_ENTRIES]:
        yield make_draft(entry, source, language, site)


def make_draft(entry: Any, source: str, language: str, site: str) -> Draft:
    """Make a draft of an entry; one without its whole text has a link to fetch instead."""
    html = max((str(one.get("value", "")) for one in entry.get("content", [])), key=len, default="") or str(entry.get("summary", ""))
    text = strip_tags(html)
    link = str(entry.get("link", ""))
    link = link if is_web(link) else ""
    is_whole = len(text.split()) >= LEAST_WORDS
    name = tidy_line(str(entry.get("id", entry.get("title", ""))))
    return Draft(
        text=text, source=link or f"{source}: {name}", method="feed", raw=html.encode("utf-8", "replace"), suffix=".html",
        headline=tidy_line(strip_tags(str(entry.get("title", "")))), byline=tidy_line(str(entry.get("author", ""))),
        published=find_date(str(entry.get("published") or entry.get("updated", ""))), url=link, language=language, site=site,
        link="" if is_whole else link, unsure=("text: the feed may hold a shortened one",) if is_whole else (),
    )  # fmt: skip


def strip_tags(html: str) -> str:
    """Return the text of a piece of HTML, a paragraph a line.

    >>> strip_tags("<p>One &amp; two</p><p>Three</p>")
    'One & two\\n\\nThree'
    """
    from lxml import etree
    from lxml import html as lxml_html

    if not html.strip():
        return ""
    try:
        tree = lxml_html.fragment_fromstring(BREAKS.sub(r"\g<0>&#10;", html), create_parent="div")
    except (etree.LxmlError, ValueError):
        return ""
    for hidden in list(tree.iter("script", "style")):
        hidden.drop_tree()
    return tidy_text(str(tree.text_content()))
