"""The estimators keep scikit-learn's conventions, and their probabilities mean what they say."""

import numpy as np
import pandas as pd
import pytest
from sklearn.base import clone
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import log_loss
from sklearn.utils.estimator_checks import parametrize_with_checks

from framing.classifier.estimator import CrossFittedClassifier, SentenceClassifier
from framing.classifier.examples import Examples
from framing.classifier.training import expect_news, make_rows, train_classifier
from framing.evidence.lens import Lens


@parametrize_with_checks([CrossFittedClassifier(), CrossFittedClassifier(strength=10.0, second_strength=0.3)])
@pytest.mark.filterwarnings("ignore")
def test_general_estimator_keeps_the_conventions(estimator: CrossFittedClassifier, check) -> None:  # type: ignore[no-untyped-def]
    """The general estimator passes every check of scikit-learn."""
    check(estimator)


def test_overconfidence_is_taken_back() -> None:
    """With many useless columns the probabilities of unseen rows are better (log loss) than those of the first stage alone."""
    draw = np.random.default_rng(0)
    x = draw.normal(size=(3000, 40))
    y = (draw.random(3000) < 1 / (1 + np.exp(-x[:, 0]))).astype(int)
    ours = CrossFittedClassifier(strength=1000.0).fit(x[:150], y[:150]).predict_proba(x[150:])
    alone = LogisticRegression(C=1000.0).fit(x[:150], y[:150]).predict_proba(x[150:])
    assert log_loss(y[150:], ours) < log_loss(y[150:], alone) - 0.1


def test_shares_move_the_probabilities() -> None:
    """Where one class is expected to be rare, it is called less often."""
    draw = np.random.default_rng(0)
    x, y = draw.normal(size=(200, 3)), np.repeat([0, 1], 100)
    even, rare = (CrossFittedClassifier(shares=shares).fit(x, y) for shares in ([0.5, 0.5], [0.9, 0.1]))
    assert (rare.predict(x) == 1).sum() < (even.predict(x) == 1).sum()


def test_rows_without_group_are_never_held_out() -> None:
    """Rows of the group "" help the first stage; a fit on the other rows' figures alone gives the same second stage size."""
    table = pd.DataFrame({"text": ["good port"] * 6 + ["bad port"] * 6 + ["soot"], "negators": 0.0})
    labels = ["gift"] * 6 + ["burden"] * 6 + ["burden"]
    model = SentenceClassifier().fit(table, labels, groups=["a", "b"] * 6 + [""])
    assert model.predict(pd.DataFrame({"text": ["soot"], "negators": 0.0})).tolist() == ["burden"]


def test_sentence_classifier_can_be_cloned(examples: Examples, harbour: Lens) -> None:
    """Parameters survive clone, and a fit on the same rows gives the same numbers."""
    rows = make_rows(examples, harbour, "worth")
    model = SentenceClassifier(strength=2.0, shares=expect_news(examples))
    first, second = (clone(model).fit(rows.facts, rows.labels, rows.weight, rows.groups).predict_proba(rows.facts) for _ in range(2))
    assert np.array_equal(first, second)
    assert np.allclose(first.sum(axis=1), 1)


def test_rare_labels_are_not_drowned(examples: Examples, harbour: Lens) -> None:
    """With one pole at a tenth of the other's number, its plain cases are still found."""
    few = [at for at, label in enumerate(examples.labels) if label != "burden" or at % 10 == 0]
    chosen = np.isin(np.arange(len(examples)), few)
    model = train_classifier(examples.take(chosen), harbour, "worth", shares={"gift": 1 / 3, "burden": 1 / 3, "none": 1 / 3})
    rows = make_rows(examples, harbour, "worth").facts.iloc[: len(examples)]
    found = model.predict(rows)
    assert sum(label == "burden" for label in found) >= 4
