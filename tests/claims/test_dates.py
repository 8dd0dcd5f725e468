"""Dates: absolute, relative to publication, ranges, and what nothing fixes."""

from datetime import date

import pytest

from framing.claims.dates import Told, find_dates, make_calendar, overlap
from framing.topics.claim_words import ClaimWords

WEDNESDAY = date(2024, 5, 8)


def find(text: str, words: ClaimWords, published: date | None = WEDNESDAY) -> list[tuple[str, str, str, str]]:
    """Find the dates of a sentence: words, first and last day, precision."""
    found = find_dates(text, (0, len(text)), make_calendar(words), published)
    return [(text[one.start : one.end], one.first, one.last, one.precision) for one in found]


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("on August 13, 2023, it", "2023-08-13", "2023-08-13", "day"),
        ("from August 7th to 8th, 2023", "2023-08-07", "2023-08-08", "day"),
        ("on 8 August 2023", "2023-08-08", "2023-08-08", "day"),
        ("on May 3 they", "2024-05-03", "2024-05-03", "day"),
        ("on December 30 they met", "2023-12-30", "2023-12-30", "day"),
        ("in July 2021 they", "2021-07-01", "2021-07-31", "month"),
        ("in 2017, they", "2017-01-01", "2017-12-31", "year"),
        ("last June they", "2023-06-01", "2023-06-30", "month"),
        ("in March they", "2024-03-01", "2024-03-31", "month"),
        ("on Monday they met", "2024-05-06", "2024-05-06", "day"),
        ("they will meet on Friday", "2024-05-10", "2024-05-10", "day"),
        ("yesterday they", "2024-05-07", "2024-05-07", "day"),
        ("two weeks ago they", "2024-04-21", "2024-04-27", "week"),
        ("last week they", "2024-04-29", "2024-05-05", "week"),
        ("so far this year", "2024-01-01", "2024-12-31", "year"),
        ("last year they", "2023-01-01", "2023-12-31", "year"),
        ("last winter they", "2023-12-01", "2024-02-29", "season"),
    ],
)
def test_dates_are_normalised(text: str, first: str, last: str, precision: str, words: ClaimWords) -> None:
    """A date becomes its first and last day, with the precision it is told in."""
    ((_, *found),) = find(text, words)
    assert found == [first, last, precision]


def test_the_same_year_goes_back_to_the_one_named_before(words: ClaimWords) -> None:
    """"The same year" is the last year named in the sentence."""
    assert find("In July 2021 they agreed to go by the end of the same year.", words)[1][1:] == ("2021-01-01", "2021-12-31", "year")


@pytest.mark.parametrize(("text", "first"), [("on January 27 they", "--01-27"), ("last June they", "--06-01"), ("yesterday they", "")])
def test_without_a_day_of_publication_the_year_stays_open(text: str, first: str, words: ClaimWords) -> None:
    """What nothing fixes is not guessed."""
    assert find(text, words, None)[0][1] == first


@pytest.mark.parametrize("text", ["They may march on.", "A second came.", "It fell by 2010 people."])
def test_other_words_are_no_dates(text: str, words: ClaimWords) -> None:
    """Verbs that look like months, and counts that look like years, are none."""
    assert find(text, words) == []


@pytest.mark.parametrize(
    ("one", "other", "meets"),
    [
        (("2017-01-01", "2017-12-31"), ("2019-01-01", "2019-12-31"), False),
        (("2017-01-01", "2017-12-31"), ("2017-07-04", "2017-07-04"), True),
        (("--01-27", "--01-27"), ("2024-01-27", "2024-01-27"), True),
        (("--01-27", "--01-27"), ("2024-01-25", "2024-01-25"), False),
        (("", ""), ("2024-01-25", "2024-01-25"), True),
    ],
)
def test_dates_meet_where_they_can_be_one(one: tuple[str, str], other: tuple[str, str], meets: bool) -> None:
    """A span holds its days; without a year the days are compared; what nothing fixes meets all."""
    assert overlap(Told(0, 1, *one, "day"), Told(0, 1, *other, "day")) is meets
