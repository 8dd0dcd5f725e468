"""A corpus as one Parquet or SQLite file: articles as they stand, their raw files, and the event."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from framing.articles.article import Article
from framing.articles.article_file import RAW, make_slug
from framing.articles.corpus import iter_articles
from framing.articles.folder import LIST_NAME, TEXT_SUFFIXES, is_inside
from framing.articles.front_matter import read_front_matter
from framing.articles.packed import BATCH, COLUMNS, EVENT_KEY, KNOWN, TEXTS, Row, check_suffix, is_packed, read_event_text, read_rows
from framing.errors import Fault, make_error
from framing.files import open_whole, read_text


def pack_corpus(paths: Iterable[Path], out: Path) -> tuple[int, list[Fault]]:
    """Write every article of some corpora into one .parquet or .sqlite file; returns how many, and what could not be read.

    The file is whole or not there; it is read wherever a corpus folder is. An older one is replaced.
    """
    check_suffix(out)
    places = list(paths)
    faults: list[Fault] = []
    event = next((text for place in places if (text := read_event_text(place))), "")
    with open_whole(out) as unfinished:
        write = write_parquet if out.suffix.lower() == ".parquet" else write_sqlite
        n_rows = write(unfinished, make_rows(places, faults), event)
        if not n_rows:
            raise make_error(", ".join(map(str, places)), "holds no article to pack")
    return n_rows, faults


def make_rows(paths: Iterable[Path], faults: list[Fault]) -> Iterator[Row]:
    """Yield the rows of some corpora's articles; what cannot be read goes to `faults`."""
    for path in paths:
        if is_packed(path):
            yield from read_rows(path)
            continue
        for item in iter_articles([path]):
            if isinstance(item, Fault):
                faults.append(item)
            else:
                yield make_row(item)


def make_row(article: Article) -> Row:
    """Make the row of an article; one from a text file keeps its front matter and raw file."""
    row: Row = dict.fromkeys(COLUMNS) | {name: getattr(article, name) for name in KNOWN}
    row |= {"id": article.article_id, "text": article.raw_text, "fictional": "true" if article.fictional else ""}
    path = Path(article.place)
    if path.suffix.lower() not in TEXT_SUFFIXES or not path.is_file():
        return row | {"file": f"{make_slug(article.article_id, 100) or 'article'}.txt"}
    text, _ = read_text(path)
    row["file"] = path.name
    if not (path.parent / LIST_NAME).exists():
        row["top"] = text.removesuffix(article.raw_text)
    raw_name = read_front_matter(text).values.get("raw", "")
    if raw_name and is_inside(path.parent / raw_name, path.parent / RAW):
        row |= {"raw_name": raw_name, "raw": (path.parent / raw_name).read_bytes()}
    return row


def write_parquet(path: Path, rows: Iterable[Row], event: str) -> int:
    """Write rows into a Parquet file, some hundred at a time; returns how many."""
    import pyarrow as pa
    from pyarrow import parquet

    schema = pa.schema([*((name, pa.string()) for name in TEXTS), ("raw", pa.binary())], metadata={EVENT_KEY: event.encode()})
    n_rows = 0
    with parquet.ParquetWriter(path, schema, compression="zstd") as writer:
        for batch in split_batches(rows):
            writer.write_table(pa.Table.from_pylist(batch, schema))
            n_rows += len(batch)
    return n_rows


def write_sqlite(path: Path, rows: Iterable[Row], event: str) -> int:
    """Write rows into a SQLite file; returns how many."""
    n_rows = 0
    with closing(sqlite3.connect(path)) as base, base:
        base.execute(f"CREATE TABLE articles ({', '.join(f'{name} TEXT' for name in TEXTS)}, raw BLOB)")
        base.execute("CREATE TABLE event (text TEXT)")
        if event:
            base.execute("INSERT INTO event VALUES (?)", (event,))
        for batch in split_batches(rows):
            base.executemany(f"INSERT INTO articles VALUES ({', '.join('?' * len(COLUMNS))})", [[row[name] for name in COLUMNS] for row in batch])
            n_rows += len(batch)
    return n_rows


def split_batches(rows: Iterable[Row]) -> Iterator[list[Row]]:
    """Split rows into lists of some hundred."""
    batch: list[Row] = []
    for row in rows:
        batch.append(row)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch
