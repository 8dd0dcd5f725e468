"""The tables of a comparison as one XLSX workbook for readers: headings in words, and sheets that say what everything is."""

import io
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

import pandas as pd
import xlsxwriter

from framing.comparison.comparison import Comparison
from framing.errors import make_error
from framing.report.formats.columns import KINDS, PER_ARTICLE, SAID_PER_ARTICLE, Column, Table, describe_tables, say_range
from framing.report.labels import name_articles
from framing.report.plain import Plain, iter_rows, mend_unseen
from framing.report.sources import describe_run, hash_articles, hash_lexicons
from framing.report.tables import make_tables

OPTIONS: Final = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
CREATED: Final = datetime(2000, 1, 1)
MOST_ROWS: Final = 1_048_575
LONGEST_CELL: Final = 32_767
CUT: Final = " … [cut here; whole in the CSV]"
WIDTHS: Final = (8, 60)
ROWS_MEASURED: Final = 200
MOST_NAME: Final = 31
"""So many letters has the name of a sheet at most."""
HEAD_ROW: Final = 3
NUMBER_FORMATS: Final = {"": "General", "bias": "+0.00;-0.00;0.00", "share": "0 %", "weight per 1,000 words": "0.0", "log-odds": "0.00"}
ABOUT_SHEETS: Final = "A sheet a table, named as its CSV file. It describes words: nothing in it says what is true, or who is right."


@dataclass(frozen=True)
class Looks:
    """The formats of a workbook: of heads, text, the title and links, and of numbers by their unit."""

    head: object
    text: object
    title: object
    link: object
    numbers: dict[str, object]


def render_workbook(comparison: Comparison) -> bytes:
    """Render a sheet for each table, behind three that say what each sheet and column holds and what all was made from.

    The same tables give the same bytes. Text stays text, whatever it begins with. Raises FramingError for a table with more rows than a
    sheet holds.
    """
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, OPTIONS)
    book.set_properties({"title": "Comparison", "created": CREATED})
    looks = make_looks(book)
    tables = make_tables(comparison)
    write_contents(book, tables, looks)
    for name, table in {"columns": make_column_table(comparison), "about": make_about_table(comparison), **tables}.items():
        if len(table) > MOST_ROWS:
            raise make_error("comparison.xlsx", f"{name} has {len(table):,} rows; {MOST_ROWS:,} are allowed, csv holds any number")
        write_sheet(book.add_worksheet(name[:MOST_NAME]), table, find_columns(comparison, name, table), looks)
    book.close()
    return file.getvalue()


def make_looks(book: Any) -> Looks:
    """Make the formats of a workbook: heads, text, and numbers by their unit."""
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    text = book.add_format({"text_wrap": True, "valign": "top"})
    numbers = {unit: book.add_format({"num_format": shape, "valign": "top"}) for unit, shape in NUMBER_FORMATS.items()}
    return Looks(head, text, book.add_format({"bold": True, "font_size": 14}), book.get_default_url_format(), numbers)


def write_contents(book: Any, tables: dict[str, pd.DataFrame], looks: Looks) -> None:
    """Write the first sheet: every other one with a link, what a row of it is, and how many it has."""
    sheet, known = book.add_worksheet("contents"), describe_tables()
    sheet.write_string(0, 0, "What this workbook holds", looks.title)
    sheet.write_string(1, 0, ABOUT_SHEETS)
    for column, (name, width) in enumerate({"Sheet": 20, "What it holds": 34, "A row is": 70, "Rows": 10}.items()):
        sheet.write_string(HEAD_ROW, column, name, looks.head)
        sheet.set_column(column, column, width)
    shown: list[tuple[Plain, ...]] = [
        ("columns", "Every column of every sheet in plain words", "a column", None), ("about", "What it was made from", "a setting or source", None),
    ]  # fmt: skip
    for name, table in tables.items():
        told = known.get(name, Table(name, name, "", ()))
        shown.append((name, told.label, told.row, len(table)))
    for row, (sheet_name, *values) in enumerate(shown, HEAD_ROW + 1):
        sheet.write_url(row, 0, f"internal:'{str(sheet_name)[:MOST_NAME]}'!A1", looks.link, str(sheet_name))
        for column, value in enumerate(values, 1):
            write_cell(sheet, row, column, value, looks.text)
    sheet.freeze_panes(HEAD_ROW + 1, 0)


def make_column_table(comparison: Comparison) -> pd.DataFrame:
    """Return every column of every sheet as a table: its heading, its name in CSV and JSON, kind, unit, values and meaning."""
    rows = [
        (name, one.label, one.name, KINDS[one.kind], one.unit, say_range(one), one.meaning)
        for name, table in make_tables(comparison).items()
        for one in find_columns(comparison, name, table)
    ]
    return pd.DataFrame(rows, columns=["Sheet", "Heading", "Name in CSV and JSON", "Kind", "Unit", "Values", "Meaning"])


def find_columns(comparison: Comparison, name: str, table: pd.DataFrame) -> list[Column]:
    """Return the columns of a table as they are described, those of an article under its outlet's name, others by their own names."""
    known = {one.name: one for one in describe_tables()[name].columns} if name in describe_tables() else {}
    labels = name_articles(comparison) if name == PER_ARTICLE else {}
    plain = replace(SAID_PER_ARTICLE, values=(), meaning="")
    return [
        known.get(column) or replace(SAID_PER_ARTICLE if column in labels else plain, name=column, label=labels.get(column, column))
        for column in map(str, table.columns)
    ]


def make_about_table(comparison: Comparison) -> pd.DataFrame:
    """Return what a comparison was made from as a table of two columns."""
    rows: list[tuple[str, str]] = []
    if comparison.event:
        rows.append(("event", comparison.event.label))
    if comparison.topic:
        rows.append(("topic", f"{comparison.topic.topic_id} {comparison.topic.version}"))
    rows += [(name, str(value)) for name, value in describe_run(comparison).items()]
    rows += [(f"sha256 of {source.name}", source.sha256) for source in (*hash_articles(comparison), *hash_lexicons(comparison))]
    return pd.DataFrame(rows, columns=["What", "Value"])


def write_sheet(sheet: Any, table: pd.DataFrame, columns: Sequence[Column], looks: Looks) -> None:
    """Write a table to a sheet: bold heads that stay in sight, filter, widths that fit; long texts are wrapped."""
    rows = list(iter_rows(table))
    for number, column in enumerate(columns):
        write_cell(sheet, 0, number, column.label, looks.head)
        shown = [str(row[number]) for row in rows[:ROWS_MEASURED]] if column.kind == "text" else []
        longest = max([max(map(len, column.label.split()), default=0) + 3, *(max(map(len, text.split("\n"))) for text in shown)])
        sheet.set_column(number, number, min(max(longest + 1, WIDTHS[0]), WIDTHS[1]))
    styles = [looks.text if column.kind == "text" else looks.numbers.get(column.unit, looks.numbers[""]) for column in columns]
    for place, row in enumerate(rows, 1):
        for number, value in enumerate(row):
            write_cell(sheet, place, number, value, styles[number])
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(rows), 1), max(len(columns) - 1, 0))


def write_cell(sheet: Any, row: int, column: int, value: Plain, look: object) -> None:
    """Write one value by its kind; a text longer than a cell holds is cut, and says so."""
    if isinstance(value, bool):
        sheet.write_boolean(row, column, value, look)
    elif isinstance(value, int | float):
        sheet.write_number(row, column, value, look)
    elif value:
        text = mend_unseen(value)
        sheet.write_string(row, column, text if len(text) <= LONGEST_CELL else text[: LONGEST_CELL - len(CUT)] + CUT, look)
