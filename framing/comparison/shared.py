"""Passages that the articles compared share: a table of them, and which evidence stands in one, so that common copy is no outlet's own framing."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from framing.analysis.analysis import Analysis
from framing.analysis.scores import VOICE_SETS, make_cell, measure_bias
from framing.comparison.questions import ask
from framing.events.passages import Words, cut_words
from framing.events.shared_table import Holder, make_shared_table
from framing.events.sharing import SharingPair, Stretch, join_matches, match_all

WITHOUT_COLUMNS: Final = ("article", "axis", "voice", "bias", "bias_without", "low_without", "high_without", "n", "n_without")
NOTHING: Final = float("nan")


@dataclass(frozen=True)
class Sharing:
    """The words of every article by id, the pairs of articles that share passages, and the passages put together from them."""

    words: dict[str, Words]
    pairs: list[SharingPair]
    stretches: list[Stretch]


def find_sharing(analysis: Analysis) -> Sharing:
    """Find the passages that the articles of an analysis share, by comparing every article with every other."""
    batch = analysis.batch
    cut = cut_words(batch, analysis.segments, analysis.voices.quotations)
    words = {article.article_id: own for article, own in zip(batch.articles, cut, strict=True)}
    pairs = match_all(words, {article.article_id: article for article in batch.articles})
    return Sharing(words, pairs, join_matches(pairs))


def list_shared(analysis: Analysis, sharing: Sharing, agencies: Mapping[str, str]) -> pd.DataFrame:
    """Return the table of the shared passages (see `make_shared_table`)."""
    batch = analysis.batch
    holders = {
        article.article_id: Holder(article, cleaned, sharing.words[article.article_id])
        for article, cleaned in zip(batch.articles, batch.cleaned, strict=True)
    }
    return make_shared_table(sharing.stretches, holders, agencies)


def find_shared_evidence(analysis: Analysis, sharing: Sharing) -> NDArray[np.bool_]:
    """Tell for each piece of evidence with which articles its words are shared: an array (pieces, articles).

    A piece is shared where it lies within a passage that its own article and the other share.
    """
    evidence, batch = analysis.evidence, analysis.batch
    number = {article.article_id: at for at, article in enumerate(batch.articles)}
    shared = np.zeros((len(evidence.starts), len(batch.articles)), np.bool_)
    for pair in sharing.pairs:
        a, b = number[pair.article_a], number[pair.article_b]
        for match in pair.matches:
            for own, other, start, end in ((a, b, match.start_a, match.end_a), (b, a, match.start_b, match.end_b)):
                words = sharing.words[batch.articles[own].article_id]
                first, behind = batch.starts[own] + words.starts[start], batch.starts[own] + words.ends[end - 1]
                shared[(evidence.starts >= first) & (evidence.ends <= behind), other] = True
    return shared


def name_passages(table: pd.DataFrame, shared: pd.DataFrame) -> list[tuple[str, ...]]:
    """Return for each row of a table with article, start and end the shared passages it lies in."""
    own = {str(article): rows for article, rows in shared.groupby("article")}
    found: list[tuple[str, ...]] = []
    for article, start, end in zip(table["article"], table["start"], table["end"], strict=True):
        rows = own.get(article)
        inside = rows[(rows["start"] <= start) & (rows["end"] >= end)] if rows is not None else shared.iloc[:0]
        found.append(tuple(inside["passage"]))
    return found


def measure_without_shared(analysis: Analysis, shared: NDArray[np.bool_], random_state: int) -> pd.DataFrame:
    """Measure the bias of the articles without evidence they share with any other, beside the bias with it: one row where there is any.

    Over headline and body; low and high are the 95 % interval without, empty where too little is left.
    """
    rows: list[tuple[object, ...]] = []
    is_shared = np.asarray(shared.any(axis=1))
    for voice in VOICE_SETS:
        for number, axis in enumerate(analysis.lens.axes):
            for place, pieces in ask(analysis, voice, number).pieces.items():
                left = pieces[~is_shared[pieces]]
                if len(left) < len(pieces):
                    all_of_it, cell = make_cell(analysis, pieces), make_cell(analysis, left)
                    figures = measure_bias(cell, random_state) if cell.is_enough else (NOTHING,) * 3
                    bias = all_of_it.bias if all_of_it.is_enough else NOTHING
                    rows.append((analysis.batch.articles[place].article_id, axis.axis_id, voice, bias, *figures, all_of_it.n, cell.n))
    return pd.DataFrame(rows, columns=list(WITHOUT_COLUMNS))
