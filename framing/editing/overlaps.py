"""Entries of a topic that share forms: doubles within a pole, words that stand on two axes, terms inside terms of the other pole."""

from collections import defaultdict
from typing import Final

import pandas as pd

from framing.topics.check import find_whole_forms
from framing.topics.lexicon import Entry
from framing.topics.topic import Topic

KINDS: Final = ("double", "shared form", "other axis", "inside other pole")
COLUMNS: Final = ("kind", "entry", "term", "pole", "other", "other_term", "other_pole", "form", "n_forms")
Key = tuple[tuple[int, ...], tuple[str, ...]]


def find_overlaps(topic: Topic) -> pd.DataFrame:
    """Find pairs of entries with a form in common, in order of kind.

    double: every form of one is a form of the other, for the same pole (one can go); shared form: some are (the earlier one stands for both);
    other axis: a form counts on two axes (right where it is meant); inside other pole: a term lies whole within a term of the other pole, which
    wins where both stand (right where it turns the meaning round). Forms for both poles of one axis are faults (see `find_clashes`).
    """
    forms = [{(entry.pattern.gaps, form) for form in find_whole_forms(entry.pattern.parts)} for entry in topic.entries]
    homes: dict[Key, list[int]] = defaultdict(list)
    for number, own in enumerate(forms):
        for form in own:
            homes[form].append(number)
    shared: dict[tuple[int, int], list[Key]] = defaultdict(list)
    for form, numbers in homes.items():
        for at, first in enumerate(numbers):
            for second in numbers[at + 1 :]:
                shared[first, second].append(form)
    rows = [describe(topic.entries[a], topic.entries[b], common, min(len(forms[a]), len(forms[b]))) for (a, b), common in shared.items()]
    rows += find_nested(topic.entries, homes)
    rows = sorted((row for row in rows if row), key=lambda row: (KINDS.index(row[0]), row[1:]))
    return pd.DataFrame(rows, columns=COLUMNS)


def describe(first: Entry, second: Entry, common: list[Key], fewest: int) -> tuple[str, ...]:
    """Make the row of two entries with forms in common; () where they stand for both poles of one axis, or one for none."""
    if first.axis_id != second.axis_id:
        kind = "other axis"
    elif first.pole_id != second.pole_id:
        return ()
    else:
        kind = "double" if len(common) == fewest else "shared form"
    return make_row(kind, first, second, sorted(common)[0], len(common))


def find_nested(entries: tuple[Entry, ...], homes: dict[Key, list[int]]) -> list[tuple[str, ...]]:
    """Find terms without gaps that lie whole within one of the other pole of their axis; once for each pair."""
    found: dict[tuple[int, int], tuple[str, ...]] = {}
    for form, numbers in sorted(homes.items()):
        for inner in (key for part in form[1] for key in cut_stretches(part) if key != form):
            for a in homes.get(inner, ()):
                for b in numbers:
                    if entries[a].axis_id == entries[b].axis_id and entries[a].sign * entries[b].sign < 0:
                        found.setdefault((a, b), make_row("inside other pole", entries[a], entries[b], inner, 1))
    return list(found.values())


def cut_stretches(part: str) -> list[Key]:
    """Return every stretch of whole words of a part, as the form of a term of its own."""
    words = part.split()
    return [((), (" ".join(words[start:end]),)) for start in range(len(words)) for end in range(start + 1, len(words) + 1)]


def make_row(kind: str, first: Entry, second: Entry, form: Key, n_forms: int) -> tuple[str, ...]:
    """Lay out a pair of entries and a form they share."""
    said = " ... ".join(form[1])
    return (kind, first.entry_id, first.term, first.pole_id, second.entry_id, second.term, second.pole_id, said, str(n_forms))
