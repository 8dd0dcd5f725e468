"""Adding articles to a corpus folder: each source read, each article written once as a text file with its raw form beside it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from framing.articles.article import Article
from framing.articles.article_file import RAW, hash_raw, name_file, write_article
from framing.articles.extraction.draft import Draft, is_web
from framing.articles.extraction.sources import read_fetched, read_source
from framing.articles.fetching.addresses import read_url
from framing.articles.fetching.visitor import Visitor
from framing.articles.folder import doubt_day, make_article, read_event
from framing.articles.holdings import Holdings, read_holdings
from framing.articles.language import detect_language, name_language, plain_code
from framing.articles.outlets import Registry
from framing.errors import Fault, FramingError, make_error
from framing.files import write_whole

Accept = Callable[[Article], list[str]]
"""Takes an article, returns why it is refused (nothing when it is not)."""


@dataclass(frozen=True)
class Outcome:
    """What became of one article: `status` is added, there already, would be added or would be fetched."""

    status: str
    source: str
    file: str = ""
    unsure: tuple[str, ...] = ()


@dataclass(frozen=True)
class Wish:
    """How articles are to be added: fields given for all of them, whether to write, and what may refuse one."""

    registry: Registry
    outlet: str = ""
    event: str = ""
    language: str = ""
    dry_run: bool = False
    accept: Accept = lambda article: []
    visitor: Visitor = field(default_factory=Visitor)
    now: Callable[[], datetime] = lambda: datetime.now(UTC)


def add_sources(sources: Iterable[str], corpus: Path, wish: Wish) -> Iterator[Outcome | Fault]:
    """Add every article of some sources (files, folders of files, addresses) to a corpus folder, and tell of each what became of it.

    An article whose address or raw bytes are there already is passed over; no file is ever replaced. What cannot be added becomes a fault
    and the others go through. Each file is written whole or not at all, the raw one first.
    """
    holdings = read_holdings(corpus)
    event = wish.event or find_event_id(corpus)
    for source in expand_folders(sources):
        for item in read_any(source, holdings, wish):
            yield add_draft(item, corpus, holdings, replace(wish, event=event)) if isinstance(item, Draft) else item


def find_event_id(corpus: Path) -> str:
    """Return the id of the event a corpus folder is about, "" where it names none."""
    event = read_event(corpus) if corpus.is_dir() else None
    return event.event_id if event else ""


def expand_folders(sources: Iterable[str]) -> Iterator[str]:
    """Yield sources, with a folder's files in its place."""
    for source in sources:
        path = Path(source)
        if not is_web(source) and path.is_dir():
            yield from (str(one) for one in sorted(path.iterdir()) if one.is_file() and not one.name.startswith("."))
        else:
            yield source


def read_any(source: str, holdings: Holdings, wish: Wish) -> Iterator[Draft | Outcome | Fault]:
    """Yield the drafts of a file or an address; entries of a feed that hold no whole text are fetched."""
    items = fetch(source, holdings, wish) if "://" in source else read_source(Path(source))
    for item in items:
        if isinstance(item, Draft) and item.link:
            for fetched in fetch(item.link, holdings, wish):
                yield fill_from_feed(fetched, item) if isinstance(fetched, Draft) else fetched
        else:
            yield item


def fill_from_feed(page: Draft, entry: Draft) -> Draft:
    """Fill what a page does not say about itself from the feed's entry that led to it."""
    names = ("headline", "byline", "published", "language", "site")
    return replace(page, **{name: getattr(entry, name) for name in names if not getattr(page, name)}, link="")


def fetch(url: str, holdings: Holdings, wish: Wish) -> Iterator[Draft | Outcome | Fault]:
    """Yield the drafts of an address, which is not fetched where the corpus holds it already, or in a dry run."""
    try:
        target = read_url(url)
        if there := holdings.find((url,)):
            yield Outcome("there already", url, there)
        elif wish.dry_run:
            yield Outcome("would be fetched", url)
        else:
            for item in read_fetched(wish.visitor.fetch(target.url)):
                yield replace(item, source=url) if isinstance(item, Draft) and not item.link and item.method != "feed" else item
    except FramingError as error:
        yield from error.faults


def add_draft(draft: Draft, corpus: Path, holdings: Holdings, wish: Wish) -> Outcome | Fault:
    """Write a draft into a corpus folder unless it is there already, has no outlet or is refused."""
    sha256 = hash_raw(draft.raw)
    urls = (draft.url, draft.source if is_web(draft.source) else "")
    if there := holdings.find(urls, sha256):
        same = holdings.hashes.get(sha256) == there
        changed = () if same else ("text: the source differs from the one this file was made from; delete the file to take the new one",)
        return Outcome("there already", draft.source, there, changed)
    try:
        values, unsure = describe(draft, sha256, wish)
    except FramingError as error:
        return error.faults[0]
    name = find_name(name_file(values.pop("file_outlet"), draft.published, draft.headline), sha256, holdings)
    if refused := wish.accept(make_article(values, draft.text, name, "utf-8", str(corpus / f"{name}.txt"))):
        return Fault(draft.source, 0, f"is refused: {'; '.join(refused)}")
    if not wish.dry_run:
        write_whole(corpus / values["raw"], draft.raw)
        write_whole(corpus / f"{name}.txt", write_article(values, draft.text))
    holdings.add(f"{name}.txt", urls, sha256)
    return Outcome("would be added" if wish.dry_run else "added", draft.source, f"{name}.txt", unsure)


def describe(draft: Draft, sha256: str, wish: Wish) -> tuple[dict[str, str], tuple[str, ...]]:
    """Return an article's front matter (with `file_outlet`, which its file is named after) and what is not sure.

    Raises FramingError where no outlet is known.
    """
    outlet, file_outlet = find_outlet(draft, wish)
    language, doubt = settle_language(draft, wish.language)
    doubted_day = doubt_day(draft.published, wish.now().date().isoformat()) if draft.published else "published: no date was found"
    unsure = (*draft.unsure, *doubt, *((doubted_day,) if doubted_day else ()))
    values = {
        "outlet": outlet, "headline": draft.headline, "byline": draft.byline, "published": draft.published,
        "url": draft.url, "language": language, "event": wish.event,
        "fetched": wish.now().isoformat(timespec="seconds") if is_web(draft.source) and draft.method != "feed" else "",
        "source": draft.source, "extraction": draft.method, "sha256": sha256, "raw": f"{RAW}/{sha256[:16]}{draft.suffix}",
        "unsure": "; ".join(unsure), "file_outlet": file_outlet,
    }  # fmt: skip
    return values, unsure


def find_outlet(draft: Draft, wish: Wish) -> tuple[str, str]:
    """Return a draft's outlet as it is called and as its file is named: given, in the source, else by the domain in the registry."""
    named = wish.outlet or draft.outlet
    known = wish.registry.find_by_name(named) if named else wish.registry.find_by_url(draft.url or draft.source)
    if known:
        return known.name, known.id
    if named:
        return named, named
    seen = f" (the source calls itself {draft.site!r})" if draft.site else ""
    where = f"{draft.url[:200]} is under no domain of outlets.csv" if draft.url else "it names no outlet and no address"
    raise make_error(draft.source, f"outlet is not known: {where}{seen}; name it with --outlet, or add it with: framing outlets add")


def settle_language(draft: Draft, given: str) -> tuple[str, tuple[str, ...]]:
    """Return a draft's language as given, found or claimed, and a doubt where the text's own differs."""
    found, claimed = detect_language(draft.text), plain_code(draft.language)
    said = plain_code(given) or claimed
    if found and said and found != said:
        where = "given as" if given else "the source says"
        return (plain_code(given) or found), (f"language: {where} {name_language(said)}, the text reads as {name_language(found)}",)
    return said or found, ()


def find_name(name: str, sha256: str, holdings: Holdings) -> str:
    """Return a file's name without ending that is not taken."""
    return f"{name}-{sha256[:8]}" if f"{name}.txt" in holdings.names else name


