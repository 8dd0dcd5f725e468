"""Figures and vague amounts: value, bounds, unit, what is counted; and numbers that count nothing."""

from math import inf

import pytest

from framing.claims.figures import Figure, find_figures
from framing.claims.numbers import make_sweep
from framing.topics.claim_words import ClaimWords

PAST = frozenset(["sank", "left", "spoke"])


def find(text: str, words: ClaimWords) -> list[Figure]:
    """Find the figures of a sentence."""
    return list(find_figures(text, (0, len(text)), make_sweep(words, PAST), set()))


@pytest.mark.parametrize(
    ("text", "value", "unit", "what"),
    [
        ("The port lost 2,400 dockers in spring.", 2400, "", "dockers"),
        ("It reported a 64 percent reduction in harbour thefts this year.", 64, "percent", "reduction in harbour thefts"),
        ("Some 40% of voters stayed away.", 40, "percent", "voters"),
        ("They want to raise $600 million for the quay.", 600_000_000, "dollars", ""),
        ("It gave the town a $1.5 billion loan.", 1_500_000_000, "dollars", "loan"),
        ("Twenty-two ferries sank.", 22, "", "ferries"),
        ("They took back 50,000 square kilometers of forest.", 50_000, "square kilometres", "forest"),
        ("A 44-year-old fisherman spoke.", 44, "years old", "fisherman"),
        ("Mara, 46, spoke.", 46, "years old", "Mara"),
        ("At least two dozen sailors left.", 24, "", "sailors"),
    ],
)
def test_a_figure_has_value_unit_and_what_it_counts(text: str, value: float, unit: str, what: str, words: ClaimWords) -> None:
    """The number, its unit and the noun phrase behind it are read."""
    (figure,) = find(text, words)
    assert (figure.interval.value, figure.unit, figure.what) == (value, unit, what)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("around 2,500 soldiers", 2425, 2575),
        ("nearly 100 soldiers", 90, 100),
        ("more than 160 attacks", 160, 200),
        ("at least 10 ships", 10, inf),
        ("up to 30 ships", 0, 30),
        ("20-50 ships", 20, 50),
        ("between 20 and 50 ships", 20, 50),
        ("2,400 ships", 2400, 2400),
        ("4.5 million ships", 4_450_000, 4_550_000),
    ],
)
def test_qualifiers_and_rounding_give_bounds(text: str, low: float, high: float, words: ClaimWords) -> None:
    """What stands before a number, and how roundly it is written, say how far it may lie off."""
    (figure,) = find(f"They saw {text} there.", words)
    assert (figure.interval.low, figure.interval.high) == (pytest.approx(low), pytest.approx(high))


@pytest.mark.parametrize(
    ("text", "low", "high", "what"),
    [
        ("hundreds of US troops remain there", 100, 999, "US troops"),
        ("dozens of targets", 24, 99, "targets"),
        ("tens of thousands of letters", 10_000, 99_999, "letters"),
        ("several harbours", 3, inf, "harbours"),
    ],
)
def test_a_vague_amount_is_a_range(text: str, low: float, high: float, what: str, words: ClaimWords) -> None:
    """Amounts without a number have bounds and are flagged vague."""
    (figure,) = find(f"They say {text} now.", words)
    assert figure.is_vague
    assert (figure.interval.low, figure.interval.high, figure.what) == (low, high, what)


@pytest.mark.parametrize(
    "text",
    [
        "It began in 2017 and went on.",
        "Section 230 protects them.",
        "They met at 9 p.m. there.",
        "The 5th of them left.",
        "The F-16 and COVID-19 came up.",
        "One of them left.",
        "The two sides met.",
        "It was No. 3 then.",
    ],
)
def test_numbers_that_count_nothing_are_none(text: str, words: ClaimWords) -> None:
    """Years, labels, times of day, ordinals and "the two sides" are no figures."""
    assert find(text, words) == []


def test_a_vote_is_one_figure(words: ClaimWords) -> None:
    """Votes for and against are one tally, and another tally has another value."""
    first, second = find("The council voted 52-48 on Monday.", words), find("The council voted 52-47 on Monday.", words)
    assert [one.unit for one in (*first, *second)] == ["votes", "votes"]
    assert first[0].interval != second[0].interval


def test_what_is_taken_is_no_figure(words: ClaimWords) -> None:
    """A number that belongs to a date is passed over."""
    text = "On May 7 ships came."
    assert not list(find_figures(text, (0, len(text)), make_sweep(words), set(range(3, 8))))
