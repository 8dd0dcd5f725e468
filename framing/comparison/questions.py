"""The evidence on one axis in one voice, article by article, and what two articles share left out where they are compared."""

from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from framing.analysis.analysis import Analysis
from framing.analysis.scores import Cell, make_cell, select_evidence

Pair = tuple[int, int]
Pieces = NDArray[np.intp]


@dataclass(frozen=True)
class Question:
    """One axis in one voice: the evidence of each article, with what pairs of articles share left out when they are compared.

    `pieces` are the pieces of evidence by article, `shared` tells with which articles each piece of all evidence is shared (see
    `find_shared_evidence`).
    """

    analysis: Analysis
    voice: str
    pieces: dict[int, Pieces]
    shared: NDArray[np.bool_]

    @cached_property
    def cells(self) -> dict[int, Cell]:
        """The cells of the articles that have enough evidence, by place of the article."""
        cells = {place: make_cell(self.analysis, own) for place, own in self.pieces.items()}
        return {place: cell for place, cell in cells.items() if cell.is_enough}

    def pieces_against(self, article: int, other: int) -> Pieces:
        """Return an article's evidence without what it shares with another."""
        own = self.pieces[article]
        return np.asarray(own[~self.shared[own, other]])

    def cell_against(self, article: int, other: int) -> Cell:
        """Return an article's cell without what it shares with another."""
        left = self.pieces_against(article, other)
        return self.cells[article] if len(left) == len(self.pieces[article]) else make_cell(self.analysis, left)

    def count_shared(self, article: int, other: int) -> int:
        """Count the pieces an article shares with another."""
        return int(self.shared[self.pieces[article], other].sum()) if article in self.pieces else 0

    @property
    def pairs(self) -> list[Pair]:
        """The pairs of articles that have enough evidence each of what they do not share."""
        pairs = combinations(self.cells, 2)
        return [(a, b) for a, b in pairs if self.cell_against(a, b).is_enough and self.cell_against(b, a).is_enough]


def ask(analysis: Analysis, voice: str, axis: int, shared: NDArray[np.bool_] | None = None) -> Question:
    """Make the question of an axis and voice."""
    evidence = analysis.evidence
    chosen = np.flatnonzero(select_evidence(analysis, voice, "all") & (evidence.axis == axis))
    article = analysis.segments.article[evidence.segment[chosen]]
    none = np.zeros((len(evidence.starts), len(analysis.batch.articles)), np.bool_)
    pieces = {place: chosen[article == place] for place in np.unique(article).tolist()}
    return Question(analysis, voice, pieces, none if shared is None else shared)
