"""The signs by which two clauses of two articles are judged to tell the same, and the judgement: a weighed sum, put between 0 and 1."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import numpy as np

from framing.claims.records import Clause
from framing.comparison.coverage.grams import list_letter_runs, list_word_runs
from framing.comparison.coverage.likeness import Held, Numbers, Pairs, Table, Values, multiply_rows, score_all
from framing.text.zone_names import HEADLINE

HELD_AT_MOST: Final = 4.0
"""More weight in common than this makes two clauses no more alike."""
FEW_RUNS: Final = 4.0
"""Clauses of fewer runs of words count as holding so many, so that two words in common do not make them one."""


def judge_pairs(signs: Mapping[str, Values], weights: Mapping[str, float]) -> Values:
    """Return for each pair how surely both clauses tell the same, 0 to 1, by the weight of each sign (`constant` for none)."""
    total = sum((weights[name] * values for name, values in signs.items()), start=np.float64(weights["constant"]))
    return np.asarray(1.0 / (1.0 + np.exp(-total)), np.float64)


def read_signs(text: str, clauses: Sequence[Clause], held: Held, pairs: Pairs) -> dict[str, Values]:
    """Return every sign of every pair (see `lexicons/general/claim_signs.csv`, where each is described)."""
    a, b = pairs.a, pairs.b
    sentences = hold_sentences(clauses)
    low = np.minimum(held.totals[a], held.totals[b])
    signs = {
        "likeness": pairs.score,
        "shared weight": np.minimum(pairs.weight, HELD_AT_MOST),
        "shared things": np.log1p(multiply_rows(held.table, a, b)),
        "share of the shorter": pairs.weight / (low + 0.5),
        "letters": compare_letters(list_letter_runs(text, clauses), a, b),
        "two words": share_runs(list_word_runs(text, clauses, 2), a, b),
        "sentence": score_all(sentences.share(a, b), sentences.totals[a], sentences.totals[b]),
        "number": (multiply_rows(held.only(is_telling), a, b) > 0).astype(np.float64),
        "actors": np.minimum(multiply_rows(held.only(lambda key: key[0] == "@"), a, b), 3),
        "neighbours": find_neighbours(clauses, pairs),
    }
    return signs | compare_manner(clauses, a, b)


def is_telling(key: str) -> bool:
    """Tell whether a thing is a number that seldom meets by chance: above a dozen, and no year."""
    return key.replace(".", "", 1).isdigit() and float(key) > 12 and not 1800 <= float(key) <= 2100


def hold_sentences(clauses: Sequence[Clause]) -> Held:
    """Return what the whole sentence of each clause holds."""
    matter: dict[int, frozenset[str]] = {}
    for clause in clauses:
        matter[clause.sentence] = matter.get(clause.sentence, frozenset()) | clause.matter
    return Held.of([matter[clause.sentence] for clause in clauses])


def share_runs(table: Table, a: Numbers, b: Numbers) -> Values:
    """Return the share of the shorter clause's runs of words that the other holds too."""
    sizes = np.asarray(table.sum(1)).ravel()
    return np.asarray(multiply_rows(table, a, b) / np.maximum(np.minimum(sizes[a], sizes[b]), FEW_RUNS))


def compare_letters(table: Table, a: Numbers, b: Numbers) -> Values:
    """Return the cosine of two clauses by their runs of letters, rare ones weighing more."""
    held = Held.weigh(table)
    return np.asarray(held.share(a, b) / np.sqrt(np.maximum(held.totals[a] * held.totals[b], 1e-9)))


def find_neighbours(clauses: Sequence[Clause], pairs: Pairs) -> Values:
    """Return how alike the likest clauses beside those of a pair are: told in one order, two stories go on together."""
    from scipy.sparse import csr_matrix

    n = len(clauses)
    article = np.array([clause.article for clause in clauses], np.int64)
    scores: Any = csr_matrix((pairs.score, (pairs.a, pairs.b)), shape=(n, n))
    found = np.zeros(len(pairs.a))
    for step_a, step_b in ((-1, -1), (-1, 1), (1, -1), (1, 1)):
        a, b = np.clip(pairs.a + step_a, 0, n - 1), np.clip(pairs.b + step_b, 0, n - 1)
        inside = (article[a] == article[pairs.a]) & (article[b] == article[pairs.b])
        if len(a):
            found = np.maximum(found, np.asarray(scores[a, b]).ravel() * inside)
    return found


def compare_manner(clauses: Sequence[Clause], a: Numbers, b: Numbers) -> dict[str, Values]:
    """Return the signs of how and where two clauses are told."""
    said, ahead = (np.array([getattr(clause, name) for clause in clauses], np.bool_) for name in ("is_said", "is_ahead"))
    headline = np.array([clause.zone == HEADLINE for clause in clauses], np.bool_)
    article = np.array([clause.article for clause in clauses], np.int64)
    first, last = np.searchsorted(article, article), np.searchsorted(article, article, side="right") - 1
    place = (np.arange(len(clauses)) - first) / np.maximum(last - first, 1)
    return {
        "one is said": (said[a] != said[b]).astype(np.float64),
        "one is ahead": (ahead[a] != ahead[b]).astype(np.float64),
        "headline": (headline[a] | headline[b]).astype(np.float64),
        "places apart": np.abs(place[a] - place[b]),
    }
