"""How well a classifier does on sentences it has not seen: cross-validation by group, figures with intervals, baselines."""

from collections.abc import Sequence
from typing import Final

import numpy as np
import pandas as pd

from framing.classifier.examples import Examples
from framing.classifier.linear import Floats, fit_linear, split_folds
from framing.classifier.reading import label_sentences
from framing.classifier.shipped import AxisClassifier
from framing.classifier.training import NONE_SHARE, RANDOM_STATE, STRENGTH, train_classifier
from framing.evidence.lens import Lens
from framing.topics.examples import NONE
from framing.topics.frame import Axis

READERS: Final = ("both", "classifier", "lexicon", "words", "majority")
N_DRAWS: Final = 1000
BINS: Final = 10
LEARNERS: Final = ("both", "classifier", "words")
SHARES_LEARNED: Final = (0.25, 0.5, 1.0)


def cross_validate(examples: Examples, lens: Lens, axis: Axis | None, share: float = 1.0) -> pd.DataFrame:
    """Read every example with a classifier that has seen none of its group.

    Columns: text, gold, group, voice, fold, p_<class>, and one label for each reader: both (lexicon and classifier together),
    classifier, lexicon, words (a logistic regression on the words alone), majority. `share` of the other groups' examples is learned from.
    """
    labels = np.unique(examples.labels, return_inverse=True)[1]
    fold = split_folds(labels, np.array(examples.groups) if len(set(examples.groups)) > 1 else None, RANDOM_STATE)
    draw = np.random.default_rng(RANDOM_STATE)
    tables = []
    for number in np.unique(fold):
        seen = (fold != number) & (draw.random(len(fold)) < share)
        tables.append(read_fold(examples.take(seen), examples.take(fold == number), lens, axis).assign(fold=number))
    order = np.concatenate([np.flatnonzero(fold == number) for number in np.unique(fold)])
    return pd.concat(tables, ignore_index=True).iloc[np.argsort(order)].reset_index(drop=True)


def read_fold(seen: Examples, unseen: Examples, lens: Lens, axis: Axis | None) -> pd.DataFrame:
    """Train on some examples and read others."""
    model = train_classifier(seen, lens, axis.axis_id if axis else "")
    found = label_sentences(unseen.texts, lens, AxisClassifier(axis, model.weights_))
    table = pd.DataFrame({"text": unseen.texts, "gold": unseen.labels, "group": unseen.groups, "voice": unseen.voices})
    table = table.join(found.filter(like="p_"))
    table["both"], table["classifier"], table["lexicon"] = found["label"], found["classifier_label"], found["lexicon_label"]
    table["words"] = read_words(seen, unseen)
    table["majority"] = NONE if axis else max(sorted(set(seen.labels)), key=seen.labels.count)
    return table


def read_words(seen: Examples, unseen: Examples) -> list[str]:
    """Read by a plain logistic regression on the words and letter groups of the examples alone."""
    from framing.classifier.words import learn_vocabulary

    vocabulary = learn_vocabulary(seen.texts)
    classes, codes = np.unique(seen.labels, return_inverse=True)
    coef, intercept = fit_linear(vocabulary.weigh(seen.texts), codes, len(classes), STRENGTH, np.ones(len(codes)))
    values = vocabulary.weigh(unseen.texts) @ coef + intercept
    return [str(label) for label in classes[values.argmax(axis=1)]]


def find_row_weights(gold: Sequence[str], is_expected: bool) -> Floats:
    """Weigh rows 1 each, or so that `none` makes up its expected share of all."""
    is_none = np.array([label == NONE for label in gold])
    if not is_expected or not is_none.any() or is_none.all():
        return np.ones(len(is_none))
    return np.asarray(np.where(is_none, NONE_SHARE / is_none.mean(), (1 - NONE_SHARE) / (1 - is_none.mean())))


def count_confusion(gold: Sequence[str], found: Sequence[str], classes: Sequence[str], weight: Floats) -> Floats:
    """Return how often (in weight) each class (row) was read as each (column)."""
    number = {name: at for at, name in enumerate(classes)}
    pairs = np.array([number[a] * len(classes) + number[b] for a, b in zip(gold, found, strict=True)], np.int64)
    return np.asarray(np.bincount(pairs, weight, len(classes) ** 2).reshape(len(classes), -1), np.float64)


def measure_confusion(confusion: Floats) -> Floats:
    """Return precision, recall and F1 of every class of a confusion matrix: an array (3, classes); nothing found counts 0."""
    right = np.diagonal(confusion)
    precision = right / np.maximum(confusion.sum(axis=0), 1e-12)
    recall = right / np.maximum(confusion.sum(axis=1), 1e-12)
    return np.stack([precision, recall, 2 * precision * recall / np.maximum(precision + recall, 1e-12)])


def measure_reader(gold: Sequence[str], found: Sequence[str], classes: Sequence[str], weight: Floats) -> pd.DataFrame:
    """Measure precision, recall and F1 of every class and their mean (`macro`), each with a 95 % bootstrap interval over sentences.

    Columns: class, n, measure, value, low, high.
    """
    draw = np.random.default_rng(RANDOM_STATE)
    value = measure_confusion(count_confusion(gold, found, classes, weight))
    times = draw.multinomial(len(gold), np.full(len(gold), 1 / max(len(gold), 1)), N_DRAWS)
    draws = np.array([measure_confusion(count_confusion(gold, found, classes, weight * time)) for time in times])
    low, high = np.quantile(draws, [0.025, 0.975], axis=0)
    means = np.quantile(draws.mean(axis=2), [0.025, 0.975], axis=0)
    rows = []
    for at, measure in enumerate(("precision", "recall", "F1")):
        for number, name in enumerate(classes):
            n = sum(label == name for label in gold)
            rows.append((name, n, measure, value[at, number], low[at, number], high[at, number]))
        rows.append(("macro", len(gold), measure, value[at].mean(), means[0, at], means[1, at]))
    return pd.DataFrame(rows, columns=["class", "n", "measure", "value", "low", "high"])


def measure_calibration(table: pd.DataFrame, classes: Sequence[str], weight: Floats) -> pd.DataFrame:
    """Return the calibration curve of the probabilities of all classes: by tenth, mean probability, share that was right, weight.

    Columns: low, high, n, mean_p, share.
    """
    p = np.concatenate([table[f"p_{name}"].to_numpy() for name in classes])
    right = np.concatenate([(table["gold"] == name).to_numpy() for name in classes]).astype(np.float64)
    heavy = np.tile(weight, len(classes))
    cell = np.minimum((p * BINS).astype(np.int64), BINS - 1)
    n, total = np.bincount(cell, minlength=BINS), np.maximum(np.bincount(cell, heavy, BINS), 1e-12)
    edges = np.arange(BINS) / BINS
    curve = {"low": edges, "high": edges + 1 / BINS, "n": n, "mean_p": np.bincount(cell, heavy * p, BINS) / total}
    return pd.DataFrame({**curve, "share": np.bincount(cell, heavy * right, BINS) / total, "weight": np.bincount(cell, heavy, BINS)})


def measure_ece(curve: pd.DataFrame) -> float:
    """Measure the expected calibration error (Naeini, Cooper & Hauskrecht 2015) of a curve, 0 to 1."""
    return float(((curve["mean_p"] - curve["share"]).abs() * curve["weight"]).sum() / curve["weight"].sum())


def measure_learning(examples: Examples, lens: Lens, axis: Axis | None, whole: pd.DataFrame) -> pd.DataFrame:
    """Return the learning curve: macro F1 by share of the examples learned from; `whole` is the reading with all of them.

    Columns: share, examples, both, classifier, words.
    """
    classes = sorted(set(examples.labels))
    weight = find_row_weights(examples.labels, axis is not None)
    rows = []
    for share in SHARES_LEARNED:
        table = whole if share == 1 else cross_validate(examples, lens, axis, share)
        gold = list(table["gold"])
        scores = [measure_confusion(count_confusion(gold, list(table[name]), classes, weight))[2].mean() for name in LEARNERS]
        rows.append((share, round(len(examples) * share), *scores))
    return pd.DataFrame(rows, columns=["share", "examples", *LEARNERS])
