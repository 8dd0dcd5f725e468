"""Differences: intervals that hold together, verdicts that name a side only where it is shown."""

from collections.abc import Callable

import numpy as np
import pytest

from framing.analysis.analysis import Analysis
from framing.analysis.scores import TOO_LITTLE
from framing.comparison.comparison import Comparison
from framing.comparison.differences import NO_DIFFERENCE, measure_differences

Analyse = Callable[..., Analysis]
COLUMNS = ["axis", "voice", "article_a", "article_b", "difference", "low", "high", "verdict", "shared"]
GIFT, BURDEN = {"blessing": 8, "boon": 8}, {"curse": 8, "plague": 8}
MIXED = {"blessing": 6, "curse": 5}


def test_columns_and_rows(analyse: Analyse) -> None:
    """One row per axis, voice and pair of articles, in the contract's columns."""
    table = measure_differences(analyse(GIFT, BURDEN, MIXED, {"curse": 1}))
    assert list(table) == COLUMNS
    assert len(table) == 1 * 3 * 6
    assert table["voice"].drop_duplicates().tolist() == ["own", "attributed", "all"]


def test_difference_is_b_minus_a(analyse: Analyse) -> None:
    """-1 and +1 lie 2 apart, seen from either side, and the verdict names the pole b lies nearer to."""
    table = measure_differences(analyse(GIFT, BURDEN, GIFT)).query("voice == 'own'").set_index(["article_a", "article_b"])
    assert table["difference"].to_dict() == {("a", "b"): 2.0, ("a", "c"): 0.0, ("b", "c"): -2.0}
    assert table["verdict"].tolist() == ["towards burden", NO_DIFFERENCE, "towards gift"]


def test_intervals_hold_their_difference(analyse: Analyse, shipped: Comparison) -> None:
    """low <= difference <= high within [-2, 2], and 0 lies outside where a side is named."""
    tables = [shipped.differences, measure_differences(analyse(GIFT, BURDEN, MIXED, {"curse": 4, "boon": 1}))]
    for table in tables:
        table = table[table["verdict"] != TOO_LITTLE]
        assert len(table)
        assert (table["low"] <= table["difference"]).all() and (table["difference"] <= table["high"]).all()
        assert table["low"].min() >= -2 and table["high"].max() <= 2
        holds_zero = (table["low"] <= 0) & (table["high"] >= 0)
        assert (holds_zero == (table["verdict"] == NO_DIFFERENCE)).all()


def test_intervals_widen_with_the_number_of_comparisons(analyse: Analyse) -> None:
    """The same two articles have a wider interval beside others than alone, and both are wider than a single 95 % interval."""
    others = [{"blessing": n, "plague": 12 - n} for n in (3, 4, 5, 6, 7)]
    pair = [MIXED, {"boon": 4, "plague": 9}]
    widths = []
    for pages in (pair, pair + others):
        row = measure_differences(analyse(*pages)).query("voice == 'own' and article_a == 'a' and article_b == 'b'").iloc[0]
        widths.append(row["high"] - row["low"])
    single = 2 * 1.96 * np.sqrt(sum(1 - bias**2 for bias in (-1 / 11, 5 / 13)) / 12)
    assert widths[1] > widths[0] > 0.8 * single
    assert widths[1] > single


def test_identical_articles_show_no_difference(analyse: Analyse) -> None:
    """The same text under several names differs nowhere."""
    table = measure_differences(analyse(MIXED, MIXED, MIXED))
    table = table[table["verdict"] != TOO_LITTLE]
    assert (table["difference"] == 0).all()
    assert set(table["verdict"]) == {NO_DIFFERENCE}


@pytest.mark.parametrize("poor", [{"curse": 4}, {}, {"curse": 1, "boon": 3}])
def test_too_little_evidence(analyse: Analyse, poor: dict[str, int]) -> None:
    """Where either article has too little, there is no difference, no interval and no side."""
    table = measure_differences(analyse(GIFT, poor or "Boats lay still.", BURDEN)).query("voice == 'own'")
    empty = table[(table["article_a"] == "b") | (table["article_b"] == "b")]
    assert empty["verdict"].tolist() == [TOO_LITTLE] * 2
    assert empty[["difference", "low", "high"]].isna().all(axis=None)
    assert table["verdict"].tolist().count("towards burden") == 1


def test_voices_are_compared_apart(analyse: Analyse, make_spoken: Callable[[dict[str, int]], object]) -> None:
    """What a cook says counts in the attributed voice only."""
    table = measure_differences(analyse(make_spoken(GIFT), make_spoken(BURDEN))).set_index("voice")
    assert table["verdict"].to_dict() == {"own": TOO_LITTLE, "attributed": "towards burden", "all": "towards burden"}


def test_one_article_has_no_differences(analyse: Analyse) -> None:
    """With one article the table is empty and has its columns."""
    table = measure_differences(analyse(GIFT))
    assert (len(table), list(table)) == (0, COLUMNS)


def test_same_input_same_table(analyse: Analyse) -> None:
    """Intervals depend on the random state only."""
    first, again = (measure_differences(analyse(MIXED, GIFT, BURDEN)) for _ in range(2))
    other = measure_differences(analyse(MIXED, GIFT, BURDEN), random_state=5)
    assert first.equals(again)
    assert not first.equals(other)


PLAIN, UNEVEN = ("It is a {}.",), ("It might be a {}.", "It is a {0}, a {0} and a {0}.")


@pytest.mark.parametrize(
    ("share", "fewest", "most", "sentences"),
    [
        (0.5, 5, 15, PLAIN), (0.8, 5, 15, PLAIN), (0.5, 5, 6, PLAIN),
        (0.5, 5, 5, PLAIN), (0.5, 5, 15, UNEVEN), (0.8, 5, 15, UNEVEN),
    ],
)  # fmt: skip
def test_false_verdicts_are_rare(analyse: Analyse, share: float, fewest: int, most: int, sentences: tuple[str, ...]) -> None:
    """On 200 tables of four articles drawn from one source, at most 8 % hold any verdict of a difference."""
    rng = np.random.default_rng(8)
    wrong = 0
    for _ in range(200):
        pages = []
        for _ in range(4):
            terms = rng.choice(["blessing", "curse"], int(rng.integers(fewest, most + 1)), p=[share, 1 - share])
            pages.append(" ".join(str(rng.choice(sentences)).format(term) for term in terms))
        table = measure_differences(analyse(*pages))
        wrong += bool(table["verdict"].str.startswith("towards").any())
    assert wrong / 200 <= 0.08
