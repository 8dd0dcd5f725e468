"""Labels of sentences: three readings, probabilities that add up, reasons, and pushes that add up to the margin."""

from collections.abc import Callable

import numpy as np
import pandas as pd
import pytest

from framing.analysis.analysis import Analysis, analyse_articles
from framing.articles.article import Article
from framing.classifier.explanation import find_fact_pushes, find_margin, find_pushes
from framing.classifier.facts import make_facts
from framing.classifier.reading import label_sentences, read_units
from framing.classifier.readings import AGREEMENT, READINGS, make_reading_table, measure_agreement, measure_kappa
from framing.classifier.shipped import AxisClassifier
from framing.classifier.units import Units, analyse_sentences, find_units
from framing.classifier.weights import BOTH
from framing.evidence.lens import Lens, make_lens
from framing.topics.general import General

SENTENCES = [
    "For a baker the harbour means a blessing.",
    "For the nurses the harbour means ruined beaches.",
    "For drivers the harbour means two cranes.",
    "The harbour is no blessing.",
    "",
]


@pytest.fixture(scope="session")
def table(harbour: Lens, classifier: AxisClassifier) -> pd.DataFrame:
    """The sentences labelled."""
    return label_sentences(SENTENCES, harbour, classifier)


def test_plain_cases_are_read(table: pd.DataFrame) -> None:
    """What stands in the examples is read as there."""
    assert table["label"].tolist()[:3] == ["gift", "burden", "none"]


def test_probabilities_add_up(table: pd.DataFrame) -> None:
    """The probabilities of a row add up to 1 but for rounding to three decimals."""
    assert np.allclose(table[["p_gift", "p_burden", "p_none"]].sum(axis=1), 1, atol=0.002)


def test_lexicon_reads_by_its_own(table: pd.DataFrame) -> None:
    """The lexicon's label needs an entry that counts: a denied one and words it does not hold give none."""
    assert table["lexicon_label"].tolist() == ["gift", "none", "none", "none", "none"]


def test_reason_names_terms_and_words(table: pd.DataFrame) -> None:
    """The reason names the lexicon's words with their pole, and the words that pushed."""
    assert "“blessing” (gift)" in table["reason"][0]
    assert "lexicon: nothing" in table["reason"][1]
    assert "“ruined”" in table["reason"][1]


def test_batch_changes_nothing(table: pd.DataFrame, harbour: Lens, classifier: AxisClassifier) -> None:
    """A sentence by itself is read as in a batch."""
    alone = pd.concat([label_sentences([sentence], harbour, classifier) for sentence in SENTENCES], ignore_index=True)
    pd.testing.assert_frame_equal(alone, table)


def test_pushes_add_up_to_the_margin(harbour: Lens, classifier: AxisClassifier) -> None:
    """Words, figures and the starting value add up to the log-odds of a label against the mean of the others."""
    weights = classifier.weights
    facts = make_facts(*analyse_sentences([SENTENCES[0]], harbour), "worth")
    head = weights.heads[BOTH]
    margin = find_margin(weights, "gift")
    start = (weights.intercept @ head.words + head.intercept + weights.shift) @ margin
    pushes = [*find_pushes(weights, facts["text"][0], "gift"), *find_fact_pushes(weights, facts, "gift")]
    p = np.log(weights.predict(weights.weigh(facts["text"].tolist()), facts)[0])
    assert sum(push.value for push in pushes) + start == pytest.approx(p @ margin)


def analyse(lens: Lens, *texts: str) -> Analysis:
    """Analyse some articles."""
    return analyse_articles([Article(f"a{at}", "outlet", "", text) for at, text in enumerate(texts)], lens)


@pytest.fixture(scope="session")
def articles(harbour: Lens) -> Analysis:
    """Two articles."""
    return analyse(harbour, "For bakers the harbour means a blessing. It means two cranes.", "The harbour is a curse, as bakers say.")


def test_articles_are_read_sentence_by_sentence(articles: Analysis, classifier: AxisClassifier) -> None:
    """One row a sentence, whose offsets cut its words out of its article's cleaned text."""
    readings = make_reading_table(articles, [classifier])
    assert list(readings.columns) == list(READINGS)
    assert readings["article"].tolist() == ["a0", "a0", "a1"]
    texts = {article.article_id: clean.text for article, clean in zip(articles.batch.articles, articles.batch.cleaned, strict=True)}
    assert [texts[row.article][row.start : row.end] for row in readings.itertuples()] == readings["text"].tolist()


def test_no_classifier_no_rows(articles: Analysis) -> None:
    """Without a classifier the tables are empty and have their columns."""
    readings = make_reading_table(articles, [])
    assert list(readings.columns) == list(READINGS)
    assert list(measure_agreement(readings).columns) == list(AGREEMENT)


def test_agreement_counts_every_kind() -> None:
    """Shares and counts by article, kappa as by hand."""
    rows = [("none", "none"), ("gift", "gift"), ("gift", "none"), ("none", "burden"), ("gift", "burden")]
    readings = pd.DataFrame(rows, columns=["lexicon_label", "classifier_label"]).assign(article="a", axis="worth")
    row = measure_agreement(readings).iloc[0]
    assert row[["sentences", "agree", "both_none", "lexicon_only", "classifier_only", "opposed"]].tolist() == [5, 0.4, 1, 1, 1, 1]
    assert row["kappa"] == pytest.approx((0.4 - 0.28) / (1 - 0.28))


def test_kappa_without_variation_is_not_known() -> None:
    """Where both readings give one label only, chance explains all."""
    assert np.isnan(measure_kappa(pd.Series(["none"] * 3), pd.Series(["none"] * 3)))


def test_doubt_moves_towards_none(articles: Analysis, classifier: AxisClassifier) -> None:
    """More odds for none make a pole less probable, in every row."""
    units = find_units(articles)
    plain, doubted = (read_units(articles, units, classifier, doubt) for doubt in (0.0, 2.0))
    assert (doubted["p_none"] >= plain["p_none"]).all()
    assert (doubted["p_gift"] <= plain["p_gift"]).all()


def test_facts_count_what_stands_in_the_unit(harbour: Lens) -> None:
    """Evidence, denial, quotation and reporting words are counted for their own sentence."""
    facts = make_facts(*analyse_sentences(["The harbour is no blessing.", "“A curse,” the mayor said."], harbour), "worth")
    assert facts["left_void"].tolist() == [1, 0]
    assert facts["right_attributed"].tolist() == [0, 1]
    assert facts["quotations"].tolist() == [0, 1]
    assert facts["text"][0] == "The harbour is no ¬blessing."


def test_facts_without_an_axis(general: General) -> None:
    """Without a topic only what any text has is counted."""
    facts = make_facts(*analyse_sentences(["They said it was an outrage."], make_lens(general)))
    assert not [name for name in facts if name.startswith(("left_", "right_"))]
    assert facts["cue_neutral"].tolist() == [1]


@pytest.fixture
def count() -> Callable[..., list[float]]:
    """A function that counts stretches by unit."""

    def run(*stretches: tuple[int, int]) -> list[float]:
        starts, ends = (np.array(side, np.int64) for side in zip(*stretches, strict=True))
        units = Units(np.array([0, 10]), np.array([5, 20]))
        return units.sum(units.of(starts, ends)).tolist()

    return run


def test_units_hold_whole_stretches_only(count: Callable[..., list[float]]) -> None:
    """A stretch belongs to the unit that holds all of it."""
    assert count((0, 5), (4, 6), (6, 8), (10, 20), (12, 21)) == [1, 1]
