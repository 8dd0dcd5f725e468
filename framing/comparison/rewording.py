"""What articles that share passages made of them: words added, cut or reworded."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from framing.analysis.analysis import Analysis
from framing.analysis.tables import map_to_raw
from framing.articles.article import Article
from framing.comparison.shared import Sharing
from framing.events.dates import read_day
from framing.events.passages import Match, Words
from framing.events.sharing import NEAR_DUPLICATE, PASSAGE, SharingPair

COLUMNS = (
    "article_a", "article_b", "passage", "kind", "text_a", "text_b", "words_a", "words_b",
    "start_a", "end_a", "raw_start_a", "raw_end_a", "start_b", "end_b", "raw_start_b", "raw_end_b",
)  # fmt: skip
SAME, ADDED, CUT, REWORDED = "same", "added", "cut", "reworded"
SHORT_RUN = 2
"""So few same words between two changes are part of one change."""


class Change(NamedTuple):
    """One step of a word-level difference: its kind, and words `[start, end)` of either article."""

    kind: str
    start_a: int
    end_a: int
    start_b: int
    end_b: int


class Difference(NamedTuple):
    """Two articles, the earlier published one first, and the steps that lead from one to the other: of their whole texts, or of one passage.

    `passage` is the passage's number among those of the two, from 1; 0 for the whole texts.
    """

    article_a: str
    article_b: str
    passage: int
    changes: tuple[Change, ...]


def find_differences(analysis: Analysis, sharing: Sharing) -> list[Difference]:
    """Find what differs in words: over the whole texts of near-duplicates, inside each passage that two outlets share."""
    articles = {article.article_id: (order(article), article) for article in analysis.batch.articles}
    found = []
    for pair in sharing.pairs:
        if pair.kind in (NEAR_DUPLICATE, PASSAGE):
            swap = articles[pair.article_b][0] < articles[pair.article_a][0]
            a, b = (pair.article_b, pair.article_a) if swap else (pair.article_a, pair.article_b)
            found += [
                Difference(a, b, number, tuple(find_changes(sharing.words[a], sharing.words[b], match)))
                for number, match in list_stretches(pair, sharing, swap)
            ]
    return found


def order(article: Article) -> tuple[bool, int, str]:
    """Return what articles are ordered by: publication day, those without one last, then id."""
    day = read_day(article.published)
    return day == 0, day, article.article_id


def list_stretches(pair: SharingPair, sharing: Sharing, swap: bool) -> list[tuple[int, Match]]:
    """Return what of two articles is compared word by word: all of near-duplicates, else each passage with its number."""
    if pair.kind == NEAR_DUPLICATE:
        n_a, n_b = len(sharing.words[pair.article_a]), len(sharing.words[pair.article_b])
        whole = Match(0, n_a, 0, n_b, 0)
        return [(0, turn(whole) if swap else whole)]
    return [(number, turn(match) if swap else match) for number, match in enumerate(pair.matches, 1)]


def turn(match: Match) -> Match:
    """Return a match with its two articles exchanged."""
    return Match(match.start_b, match.end_b, match.start_a, match.end_a, match.n_same)


def find_changes(a: Words, b: Words, match: Match) -> Iterator[Change]:
    """Find the steps from the words of one article to those of the other, few same words between changes joined to them."""
    from rapidfuzz.distance import Indel

    left, right = a.numbers[match.start_a : match.end_a].tolist(), b.numbers[match.start_b : match.end_b].tolist()
    at_a, at_b = match.start_a, match.start_b
    return join_changes(
        [
            (step.tag == "equal", at_a + step.src_start, at_a + step.src_end, at_b + step.dest_start, at_b + step.dest_end)
            for step in Indel.opcodes(left, right)
        ]
    )


def join_changes(steps: Sequence[tuple[bool, int, int, int, int]]) -> Iterator[Change]:
    """Join changes that follow each other, or that only a short run of same words parts; yield them and the runs between."""
    change: list[int] = []
    for at, (is_same, *ends) in enumerate(steps):
        inner = 0 < at < len(steps) - 1
        if is_same and not (inner and ends[1] - ends[0] <= SHORT_RUN):
            if change:
                yield name_change(change)
            change = []
            yield Change(SAME, *ends)
        else:
            change = [change[0], ends[1], change[2], ends[3]] if change else ends
    if change:
        yield name_change(change)


def name_change(ends: Sequence[int]) -> Change:
    """Make a change from its ends: added where only b has words, cut where only a has, else reworded."""
    start_a, end_a, start_b, end_b = ends
    return Change(ADDED if start_a == end_a else CUT if start_b == end_b else REWORDED, start_a, end_a, start_b, end_b)


def make_rewording_table(analysis: Analysis, sharing: Sharing, differences: Sequence[Difference]) -> pd.DataFrame:
    """Return one row a change: the two articles (a the earlier published), passage (0: whole texts), kind, the words of both with their places.

    Kinds: `added` stands in b only, `cut` in a only, `reworded` differs. None says who took from whom.
    """
    number = {article.article_id: at for at, article in enumerate(analysis.batch.articles)}
    rows: list[tuple[object, ...]] = []
    for difference in differences:
        for change in difference.changes:
            if change.kind != SAME:
                sides = [
                    cut_side(analysis, number[article], sharing.words[article], start, end)
                    for article, start, end in ((difference.article_a, *change[1:3]), (difference.article_b, *change[3:5]))
                ]
                (text_a, *places_a), (text_b, *places_b) = sides
                lengths = change.end_a - change.start_a, change.end_b - change.start_b
                rows.append((*difference[:3], change.kind, text_a, text_b, *lengths, *places_a, *places_b))
    return pd.DataFrame(rows, columns=list(COLUMNS))


def cut_side(analysis: Analysis, article: int, words: Words, start: int, end: int) -> tuple[str, int, int, int, int]:
    """Cut some words of an article: text, start, end, raw start, raw end; nothing is an empty stretch before the next word."""
    cleaned = analysis.batch.cleaned[article].text
    first, behind = place_words(words, start, end)
    places = np.array([first], np.int64), np.array([behind], np.int64)
    raw_start, raw_end = map_to_raw(analysis, np.array([article]), *places)
    return cleaned[first:behind], first, behind, int(raw_start[0]), int(raw_end[0])


def place_words(words: Words, start: int, end: int) -> tuple[int, int]:
    """Return where words `[start, end)` stand in their text; no words stand before the next one, or behind the last."""
    if start < end:
        return int(words.starts[start]), int(words.ends[end - 1])
    at = int(words.starts[start]) if start < len(words) else int(words.ends[-1]) if len(words) else 0
    return at, at
