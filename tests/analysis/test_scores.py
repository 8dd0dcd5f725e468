"""Scores: bias and intensity by hand, zones and voices, words that count, too little evidence."""

from collections.abc import Callable

import pandas as pd
import pytest

from framing.analysis.analysis import Analysis
from framing.analysis.scores import MIXED, TOO_LITTLE, make_score_table, measure_scores, score_articles
from framing.articles.article import Article
from framing.evidence.lens import Lens

Analyse = Callable[..., Analysis]
CONTRACT = ["article", "outlet", "axis", "voice", "zone", "bias", "low", "high", "intensity", "n", "verdict"]
BY_HAND = "The port is a blessing. It might be a curse. A curse came and a curse went. It is not a blessing. A blessing it was."
FILLING = "The ferry lay still on Monday, its owner said.\n\nNobody had told the cook about it.\n\n"


def score(analysis: Analysis, voice: str = "all", zone: str = "all", article: str = "0") -> pd.Series:
    """Return the score of one article, voice and zone on the axis worth."""
    return measure_scores(analysis).set_index(["article", "voice", "zone"]).loc[(article, voice, zone)]


def test_bias_and_intensity_by_hand(analyse: Analyse) -> None:
    """0.8 + 0.8 for gift, half of 0.6 and twice 0.6 for burden, the denied 0.8 void: (1.5 - 1.6) / 3.1 over 26 words."""
    row = score(analyse(BY_HAND))
    assert row["bias"] == pytest.approx((1.5 - 1.6) / 3.1)
    assert row["intensity"] == pytest.approx(1000 * 3.1 / 26)
    assert (row["n"], row["n_sentences"], row["n_words"], row["needed"], row["verdict"]) == (5, 4, 26, 0, MIXED)
    assert row["low"] < row["bias"] < row["high"]


def test_voices_by_hand(analyse: Analyse) -> None:
    """Own and attributed evidence are scored apart; intensity is over all words, whoever speaks them."""
    spoken = " ".join("The cook said “a curse on all the bay it is”." for _ in range(5))
    analysis = analyse(f"{BY_HAND} {spoken}")
    own, attributed, both = (score(analysis, voice) for voice in ("own", "attributed", "all"))
    assert own["bias"] == pytest.approx(-0.1 / 3.1)
    assert attributed["bias"] == 1
    assert both["bias"] == pytest.approx((4.5 - 1.6) / 6.1)
    n_words = 26 + 5 * 11
    assert [row["n_words"] for row in (own, attributed, both)] == [n_words] * 3
    assert [row["intensity"] for row in (own, attributed)] == [pytest.approx(1000 * weight / n_words) for weight in (3.1, 3.0)]
    assert own["n"] + attributed["n"] == both["n"] == 10


def test_zones(analyse: Analyse) -> None:
    """`headline` holds headline and standfirst, `body` crossheads and body, `all` both; captions are in none."""
    page = (
        "A blessing for the islanders who waited\n\nMany a curse was heard before the night boats came back to the bay again\n\n"
        f"By Ana Brook\n\nThe blessing of the boats in February. [Cy Dorn/Bay Pictures]\n\n{FILLING}What a curse\n\nIt was a blessing.\n\nSo it went."
    )
    analysis = analyse(page)
    assert [score(analysis, zone=zone)["n"] for zone in ("headline", "body", "all")] == [2, 2, 4]


def test_verdicts(analyse: Analyse) -> None:
    """The verdict names the pole where the interval leaves out 0."""
    analysis = analyse("It is a curse. " * 9, "It is a blessing. " * 9, BY_HAND)
    assert [score(analysis, article=article)["verdict"] for article in "012"] == ["burden", "gift", MIXED]


@pytest.mark.parametrize(
    ("text", "n", "n_sentences", "needed"),
    [
        ("The boats lay still.", 0, 0, 5),
        ("A curse came.", 1, 1, 4),
        ("A curse came. A curse went. A curse stayed. A curse it was.", 4, 4, 1),
        ("A curse, a curse, a curse, a curse and a curse. A curse went.", 6, 2, 1),
        ("A curse, a curse, a curse, a curse and a curse.", 5, 1, 2),
        ("It is not a curse. " * 9, 0, 0, 5),
    ],
)
def test_too_little_evidence(analyse: Analyse, text: str, n: int, n_sentences: int, needed: int) -> None:
    """Under five pieces or three sentences nothing is scored, and `needed` says how much is missing; void evidence does not count."""
    row = score(analyse(text))
    assert (row["n"], row["n_sentences"], row["needed"], row["verdict"]) == (n, n_sentences, needed, TOO_LITTLE)
    assert row[["bias", "low", "high"]].isna().all()


def test_columns(analyse: Analyse) -> None:
    """The contract's columns are there in their order, one row per article, axis, voice and zone."""
    table = measure_scores(analyse(BY_HAND, FILLING))
    assert [name for name in table.columns if name in CONTRACT] == CONTRACT
    assert table.columns[:9].tolist() == CONTRACT[:9]
    assert len(table) == 2 * 1 * 3 * 3
    assert not table.duplicated(["article", "axis", "voice", "zone"]).any()


def test_words_leave_out_second_copies_and_furniture(analyse: Analyse) -> None:
    """Copies, bylines, captions and page furniture are no words of an article."""
    text = "The cook slept and the boats lay still for all of that night.\n\n"
    page = f"Boats lie still again\n\nBy Ana Brook\n\nBoats. [Cy Dorn/Bay Pictures]\n\n{text}{text}{FILLING}Show More\n\nMore boats"
    row = score(analyse(page))
    assert row["n_words"] == 4 + 13 + 9 + 7
    assert [score(analyse(page), zone=zone)["n_words"] for zone in ("headline", "body")] == [4, 29]


def test_sentences_of_two_zones_add_up(analyse: Analyse) -> None:
    """Evidence of headline and body together is the evidence of `all`."""
    analysis = analyse(f"A curse on the whole grey bay\n\n{FILLING}{BY_HAND}")
    headline, body, both = (score(analysis, zone=zone) for zone in ("headline", "body", "all"))
    assert headline["n"] + body["n"] == both["n"] == 6
    assert headline["n_words"] + body["n_words"] == both["n_words"]


def test_tables_of_batches_join(analyse: Analyse, lens: Lens) -> None:
    """Scores of two batches laid out together are those of one."""
    texts = (BY_HAND, FILLING, "It is a curse. " * 9)
    one = make_score_table([score_articles(analyse(*texts), ("all",))]).astype({"article": str, "outlet": str})
    parts = [analyse(*texts[:1]), analyse(*texts)]
    two = make_score_table([score_articles(part, ("all",)) for part in parts]).astype({"article": str, "outlet": str})
    pd.testing.assert_frame_equal(two.iloc[3:].reset_index(drop=True), one)


def test_two_articles_of_one_outlet(lens: Lens) -> None:
    """Two articles with one outlet's name have one label and rows of their own."""
    from framing.analysis.analysis import analyse_articles

    table = measure_scores(analyse_articles([Article("a", "Tern", "", BY_HAND), Article("b", "Tern", "", "It is a curse. " * 9)], lens))
    assert table["outlet"].unique().tolist() == ["Tern"]
    assert table[table["zone"] == "all"].groupby("article")["n"].max().to_dict() == {"a": 5, "b": 9}


def test_no_evidence_has_intensity_zero(analyse: Analyse) -> None:
    """Without evidence the intensity is 0, not empty."""
    assert score(analyse(FILLING))["intensity"] == 0
