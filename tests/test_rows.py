"""Rows of data files are checked cell by cell, each fault with its line."""

from pathlib import Path

import pytest

from framing.rows import Columns, filled, number, one_of, read_rows

COLUMNS = Columns(("name", "kind", "size"), {"name": filled, "kind": one_of("boat", "ship"), "size": number(1, 9)})


def read(tmp_path: Path, content: str) -> tuple[list[tuple[int, dict[str, str]]], list[tuple[int, str]]]:
    """Write a table and read it as ((line, cells), (line, fault))."""
    (tmp_path / "t.csv").write_text(content, "utf-8")
    rows, faults = read_rows(tmp_path / "t.csv", COLUMNS)
    assert all(fault.place == str(tmp_path / "t.csv") for fault in faults)
    return [(row.line, dict(row.cells)) for row in rows], [(fault.line, fault.what) for fault in faults]


def test_rows_have_their_lines(tmp_path: Path) -> None:
    """Comment rows, blank rows and cells that hold line ends are counted, so that lines are those an editor shows."""
    rows, faults = read(tmp_path, 'name,kind,size\n# boats,,\n\n"a\nb",boat,2\nc,ship,3\n')
    assert ([line for line, _ in rows], faults) == ([4, 6], [])


def test_cells_and_columns_are_trimmed(tmp_path: Path) -> None:
    """Blanks round a cell or a column's name do not matter; further columns are kept."""
    rows, _ = read(tmp_path, "name , kind,size,note\n a , boat, 2 , x \n")
    assert rows == [(2, {"name": "a", "kind": "boat", "size": "2", "note": "x"})]


def test_every_fault_is_found_at_once(tmp_path: Path) -> None:
    """Each bad cell is a fault of its own with what is allowed; good rows go through."""
    rows, faults = read(tmp_path, "name,kind,size\n,raft,12\na,boat,x\nb,boat,1,\nc,boat,1\n")
    assert [cells["name"] for _, cells in rows] == ["c"]
    assert faults == [
        (2, "name: must not be empty"),
        (2, "kind: 'raft' is not allowed; one of boat, ship is"),
        (2, "size: '12' is outside 1 to 9"),
        (3, "size: 'x' is no number; 1 to 9 is allowed"),
        (4, "has 4 cells where the header has 3; put a cell with a comma in double quotes"),
    ]


@pytest.mark.parametrize(("header", "has"), [("name,size", "name, size"), ("", "none")])
def test_a_missing_column_is_one_fault(tmp_path: Path, header: str, has: str) -> None:
    """The file's columns and the allowed ones are said once, for line 1."""
    rows, faults = read(tmp_path, f"{header}\na,1\n" if header else "")
    missing = "kind" if header else "name, kind, size"
    assert (rows, faults) == ([], [(1, f"lacks the column {missing}; it has {has}, allowed are name, kind, size")])


def test_a_missing_file_is_a_fault(tmp_path: Path) -> None:
    """A file that is not there is one fault, not an exception."""
    rows, faults = read_rows(tmp_path / "none.csv", COLUMNS)
    assert (rows, [fault.line for fault in faults]) == ([], [0])
    assert "cannot be read" in faults[0].what


def test_a_byte_order_mark_is_no_part_of_the_first_column(tmp_path: Path) -> None:
    """A table saved by a spreadsheet program keeps its first column."""
    assert read(tmp_path, "\ufeffname,kind,size\na,boat,1\n")[1] == []


@pytest.mark.parametrize("cell", ["nan", "inf", "-inf"])
def test_numbers_are_finite(tmp_path: Path, cell: str) -> None:
    """What Python reads as a number and is none is refused."""
    assert len(read(tmp_path, f"name,kind,size\na,boat,{cell}\n")[1]) == 1
