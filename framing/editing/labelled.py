"""A topic's own labelled sentences, where it has some: what they are and what is wrong with them."""

from pathlib import Path
from typing import Final

from framing.errors import Fault
from framing.rows import Columns, filled, one_of, read_rows
from framing.topics.frame import Axis
from framing.topics.topic import Topic

EXAMPLES: Final = Columns(
    ("text", "label", "voice", "register", "note"), {"text": filled, "label": filled, "voice": one_of("own", "attributed", "")}
)


def read_labelled(topic: Topic, axis: Axis) -> tuple[list[tuple[str, str]], list[Fault]]:
    """Read the labelled sentences of an axis, from the last folder of a topic that has some, as ((text, label) pairs, faults of all its files)."""
    chosen: list[tuple[str, str]] = []
    faults: list[Fault] = []
    for folder in topic.folders:
        pairs, wrong = read_file(folder / "examples.csv", topic)
        faults += wrong
        if {label for _, label in pairs} & {axis.left.pole_id, axis.right.pole_id}:
            chosen = pairs
    return chosen, faults


def read_file(path: Path, topic: Topic) -> tuple[list[tuple[str, str]], list[Fault]]:
    """Read one examples.csv, if it is there: its labels are the poles of one axis, or none."""
    rows, faults = read_rows(path, EXAMPLES) if path.exists() else ([], [])
    poles = {pole.pole_id: axis.axis_id for axis in topic.axes for pole in (axis.left, axis.right)}
    first = next((poles[row["label"]] for row in rows if row["label"] in poles), "")
    wrong = [row for row in rows if row["label"] != "none" and poles.get(row["label"], "?") != first]
    said = f"; the poles of one axis and none are allowed: {', '.join(poles)}"
    faults += [Fault(str(path), row.line, f"label: {row['label']!r} is not allowed{said}") for row in wrong]
    lines = {row.line for row in wrong}
    return [(row["text"], row["label"]) for row in rows if row.line not in lines], faults
