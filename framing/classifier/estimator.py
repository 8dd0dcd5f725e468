"""The classifier as scikit-learn estimators: the cross-fitted linear model of any figures, the word features, and the reader of sentences."""

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray
from sklearn.base import BaseEstimator, ClassifierMixin
from sklearn.utils import Tags
from sklearn.utils.multiclass import check_classification_targets
from sklearn.utils.validation import _check_sample_weight, check_is_fitted, validate_data

from framing.classifier.linear import Floats, find_probabilities, find_shift, fit_linear, hold_out, split_by_content, split_folds
from framing.classifier.weights import BOTH, CLASSIFIER, Head, Weights, count_facts, from_arrays, to_arrays
from framing.classifier.words import learn_vocabulary

LEXICON_FACTS: Final = tuple(
    f"{side}_{what}" for what in ("weight", "pieces", "attributed", "hedged", "void", "loose") for side in ("left", "right")
)
CONTEXT_FACTS: Final = (
    "quotations", "reported", "cue_doubting", "cue_endorsing", "cue_emotive", "negators", "hedges", "distancers",
    "loaded_praise", "loaded_blame", "loaded_alarm", "loaded_belittle", "set_aside",
)  # fmt: skip


class CrossFittedClassifier(ClassifierMixin, BaseEstimator):  # type: ignore[misc]
    """A linear classifier whose probabilities are calibrated on rows its first stage has not seen.

    The first stage is a logistic regression on all columns; the second one takes the first's decision values, held out by fold, so
    that an overconfident first stage is taken back (stacking: Wolpert 1992; a multinomial form of Platt 1999). Classes are balanced while fitting and
    then moved to `shares`: None for those of the training data, or one share a class in sorted order.
    """

    def __init__(self, strength: float = 1.0, second_strength: float = 1.0, shares: Sequence[float] | None = None) -> None:
        self.strength = strength
        self.second_strength = second_strength
        self.shares = shares

    def fit(self, X: ArrayLike, y: ArrayLike, sample_weight: ArrayLike | None = None, groups: ArrayLike | None = None) -> "CrossFittedClassifier":
        """Fit on X (rows, columns) and y; rows of one group are held out together."""
        x, y = validate_data(self, X, y, accept_sparse="csr", dtype=np.float64)
        check_classification_targets(y)
        weight = _check_sample_weight(sample_weight, x, dtype=np.float64)
        self.classes_, codes = np.unique(y, return_inverse=True)
        n_classes = len(self.classes_)
        if n_classes < 2:
            raise ValueError(f"Classifier can't train when only one class is present: {self.classes_[0]!r}")
        fold = split_by_content(x) if groups is None else split_folds(codes, np.asarray(groups), 0)
        values = hold_out(x, codes, n_classes, self.strength, weight, fold)
        second, intercept = fit_linear(values, codes, n_classes, self.second_strength, weight)
        first, first_intercept = fit_linear(x, codes, n_classes, self.strength, weight)
        self.coef_ = first @ second
        self.intercept_ = first_intercept @ second + intercept
        shares = np.bincount(codes, weight, n_classes) / weight.sum() if self.shares is None else np.asarray(self.shares, np.float64)
        if len(shares) != n_classes:
            raise ValueError(f"shares: {len(shares)} given; one for each of {n_classes} classes is needed")
        self.shift_ = find_shift(shares)
        return self

    def predict_proba(self, X: ArrayLike) -> Floats:
        """Return the probability of each class (rows, classes)."""
        check_is_fitted(self)
        x = validate_data(self, X, accept_sparse="csr", dtype=np.float64, reset=False)
        return find_probabilities(np.asarray(x @ self.coef_ + self.intercept_), self.shift_)

    def predict(self, X: ArrayLike) -> NDArray[Any]:
        """Return the most probable class of each row."""
        check_is_fitted(self)
        return np.asarray(self.classes_[self.predict_proba(X).argmax(axis=1)])

    def __sklearn_tags__(self) -> Tags:
        """Say that sparse rows are taken."""
        tags = super().__sklearn_tags__()
        tags.input_tags.sparse = True
        return tags


class SentenceClassifier(ClassifierMixin, BaseEstimator):  # type: ignore[misc]
    """The reader of sentences: two calibrated linear readings over words, letter groups and the figures of the analysis.

    X is a table of `make_facts`: a column `text` with denied words marked, and figures. It follows scikit-learn's conventions but takes
    only such tables. `second_strength` is the inverse penalty of the second stage; for the others see `CrossFittedClassifier`. `trust` says
    how much the words count beside the lexicon (a logarithmic opinion pool, Genest & Zidek 1986): what is learned from a few hundred
    examples carries over to running news less surely than what the lexicon finds.
    """

    def __init__(
        self,
        strength: float = 1.0,
        second_strength: float = 0.3,
        shares: dict[str, float] | None = None,
        trust: float = 0.5,
        with_names: bool = False,
        random_state: int = 0,
    ) -> None:
        self.strength = strength
        self.second_strength = second_strength
        self.shares = shares
        self.trust = trust
        self.with_names = with_names
        self.random_state = random_state

    def fit(
        self, X: pd.DataFrame, y: ArrayLike, sample_weight: ArrayLike | None = None, groups: ArrayLike | None = None
    ) -> "SentenceClassifier":
        """Fit on a table of facts; rows of one group are held out together, those of the group "" help the first stage only."""
        self.classes_, codes = np.unique(np.asarray(y), return_inverse=True)
        weight = np.ones(len(codes)) if sample_weight is None else np.asarray(sample_weight, np.float64)
        vocabulary = learn_vocabulary(X["text"], with_names=self.with_names)
        features, n_classes = vocabulary.weigh(X["text"].tolist()), len(self.classes_)
        fold, judged = np.full(len(codes), -1, np.int64), find_judged(groups, len(codes))
        fold[judged] = split_folds(codes[judged], None if groups is None else np.asarray(groups)[judged], self.random_state)
        values = hold_out(features, codes, n_classes, self.strength, weight, fold)[judged]
        coef, intercept = fit_linear(features, codes, n_classes, self.strength, weight)
        names = tuple(name for name in (*CONTEXT_FACTS, *LEXICON_FACTS) if name in X.columns)
        facts = count_facts(X[judged], names)
        heads = self._fit_heads(values, facts, np.array([name in LEXICON_FACTS for name in names]), codes[judged], weight[judged])
        shift = find_shift(self._find_shares(codes[judged]))
        self.arrays_ = to_arrays(Weights(tuple(map(str, self.classes_)), vocabulary, coef, intercept, names, heads, shift))
        return self

    def _fit_heads(
        self, values: Floats, facts: Floats, of_lexicon: NDArray[np.bool_], codes: NDArray[np.int64], weight: Floats
    ) -> dict[str, Head]:
        """Fit the reading by words and context, that by the lexicon's evidence, and pool them: lexicon + `trust` x classifier (in log-odds)."""
        n_classes = len(self.classes_)
        joined = np.hstack([values, facts * ~of_lexicon])
        second, start = fit_linear(joined, codes, n_classes, self.second_strength, weight)
        alone = Head(second[:n_classes], second[n_classes:], start)
        if not of_lexicon.any():
            return {CLASSIFIER: alone, BOTH: alone}
        lexicon, intercept = fit_linear(facts * of_lexicon, codes, n_classes, self.second_strength, weight)
        pooled = Head(alone.words * self.trust, lexicon + alone.facts * self.trust, intercept + start * self.trust)
        return {CLASSIFIER: alone, BOTH: pooled}

    def _find_shares(self, codes: NDArray[np.int64]) -> Floats:
        """Return the shares of the classes to expect."""
        if self.shares is None:
            return np.bincount(codes, minlength=len(self.classes_)) / len(codes)
        return np.array([self.shares.get(str(name), 0.0) for name in self.classes_])

    @property
    def weights_(self) -> Weights:
        """What was learned, as plain tables."""
        check_is_fitted(self)
        return from_arrays(self.arrays_)

    def predict_proba(self, X: pd.DataFrame) -> Floats:
        """Return the probability of each class (rows, classes), lexicon and classifier together."""
        weights = self.weights_
        return weights.predict(weights.weigh(X["text"].tolist()), X)

    def predict(self, X: pd.DataFrame) -> NDArray[Any]:
        """Return the most probable class of each row."""
        check_is_fitted(self)
        return np.asarray(self.classes_[self.predict_proba(X).argmax(axis=1)])


def find_judged(groups: ArrayLike | None, n_rows: int) -> NDArray[np.bool_]:
    """Tell which rows may be held out: those with a group, all where there are no groups."""
    return np.ones(n_rows, np.bool_) if groups is None else np.asarray(groups).astype(str) != ""
