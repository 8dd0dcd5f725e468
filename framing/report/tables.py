"""The tables of a comparison as CSV and as one JSON record."""

import csv
import io
import json
from dataclasses import asdict

import pandas as pd

from framing.comparison.comparison import Comparison
from framing.report.formats.schema import FILE as SCHEMA_FILE
from framing.report.formats.schema import LEFT_OUT
from framing.report.intake import find_problems
from framing.report.plain import Plain, format_cell, iter_rows
from framing.report.sources import describe_run, hash_articles, hash_lexicons, name_fault


def make_tables(comparison: Comparison) -> dict[str, pd.DataFrame]:
    """Return every table a report holds by its name: those of the comparison and the intake check."""
    return {**comparison.tables, "intake": find_problems(comparison)}


def render_csv(table: pd.DataFrame) -> str:
    """Render a table as CSV: UTF-8, lines end in \\n, the first names the columns; see `format_cell` for what a cell holds."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows([format_cell(value) for value in row] for row in iter_rows(table))
    return file.getvalue()


def render_json(comparison: Comparison) -> str:
    """Render a comparison as one JSON record: event, topic, settings, sources, suggestions, warnings, and every table as records.

    Figures have six significant digits, empty ones are null. The zones come without their text, which is the whole article.
    """
    record = {
        "$schema": SCHEMA_FILE,
        "settings": describe_run(comparison),
        "event": asdict(comparison.event) if comparison.event else None,
        "topic": describe_topic(comparison),
        "lexicons": [asdict(source) for source in hash_lexicons(comparison)],
        "raw_texts": [asdict(source) for source in hash_articles(comparison)],
        "suggestions": [suggestion._asdict() for suggestion in comparison.suggestions],
        "warnings": [name_fault(fault) for fault in comparison.faults],
        "tables": {name: make_records(table, name) for name, table in make_tables(comparison).items()},
    }
    return json.dumps(record, ensure_ascii=False, indent=1, allow_nan=False).encode("utf-8", "replace").decode("utf-8") + "\n"


def make_records(table: pd.DataFrame, name: str) -> list[dict[str, Plain]]:
    """Return the rows of a table as records."""
    kept = table.drop(columns=list(LEFT_OUT.get(name, ())))
    return [dict(zip(kept.columns, row, strict=True)) for row in iter_rows(kept)]


def describe_topic(comparison: Comparison) -> dict[str, object] | None:
    """Describe the topic: version, axes and poles as their authors define them."""
    topic = comparison.topic
    if topic is None:
        return None
    return {
        "topic_id": topic.topic_id,
        "label": topic.label,
        "version": topic.version,
        "language": topic.language,
        "licence": topic.licence,
        "extends": list(topic.extends),
        "description": topic.description,
        "n_entries": len(topic.entries),
        "axes": [asdict(axis) for axis in topic.axes],
        "references": list(topic.references),
    }
