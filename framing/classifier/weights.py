"""A trained classifier as plain tables of weights: what it takes to read a sentence, and to say why."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from framing.classifier.linear import Floats, find_probabilities
from framing.classifier.words import Vocabulary

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

MOST_COUNTED: Final = 2.0
"""A figure above this counts as this: the third loaded word of a sentence tells no more."""
CLASSIFIER, BOTH = "classifier", "both"


@dataclass(frozen=True)
class Head:
    """One reading of the same features: how the decision values of the words and each figure count for each class."""

    words: Floats
    facts: Floats
    intercept: Floats


@dataclass(frozen=True)
class Weights:
    """All a trained classifier knows; arrays have one column a class.

    `heads` are two readings: `classifier` (words, letters and context) and `both` (the lexicon's evidence added). `shift` moves the odds
    from equal shares of the classes to those expected.
    """

    classes: tuple[str, ...]
    vocabulary: Vocabulary
    coef: Floats
    intercept: Floats
    fact_names: tuple[str, ...]
    heads: dict[str, Head]
    shift: Floats

    def predict(self, features: "csr_matrix", facts: pd.DataFrame, head: str = BOTH, extra: Floats | float = 0.0) -> Floats:
        """Return the probability of each class for each row (rows sum to 1); `extra` moves the log-odds further, by row and class."""
        own = self.heads[head]
        values = (features @ self.coef + self.intercept) @ own.words + count_facts(facts, self.fact_names) @ own.facts + own.intercept
        return find_probabilities(np.asarray(values), self.shift + extra)

    def weigh(self, texts: Sequence[str]) -> "csr_matrix":
        """Return the word features of marked texts."""
        return self.vocabulary.weigh(texts)


def count_facts(facts: pd.DataFrame, names: Sequence[str]) -> Floats:
    """Return the figures of units as an array, each at most `MOST_COUNTED`."""
    return np.asarray(np.minimum(facts[list(names)].to_numpy(np.float64), MOST_COUNTED), np.float64)


def to_arrays(weights: Weights) -> dict[str, NDArray[Any]]:
    """Lay weights out as plain arrays."""
    words = weights.vocabulary
    arrays: dict[str, NDArray[Any]] = {
        "classes": np.array(weights.classes), "forms": np.array(words.forms), "stems": np.array(words.stems),
        "names": np.array(words.names), "n_words": np.array(words.n_words), "with_names": np.array(words.with_names),
        "idf": words.idf, "coef": weights.coef, "intercept": weights.intercept,
        "fact_names": np.array(weights.fact_names), "shift": weights.shift,
    }  # fmt: skip
    for name, head in weights.heads.items():
        arrays |= {f"{name}_words": head.words, f"{name}_facts": head.facts, f"{name}_intercept": head.intercept}
    return arrays


def from_arrays(arrays: Any) -> Weights:
    """Make weights of the arrays `to_arrays` gives; raises KeyError or ValueError where they do not fit together."""
    texts = {name: tuple(arrays[name].tolist()) for name in ("classes", "forms", "stems", "names", "fact_names")}
    vocabulary = Vocabulary(texts["forms"], texts["stems"], texts["names"], int(arrays["n_words"]), arrays["idf"], bool(arrays["with_names"]))
    heads = {name: Head(arrays[f"{name}_words"], arrays[f"{name}_facts"], arrays[f"{name}_intercept"]) for name in (CLASSIFIER, BOTH)}
    weights = Weights(texts["classes"], vocabulary, arrays["coef"], arrays["intercept"], texts["fact_names"], heads, arrays["shift"])
    n_classes = len(weights.classes)
    fits = weights.coef.shape == (len(vocabulary.names), n_classes) and len(vocabulary.idf) == len(vocabulary.names)
    fits = fits and all(
        head.words.shape == (n_classes, n_classes) and head.facts.shape == (len(weights.fact_names), n_classes) for head in heads.values()
    )
    if not fits or len(vocabulary.forms) != len(vocabulary.stems):
        raise ValueError("the arrays of a classifier do not fit together")
    return weights


def write_weights(path: Path, weights: Weights) -> None:
    """Write weights as compressed arrays without pickle."""
    with path.open("wb") as file:
        np.savez_compressed(file, **to_arrays(weights))  # type: ignore[arg-type]


def read_weights(path: Path) -> Weights:
    """Read weights that `write_weights` wrote; raises ValueError, KeyError, OSError or BadZipFile for any other file."""
    with np.load(path, allow_pickle=False) as arrays:
        return from_arrays({name: arrays[name] for name in arrays.files})
