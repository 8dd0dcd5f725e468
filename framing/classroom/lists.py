"""The lists a pack is written from: questions, glossary, lesson steps, and words by which an outlet gives itself away."""

from pathlib import Path
from typing import Final

from framing.errors import FramingError
from framing.rows import Columns, Row, filled, one_of, read_rows
from framing.topics.topic import lexicon_folders

LEVELS: Final = ("14", "16", "university")
ANCHORS: Final = (
    "headlines", "named-source", "unnamed-source", "missing-voice", "own-voice", "two-voices", "loaded", "pair", "figure", "hedged", "ending",
)  # fmt: skip


def check_levels(cell: str) -> str:
    """Check that a cell names levels, with semicolons between."""
    wrong = [name for name in cell.split(";") if name not in LEVELS]
    return f"{wrong[0]!r} is no level; {', '.join(LEVELS)} are, with ; between" if wrong else ""


LISTS: Final = {
    "questions": Columns(
        ("question_id", "concept", "levels", "anchor", "question", "why", "key"),
        {"question_id": filled, "concept": filled, "levels": check_levels, "anchor": one_of(*ANCHORS), "question": filled, "key": filled},
    ),
    "glossary": Columns(("term", "levels", "meaning"), {"term": filled, "levels": check_levels, "meaning": filled}),
    "lesson": Columns(
        ("plan", "minutes", "title", "what", "uses", "levels"),
        {"plan": one_of("45", "90"), "title": filled, "what": filled, "levels": check_levels},
    ),
    "self_references": Columns(("phrase", "shown", "note"), {"phrase": filled, "shown": filled}),
    "question_words": Columns(("word", "note"), {"word": filled}),
    "passage_words": Columns(("kind", "word", "note"), {"kind": one_of("unnamed", "people", "figure"), "word": filled}),
    "wording": Columns(("key", "text"), {"key": filled, "text": filled}),
    "outlet_words": Columns(("word", "kind", "note"), {"word": filled, "kind": one_of("short", "generic")}),
}


def read_list(name: str, lexicons: Path | None = None) -> list[Row]:
    """Read a list of lexicons/classroom/; one of the same name in the user's own folder stands in. Raises FramingError with its faults."""
    return read_rows_of(find_lists(name, lexicons)[-1], name)


def find_lists(name: str, lexicons: Path | None) -> list[Path]:
    """Return the files of a list, the shipped one first."""
    shipped, *own = (folder / "classroom" / f"{name}.csv" for folder in lexicon_folders(lexicons))
    return [shipped, *(path for path in own if path.exists())]


def read_rows_of(path: Path, name: str) -> list[Row]:
    """Read one file of a list; raises FramingError with its faults."""
    rows, faults = read_rows(path, LISTS[name])
    if faults:
        raise FramingError(*faults)
    return rows


def read_level(name: str, level: str, lexicons: Path | None = None) -> list[Row]:
    """Read the rows of a list that are for a level."""
    return [row for row in read_list(name, lexicons) if level in row["levels"].split(";")]


def read_wording(lexicons: Path | None = None) -> dict[str, tuple[str, ...]]:
    """Read the sentences that sheets are made of, by key; keys of the user's own list stand in for shipped ones."""
    wording: dict[str, tuple[str, ...]] = {}
    for path in find_lists("wording", lexicons):
        own: dict[str, list[str]] = {}
        for row in read_rows_of(path, "wording"):
            own.setdefault(row["key"], []).append(row["text"])
        wording |= {key: tuple(texts) for key, texts in own.items()}
    return wording
