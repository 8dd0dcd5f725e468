"""Terms whose alternatives were not meant as they are read: bars part words, and an alternative of several words is cut at its blanks."""

from itertools import pairwise
from pathlib import Path

from framing.errors import Fault
from framing.rows import Columns, filled, read_rows
from framing.topics.pattern import find_places

TERM = Columns(("term",), {"term": filled})


def check_alternatives(folder: Path) -> list[Fault]:
    """Return the terms of a topic's folder (terms, targets, referents, in every language) with alternatives that can never be found as written."""
    faults = []
    for path in sorted(path for name in ("terms*.csv", "targets*.csv", "referents.csv") for path in folder.glob(name)):
        rows, _ = read_rows(path, TERM)
        faults += [Fault(str(path), row.line, f"term: {what}") for row in rows if (what := find_misread(row["term"]))]
    return faults


def find_misread(term: str) -> str:
    """Say which alternatives of a term cannot be meant as they are read, or "".

    Two signs: one word comes first on both sides of a blank, as in phrases that end alike (the term would hold it twice in a row), and an
    alternative given twice.

    >>> find_misread("borne out|proved right|proven right").split(";")[0]
    "'right' stands on both sides of a blank and would have to stand twice in a row: 'borne out|proved right|proven right'"
    >>> find_misread("borne_out|proved_right|proven_right")
    ''
    """
    for part in find_places(term):
        places = [word.split("|") for word in part]
        twice = next((word for place in places for word in place if place.count(word) > 1), "")
        if both := next((first[0] for first, second in pairwise(places) if len(first) > 1 and first[0] == second[0]), ""):
            said = f"{both!r} stands on both sides of a blank and would have to stand twice in a row"
        elif twice:
            said = f"{twice!r} is given twice as an alternative"
        else:
            continue
        return f"{said}: {term!r}; bars part single words: join an alternative of several words with _ (borne_out|came_true), or give it a row"
    return ""
