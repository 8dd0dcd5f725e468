"""Folders written from a packed corpus, or from any corpus by groups."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from framing.articles.article_file import RAW, make_slug, write_article
from framing.articles.folder import TEXT_SUFFIXES
from framing.articles.pack import make_rows
from framing.articles.packed import KNOWN, Row, read_event_text, read_rows
from framing.errors import Fault, make_error


def unpack_corpus(path: Path, folder: Path) -> int:
    """Write a packed corpus as a new folder; returns how many articles. Raises FramingError where the folder holds anything already."""
    return write_folders(folder, read_event_text(path), ((folder, row) for row in read_rows(path)))


def split_corpus(paths: Iterable[Path], out: Path, group: Callable[[Row], str]) -> tuple[dict[str, int], list[Fault]]:
    """Write the articles of some corpora as one new folder a group under `out`; returns how many are in each, and what could not be read."""
    places = list(paths)
    faults: list[Fault] = []
    event = next((text for place in places if (text := read_event_text(place))), "")
    counts: dict[str, int] = {}

    def place_rows() -> Iterator[tuple[Path, Row]]:
        for row in make_rows(places, faults):
            name = make_slug(group(row), 60) or "none"
            counts[name] = counts.get(name, 0) + 1
            yield out / name, row

    write_folders(out, event, place_rows())
    return dict(sorted(counts.items())), faults


def write_folders(top: Path, event: str, placed: Iterable[tuple[Path, Row]]) -> int:
    """Write rows into folders, each with the event, at or under one new folder, which is there whole or not at all; returns how many rows."""
    if top.exists() and any(top.iterdir()):
        raise make_error(top, "is there already and not empty; name a new folder")
    top.parent.mkdir(parents=True, exist_ok=True)
    waiting = Path(tempfile.mkdtemp(dir=top.parent, prefix=f".{top.name}."))
    n_rows = 0
    try:
        for folder, row in placed:
            target = waiting / folder.relative_to(top)
            target.mkdir(parents=True, exist_ok=True)
            write_row(target, row)
            n_rows += 1
            if event and not (target / "event.toml").exists():
                (target / "event.toml").write_text(event, "utf-8", newline="")
        waiting.chmod(0o755)
        if top.exists():
            top.rmdir()
        os.replace(waiting, top)
    finally:
        shutil.rmtree(waiting, ignore_errors=True)
    return n_rows


def write_row(folder: Path, row: Row) -> None:
    """Write one row's article and raw file into a folder; names that lead out of it are refused, those taken get a number."""
    name = str(row["file"])
    if Path(name).name != name or Path(name).suffix.lower() not in TEXT_SUFFIXES or name.startswith("."):
        raise make_error(name, "is no name for an article's file; names ending in .txt or .md without a folder are allowed")
    path, number = folder / name, 1
    while path.exists():
        number += 1
        path = folder / f"{Path(name).stem}-{number}{Path(name).suffix}"
    content = write_article({key: row[key] or "" for key in ("id", *KNOWN)}, row["text"]) if row["top"] is None else row["top"] + row["text"]
    path.write_text(content, "utf-8", newline="")
    if row["raw"] is not None and row["raw_name"]:
        raw = folder / row["raw_name"]
        if not raw.resolve().is_relative_to(folder.resolve() / RAW):
            raise make_error(str(row["raw_name"]), f"is no name for a raw file; names under {RAW}/ are allowed")
        raw.parent.mkdir(parents=True, exist_ok=True)
        raw.write_bytes(row["raw"])
