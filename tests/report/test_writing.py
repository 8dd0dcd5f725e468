"""Writing a report: formats, stable bytes, a folder whole or untouched."""

import os
from pathlib import Path

import pytest

from framing.comparison.comparison import Comparison, compare_articles
from framing.errors import FramingError
from framing.report import writing
from framing.report.writing import FORMATS, write_report

ALL = tuple(name for name in FORMATS if name != "pdf")
"""A browser writes its own dates into a PDF; tests/report/formats/test_pdf.py has its tests."""


def read_folder(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder with its bytes."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_formats(compared: Comparison, tmp_path: Path) -> None:
    """Each format has its files, returned in order, and nothing else is left beside them."""
    paths = write_report(compared, tmp_path / "new" / "report", ALL)
    names = [path.relative_to(tmp_path / "new" / "report").as_posix() for path in paths]
    assert names[:2] == ["report.html", "report.md"] and names[-5:] == [
        "comparison.json", "comparison.schema.json", "comparison.xlsx", "report.docx", "annotations.jsonld",
    ]  # fmt: skip
    assert set(names[2:-5]) == {f"{name}.csv" for name in [*compared.tables, "intake"]}
    assert sorted(read_folder(tmp_path)) == sorted(f"new/report/{name}" for name in names)


def test_bytes_are_the_same(compared: Comparison, seeds: object, tmp_path: Path) -> None:
    """The same articles give the same bytes in every format, also compared anew and written elsewhere; none holds the folder's path."""
    write_report(compared, tmp_path / "a", ALL)
    again = compare_articles(seeds, compared.topic.topic_id)  # type: ignore[arg-type, union-attr]
    write_report(again, tmp_path / "elsewhere" / "b", ALL)
    first = read_folder(tmp_path / "a")
    assert first == read_folder(tmp_path / "elsewhere" / "b")
    assert not [name for name, data in first.items() if str(Path(__file__).parents[2]).encode() in data]


@pytest.mark.parametrize("formats", [["odt"], ["html", "doc"], []])
def test_unknown_format(compared: Comparison, tmp_path: Path, formats: list[str]) -> None:
    """An unknown format, or none, names those that are allowed, and writes nothing."""
    with pytest.raises(FramingError, match="allowed are html, md, csv, json, xlsx, docx, pdf, annotations"):
        write_report(compared, tmp_path / "report", formats)
    assert not list(tmp_path.iterdir())


def test_old_files_are_replaced_others_left(untopical: Comparison, tmp_path: Path) -> None:
    """Files of an earlier report are replaced; a user's own files stay."""
    (tmp_path / "mine.txt").write_text("mine")
    (tmp_path / "report.html").write_text("old")
    write_report(untopical, tmp_path, ["html"])
    assert (tmp_path / "mine.txt").read_text() == "mine"
    assert (tmp_path / "report.html").read_text("utf-8").startswith("<!doctype html>")


def test_a_move_that_fails_is_undone(untopical: Comparison, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the second file cannot be moved in, the first is as it was, and nothing is left behind."""
    folder = tmp_path / "report"
    folder.mkdir()
    (folder / "report.html").write_text("old")
    replace = os.replace

    def fail(source: Path, target: Path) -> None:
        if Path(target) == folder / "report.md":
            raise OSError(28, "No space left on device")
        replace(source, target)

    monkeypatch.setattr(writing.os, "replace", fail)
    with pytest.raises(FramingError, match="No space left"):
        write_report(untopical, folder, ["html", "md"])
    monkeypatch.undo()
    assert read_folder(tmp_path) == {"report/report.html": b"old"}


def test_folder_that_is_a_file(untopical: Comparison, tmp_path: Path) -> None:
    """A file where the folder should be is told in one line."""
    (tmp_path / "report").write_text("x")
    with pytest.raises(FramingError, match="cannot be written"):
        write_report(untopical, tmp_path / "report", ["md"])
    assert (tmp_path / "report").read_text() == "x"
