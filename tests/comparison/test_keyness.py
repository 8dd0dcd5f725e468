"""Keyness: Monroe, Colaresi & Quinn (2008), equations 15, 19 and 22, written again in plain Python."""

from collections import Counter
from math import log, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.analysis.analysis import Analysis
from framing.comparison.comparison import Comparison
from framing.comparison.keyness import COLUMNS, count_articles, count_terms, measure_keyness

CONTRACT = ["article", "term", "count", "n_words", "z", "log_odds"]
Counts = dict[str, Counter[str]]


def log_odds_slowly(counts: Counts, article: str, term: str, prior_words: float) -> tuple[float, float]:
    """Return (log odds ratio, z) of a term in one article against all the others with an informative Dirichlet prior."""
    n_here = sum(counts[article].values())
    n_there = sum(sum(own.values()) for name, own in counts.items() if name != article)
    here = counts[article][term]
    there = sum(own[term] for name, own in counts.items() if name != article)
    prior = prior_words * (here + there) / (n_here + n_there)
    odds_here = (here + prior) / (n_here + prior_words - here - prior)
    odds_there = (there + prior) / (n_there + prior_words - there - prior)
    delta = log(odds_here) - log(odds_there)
    return delta, delta / sqrt(1 / (here + prior) + 1 / (there + prior))


def test_by_hand() -> None:
    """Two words, 3 to 1 and 1 to 3: a prior of 250 each gives 2 log(253 / 251) and its z."""
    counts = {"a": Counter(boat=3, port=1), "b": Counter(boat=1, port=3)}
    table = measure_keyness(counts)
    assert table[["article", "term", "count", "n_words"]].values.tolist() == [["a", "boat", 3, 4], ["b", "port", 3, 4]]
    delta = 2 * log(253 / 251)
    assert table["log_odds"].tolist() == pytest.approx([delta, delta])
    assert table["z"].tolist() == pytest.approx([delta / sqrt(1 / 253 + 1 / 251)] * 2)


WORDS = st.sampled_from(["boat", "port", "quay", "cook", "mist", "rope"])
COUNTS = st.dictionaries(WORDS, st.integers(1, 60), max_size=6).map(Counter)


@given(st.lists(COUNTS, min_size=2, max_size=6), st.sampled_from([1.0, 50.0, 500.0]))
def test_generated_counts(drawn: list[Counter[str]], prior_words: float) -> None:
    """Any number of articles: every row is what the formula gives, and every word counted twice or more has one."""
    counts = {f"article {at}": own for at, own in enumerate(drawn)}
    if len(set().union(*drawn)) < 2:
        return
    table = measure_keyness(counts, prior_words)
    for row in table.itertuples():
        delta, z = log_odds_slowly(counts, row.article, row.term, prior_words)
        assert (row.log_odds, row.z) == (pytest.approx(delta, abs=1e-9), pytest.approx(z, abs=1e-9))
        assert (row.count, row.n_words) == (counts[row.article][row.term], sum(counts[row.article].values()))
    wanted = {(name, term) for name, own in counts.items() for term, n in own.items() if n >= 2}
    assert set(zip(table["article"], table["term"], strict=True)) == wanted



@pytest.mark.parametrize(
    "counts",
    [
        {"a": Counter(), "b": Counter()}, {"a": Counter(), "b": Counter(boat=2, port=1)},
        pytest.param({"a": Counter(boat=2), "b": Counter(boat=3)}),
    ],
    ids=["no word", "one article without words", "one word"],
)  # fmt: skip
def test_articles_of_few_words(counts: Counts) -> None:
    """Articles with no or only one word give finite figures or no row."""
    table = measure_keyness(counts)
    assert table["z"].abs().lt(1e6).all()


@pytest.mark.parametrize("counts", [{}, {"a": Counter(boat=4)}])
def test_one_article_has_nothing_to_be_compared_with(counts: Counts) -> None:
    """With fewer than two articles the table is empty and has its columns."""
    table = measure_keyness(counts)
    assert (len(table), list(table)) == (0, COLUMNS)


def test_columns_and_order(shipped: Comparison) -> None:
    """The contract's columns come first; rows stand by article and falling z; counts are whole numbers."""
    table = shipped.keyness
    assert list(table)[: len(CONTRACT)] == CONTRACT
    assert table["article"].drop_duplicates().tolist() == [article.article_id for article in shipped.articles]
    assert all(own["z"].is_monotonic_decreasing for _, own in table.groupby("article"))
    assert table["count"].dtype.kind == table["n_words"].dtype.kind == "i"


def test_shipped_articles(shipped: Comparison) -> None:
    """Every row of the shipped corpus is what the formula gives."""
    counts = count_articles(shipped.analysis)
    for row in shipped.keyness.itertuples():
        assert (row.log_odds, row.z) == pytest.approx(log_odds_slowly(counts, row.article, row.term, 500.0))


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("The boat, the BOAT; a boat's mast.", {"the": 2, "boat": 3, "a": 1, "mast": 1}),
        ("The boat’s mast isn’t here", {"the": 1, "boat": 1, "mast": 1, "isn't": 1, "here": 1}),
        ("al-Abbasi met 300 men in 1990", {"al-abbasi": 1, "met": 1, "men": 1, "in": 1}),
        ("Élan in Türkiye", {"élan": 1, "in": 1, "türkiye": 1}),
        ("— 42 “”", {}),
    ],
)
def test_words_are_counted(text: str, counted: dict[str, int]) -> None:
    """Words are counted raw in small letters, without possessive endings and numbers."""
    assert count_terms(text) == counted


def test_only_reporting_is_counted(analyse: object) -> None:
    """Bylines, captions, furniture and second copies give no words."""
    text = "The cook slept and the boats lay still for all of that night.\n\n"
    page = f"Boats lie still again\n\nBy Ana Brook\n\nMasts. [Cy Dorn/Bay Pictures]\n\n{text}{text}So it went.\n\nShow More\n\nMore ropes"
    analysis: Analysis = analyse(page)  # type: ignore[operator]
    counts = count_articles(analysis)["a"]
    assert (counts["cook"], counts["again"]) == (1, 1)
    assert not {"ana", "masts", "ropes", "show"} & set(counts)
