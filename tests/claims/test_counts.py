"""What figures count: nouns behind and before them, verbs, and nouns told in the sentence before."""

import pytest

from framing.claims.claims import Finder
from framing.claims.counts import Before, look_back, name_counts
from framing.claims.figures import Figure, find_numbers


def read(finder: Finder, *sentences: str) -> list[Figure]:
    """Return the figures of the last of some sentences of one article."""
    text, at = " ".join(sentences), 0
    before: Before | None = None
    figures: list[Figure] = []
    for sentence in sentences:
        place = at, at + len(sentence)
        figures = list(name_counts(text, place, find_numbers(text, place, finder.sweep, set()), (finder.counting, finder.sweep), before))
        before = look_back(place, 0, figures, before)
        at = place[1] + 1
    return figures


@pytest.mark.parametrize(
    ("text", "value", "name", "thing"),
    [
        ("The flood killed 19 people in the valley.", 19, "killed", "people"),
        ("The death toll rose to 23 overnight.", 23, "killed", "people"),
        ("At least 30 miners died below ground.", 30, "killed", "miners"),
        ("Wardens made 61 detentions at the lake.", 61, "arrested", "people"),
        ("Another 12 were taken into custody at the ferry.", 12, "arrested", "people"),
        ("Organisers estimated the crowd at 7,500.", 7500, "taking part", "people"),
        ("The vigil drew a turnout of 900.", 900, "taking part", "people"),
        ("Some 3,000 mourners stood in the rain.", 3000, "taking part", "people"),
        ("The storm left 4,200 households without power.", 4200, "without power", "customers"),
        ("The mill will axe 350 posts.", 350, "lost", "jobs"),
        ("The plan would create 80 jobs.", 80, "created", "jobs"),
        ("Fire levelled 44 houses on the hill.", 44, "destroyed", "homes"),
        ("The fire destroyed 44 houses on the hill.", 44, "destroyed", "homes"),
        ("The quake caused damage of $3 million.", 3_000_000, "damage", "money"),
        ("Looters struck, and the repair bill came to $2 million.", 2_000_000, "damage", "money"),
        ("Dozens were wounded at the quarry.", 24, "injured", "people"),
        ("Twelve people and forty goats watched.", 12, "", "people"),
    ],
)
def test_a_count_has_its_class_and_thing(text: str, value: float, name: str, thing: str, finder: Finder) -> None:
    """The noun, what is told of it, or the noun before the number says what is counted."""
    figure = read(finder, text)[0]
    assert (figure.interval.value, *figure.kind) == (value, name, thing)


def test_a_number_without_its_noun_counts_what_was_counted_last(finder: Finder) -> None:
    """"The figure" and what a source is said to speak of go back to the figure before."""
    (first,) = read(finder, "The union says 350 posts will go.", "The owner puts the figure at 210.")
    (second,) = read(finder, "Divers found 48 shells in the bay.", "The navy has spoken of “about 30”.")
    assert (first.what, first.kind.name, first.is_elided) == ("posts", "lost", True)
    assert (second.what, second.interval.value) == ("shells", 30)


def test_a_number_without_its_noun_may_count_the_last_thing_named(finder: Finder) -> None:
    """What the sentence before named last in the plural is counted."""
    (figure,) = read(finder, "A few men fought their way along the quay and broke into shops.", "The paper counted 26 with smashed windows.")
    assert figure.kind == ("damaged", "shops")


def test_money_without_its_unit_is_that_of_the_sentence_before(finder: Finder) -> None:
    """A bill of so many million is told in the currency told last."""
    (figure,) = read(finder, "Traders put the damage at 4 million pesos.", "The whole bill may reach 9 million.")
    assert (figure.measure, figure.unit, figure.interval.value) == ("money", "pesos", 9_000_000)


@pytest.mark.parametrize(
    "text", ["Of the 60 held at the lake, 14 were arrested twice.", "Sixty men were hurt, including 14 nurses.", "Among them 14 nurses were hurt."]
)
def test_a_part_is_told_from_the_whole(text: str, finder: Finder) -> None:
    """A figure for some of those counted is a part."""
    assert [figure.is_part for figure in read(finder, text) if figure.interval.value == 14] == [True]


@pytest.mark.parametrize(
    "text", ["It began at twenty past five.", "The gates closed at 6 o'clock.", "The permit ran until eleven.", "The road was shut by nine."]
)
def test_times_of_day_count_nothing(text: str, finder: Finder) -> None:
    """Hours and minutes are no figures."""
    assert read(finder, text) == []
