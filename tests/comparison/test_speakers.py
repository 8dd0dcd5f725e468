"""Shares of the attributed words, counted by hand on a table of six attributions."""

import pandas as pd
import pytest

from framing.comparison.speakers import count_cues, measure_shares, measure_speakers, prepare_speech

NAMES = {"ana": "Ana Brook", "joe": "Joe Tar"}
ROWS = [
    # article, source, actor, group, source_kind, content, second, kind, grade, cue, guess, speech
    ("a", "Ana Brook, a fisher", "ana", "town", "named", "one two three four", "five six", "direct", "neutral", "say", "", True),
    ("a", "She", "", "", "pronoun", "seven eight", "", "indirect", "neutral", "add", "ana", True),
    ("a", "Officials", "", "", "anonymous", "nine ten", "", "indirect", "emotive", "warn", "", True),
    ("a", "the officials", "", "", "anonymous", "one two", "", "mixed", "neutral", "say", "", True),
    ("a", "Joe Tar", "joe", "town", "named", "not speech at all", "", "indirect", "neutral", "want", "", False),
    ("b", "Joe Tar", "joe", "town", "named", "one", "", "direct", "", "", "", True),
]
COLUMNS = ["article", "source", "actor", "group", "source_kind", "content", "second", "kind", "cue_grade", "cue_term", "guess", "speech"]


@pytest.fixture
def speech() -> pd.DataFrame:
    """Five attributions that report words, and one of a wish."""
    table = pd.DataFrame(ROWS, columns=COLUMNS).assign(cue="said", guess_group="")
    return prepare_speech(table, NAMES)


def test_speakers(speech: pd.DataFrame) -> None:
    """Of 12 words Ana has 6, and 2 more if the pronoun is hers; officials are one source; a wish is no speech."""
    table = measure_speakers(speech)
    own = table[table["article"] == "a"].set_index("source")
    assert own["words"].to_dict() == {"Ana Brook": 6, "Officials": 4, "(pronoun)": 2}
    assert own["share"].to_dict() == pytest.approx({"Ana Brook": 6 / 12, "Officials": 4 / 12, "(pronoun)": 2 / 12})
    assert own["guessed_words"].to_dict() == {"Ana Brook": 2, "Officials": 0, "(pronoun)": 0}
    assert own.loc["Officials", ["attributions", "direct", "indirect", "mixed"]].tolist() == [2, 0, 1, 1]
    assert own.loc["Ana Brook", "group"] == "town" and own.loc["Officials", "group"] == "(anonymous)"
    assert table[table["article"] == "b"]["words"].tolist() == [1]


def test_shares(speech: pd.DataFrame) -> None:
    """Each way of sharing out an article's words adds up to 1."""
    table = measure_shares(speech)
    sums = table.groupby(["article", "by"])["share"].sum()
    assert sums.tolist() == pytest.approx([1.0] * 8)
    own = table[(table["article"] == "a") & (table["by"] == "source_kind")].set_index("value")["share"]
    assert own.to_dict() == pytest.approx({"named": 6 / 12, "anonymous": 4 / 12, "pronoun": 2 / 12})
    grades = table[(table["article"] == "a") & (table["by"] == "cue_grade")].set_index("value")["words"]
    assert grades.to_dict() == {"neutral": 10, "emotive": 2}


def test_cues(speech: pd.DataFrame) -> None:
    """Cues are counted by group and grade; a quotation without a cue is left out."""
    rows = list(count_cues(speech).itertuples(index=False, name=None))
    assert rows == [
        ("a", "(anonymous)", "emotive", "warn", 1),
        ("a", "(anonymous)", "neutral", "say", 1),
        ("a", "(pronoun)", "neutral", "add", 1),
        ("a", "town", "neutral", "say", 1),
    ]


def test_no_attribution_is_no_speaker(speech: pd.DataFrame) -> None:
    """An empty table of attributions gives empty tables."""
    nothing = prepare_speech(speech.iloc[:0], NAMES)
    assert measure_speakers(nothing).empty and measure_shares(nothing).empty and count_cues(nothing).empty
