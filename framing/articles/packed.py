"""Packed corpora as files: their columns, rows and event."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Final

from framing.articles.article import Event
from framing.articles.folder import make_event
from framing.errors import FramingError, make_error

SUFFIXES: Final = (".parquet", ".sqlite")
EVENT_KEY: Final = b"framing.event"
KNOWN: Final = ("outlet", "headline", "published", "url", "byline", "language", "event", "fictional", "unsure")
TEXTS: Final = ("file", "top", "id", *KNOWN, "text", "raw_name")
"""Columns of text in a packed corpus; `top` is an article's front matter as it stands, nothing where its fields come from a list or table."""
COLUMNS: Final = (*TEXTS, "raw")
BATCH: Final = 256
Row = dict[str, Any]


@contextmanager
def open_sqlite(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a SQLite file for reading only."""
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as base:
        yield base


def check_suffix(path: Path) -> None:
    """Raise FramingError unless a path names a packed corpus."""
    if path.suffix.lower() not in SUFFIXES:
        raise make_error(path, f"ends in {path.suffix or 'nothing'}; allowed are {' and '.join(SUFFIXES)}")


def is_packed(path: Path) -> bool:
    """Tell whether a file is a packed corpus and not another table."""
    if not path.is_file() or path.suffix.lower() not in SUFFIXES:
        return False
    try:
        next(read_rows(path), None)
    except FramingError:
        return False
    return True


def read_rows(path: Path) -> Iterator[Row]:
    """Yield the rows of a packed corpus as they were packed; raises FramingError for another table."""
    check_suffix(path)
    try:
        if path.suffix.lower() == ".parquet":
            from pyarrow import ArrowException, parquet

            try:
                for batch in parquet.ParquetFile(path).iter_batches(BATCH, columns=list(COLUMNS)):
                    yield from batch.to_pylist()
            except ArrowException as error:
                raise make_error(path, f"is no packed corpus: {error}") from error
        else:
            with open_sqlite(path) as base:
                rows = base.execute(f"SELECT {', '.join(COLUMNS)} FROM articles ORDER BY rowid")
                yield from (dict(zip(COLUMNS, row, strict=True)) for row in rows)
    except (sqlite3.Error, OSError, KeyError) as error:
        raise make_error(path, f"is no packed corpus that can be read: {error}") from error


def read_event_text(path: Path) -> str:
    """Return the event.toml of a corpus folder or of a packed corpus, "" where there is none."""
    if path.is_dir():
        return (path / "event.toml").read_text("utf-8") if (path / "event.toml").is_file() else ""
    if path.suffix.lower() == ".parquet" and path.is_file():
        from pyarrow import ArrowException, parquet

        try:
            return str((parquet.read_schema(path).metadata or {}).get(EVENT_KEY, b""), "utf-8", "replace")
        except (ArrowException, OSError):
            return ""
    if path.suffix.lower() == ".sqlite" and path.is_file():
        try:
            with open_sqlite(path) as base:
                found = base.execute("SELECT text FROM event").fetchone()
                return str(found[0]) if found else ""
        except sqlite3.Error:
            return ""
    return ""


def read_packed_event(path: Path) -> Event | None:
    """Read the event of a packed corpus, if it has one."""
    text = read_event_text(path) if path.is_file() and path.suffix.lower() in SUFFIXES else ""
    return make_event(text, path.stem, path) if text else None
