"""Intervals: Jeffreys' interval where weights are equal, the same each time, never certain."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import beta

from framing.analysis.resampling import N_DRAWS, find_interval, resample_bias

STATES = (1, 20230808)
MONTE_CARLO = 4.5 * float(np.sqrt(0.025 * 0.975 / N_DRAWS))


def draw(n_right: int, n: int, weight: float = 0.7, random_state: int = 1) -> tuple[np.ndarray, float]:
    """Return the draws and the bias of n sentences of one weight, n_right of them at the right pole."""
    signs = np.where(np.arange(n) < n_right, 1.0, -1.0)
    return resample_bias(signs * weight, np.full(n, weight), random_state), float(signs.mean())


@pytest.mark.parametrize("random_state", STATES)
@pytest.mark.parametrize(("n_right", "n"), [(1, 3), (3, 6), (2, 5), (9, 10), (20, 30), (30, 64), (40, 65), (100, 200), (5, 130)])
def test_equal_weights_give_jeffreys_interval(n_right: int, n: int, random_state: int) -> None:
    """With equal weights both ends are the 2.5 and 97.5 % points of Beta(k + 1/2, n - k + 1/2), within Monte Carlo error."""
    draws, value = draw(n_right, n, random_state=random_state)
    low, high = find_interval(draws, value)
    share = beta(n_right + 0.5, n - n_right + 0.5)
    assert share.cdf((1 + low) / 2) == pytest.approx(0.025, abs=MONTE_CARLO)
    assert share.cdf((1 + high) / 2) == pytest.approx(0.975, abs=MONTE_CARLO)


@pytest.mark.parametrize(("n_right", "n"), [(3, 3), (0, 3), (10, 10), (0, 80)])
def test_unanimity_is_no_certainty(n_right: int, n: int) -> None:
    """Where all sentences agree the interval reaches the pole and leaves room on the other side, as Jeffreys' does."""
    draws, value = draw(n_right, n)
    low, high = find_interval(draws, value)
    share = beta(n_right + 0.5, n - n_right + 0.5)
    near, far = (high, low) if value > 0 else (low, high)
    assert near == value
    assert abs(far) < 1
    assert share.cdf((1 + far) / 2) == pytest.approx(0.025 if value > 0 else 0.975, abs=MONTE_CARLO)


def test_more_sentences_narrow_the_interval() -> None:
    """The interval shrinks as sentences of the same share are added."""
    widths = [float(np.subtract(*find_interval(*draw(n // 3, n))[::-1])) for n in (6, 30, 63, 66, 180)]
    assert widths == sorted(widths, reverse=True)


def test_same_input_same_draws() -> None:
    """Draws depend on the input and the random state only."""
    first, again, other = draw(2, 70)[0], draw(2, 70)[0], draw(2, 70, random_state=2)[0]
    assert np.array_equal(first, again)
    assert not np.array_equal(first, other)


def test_a_common_factor_changes_nothing() -> None:
    """Only the proportion of weights counts, not their size."""
    assert np.allclose(draw(2, 7, 0.1)[0], draw(2, 7, 1.0)[0])


def test_the_first_sentences_keep_their_draws() -> None:
    """Sentence 65 gets weights of its own: its block is not the first one again."""
    light, heavy = np.full(128, 1e-9), np.full(128, 1e-9)
    light[0], heavy[64] = 1.0, 1.0
    assert not np.allclose(resample_bias(light, np.ones(128), 1), resample_bias(heavy, np.ones(128), 1))


SENTENCES = st.lists(st.tuples(st.floats(-1, 1), st.floats(0.05, 3)), min_size=1, max_size=140)


@given(SENTENCES)
def test_the_interval_holds_the_value(sentences: list[tuple[float, float]]) -> None:
    """Draws lie in [-1, 1] and the interval holds the bias, however the weights are spread."""
    weight = np.array([one[1] for one in sentences])
    signed = np.array([one[0] for one in sentences]) * weight
    value = float(signed.sum() / weight.sum())
    draws = resample_bias(signed, weight, 1)
    low, high = find_interval(draws, value)
    assert low <= value <= high
    assert np.abs(draws).max() <= 1 + 1e-12
