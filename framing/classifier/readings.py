"""The two readings of whole articles: every sentence's label by the lexicon and by the classifier, and how far they agree."""

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
import pandas as pd

from framing.analysis.analysis import Analysis
from framing.classifier.facts import tell_named
from framing.classifier.reading import read_units
from framing.classifier.shipped import AxisClassifier
from framing.classifier.training import NONE_SHARE
from framing.classifier.units import find_units
from framing.topics.examples import NONE

READINGS: Final = (
    "article", "axis", "start", "end", "text", "lexicon_label", "classifier_label", "label", "p_left", "p_right", "p_none", "agree", "reason",
)  # fmt: skip
OFF_TARGET: Final = float(np.log(0.85 / 0.15) - np.log(NONE_SHARE / (1 - NONE_SHARE)))
"""Added to the log-odds of `none` where the target is named neither in a sentence nor in the two before: 85 in 100 of these to expect, not 60."""
AGREEMENT: Final = ("article", "axis", "sentences", "agree", "kappa", "both_none", "lexicon_only", "classifier_only", "opposed")


def make_reading_table(analysis: Analysis, classifiers: Sequence[AxisClassifier]) -> pd.DataFrame:
    """Return one row for each scored sentence and axis with a classifier; offsets count in the cleaned text, probabilities have three decimals.

    `p_left`, `p_right`, `p_none` belong to `label`, the two readings taken together.
    """
    units, batch = find_units(analysis), analysis.batch
    article = batch.article_of(units.starts)
    places: dict[str, Any] = {
        "article": [batch.articles[number].article_id for number in article],
        "start": units.starts - batch.starts[article],
        "end": units.ends - batch.starts[article],
        "text": [batch.cut(start, end) for start, end in zip(units.starts.tolist(), units.ends.tolist(), strict=True)],
    }
    tables = []
    for classifier in classifiers:
        axis = classifier.axis
        if axis is None:
            continue
        doubt = np.where(tell_named(analysis, units, axis.target), 0.0, OFF_TARGET)
        names = {f"p_{axis.left.pole_id}": "p_left", f"p_{axis.right.pole_id}": "p_right", f"p_{NONE}": "p_none"}
        tables.append(read_units(analysis, units, classifier, doubt).rename(columns=names).assign(axis=axis.axis_id, **places)[list(READINGS)])
    return pd.concat(tables, ignore_index=True) if tables else pd.DataFrame(columns=READINGS)


def measure_agreement(readings: pd.DataFrame) -> pd.DataFrame:
    """Measure, for each article and axis, how far lexicon and classifier agree.

    Columns: article, axis, sentences, agree (share), kappa (Cohen 1960: agreement beyond chance; nan where both give one label only),
    both_none, lexicon_only and classifier_only (a pole by one, none by the other), opposed (opposite poles): counts of sentences.
    """
    rows = []
    for (axis, article), own in readings.groupby(["axis", "article"], sort=False):
        first, second = own["lexicon_label"], own["classifier_label"]
        kinds = own.apply(name_parting, axis=1).value_counts()
        counts = [int(kinds.get(name, 0)) for name in ("lexicon only", "classifier only", "opposed")]
        both_none = int(((first == NONE) & (second == NONE)).sum())
        rows.append((article, axis, len(own), float((first == second).mean()), measure_kappa(first, second), both_none, *counts))
    return pd.DataFrame(rows, columns=AGREEMENT)


def name_parting(row: pd.Series) -> str:
    """Name how the two readings of a sentence part: opposed, lexicon only, classifier only, or "" where they agree."""
    if row["lexicon_label"] == row["classifier_label"]:
        return ""
    if row["classifier_label"] == NONE:
        return "lexicon only"
    return "classifier only" if row["lexicon_label"] == NONE else "opposed"


def measure_kappa(first: pd.Series, second: pd.Series) -> float:
    """Measure Cohen's kappa of two readings, in [-1, 1]; nan where chance alone would make them agree.

    >>> measure_kappa(pd.Series(["a", "a", "b", "b"]), pd.Series(["a", "b", "b", "b"]))
    0.5
    """
    observed = float((first.to_numpy() == second.to_numpy()).mean())
    shares = (series.value_counts(normalize=True) for series in (first, second))
    chance = float(next(shares).mul(next(shares), fill_value=0).sum())
    return (observed - chance) / (1 - chance) if chance < 1 else float("nan")
