"""What every table and column of a comparison holds: the one description behind the workbook, the JSON Schema and the list for readers."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from framing.errors import FramingError
from framing.report.formats.markdown_text import make_lines
from framing.rows import Columns, Row, read_rows

HERE: Final = Path(__file__).parent
ANY: Final = "*"
"""The table whose columns are described once for all that have them."""
COLUMN_FIELDS: Final = ("table", "column", "label", "kind", "unit", "values", "least", "most", "empty", "meaning")
PER_ARTICLE: Final = "coverage"
"""The table with a further column for each article."""
KINDS: Final = {"text": "text", "number": "number", "whole": "whole number", "flag": "yes or no"}


@dataclass(frozen=True)
class Column:
    """One column: name in CSV and JSON, heading for readers, kind (see `KINDS`), unit, the only values it has, least and most, meaning.

    `is_nullable`: a figure can be missing; `is_optional`: the column is not always there.
    """

    name: str
    label: str
    kind: str
    unit: str
    values: tuple[str, ...]
    least: float | None
    most: float | None
    is_nullable: bool
    is_optional: bool
    meaning: str


@dataclass(frozen=True)
class Table:
    """One table: its name, its heading for readers, what one row is, its columns in order."""

    name: str
    label: str
    row: str
    columns: tuple[Column, ...]


SAID_PER_ARTICLE: Final = Column(
    "", "", "text", "", ("own", "attributed", "differs", "absent"), None, None, False, False,
    "whether this article tells it: in its own voice, attributed to a source, with another figure (differs), or not (absent)",
)  # fmt: skip


@cache
def describe_tables() -> dict[str, Table]:
    """Return every table by its name, in the order of a comparison; raises FramingError where the descriptions are faulty."""
    rows = read_all("columns.csv", COLUMN_FIELDS)
    shared = {row["column"]: row for row in rows if row["table"] == ANY}
    found: dict[str, list[Column]] = {}
    for row in rows:
        if row["table"] != ANY:
            found.setdefault(row["table"], []).append(make_column(row if row["kind"] else shared[row["column"]]))
    return {
        row["table"]: Table(row["table"], row["label"], row["row"], tuple(found[row["table"]]))
        for row in read_all("tables.csv", ("table", "label", "row"))
    }


def read_all(name: str, fields: tuple[str, ...]) -> list[Row]:
    """Read a table of this folder whole."""
    rows, faults = read_rows(HERE / name, Columns(fields, {}))
    if faults:
        raise FramingError(*faults)
    return rows


def make_column(row: Row) -> Column:
    """Make a column from its row."""
    least, most = (float(row[name]) if row[name] else None for name in ("least", "most"))
    values = tuple(row["values"].split("|")) if row["values"] else ()
    return Column(
        row["column"], row["label"], row["kind"], row["unit"], values, least, most, row["empty"] == "null", row["empty"] == "absent", row["meaning"]
    )


def say_range(column: Column) -> str:
    """Say which values a column can have, "" where any.

    >>> say_range(describe_tables()["scores"].columns[5])
    '-1 to 1'
    """
    if column.values:
        return ", ".join(value or "(empty)" for value in column.values)
    if column.least is None:
        return ""
    return f"{column.least:g} to {column.most:g}" if column.most is not None else f"{column.least:g} or more"


def render_tables() -> str:
    """Render the description of all tables as Markdown."""
    return "\n".join(write_tables())


def write_tables() -> Iterator[str]:
    """Write every table with its columns."""
    yield "# The tables of a comparison\n"
    yield "The same in `comparison.json`, in the CSV files and on the sheets of `comparison.xlsx`, which has the headings for readers. Places are"
    yield "counted in characters (code points), from 0, and end before the character named: those of the cleaned text, and those of the text as"
    yield "given (in a file with front matter: what stands after it; a headline that the text lacks is put before the cleaned text).\n"
    for table in describe_tables().values():
        yield f"## {table.name}: {table.label}\n"
        yield f"A row is {table.row}.\n"
        rows = [
            (one.name, one.label, KINDS[one.kind] + (f", {one.unit}" if one.unit else ""), say_range(one), one.meaning) for one in table.columns
        ]
        yield from make_lines(("Column", "Heading", "Kind, unit", "Values", "Meaning"), rows)
