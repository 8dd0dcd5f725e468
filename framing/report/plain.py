"""Values and texts made fit to be written: one rule for figures, for empty cells, for cells that a spreadsheet would run."""

import math
import re
from collections.abc import Iterator
from typing import Any, Final

import pandas as pd

Plain = str | int | float | bool | None
DIGITS: Final = 6
FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r")
UNSEEN: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff\ufffe\uffff]")


def make_plain(value: object) -> Plain:
    """Return a table's value as a plain one: nan and NA as None, figures rounded to six significant digits, -0 as 0.

    >>> make_plain(float("nan")), make_plain(-0.123456789), make_plain(("a", "b"))
    (None, -0.123457, 'a; b')
    """
    if value is None or value is pd.NA or value is pd.NaT:
        return None
    if isinstance(value, bool | int | str):
        return value
    if isinstance(value, float):
        return (float(f"{value:.{DIGITS}g}") + 0.0) if math.isfinite(value) else None
    if isinstance(value, tuple | list):
        return "; ".join(map(str, value))
    return str(value)


def iter_rows(table: pd.DataFrame) -> Iterator[tuple[Plain, ...]]:
    """Yield the rows of a table as plain values."""
    columns = [[make_plain(value) for value in table[name].tolist()] for name in table.columns]
    return zip(*columns, strict=True)


def iter_columns(table: pd.DataFrame, *names: str) -> Iterator[tuple[Any, ...]]:
    """Yield the named columns of a table row by row, as Python values."""
    return zip(*(table[name].tolist() for name in names), strict=True)


def format_cell(value: Plain) -> str:
    """Return a plain value as the text of a CSV cell: figures with six significant digits, true and false, nothing for None.

    >>> [format_cell(value) for value in (-0.5, 1234567.0, 3, True, None, "-1 day")]
    ['-0.5', '1.23457e+06', '3', 'true', '', "'-1 day"]
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return f"{value:.{DIGITS}g}"
    return neutralise(value) if isinstance(value, str) else str(value)


def neutralise(text: str) -> str:
    """Put ' before a text that a spreadsheet would take for a formula; control characters become U+FFFD, line ends \\n.

    >>> neutralise("=cmd()")
    "'=cmd()"
    """
    guarded = f"'{text}" if text.startswith(FORMULA_STARTS) else text
    return mend_unseen(guarded.replace("\r\n", "\n").replace("\r", "\n"))


def mend_unseen(text: str) -> str:
    """Put U+FFFD for every character that shows nothing and can mislead: control characters, marks that turn the direction of writing.

    One for one, so that offsets stay.
    """
    return UNSEEN.sub("\ufffd", text)
