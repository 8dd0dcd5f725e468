"""The labelled sentences that come with a topic: the one reader of examples.csv."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from framing.errors import Fault
from framing.rows import Columns, Row, filled, one_of, read_rows
from framing.topics.frame import Axis

FILE: Final = "examples.csv"
NONE: Final = "none"
EXAMPLES: Final = Columns(
    ("text", "label", "voice", "register", "note"), {"text": filled, "label": filled, "voice": one_of("own", "attributed", "")}
)


def read_example_rows(path: Path, axes: Sequence[Axis] | None = None, *, is_mixed: bool = False) -> tuple[list[Row], list[Fault]]:
    """Read a file of labelled sentences as (good rows, faults); nothing where there is no file.

    Its labels are none, or the poles of one of the axes (the first that one names; of all where it `is_mixed`). Without `axes` any label is taken.
    """
    rows, faults = read_rows(path, EXAMPLES) if path.exists() else ([], [])
    if axes is None:
        return rows, faults
    poles = {pole.pole_id: axis.axis_id for axis in axes for pole in (axis.left, axis.right)}
    first = next((poles[row["label"]] for row in rows if row["label"] in poles), "")
    allowed = {NONE, *(pole for pole, axis in poles.items() if is_mixed or axis == first)}
    said = f"; the poles of {'its axes' if is_mixed else 'one axis'} and none are allowed: {', '.join(poles)}"
    faults += [Fault(str(path), row.line, f"label: {row['label']!r} is not allowed{said}") for row in rows if row["label"] not in allowed]
    return [row for row in rows if row["label"] in allowed], faults
