"""CSV and JSON: columns, cells that a spreadsheet would run, figures, stable bytes."""

import csv
import io
import json
from typing import Any

import pandas as pd
import pytest

from framing.comparison.comparison import Comparison
from framing.report.plain import format_cell, make_plain
from framing.report.tables import render_csv, render_json


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (-0.5, "-0.5"),
        (-0.0, "0"),
        (1 / 3, "0.333333"),
        (-12, "-12"),
        (True, "true"),
        (float("nan"), ""),
        (float("inf"), ""),
        (pd.NA, ""),
        ("=cmd()", "'=cmd()"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@x", "'@x"),
        ("\tx", "'\tx"),
        ("\rx", "'\nx"),
        ("a=b", "a=b"),
        ("a\x00b", "a\ufffdb"),
    ],
)
def test_cell(value: Any, cell: str) -> None:
    """Figures stay figures with six digits; text that begins like a formula gets a mark before it."""
    assert format_cell(make_plain(value)) == cell


def test_csv_has_every_row_and_column(compared: Comparison) -> None:
    """Each table comes back from its CSV with its columns and rows."""
    for table in compared.tables.values():
        header, *rows = csv.reader(io.StringIO(render_csv(table), newline=""))
        assert header == list(table.columns)
        assert len(rows) == len(table)


def test_csv_of_hostile_text_runs_nothing(hostile: Comparison) -> None:
    """No cell of any table begins like a formula, except figures."""
    for table in hostile.tables.values():
        for row in csv.reader(io.StringIO(render_csv(table), newline="")):
            for cell in row:
                if cell.startswith(("=", "+", "-", "@", "\t", "\r")):
                    float(cell)


def test_json_is_strict_and_holds_every_table(compared: Comparison) -> None:
    """JSON has no NaN, null for empty figures, and the zones without their text."""
    record = json.loads(render_json(compared), parse_constant=pytest.fail)
    assert set(record["tables"]) == {*compared.tables, "intake"}
    assert record["tables"]["scores"][0]["bias"] is None
    assert "text" not in record["tables"]["zones"][0]
    assert record["topic"]["version"] and record["settings"]["random_state"] == compared.random_state
    names = {source["name"] for source in record["lexicons"]}
    assert names >= {"lexicons/general/cues.csv", "lexicons/topics/foreign-military-presence/terms.csv"}
