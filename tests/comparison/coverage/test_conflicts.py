"""Figures that differ: what news counts in other words, two sources in one article, denials, and what cannot be compared."""

import pandas as pd
import pytest

from framing.articles.article import Article
from framing.comparison.comparison import Comparison, compare_articles


def compare(*texts: str) -> Comparison:
    """Compare some texts, each an article."""
    return compare_articles([Article(f"a{at}", f"Outlet {at}", "", text, "2024-05-08") for at, text in enumerate(texts)], with_readings=False)


def values(found: pd.DataFrame) -> list[str]:
    """Return the values of the figures that differ, lowest first."""
    return sorted(found["value"], key=float)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Wardens arrested 61 people at the lake on Sunday.\n", "The wardens made 74 arrests at the lake.\n", ["61", "74"]),
        ("Organisers put the number of marchers at 9,000.\n", "A crowd of 4,500 came to the rally, the police said.\n", ["4500", "9000"]),
        ("The union says 350 jobs will be lost at the mill.\n", "The mill will shed 210 posts, its owner says.\n", ["210", "350"]),
        ("The flood damaged 90 shops in the valley.\n", "In the valley 130 businesses were hit by the flood.\n", ["90", "130"]),
        ("The storm caused damage of $3 million.\n", "The county puts the damage at $5 million.\n", ["3000000", "5000000"]),
        ("At least 19 people drowned in the valley.\n", "The death toll in the valley stands at 12.\n", ["12", "19"]),
    ],
)
def test_one_thing_in_other_words_differs(one: str, other: str, expected: list[str]) -> None:
    """Nouns and verbs of one class meet."""
    assert values(compare(one, other).conflicts) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The flood killed 19 people in the valley.\n", "The flood injured 40 people in the valley.\n"),
        ("The flood killed 19 people in the valley.\n", "The flood killed 3 soldiers in the valley.\n"),
        ("The flood killed 19 people on Sunday.\n", "In 2011 a flood killed 40 people in the valley.\n"),
        ("Wardens arrested 61 people in Stonewick.\n", "Wardens arrested 20 people in Fernmouth.\n"),
        ("Wardens arrested 61 people at the lake.\n", "Wardens arrested another 20 people at the lake.\n"),
        ("Wardens arrested 61 people at the lake.\n", "Wardens arrested 61 people at the lake, 14 of them minors.\n"),
        ("Wardens arrested 61 people at the lake.\n", "Wardens arrested 200 people in three raids at the lake.\n"),
        ("The mill will shed 210 posts.\n", "The new mill will create 400 jobs.\n"),
        ("Thousands marched on Sunday.\n", "About 12,000 people marched on Sunday.\n"),
        ("There were 5.2 deaths for every thousand miners.\n", "There were 9 deaths among the miners.\n"),
    ],
)
def test_what_cannot_be_compared_differs_in_nothing(one: str, other: str) -> None:
    """Another fate, group, period, place, or a part, an addition, a rate, a sum over several events."""
    assert compare(one, other).conflicts.empty


def test_two_sources_in_one_article_differ() -> None:
    """What the second source says without the noun counts what the first one counted."""
    found = compare("The union says 350 jobs will be lost. The owner puts the figure at 210.\n", "The choir sang by the harbour wall.\n").conflicts
    assert values(found) == ["210", "350"]
    assert set(found["article"]) == {"a0"}


def test_what_is_denied_is_neither_told_nor_differs() -> None:
    """A denied figure is no claim of the one who denies it."""
    one = "The warden denied that 400 boats were lost at the lake.\n"
    same, other = (compare(one, f"{number} boats were lost at the lake, the warden said.\n") for number in (400, 250))
    assert same.coverage.empty and same.conflicts.empty
    assert other.conflicts.empty


def test_a_figure_given_otherwise_is_neither_only_here_nor_left_out() -> None:
    """The article with the other figure shows as such in the table of coverage."""
    told = "The union says 350 jobs will be lost at the old mill by the river.\n"
    found = compare(told, told, "The old mill by the river will shed 210 jobs, its owner says.\n")
    assert "differs" in set(found.coverage["a2"])
    assert "a2" not in set(found.omissions["missing_from"])


def test_what_sets_figures_apart_is_told() -> None:
    """Places and ends of a count that one side tells stand beside the figures."""
    found = compare("Wardens had arrested 61 people by midnight.\n", "Wardens arrested 74 people at the lake.\n").conflicts
    assert found["not_comparable"].iloc[0] == "by midnight"
