"""The check that every passage shown is verbatim."""

from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from framing.comparison.comparison import Comparison
from framing.errors import FramingError
from framing.report.formats.markdown import render_markdown
from framing.report.html import render_html
from framing.report.passages import check_passages, cut_passage
from framing.report.reader import make_columns
from framing.report.writing import write_report


def tamper(comparison: Comparison, table: str, column: str, value: object, row: int = 0) -> Comparison:
    """Return a comparison with one cell changed."""
    changed = comparison.tables[table].copy()
    changed.loc[row, column] = value
    return replace(comparison, tables={**comparison.tables, table: changed})


@pytest.mark.parametrize("table", ["evidence", "zones", "quotations", "loaded", "generic_frames"])
def test_changed_words_are_refused(compared: Comparison, table: str) -> None:
    """A passage that is not in its article word for word stops the report, and the message names table and article."""
    with pytest.raises(FramingError, match=f"{table} of .*not verbatim"):
        check_passages(tamper(compared, table, "text", "an invented passage"))


@pytest.mark.parametrize("render", [render_html, render_markdown, make_columns])
def test_every_page_refuses(compared: Comparison, render: object) -> None:
    """HTML, Markdown and the reader itself refuse shifted offsets."""
    start = compared.evidence.loc[0, "start"]
    with pytest.raises(FramingError, match="not verbatim"):
        render(tamper(compared, "evidence", "start", start + 1))  # type: ignore[operator]


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (0, 99), (3, 2)])
def test_places_outside_are_refused(start: int, end: int) -> None:
    """Offsets outside the text are refused, also where Python would cut from the end."""
    with pytest.raises(FramingError, match="outside the text"):
        cut_passage({"a": "text"}, "a", start, end, "x")


def test_unknown_article_is_refused() -> None:
    """A passage of an article that is not compared is refused."""
    with pytest.raises(FramingError, match="no such article"):
        cut_passage({"a": "text"}, "b", 0, 1, "t")


def test_flip_sentences_are_checked(compared: Comparison) -> None:
    """A sentence of the flip test that stands in neither article is refused."""
    article = compared.articles[0].article_id
    row = dict(zip(compared.flips.columns, ["presence", "own", article, "", "sentence", "Never written.", 0, 0.5, -0.5, "reversed"], strict=True))
    with pytest.raises(FramingError, match="flips of"):
        check_passages(replace(compared, tables={**compared.tables, "flips": pd.DataFrame([row])}))


def test_raw_offsets_are_checked(compared: Comparison) -> None:
    """Raw offsets that do not hold the words in an unrepaired article are refused."""
    raw_start = compared.evidence.loc[0, "raw_start"]
    with pytest.raises(FramingError, match="raw offsets"):
        check_passages(tamper(compared, "evidence", "raw_start", raw_start + 1))


def test_nothing_is_written_of_a_tampered_comparison(compared: Comparison, tmp_path: Path) -> None:
    """A refused report leaves no file behind, whatever the format."""
    with pytest.raises(FramingError):
        write_report(tamper(compared, "evidence", "text", "x"), tmp_path / "report", ["csv"])
    assert list(tmp_path.iterdir()) == []
