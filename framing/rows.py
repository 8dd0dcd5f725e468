"""Rows of a data file, checked column by column, each with its line."""

import csv
import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from framing.errors import Fault, FramingError, say_list
from framing.files import read_text

Check = Callable[[str], str]
"""Takes a cell, returns what is wrong with it ("" when nothing is)."""


@dataclass(frozen=True)
class Row:
    """One row of a table: its line in the file and its cells by column."""

    line: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]


@dataclass(frozen=True)
class Columns:
    """What a table must have: the columns, and a check for the cells of some of them."""

    names: tuple[str, ...]
    checks: Mapping[str, Check]


def one_of(*allowed: str) -> Check:
    """Make the check that a cell is one of the allowed words."""
    return lambda cell: "" if cell in allowed else f"{cell!r} is not allowed; one of {say_list(allowed)} is"


def filled(cell: str) -> str:
    """Check that a cell is not empty."""
    return "" if cell else "must not be empty"


def number(low: float, high: float) -> Check:
    """Make the check that a cell is a number from low to high."""

    def check(cell: str) -> str:
        try:
            return "" if low <= float(cell) <= high else f"{cell!r} is outside {low:g} to {high:g}"
        except ValueError:
            return f"{cell!r} is no number; {low:g} to {high:g} is allowed"

    return check


def read_rows(path: Path, columns: Columns) -> tuple[list[Row], list[Fault]]:
    """Read a CSV table as (good rows, faults); comment rows (`#`) and blank rows are passed over.

    A missing file or column is one fault for the whole file.
    """
    try:
        text, _ = read_text(path)
    except FramingError as error:
        return [], list(error.faults)
    reader = csv.reader(io.StringIO(text, newline=""))
    header = [name.strip() for name in next(reader, [])]
    missing = [name for name in columns.names if name not in header]
    if missing:
        what = f"lacks the column {say_list(missing)}; it has {say_list(header) or 'none'}, allowed are {say_list(columns.names, 20)}"
        return [], [Fault(str(path), 1, what)]
    rows: list[Row] = []
    faults: list[Fault] = []
    line = reader.line_num + 1
    for cells in reader:
        row_line, line = line, reader.line_num + 1
        if not any(cell.strip() for cell in cells) or cells[0].startswith("#"):
            continue
        found = check_cells(cells, header, columns)
        faults += [Fault(str(path), row_line, what) for what in found]
        if not found:
            rows.append(Row(row_line, dict(zip(header, (cell.strip() for cell in cells), strict=True))))
    return rows, faults


def check_cells(cells: list[str], header: list[str], columns: Columns) -> list[str]:
    """Return what is wrong with one row's cells."""
    if len(cells) != len(header):
        return [f"has {len(cells)} cells where the header has {len(header)}; put a cell with a comma in double quotes"]
    found = []
    for name, cell in zip(header, cells, strict=True):
        check = columns.checks.get(name)
        if check and (what := check(cell.strip())):
            found.append(f"{name}: {what}")
    return found
