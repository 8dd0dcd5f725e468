"""A topic's own labelled sentences, where it has some: what they are and what is wrong with them."""

from pathlib import Path

from framing.errors import Fault
from framing.topics.examples import FILE, read_example_rows
from framing.topics.frame import Axis
from framing.topics.topic import Topic


def read_labelled(topic: Topic, axis: Axis) -> tuple[list[tuple[str, str]], list[Fault]]:
    """Read the labelled sentences of an axis, from the last folder of a topic that has some, as ((text, label) pairs, faults of all its files)."""
    chosen: list[tuple[str, str]] = []
    faults: list[Fault] = []
    for folder in topic.folders:
        pairs, wrong = read_pairs(folder, topic)
        faults += wrong
        if {label for _, label in pairs} & {axis.left.pole_id, axis.right.pole_id}:
            chosen = pairs
    return chosen, faults


def read_pairs(folder: Path, topic: Topic) -> tuple[list[tuple[str, str]], list[Fault]]:
    """Read the labelled sentences of one folder of a topic as ((text, label) pairs, faults)."""
    rows, faults = read_example_rows(folder / FILE, topic.axes)
    return [(row["text"], row["label"]) for row in rows], faults
