"""Reading articles from one table: CSV, TSV, XLSX, JSONL, Parquet or SQLite, row by row so that a large one streams."""

import csv
import io
import json
import zlib
from collections.abc import Iterable, Iterator, Mapping
from math import isnan
from pathlib import Path
from typing import Any

from framing.articles.article import Article
from framing.articles.field_names import OTHER_NAMES
from framing.articles.folder import make_article
from framing.errors import Fault, FramingError, make_error, say_list
from framing.files import find_encoding, open_unpacked

NEEDED = ("text",)
ALLOWED = ("text", "outlet", "headline", "published", "url", "id", "byline", "language", "event")
NOT_READ = ("raw", "top")
"""Columns of a packed corpus that only unpacking needs."""
LONGEST_LINE = 50_000_000
MORE = ("fictional", "unsure")
TABLE_SUFFIXES = (".csv", ".tsv", ".xlsx", ".jsonl", ".parquet", ".sqlite", ".jsonl.gz", ".csv.gz", ".tsv.gz")


def is_table(path: Path) -> bool:
    """Tell by its name whether a file is a table."""
    return path.name.lower().endswith(TABLE_SUFFIXES)


def read_table(path: Path) -> Iterator[Article | Fault]:
    """Yield the articles of a table, and a fault for each row that cannot be one.

    `text` is the one column it must have; `title`, `date`, `source` and the like are understood too.
    Raises FramingError for a file that cannot be read or has no text column.
    """
    name = path.name.split(".")[0]
    number = 0
    for row in guard(path):
        if isinstance(row, Fault):
            yield row
            continue
        number += 1
        if number == 1 and not is_jsonl(path):
            check_columns(path, row)
        if "text" not in rename(row):
            yield Fault(str(path), number, f"lacks text; it has {say_list(row) or 'nothing'}; allowed are {say_list(ALLOWED, 20)}")
            continue
        values = rename(row)
        yield make_article(values, values.get("text", ""), f"{name}-{number}", "utf-8", f"{path}:{number}")


def is_jsonl(path: Path) -> bool:
    """Tell by its name whether a table is JSON Lines, in which every row has columns of its own."""
    return path.name.lower().endswith((".jsonl", ".jsonl.gz"))


def guard(path: Path) -> Iterator[Mapping[str, Any] | Fault]:
    """Yield a table's rows; a file that breaks off or holds no row at all raises FramingError, or ends in a fault behind its good rows."""
    number = 0
    try:
        for row in read_raw_rows(path):
            number += 1
            yield row
    except FramingError as error:
        if not number:
            raise
        yield from error.faults
    except (OSError, EOFError, zlib.error, csv.Error) as error:
        broken = make_error(path, f"cannot be read: {getattr(error, 'strerror', None) or error}")
        if not number:
            raise broken from error
        yield from broken.faults
    if not number:
        raise make_error(path, "holds no rows")


def check_columns(path: Path, first: Mapping[str, Any]) -> None:
    """Raise FramingError where a needed column is missing."""
    missing = [name for name in NEEDED if name not in rename(first)]
    if missing:
        what = f"lacks the column {say_list(missing)}; it has {say_list(first) or 'none'}; allowed are {say_list(ALLOWED, 20)}"
        raise make_error(path, what, 1)


def rename(row: Mapping[str, Any]) -> dict[str, str]:
    """Return a row's values as strings under our column names; a column of ours stands over another name for it."""
    found: dict[str, str] = {}
    for key, value in row.items():
        if not isinstance(key, str):
            continue
        name = key.strip().lower()
        plain = say_value(value)
        if name in ALLOWED or name in MORE:
            found[name] = plain
        elif name in OTHER_NAMES and plain:
            found.setdefault(OTHER_NAMES[name], plain)
    return found


def say_value(value: Any) -> str:
    """Return a cell's value as a string: "" for nothing, lists with commas."""
    if value is None or (isinstance(value, float) and isnan(value)):
        return ""
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def read_raw_rows(path: Path) -> Iterable[Mapping[str, Any] | Fault]:
    """Yield a table's rows as mappings, whatever its format."""
    name = path.name.lower()
    if is_jsonl(path):
        return read_jsonl(path)
    if name.endswith(".parquet"):
        return read_parquet(path)
    if name.endswith(".sqlite"):
        return read_sqlite(path)
    if name.endswith(".xlsx"):
        return read_xlsx(path)
    return read_separated(path, "\t" if ".tsv" in name else ",")


def read_jsonl(path: Path) -> Iterator[Mapping[str, Any] | Fault]:
    """Yield the records of a JSON Lines file; a line that is none becomes a fault."""
    with open_unpacked(path) as file:
        for number, line in enumerate(iter(lambda: file.readline(LONGEST_LINE + 1), b""), 1):
            if len(line) > LONGEST_LINE:
                raise make_error(path, f"holds a line of more than {LONGEST_LINE:,} bytes; the rest was not read", number)
            if line.strip():
                yield parse_line(line, str(path), number)


def parse_line(line: bytes, place: str, number: int) -> dict[str, Any] | Fault:
    """Return the record of a JSON line, or the fault it is."""
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return Fault(place, number, "is no JSON; one object a line is needed")
    return record if isinstance(record, dict) else Fault(place, number, "is no JSON object; one object a line is needed")


def read_separated(path: Path, separator: str) -> Iterator[Mapping[str, Any] | Fault]:
    """Yield the rows of a CSV or TSV file."""
    csv.field_size_limit(LONGEST_LINE)
    encoding = find_encoding(path)
    with open_unpacked(path) as file, io.TextIOWrapper(file, encoding, errors="replace", newline="") as text:
        reader = csv.DictReader(text, delimiter=separator)
        for row in reader:
            if None in row:
                yield Fault(str(path), reader.line_num, "has more cells than the header; put a cell with a separator in double quotes")
            else:
                yield row


def read_sqlite(path: Path) -> Iterator[Mapping[str, Any] | Fault]:
    """Yield the rows of the table `articles` of a SQLite file."""
    import sqlite3

    from framing.articles.packed import open_sqlite

    try:
        with open_sqlite(path) as base:
            rows = base.execute("SELECT * FROM articles ORDER BY rowid")
            names = [column[0] for column in rows.description]
            yield from (dict(zip(names, row, strict=True)) for row in rows)
    except sqlite3.Error as error:
        raise make_error(path, f"is no SQLite file with a table articles that can be read: {error}") from error


def read_parquet(path: Path) -> Iterator[Mapping[str, Any] | Fault]:
    """Yield the rows of a Parquet file, a few at a time."""
    from pyarrow import ArrowException, parquet

    try:
        file = parquet.ParquetFile(path)
        columns = [name for name in file.schema_arrow.names if name not in NOT_READ]
        for batch in file.iter_batches(batch_size=256, columns=columns):
            yield from batch.to_pylist()
    except ArrowException as error:
        raise make_error(path, f"is no Parquet file that can be read: {error}") from error


def read_xlsx(path: Path) -> Iterator[Mapping[str, Any] | Fault]:
    """Yield the rows of the first sheet of a spreadsheet."""
    from zipfile import BadZipFile

    from openpyxl import load_workbook

    with path.open("rb") as file:  # a workbook that is read row by row keeps its file open until it is closed itself
        try:
            book = load_workbook(file, read_only=True, data_only=True)
        except (BadZipFile, KeyError, ValueError) as error:
            raise make_error(path, f"is no XLSX file that can be read: {error}") from error
        rows = book.worksheets[0].iter_rows(values_only=True)
        header = [str(name).strip() if name is not None else "" for name in next(rows, ())]
        for cells in rows:
            if any(cell is not None for cell in cells):
                yield dict(zip(header, cells, strict=False))
