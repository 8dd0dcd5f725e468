"""The JSON Schema of `comparison.json`, made from the description of the tables: closed, so that a column without a description fails it."""

import json
from dataclasses import fields
from typing import Any, Final

from framing.articles.article import Event
from framing.comparison.fitting import Suggestion
from framing.report.formats.columns import PER_ARTICLE, SAID_PER_ARTICLE, Column, Table, describe_tables
from framing.version import __version__

DRAFT: Final = "https://json-schema.org/draft/2020-12/schema"
FILE: Final = "comparison.schema.json"
TYPES: Final = {"text": "string", "whole": "integer", "number": "number", "flag": "boolean"}
LEFT_OUT: Final = {"zones": ("text",)}
"""Columns that JSON leaves out: the text of the zones is the whole article."""
TEXT: Final = {"type": "string"}
COUNT: Final = {"type": "integer", "minimum": 0}
POLE: Final = {
    "pole_id": "id of the pole",
    "label": "what the pole is called",
    "definition": "what it is to see it so",
    "argued_by": "who argues for it",
}
AXIS: Final = {"axis_id": "id of the axis", "label": "what the axis is about", "target": "what is seen so or so", "question": "the question it asks"}
TOPIC: Final = {
    "topic_id": "id of the topic",
    "label": "what the topic is called",
    "version": "its version",
    "language": "its language",
    "licence": "its licence",
    "description": "what it is about",
}


def render_schema() -> str:
    """Render the schema as JSON."""
    return json.dumps(make_schema(), ensure_ascii=False, indent=1) + "\n"


def make_schema() -> dict[str, Any]:
    """Make the schema (JSON Schema, draft 2020-12)."""
    parts = {
        "$schema": {"const": FILE, "description": "the schema that stands beside the file"},
        "settings": close(describe_settings(), "what the figures depend on"),
        "event": {"description": "what happened, as the corpus names it", "anyOf": [{"type": "null"}, close(describe_event())]},
        "topic": {"description": "what was looked for", "anyOf": [{"type": "null"}, close(describe_topic())]},
        "lexicons": list_of(describe_source("file"), "the lexicon files used"),
        "raw_texts": list_of(describe_source("article"), "the articles' texts as given"),
        "suggestions": list_of(close(describe_suggestion()), "topics that would fit, where none was named"),
        "warnings": list_of(TEXT, "what could not be read, one line each"),
        "tables": close({table.name: describe_table(table) for table in describe_tables().values()}, "the tables, each a list of rows"),
    }
    return {"$schema": DRAFT, "$id": f"urn:framing:comparison:{__version__}", "title": "A comparison of news articles by framing", **close(parts)}


def close(parts: dict[str, Any], description: str = "", optional: tuple[str, ...] = ()) -> dict[str, Any]:
    """Describe an object that has these parts and no others."""
    required = [name for name in parts if name not in optional]
    said = {"description": description} if description else {}
    return {**said, "type": "object", "properties": parts, "required": required, "additionalProperties": False}


def list_of(items: dict[str, Any], description: str) -> dict[str, Any]:
    """Describe a list."""
    return {"description": description, "type": "array", "items": items}


def tell(texts: dict[str, str]) -> dict[str, Any]:
    """Describe parts that are texts."""
    return {name: {"type": "string", "description": description} for name, description in texts.items()}


def describe_settings() -> dict[str, Any]:
    """Describe the settings of a run."""
    counts = {
        "random_state": "what the draws begin with",
        "bootstrap_draws": "draws behind each interval",
        "least_evidence": "fewest pieces of evidence for a figure",
        "least_sentences": "fewest sentences with evidence for a figure",
    }
    version = {"framing_version": {"type": "string", "description": "the program's version"}}
    return version | {name: {**COUNT, "description": description} for name, description in counts.items()}


def describe_event() -> dict[str, Any]:
    """Describe the event."""
    flag = {"type": "boolean", "description": "whether its articles are invented"}
    return {field.name: flag if field.name == "fictional" else TEXT for field in fields(Event)}


def describe_topic() -> dict[str, Any]:
    """Describe the topic with its axes and poles."""
    axis = tell(AXIS) | {side: close(tell(POLE), f"the pole at {place}") for side, place in (("left", "-1"), ("right", "+1"))}
    return tell(TOPIC) | {
        "extends": list_of(TEXT, "ids of the topics it extends"),
        "n_entries": {**COUNT, "description": "how many entries its lexicon has"},
        "axes": list_of(close(axis), "its axes"),
        "references": list_of(TEXT, "what its authors rest on"),
    }


def describe_source(what: str) -> dict[str, Any]:
    """Describe something that figures rest on."""
    digest = {"type": "string", "pattern": "^[0-9a-f]{64}$", "description": "SHA-256 of its bytes"}
    return close({"name": {"type": "string", "description": f"name of the {what}, never a path of the computer"}, "sha256": digest})


def describe_suggestion() -> dict[str, Any]:
    """Describe a topic that would fit."""
    kinds = {"n_articles": COUNT, "n_evidence": COUNT, "terms": list_of(TEXT, "the commonest terms")}
    return {name: kinds.get(name, TEXT) for name in Suggestion._fields}


def describe_table(table: Table) -> dict[str, Any]:
    """Describe a table as a list of closed rows."""
    columns = [one for one in table.columns if one.name not in LEFT_OUT.get(table.name, ())]
    row = close({one.name: describe_column(one) for one in columns}, optional=tuple(one.name for one in columns if one.is_optional))
    if table.name == PER_ARTICLE:
        row["additionalProperties"] = describe_column(SAID_PER_ARTICLE)
    return {"title": table.label, **list_of(row, f"a row is {table.row}")}


def describe_column(column: Column) -> dict[str, Any]:
    """Describe a column."""
    kind: Any = [TYPES[column.kind], "null"] if column.is_nullable else TYPES[column.kind]
    found = {"title": column.label, "description": column.meaning + (f" ({column.unit})" if column.unit else ""), "type": kind}
    limits = {"enum": list(column.values) or None, "minimum": column.least, "maximum": column.most}
    whole = {name: int(value) if isinstance(value, float) and value.is_integer() else value for name, value in limits.items()}
    return {name: value for name, value in (found | whole).items() if value not in ("", None)}
