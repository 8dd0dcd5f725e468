"""Figures of the evaluation, by hand and against scikit-learn, and the card made of them."""

import numpy as np
import pandas as pd
import pytest
from sklearn.metrics import precision_recall_fscore_support

from framing.classifier.card import Evaluation, write_card
from framing.classifier.evaluation import (
    READERS,
    count_confusion,
    cross_validate,
    find_row_weights,
    measure_calibration,
    measure_confusion,
    measure_ece,
    measure_reader,
)  # fmt: skip
from framing.classifier.examples import Examples
from framing.classifier.training import NONE_SHARE
from framing.evidence.lens import Lens

GOLD = ["none", "none", "none", "gift", "gift", "burden"]
FOUND = ["none", "gift", "none", "gift", "none", "burden"]
CLASSES = ["burden", "gift", "none"]


def test_scores_are_those_of_scikit_learn() -> None:
    """Precision, recall and F1 as an independent implementation gives them, with weights."""
    weight = np.array([1, 2, 3, 4, 5, 6.0])
    ours = measure_confusion(count_confusion(GOLD, FOUND, CLASSES, weight))
    theirs = precision_recall_fscore_support(GOLD, FOUND, labels=CLASSES, sample_weight=weight)
    assert np.allclose(ours, theirs[:3])


def test_interval_holds_the_value() -> None:
    """Each figure lies within its interval."""
    table = measure_reader(GOLD * 5, FOUND * 5, CLASSES, np.ones(30))
    assert ((table["low"] <= table["value"] + 1e-9) & (table["value"] <= table["high"] + 1e-9)).all()


def test_expected_mix_gives_none_its_share() -> None:
    """Weighted rows have the share of none that is expected in news."""
    weight = find_row_weights(GOLD, True)
    assert weight[:3].sum() / weight.sum() == pytest.approx(NONE_SHARE)
    assert weight.sum() == pytest.approx(len(GOLD))


def test_calibration_of_a_right_forecast() -> None:
    """Probabilities that come true as often as they say have no error; those that are sure and wrong have much."""
    right = pd.DataFrame({"gold": ["a", "b"] * 50, "p_a": 0.5, "p_b": 0.5})
    wrong = pd.DataFrame({"gold": ["a"] * 10, "p_a": 0.0, "p_b": 1.0})
    assert measure_ece(measure_calibration(right, ["a", "b"], np.ones(100))) == pytest.approx(0)
    assert measure_ece(measure_calibration(wrong, ["a", "b"], np.ones(10))) == pytest.approx(1)


@pytest.fixture(scope="module")
def whole(examples: Examples, harbour: Lens) -> pd.DataFrame:
    """Every example read by a classifier that has not seen its register."""
    return cross_validate(examples, harbour, harbour.axes[0])


def test_every_example_is_read_once_in_order(whole: pd.DataFrame, examples: Examples) -> None:
    """The rows are those of the examples, and one register is one fold."""
    assert tuple(whole["text"]) == examples.texts
    assert (whole.groupby("group")["fold"].nunique() == 1).all()


def test_card_names_readers_and_limits(whole: pd.DataFrame, examples: Examples, harbour: Lens) -> None:
    """The card has the figures of every reader, the confusion, calibration, the learning curve and the limits."""
    learning = pd.DataFrame([(1.0, 60, 0.9, 0.8, 0.7)], columns=["share", "examples", "both", "classifier", "words"])
    card = write_card(Evaluation("harbour", "examples.csv", harbour.axes[0], examples, whole, learning))
    assert all(name in whole for name in READERS)
    for part in ("lexicon alone", "words alone", "Confusion", "Calibration", "Learning curve", "Limits", "20 `gift`"):
        assert part in card
