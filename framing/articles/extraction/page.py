"""An article taken from a web page: its text by trafilatura, what is known about it from the page's own data."""

import re
from dataclasses import dataclass
from importlib.metadata import version
from typing import Any, Final

from framing.articles.extraction.decoding import decode_page
from framing.articles.extraction.draft import Draft, simplify, tidy_line, tidy_text
from framing.articles.extraction.metadata import Metadata, read_metadata
from framing.errors import make_error

LARGEST_PAGE: Final = 10_000_000
TAG: Final = re.compile(r"""<[a-zA-Z](?:[^>"']++|"[^"]*+"|'[^']*+')*+""")
QUOTED: Final = re.compile(r"""\"[^"]*+"|'[^']*+'""")
LONGEST_TAG: Final = 20_000
"""In characters, what stands in quotation marks not counted."""
MOST_ELEMENTS: Final = 50_000
MOST_LETTERS: Final = 1_500_000
MOST_ATTRIBUTES: Final = 100
LEAST_WORDS: Final = 5
SHORT_SHARE: Final = 0.6


@dataclass(frozen=True)
class Taken:
    """What trafilatura found: text, and guesses of author and date that are used where the page says nothing."""

    text: str
    author: str
    date: str


def read_page(data: bytes, source: str, *, url: str = "", charset: str = "") -> Draft:
    """Take the article out of a page; raises FramingError where the page is too large, no HTML, or holds no text."""
    if len(data) > LARGEST_PAGE:
        raise make_error(source, f"is too large for a page: {len(data):,} bytes; at most {LARGEST_PAGE:,} are allowed")
    html, doubt = decode_page(data, charset)
    tree = parse_page(html, source)
    check_tree(tree, source)
    known = read_metadata(tree, url)
    taken = take_text(tree, known.url)
    if len(taken.text.split()) < LEAST_WORDS:
        raise make_error(source, "holds no article text that could be found; save the text by hand as a .txt file")
    byline, published, guessed = fill_gaps(known, taken)
    unsure = (*((doubt,) if doubt else ()), *known.unsure, *guessed, *find_shortage(taken, known))
    return Draft(
        text=drop_repeats(tidy_text(taken.text), known.headline, byline), source=source, raw=data, suffix=".html",
        method=f"trafilatura {version('trafilatura')}",
        headline=known.headline, byline=byline, published=published, url=known.url, language=known.language, site=known.site, unsure=unsure,
    )  # fmt: skip


def parse_page(html: str, source: str) -> Any:
    """Parse a page; raises FramingError where it is no HTML, or has a tag with attributes without number, which takes the square of the time."""
    from lxml import etree
    from lxml import html as lxml_html

    for tag in TAG.finditer(html):
        if tag.end() - tag.start() > LONGEST_TAG and len(QUOTED.sub("", tag[0])) > LONGEST_TAG:
            raise make_error(source, f"is no page that can be read: it has a tag of {len(tag[0]):,} characters")
    parser = lxml_html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, encoding="utf-8")
    try:
        tree = lxml_html.document_fromstring(html.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise make_error(source, "is no HTML page that can be read") from error
    return tree


def check_tree(tree: Any, source: str) -> None:
    """Raise FramingError where a page has more elements or text than any article; take out scripts and the attributes of elements that have too many.

    Such pages are made to keep a reader busy; what takes an article's text out slows down with the square of them.
    """
    n_elements = n_letters = 0
    for one in list(tree.iter()):
        n_elements += 1
        if len(one.attrib) > MOST_ATTRIBUTES:
            one.attrib.clear()
        is_script = one.tag in ("script", "style", "svg")
        if is_script and "ld+json" not in (one.get("type") or ""):
            one.text = None
        n_letters += len(one.tail or "") + (0 if is_script else len(one.text or ""))
    if n_elements > MOST_ELEMENTS or n_letters > MOST_LETTERS:
        what = f"is no page of an article: it has {n_elements:,} elements and {n_letters:,} letters"
        raise make_error(source, f"{what}; at most {MOST_ELEMENTS:,} and {MOST_LETTERS:,} are allowed")


def take_text(tree: Any, url: str) -> Taken:
    """Take the article's text out of a parsed page."""
    from copy import deepcopy

    from trafilatura import bare_extraction

    try:
        found = bare_extraction(deepcopy(tree), url=url or None, include_comments=False, include_tables=True, with_metadata=True)
    except Exception:  # a page that breaks the extractor is one without text, not the end of the run
        found = None
    if found is None:
        return Taken("", "", "")
    return Taken(getattr(found, "text", "") or "", getattr(found, "author", "") or "", getattr(found, "date", "") or "")


def find_shortage(taken: Taken, known: Metadata) -> tuple[str, ...]:
    """Say where a page's own data speak of far more words than were found."""
    n_shown, n_said = len(taken.text.split()), len(known.body.split())
    if n_shown < SHORT_SHARE * n_said:
        return (f"text: {n_shown} words were found, the page's data speak of {n_said}; it may be cut short",)
    return ()


def fill_gaps(known: Metadata, taken: Taken) -> tuple[str, str, tuple[str, ...]]:
    """Return (byline, date, what is not sure), guessed from the page's text where its data say nothing; 1 January is no guess worth having."""
    unsure = []
    byline, published = known.byline, known.published
    if not byline and taken.author:
        byline = tidy_line(taken.author.replace(";", ","))
        unsure.append(f"byline: {byline} is guessed from the page's text")
    if not published and taken.date and not taken.date.endswith("-01-01"):
        published = taken.date
        unsure.append(f"published: {published} is guessed from the page's text")
    return byline, published, tuple(unsure)


def drop_repeats(text: str, headline: str, byline: str) -> str:
    """Drop from a text's first lines the headline and the byline, which the front matter holds."""
    lines = text.split("\n\n")
    known = {simplify(headline), simplify(byline), simplify(f"by {byline}")} - {"", "by"}
    return "\n\n".join([*(line for line in lines[:4] if simplify(line) not in known), *lines[4:]])
