"""The section on generic frames: how densely each article speaks in each of them, and in which words."""

from collections.abc import Iterator
from math import isnan
from typing import NamedTuple

from framing.analysis.generic_frames import keep_scored
from framing.comparison.comparison import Comparison
from framing.report.labels import name_articles
from framing.report.passages import cut_passage, read_texts
from framing.report.plain import iter_columns
from framing.topics.general import FRAMES

MOST_SHOWN = 4


class FrameCell(NamedTuple):
    """One article in one frame: weight per 1,000 words, how many words speak for it, how many of them in own voice, the most frequent ones."""

    per_1000: str
    n: int
    n_own: int
    words: str


class FrameLine(NamedTuple):
    """One article: its label and its cells in the order of `FRAMES`."""

    label: str
    cells: list[FrameCell]


def make_frame_lines(comparison: Comparison) -> list[FrameLine]:
    """Return one line an article."""
    table = comparison.tables["frames"]
    cells: dict[str, list[FrameCell]] = {}
    for article, frame, count, own, density in iter_columns(table, "article", "frame", "count", "own", "per_1000"):
        shown = list_words(comparison, article, frame)
        cells.setdefault(article, []).append(FrameCell("" if isnan(density) else f"{density:.1f}", count, own, shown))
    return [FrameLine(label, cells[article]) for article, label in name_articles(comparison).items()]


def list_words(comparison: Comparison, article: str, frame: str) -> str:
    """Return the words an article uses most for a frame, as they stand in it; of equally frequent ones the first."""
    table, texts = keep_scored(comparison.tables["generic_frames"]), read_texts(comparison)
    own = table[(table["article"] == article) & (table["frame"] == frame)]
    counts: dict[str, int] = {}
    for row in iter_columns(own, "start", "end", "text"):
        word = cut_passage(texts, article, *row).lower()
        counts[word] = counts.get(word, 0) + 1
    most = sorted(counts, key=lambda word: -counts[word])[:MOST_SHOWN]
    return ", ".join(f"{word} ({counts[word]} times)" if counts[word] > 1 else word for word in most)


def list_frames() -> list[str]:
    """Return the frames as a report calls them."""
    return [frame.capitalize() for frame in FRAMES]


def make_frame_rows(comparison: Comparison) -> Iterator[tuple[str, ...]]:
    """Yield the section's rows as plain cells: outlet, then a cell a frame."""
    for line in make_frame_lines(comparison):
        yield (line.label, *(f"{cell.per_1000} (n={cell.n}, {cell.n_own} own): {cell.words or 'none'}" for cell in line.cells))
