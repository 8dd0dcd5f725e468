"""Spellings of one name, and names that only look alike."""

import pytest

from framing.voices.actors.variants import join_articles, score_names


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("thabit mohammed al-abassi", "thabet al-abbasi"),
        ("thabit al-abbas", "thabet al-ababsi"),
        ("qassem soleimani", "qasim sulaimani"),
        ("abd al-amir yarallah", "abdul amir yarallah"),
        ("matthew mcfarlane", "matt macfarlane"),
        ("lloyd j austin", "lloyd austin"),
        ("do yun ban", "do-yun ban"),
    ],
)
def test_one_name(one: str, other: str) -> None:
    """Transliterations, servants' names, initials, short forms and hyphens are one name, either way round."""
    names = tuple(one.split()), tuple(other.split())
    assert score_names(*names) > 70
    assert score_names(*names) == score_names(*reversed(names))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("qais al-mohammedawi", "mohammed al-sudani"),
        ("masoud barzani", "masrour barzani"),
        ("ali al-sistani", "adil al-sistani"),
        ("nora pell", "nora bell"),
        ("otto pell", "otto pell jr"),
        ("nora ida pell", "nora eve pell"),
        ("pell", "nora pell"),
    ],
)
def test_two_names(one: str, other: str) -> None:
    """Another given, family or middle name is another person; a bare family name is none by itself."""
    assert score_names(tuple(one.split()), tuple(other.split())) == 0


def test_join_articles() -> None:
    """Articles and servants' names join the word behind."""
    assert join_articles(("abdul", "wahab", "al", "saadi")) == ("abdulwahab", "al-saadi")
