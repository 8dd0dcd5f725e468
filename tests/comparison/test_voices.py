"""Who speaks, who is named and how, who does what to whom, as tables."""

from pathlib import Path

import pandas as pd
import pytest

from framing.articles.article import Article, Corpus
from framing.articles.corpus import read_articles
from framing.comparison.voices import compare_voices, measure_speakers

ROOT = Path(__file__).resolve().parents[2]
TEXT = (
    "The guards attacked the smugglers on Monday, the harbour office said.\n\n"
    "“We saw smoke over the quay,” said Ana Brook, a fisher. She said that the guards had come by boat.\n\n"
    "According to Ms. Brook, two men were wounded."
)


@pytest.fixture(scope="module")
def told() -> dict[str, pd.DataFrame]:
    """The tables of one made article, without a topic."""
    return compare_voices(Corpus((Article("quay", "Pier Post", "", TEXT),)))


def test_attributions_stand_verbatim(told: dict[str, pd.DataFrame]) -> None:
    """Source, cue and content of every attribution are cut from the text at their places."""
    table = told["attributions"]
    assert len(table) >= 4
    for row in table.to_dict("records"):
        for part in ("source", "cue", "content"):
            if row[f"{part}_start"] >= 0:
                assert TEXT[row[f"raw_{part}_start"] : row[f"raw_{part}_end"]] == row[part]


def test_pronouns_speak_for_their_source(told: dict[str, pd.DataFrame]) -> None:
    """What she said is counted for Ana Brook, and shares add up to 1."""
    table = told["speakers"]
    assert table["share"].sum() == pytest.approx(1)
    brook = table[table["source"].str.contains("Brook")]
    assert brook["attributions"].sum() >= 3
    assert "She" not in set(table["source"])


def test_no_attribution_is_no_speaker() -> None:
    """An empty table of attributions gives an empty table of speakers."""
    empty = pd.DataFrame(columns=["article", "named", "cue", "content", "kind"])
    assert measure_speakers(empty).empty


def test_actors_have_a_reason_and_a_row(told: dict[str, pd.DataFrame]) -> None:
    """Names of one person are one actor, with the reason; an actor that no list names has a row to paste."""
    table = told["actors"]
    brook = table[table["actor"].str.contains("Brook")]
    assert brook["actor"].nunique() == 1
    assert set(brook["mention"]) >= {"Ana Brook"}
    assert brook["reason"].str.len().min() > 0
    assert brook["row"].iloc[0].count(",") >= 6


def test_shipped_event_names_its_actors() -> None:
    """With the event's topic the minister is one listed man under all his spellings, in every article."""
    tables = compare_voices(read_articles(ROOT / "seeds" / "us-iraq-dialogue"))
    minister = tables["actors"][tables["actors"]["mention"].str.contains("Ab", regex=False) & (tables["actors"]["group"] == "Iraqi government")]
    assert minister["actor"].nunique() == 1
    assert minister["article"].nunique() == 5
    assert list(tables) == ["attributions", "speakers", "actors", "naming", "agency"]
    assert set(tables["naming"]["voice"]) <= {"own", "attributed"}
    assert set(tables["agency"]["kind"]) <= {"active", "passive", "agentless", "nominalisation"}
