"""The JSON Schema: valid, true of every comparison, and closed."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from framing.articles.corpus import read_articles
from framing.comparison.comparison import Comparison, compare_articles
from framing.report.formats.schema import FILE, make_schema, render_schema
from framing.report.tables import render_json
from framing.report.writing import write_report
from framing.shipped import find_shipped


@pytest.fixture(scope="module")
def checker() -> jsonschema.Draft202012Validator:
    """A validator of the schema."""
    jsonschema.Draft202012Validator.check_schema(make_schema())
    return jsonschema.Draft202012Validator(make_schema())


def list_faults(checker: jsonschema.Draft202012Validator, record: object) -> list[str]:
    """Return what is wrong, the first hundred."""
    return [f"{list(fault.absolute_path)}: {fault.message[:200]}" for fault in checker.iter_errors(record)][:100]


@pytest.mark.parametrize("name", ["compared", "untopical", "hostile", "poor", "differing", "mixed"])
def test_comparisons_follow_the_schema(name: str, checker: jsonschema.Draft202012Validator, request: pytest.FixtureRequest) -> None:
    """With a topic and without one, with hostile text, too little evidence, figures that differ, shared copy, two languages."""
    assert list_faults(checker, json.loads(render_json(request.getfixturevalue(name)))) == []


@pytest.mark.parametrize("event", ["us-iraq-dialogue", "port-sabel-march"])
def test_shipped_events_follow_the_schema(event: str, checker: jsonschema.Draft202012Validator) -> None:
    """Each shipped event, compared on its own topic."""
    assert list_faults(checker, json.loads(render_json(compare_articles(read_articles(find_shipped("seeds") / event))))) == []


def test_the_edges_fill_the_tables_they_are_for(differing: Comparison, mixed: Comparison) -> None:
    """The corpora above have rows in the tables that the shipped events leave empty."""
    assert not differing.conflicts.empty and not differing.shared.empty
    assert not mixed.without_shared.empty and "language" in mixed.tables["articles"]


def add_column(record: dict[str, Any]) -> None:
    """Add a column."""
    record["tables"]["scores"][0]["new"] = 1


def drop_column(record: dict[str, Any]) -> None:
    """Take a column away."""
    del record["tables"]["evidence"][0]["reason"]


def leave_range(record: dict[str, Any]) -> None:
    """Put a position outside the scale."""
    record["tables"]["scores"][0]["bias"] = 1.5


def say_other_word(record: dict[str, Any]) -> None:
    """Give a voice that there is not."""
    record["tables"]["evidence"][0]["voice"] = "ironic"


def add_table(record: dict[str, Any]) -> None:
    """Add a table."""
    record["tables"]["more"] = []


@pytest.mark.parametrize("change", [add_column, drop_column, leave_range, say_other_word, add_table])
def test_the_schema_is_closed(change: Any, compared: Comparison, checker: jsonschema.Draft202012Validator) -> None:
    """A new column or table, a missing one, a figure out of range and a word that is none are faults."""
    record = json.loads(render_json(compared))
    change(record)
    assert len(list_faults(checker, record)) == 1


def test_the_schema_stands_beside_the_record(untopical: Comparison, tmp_path: Path) -> None:
    """The format json writes both, and the record names its schema."""
    write_report(untopical, tmp_path / "report", ["json"])
    assert json.loads((tmp_path / "report" / "comparison.json").read_text("utf-8"))["$schema"] == FILE
    assert (tmp_path / "report" / FILE).read_text("utf-8") == render_schema()
