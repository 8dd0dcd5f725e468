"""Krippendorff's alpha and Cohen's kappa against published figures and an independent implementation."""

from fractions import Fraction
from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.classroom.alpha import NO_VARIATION, Labels, count_pairs, find_alpha, measure_alpha, measure_kappa

TWO_BINARY = ["0100000010", "1110010000"]
TWO_NOMINAL = ["aabbdccceDDa".lower(), "babbbccceddd"]
FOUR_WITH_GAPS = ["123321412...", "1233224125.3", ".3332342251.", "1233244125 1.".replace(" ", "")]


def code(rows: list[str]) -> Labels:
    """Turn rows of letters into labels; a dot is missing."""
    letters = sorted(set("".join(rows)) - {"."})
    return np.array([[letters.index(letter) if letter != "." else -1 for letter in row] for row in rows], np.int64)


def reckon(labels: Labels) -> Fraction | None:
    """Reckon nominal alpha from its definition with exact fractions: observed over expected disagreement of ordered pairs of values."""
    units = [[int(value) for value in column if value >= 0] for column in labels.T]
    units = [unit for unit in units if len(unit) > 1]
    values = [value for unit in units for value in unit]
    seen = sum((Fraction(sum(a != b for a, b in permutations(unit, 2)), len(unit) - 1) for unit in units), Fraction(0)) / max(len(values), 1)
    chance = Fraction(sum(a != b for a, b in permutations(values, 2)), max(len(values) * (len(values) - 1), 1))
    return 1 - seen / chance if chance else None


@pytest.mark.parametrize(
    ("rows", "published"),
    [(TWO_BINARY, 0.095), (TWO_NOMINAL, 0.692), (FOUR_WITH_GAPS, 0.743)],
    ids=["two observers, binary", "two observers, nominal", "four observers, missing values"],
)
def test_alpha_gives_the_published_figures(rows: list[str], published: float) -> None:
    """The worked examples A, B and C (nominal) of Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, come out to three digits."""
    assert round(measure_alpha(code(rows)).value, 3) == published


@given(st.lists(st.lists(st.integers(-1, 3), min_size=3, max_size=3), min_size=1, max_size=25))
def test_alpha_equals_an_independent_implementation(columns: list[list[int]]) -> None:
    """On any table alpha is what the definition gives in exact fractions, or empty where chance leaves no disagreement."""
    labels = np.array(columns, np.int64).T
    pairs = count_pairs(labels)
    expected = reckon(labels)
    if not len(pairs) or expected is None:
        assert not len(pairs) or np.isnan(find_alpha(pairs.sum(axis=0)[None])[0])
    else:
        assert find_alpha(pairs.sum(axis=0)[None])[0] == pytest.approx(float(expected), abs=1e-9)


def test_the_interval_holds_the_figure_and_stays_the_same() -> None:
    """The bootstrap interval lies around alpha, within -1 and 1, and is the same each time."""
    labels = np.random.default_rng(7).integers(0, 3, (4, 60))
    labels[1:] = np.where(np.random.default_rng(8).random((3, 60)) < 0.7, labels[0], labels[1:])
    first, again = measure_alpha(labels), measure_alpha(labels)
    assert first == again
    assert -1 <= first.low < first.value < first.high <= 1


def test_the_interval_covers_what_repeated_samples_give() -> None:
    """Over 60 samples of units from one population the interval holds the population's alpha about 95 times in 100."""
    draw = np.random.default_rng(3)
    truth = draw.integers(0, 2, (1, 6_000))
    labels = np.where(draw.random((3, 6_000)) < 0.8, truth, 1 - truth)
    whole = float(find_alpha(count_pairs(labels).sum(axis=0)[None])[0])
    parts = [measure_alpha(labels[:, start : start + 100]) for start in range(0, 6_000, 100)]
    assert sum(part.low <= whole <= part.high for part in parts) >= 52


@pytest.mark.parametrize(
    ("labels", "note"),
    [
        (np.zeros((1, 40), np.int64), "too little data (1 coder; at least 2 are needed)"),
        (np.array([[0, 1, 0], [0, 1, 1]]), "too little data (3 sentences labelled by two coders or more; at least 10 are needed)"),
        (np.full((2, 40), -1), "too little data (0 coders"),
        (np.zeros((3, 40), np.int64), NO_VARIATION),
    ],
)
def test_too_little_data_gives_no_figure(labels: Labels, note: str) -> None:
    """One coder, few sentences or labels that never differ give a reason in place of a figure."""
    found = measure_alpha(labels)
    assert np.isnan(found.value)
    assert found.note.startswith(note[:24])


def test_kappa_gives_a_published_figure() -> None:
    """20 yes-yes, 5 yes-no, 10 no-yes and 15 no-no give kappa 0.40, the textbook example."""
    a = np.array([1] * 25 + [0] * 25)
    b = np.array([1] * 20 + [0] * 5 + [1] * 10 + [0] * 15)
    assert measure_kappa(a, b).value == pytest.approx(0.4)


def test_kappa_passes_over_what_one_coder_has_not_read() -> None:
    """Units that one of the two did not label do not count."""
    a = np.array([1, 0] * 10 + [-1] * 5)
    b = np.array([1, 0] * 10 + [1] * 5)
    assert measure_kappa(a, b)[0::3] == (1.0, 20)
    assert np.isnan(measure_kappa(a[:8], b[:8]).value)
