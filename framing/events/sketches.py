"""What is kept of each article to tell which event it reports: its words with weights by place, the days it names, its date."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from framing.articles.article import Article
from framing.events.dates import Named, find_own_day
from framing.events.layout import Layout, Lists, lay_out
from framing.text.letters import DOUBLE, HYPHEN, NEWLINE, STOP, UPPER, find_codes
from framing.text.offsets import Offsets
from framing.text.zone_names import BODY, HEADLINE, STANDFIRST

HEAD_WEIGHT: Final = 3.0
LEAD_WEIGHT: Final = 2.0
LEAD_WORDS: Final = 80
FACTOR: Final = np.uint64(0x9E3779B97F4A7C15)
"""Mixes how a word is spelt into its folded number, so that what it counts as depends on nothing else in the batch."""
MOST_WORDS: Final = 600
"""Words further down count nothing: they tell what happened before."""
DAY_MARK: Final = "@"
"""Stands before a term that is a day ("@7 aug")."""
PLAIN, NAME, CAPITALS, UNTOLD = range(4)
"""How a word is written; untold where every word would have a capital: in headlines, at the start of a sentence."""
Floats = NDArray[np.float32]
Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class Sketches:
    """Some articles, each as weighted terms: those of article i are `terms[borders[i]:borders[i + 1]]`, numbers into `vocabulary`.

    The articles come without their text. A term is a word in small letters, or a day ("@7 aug"). `weights` count
    occurrences, more in headline and opening; `shapes` tells how a term is written there: plain, as a name, in capitals. `days` are ordinals,
    `dated_by` codes that tell how they are known (see `find_own_day`).
    """

    articles: tuple[Article, ...]
    days: Offsets
    dated_by: NDArray[np.uint8]
    vocabulary: tuple[str, ...]
    borders: Offsets
    terms: Offsets
    weights: Floats
    shapes: NDArray[np.uint8]

    def __len__(self) -> int:
        return len(self.articles)


def make_sketches(articles: Sequence[Article], lists: Lists) -> Sketches:
    """Make the sketches of a part of a corpus: a pure function, to be mapped over parts and merged by `merge_sketches`."""
    layout = lay_out(articles, lists)
    dated = [find_own_day(article.published, cleaned.text) for article, cleaned in zip(articles, layout.batch.cleaned, strict=True)]
    vocabulary, borders, terms, weights, shapes = sum_terms(layout, lists, [named for _, _, named in dated])
    return Sketches(
        articles=tuple(replace(article, raw_text="", event=article.event.strip()) for article in articles),
        days=np.array([day for day, _, _ in dated], np.int64),
        dated_by=np.array([code for _, code, _ in dated], np.uint8),
        vocabulary=vocabulary,
        borders=borders,
        terms=terms,
        weights=weights,
        shapes=shapes,
    )


def sum_terms(layout: Layout, lists: Lists, named: list[list[Named]]) -> tuple[tuple[str, ...], Offsets, Offsets, Floats, NDArray[np.uint8]]:
    """Return vocabulary, borders, terms, weights and shapes of a layout (see `Sketches`)."""
    runs, article, weight = weigh_runs(layout)
    words, which = name_runs(layout, runs, lists)
    days = [(at, DAY_MARK + day.say()) for at, found in enumerate(named) for day in found]
    vocabulary = sorted({*words, *(day for _, day in days)} - {""})
    number = {word: at for at, word in enumerate(vocabulary)}
    term = np.array([number.get(word, -1) for word in words], np.int64)[which]
    shape = find_shapes(layout, runs)
    kept = term >= 0
    n_terms = max(len(vocabulary), 1)
    keys = np.append(article[kept] * n_terms + term[kept], np.array([at * n_terms + number[day] for at, day in days], np.int64))
    each = np.append(weight[kept], np.ones(len(days)))
    distinct, place = np.unique(keys, return_inverse=True)
    total = np.bincount(place, each, len(distinct))
    shape = np.append(shape[kept], np.full(len(days), PLAIN))
    told = np.bincount(place, shape != UNTOLD, len(distinct))
    as_name, as_capitals = (np.bincount(place, (shape >= least) & (shape != UNTOLD), len(distinct)) * 2 > told for least in (NAME, CAPITALS))
    borders = np.searchsorted(distinct // n_terms, np.arange(len(layout.batch.articles) + 1))
    return tuple(vocabulary), borders, distinct % n_terms, total.astype(np.float32), as_name.astype(np.uint8) + as_capitals


def weigh_runs(layout: Layout) -> tuple[Offsets, Offsets, NDArray[np.float64]]:
    """Return the first words of every article that are reporting, with their article and their weight by place."""
    runs = np.flatnonzero(layout.segment_of_run >= 0)
    segment = layout.segment_of_run[runs]
    article = layout.segments.article[segment]
    place = np.arange(len(runs)) - np.searchsorted(article, article)
    zone = layout.segments.zone[segment]
    weight = np.where((zone == HEADLINE) | (zone == STANDFIRST), HEAD_WEIGHT, np.where(place < LEAD_WORDS, LEAD_WEIGHT, 1.0))
    near = place < MOST_WORDS
    return runs[near], article[near], weight[near]


def name_runs(layout: Layout, runs: Offsets, lists: Lists) -> tuple[list[str], Offsets]:
    """Return the different words of some runs ("" for one that counts nothing), and which of them each run is."""
    batch = layout.batch
    starts, ends = batch.runs.starts[runs], batch.runs.ends[runs]
    sums = np.cumsum(find_codes(batch.text), dtype=np.uint64)
    spelling = batch.run_numbers[runs] ^ ((sums[ends - 1] - sums[starts - 1]) * FACTOR)
    _, example, which = np.unique(spelling, return_index=True, return_inverse=True)
    return [name_term(batch.cut(start, end), lists) for start, end in zip(starts[example].tolist(), ends[example].tolist(), strict=True)], which


def name_term(word: str, lists: Lists) -> str:
    """Return the term a word counts as: in small letters without accents; "" for single letters and words that stand in every article."""
    plain = word.lower()
    if not plain.isascii():
        plain = "".join(char for char in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(char))
    return "" if len(plain) < 2 or lists.common.get(plain, 0.0) == 1 else plain


def find_shapes(layout: Layout, runs: Offsets) -> NDArray[np.uint8]:
    """Tell how words are written (see `PLAIN` to `UNTOLD`)."""
    kinds, starts, ends = layout.batch.kinds, layout.batch.runs.starts[runs], layout.batch.runs.ends[runs]
    before = kinds[np.maximum(starts - 2, 0)]
    untold = (before == STOP) | (before == NEWLINE) | (kinds[starts - 1] == NEWLINE) 
    untold |= (kinds[starts - 1] >= DOUBLE) & (kinds[starts - 1] < HYPHEN)
    untold |= layout.segments.zone[layout.segment_of_run[runs]] != BODY
    capital = kinds[starts] == UPPER
    shape = np.where(capital, np.where((kinds[ends - 1] == UPPER) & (ends - starts > 1), CAPITALS, NAME), PLAIN)
    return np.where(untold & capital, UNTOLD, shape).astype(np.uint8)


def merge_sketches(parts: Sequence[Sketches]) -> Sketches:
    """Merge sketches of several parts into one; associative, so that it can be done in any tree of steps."""
    vocabulary = tuple(sorted(set().union(*(part.vocabulary for part in parts))))
    number = {word: at for at, word in enumerate(vocabulary)}
    terms = [np.array([number[word] for word in part.vocabulary], np.int64)[part.terms] for part in parts]
    shifts = np.cumsum([0, *(len(part.terms) for part in parts)])
    return Sketches(
        articles=tuple(article for part in parts for article in part.articles),
        days=np.concatenate([part.days for part in parts]),
        dated_by=np.concatenate([part.dated_by for part in parts]),
        vocabulary=vocabulary,
        borders=np.concatenate([*(part.borders[:-1] + shift for part, shift in zip(parts, shifts, strict=False)), shifts[-1:]]),
        terms=np.concatenate(terms),
        weights=np.concatenate([part.weights for part in parts]),
        shapes=np.concatenate([part.shapes for part in parts]),
    )


def sort_sketches(sketches: Sketches) -> Sketches:
    """Put the articles in order of their ids, so that nothing that follows depends on the order they came in."""
    order = sorted(range(len(sketches)), key=lambda at: sketches.articles[at].article_id)
    lengths = np.diff(sketches.borders)[order]
    borders = np.concatenate([[0], np.cumsum(lengths)])
    rows = np.repeat(sketches.borders[order] - borders[:-1], lengths) + np.arange(borders[-1])
    return Sketches(
        articles=tuple(sketches.articles[at] for at in order),
        days=sketches.days[order],
        dated_by=sketches.dated_by[order],
        vocabulary=sketches.vocabulary,
        borders=borders,
        terms=sketches.terms[rows],
        weights=sketches.weights[rows],
        shapes=sketches.shapes[rows],
    )


def fold_plurals(sketches: Sketches) -> Sketches:
    """Count a word with s as the word without, where some article has that too (troops, troop; not Massachusetts)."""
    number = {word: at for at, word in enumerate(sketches.vocabulary)}
    single = np.array([find_singular(word, at, number) for at, word in enumerate(sketches.vocabulary)], np.int64)
    article = np.repeat(np.arange(len(sketches)), np.diff(sketches.borders))
    n_terms = max(len(number), 1)
    keys, first, place = np.unique(article * n_terms + single[sketches.terms], return_index=True, return_inverse=True)
    return replace(
        sketches,
        borders=np.searchsorted(keys // n_terms, np.arange(len(sketches) + 1)),
        terms=keys % n_terms,
        weights=np.bincount(place, sketches.weights, len(keys)).astype(np.float32),
        shapes=sketches.shapes[first],
    )


def find_singular(word: str, at: int, number: Mapping[str, int]) -> int:
    """Return the number of a word's singular, its own where there is none."""
    if len(word) < 4 or not word.endswith("s") or word.endswith("ss"):
        return at
    return number.get(word[:-1], number.get(f"{word[:-3]}y", at) if word.endswith("ies") else at)
