"""Rows a human accepted, merged into the terms of a topic of their own: all of them, or none where one has a fault."""

import csv
import io
from dataclasses import replace
from pathlib import Path
from typing import Final

from framing.editing.places import Loaded
from framing.errors import Fault, FramingError
from framing.files import read_text, write_whole
from framing.rows import Columns, Row, read_rows
from framing.topics.check import find_clashes
from framing.topics.lexicon import TERMS, Entry, read_entries

YES: Final = ("yes", "y", "x", "1", "true", "ja", "oui")
NO: Final = ("", "no", "n", "0", "false")
ACCEPT: Final = Columns(
    ("accept", *TERMS.names), {"accept": lambda cell: "" if cell.lower() in (*YES, *NO) else f"{cell!r} is not allowed; yes or nothing is"}
)


def accept_terms(path: Path, loaded: Loaded) -> int:
    """Add the accepted rows of a table of candidates to the terms.csv of a topic; returns how many.

    Raises FramingError with every fault of the accepted rows (bad cells, terms that are there already, forms of the other pole); then nothing
    is written.
    """
    rows, faults = read_rows(path, ACCEPT)
    accepted = {row.line: row for row in rows if row["accept"].lower() in YES}
    axes = {axis.axis_id: axis for axis in loaded.topic.axes}
    entries, wrong = read_entries(path, "candidates", axes, loaded.general.grammar)
    faults += [fault for fault in wrong if fault.line in accepted or fault.line <= 1]
    new = [entry for entry in entries if int(entry.entry_id.partition(":")[2]) in accepted]
    faults += find_known(path, new, loaded) + find_new_clashes(path, new, loaded)
    if faults:
        raise FramingError(*dict.fromkeys(faults))
    if accepted:
        add_rows(loaded.topic.folders[-1] / "terms.csv", list(accepted.values()))
    return len(accepted)


def find_known(path: Path, new: list[Entry], loaded: Loaded) -> list[Fault]:
    """Return the new terms that their axis has already."""
    known = {(entry.axis_id, entry.term.lower()): entry.entry_id for entry in loaded.topic.entries}
    found = [(entry, known.get((entry.axis_id, entry.term.lower()))) for entry in new]
    return [Fault(str(path), line_of(entry), f"term: {entry.term!r} is there already as entry {there}") for entry, there in found if there]


def find_new_clashes(path: Path, new: list[Entry], loaded: Loaded) -> list[Fault]:
    """Return the new terms that share a form with a term of the other pole, of the topic or among themselves."""
    folder = path.parent / "candidates"
    joined = replace(loaded.topic, entries=(*loaded.topic.entries, *new), folders=(*loaded.topic.folders, folder))
    return [Fault(str(path), fault.line, fault.what) for fault in find_clashes(joined) if fault.place == str(folder / "terms.csv")]


def line_of(entry: Entry) -> int:
    """Return the line an entry was read from."""
    return int(entry.entry_id.partition(":")[2])


def add_rows(path: Path, rows: list[Row]) -> None:
    """Add rows at the end of a terms.csv, in the order of its own columns; what stands there stays as it is."""
    text = read_text(path)[0]
    header = next(csv.reader(io.StringIO(text)))
    added = io.StringIO(newline="")
    writer = csv.writer(added, lineterminator="\n")
    writer.writerows([row.cells.get(name.strip(), "") for name in header] for row in rows)
    write_whole(path, text.rstrip("\r\n") + "\n" + added.getvalue())
