"""`framing schema`: the JSON Schema, or the tables in words."""

import json
from collections.abc import Callable
from typing import Any

from framing.report.formats.columns import render_tables
from framing.report.formats.schema import make_schema

Run = Callable[..., Any]


def test_schema_is_printed(framing: Run) -> None:
    """The schema comes as JSON."""
    said = framing("schema")
    assert (said.code, said.err) == (0, "")
    assert json.loads(said.out) == make_schema()


def test_tables_are_printed(framing: Run) -> None:
    """With --tables the columns come in plain words."""
    assert framing("schema", "--tables").out == render_tables()
