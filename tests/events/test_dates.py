"""Days in texts, the day of an article, and how far two articles lie apart."""

from datetime import date

import numpy as np
import pytest

from framing.events.dates import AT_TOP, IN_YEAR, NOT_BEFORE, PUBLISHED, UNDATED, find_days, find_own_day, measure_days_apart, read_day


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("on 7 August 2023", [(2023, 8, 7)]), ("August 7th, 2023", [(2023, 8, 7)]), ("2023-08-07", [(2023, 8, 7)]), ("the 3rd of March", [(0, 3, 3)]),
        ("Sept. 9", [(0, 9, 9)]), ("31 February 2020", []), ("in May 2020", []), ("may 5 percent", []), ("27 dec 2011", [(2011, 12, 27)]),
    ],
)  # fmt: skip
def test_days_in_a_text(text: str, days: list[tuple[int, int, int]]) -> None:
    """Days with month are found, with their year where it is named; what is no day is not."""
    assert [day[:3] for day in find_days(text)] == days


@pytest.mark.parametrize(
    "published", ["2024-05-02", "2024-05-02T10:00:00+02:00", "2 May 2024", "Thu, 02 May 2024 08:00:00 GMT", "05/02/2024", "20240502"]
)
def test_published_dates(published: str) -> None:
    """Dates are read in the forms feeds and spreadsheets use."""
    assert read_day(published) == date(2024, 5, 2).toordinal()


@pytest.mark.parametrize("published", ["", "soon", "99/99/9999", "2024-13-45"])
def test_no_date(published: str) -> None:
    """What is no date is none."""
    assert read_day(published) == 0


@pytest.mark.parametrize(
    ("published", "text", "code", "day"),
    [
        ("2024-05-02", "7 August 2023", PUBLISHED, date(2024, 5, 2)),
        ("", "7 August 2023\n\nRain fell.", AT_TOP, date(2023, 8, 7)),
        ("", f"{'Rain fell. ' * 40} On 7 August 2023 it stopped, as on 1 June 2020.", NOT_BEFORE, date(2023, 8, 7)),
        ("", "On January 27 it began. What began on January 27 went on after March 1.", IN_YEAR, date(4, 1, 27)),
        ("", "Rain fell.", UNDATED, None),
    ],
)
def test_own_day(published: str, text: str, code: int, day: date | None) -> None:
    """An article's day is its published date, a full date at its top, a day named twice, or at least the latest day it names."""
    found, how, _ = find_own_day(published, text)
    assert (found, how) == (day.toordinal() if day else 0, code)


@pytest.mark.parametrize(
    ("first", "second", "apart"),
    [
        ((date(2024, 5, 2), PUBLISHED), (date(2024, 5, 5), AT_TOP), 3),
        ((date(4, 1, 27), IN_YEAR), (date(2023, 8, 8), PUBLISHED), 142),
        ((date(4, 12, 30), IN_YEAR), (date(2023, 1, 8), PUBLISHED), 0),
        ((date(2023, 8, 7), NOT_BEFORE), (date(2023, 8, 1), PUBLISHED), 6),
        ((date(2021, 8, 7), NOT_BEFORE), (date(2023, 8, 1), PUBLISHED), np.nan),
        ((date(1, 1, 1), UNDATED), (date(2023, 8, 1), PUBLISHED), np.nan),
    ],
)
def test_days_apart(first: tuple[date, int], second: tuple[date, int], apart: float) -> None:
    """Sure dates are subtracted; a day without year is compared around the year less a month; a bound tells only what is too early."""
    days = np.array([first[0].toordinal(), second[0].toordinal()])
    codes = np.array([first[1], second[1]], np.uint8)
    for one, other in ((0, 1), (1, 0)):
        found = measure_days_apart(days, codes, np.array([one]), np.array([other]))[0]
        assert found == pytest.approx(apart, abs=1, nan_ok=True)
