"""Runs of letters and of words in clauses, as sparse tables: what two clauses share however the words are cut."""

import re
from collections.abc import Sequence
from typing import Any, Final

import numpy as np

from framing.claims.records import Clause
from framing.comparison.coverage.likeness import Table
from framing.text.offsets import Offsets

LETTERS: Final = 4
MARK: Final = re.compile(r"[\W_]")
WORD: Final = re.compile(r"\S+")
PRIME: Final = np.uint64(1_000_003)


def list_letter_runs(text: str, clauses: Sequence[Clause]) -> Table:
    """Return which runs of four letters each clause holds; capitals and marks make no difference."""
    codes = np.frombuffer(fold(text).encode("utf-32-le"), np.uint32).astype(np.uint64)
    spans = np.array([(clause.start, max(clause.end - LETTERS + 1, clause.start)) for clause in clauses], np.int64).reshape(-1, 2)
    row, at = spread(spans)
    return make_table(row, hash_runs(codes, at, LETTERS), len(clauses))


def list_word_runs(text: str, clauses: Sequence[Clause], length: int) -> Table:
    """Return which runs of so many words, small ones as well, each clause holds."""
    folded, known = fold(text), dict[str, int]()
    numbers: list[int] = []
    spans = np.zeros((len(clauses), 2), np.int64)
    for at, clause in enumerate(clauses):
        begin = len(numbers)
        numbers += [known.setdefault(word, len(known) + 1) for word in WORD.findall(folded, clause.start, clause.end)]
        spans[at] = begin, max(len(numbers) - length + 1, begin)
    row, at_word = spread(spans)
    return make_table(row, hash_runs(np.array(numbers, np.uint64), at_word, length), len(clauses))


def fold(text: str) -> str:
    """Return a text in small letters with spaces for marks, letter for letter."""
    small = text.lower()
    return MARK.sub(" ", small if len(small) == len(text) else text)


def spread(spans: Offsets) -> tuple[Offsets, Offsets]:
    """Return row and position of every position in some spans."""
    sizes = spans[:, 1] - spans[:, 0]
    row = np.repeat(np.arange(len(spans)), sizes)
    return row, np.arange(len(row)) - np.repeat(np.cumsum(sizes) - sizes, sizes) + spans[row, 0]


def hash_runs(codes: Any, at: Offsets, length: int) -> Any:
    """Return one number for the run that begins at each position."""
    run = np.zeros(len(at), np.uint64)
    for step in range(length):
        run = run * PRIME + codes[at + step]
    return run


def make_table(row: Offsets, runs: Any, n_rows: int) -> Table:
    """Return a sparse table of ones, a row a clause, a column a run."""
    from scipy.sparse import csr_matrix

    names, column = np.unique(runs, return_inverse=True)
    table = csr_matrix((np.ones(len(row)), (row, column)), shape=(n_rows, max(len(names), 1)))
    table.sum_duplicates()
    table.data[:] = 1.0
    return table
