"""Who is named and never cited; who opens and closes an article."""

import pandas as pd
import pytest

from framing.articles.article import Article, Corpus
from framing.comparison.voices import compare_voices

TEXT = (
    "Lloyd Austin met Ana Brook on Monday. Iran was on the list. Lloyd Austin left early, Ana Brook stayed, and Iran was not named again.\n\n"
    "“We saw smoke,” said Ana Brook. Thabit al-Abbasi came late. Thabit al-Abbasi was met by Joe Biden, who said that the talks went well. "
    "Joe Biden left.\n\nThe quay was quiet. “It will rain,” she said."
)


@pytest.fixture(scope="module")
def told() -> dict[str, pd.DataFrame]:
    """The tables of one made article, on the topic us-iraq."""
    return compare_voices(Corpus((Article("quay", "Pier Post", "Talks on the quay", TEXT),)), "us-iraq")


def test_the_silent(told: dict[str, pd.DataFrame]) -> None:
    """Austin and al-Abbasi are named twice and never cited; Brook is, and Biden by the pronoun behind his name."""
    table = told["unquoted"]
    silent = dict(zip(table["name"], table["mentions"], strict=True))
    assert silent["Lloyd Austin"] == 2 and silent["Thabit al-Abbasi"] == 2 and silent["Iran"] == 2
    assert not {"Ana Brook", "Joe Biden"} & set(silent)
    austin = table[table["name"] == "Lloyd Austin"].iloc[0]
    assert austin["group"] == "US government" and austin["group_attributions"] == 1


def test_first_and_last(told: dict[str, pd.DataFrame]) -> None:
    """The article opens in its own voice and closes in a source's; first Ana Brook is cited, last a pronoun."""
    first, last = told["first_last"].to_dict("records")
    assert (first["voice"], first["source_kind"], first["actor"]) == ("own", "named", "ana-brook")
    assert (last["voice"], last["source"], last["content"]) == ("attributed", "she", "“It will rain,”")


def test_an_article_without_attributions() -> None:
    """Where nobody is cited the places are -1 and the voice is own."""
    table = compare_voices(Corpus((Article("a", "o", "", "Boats lay still."),)))["first_last"]
    assert table["content_start"].tolist() == [-1, -1] and table["voice"].tolist() == ["own", "own"]
