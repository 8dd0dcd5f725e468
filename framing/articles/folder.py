"""Reading articles from text files: one by one, a whole folder, or a folder with an articles.csv beside them."""

import csv
import io
import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path

from framing.articles.article import Article, Event
from framing.articles.field_names import fill_fields
from framing.articles.front_matter import read_front_matter
from framing.errors import Fault, FramingError, make_error, say_list
from framing.files import read_text

TEXT_SUFFIXES = (".txt", ".md")
LIST_NAME = "articles.csv"
LARGEST_ARTICLE = 20_000_000
"""In bytes; five million characters of any script are less."""
TO_COME = "is after the day it was taken"
NOT_ARTICLES = ("readme", "licence", "license", "changelog", "contributing")


def read_folder(folder: Path) -> Iterator[Article | Fault]:
    """Yield the articles of a folder, and a fault for each file that cannot be one."""
    listed = folder / LIST_NAME
    if listed.exists():
        yield from read_listed(folder, listed)
        return
    for path in find_text_files(folder):
        yield from read_file(path, {})


def find_text_files(folder: Path) -> list[Path]:
    """Find the text files of a folder that are articles; raises FramingError where there are none."""
    paths = sorted(
        path
        for path in folder.iterdir()
        if path.suffix.lower() in TEXT_SUFFIXES and path.stem.lower() not in NOT_ARTICLES and not path.name.startswith(".")
    )
    if not paths:
        names = say_list(sorted(path.name for path in folder.iterdir())) or "nothing"
        raise make_error(folder, f"holds no articles; it has {names}; .txt and .md files, or an {LIST_NAME}, are allowed")
    return paths


def read_listed(folder: Path, listed: Path) -> Iterator[Article | Fault]:
    """Yield the articles that articles.csv names; `file` is the one column it must have."""
    text, _ = read_text(listed)
    reader = csv.DictReader(io.StringIO(text, newline=""))
    header = [name.strip() for name in reader.fieldnames or []]
    if "file" not in header:
        what = f"lacks the column file; it has {say_list(header) or 'none'}; allowed are file, outlet, headline, published, url, ..."
        raise make_error(listed, what, 1)
    for cells in reader:
        values = {key.strip(): (value or "").strip() for key, value in cells.items() if isinstance(key, str)}
        name = values.pop("file")
        path = folder / name
        if is_inside(path, folder):
            yield from read_file(path, values)
        else:
            yield Fault(str(listed), reader.line_num, f"file: {name[:200]!r} is no file of this folder")


def is_inside(path: Path, folder: Path) -> bool:
    """Tell whether a path names a file of a folder, and none outside it."""
    try:
        return path.resolve().is_relative_to(folder.resolve()) and path.is_file()
    except (OSError, ValueError):
        return False


def read_file(path: Path, known: Mapping[str, str]) -> Iterator[Article | Fault]:
    """Yield the article of a text file, and what was wrong with it; `known` fields stand over its front matter."""
    try:
        check_size(path)
        text, encoding = read_text(path)
    except FramingError as error:
        yield from error.faults
        return
    front = read_front_matter(text)
    if front.wrong:
        yield Fault(str(path), 1, front.wrong)
    values = {**fill_fields(front.values), **{key: value for key, value in fill_fields(known).items() if value}}
    yield make_article(values, text[front.text_start :], path.stem, encoding, str(path))


def check_size(path: Path) -> None:
    """Raise FramingError where a file is larger than any article; it is not read then."""
    size = path.stat().st_size if path.is_file() else 0
    if size > LARGEST_ARTICLE:
        raise make_error(path, f"is too large for one article: {size:,} bytes; at most {LARGEST_ARTICLE:,} are allowed")


def make_article(values: Mapping[str, str], text: str, default_id: str, encoding: str, place: str) -> Article:
    """Make an article from what is known about it; an outlet that is not named is called after the file."""
    values = {key: value.encode("utf-8", "replace").decode() for key, value in values.items()}
    unsure, doubt = values.get("unsure", ""), doubt_day(values.get("published", ""), values.get("fetched", ""))
    return Article(
        article_id=values.get("id", "") or default_id,
        outlet=values.get("outlet", "") or f"unnamed outlet ({default_id})",
        headline=values.get("headline", ""),
        raw_text=text,
        published=values.get("published", ""),
        url=values.get("url", ""),
        byline=values.get("byline", ""),
        language=values.get("language", ""),
        event=values.get("event", ""),
        fictional=values.get("fictional", "").lower() == "true",
        encoding=encoding,
        place=place,
        unsure=unsure if doubt in unsure else "; ".join(filter(None, (unsure, doubt))),
    )


def doubt_day(published: str, taken: str) -> str:
    """Return the doubt about a day of publication that lies more than a day (time zones differ) after the one the article was taken on, else "".

    >>> doubt_day("2042-10-16", "2024-10-16T10:00:00+00:00"), doubt_day("2024-10-17", "2024-10-16"), doubt_day("2042-10-16", "")
    ('published: 2042-10-16 is after the day it was taken', '', '')
    """
    try:
        is_late = date.fromisoformat(published[:10]) - date.fromisoformat(taken[:10]) > timedelta(days=1)
    except ValueError:
        return ""
    return f"published: {published} {TO_COME}" if is_late else ""


def read_event(folder: Path) -> Event | None:
    """Read a corpus' event.toml, if it has one; raises FramingError where it cannot be read."""
    path = folder / "event.toml"
    if not path.exists():
        return None
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise make_error(path, f"cannot be read: {error}") from error
    return make_event(text, folder.name, path)


def make_event(text: str, default_id: str, place: Path) -> Event:
    """Make an event from the text of an event.toml; raises FramingError where it is not well formed."""
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise make_error(place, f"cannot be read: {error}") from error
    event_id = str(values.get("event_id", default_id))
    if not re.fullmatch(r"\w[\w.-]*", event_id):
        raise make_error(place, f"event_id: {event_id!r} is not allowed; letters, digits, -, _ and . are")
    return Event(
        event_id=event_id,
        label=str(values.get("label", default_id)),
        date=str(values.get("date", "")),
        topic=str(values.get("topic", "")),
        description=str(values.get("description", "")),
        fictional=values.get("fictional") is True,
    )
