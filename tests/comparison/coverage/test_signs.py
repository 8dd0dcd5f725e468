"""The signs that two clauses of two articles tell the same."""

from dataclasses import replace

import numpy as np
import pytest

from framing.claims.records import Clause
from framing.comparison.coverage.grams import list_letter_runs, list_word_runs
from framing.comparison.coverage.likeness import Held, Pairs, find_alike, multiply_rows
from framing.comparison.coverage.signs import judge_pairs, read_signs

TEXTS = ("the ferry sank off Brunnholm", "Off Brunnholm, the ferry sank", "forty goats grazed quietly")
PAIRS = ((0, 1), (0, 2))


def make_clauses() -> tuple[str, list[Clause]]:
    """Put the texts end to end, each the only clause of its article."""
    text, clauses = "", list[Clause]()
    for number, one in enumerate(TEXTS):
        place = len(text), len(text) + len(one)
        clauses.append(Clause(*place, number, number, 0, frozenset(one.lower().replace(",", "").split()), frozenset(), False, False, False))
        text += one + "\n"
    return text, clauses


def make_pairs(held: Held) -> Pairs:
    """Return the pairs that are compared here."""
    a, b = np.array(PAIRS).T
    return Pairs(a, b, np.array([0.5, 0.0]), held.share(a, b))


@pytest.mark.parametrize(("length", "shared"), [(1, 5), (2, 3), (5, 0)])
def test_runs_of_words_are_counted(length: int, shared: int) -> None:
    """Marks and capitals make no difference: "the ferry sank" and "off Brunnholm" are in both."""
    text, clauses = make_clauses()
    assert multiply_rows(list_word_runs(text, clauses, length), *np.array(PAIRS).T).tolist() == [shared, 0]


def test_runs_of_letters_stay_inside_their_clause() -> None:
    """A clause of n letters holds at most n - 3 runs of four; a short one holds none."""
    text, clauses = make_clauses()
    short = replace(clauses[0], end=clauses[0].start + 3)
    sizes = np.asarray(list_letter_runs(text, [*clauses, short]).sum(1)).ravel().tolist()
    assert sizes[3] == 0
    assert all(0 < size <= len(one) - 3 for size, one in zip(sizes[:3], TEXTS, strict=True))


def test_the_same_in_other_order_is_surer_than_other_things() -> None:
    """With weight on letters only, the pair that shares words is judged surer; all signs are between their bounds."""
    text, clauses = make_clauses()
    held = Held.of([clause.matter for clause in clauses])
    signs = read_signs(text, clauses, held, make_pairs(held))
    same, other = judge_pairs(signs, dict.fromkeys(signs, 0.0) | {"letters": 4.0, "constant": -2.0})
    assert 0 < other < 0.5 < same < 1


def test_pairs_that_share_nothing_are_not_compared() -> None:
    """Only clauses that share something rare are candidates."""
    held = Held.of([clause.matter for clause in make_clauses()[1]])
    assert find_alike(held, 0.08).keys == [(0, 1)]


def test_no_clauses_give_no_pairs() -> None:
    """An empty corpus is compared without error."""
    held = Held.of([])
    assert find_alike(held, 0.08).keys == []
