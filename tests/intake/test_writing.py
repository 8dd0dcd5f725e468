"""Whether a text can be read as it is written."""

from collections.abc import Callable

import pytest

Check = Callable[..., dict[str, str]]
FRENCH = "Le bateau est parti en retard jeudi soir et personne à bord ne savait pourquoi ni quand il arriverait. " * 10


def test_wrong_language(check: Check, good: str) -> None:
    """A text in another language than the one given is serious."""
    assert check(FRENCH, language="en")["language!"] == "given as English, but the text reads as French"
    assert "language!" not in check(FRENCH, language="fr-FR") and "language!" not in check(good, language="en-GB")


def test_look_alike_letters(check: Check, good: str) -> None:
    """Letters of another script inside words are counted and repaired; words that still mix scripts are named."""
    assert "6 letters of another script" in check(good.replace("company", "cоmpаny", 5))["letters"]
    assert "are not found: " in check(f"{good} The Яuska line.")["letters"]


def test_real_words_of_another_script(check: Check, good: str) -> None:
    """A word in Cyrillic is no forgery."""
    assert "letters" not in check(f"{good} The word is паром.")


@pytest.mark.parametrize("marks", ["<<{}>>", "``{}``", "〝{}〞", "❝{}❞"])
def test_marks_that_are_not_read(check: Check, good: str, marks: str) -> None:
    """Marks the rules for voices do not know are named."""
    told = good.replace("“We", "We").replace("six,”", "six,") + "\n\nShe said: " + marks.format("Nobody told us which of the two it was.")
    assert "not read as quotation marks" in check(told)["quotation marks"]


def test_marks_never_closed(check: Check, good: str) -> None:
    """Where many quotations are never closed, whose words they are is a guess."""
    lines = "\n\n".join(f"Then {word}: “this is the rest of what she said. She went on." for word in ("one", "two", "three"))
    assert "3 of 4 quotations are never closed" in check(f"{good}\n\n{lines}")["quotation marks"]


def test_marks_lost(check: Check, good: str) -> None:
    """Speech that is reported again and again without one quotation mark has lost its marks."""
    bare = good.replace("“", "").replace("”", "")
    said = f"{bare}\n\nThe mayor said the boat was late. The cook said so too. The pilot said nothing was wrong."
    assert "were they lost in copying?" in check(said)["quotation marks"]


DATES = [("", "no date is known"), ("2 May 2024", "a date like 2024-05-02 is needed"), ("2024-13-45", "a day no calendar has")]


@pytest.mark.parametrize(("published", "said"), DATES)
def test_date(check: Check, good: str, published: str, said: str) -> None:
    """A missing date and one that is none are told."""
    assert said in check(good, published=published)["date"]


def test_a_date_to_come(check: Check, good: str) -> None:
    """A day after the one the article was taken on is told; a real day with its time behind it is none to tell."""
    unsure = "published: 2042-10-16 is after the day it was taken"
    assert "still to come" in check(good, published="2042-10-16", unsure=unsure)["date"]
    assert "date" not in check(good, published="2024-02-29T10:00:00Z")


def test_short(check: Check, good: str) -> None:
    """A text of a few words is too short to score."""
    assert "words count; below 100" in check(good[:300] + ".")["short!"]
