"""Which articles may share passages: MinHash of word shingles, for whole articles and for paragraphs, as map and reduce."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from framing.articles.article import Article
from framing.events.layout import Layout, Lists, lay_out
from framing.text.offsets import Offsets

SHINGLE: Final = 5
"""Words of a shingle."""
LEAST_WORDS: Final = 20
"""Shorter paragraphs are not compared."""
BANDS: Final = 24
ROWS: Final = 4
"""Two paragraphs that share half of their shingles meet in one of the bands 79 times in 100, two that share 0.7 of them 99.8 times."""
SEED: Final = 20230808
CROWD: Final = 30
"""Of more paragraphs that meet in a band (a notice under every article), each is compared with so many that follow it."""
FACTORS: Final = np.array([pow(0x9E3779B97F4A7C15, n, 2**64) | 1 for n in range(1, SHINGLE + 1)], np.uint64)
Keys = NDArray[np.uint64]


@dataclass(frozen=True)
class CopySketches:
    """The paragraphs of some articles, and each article as a whole, as one row of band keys (units x bands) each."""

    articles: tuple[str, ...]
    article_of: Offsets
    bands: NDArray[np.uint32]


def make_copy_sketches(articles: Sequence[Article], lists: Lists) -> CopySketches:
    """Make the sketches of a part of a corpus: a pure function, to be mapped over parts and merged by `merge_copy_sketches`."""
    layout = lay_out(articles, lists)
    hashes, article, paragraph = make_shingles(layout)
    n = len(layout.batch.articles)
    wide = np.bincount(paragraph, minlength=len(layout.segments.starts)) >= LEAST_WORDS - SHINGLE + 1
    inside = wide[paragraph] if len(paragraph) else np.zeros(0, bool)
    unit = np.concatenate([article, n + paragraph[inside]])
    flat = np.concatenate([hashes, hashes[inside]])
    order = np.argsort(unit, kind="stable")
    units, first = np.unique(unit[order], return_index=True)
    article_of = np.where(units < n, units, layout.segments.article[np.maximum(units - n, 0)] if len(units) else 0)
    return CopySketches(tuple(one.article_id for one in articles), article_of, make_bands(flat[order], np.append(first, len(flat))))


def make_shingles(layout: Layout) -> tuple[Keys, Offsets, Offsets]:
    """Return the shingles of a layout's paragraphs as numbers, with the article and the paragraph each stands in."""
    runs = np.flatnonzero(layout.segment_of_run >= 0)
    numbers, paragraph = layout.batch.run_numbers[runs], layout.segment_of_run[runs]
    n = max(len(runs) - SHINGLE + 1, 0)
    mixed = mix_shingles(numbers, SHINGLE)
    whole = paragraph[:n] == paragraph[len(paragraph) - n :] if n else np.zeros(0, bool)
    return mixed[whole], layout.segments.article[paragraph[:n][whole]], paragraph[:n][whole]


def mix_shingles(numbers: Keys, size: int) -> Keys:
    """Mix every `size` numbers that follow each other into one."""
    n = max(len(numbers) - size + 1, 0)
    mixed = np.zeros(n, np.uint64)
    for at in range(size):
        mixed = (mixed ^ (numbers[at : at + n] * FACTORS[at % SHINGLE])) * FACTORS[0]
        mixed ^= mixed >> np.uint64(31)
    return mixed


def make_bands(flat: Keys, borders: Offsets) -> NDArray[np.uint32]:
    """Return the band keys of some sets of numbers: those of set i are `flat[borders[i]:borders[i + 1]]`."""
    from rensa import RMinHash

    if len(borders) < 2:
        return np.zeros((0, BANDS), np.uint32)
    digests: Any = RMinHash.digest_matrix_from_flat_token_hashes(flat, borders.astype(np.uint64), BANDS * ROWS, SEED)
    rows = np.array(digests.to_rows(), np.uint64).reshape(-1, BANDS, ROWS)
    mixed = np.zeros(rows.shape[:2], np.uint64)
    for at in range(ROWS):
        mixed = (mixed ^ rows[:, :, at]) * FACTORS[0]
        mixed ^= mixed >> np.uint64(29)
    return (mixed >> np.uint64(32)).astype(np.uint32)


def merge_copy_sketches(parts: Sequence[CopySketches]) -> CopySketches:
    """Merge sketches of several parts into one; associative."""
    shifts = np.cumsum([0, *(len(part.articles) for part in parts)])
    return CopySketches(
        tuple(article for part in parts for article in part.articles),
        np.concatenate([part.article_of + shift for part, shift in zip(parts, shifts, strict=False)]),
        np.concatenate([part.bands for part in parts]),
    )


def find_candidates(sketches: CopySketches) -> list[tuple[str, str]]:
    """Find the pairs of articles of which a paragraph, or the whole, meets in a band; each pair and the list in order of ids."""
    rank = np.argsort(np.argsort(np.array(sketches.articles)))[sketches.article_of] if len(sketches.articles) else np.zeros(0, np.int64)
    order = np.argsort(rank, kind="stable")
    pairs: set[tuple[int, int]] = set()
    for band in range(BANDS):
        pairs.update(find_meetings(sketches.bands[order, band], rank[order]))
    ids = sorted(sketches.articles)
    return [(ids[first], ids[second]) for first, second in sorted(pairs)]


def find_meetings(keys: NDArray[np.uint32], article: Offsets) -> Iterator[tuple[int, int]]:
    """Yield the pairs of articles that have one key in a band; units come in order of their article."""
    order = np.argsort(keys, kind="stable")
    borders = np.flatnonzero(np.diff(keys[order])) + 1
    for start, end in pairwise([0, *borders.tolist(), len(order)]):
        if end - start < 2:
            continue
        own = np.unique(article[order[start:end]]).tolist()
        if len(own) <= CROWD:
            yield from combinations(own, 2)
        else:
            yield from ((own[at], other) for at in range(len(own)) for other in own[at + 1 : at + 1 + CROWD])
