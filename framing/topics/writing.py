"""How a language is written: which way its quotation marks face, what ends its sentences, and its abbreviations; read from data files."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from framing.errors import FramingError
from framing.rows import Columns, Row, filled, one_of, read_rows
from framing.shipped import find_shipped

MARK_KINDS: Final = (
    "stop", "comma", "double", "double-open", "double-close", "double-outside-words", "single", "single-open", "single-close",
    "bracket-open", "bracket-close", "hyphen",
)  # fmt: skip
"""Kinds of marks. `double` and `single` face as what stands before them says; `double-outside-words` is no mark between two letters."""
ABBREVIATION_KINDS: Final = ("before-name", "anywhere")
MARKS: Final = Columns(("mark", "kind", "closed_by", "note"), {"mark": filled, "kind": one_of(*MARK_KINDS)})
ABBREVIATIONS: Final = Columns(("abbreviation", "kind", "note"), {"abbreviation": filled, "kind": one_of(*ABBREVIATION_KINDS)})
STARTERS: Final = Columns(("word",), {"word": filled})


@dataclass(frozen=True)
class Writing:
    """What a language writes otherwise than general/marks.csv says, its abbreviations (kind by word), and its starter words."""

    marks: Mapping[str, str]
    abbreviations: tuple[tuple[str, str], ...]
    starters: frozenset[str]


def find_language_folder(code: str) -> Path:
    """Return the shipped folder of a language, whether it is there or not; its lists stand in general/ below it."""
    return find_shipped("lexicons") / "languages" / code


@lru_cache(maxsize=1)
def read_marks() -> tuple[dict[str, str], dict[str, str]]:
    """Read general/marks.csv: the kind of each mark, and what closes each mark that only certain others close."""
    rows = read_listed(find_shipped("lexicons") / "general" / "marks.csv", MARKS)
    return {row["mark"]: row["kind"] for row in rows}, {row["mark"]: row["closed_by"] for row in rows if row["closed_by"]}


@lru_cache(maxsize=64)
def read_writing(code: str) -> Writing | None:
    """Read how a language is written; None for one that has no folder, to which the general lists apply."""
    folder = find_language_folder(code) / "general"
    if not code or not folder.is_dir():
        return None
    marks = read_listed(folder / "marks.csv", MARKS, optional=True)
    abbreviations = read_listed(folder / "abbreviations.csv", ABBREVIATIONS, optional=True)
    starters = read_listed(folder / "starters.csv", STARTERS, optional=True)
    return Writing(
        marks={row["mark"]: row["kind"] for row in marks},
        abbreviations=tuple((row["abbreviation"], row["kind"]) for row in abbreviations),
        starters=frozenset(row["word"].lower() for row in starters),
    )


def read_listed(path: Path, columns: Columns, *, optional: bool = False) -> list[Row]:
    """Read a list; raises FramingError with all its faults. A list that may be absent has no rows then."""
    if optional and not path.exists():
        return []
    rows, faults = read_rows(path, columns)
    if faults:
        raise FramingError(*faults)
    return rows
