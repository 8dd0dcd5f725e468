"""Dates in a text: absolute, relative to publication, ranges; normalised to a first and last day with the precision they are told in."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from framing.claims.direction import looks_ahead
from framing.claims.numbers import alternate
from framing.topics.claim_words import ClaimWords

ORDINAL: Final = r"(?:st|nd|rd|th)?"
YEAR: Final = r"(?:19|20)\d\d"
SPANS: Final = {"day": 1, "week": 7}
NUMBERS: Final = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}


@dataclass(frozen=True)
class Told:
    """A date as told: place, first and last day (ISO; "--MM-DD" without its year; "" where nothing fixes it) and precision (day to decade)."""

    start: int
    end: int
    first: str
    last: str
    precision: str


@dataclass(frozen=True)
class Calendar:
    """The pattern that finds dates, compiled once a run, with the words of time by form, and irregular forms of verbs in the past."""

    pattern: re.Pattern[str]
    words: ClaimWords
    past: frozenset[str] = frozenset()

    def value(self, form: str) -> int:
        """Return the number of a month, weekday or season, or the days of a day word."""
        return self.words.times[" ".join(form.lower().split())][1]


def make_calendar(words: ClaimWords, past: frozenset[str] = frozenset()) -> Calendar:
    """Compile the pattern of dates from the words of time."""
    forms = {kind: alternate([form for form, (own, _) in words.times.items() if own == kind]) for kind in ("month", "weekday", "season", "day")}
    month, weekday, season, day = (forms[kind] for kind in ("month", "weekday", "season", "day"))
    counts = alternate(NUMBERS)
    to = r"\s?(?:-|–|to|and|through|until)\s?"
    pattern = (
        rf"\b(?:(?:{weekday}),?\s+)?(?P<month>{month})\s+(?P<day>\d\d?){ORDINAL}(?:{to}(?:(?P<month2>{month})\s+)?(?P<day2>\d\d?){ORDINAL}(?!\d|,\d))?(?!\d|,\d{{3}})(?:,?\s+(?P<year>{YEAR})\b)?"
        rf"|\b(?P<day_b>\d\d?){ORDINAL}(?:{to}(?P<day2_b>\d\d?){ORDINAL})?\s+(?:of\s+)?(?P<month_b>{month})\b(?:,?\s+(?P<year_b>{YEAR})\b)?"
        rf"|\b(?P<iso>{YEAR}-\d\d-\d\d)\b"
        rf"|\b(?P<month_c>{month}),?\s+(?:of\s+)?(?P<year_c>{YEAR})\b"
        rf"|\b(?P<shift>last|next|this|this past)\s+(?P<named>{month}|{weekday}|{season}|week|month|year|decade|weekend|fall)\b"
        rf"|\b(?P<count>{counts}|\d\d?)\s+(?P<unit>day|week|month|year)s?\s+(?P<side>ago|earlier|later|from now)\b"
        rf"|\b(?P<same>the same year|the current year|the following year|the previous year)\b"
        rf"|\b(?P<season>{season})\s+(?:of\s+)?(?P<year_s>{YEAR})\b"
        rf"|\b(?P<lead>in|since|by|until|till|during|after|before|through|from|early|late|of|throughout|to|between|mid-?|and|election)\s+(?:(?:the|early|late|mid-?)\s+)*(?P<year_d>{YEAR})(?:{to}(?P<year_e>{YEAR}))?(?!\d|,\d|%|-\d|\s+(?:people|soldiers|troops)\b)"
        rf"|\b(?P<prep>in|since|by|until|last|this|early|late|mid-?|of|from)\s+(?P<month_d>{month})\b(?!\s+\d)"
        rf"|\b(?P<weekday>{weekday})\b(?!,?\s+(?:{month})\b)"
        rf"|\b(?P<relative>{day})\b"
    )
    return Calendar(re.compile(pattern, re.IGNORECASE), words, past)


def find_dates(text: str, place: tuple[int, int], calendar: Calendar, published: date | None) -> Iterator[Told]:
    """Yield the dates of one sentence, normalised relative to the day of publication where one is known."""
    for match in calendar.pattern.finditer(text, *place):
        if is_other_word(match, calendar):
            continue
        start = match.start()
        for group in ("lead", "prep"):
            if match[group]:
                start = match.start("year_d" if group == "lead" else "month_d")
        try:
            span = read_date(match, calendar, published, upcoming=looks_ahead(text, place, start, calendar.past), before=text[place[0] : start])
        except ValueError:
            continue
        if span:
            yield Told(start, match.end(), *span)


def is_other_word(match: re.Match[str], calendar: Calendar) -> bool:
    """Tell whether a month or weekday is another word: "may", "march" and "the next march" in small letters."""
    named = next((match[group] for group in ("month", "month_b", "month_c", "month_d", "weekday") if match[group]), None)
    if match["named"] and calendar.words.times.get(match["named"].lower(), ("", 0))[0] in ("month", "weekday"):
        named = match["named"]
    return bool(named and not named[0].isupper())


Span = tuple[str, str, str]


def read_date(match: re.Match[str], calendar: Calendar, published: date | None, *, upcoming: bool, before: str) -> Span | None:
    """Read one match as (first day, last day, precision); None where it tells no time that can be fixed even in part."""
    if fixed := read_fixed(match, calendar):
        return fixed
    if match["month"] or match["month_b"]:
        return read_day(match, calendar, published, upcoming=upcoming)
    if match["month_d"]:
        return read_month(calendar.value(match["month_d"]), match["prep"].lower(), published, upcoming=upcoming)
    if match["same"]:
        return read_same(match["same"].lower(), before, published)
    if published is None:
        kind, value = calendar.words.times.get((match["named"] or "").lower(), ("", 0))
        return read_month(value, "", None, upcoming=upcoming) if kind == "month" else ("", "", "relative")
    return read_relative(match, calendar, published, upcoming=upcoming)


def read_fixed(match: re.Match[str], calendar: Calendar) -> Span | None:
    """Read a date that names its year: an ISO day, a month, a season, a year or several."""
    if match["iso"]:
        return match["iso"], match["iso"], "day"
    if match["month_c"]:
        return month_span(int(match["year_c"]), calendar.value(match["month_c"]))
    if match["season"]:
        return season_span(int(match["year_s"]), calendar.value(match["season"]))
    return (f"{match['year_d']}-01-01", f"{match['year_e'] or match['year_d']}-12-31", "year") if match["year_d"] else None


def read_day(match: re.Match[str], calendar: Calendar, published: date | None, *, upcoming: bool) -> Span:
    """Read a day of a month, or several; without a year the one nearest to publication, and none where that is not known."""
    side = "" if match["month"] else "_b"
    month, day = calendar.value(match["month" + side]), int(match["day" + side])
    last_month = calendar.value(match["month2"]) if match["month2"] else month
    last_day = int(match["day2" + side] or day)
    if match["year" + side]:
        year = int(match["year" + side])
    elif published is None:
        date(2000, month, day)
        return f"--{month:02}-{day:02}", f"--{last_month:02}-{last_day:02}", "day"
    else:
        year = nearest_year(month, day, published, upcoming=upcoming)
    return date(year, month, day).isoformat(), date(year, last_month, last_day).isoformat(), "day"


def nearest_year(month: int, day: int, published: date, *, upcoming: bool) -> int:
    """Return the year in which a day lies nearest to publication; of days half a year off the one on the told side."""
    day = min(day, monthrange(published.year, month)[1])
    years = range(published.year - 1, published.year + 2)
    nearest = min(years, key=lambda year: (abs((date(year, month, min(day, monthrange(year, month)[1])) - published).days), year))
    if nearest > published.year and not upcoming:
        return published.year
    return nearest


def read_month(month: int, before: str, published: date | None, *, upcoming: bool) -> Span:
    """Read a month without its year: the last one before publication, or the next where the sentence looks ahead."""
    if published is None:
        return f"--{month:02}-01", f"--{month:02}-{monthrange(2000, month)[1]}", "month"
    year = published.year
    if upcoming and before != "last":
        year += month < published.month
    elif month > published.month or (before == "last" and month == published.month):
        year -= 1
    return month_span(year, month)


def month_span(year: int, month: int) -> Span:
    """Return a whole month."""
    return f"{year}-{month:02}-01", f"{year}-{month:02}-{monthrange(year, month)[1]}", "month"


def season_span(year: int, month: int) -> Span:
    """Return the three months of a season; winter begins in December of the year before."""
    first = date(year - (month == 12), month, 1)
    last_month = (month + 1) % 12 + 1
    last_year = first.year + (month + 2 > 12)
    return first.isoformat(), f"{last_year}-{last_month:02}-{monthrange(last_year, last_month)[1]}", "season"


def read_same(phrase: str, before: str, published: date | None) -> Span:
    """Read "the same year" from the last year named before in the sentence, "the current year" from publication."""
    years = re.findall(YEAR, before)
    if "current" in phrase:
        year = published.year if published else 0
    else:
        year = int(years[-1]) + ("following" in phrase) - ("previous" in phrase) if years else 0
    return (f"{year}-01-01", f"{year}-12-31", "year") if year else ("", "", "relative")


def read_relative(match: re.Match[str], calendar: Calendar, published: date, *, upcoming: bool) -> Span | None:
    """Read a date that counts from publication: yesterday, on Monday, last June, two weeks ago."""
    if match["relative"]:
        day = published + timedelta(days=calendar.value(match["relative"]))
        return day.isoformat(), day.isoformat(), "day"
    if match["weekday"]:
        back = (published.weekday() - calendar.value(match["weekday"])) % 7
        day = published + timedelta(days=(7 - back) % 7) if upcoming else published - timedelta(days=back)
        return day.isoformat(), day.isoformat(), "day"
    if match["count"]:
        return count_off(match, published)
    return read_shift(match["shift"].lower(), " ".join(match["named"].lower().split()), calendar, published)


def count_off(match: re.Match[str], published: date) -> Span | None:
    """Read "two weeks ago"; what counts from another told time ("a week later") is not fixed."""
    if match["side"].lower() in ("earlier", "later"):
        return "", "", "relative"
    n = NUMBERS.get(match["count"].lower()) or int(match["count"])
    sign, unit = (-1 if match["side"].lower() == "ago" else 1), match["unit"].lower()
    if unit in SPANS:
        day = published + timedelta(days=sign * n * SPANS[unit])
        off = 0 if unit == "day" else 3
        return (day - timedelta(days=off)).isoformat(), (day + timedelta(days=off)).isoformat(), unit
    if unit == "month":
        months = published.year * 12 + published.month - 1 + sign * n
        return month_span(months // 12, months % 12 + 1)
    return f"{published.year + sign * n}-01-01", f"{published.year + sign * n}-12-31", "year"


def read_shift(shift: str, named: str, calendar: Calendar, published: date) -> Span:
    """Read "last June", "this week", "next year", "last Monday"."""
    step = {"last": -1, "next": 1}.get(shift, 0)
    if named == "year":
        return f"{published.year + step}-01-01", f"{published.year + step}-12-31", "year"
    if named == "month":
        months = published.year * 12 + published.month - 1 + step
        return month_span(months // 12, months % 12 + 1)
    if named in ("week", "weekend"):
        monday = published - timedelta(days=published.weekday()) + timedelta(days=7 * step)
        first = monday + timedelta(days=5 if named == "weekend" else 0)
        return first.isoformat(), (monday + timedelta(days=6)).isoformat(), "week"
    if named == "decade":
        decade = published.year // 10 * 10 + 10 * step
        return f"{decade}-01-01", f"{decade + 9}-12-31", "decade"
    return shift_named(step, *calendar.words.times[named], published)


def shift_named(step: int, kind: str, value: int, published: date) -> Span:
    """Return the month, season or weekday before (-1), at (0) or after (1) publication."""
    if kind == "month":
        return read_month(value, "last" if step < 0 else "", published, upcoming=step > 0)
    if kind == "season":
        year = published.year + step if step > 0 else published.year - (value > published.month or (step < 0 and value == published.month))
        return season_span(year + (value == 12), value)
    back = (published.weekday() - value) % 7
    day = published + timedelta(days=(7 - back) % 7 or 7) if step > 0 else published - timedelta(days=back or 7 * (step < 0))
    return day.isoformat(), day.isoformat(), "day"


def overlap(first: Told, second: Told) -> bool:
    """Tell whether two dates can be one time; without their years, days and months are compared alone."""
    if not first.first or not second.first:
        return True
    if first.first.startswith("--") or second.first.startswith("--"):
        if "year" in (first.precision, second.precision) or "decade" in (first.precision, second.precision):
            return True
        return first.first[-5:] <= second.last[-5:] and second.first[-5:] <= first.last[-5:]
    return first.first <= second.last and second.first <= first.last
