"""Who speaks, who is named and how, who does what to whom, as tables."""

from pathlib import Path

import pandas as pd
import pytest

from framing.articles.article import Article, Corpus
from framing.articles.corpus import read_articles
from framing.comparison.comparison import compare_articles
from framing.comparison.voices import compare_voices

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


def test_columns_of_attributions(told: dict[str, pd.DataFrame]) -> None:
    """The contract's columns come first and in order, then the second piece of a content."""
    places = [f"{part}_{end}" for part in ("source", "cue", "content") for end in ("start", "end")]
    wanted = ["article", "source", "actor", "group", "cue", "cue_grade", "content", "kind", *places, *(f"raw_{name}" for name in places)]
    wanted += ["second_start", "second_end", "raw_second_start", "raw_second_end"]
    assert list(told["attributions"])[: len(wanted)] == wanted


def test_a_pronoun_stays_one(told: dict[str, pd.DataFrame]) -> None:
    """What she said stands apart, and is told as what may be Ana Brook's; shares add up to 1."""
    table = told["speakers"]
    assert table["share"].sum() == pytest.approx(1)
    brook = table[table["source"] == "Ana Brook"].iloc[0]
    assert brook["attributions"] == 2 and brook["actor"] == "ana-brook" and brook["guessed_words"] > 0
    assert "(pronoun)" in set(table["source"])


def test_actors_have_a_reason_and_a_row(told: dict[str, pd.DataFrame]) -> None:
    """Names of one person are one actor, with the reason; an actor that no list names has a row to paste."""
    table = told["actors"]
    assert list(table)[:5] == ["actor", "group", "article", "mention", "count"]
    brook = table[table["name"].str.contains("Brook")]
    assert set(brook["actor"]) == {"ana-brook"}
    assert set(brook["mention"]) >= {"Ana Brook"}
    assert brook["reason"].str.len().min() > 0
    assert brook["row"].iloc[0].count(",") >= 6


def test_shipped_event_names_its_actors() -> None:
    """With the event's topic the minister is one listed man under all his spellings, in every article."""
    tables = compare_voices(read_articles(ROOT / "seeds" / "us-iraq-dialogue"))
    minister = tables["actors"][tables["actors"]["mention"].str.contains("Ab", regex=False) & (tables["actors"]["group"] == "Iraqi government")]
    assert minister["actor"].nunique() == 1
    assert minister["article"].nunique() == 5
    names = "attributions speakers shares cues unquoted first_last actors mentions naming agency"
    assert list(tables) == names.split()
    assert set(tables["naming"]["voice"]) <= {"own", "attributed"}
    assert set(tables["agency"]["kind"]) <= {"active", "passive", "agentless", "nominalisation"}


def test_a_comparison_has_the_same_tables() -> None:
    """`framing voices` and `framing compare` tell the same, with a topic and without."""
    corpus = Corpus((Article("quay", "Pier Post", "", TEXT), Article("dock", "Dock Daily", "", TEXT.replace("guards", "officers"))))
    for topic in (None, "us-iraq"):
        compared = compare_articles(corpus, topic).tables
        for name, table in compare_voices(corpus, topic).items():
            pd.testing.assert_frame_equal(table, compared[name])
