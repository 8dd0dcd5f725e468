"""How evenly a topic treats its poles: entries, weights and how often they fire on its own cases."""

from pathlib import Path
from typing import Final

import pandas as pd

from framing.analysis.cases import CASES, score_sentences
from framing.evidence.lens import Lens
from framing.rows import read_rows

MOST_UNEVEN: Final = 1.25


def measure_balance(folder: Path, lens: Lens) -> pd.DataFrame:
    """Measure each pole of a topic: entries, mean weight, share that needs a target, forms, and fired on: cases written for any pole.

    Columns: axis, pole, entries, weight, free_share, forms, fired. One row a pole; phrases marked `none` are left out.
    """
    rows, _ = read_rows(folder / "cases.csv", CASES) if (folder / "cases.csv").exists() else ([], [])
    fired = score_sentences([row["sentence"] for row in rows], lens)
    table = []
    for axis in lens.axes:
        for pole, sign in ((axis.left, -1), (axis.right, 1)):
            entries = [entry for entry in lens.entries if entry.axis_id == axis.axis_id and entry.sign == sign]
            n_forms = sum(len(part) for entry in entries for part in entry.pattern.parts)
            n_fired = sum(f"{axis.axis_id}:{pole.pole_id}" in found for found in fired)
            weight = sum(entry.weight for entry in entries) / max(len(entries), 1)
            free = sum(entry.target == "free" for entry in entries) / max(len(entries), 1)
            table.append((axis.axis_id, pole.pole_id, len(entries), weight, free, n_forms, n_fired))
    return pd.DataFrame(table, columns=["axis", "pole", "entries", "weight", "free_share", "forms", "fired"])


def find_uneven(balance: pd.DataFrame) -> list[str]:
    """Say where one pole of an axis has over a quarter more entries, or more weight, than the other."""
    found = []
    for axis, poles in balance.groupby("axis", sort=False):
        for column in ("entries", "weight"):
            low, high = sorted(poles[column])
            if high > MOST_UNEVEN * low:
                found.append(f"{axis}: {column} of the poles are uneven, {low:.3g} against {high:.3g}; at most a quarter more is allowed")
    return found
