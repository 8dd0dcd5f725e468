"""The news agency an article credits: in its byline or dateline, on a line of its own, in a note that it contributed, or behind a passage."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

TOP: Final = 600
END: Final = 600
BEHIND: Final = re.compile(r"[^\w\n(]{0,3} ?\((?P<name>[^()\n]{2,60})\)")


@lru_cache(maxsize=8)
def make_pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of a credit to one of some names, in its group `name`."""
    name = "(?P<{}>" + "|".join(re.escape(one) for one in sorted(names, key=len, reverse=True)) + ")"
    shapes = (
        rf"\({name.format('a')}\)",
        rf"^{name.format('b')}\s*[-–—:|]",
        rf"^\s*(?:Source:\s*)?{name.format('c')}\s*$",
        rf"^By\b[^\n.]{{0,60}}?[\s,/]{name.format('d')}\s*$",
        rf"\b{name.format('e')}\b[^\n.]{{0,80}}\bcontributed\b",
        rf"\b(?i:reporting by|material from|(?:information|reports?|copy) from)\s+(?:the\s+)?{name.format('f')}\b",
        rf"(?i:©|\(c\)|copyright)\s*(?:\d{{4}}\s*)?(?i:by\s+)?(?i:the\s+)?{name.format('g')}\b",
    )
    return re.compile("|".join(shapes), re.MULTILINE)


def find_agency(byline: str, text: str, agencies: Mapping[str, str]) -> str:
    """Return the agency an article credits, "" where none: one that it only cites ("told Reuters") is not credited.

    >>> find_agency("", "LONDON (Reuters) - Rain fell.", {"Reuters": "Reuters"}), find_agency("", "He told Reuters so.", {"Reuters": "Reuters"})
    ('Reuters', '')
    """
    for name, agency in agencies.items():
        if re.search(rf"\b{re.escape(name)}\b", byline):
            return agency
    pattern = make_pattern(tuple(agencies))
    found = pattern.search(text[:TOP]) or pattern.search(text[max(len(text) - END, 0) :])
    return agencies[next(name for name in found.groups() if name)] if found else ""


def find_credit_behind(text: str, end: int, names: Mapping[str, str]) -> str:
    """Return who is credited in brackets right behind a passage that ends at `end`, "" where nobody of those named is.

    >>> find_credit_behind("Rain fell. (Reuters)", 9, {"Reuters": "Reuters"}), find_credit_behind("Rain fell (again).", 9, {"Reuters": "Reuters"})
    ('Reuters', '')
    """
    found = BEHIND.match(text, end)
    return names.get(found["name"], "") if found else ""
