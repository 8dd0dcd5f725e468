"""What the classifier of an axis learned of words, where the topic has examples to train it on."""

from collections.abc import Callable
from itertools import pairwise

import numpy as np

from framing.classifier.explanation import find_margin
from framing.classifier.shipped import load_classifiers
from framing.classifier.weights import CLASSIFIER
from framing.editing.counting import Key
from framing.evidence.lens import Lens

Push = Callable[[Key], float]
STRONG_SHARE = 0.98


def find_pushes(lens: Lens, axis: int) -> dict[str, Push]:
    """Return for each pole how far the classifier's weights push towards it: a function of the stems of a phrase.

    1 is as much as one of the strongest stems (the upper 2 %) pushes, negative away from the pole; {} without examples.
    """
    own = next((one for one in load_classifiers(lens) if one.axis and one.axis.axis_id == lens.axes[axis].axis_id), None)
    if own is None:
        return {}
    words = own.weights.vocabulary
    number = {name: at for at, name in enumerate(words.names[: words.n_words])}

    def make_push(pole: str) -> Push:
        values = own.weights.coef @ (own.weights.heads[CLASSIFIER].words @ find_margin(own.weights, pole))
        values = values[: words.n_words] * words.idf[: words.n_words]
        strong = float(np.quantile(np.abs(values), STRONG_SHARE)) or 1.0

        def push(key: Key) -> float:
            names = (*key, *(f"{a} {b}" for a, b in pairwise(key)))
            return float(sum(values[number[name]] for name in names if name in number)) / strong

        return push

    return {pole.pole_id: make_push(pole.pole_id) for pole in (lens.axes[axis].left, lens.axes[axis].right)}
