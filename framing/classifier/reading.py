"""Labels of sentences: the lexicon's, the classifier's, and the two together, with the reason in words."""

from collections.abc import Sequence
from typing import Final

import numpy as np
import pandas as pd

from framing.analysis.analysis import Analysis
from framing.classifier.examples import NONE
from framing.classifier.explanation import Push, find_pushes
from framing.classifier.facts import make_facts
from framing.classifier.linear import Floats
from framing.classifier.shipped import AxisClassifier
from framing.classifier.units import Units, analyse_sentences
from framing.classifier.weights import BOTH, CLASSIFIER
from framing.evidence.lens import Lens
from framing.topics.frame import Axis

DECIMALS: Final = 3
MOST_WORDS: Final = 3


def label_by_lexicon(facts: pd.DataFrame, axis: Axis) -> list[str]:
    """Label units by the lexicon alone: the pole with more counted weight, `none` where both are even."""
    signed = (facts["right_weight"] - facts["left_weight"]).round(6)
    return [NONE if value == 0 else axis.pole(value).pole_id for value in signed]


def choose_labels(classes: Sequence[str], probabilities: Floats) -> list[str]:
    """Return the most probable class of each row, by its rounded probability; of equal ones `none`, else the first."""
    order = sorted(range(len(classes)), key=lambda at: (classes[at] != NONE, at))
    return [classes[order[at]] for at in probabilities[:, order].argmax(axis=1)]


def read_units(analysis: Analysis, units: Units, classifier: AxisClassifier) -> pd.DataFrame:
    """Label units of an analysed batch on one axis.

    Columns: label (lexicon and classifier together), p_<class> of each class in the order left pole, right pole, none, lexicon_label,
    classifier_label, agree (of those two), reason. Probabilities have three decimals.
    """
    axis, weights = classifier.axis, classifier.weights
    facts = make_facts(analysis, units, axis.axis_id)
    features = weights.weigh(facts["text"].tolist())
    both, alone = (weights.predict(features, facts, head).round(DECIMALS) for head in (BOTH, CLASSIFIER))
    lexicon = label_by_lexicon(facts, axis)
    table = pd.DataFrame({"label": choose_labels(weights.classes, both)})
    for name in (axis.left.pole_id, axis.right.pole_id, NONE):
        table[f"p_{name}"] = both[:, weights.classes.index(name)]
    table["lexicon_label"] = lexicon
    table["classifier_label"] = choose_labels(weights.classes, alone)
    table["agree"] = table["lexicon_label"] == table["classifier_label"]
    terms = find_terms(analysis, units, axis)
    table["reason"] = [
        say_reason(label, found, find_pushes(weights, text, label))
        for label, found, text in zip(table["label"], terms, facts["text"], strict=True)
    ]
    return table


def label_sentences(sentences: Sequence[str], lens: Lens, classifier: AxisClassifier) -> pd.DataFrame:
    """Label sentences one by one; one row each, in their order; columns as `read_units` gives them."""
    return read_units(*analyse_sentences(sentences, lens), classifier)


def find_terms(analysis: Analysis, units: Units, axis: Axis) -> list[list[str]]:
    """Return the words of each unit that the lexicon counts, each with its pole."""
    evidence = analysis.evidence
    number = [one.axis_id for one in analysis.lens.axes].index(axis.axis_id)
    unit = np.where((evidence.axis == number) & (evidence.weight > 0), units.of(evidence.starts, evidence.ends), -1)
    found: list[list[str]] = [[] for _ in range(len(units))]
    for at in np.flatnonzero(unit >= 0).tolist():
        words = " ".join(analysis.batch.cut(int(evidence.starts[at]), int(evidence.ends[at])).split())
        found[unit[at]].append(f"“{words}” ({axis.pole(evidence.sign[at]).pole_id})")
    return found


def say_reason(label: str, terms: list[str], pushes: list[Push]) -> str:
    """Say in one line what a label rests on: the lexicon's words, and the words that pushed the classifier most towards it."""
    lexicon = f"lexicon: {', '.join(terms)}" if terms else "lexicon: nothing"
    words = [push.word for push in pushes if push.value > 0][:MOST_WORDS]
    towards = ", ".join(f"“{word}”" for word in words) or "no word by itself"
    return f"{lexicon}; towards {label}: {towards}"


