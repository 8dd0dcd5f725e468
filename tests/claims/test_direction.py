"""Which way a date points: the verb beside it, and the small word before it."""

from datetime import date

import pytest

from framing.claims.dates import find_dates, make_calendar
from framing.topics.claim_words import ClaimWords

WEDNESDAY = date(2024, 5, 8)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("The ferry is shut until Friday.", "2024-05-10"),
        ("The fire lasted until Friday.", "2024-05-03"),
        ("The mayor extended the ban until Friday.", "2024-05-10"),
        ("They had cleared the road by Monday.", "2024-05-06"),
        ("The road is to open again from Monday.", "2024-05-13"),
        ("The council agreed to meet on Friday.", "2024-05-10"),
        ("The council met on Friday.", "2024-05-03"),
        ("The pool is due to close on June 30.", "2024-06-30"),
        ("It closes under a plan that was approved in July and will take effect on Friday.", "2023-07-01"),
        ("On Friday the choir will sing.", "2024-05-10"),
        ("On Friday the choir sang.", "2024-05-03"),
    ],
)
def test_a_date_points_where_its_verb_does(text: str, first: str, words: ClaimWords) -> None:
    """The past of a verb puts a date before publication, plans and open ends behind it."""
    found = find_dates(text, (0, len(text)), make_calendar(words, frozenset(["met", "sang"])), WEDNESDAY)
    assert next(found).first == first


def test_the_next_march_is_no_month(words: ClaimWords) -> None:
    """A month in small letters is another word, behind "next" as well."""
    text = "They want a permit for the next march."
    assert list(find_dates(text, (0, len(text)), make_calendar(words), WEDNESDAY)) == []
