"""The countries of ISO 3166: two capitals each, with their name."""

from functools import lru_cache

from framing.errors import FramingError
from framing.rows import Columns, filled, read_rows
from framing.shipped import find_shipped


@lru_cache(maxsize=1)
def read_countries() -> dict[str, str]:
    """Return the name of every country by its code; raises FramingError with every fault of the list.

    >>> read_countries()["GB"], "UK" in read_countries()
    ('United Kingdom', False)
    """
    rows, faults = read_rows(find_shipped("lexicons") / "general" / "countries.csv", Columns(("code", "name"), {"code": filled, "name": filled}))
    if faults:
        raise FramingError(*faults)
    return {row["code"]: row["name"] for row in rows}
