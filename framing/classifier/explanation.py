"""Why a sentence was read as it was: how far each word and each figure pushed towards a label."""

from typing import NamedTuple

import numpy as np
import pandas as pd

from framing.classifier.linear import Floats
from framing.classifier.weights import BOTH, Weights, count_facts


class Push(NamedTuple):
    """How far one word (or figure) moved the log-odds of a label against the mean of the other labels: above 0 towards it."""

    word: str
    value: float
    start: int
    end: int


def find_margin(weights: Weights, label: str) -> Floats:
    """Return how decision values add up to the margin of a label over the mean of the others."""
    n_classes = len(weights.classes)
    margin = np.full(n_classes, -1 / max(n_classes - 1, 1))
    margin[weights.classes.index(label)] = 1.0
    return margin


def find_pushes(weights: Weights, text: str, label: str, head: str = BOTH) -> list[Push]:
    """Return the push of every word of a marked text towards a label, the strongest first.

    A word's push is the sum over its stem, pair and letter groups of value x weight; a feature that several words share is dealt out
    evenly. Offsets count in the marked text.
    """
    words = weights.vocabulary.number_words(text)
    row = weights.weigh([text])
    effect = weights.coef[row.indices] @ (weights.heads[head].words @ find_margin(weights, label))
    counts: dict[int, int] = {}
    for _, numbers in words:
        for number in numbers:
            counts[number] = counts.get(number, 0) + 1
    share = {int(number): float(value) / counts[int(number)] for number, value in zip(row.indices, row.data * effect, strict=True)}
    found = [Push(word.form, sum(share[number] for number in numbers), word.start, word.end) for word, numbers in words]
    return sorted(found, key=lambda push: (-push.value, push.start))


def find_fact_pushes(weights: Weights, facts: pd.DataFrame, label: str, head: str = BOTH) -> list[Push]:
    """Return the push of every figure of the first row of facts towards a label, those of 0 left out."""
    counted = count_facts(facts.iloc[:1], weights.fact_names)[0]
    values = counted * (weights.heads[head].facts @ find_margin(weights, label))
    found = [Push(name, float(value), -1, -1) for name, value in zip(weights.fact_names, values, strict=True) if value]
    return sorted(found, key=lambda push: (-push.value, push.word))
