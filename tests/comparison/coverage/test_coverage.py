"""Claims across articles: the same ones, figures that differ, what is left out."""

import numpy as np
import pandas as pd
import pytest

from framing.articles.article import Article
from framing.comparison.comparison import Comparison, compare_articles
from framing.comparison.coverage.likeness import score_all

FIRST = """Bridge opens

Mayor Dana Ardwick opened the Saltmarsh bridge on May 3, 2024. The work took eleven years.

The bridge cost $40 million, the harbour office said. About 2,500 dockers of the Saltmarsh port lost work when the ferries stopped.

Fishing crews had asked for a lower toll. The old customs house was founded in 1871, and the lighthouse keeper kept three goats.
"""
SECOND = """A bridge at last

The Saltmarsh bridge was opened by Mayor Dana Ardwick on 3 May 2024.

It cost $40 million, officials of the harbour said. As the ferries stopped, 2,100 dockers of the Saltmarsh port lost work.
"""
THIRD = """Toll anger

“The toll is too high,” said Ivo Brandt, a baker. Fishing crews had asked for a lower toll.

Mayor Dana Ardwick opened the Saltmarsh bridge on May 3, 2024. Hundreds of dockers of the Saltmarsh port lost work when the ferries stopped.
"""


@pytest.fixture(scope="module")
def compared() -> Comparison:
    """Three articles on one bridge."""
    texts = (("one", FIRST), ("two", SECOND), ("three", THIRD))
    return compare_articles([Article(name, f"The {name.title()}", "", text, "2024-05-08") for name, text in texts])


def row_with(table: pd.DataFrame, words: str, column: str = "text") -> pd.Series:
    """Return the first row whose text holds some words."""
    return table[table[column].str.contains(words, regex=False)].iloc[0]


def test_a_claim_has_one_id_in_all_articles_that_tell_it(compared: Comparison) -> None:
    """Active and passive, in other orders of words, are one claim."""
    claims = compared.claims[compared.claims["text"].str.contains("Ardwick") & (compared.claims["kind"] == "event")]
    assert set(claims["article"]) == {"one", "two", "three"}
    assert claims["claim"].nunique() == 1


def test_coverage_says_own_attributed_or_absent(compared: Comparison) -> None:
    """One column for each article; what all tell is an agreement."""
    opened, toll = row_with(compared.coverage, "Ardwick"), row_with(compared.coverage, "lower toll")
    assert (opened["one"], opened["two"], opened["three"], opened["agreement"]) == ("own", "own", "own", True)
    assert (toll["one"], toll["two"], toll["three"], toll["agreement"]) == ("own", "absent", "own", False)


def test_what_two_others_tell_is_left_out_with_their_passage(compared: Comparison) -> None:
    """An omission names the article without the claim, who tells it, and a passage of theirs."""
    left_out = row_with(compared.omissions, "lower toll")
    assert (left_out["missing_from"], left_out["n_others"], left_out["told_by"].split("; ")) == ("two", 2, ["three", "one"])
    assert left_out["article"] in ("one", "three")


def test_figures_that_cannot_both_hold_are_one_conflict(compared: Comparison) -> None:
    """About 2,500, 2,100 and hundreds of dockers differ; the equal price does not."""
    assert compared.conflicts["conflict"].nunique() == 1
    assert sorted(compared.conflicts["value"]) == ["100", "2100", "2500"]
    assert "dockers" in compared.conflicts["comparable"].iloc[0]


def test_equal_figures_are_one_claim(compared: Comparison) -> None:
    """The same price told twice has one id."""
    price = compared.claims[compared.claims["value"] == "40000000"]
    assert set(price["article"]) == {"one", "two"}
    assert price["claim"].nunique() == 1


def test_links_say_what_both_share(compared: Comparison) -> None:
    """Every link carries its two passages and the words in common."""
    links = compared.links
    assert (links["article"] != links["other_article"]).all()
    assert "Saltmarsh" in row_with(links, "Ardwick")["shared"]


def test_every_passage_is_verbatim(compared: Comparison) -> None:
    """Claims, conflicts, omissions and both sides of links are cut from their articles."""
    texts = {article.article_id: compared.text_of(number) for number, article in enumerate(compared.articles)}
    for table in (compared.claims, compared.conflicts, compared.omissions, compared.links):
        for article, start, end, text in table[["article", "start", "end", "text"]].itertuples(index=False, name=None):
            assert texts[article][start:end] == text


def test_places_and_positions_are_told(compared: Comparison) -> None:
    """A claim knows its place in the article; positions are shares of its words."""
    assert row_with(compared.claims, "Fishing crews")["place"] == "last"
    assert compared.claims["position"].between(0, 1).all()
    assert set(compared.structure["place"]) == {"headline", "standfirst", "first", "middle", "last"}


def test_what_is_alike_is_no_conflict() -> None:
    """Other periods, parts of a whole, lower bounds that are met, and other groups differ in nothing."""
    one = "In 2019 the Saltmarsh port had 400 dockers. At least 10 boats sank near Saltmarsh. Twelve people died there, three of them children.\n"
    two = "In 2022 the Saltmarsh port had 300 dockers. 14 boats sank near Saltmarsh. Twelve people died there, and 40 were injured.\n"
    assert compare_articles([Article("a", "A", "", one), Article("b", "B", "", two)]).conflicts.empty


def test_dates_of_one_deed_differ() -> None:
    """A deed that happens once, told for two years, is a conflict of dates."""
    one, two = "The Harbour League was defeated in 2017.\n", "The Harbour League was dismantled in 2019, and peace came to the coast.\n"
    conflicts = compare_articles([Article("a", "A", "", one), Article("b", "B", "", two)]).conflicts
    assert conflicts["date_start"].tolist() == ["2017-01-01", "2019-01-01"]


def test_a_claim_and_its_denial_are_two() -> None:
    """What one article denies is not the claim of the other."""
    one, two = "Mayor Dana Ardwick opened the Saltmarsh bridge.\n", "Mayor Dana Ardwick did not open the Saltmarsh bridge.\n"
    assert compare_articles([Article("a", "A", "", one), Article("b", "B", "", two)]).coverage.empty


def test_articles_without_claims_give_empty_tables() -> None:
    """Tables keep their columns where nothing is found."""
    comparison = compare_articles([Article("a", "A", "", "Rain.\n"), Article("b", "B", "", "Sun.\n")])
    for name in ("claims", "coverage", "conflicts", "omissions", "links"):
        assert comparison.tables[name].empty and len(comparison.tables[name].columns) > 5


def test_clauses_of_few_words_are_less_alike() -> None:
    """Two short clauses that are equal score lower than two long ones, and a part lower than the whole."""
    long, short, part = score_all(np.array([6.0, 2.0, 2.0]), np.array([6.0, 2.0, 2.0]), np.array([6.0, 2.0, 6.0]))
    assert long > short > part


def test_a_quotation_of_common_words_is_one_claim() -> None:
    """Words shared in one run count, though each of them is common."""
    one = "“People think they can say anything and get away with it,” Dana Ardwick said. The Saltmarsh bridge opened in spring.\n"
    two = "The mayor was angry. “People think they can say anything and get away with it,” Ardwick told the council.\n"
    coverage = compare_articles([Article("a", "A", "", one), Article("b", "B", "", two)]).coverage
    assert coverage["text"].str.contains("get away with it").any()
