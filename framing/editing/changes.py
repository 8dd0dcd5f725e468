"""What differs between two versions of a topic: entries, words of targets, axes."""

from typing import Final

import pandas as pd

from framing.topics.lexicon import Entry
from framing.topics.topic import Topic

COLUMNS: Final = ("change", "axis", "pole", "term", "what", "old", "new")


def compare_topics(old: Topic, new: Topic) -> pd.DataFrame:
    """Compare two versions of a topic: one row for each entry, target word or axis added, removed or changed.

    An entry is the same where axis and term are; what (pole, weight, inflect, target, denied) tells which cell of it changed.
    """
    rows = compare_axes(old, new)
    before, after = ({(entry.axis_id, entry.term.lower()): entry for entry in topic.entries} for topic in (old, new))
    rows += [("removed", *name(entry), "entry", say_entry(entry), "") for key, entry in before.items() if key not in after]
    rows += [("added", *name(entry), "entry", "", say_entry(entry)) for key, entry in after.items() if key not in before]
    for key, entry in after.items():
        if key in before:
            rows += [("changed", *name(entry), *cells) for cells in compare_entries(before[key], entry)]
    words = [{(target.target_id, target.term): target.pattern for target in topic.targets} for topic in (old, new)]
    for change, there, other in (("removed", words[0], words[1]), ("added", words[1], words[0])):
        rows += [(change, "", target, term, "target word", "", "") for target, term in there if (target, term) not in other]
    turned = [key for key, pattern in words[1].items() if words[0].get(key, pattern) != pattern]
    rows += [("changed", "", *key, "target word", "", "other forms") for key in turned]
    return pd.DataFrame(rows, columns=COLUMNS)


def compare_axes(old: Topic, new: Topic) -> list[tuple[str, ...]]:
    """Return the axes added, removed, or with other poles or another target."""
    before, after = ({axis.axis_id: axis for axis in topic.axes} for topic in (old, new))
    rows: list[tuple[str, ...]] = [("removed", axis, "", "", "axis", "", "") for axis in before if axis not in after]
    rows += [("added", axis, "", "", "axis", "", "") for axis in after if axis not in before]
    for axis in (axis for axis in after if axis in before):
        a, b = before[axis], after[axis]
        pairs = (("left", a.left.pole_id, b.left.pole_id), ("right", a.right.pole_id, b.right.pole_id), ("target", a.target, b.target))
        rows += [("changed", axis, "", "", what, one, other) for what, one, other in pairs if one != other]
    return rows


def compare_entries(old: Entry, new: Entry) -> list[tuple[str, str, str]]:
    """Return (what, old, new) for every cell that changed between two entries of one term."""
    denied = ["flip" if one.flips_when_denied else "void" for one in (old, new)]
    forms = [f"{sum(map(len, one.pattern.parts))} forms" for one in (old, new)]
    pairs = [
        ("pole", old.pole_id, new.pole_id), ("weight", f"{old.weight:g}", f"{new.weight:g}"), ("target", old.target, new.target),
        ("denied", denied[0], denied[1]),
    ]  # fmt: skip
    return [pair for pair in pairs if pair[1] != pair[2]] + ([("inflect", forms[0], forms[1])] if old.pattern != new.pattern else [])


def name(entry: Entry) -> tuple[str, str, str]:
    """Return axis, pole and term of an entry."""
    return entry.axis_id, entry.pole_id, entry.term


def say_entry(entry: Entry) -> str:
    """Say what an entry weighs and needs."""
    return f"weight {entry.weight:g}, target {entry.target}, denied {'flip' if entry.flips_when_denied else 'void'}"
