"""Referents: people and things that outlets name in many ways, with the names to look for."""

from dataclasses import dataclass
from pathlib import Path

from framing.errors import Fault, FramingError
from framing.rows import Columns, filled, one_of, read_rows
from framing.topics.pattern import Grammar, Pattern

REFERENTS = Columns(
    ("referent", "label", "term", "needs", "note", "source"),
    {"referent": filled, "label": filled, "term": filled, "needs": one_of("free", "near"), "source": filled},
)


@dataclass(frozen=True)
class ReferentTerm:
    """One way to name a referent; `is_near`: it counts only where a name that needs nothing stands in the sentence or the two before."""

    referent_id: str
    label: str
    term: str
    pattern: Pattern
    is_near: bool
    note: str


def read_referents(folders: list[Path], grammar: Grammar) -> list[ReferentTerm]:
    """Read the referents.csv of the last topic folder that has one: a topic's own stands in for those of the topics it extends.

    Raises FramingError with all its faults.
    """
    terms: list[ReferentTerm] = []
    faults: list[Fault] = []
    paths = [folder / "referents.csv" for folder in folders if (folder / "referents.csv").exists()]
    for path in paths[-1:]:
        terms += read_terms(path, grammar, faults)
    if faults:
        raise FramingError(*faults)
    return terms


def read_terms(path: Path, grammar: Grammar, faults: list[Fault]) -> list[ReferentTerm]:
    """Read one referents.csv; its faults are added to `faults`. A term that stands twice for one referent is a fault."""
    rows, found = read_rows(path, REFERENTS)
    faults += found
    terms: list[ReferentTerm] = []
    seen: dict[tuple[str, str], int] = {}
    labels: dict[str, str] = {}
    for row in rows:
        key = row["referent"], row["term"].lower()
        if key in seen:
            faults.append(Fault(str(path), row.line, f"term: {row['term']!r} stands already in line {seen[key]}"))
        if labels.setdefault(row["referent"], row["label"]) != row["label"]:
            faults.append(Fault(str(path), row.line, f"label: {row['label']!r} differs from {labels[row['referent']]!r} further up"))
        seen.setdefault(key, row.line)
        try:
            pattern = grammar.read_pattern(row["term"])
        except ValueError as error:
            faults.append(Fault(str(path), row.line, f"term: {error}"))
            continue
        terms.append(ReferentTerm(row["referent"], row["label"], row["term"], pattern, row["needs"] == "near", row["note"]))
    return terms
