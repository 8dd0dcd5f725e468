"""Corpora in: articles from folders, files and tables, checked one by one so that one bad article loses no other."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

from framing.articles.article import Article, Corpus, Event
from framing.articles.extraction.archives import is_archive, read_archive
from framing.articles.folder import TEXT_SUFFIXES, make_article, read_event, read_file, read_folder
from framing.articles.packed import read_packed_event
from framing.articles.table import TABLE_SUFFIXES, is_table, read_table
from framing.errors import Fault, FramingError, make_error

LONGEST_ARTICLE = 5_000_000


def read_articles(*paths: str | Path) -> Corpus:
    """Read a corpus: folders of text files, folders with an articles.csv, text files, or tables (CSV, TSV, XLSX, JSONL, Parquet, SQLite,
    WARC).

    What cannot be read is kept as `faults` of the corpus, and the other articles go through.
    Raises FramingError where a path is no corpus at all, or nothing could be read.
    """
    articles: list[Article] = []
    faults: list[Fault] = []
    for item in iter_articles(paths):
        (articles if isinstance(item, Article) else faults).append(item)  # type: ignore[arg-type]
    if not articles:
        raise FramingError(*(faults or [Fault(", ".join(map(str, paths)) or "no path", 0, "holds no article")]))
    return Corpus(tuple(articles), find_event([Path(path) for path in paths]), tuple(faults))


def iter_articles(paths: Iterable[str | Path]) -> Iterator[Article | Fault]:
    """Return articles and faults as they are read, so that memory does not grow with the corpus.

    Empty and over-long articles become faults; an id that was there before gets a number and a fault that says so.
    """
    places = [Path(path) for path in paths]
    for place in places:
        check_place(place)
    return check_articles(item for place in places for item in read_path(place))


def check_articles(items: Iterable[Article | Fault]) -> Iterator[Article | Fault]:
    """Pass articles on, each with an id of its own; one that cannot be used becomes a fault."""
    seen: dict[str, int] = {}
    for item in items:
        if isinstance(item, Fault):
            yield item
        elif wrong := check_article(item):
            yield Fault(item.place, 0, wrong)
        else:
            new_id = find_free(item.article_id, seen)
            seen[new_id] = 1
            if new_id != item.article_id:
                yield Fault(item.place, 0, f"id {item.article_id!r} stands already; this article is called {new_id!r}")
            yield replace(item, article_id=new_id)


def find_free(article_id: str, seen: dict[str, int]) -> str:
    """Return an id, with a number where it stands already; `seen` remembers the last number of each."""
    free = article_id
    while free in seen:
        seen[article_id] += 1
        free = f"{article_id}-{seen[article_id]}"
    return free


def check_place(path: Path) -> None:
    """Raise FramingError where a path is not there."""
    if not path.exists():
        raise make_error(path, "is not there; a folder of articles, a text file or a table is needed")


def read_path(path: Path) -> Iterator[Article | Fault]:
    """Yield what one path holds."""
    if path.is_dir():
        return read_folder(path)
    if is_table(path):
        return read_table(path)
    if is_archive(path):
        return read_crawl(path)
    if path.suffix.lower() in TEXT_SUFFIXES:
        return read_file(path, {})
    allowed = ", ".join((*TEXT_SUFFIXES, *TABLE_SUFFIXES[:6]))
    raise make_error(path, f"ends in {path.suffix or 'nothing'}; allowed are folders and files that end in {allowed}")


def read_crawl(path: Path) -> Iterator[Article | Fault]:
    """Yield the articles of a WARC archive's pages; an outlet is called as the page calls it, else after its host, an id is the page's place."""
    stem = path.name.split(".")[0]
    for number, draft in enumerate(read_archive(path), 1):
        if isinstance(draft, Fault):
            yield draft
            continue
        outlet = draft.outlet or draft.site or urlsplit(draft.url).hostname or ""
        named = {name: getattr(draft, name) for name in ("headline", "published", "url", "byline", "language")}
        yield make_article({**named, "outlet": outlet}, draft.text, f"{stem}-{number}", "utf-8", f"{path}, {draft.url}")


def check_article(article: Article) -> str:
    """Return why an article cannot be used, or ""."""
    if not article.raw_text.strip():
        return "is empty; an article needs text"
    if len(article.raw_text) > LONGEST_ARTICLE:
        return f"is too long for one article: {len(article.raw_text):,} characters; at most {LONGEST_ARTICLE:,} are allowed"
    return ""


def find_event(paths: list[Path]) -> Event | None:
    """Return the event that the named corpora agree on, if they do."""
    found = (read_event(path) if path.is_dir() else read_packed_event(path) for path in paths)
    events = {event.event_id: event for event in found if event}
    return next(iter(events.values())) if len(events) == 1 else None
