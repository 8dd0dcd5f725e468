"""Training: from labelled examples and a topic's own terms to weights."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from framing.classifier.examples import Examples
from framing.classifier.facts import make_facts
from framing.classifier.units import analyse_sentences
from framing.evidence.lens import Lens
from framing.topics.examples import NONE
from framing.topics.lexicon import Entry

if TYPE_CHECKING:
    from framing.classifier.estimator import SentenceClassifier

RANDOM_STATE: Final = 20230808
NONE_SHARE: Final = 0.6
"""Share of sentences without a pole to expect among those that name a topic: in running news most only mention it."""
TERM_WEIGHT: Final = 1.0
STRENGTH: Final = 1.0
SECOND_STRENGTH: Final = 0.3
TRUST: Final = 0.5
"""How much the words count beside the lexicon."""


@dataclass(frozen=True)
class TrainingRows:
    """What is learned from: a table of facts, and of each row its label, its weight and its group ("" for terms, which are never held out)."""

    facts: pd.DataFrame
    labels: list[str]
    weight: list[float]
    groups: list[str]


def make_rows(examples: Examples, lens: Lens, axis_id: str = "") -> TrainingRows:
    """Make the rows to learn from.

    Beside each example stands the same with a neutral one joined on, so that a long sentence with much else in it is read alike. Terms of
    the axis' lexicon are short texts of their own. Without an axis (labels of another kind) there are only the examples.
    """
    facts = make_facts(*analyse_sentences(examples.texts, lens), axis_id)
    rows = TrainingRows(facts, list(examples.labels), [1.0] * len(examples), [group or "all" for group in examples.groups])
    if not axis_id:
        return rows
    return add_terms(join_neutral(rows), lens, axis_id)


def join_neutral(rows: TrainingRows) -> TrainingRows:
    """Add each example once more, with an example of `none` from its group before or after it."""
    draw = np.random.default_rng(RANDOM_STATE)
    texts = rows.facts["text"].tolist()
    figures = rows.facts.drop(columns="text").to_numpy()
    neutral = [at for at, label in enumerate(rows.labels) if label == NONE]
    if not neutral:
        return rows
    of_group = {group: [at for at in neutral if rows.groups[at] == group] for group in set(rows.groups)}
    chosen = [int(draw.choice(of_group[group] or neutral)) for group in rows.groups]
    joined = [f"{texts[at]} {texts[other]}" if draw.random() < 0.5 else f"{texts[other]} {texts[at]}" for at, other in enumerate(chosen)]
    more = pd.DataFrame(figures + figures[chosen], columns=rows.facts.columns.drop("text"))
    more.insert(0, "text", joined)
    return TrainingRows(pd.concat([rows.facts, more], ignore_index=True), rows.labels * 2, rows.weight * 2, rows.groups * 2)


def add_terms(rows: TrainingRows, lens: Lens, axis_id: str) -> TrainingRows:
    """Add the terms of an axis as short texts, each as heavy as its entry."""
    entries = [entry for entry in lens.entries if entry.axis_id == axis_id]
    texts = [write_term(entry) for entry in entries]
    more = pd.DataFrame(0.0, index=range(len(entries)), columns=rows.facts.columns.drop("text"))
    more.insert(0, "text", texts)
    return TrainingRows(
        pd.concat([rows.facts, more], ignore_index=True),
        rows.labels + [entry.pole_id for entry in entries],
        rows.weight + [TERM_WEIGHT * entry.weight for entry in entries],
        rows.groups + [""] * len(entries),
    )


def write_term(entry: Entry) -> str:
    """Write a term as a text: alternatives and gaps parted by a bar, places for names left out."""
    return " ".join(part for part in entry.term.replace("...", "|").replace("|", " | ").split() if not part.startswith("{"))


def train_classifier(examples: Examples, lens: Lens, axis_id: str = "", shares: dict[str, float] | None = None) -> "SentenceClassifier":
    """Train the classifier of an axis, or of any labels.

    For the poles of an axis names are left out of the words. `shares` are the shares of the labels to expect; None: those of running
    news for an axis, else those of the examples.
    """
    from framing.classifier.estimator import SentenceClassifier

    rows = make_rows(examples, lens, axis_id)
    model = SentenceClassifier(STRENGTH, SECOND_STRENGTH, shares or (expect_news(examples) if axis_id else None), TRUST, not axis_id, RANDOM_STATE)
    return model.fit(rows.facts, rows.labels, rows.weight, rows.groups)


def expect_news(examples: Examples) -> dict[str, float]:
    """Return the shares of an axis' labels to expect in running news: `none` its own, the poles equal parts of the rest."""
    labels = sorted(set(examples.labels))
    if NONE not in labels:
        return dict.fromkeys(labels, 1 / len(labels))
    return {label: NONE_SHARE if label == NONE else (1 - NONE_SHARE) / max(len(labels) - 1, 1) for label in labels}
