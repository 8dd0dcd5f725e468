"""Coders' files as they come: the annotation page's JSON, a CSV table, exports of Label Studio (JSON) and doccano (JSON Lines)."""

import csv
import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from framing.errors import make_error, say_list
from framing.files import read_text

PAGE_FORMAT: Final = "framing-annotation"
SUFFIXES: Final = (".json", ".csv", ".tsv", ".jsonl", ".ndjson")
LARGEST: Final = 20_000_000
MOST_MARKS: Final = 20_000
LONGEST_NAME: Final = 60
COLUMNS: Final = ("coder", "article", "start", "end", "pole", "voice")
FORMATS: Final = (
    "a file saved by the annotation page, a CSV with the columns coder, article, start, end, pole, voice, "
    "a Label Studio JSON export or a doccano JSONL export"
)


@dataclass(frozen=True)
class DraftMark:
    """One mark as a file gives it: label holds pole and, where given, axis and voice, in parts; `text` "" where not given."""

    start: int
    end: int
    label: tuple[str, ...]
    text: str = ""


@dataclass(frozen=True)
class Draft:
    """What one coder did in one article: the article by letter or, where `text` is given, by its text."""

    coder: str
    article: str
    text: str
    marks: tuple[DraftMark, ...]
    is_finished: bool
    pack_id: str = ""


def list_files(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield files, and for a folder the files in it that can hold marks, in order of name; a pack.json holds none."""
    for path in paths:
        if path.is_dir():
            yield from sorted(one for one in path.iterdir() if one.suffix.lower() in SUFFIXES and one.name != "pack.json")
        else:
            yield path


def read_drafts(path: Path) -> list[Draft]:
    """Read one file; raises FramingError with one fault that names it."""
    try:
        size = path.stat().st_size
    except OSError as error:
        raise make_error(path, f"cannot be read: {error.strerror}") from error
    if size > LARGEST:
        raise make_error(path, f"is too large: {size:,} bytes; at most {LARGEST:,} are allowed")
    text, _ = read_text(path)
    try:
        drafts = list(parse(path, text))
    except (KeyError, TypeError, ValueError, AttributeError, IndexError, RecursionError, csv.Error) as error:
        raise make_error(path, f"is no file of marks: {say_error(error)}; allowed is {FORMATS}") from error
    if sum(len(draft.marks) for draft in drafts) > MOST_MARKS:
        raise make_error(path, f"has more than {MOST_MARKS:,} marks; fewer are allowed")
    if not drafts:
        raise make_error(path, f"holds no marks; allowed is {FORMATS}")
    return drafts


def say_error(error: Exception) -> str:
    """Say in a few words what was wrong, on one line."""
    if isinstance(error, RecursionError):
        return "it is nested too deep"
    if isinstance(error, json.JSONDecodeError):
        return f"it cannot be read as JSON (line {error.lineno})"
    if isinstance(error, KeyError):
        return f"{str(error)[:LONGEST_NAME]} is missing"
    return " ".join(str(error).split())[:100]


def parse(path: Path, text: str) -> Iterator[Draft]:
    """Yield the drafts of a file by its format, which its ending and its contents tell."""
    if path.suffix.lower() in (".csv", ".tsv"):
        return parse_table(text, "\t" if path.suffix.lower() == ".tsv" else ",")
    if path.suffix.lower() in (".jsonl", ".ndjson"):
        return parse_doccano(text, path.stem)
    record = json.loads(text)
    if isinstance(record, list):
        return parse_label_studio(record)
    if isinstance(record, dict) and record.get("format") == PAGE_FORMAT:
        return parse_page(record)
    raise ValueError("its contents are of another kind")


def parse_page(record: dict[str, Any]) -> Iterator[Draft]:
    """Yield what the annotation page saved: one draft for each article that is finished or holds a mark."""
    coder, pack_id, finished = as_name(record["coder"]), as_text(record["pack"]), as_list(record["finished"])
    marks: dict[str, list[DraftMark]] = {as_text(article): [] for article in finished}
    for mark in as_list(record["marks"]):
        label = tuple(as_text(mark[name]) for name in ("axis", "pole", "voice"))
        made = DraftMark(as_place(mark["start"]), as_place(mark["end"]), label, as_text(mark.get("text", "")))
        marks.setdefault(as_text(mark["article"]), []).append(made)
    for article, own in marks.items():
        yield Draft(coder, article, "", tuple(own), article in finished, pack_id)
    if not marks:
        raise ValueError("it holds no mark and no finished article")


def parse_table(text: str, delimiter: str) -> Iterator[Draft]:
    """Yield the rows of a table by coder and article; the pole may be written axis/pole."""
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    missing = [name for name in COLUMNS if name not in (rows.fieldnames or ())]
    if missing:
        raise ValueError(f"it lacks the column {say_list(missing)}")
    marks: dict[tuple[str, str], list[DraftMark]] = {}
    for row in rows:
        label = (*as_text(row["pole"]).split("/"), as_text(row["voice"]))
        mark = DraftMark(as_place(row["start"]), as_place(row["end"]), tuple(part.strip() for part in label if part.strip()))
        marks.setdefault((as_name(unguard(row["coder"])), as_text(row["article"]).strip()), []).append(mark)
    yield from (Draft(coder, article, "", tuple(own), False) for (coder, article), own in marks.items())


def parse_label_studio(tasks: list[Any]) -> Iterator[Draft]:
    """Yield the annotations of a Label Studio export; one without a result is an article read and left unmarked."""
    for task in tasks:
        data = task["data"]
        text = as_text(data["text"])
        for annotation in as_list(task["annotations"]):
            if annotation.get("was_cancelled"):
                continue
            who = annotation["completed_by"]
            coder = as_name(str(who["email"] if isinstance(who, dict) else who))
            values = [one["value"] for one in as_list(annotation["result"]) if one.get("type") == "labels"]
            marks = [
                DraftMark(as_place(value["start"]), as_place(value["end"]), split_label(label), as_text(value.get("text", "")))
                for value in values for label in as_list(value["labels"])
            ]  # fmt: skip
            yield Draft(coder, as_text(data.get("article", "")), text, tuple(marks), True)


def parse_doccano(text: str, stem: str) -> Iterator[Draft]:
    """Yield the lines of a doccano export that hold a label; the coder is named in the line, else by the file."""
    for line in text.splitlines():
        if not line.strip():
            continue
        record = json.loads(line)
        labels = as_list(record["label"] if "label" in record else record["labels"])
        coder = as_name(str(record.get("coder") or record.get("annotator") or record.get("username") or stem))
        body = as_text(record["text"])
        if labels:
            marks = tuple(DraftMark(as_place(start), as_place(end), split_label(label)) for start, end, label in labels)
            yield Draft(coder, as_text(record.get("article", "")), body, marks, False)


def split_label(label: object) -> tuple[str, ...]:
    """Split a label into its parts: pole, axis/pole, axis/pole/voice, "pole (voice)".

    >>> split_label("presence/occupation/own"), split_label("Occupation (attributed)")
    (('presence', 'occupation', 'own'), ('Occupation', 'attributed'))
    """
    plain = as_text(label)
    for char in "():|,":
        plain = plain.replace(char, "/")
    return tuple(part.strip() for part in plain.split("/") if part.strip())


def as_text(value: object) -> str:
    """Return a value that must be a text."""
    if not isinstance(value, str):
        raise TypeError(f"{str(value)[:20]!r} stands where a text is needed")
    return value


def as_list(value: object) -> list[Any]:
    """Return a value that must be a list."""
    if not isinstance(value, list):
        raise TypeError(f"{str(value)[:20]!r} stands where a list is needed")
    return value


def as_place(value: object) -> int:
    """Return an offset, which must be a whole number."""
    if isinstance(value, str) and value.strip().isdecimal() and len(value) < LONGEST_NAME:
        return int(value)
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(f"{str(value)[:20]!r} stands where a whole number is needed")
    return value


def as_name(value: object) -> str:
    """Return a coder's name: not empty, on one line, sixty letters at most; a semicolon would look like the next label and becomes a comma."""
    name = " ".join(as_text(value).replace(";", ",").split())
    if not name:
        raise ValueError("the coder has no name")
    return name[:LONGEST_NAME]


def unguard(cell: str) -> str:
    """Take off the apostrophe that a spreadsheet is guarded with."""
    return cell[1:] if cell[:2] in ("'=", "'+", "'-", "'@") else cell
