"""XLSX: text stays text, headings in words, sheets that explain all others."""

import io

import openpyxl
import pandas as pd
import pytest

from framing.comparison.comparison import Comparison
from framing.report.formats.columns import describe_tables
from framing.report.formats.workbook import render_workbook
from framing.report.tables import make_tables

FRONT = ["contents", "columns", "about"]


@pytest.fixture(scope="module")
def book(compared: Comparison) -> openpyxl.Workbook:
    """The shipped event's workbook, read again."""
    return openpyxl.load_workbook(io.BytesIO(render_workbook(compared)))


def test_workbook_keeps_text_as_text(hostile: Comparison) -> None:
    """Text that begins with = stays text, on the sheet and in its heads; nothing in an article becomes a link."""
    book = openpyxl.load_workbook(io.BytesIO(render_workbook(hostile)))
    sheet = book["articles"]
    assert sheet["B2"].value.startswith("=1+1") and sheet["B2"].data_type == "s"
    assert {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row} <= {"s", "n", "b"}
    assert all(cell.hyperlink is None for sheet in book if sheet.title != "contents" for row in sheet.iter_rows() for cell in row)


def test_heads_are_words_that_stay_in_sight(book: openpyxl.Workbook) -> None:
    """Every sheet has bold heads in words, frozen, with a filter; every column has a width."""
    for name, table in describe_tables().items():
        sheet = book[name]
        heads = [cell.value for cell in sheet[1]][: len(table.columns)]
        assert heads == [one.label for one in table.columns if not one.is_optional], name
        assert sheet["A1"].font.bold and sheet.freeze_panes == "A2" and sheet.auto_filter.ref, name
        assert all(sheet.column_dimensions[cell.column_letter].width >= 8 for cell in sheet[1]), name


def test_coverage_is_headed_by_outlets(book: openpyxl.Workbook, compared: Comparison) -> None:
    """The column of an article has its outlet's name."""
    assert [cell.value for cell in book["coverage"][1]][-5:] == [article.outlet for article in compared.articles]


def test_contents_lead_to_every_sheet(book: openpyxl.Workbook, compared: Comparison) -> None:
    """Each sheet stands in the contents with a link, what a row is, and how many it has."""
    assert book.sheetnames == [*FRONT, *make_tables(compared)]
    rows = {row[0].value: row for row in book["contents"].iter_rows(min_row=5)}
    assert list(rows) == book.sheetnames[1:]
    assert all(row[0].hyperlink.location == f"'{name}'!A1" for name, row in rows.items())
    assert rows["scores"][2].value == describe_tables()["scores"].row and rows["scores"][3].value == len(compared.scores)


def test_every_column_is_explained(book: openpyxl.Workbook, compared: Comparison) -> None:
    """The sheet columns has a row for each column of each table, with a meaning."""
    rows = [tuple(cell.value for cell in row) for row in book["columns"].iter_rows(min_row=2)]
    assert [(row[0], row[2]) for row in rows] == [(name, column) for name, table in make_tables(compared).items() for column in table.columns]
    assert all(row[1] and row[6] for row in rows)


def test_workbook_cuts_what_no_cell_holds(untopical: Comparison) -> None:
    """A text longer than a cell holds is cut, and says so."""
    long = pd.DataFrame({"article": ["a"], "note": ["x" * 40_000]})
    tables = {**untopical.tables, "long": long}
    book = openpyxl.load_workbook(io.BytesIO(render_workbook(Comparison(**{**vars(untopical), "tables": tables}))))
    assert len(book["long"]["B2"].value) == 32_767 and book["long"]["B2"].value.endswith("CSV]")
