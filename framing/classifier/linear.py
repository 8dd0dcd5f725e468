"""Linear models with probabilities: fitting, held-out decision values, and moving probabilities to another share of classes."""

import warnings
import zlib
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Codes = NDArray[np.int64]
N_FOLDS = 5
TOLERANCE = 1e-6
FEW_NUMBERS = 200
"""A model of at most so many numbers is fitted by a solver that is exact and fast while there are few; where it fails it takes the other itself."""


def fit_linear(x: Any, y: Codes, n_classes: int, strength: float, weight: Floats) -> tuple[Floats, Floats]:
    """Fit a multinomial logistic regression as (coefficients (features, classes), intercepts); rare classes weigh as much as common ones.

    `strength` is the inverse of the L2 penalty. It runs in one thread, so that sums are the same on any number of cores.
    A class that is not in `y` gets the intercept -20.
    """
    from sklearn.exceptions import ConvergenceWarning
    from sklearn.linear_model import LogisticRegression
    from threadpoolctl import threadpool_limits

    totals = np.bincount(y, weight, n_classes)
    there = np.flatnonzero(totals > 0)
    coef, intercept = np.zeros((x.shape[1], n_classes)), np.full(n_classes, -20.0)
    if len(there) < 2:
        intercept[there] = 0.0
        return coef, intercept
    counts = weight > 0
    x, y, weight = x[counts], y[counts], weight[counts]
    balanced = weight * (weight.sum() / (len(there) * totals[y]))
    with threadpool_limits(1), warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        solver = "newton-cholesky" if x.shape[1] * len(there) <= FEW_NUMBERS else "lbfgs"
        model = LogisticRegression(C=strength, tol=TOLERANCE, max_iter=2000, solver=solver).fit(x, y, sample_weight=balanced)
    is_two = len(there) == 2
    coef[:, there] = np.vstack([-model.coef_ / 2, model.coef_ / 2]).T if is_two else model.coef_.T
    intercept[there] = np.concatenate([-model.intercept_ / 2, model.intercept_ / 2]) if is_two else model.intercept_
    return coef, intercept


def hold_out(x: Any, y: Codes, n_classes: int, strength: float, weight: Floats, fold: Codes) -> Floats:
    """Return decision values (rows, classes) of each row from a fit without its fold; rows of fold -1 only help to fit, and have 0."""
    values = np.zeros((x.shape[0], n_classes))
    for number in np.unique(fold[fold >= 0]):
        own = fold == number
        coef, intercept = fit_linear(x[~own], y[~own], n_classes, strength, weight[~own])
        values[own] = x[own] @ coef + intercept
    return values


def split_folds(y: Codes, groups: NDArray[Any] | None, random_state: int) -> Codes:
    """Number the fold of each row: a group a fold (at most five folds, groups kept whole), or five folds with equal shares of classes."""
    if groups is not None and len(np.unique(groups)) > 1:
        names, number = np.unique(groups, return_inverse=True)
        order = np.argsort(-np.bincount(number), kind="stable")
        place = np.empty(len(names), np.int64)
        place[order] = np.arange(len(names)) % max(min(N_FOLDS + 1, len(names)), 2)
        return np.asarray(place[number])
    draw = np.random.default_rng(random_state)
    fold = np.empty(len(y), np.int64)
    for code in np.unique(y):
        own = np.flatnonzero(y == code)
        fold[draw.permutation(own)] = np.arange(len(own)) % N_FOLDS
    return fold


def split_by_content(x: Any) -> Codes:
    """Number the fold of each row by what it holds, so that equal rows are held out together, whatever their order."""
    from scipy.sparse import issparse

    rows = x.tocsr() if issparse(x) else None
    if rows is None:
        keys = [zlib.crc32(np.ascontiguousarray(row + 0.0).tobytes()) for row in x]
    else:
        rows = rows.copy()
        rows.eliminate_zeros()
        rows.sort_indices()
        keys = [zlib.crc32(np.bincount(row.indices, row.data, x.shape[1]).tobytes()) for row in rows]
    return np.array(keys, np.int64) % N_FOLDS


def find_probabilities(values: Floats, shift: Floats) -> Floats:
    """Turn decision values into probabilities (rows sum to 1), each class' odds moved by `shift` (natural logarithms)."""
    moved = values + shift
    moved = np.exp(moved - moved.max(axis=1, keepdims=True))
    return np.asarray(moved / moved.sum(axis=1, keepdims=True))


def find_shift(shares: Floats) -> Floats:
    """Return the shift from equal shares of classes to the given ones (Saerens, Latinne & Decaestecker 2002)."""
    return np.asarray(np.log(np.maximum(shares, 1e-9) * len(shares)))
