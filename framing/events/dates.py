"""The day an article reports from: its `published` date, else what the days named in its text tell, and how far two articles lie apart."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from functools import lru_cache
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.articles.months import MONTHS
from framing.text.offsets import Offsets

MONTH: Final = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
DAY: Final = r"(?P<{0}>[0-3]?\d)(?:st|nd|rd|th)?"
EARLIEST: Final = 1900
LATEST: Final = 2100
TOP: Final = 300
"""A full date within so many letters of the top is the article's own."""
YEAR: Final = 366
MONTH_DAYS: Final = 30
DATED_BY: Final = ("", "published", "date at the top", "day named twice, year unknown", "not before a day it names")
UNDATED, PUBLISHED, AT_TOP, IN_YEAR, NOT_BEFORE = range(5)
YEAR_FIRST: Final = re.compile(r"\s*(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")


class Named(NamedTuple):
    """A day a text names: year (0 where it is left open), month, day, and where it stands."""

    year: int
    month: int
    day: int
    start: int
    end: int

    @property
    def ordinal(self) -> int:
        """The day's proleptic ordinal, 0 without a year."""
        return date(self.year, self.month, self.day).toordinal() if self.year else 0

    def say(self) -> str:
        """Say the day without its year.

        >>> Named(2023, 8, 7, 0, 0).say()
        '7 aug'
        """
        return f"{self.day} {MONTHS[self.month - 1]}"


@lru_cache(maxsize=1)
def make_pattern() -> re.Pattern[str]:
    """Return the pattern of a day in figures and words: 2023-08-07, 7 August 2023, August 7th, 2023, 7 Aug."""
    iso = r"(?P<y1>(?:19|20)\d\d)-(?P<m1>[01]\d)-(?P<d1>[0-3]\d)"
    day_first = rf"{DAY.format('d2')}\s+(?:of\s+)?(?P<m2>{MONTH})\b\.?(?:,?\s+(?P<y2>(?:19|20)\d\d))?"
    month_first = rf"(?P<m3>{MONTH})\b\.?\s+{DAY.format('d3')}(?!\d|\s*(?:percent|%|-?year))(?:,?\s+(?P<y3>(?:19|20)\d\d))?"
    return re.compile(rf"\b(?:{iso}|{day_first}|{month_first})\b", re.IGNORECASE)


def find_days(text: str) -> Iterator[Named]:
    """Find the days a text names with day and month; the year is 0 where the text leaves it open.

    >>> [day[:3] for day in find_days("From August 7th to 8 Aug. 2023 and 2024-01-27; on 31 June nothing.")]
    [(0, 8, 7), (2023, 8, 8), (2024, 1, 27)]
    """
    for found in make_pattern().finditer(text):
        year, month, day = next((found[f"y{n}"], found[f"m{n}"], found[f"d{n}"]) for n in (1, 2, 3) if found[f"d{n}"])
        number = int(month) if month.isdigit() else 1 + MONTHS.index(month[:3].lower())
        if is_day(int(year or 2000), number, int(day)):
            yield Named(int(year or 0), number, int(day), found.start(), found.end())


def is_day(year: int, month: int, day: int) -> bool:
    """Tell whether there is such a day."""
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def read_day(published: str) -> int:
    """Read a `published` date as a proleptic ordinal, 0 where there is none to be read.

    >>> read_day("2023-08-10T09:00:00Z") == read_day("10 August 2023") == read_day("Thu, 10 Aug 2023 09:00:00 +0000") == date(2023, 8, 10).toordinal()
    True
    """
    iso = YEAR_FIRST.match(published)
    if iso and is_day(*map(int, iso.groups())):
        return date(*map(int, iso.groups())).toordinal()
    named = next((day.ordinal for day in find_days(published) if day.year), 0)
    if named or not published.strip():
        return named
    for form in ("%m/%d/%Y", "%d.%m.%Y", "%Y%m%d"):
        try:
            return datetime.strptime(published.strip().split()[0], form).toordinal()
        except ValueError:
            continue
    return 0


def find_own_day(published: str, text: str) -> tuple[int, int, list[Named]]:
    """Find the day of an article, how it is known (a code into `DATED_BY`), and all days its text names.

    In order: the `published` date; a full date within the first 300 letters; a day named twice or more without its year, as news names days of
    its own year (then the day is that of the leap year 4); the latest full date in the text, before which the article was not written.
    """
    named = list(find_days(text))
    if own := read_day(published):
        return own, PUBLISHED, named
    full = [day for day in named if day.year]
    if full and full[0].start < TOP:
        return full[0].ordinal, AT_TOP, named
    open_days = Counter((day.month, day.day) for day in named if not day.year)
    if open_days and open_days.most_common(1)[0][1] > 1:
        return date(4, *open_days.most_common(1)[0][0]).toordinal(), IN_YEAR, named
    return (max(day.ordinal for day in full), NOT_BEFORE, named) if full else (0, UNDATED, named)


def measure_days_apart(days: Offsets, dated_by: NDArray[np.uint8], first: Offsets, second: Offsets) -> NDArray[np.float64]:
    """Measure how many days lie between pairs of articles at least; nan where that is not known.

    A day whose year is unknown is compared around the year, less a month; an article "not before" a day may be any later one.
    """
    a, b, by_a, by_b = days[first], days[second], dated_by[first], dated_by[second]
    sure_a, sure_b = is_sure(by_a), is_sure(by_b)
    around = np.abs(day_of_year(a) - day_of_year(b))
    around = np.maximum(np.minimum(around, YEAR - around) - MONTH_DAYS, 0)
    in_year = ((by_a == IN_YEAR) & (sure_b | (by_b == IN_YEAR))) | ((by_b == IN_YEAR) & sure_a)
    too_early = np.where((by_a == NOT_BEFORE) & sure_b, a - b, np.where((by_b == NOT_BEFORE) & sure_a, b - a, 0))
    apart = np.where(sure_a & sure_b, np.abs(a - b).astype(np.float64), np.nan)
    return np.where(in_year, around, np.where(too_early > 0, too_early, apart))


def is_sure(dated_by: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Tell which articles have a date of their own."""
    return np.asarray((dated_by == PUBLISHED) | (dated_by == AT_TOP))


def day_of_year(days: Offsets) -> Offsets:
    """Return the day of the year, nearly: close enough for distances that are given or taken a month."""
    return np.asarray((days % 365.2425).astype(np.int64))
