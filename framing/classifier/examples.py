"""Labelled sentences: those that ship with a topic, and those of a user's file."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from framing.errors import Fault, FramingError, make_error, say_list
from framing.topics.examples import FILE, NONE, read_example_rows
from framing.topics.frame import Axis
from framing.topics.topic import Topic

N_GROUPS: Final = 6
LEAST_EXAMPLES: Final = 10


@dataclass(frozen=True)
class Examples:
    """Labelled sentences; `groups` says what is held out together (a register, an outlet or an article), `voices` own or attributed or ""."""

    texts: tuple[str, ...]
    labels: tuple[str, ...]
    groups: tuple[str, ...]
    voices: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.texts)

    def take(self, chosen: NDArray[np.bool_]) -> "Examples":
        """Return some of the examples."""
        rows = np.flatnonzero(chosen).tolist()
        columns = (self.texts, self.labels, self.groups, self.voices)
        return Examples(*(tuple(column[row] for row in rows) for column in columns))


def find_example_files(topic: Topic) -> list[Path]:
    """Return the files of labelled examples of a topic and of those it extends, those that hold enough to learn from."""
    return [folder / FILE for folder in topic.folders if (folder / FILE).is_file() and is_enough(folder / FILE)]


def is_enough(path: Path) -> bool:
    """Tell whether a file has two labels or more with ten sentences each or more; one with faults passes, so that they are told where it is read."""
    rows, faults = read_example_rows(path)
    counts = Counter(row["label"] for row in rows)
    return bool(faults) or (len(counts) > 1 and min(counts.values()) >= LEAST_EXAMPLES)


def list_classified_axes(topic: Topic) -> dict[str, Path]:
    """Return the file of examples of every axis that has one; the topic's own stands in for one it extends."""
    found = {}
    for path in find_example_files(topic):
        found[find_axis(path, read_examples(path).labels, topic.axes).axis_id] = path
    return found


def read_examples(path: Path) -> Examples:
    """Read a topic's examples; raises FramingError with every fault.

    A group is a register, or a part of one that would else be most of the examples.
    """
    rows, faults = read_example_rows(path)
    if faults or not rows:
        raise FramingError(*(faults or [Fault(str(path), 0, "holds no example")]))
    texts, labels, voices = (tuple(row[name] for row in rows) for name in ("text", "label", "voice"))
    return Examples(texts, labels, tuple(name_groups([row["register"] for row in rows])), voices)


def name_groups(registers: Sequence[str]) -> list[str]:
    """Name the group of each row: its register; one with over a sixth of all rows is dealt out into several.

    >>> name_groups(["wire"] * 4 + ["speech"])
    ['wire 1', 'wire 2', 'wire 3', 'wire 4', 'speech']
    """
    counts, seen, names = Counter(registers), Counter[str](), []
    for register in registers:
        n_parts = min(-(-counts[register] * N_GROUPS // len(registers)), counts[register])
        names.append(f"{register} {seen[register] % n_parts + 1}" if n_parts > 2 else register)
        seen[register] += 1
    return names


def find_axis(place: Path, labels: Sequence[str], axes: Sequence[Axis]) -> Axis:
    """Return the axis whose poles the labels name; raises FramingError where there is none."""
    named = {label for label in labels if label != NONE}
    for axis in axes:
        if named <= {axis.left.pole_id, axis.right.pole_id}:
            return axis
    poles = " or ".join(f"{axis.left.pole_id}, {axis.right.pole_id}, {NONE}" for axis in axes)
    strange = sorted(named - {pole.pole_id for axis in axes for pole in (axis.left, axis.right)})
    raise make_error(place, f"label: {say_list(map(repr, strange or sorted(named)))}; the poles of one axis are allowed: {poles}")
