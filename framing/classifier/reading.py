"""Labels of sentences: the lexicon's, the classifier's, and the two together, with the reason in words."""

from collections.abc import Sequence
from typing import Final

import numpy as np
import pandas as pd

from framing.analysis.analysis import Analysis
from framing.classifier.explanation import Push, find_pushes
from framing.classifier.facts import make_facts
from framing.classifier.linear import Floats
from framing.classifier.shipped import AxisClassifier
from framing.classifier.units import Units, analyse_sentences
from framing.classifier.weights import BOTH, CLASSIFIER
from framing.evidence.lens import Lens
from framing.topics.examples import NONE
from framing.topics.frame import Axis

DECIMALS: Final = 3
MOST_WORDS: Final = 3
LEAST_LETTERS: Final = 4
"""Words shorter than this are not named as reasons; `framing explain` shows them."""


def label_by_lexicon(facts: pd.DataFrame, axis: Axis) -> list[str]:
    """Label units by the lexicon alone: the pole with more counted weight, `none` where both are even."""
    signed = (facts["right_weight"] - facts["left_weight"]).round(6)
    return [NONE if value == 0 else axis.pole(value).pole_id for value in signed]


def choose_labels(classes: Sequence[str], probabilities: Floats) -> list[str]:
    """Return the most probable class of each row, by its rounded probability; of equal ones `none`, else the first."""
    order = sorted(range(len(classes)), key=lambda at: (classes[at] != NONE, at))
    return [classes[order[at]] for at in probabilities[:, order].argmax(axis=1)]


def read_units(analysis: Analysis, units: Units, classifier: AxisClassifier, doubt: Floats | float = 0.0) -> pd.DataFrame:
    """Label units of an analysed batch.

    Columns: label (lexicon and classifier together), p_<class> of each class (left pole, right pole, none), lexicon_label,
    classifier_label, agree (of those two), reason. Probabilities have three decimals. `doubt` is added to the log-odds of `none`, by
    unit. A classifier of labels that are no poles has no lexicon beside it: lexicon_label is "", agree False.
    """
    axis, weights = classifier.axis, classifier.weights
    facts = make_facts(analysis, units, axis.axis_id if axis else "")
    features = weights.weigh(facts["text"].tolist())
    extra = np.array([name == NONE for name in weights.classes]) * np.reshape(doubt, (-1, 1))
    both, alone = (weights.predict(features, facts, head, extra).round(DECIMALS) for head in (BOTH, CLASSIFIER))
    table = pd.DataFrame({"label": choose_labels(weights.classes, both)})
    for name in name_classes(classifier):
        table[f"p_{name}"] = both[:, weights.classes.index(name)]
    table["lexicon_label"] = label_by_lexicon(facts, axis) if axis else ""
    table["classifier_label"] = choose_labels(weights.classes, alone)
    table["agree"] = table["lexicon_label"] == table["classifier_label"]
    terms = find_terms(analysis, units, axis) if axis else [[] for _ in range(len(units))]
    table["reason"] = [
        say_reason(label, found, find_pushes(weights, text, label))
        for label, found, text in zip(table["label"], terms, facts["text"], strict=True)
    ]
    return table


def name_classes(classifier: AxisClassifier) -> list[str]:
    """Return the classes in the order they are shown: left pole, right pole, none; those of another kind by the alphabet."""
    axis = classifier.axis
    return [axis.left.pole_id, axis.right.pole_id, NONE] if axis else sorted(classifier.weights.classes)


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
    words = [push.word for push in pushes if push.value > 0 and len(push.word) >= LEAST_LETTERS][:MOST_WORDS]
    towards = ", ".join(f"“{word}”" for word in words) or "no word by itself"
    return f"{lexicon}; towards {label}: {towards}"


