"""Passages that the articles compared share: a table of them, and which evidence stands in one, so that common copy is no outlet's own framing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from framing.analysis.analysis import Analysis
from framing.analysis.tables import PLACES, make_place_columns
from framing.events.credits import find_agency
from framing.events.passages import Words, cut_words
from framing.events.sharing import SharingPair, Stretch, join_matches, match_all

COLUMNS = ("passage", "kind", "article", *PLACES, "words", "articles", "shared_with", "agency", "text")


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


def make_shared_table(analysis: Analysis, sharing: Sharing, agencies: Mapping[str, str]) -> pd.DataFrame:
    """Return one row for each passage and article: kind, place, words, in how many articles it stands and which others, agency an article credits.

    `agency` is the agency credited by any article that holds the passage, "" where none credits one.
    """
    batch = analysis.batch
    number = {article.article_id: at for at, article in enumerate(batch.articles)}
    rows = sharing.stretches
    begin = np.array([batch.starts[number[row.article]] for row in rows], np.int64)
    starts = begin + np.array([sharing.words[row.article].starts[row.start] for row in rows], np.int64)
    ends = begin + np.array([sharing.words[row.article].ends[row.end - 1] for row in rows], np.int64)
    places = make_place_columns(analysis, starts, ends)
    holders = list_holders(rows)
    credited = {
        article.article_id: find_agency(f"{article.byline} {article.outlet}", cleaned.text, agencies)
        for article, cleaned in zip(batch.articles, batch.cleaned, strict=True)
    }
    columns = {
        "passage": [f"p{row.passage}" for row in rows],
        "kind": [row.kind for row in rows],
        "article": [row.article for row in rows],
        **{name: places[name] for name in PLACES},
        "words": [row.end - row.start for row in rows],
        "articles": [len(holders[row.passage]) for row in rows],
        "shared_with": [tuple(other for other in holders[row.passage] if other != row.article) for row in rows],
        "agency": [next((credited[one] for one in holders[row.passage] if credited[one]), "") for row in rows],
        "text": places["text"],
    }
    return pd.DataFrame(columns, columns=list(COLUMNS))


def list_holders(rows: Sequence[Stretch]) -> dict[int, list[str]]:
    """Return the articles that hold each passage."""
    holders: dict[int, list[str]] = {}
    for row in rows:
        own = holders.setdefault(row.passage, [])
        if row.article not in own:
            own.append(row.article)
    return holders


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
