"""Lexicons: versioned lists of patterns that speak for a pole."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from framing.errors import Fault
from framing.rows import Columns, Row, filled, number, one_of, read_rows
from framing.topics.frame import Axis
from framing.topics.pattern import INFLECT, Grammar, Pattern

TERMS = Columns(
    ("axis", "pole", "term", "weight", "inflect", "target", "denied", "note", "source"),
    {
        "axis": filled,
        "pole": filled,
        "term": filled,
        "weight": number(0.1, 1.0),
        "inflect": one_of(*INFLECT),
        "target": one_of("required", "near", "free"),
        "denied": one_of("void", "flip"),
        "source": filled,
    },
)
SET_ASIDE = "none"
"""The target of phrases in which a target's words mean something else: a political climate."""
TARGETS = Columns(("target", "term", "inflect", "note"), {"target": filled, "term": filled, "inflect": one_of(*INFLECT)})


@dataclass(frozen=True)
class Entry:
    """One term of a lexicon.

    `sign` is -1 for the left pole, +1 for the right, 0 for a phrase that must not count; `target` says where the axis' target must be named:
    `required` in the same sentence, `near` there or in one of the two sentences before, `free` nowhere.
    `language` is "" for the topic's own.
    """

    entry_id: str
    axis_id: str
    pole_id: str
    sign: int
    term: str
    pattern: Pattern
    weight: float
    target: str
    flips_when_denied: bool
    note: str
    source: str
    language: str = ""


@dataclass(frozen=True)
class Target:
    """One term by which we know that a sentence is about a target; of the target `none`, a phrase in which the words name something else."""

    target_id: str
    term: str
    pattern: Pattern
    language: str = ""


def read_entries(path: Path, topic_id: str, axes: Mapping[str, Axis], grammar: Grammar) -> tuple[list[Entry], list[Fault]]:
    """Read terms.csv as (entries, faults)."""
    rows, faults = read_rows(path, TERMS)
    entries: list[Entry] = []
    seen: dict[tuple[str, str], int] = {}
    for row in rows:
        what = check_row(row, axes)
        key = (row["axis"], row["term"].lower())
        if not what and key in seen:
            what = f"term: {row['term']!r} stands already in line {seen[key]} on the axis {row['axis']}"
        seen.setdefault(key, row.line)
        try:
            pattern = grammar.read_pattern(row["term"], row["inflect"])
        except ValueError as error:
            what = what or f"term: {error}"
        if what:
            faults.append(Fault(str(path), row.line, what))
        else:
            entries.append(make_entry(row, topic_id, axes[row["axis"]], pattern))
    return entries, faults


def check_row(row: Row, axes: Mapping[str, Axis]) -> str:
    """Return what is wrong with a row's axis and pole, or ""."""
    if row["axis"] not in axes:
        return f"axis: {row['axis']!r} is unknown; allowed are {', '.join(axes)}"
    axis = axes[row["axis"]]
    allowed = (axis.left.pole_id, axis.right.pole_id, "none")
    return "" if row["pole"] in allowed else f"pole: {row['pole']!r} is unknown; allowed are {', '.join(allowed)}"


def make_entry(row: Row, topic_id: str, axis: Axis, pattern: Pattern) -> Entry:
    """Make an entry from a checked row."""
    return Entry(
        entry_id=f"{topic_id}:{row.line}",
        axis_id=axis.axis_id,
        pole_id=row["pole"],
        sign=axis.sign(row["pole"]),
        term=row["term"],
        pattern=pattern,
        weight=float(row["weight"]),
        target=row["target"],
        flips_when_denied=row["denied"] == "flip",
        note=row["note"],
        source=row["source"],
    )


def read_targets(path: Path, known: Collection[str], grammar: Grammar) -> tuple[list[Target], list[Fault]]:
    """Read targets.csv as (targets, faults); `known` are the target ids the axes name, beside which `none` is allowed."""
    rows, faults = read_rows(path, TARGETS)
    targets: list[Target] = []
    for row in rows:
        try:
            pattern = grammar.read_pattern(row["term"], row["inflect"])
        except ValueError as error:
            faults.append(Fault(str(path), row.line, f"term: {error}"))
            continue
        if row["target"] in known or row["target"] == SET_ASIDE:
            targets.append(Target(row["target"], row["term"], pattern))
        else:
            what = f"target: {row['target']!r} is of no axis; allowed are {', '.join([*sorted(known), SET_ASIDE])}"
            faults.append(Fault(str(path), row.line, what))
    return targets, faults
