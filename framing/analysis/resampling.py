"""Bayesian bootstrap over sentences: how far a figure could be off, given the evidence there is.

Each sentence with evidence gets a random weight (Rubin 1981), and half a sentence of evidence is added at each pole (Jeffreys' prior), so
that three sentences that agree do not pass for certainty. With equal weights the interval of the mean is Jeffreys' interval for a
proportion (Brown, Cai & DasGupta 2001). Sentences without evidence would weigh the same above and below and drop out.
"""

from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
N_DRAWS: Final = 2_000
BLOCK: Final = 64
PRIOR_SENTENCES: Final = 0.5


@lru_cache(maxsize=64)
def draw_block(random_state: int, block: int, n_draws: int) -> Floats:
    """Draw the weights of sentences `64 * block` to `64 * block + 63`: an array (sentences, draws)."""
    return np.random.default_rng([random_state, block]).standard_exponential((BLOCK, n_draws))


@lru_cache(maxsize=8)
def draw_prior(random_state: int, n_draws: int, prior: float) -> Floats:
    """Draw the weights of the `prior` sentences at the left and at the right pole: an array (2, draws)."""
    return np.random.default_rng([random_state, 2**31]).standard_gamma(prior, (2, n_draws))


def resample_bias(
    signed: Floats, weight: Floats, random_state: int, n_draws: int = N_DRAWS, prior: float = PRIOR_SENTENCES
) -> Floats:
    """Draw the bias of one article, axis and voice: an array (draws,) in [-1, 1].

    `signed` and `weight` are the sums of sign x weight and of weight for each sentence with evidence, in any fixed order; `prior` is how
    many sentences of evidence are added at each pole, each as heavy as the sentence a random piece of weight belongs to.
    """
    left, right = draw_prior(random_state, n_draws, prior) * float((weight**2).sum() / weight.sum())
    above, below = right - left, right + left
    for block in range(0, len(weight), BLOCK):
        own = slice(block, block + BLOCK)
        draws = draw_block(random_state, block // BLOCK, n_draws)[: len(weight[own])]
        above = above + signed[own] @ draws
        below = below + weight[own] @ draws
    return np.asarray(above / below)


def find_interval(draws: Floats, value: float, level: float = 0.95) -> tuple[float, float]:
    """Return the middle `level` of the draws (order statistics), widened to hold the value itself."""
    cut = int((1 - level) / 2 * len(draws))
    ordered = np.partition(draws, (cut, len(draws) - 1 - cut))
    return min(float(ordered[cut]), value), max(float(ordered[len(draws) - 1 - cut]), value)

