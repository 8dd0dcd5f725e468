"""Packed corpora as files: how one is opened, and the event it holds."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

from framing.articles.article import Event
from framing.articles.folder import make_event

SUFFIXES: Final = (".parquet", ".sqlite")
EVENT_KEY: Final = b"framing.event"


@contextmanager
def open_sqlite(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a SQLite file for reading only."""
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as base:
        yield base


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
