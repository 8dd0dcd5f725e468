"""PDF: printed whole where a browser is there, one line that says what to do where none is, never half."""

import shutil
import stat
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from framing.comparison.comparison import Comparison
from framing.errors import FramingError
from framing.report.formats import pdf
from framing.report.formats.pdf import BROWSERS, render_pdf
from framing.report.html import render_html
from framing.report.writing import write_report

has_browser = any(map(shutil.which, BROWSERS))


def make_browser(folder: Path, script: str) -> None:
    """Put a program that is called chromium into a folder."""
    program = folder / "chromium"
    program.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    program.chmod(program.stat().st_mode | stat.S_IEXEC)


@pytest.fixture
def lone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that is all of PATH, and no WeasyPrint."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setattr(pdf, "find_spec", lambda name: None)
    return folder


@pytest.mark.skipif(not has_browser, reason=f"none of {', '.join(BROWSERS)} is on the PATH")
def test_the_report_is_printed(compared: Comparison, tmp_path: Path) -> None:
    """A PDF of some pages that holds the findings and what the page folds."""
    import pypdfium2

    (path,) = write_report(compared, tmp_path / "report", ["pdf"])
    document = pypdfium2.PdfDocument(path)
    text = " ".join(" ".join(page.get_textpage().get_text_bounded().split()) for page in document)
    assert len(document) > 5
    assert "In short" in text and "Method and limits" in text and "The figures describe words" in text
    assert "SHA-256" in text, "what is folded on the page is open on paper"
    document.close()
    assert [one.name for one in tmp_path.iterdir()] == ["report"]


def test_without_a_browser_one_line_says_what_to_do(untopical: Comparison, lone: Path, tmp_path: Path) -> None:
    """The other formats asked for are not written either; the line names what to install and that the page can be printed."""
    with pytest.raises(FramingError) as caught:
        write_report(untopical, tmp_path / "report", ["html", "pdf"])
    (fault,) = caught.value.faults
    assert str(fault).startswith("pdf: no browser was found on PATH: none of chromium,")
    assert "install chromium" in fault.what and "weasyprint" in fault.what and "report.html" in fault.what and "\n" not in fault.what
    assert not (tmp_path / "report").exists()


@pytest.mark.parametrize(
    ("script", "wrong"),
    [
        ("echo no display >&2; exit 1", "could not print the report: no display"),
        ("exit 0", "could not print the report: it said nothing"),
        ('for a in "$@"; do case $a in --print-to-pdf=*) echo "%PDF-1.4 half" > "${a#*=}";; esac; done', "wrote no whole PDF"),
    ],
)
def test_a_browser_that_fails_leaves_nothing(untopical: Comparison, lone: Path, tmp_path: Path, script: str, wrong: str) -> None:
    """One that ends with an error, says nothing, or writes half a file is told in one line, and no file is left."""
    make_browser(lone, script)
    with pytest.raises(FramingError, match=wrong):
        write_report(untopical, tmp_path / "report", ["pdf"])
    assert not (tmp_path / "report").exists()


def test_a_browser_that_hangs_is_ended(untopical: Comparison, lone: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After the longest time the browser is ended and the fault told."""
    make_browser(lone, f"exec {shutil.which('sleep', path='/bin:/usr/bin')} 60")
    monkeypatch.setattr(pdf, "MOST_SECONDS", 0.2)
    with pytest.raises(FramingError, match="TimeoutExpired"):
        render_pdf(render_html(untopical))


@pytest.mark.parametrize(("made", "wrong"), [(b"%PDF-1.7 whole %%EOF", ""), (b"%PDF-1.7 half", "weasyprint wrote no whole PDF")])
def test_weasyprint_prints_where_no_browser_is(lone: Path, monkeypatch: pytest.MonkeyPatch, made: bytes, wrong: str) -> None:
    """Where WeasyPrint is installed and no browser, it gets the page unfolded and may fetch nothing; half a PDF is refused. (A stand-in here.)"""
    got: dict[str, Any] = {}

    class Page:
        """What WeasyPrint calls HTML."""

        def __init__(self, string: str, url_fetcher: Callable[[str], object]) -> None:
            got.update(string=string, fetch=url_fetcher)

        def write_pdf(self) -> bytes:
            """Return the PDF."""
            return made

    monkeypatch.setattr(pdf, "find_spec", lambda name: name == "weasyprint")
    monkeypatch.setitem(sys.modules, "weasyprint", SimpleNamespace(HTML=Page))
    if wrong:
        with pytest.raises(FramingError, match=wrong):
            render_pdf("<head></head><details>x")
    else:
        assert render_pdf("<head></head><details>x") == made
    assert "<details open>x" in got["string"] and "counter(page)" in got["string"]
    with pytest.raises(ValueError, match="nothing is fetched"):
        got["fetch"]("https://example.org/x.css")
