"""How alike articles are: cosines of their words, weighted by how rare each is and whether it is a name; pairs found by shared rare words."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from framing.events.sketches import PLAIN, Sketches
from framing.text.offsets import Offsets

BACKGROUND: Final = 300
"""As many unseen articles are counted in with those at hand, so that three articles do not make each other's words common."""
UNLISTED: Final = 0.003
"""The share of the unseen articles that hold a word not listed as common."""
NAME_WEIGHT: Final = 1.25
MOST_TERMS: Final = 120
"""Terms kept of an article, the heaviest first."""
RARE: Final = 200
"""A word is rare where at most this many articles hold it, plus a half percent of all; only rare words make two articles candidates."""
PRODUCTS: Final = 5_000_000
"""Articles are compared with all others in blocks of about so many shared rare words; bounds the memory a step takes to some 200 MB."""
Matrix = Any
IsFar = Callable[[Offsets, Offsets], NDArray[np.bool_]]
"""Tells which pairs of articles lie too far apart to report one event."""


@dataclass(frozen=True)
class Pairs:
    """Pairs of articles (places of the sketches, first < second) with the cosine of their words, in [0, 1]."""

    first: Offsets
    second: Offsets
    cosine: NDArray[np.float64]


def never(first: Offsets, second: Offsets) -> NDArray[np.bool_]:
    """Tell of no pair that it is far apart."""
    return np.zeros(len(first), np.bool_)


def weigh_terms(sketches: Sketches, common: Mapping[str, float]) -> Matrix:
    """Return the articles as rows of length 1 over the vocabulary (a scipy CSR matrix): (1 + log of the place-weighted count) x rarity x name.

    Rarity is the log of one by the share of articles that hold the term, the unseen ones counted in; a term is a name where most articles
    that hold it write it as one.
    """
    from scipy.sparse import csr_matrix

    n, n_terms = len(sketches), len(sketches.vocabulary)
    held = np.bincount(sketches.terms, minlength=n_terms)
    unseen = BACKGROUND * np.array([common.get(term, UNLISTED) for term in sketches.vocabulary])
    rarity = np.log((n + BACKGROUND) / (held + unseen))
    named = np.bincount(sketches.terms, sketches.shapes > PLAIN, n_terms) * 2 > held
    values = (1 + np.log(sketches.weights)) * (rarity * np.where(named, NAME_WEIGHT, 1.0))[sketches.terms]
    return normalise(keep_heaviest(csr_matrix((values.astype(np.float32), sketches.terms, sketches.borders), shape=(n, n_terms))))


def keep_heaviest(matrix: Matrix) -> Matrix:
    """Return a matrix with the heaviest terms of every row only."""
    row = np.repeat(np.arange(matrix.shape[0]), np.diff(matrix.indptr))
    order = np.lexsort((matrix.indices, -matrix.data, row))
    rank = np.arange(len(order)) - matrix.indptr[row[order]]
    kept = matrix.copy()
    kept.data[order[rank >= MOST_TERMS]] = 0
    kept.eliminate_zeros()
    return kept


def normalise(matrix: Matrix) -> Matrix:
    """Return a matrix whose rows have length 1."""
    row = np.repeat(np.arange(matrix.shape[0]), np.diff(matrix.indptr))
    length = np.sqrt(np.bincount(row, matrix.data.astype(np.float64) ** 2, matrix.shape[0]))
    matrix.data = (matrix.data / np.maximum(length[row], 1e-12)).astype(np.float32)
    return matrix


def keep_rare(matrix: Matrix) -> Matrix:
    """Return a matrix of the rare terms only."""
    from scipy.sparse import diags

    held = np.bincount(matrix.indices, minlength=matrix.shape[1])
    rare = held <= RARE + matrix.shape[0] // 200
    kept = (matrix @ diags(rare.astype(np.float32))).tocsr()
    kept.eliminate_zeros()
    return kept


def find_pairs(matrix: Matrix, floor: float, far_floor: float = 1.0, is_far: IsFar = never) -> Pairs:
    """Find the pairs of articles whose cosine is at least `floor`, or `far_floor` where `is_far`, and of which a good part comes from rare words."""
    blocks = list(find_block_pairs(matrix, keep_rare(matrix), (floor, far_floor), is_far))
    return Pairs(*(np.concatenate(column) for column in zip(*blocks, strict=True))) if blocks else Pairs(*(np.zeros(0, np.int64),) * 2, np.zeros(0))


def find_block_pairs(
    matrix: Matrix, rare: Matrix, floors: tuple[float, float], is_far: IsFar
) -> Iterator[tuple[Offsets, Offsets, NDArray[np.float64]]]:
    """Yield pairs for some rows at a time; each block depends on nothing but the matrix, so that blocks can be shared out."""
    columns = rare.T.tocsr()
    for start, end in split_rows(rare):
        near = (rare[start:end] @ columns).tocoo()
        likely = (near.data >= floors[0] / 3) & (near.col > near.row + start)
        first, second = (near.row[likely] + start).astype(np.int64), near.col[likely].astype(np.int64)
        least = np.where(is_far(first, second), floors[1], floors[0])
        likely = near.data[likely] >= least / 3
        first, second, least = first[likely], second[likely], least[likely]
        order = np.lexsort((second, first))
        first, second, least = first[order], second[order], least[order]
        cosine = measure_cosines(matrix, first, second)
        kept = cosine >= least
        yield first[kept], second[kept], cosine[kept]


def split_rows(rare: Matrix) -> list[tuple[int, int]]:
    """Split the rows of a matrix into blocks by how many entries of the whole matrix they meet."""
    held = np.bincount(rare.indices, minlength=rare.shape[1])
    met = np.concatenate([[0], np.cumsum(held[rare.indices])])[rare.indptr[1:]]
    borders = np.flatnonzero(np.diff(met // PRODUCTS, append=-1)) + 1
    return list(pairwise([0, *borders.tolist()]))


def measure_cosines(matrix: Matrix, first: Offsets, second: Offsets, at_once: int = 100_000) -> NDArray[np.float64]:
    """Measure the cosine of some pairs of rows."""
    found = [
        np.asarray(matrix[first[at : at + at_once]].multiply(matrix[second[at : at + at_once]]).sum(axis=1), np.float64).ravel()
        for at in range(0, len(first), at_once)
    ]
    return np.concatenate(found) if found else np.zeros(0)

