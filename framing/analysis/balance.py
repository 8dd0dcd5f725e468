"""How evenly a topic treats its poles: entries, weights and how often they fire on its own cases."""

from pathlib import Path
from typing import Final

import pandas as pd

from framing.analysis.cases import CASES, name_list, score_sentences
from framing.errors import Fault, FramingError
from framing.evidence.lens import Lens
from framing.rows import read_rows
from framing.topics.examples import NONE, read_example_rows

MOST_UNEVEN: Final = 1.25


def measure_balance(folder: Path, lens: Lens, language: str = "") -> pd.DataFrame:
    """Measure each pole of a topic: entries, mean weight, share that needs a target, forms, and fired on: cases written for any pole.

    `language` is one of the topic's others ("": its own). Columns: axis, pole, entries, weight, free_share, forms, fired. One row a pole;
    phrases marked `none` are left out.
    """
    path = folder / name_list("cases", language)
    rows, _ = read_rows(path, CASES) if path.exists() else ([], [])
    fired = score_sentences([row["sentence"] for row in rows], lens, language)
    table = []
    for axis in lens.axes:
        for pole, sign in ((axis.left, -1), (axis.right, 1)):
            entries = [entry for entry in lens.entries if (entry.axis_id, entry.sign, entry.language) == (axis.axis_id, sign, language)]
            n_forms = sum(len(part) for entry in entries for part in entry.pattern.parts)
            n_fired = sum(f"{axis.axis_id}:{pole.pole_id}" in found for found in fired)
            weight = sum(entry.weight for entry in entries) / max(len(entries), 1)
            free = sum(entry.target == "free" for entry in entries) / max(len(entries), 1)
            table.append((axis.axis_id, pole.pole_id, len(entries), weight, free, n_forms, n_fired))
    return pd.DataFrame(table, columns=["axis", "pole", "entries", "weight", "free_share", "forms", "fired"])


def measure_examples(folder: Path, lens: Lens, language: str) -> pd.DataFrame:
    """Measure a language's terms on its labelled examples: one row a label of each axis that has some, and `none` for each of these axes.

    Columns: axis, label, sentences that lean to the left pole, to the right pole, and that hold no counted evidence (left, right, no_lean).
    Raises FramingError with every fault of the file.
    """
    path = folder / name_list("examples", language)
    rows, faults = read_example_rows(path, lens.axes, is_mixed=True)
    if faults or not rows:
        raise FramingError(*(faults or [Fault(str(path), 0, "holds no example; a topic's language needs some of each pole and none")]))
    found = score_sentences([row["text"] for row in rows], lens, language)
    counts = []
    for axis in lens.axes:
        poles = (axis.left.pole_id, axis.right.pole_id)
        if not any(row["label"] in poles for row in rows):
            continue
        for label in (*poles, NONE):
            own = [one for one, row in zip(found, rows, strict=True) if row["label"] == label]
            weights = [tuple(one.get(f"{axis.axis_id}:{pole}", 0.0) for pole in poles) for one in own]
            leans = [(right > left) - (left > right) for left, right in weights]
            counts.append((axis.axis_id, label, leans.count(-1), leans.count(1), leans.count(0)))
    return pd.DataFrame(counts, columns=["axis", "label", "left", "right", "no_lean"])


def find_wrong_leans(examples: pd.DataFrame) -> list[str]:
    """Say where the terms of a language lean the wrong way: over a tenth of a pole's examples to the other, or over a fifth of those of none."""
    said = []
    for at, (axis, label, left, right, silent) in enumerate(zip(*(examples[name].tolist() for name in examples), strict=True)):
        wrong, share = ((right, 0.1), (left, 0.1), (left + right, 0.2))[at % 3]
        n = left + right + silent
        if wrong > share * n:
            said.append(f"{axis}: {label}: {wrong} of {n} examples lean the wrong way; {share:.0%} are allowed")
    return said


def find_uneven(balance: pd.DataFrame) -> list[str]:
    """Say where one pole of an axis has over a quarter more entries, or more weight, than the other."""
    found = []
    for axis, poles in balance.groupby("axis", sort=False):
        for column in ("entries", "weight"):
            low, high = sorted(poles[column])
            if high > MOST_UNEVEN * low:
                found.append(f"{axis}: {column} of the poles are uneven, {low:.3g} against {high:.3g}; at most a quarter more is allowed")
    return found
