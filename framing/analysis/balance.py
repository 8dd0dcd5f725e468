"""How evenly a topic treats its poles: entries, weights and how often they fire on its own cases."""

from pathlib import Path
from typing import Final

import pandas as pd

from framing.analysis.cases import CASES, name_list, score_sentences
from framing.errors import Fault, FramingError, say_list
from framing.evidence.lens import Lens
from framing.rows import Columns, filled, read_rows

MOST_UNEVEN: Final = 1.25


EXAMPLES: Final = Columns(("text", "label", "voice", "register", "note"), {"text": filled, "label": filled})


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
    """Measure a language's terms on its labelled examples: one row a label of the main axis and `none`.

    Columns: label, sentences, and how many of them lean to the left pole, to the right pole, or hold no counted evidence. Raises
    FramingError with every fault of the file.
    """
    path = folder / name_list("examples", language)
    rows, faults = read_rows(path, EXAMPLES)
    axis = lens.axes[0]
    labels = (axis.left.pole_id, axis.right.pole_id, "none")
    faults += [Fault(str(path), row.line, f"label: {row['label']!r}; {say_list(labels)} are allowed") for row in rows if row["label"] not in labels]
    if faults:
        raise FramingError(*faults)
    found = score_sentences([row["text"] for row in rows], lens, language)
    left, right = ([one.get(f"{axis.axis_id}:{pole}", 0.0) for one in found] for pole in labels[:2])
    table = pd.DataFrame({"label": [row["label"] for row in rows], "lean": [(b > a) - (a > b) for a, b in zip(left, right, strict=True)]})
    counts = [(label, *(int((table[table["label"] == label]["lean"] == lean).sum()) for lean in (-1, 1, 0))) for label in labels]
    return pd.DataFrame(counts, columns=["label", *labels[:2], "no lean"])


def find_wrong_leans(examples: pd.DataFrame) -> list[str]:
    """Say where the terms of a language lean the wrong way: over a tenth of a pole's examples to the other, or over a fifth of those of none."""
    left, right, none = examples[examples.columns[1:]].to_numpy().tolist()
    wrong = ((left[1], left, 0.1), (right[0], right, 0.1), (none[0] + none[1], none, 0.2))
    return [
        f"{label}: {count} of {sum(row)} examples lean the wrong way; {share:.0%} are allowed"
        for label, (count, row, share) in zip(examples["label"], wrong, strict=True)
        if count > share * sum(row)
    ]


def find_uneven(balance: pd.DataFrame) -> list[str]:
    """Say where one pole of an axis has over a quarter more entries, or more weight, than the other."""
    found = []
    for axis, poles in balance.groupby("axis", sort=False):
        for column in ("entries", "weight"):
            low, high = sorted(poles[column])
            if high > MOST_UNEVEN * low:
                found.append(f"{axis}: {column} of the poles are uneven, {low:.3g} against {high:.3g}; at most a quarter more is allowed")
    return found
