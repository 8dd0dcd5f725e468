"""The five published articles the project starts from: what a reader sees in them, the figures show."""

from pathlib import Path

import pandas as pd
import pytest

from framing.articles.corpus import read_articles
from framing.comparison.comparison import Comparison, compare_articles

OCCUPATION = "002"


@pytest.fixture(scope="module")
def five(published: Path) -> Comparison:
    """The published articles compared on us-iraq."""
    return compare_articles(read_articles(published), "us-iraq")


def presence(comparison: Comparison, voice: str) -> pd.Series:
    """Return the bias of each article on presence over headline and body, by the first letters of its id."""
    scores = comparison.scores
    own = scores[(scores["axis"] == "presence") & (scores["zone"] == "all") & (scores["voice"] == voice)]
    return pd.Series(own["bias"].to_numpy(), index=own["article"].str[:3])


def test_one_outlet_calls_it_occupation_in_its_own_voice(five: Comparison) -> None:
    """002 leans to occupation in its own words and quotes partnership."""
    assert presence(five, "own")[OCCUPATION] > 0
    assert presence(five, "attributed")[OCCUPATION] < 0


def test_the_other_four_lean_to_partnership(five: Comparison) -> None:
    """In their own voice the four others lie on the side of partnership."""
    others = presence(five, "own").drop(OCCUPATION)
    assert len(others) == 4
    assert (others < 0).all(), others.to_dict()


def test_the_order_holds_or_the_flips_say_what_turns_it(five: Comparison) -> None:
    """Each of the four lies left of 002 in own voice; what would turn that is named with its figures."""
    table = five.flips.query("axis == 'presence' and voice == 'own' and article_b != ''")
    touched = table[table["article_a"].str.startswith(OCCUPATION) | table["article_b"].str.startswith(OCCUPATION)]
    assert touched["article_b"].str.startswith(OCCUPATION).all()
    assert (touched["what"].str.len() > 0).all()
    assert not (touched["after"] > 0).any()


def test_look_alike_letters_are_mended(five: Comparison) -> None:
    """The article with 950 Cyrillic letters in English words is read as English."""
    repairs = five.repairs
    assert repairs[repairs["kind"] == "look-alike-letter"]["count"].max() > 900
