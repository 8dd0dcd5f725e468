"""The tables of a comparison as one XLSX workbook."""

import io
from datetime import datetime
from typing import Any, Final

import pandas as pd
import xlsxwriter

from framing.comparison.comparison import Comparison
from framing.errors import make_error
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


def render_workbook(comparison: Comparison) -> bytes:
    """Render a sheet for each table, and a first one that says what they were made from; the same tables give the same bytes.

    Text stays text, whatever it begins with. Raises FramingError for a table with more rows than a sheet holds.
    """
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, OPTIONS)
    book.set_properties({"title": "Comparison", "created": CREATED})
    bold = book.add_format({"bold": True})
    for name, table in {"about": make_about_table(comparison), **make_tables(comparison)}.items():
        if len(table) > MOST_ROWS:
            raise make_error("comparison.xlsx", f"{name} has {len(table):,} rows; {MOST_ROWS:,} are allowed, csv holds any number")
        write_sheet(book.add_worksheet(name[:31]), table, bold)
    book.close()
    return file.getvalue()


def make_about_table(comparison: Comparison) -> pd.DataFrame:
    """Return what a comparison was made from as a table of two columns."""
    rows: list[tuple[str, str]] = []
    if comparison.event:
        rows.append(("event", comparison.event.label))
    if comparison.topic:
        rows.append(("topic", f"{comparison.topic.topic_id} {comparison.topic.version}"))
    rows += [(name, str(value)) for name, value in describe_run(comparison).items()]
    rows += [(f"sha256 of {source.name}", source.sha256) for source in (*hash_articles(comparison), *hash_lexicons(comparison))]
    return pd.DataFrame(rows, columns=["what", "value"])


def write_sheet(sheet: Any, table: pd.DataFrame, bold: object) -> None:
    """Write a table to a sheet: bold header that stays in sight, filter, widths that fit."""
    rows = list(iter_rows(table))
    for column, name in enumerate(table.columns):
        sheet.write_string(0, column, str(name), bold)
        longest = max([len(str(name)) + 3, *(len(str(row[column])) for row in rows[:ROWS_MEASURED])])
        sheet.set_column(column, column, min(max(longest + 1, WIDTHS[0]), WIDTHS[1]))
    for number, row in enumerate(rows, 1):
        for column, value in enumerate(row):
            write_cell(sheet, number, column, value)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(rows), 1), max(len(table.columns) - 1, 0))


def write_cell(sheet: Any, row: int, column: int, value: Plain) -> None:
    """Write one value by its kind; a text longer than a cell holds is cut, and says so."""
    if isinstance(value, bool):
        sheet.write_boolean(row, column, value)
    elif isinstance(value, int | float):
        sheet.write_number(row, column, value)
    elif value:
        text = mend_unseen(value)
        sheet.write_string(row, column, text if len(text) <= LONGEST_CELL else text[: LONGEST_CELL - len(CUT)] + CUT)
