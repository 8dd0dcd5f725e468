"""Scores in the words of a group, and frames by voice, counted by hand on a made topic."""

from collections.abc import Callable

import pandas as pd
import pytest

from framing.analysis.analysis import Analysis
from framing.analysis.scores import RANDOM_STATE, TOO_LITTLE
from framing.analysis.tables import make_evidence_table
from framing.comparison.attribution_table import add_sources
from framing.comparison.cast import find_cast
from framing.comparison.cast_tables import make_cast_tables
from framing.comparison.frame_voices import COUNTS, count_frame_voices
from framing.comparison.group_scores import measure_group_scores
from framing.topics.general import General

GIFT = "Officials said it is a blessing. "
BURDEN = "Officials said it is a curse. "
OWN = "It is a curse. "


@pytest.fixture(scope="module")
def analysis(analyse: Callable[..., Analysis]) -> Analysis:
    """Two articles: officials say gift 4 times and burden once, own voice burden; then officials say burden twice, Ana Brook gift."""
    named = "Ana Brook said it is a boon. Ana Brook said it is a blessing. "
    first = GIFT * 4 + BURDEN + OWN * 2 + "It is a so-called plague."
    return analyse(f"Rain fell. {first}", f"Rain fell. {BURDEN * 2}{named}She said it is a curse.")


@pytest.fixture(scope="module")
def attributions(analysis: Analysis, general: General) -> pd.DataFrame:
    """The attributions of both articles."""
    return make_cast_tables(analysis, find_cast(analysis, general, None))["attributions"]


def test_a_group_is_scored_like_an_article(analysis: Analysis, attributions: pd.DataFrame) -> None:
    """Four gifts and a burden of one weight: (1 - 4) / 5; two burdens alone are too little, seven together are (3 - 4) / 7."""
    table = measure_group_scores(analysis, attributions, RANDOM_STATE)
    own = table[table["group"] == "(anonymous)"].set_index("article")
    assert own["n"].to_dict() == {"a": 5, "b": 2, "": 7}
    assert own.loc["a", "bias"] == pytest.approx(-0.6)
    assert own.loc["", "bias"] == pytest.approx(-1 / 7)
    assert own.loc["b", "verdict"] == TOO_LITTLE and own.loc["b", "needed"] == 3
    assert own.loc["a", "low"] <= -0.6 <= own.loc["a", "high"]
    words = {article: len(text.split()) for article, text in zip("ab", (clean.text for clean in analysis.batch.cleaned), strict=True)}
    assert own.loc["a", "intensity"] == pytest.approx(1000 * 5 * 0.5 / words["a"], rel=0.05)


def test_pieces_add_up(analysis: Analysis, attributions: pd.DataFrame) -> None:
    """The groups of an article hold all its attributed evidence, and those of all articles together the sum."""
    table = measure_group_scores(analysis, attributions, RANDOM_STATE)
    assert table[table["article"] != ""]["n"].sum() == table[table["article"] == ""]["n"].sum() == 10


def test_frames_by_voice(analysis: Analysis, attributions: pd.DataFrame) -> None:
    """Every pole has a row in every article, with what the outlet says itself, named, unnamed and unclear sources, and what is held off."""
    evidence = add_sources(make_evidence_table(analysis), analysis, attributions)
    table = count_frame_voices(analysis, evidence).set_index(["article", "pole"])[COUNTS]
    assert len(table) == 4
    assert table.loc[("a", "gift")].tolist() == [0, 0, 4, 0, 0, 0]
    assert table.loc[("a", "burden")].tolist() == [2, 0, 1, 0, 1, 0]
    assert table.loc[("b", "gift")].tolist() == [0, 2, 0, 0, 0, 0]
    assert table.loc[("b", "burden")].tolist() == [0, 0, 2, 1, 0, 0]


def test_evidence_knows_its_source(analysis: Analysis, attributions: pd.DataFrame) -> None:
    """Own voice has no source; Ana Brook's words have her as actor."""
    evidence = add_sources(make_evidence_table(analysis), analysis, attributions)
    own = evidence[evidence["voice"] == "own"]
    assert set(own["source_kind"]) == {""} and set(own["source_actor"]) == {""}
    assert evidence[evidence["source_actor"] == "ana-brook"]["source_group"].tolist() == ["not listed"] * 2
