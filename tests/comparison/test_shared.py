"""Shared copy in a comparison: marked in the evidence, left out of differences, told word by word."""


import pytest

from framing.analysis.analysis import Analysis, analyse_articles
from framing.articles.article import Article
from framing.comparison.comparison import Comparison, compare_articles
from framing.comparison.differences import measure_differences
from framing.comparison.flips import find_flips
from framing.comparison.shared import find_shared_evidence, find_sharing
from framing.evidence.lens import Lens
from framing.topics.topic import Topic

WIRE = (
    "The ferry came in at noon on Friday with forty crates of apples, and the harbour is a curse for the fishermen of the old quay. "
    "It is a plague, and a curse again, as the boats lie idle from one market day to the next. The pier is a curse and a plague."
)
GIFTS = "A boon came to the baker. A blessing came to the smith. The quay got a boon. Her shop got a blessing. A boon it stays."
OTHER = "A boon came with spring. That blessing fed the town. Her uncle found a boon in it. The priest got a blessing. It was a boon."


@pytest.fixture(scope="module")
def analysis(lens: Lens) -> Analysis:
    """Two articles that hold the same wire copy, and a third that does not."""
    texts = {"a": f"{WIRE}\n\n{GIFTS}", "b": f"{OTHER}\n\n{WIRE}", "c": OTHER.replace("boon", "curse").replace("blessing", "plague")}
    return analyse_articles([Article(name, f"outlet {name}", "", text, "2024-05-07") for name, text in texts.items()], lens)


@pytest.fixture(scope="module")
def wired(harbour: Topic) -> Comparison:
    """A comparison of a wire story and its reworded reprint, a day later, with the agency named."""
    text = f"QUAY CITY (Reuters) - {WIRE}"
    changed = text.replace("forty crates of apples", "forty-one boxes of pears").replace(" on Friday", "").replace("The pier", "Today the pier")
    articles = [Article("z", "First", "", text, "2024-05-07"), Article("a", "Second", "", changed, "2024-05-08")]
    return compare_articles(articles, harbour)


def test_shared_evidence_stays_out_of_the_difference(analysis: Analysis) -> None:
    """Between two articles what both print is left out and counted; against a third it counts."""
    shared = find_shared_evidence(analysis, find_sharing(analysis))
    tables = (measure_differences(analysis, shared=given).query("voice == 'own'") for given in (None, shared))
    plain, without = (table.set_index(["article_a", "article_b"]) for table in tables)
    assert plain.loc[("a", "b"), "shared"] == 0
    assert without.loc[("a", "b"), "shared"] == 10
    assert (plain.loc[("a", "b"), "difference"], without.loc[("a", "b"), "difference"]) == (0.0, 0.0)
    assert without.loc[("a", "b"), "low"] > plain.loc[("a", "b"), "low"]
    columns = ["difference", "shared"]
    assert without.loc[[("a", "c"), ("b", "c")], columns].equals(plain.loc[[("a", "c"), ("b", "c")], columns])


def test_nothing_left_is_too_little(lens: Lens) -> None:
    """Two articles whose evidence all stands in shared copy have no difference to tell, and no flips of one."""
    texts = {"a": f"Rain fell. The tide turned.\n\n{WIRE}", "b": f"Snow fell. The tide turned.\n\n{WIRE}"}
    both = analyse_articles([Article(name, name, "", text) for name, text in texts.items()], lens)
    shared = find_shared_evidence(both, find_sharing(both))
    assert set(measure_differences(both, shared=shared)["verdict"]) == {"too little evidence"}
    assert find_flips(both, shared=shared).query("article_b != ''").empty
    assert not find_flips(both).query("article_b == ''").empty


def test_evidence_names_its_passage(wired: Comparison) -> None:
    """Every piece of evidence in shared copy names the passage, and the passage its agency and both articles."""
    evidence, table = wired.tables["evidence"], wired.tables["shared"]
    assert set(table["agency"]) == {"Reuters"}
    assert set(table["kind"]) == {"near-duplicate"}
    assert evidence["shared"].tolist() == [("p1",)] * len(evidence)


def test_scores_without_shared_copy(wired: Comparison) -> None:
    """The scores without shared copy stand beside those with it."""
    row = wired.tables["without_shared"].query("article == 'z' and voice == 'own'").iloc[0]
    assert (row["n"], row["n_without"], row["bias"]) == (5, 0, 1.0)
    assert row.isna()["bias_without"]


def test_rewording(wired: Comparison) -> None:
    """Added, cut and reworded words are told with their places, the earlier article first."""
    table = wired.tables["rewording"]
    assert set(table["article_a"]) == {"z"}
    found = {(row.kind, row.text_a, row.text_b) for row in table.itertuples()}
    assert found == {
        ("reworded", "on Friday with forty crates of apples", "with forty-one boxes of pears"), ("added", "", "Today"),
    }  # fmt: skip
    texts = {article.article_id: article.raw_text for article in wired.articles}
    for row in table.itertuples():
        assert texts["z"][row.raw_start_a : row.raw_end_a] == row.text_a
        assert texts["a"][row.raw_start_b : row.raw_end_b] == row.text_b


def test_articles_that_share_nothing(shipped: Comparison) -> None:
    """Where nothing is shared the tables are empty and no evidence is marked."""
    assert all(shipped.tables[name].empty for name in ("shared", "rewording", "without_shared"))
    assert set(shipped.tables["evidence"]["shared"]) == {()}
    assert set(shipped.tables["differences"]["shared"]) == {0}
