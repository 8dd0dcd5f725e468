"""What a source holds, whatever its kind: files by their name or first bytes, pages by what the server says they are."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from framing.articles.article import Article
from framing.articles.extraction.archives import is_archive, read_archive
from framing.articles.extraction.documents import read_docx, read_mail, read_pdf, read_plain
from framing.articles.extraction.draft import Draft, find_date, tidy_text
from framing.articles.extraction.feeds import is_feed, read_feed
from framing.articles.extraction.page import read_page
from framing.articles.fetching.page import Page
from framing.articles.table import is_table, read_table
from framing.errors import Fault, FramingError, make_error

DOCUMENTS: Final[dict[str, Callable[[bytes, str], Draft]]] = {
    ".txt": read_plain, ".md": read_plain, ".pdf": read_pdf, ".docx": read_docx, ".eml": read_mail,
}  # fmt: skip
PAGES: Final = (".html", ".htm", ".xhtml")
FEEDS: Final = (".xml", ".rss", ".atom")
ALLOWED: Final = "HTML, RSS or Atom (.xml, .rss, .atom), PDF, DOCX, EML, TXT, MD, CSV, TSV, XLSX, JSONL, Parquet and WARC files and http(s) addresses"
LARGEST_SOURCE: Final = 100_000_000
SAVED_FROM: Final = re.compile(rb"<!--\s*saved from url=\(\d+\)(https?://[^\s<>]{1,2000})")


def read_source(path: Path) -> Iterator[Draft | Fault]:
    """Yield the drafts of a file and a fault for each part that holds none."""
    try:
        if is_archive(path):
            yield from read_archive(path)
        elif is_table(path):
            yield from (item if isinstance(item, Fault) else draft_row(item) for item in read_table(path))
        else:
            yield from read_bytes(read_whole(path), path)
    except FramingError as error:
        yield from error.faults


def read_whole(path: Path) -> bytes:
    """Read a file; raises FramingError where it cannot be read or is too large."""
    try:
        size = path.stat().st_size
        if size > LARGEST_SOURCE:
            raise make_error(path, f"is too large: {size:,} bytes; at most {LARGEST_SOURCE:,} are read as one file")
        return path.read_bytes()
    except OSError as error:
        raise make_error(path, f"cannot be read: {error.strerror}") from error


def read_bytes(data: bytes, path: Path) -> Iterator[Draft]:
    """Yield the drafts of a file's bytes by its ending."""
    suffix = path.suffix.lower()
    if suffix in DOCUMENTS:
        yield DOCUMENTS[suffix](data, path.name)
    elif suffix in FEEDS or (suffix not in PAGES and is_feed(data)):
        yield from read_feed(data, path.name)
    elif suffix in PAGES or is_page(data):
        saved = SAVED_FROM.search(data[:4_096])
        yield read_page(data, path.name, url=saved[1].decode("ascii", "replace") if saved else "")
    else:
        raise make_error(path, f"ends in {path.suffix or 'nothing'}; allowed are {ALLOWED}")


def is_page(data: bytes) -> bool:
    """Tell whether some bytes begin as a web page does."""
    return re.search(rb"<!doctype html|<html[\s>]", data[:2_000], re.IGNORECASE) is not None


def read_fetched(page: Page) -> Iterator[Draft | Fault]:
    """Yield the drafts of a fetched page by its type and first bytes, and a fault where it holds none."""
    try:
        if page.data.startswith(b"%PDF"):
            yield read_pdf(page.data, page.url)
        elif is_feed(page.data) and "html" not in page.content_type:
            yield from read_feed(page.data, page.url)
        elif "html" in page.content_type or is_page(page.data):
            yield read_page(page.data, page.url, url=page.url, charset=page.charset)
        elif page.content_type == "text/plain":
            yield read_plain(page.data, page.url)
        else:
            raise make_error(page.url, f"is of the type {page.content_type[:100]}; pages, feeds, PDF and plain text are allowed")
    except FramingError as error:
        yield from error.faults


def draft_row(article: Article) -> Draft:
    """Make a draft of a table's row; its raw form is the row as JSON."""
    known = {name: getattr(article, name) for name in ("outlet", "headline", "byline", "published", "url", "language")}
    if known["outlet"].startswith("unnamed outlet ("):
        known["outlet"] = ""
    raw = json.dumps({**known, "text": article.raw_text}, ensure_ascii=False, sort_keys=True).encode("utf-8", "replace")
    published = find_date(known["published"])
    unsure = (f"published: {known['published']!r} is no date like 2024-05-02",) if known["published"] and not published else ()
    source = Path(article.place).name
    return Draft(**{**known, "published": published}, text=tidy_text(article.raw_text), source=source, method="table", raw=raw,
                 suffix=".json", unsure=unsure)  # fmt: skip
