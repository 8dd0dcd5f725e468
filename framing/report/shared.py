"""Shared copy as the report shows it: the passages several articles hold, and word by word what each made of them."""

from collections.abc import Iterator
from math import isnan
from typing import Final, NamedTuple

from markupsafe import Markup

from framing.comparison.comparison import Comparison
from framing.comparison.rewording import ADDED, CUT, SAME, Change, Difference, find_differences
from framing.comparison.shared import Sharing, find_sharing
from framing.events.passages import Words
from framing.report.labels import letter_axes, name_articles
from framing.report.markup import show
from framing.report.passages import cut_passage, read_texts
from framing.report.plain import iter_columns
from framing.report.words import VOICES, say_interval, say_number

OPENING: Final = 160
LONG_RUN: Final = 60
KEPT: Final = 15
"""Of a longer run of same words, so many are shown at either end."""
SAY_KIND: Final = {
    "near-duplicate": "reprint: most of one article stands in the other",
    "passage": "passage of several outlets",
    "repeated": "repeated: a notice, or the outlet’s own words again",
}


class SharedPassage(NamedTuple):
    """One shared passage: its number, what it is, words, who holds it, agency credited, how it opens."""

    passage: str
    kind: str
    n_words: int
    holders: str
    agency: str
    opening: str


class WithoutRow(NamedTuple):
    """The bias of an article with and without what it shares, in words."""

    label: str
    axis: str
    voice: str
    with_shared: str
    without: str
    n: int
    n_without: int


class Rewording(NamedTuple):
    """Two articles and the differences between them, as markup with ins and del, one for each passage or one for the whole texts."""

    label_a: str
    label_b: str
    is_whole: bool
    texts: list[Markup]
    n_added: int
    n_cut: int


class SharedSection(NamedTuple):
    """All the section shows."""

    passages: list[SharedPassage]
    without: list[WithoutRow]
    rewordings: list[Rewording]


def make_shared_section(comparison: Comparison) -> SharedSection:
    """Make the section on shared copy; raises FramingError where a passage is not verbatim in its article."""
    if comparison.tables["shared"].empty:
        return SharedSection([], [], [])
    return SharedSection(make_passage_rows(comparison), make_without_rows(comparison), make_rewordings(comparison))


def make_passage_rows(comparison: Comparison) -> list[SharedPassage]:
    """Return the shared passages, the longest first."""
    table, labels, texts = comparison.tables["shared"], name_articles(comparison), read_texts(comparison)
    found = []
    for passage, rows in table.groupby("passage", sort=False):
        article, start, end, text, kind, agency = next(iter_columns(rows, "article", "start", "end", "text", "kind", "agency"))
        shown = " ".join(cut_passage(texts, article, start, end, text).split())
        opening = shown if len(shown) <= OPENING else f"{shown[:OPENING].rsplit(' ', 1)[0]} …"
        holders = "; ".join(dict.fromkeys(labels[one] for one in rows["article"]))
        found.append(SharedPassage(str(passage), SAY_KIND[kind], int(rows["words"].max()), holders, agency, opening))
    return sorted(found, key=lambda row: (-row.n_words, row.passage))


def make_without_rows(comparison: Comparison) -> list[WithoutRow]:
    """Return how each article with shared evidence stands with and without it, where there is enough evidence with it."""
    labels, axes = name_articles(comparison), letter_axes(comparison)
    rows = []
    names = ("article", "axis", "voice", "bias", "bias_without", "low_without", "high_without", "n", "n_without")
    for article, axis, voice, bias, without, low, high, n, n_without in iter_columns(comparison.tables["without_shared"], *names):
        if isnan(bias):
            continue
        after = f"{say_number(without)} ({say_interval(low, high)})" if not isnan(without) else "too little evidence"
        rows.append(WithoutRow(labels[article], f"{axes[axis][0]}. {axes[axis][1].label}", VOICES[voice], say_number(bias), after, n, n_without))
    return rows


def make_rewordings(comparison: Comparison) -> list[Rewording]:
    """Return the word-level differences of every two articles that share copy; pairs whose words are all the same are told as such."""
    sharing = find_sharing(comparison.analysis)
    labels, texts = name_articles(comparison), read_texts(comparison)
    grouped: dict[tuple[str, str], list[Difference]] = {}
    for difference in find_differences(comparison.analysis, sharing):
        grouped.setdefault((difference.article_a, difference.article_b), []).append(difference)
    return [
        Rewording(
            label_a=labels[a],
            label_b=labels[b],
            is_whole=differences[0].passage == 0,
            texts=[show_difference(one, sharing, texts) for one in differences],
            n_added=sum(change.end_b - change.start_b for one in differences for change in one.changes if change.kind != SAME),
            n_cut=sum(change.end_a - change.start_a for one in differences for change in one.changes if change.kind != SAME),
        )
        for (a, b), differences in grouped.items()
    ]


def show_difference(difference: Difference, sharing: Sharing, texts: dict[str, str]) -> Markup:
    """Show a difference as one text: what only the first has struck through, what only the second has underlined."""
    a, b = (sharing.words[article] for article in difference[:2])
    sides = (texts[difference.article_a], a), (texts[difference.article_b], b)
    return Markup(" ").join(piece for change in difference.changes for piece in show_change(change, *sides))


def show_change(change: Change, side_a: tuple[str, Words], side_b: tuple[str, Words]) -> Iterator[Markup]:
    """Yield the markup of one step of a difference."""
    if change.kind == SAME:
        yield from show_same(change, *side_b)
        return
    if change.kind != ADDED:
        yield Markup("<del>{}</del>").format(show(cut_run(*side_a, change.start_a, change.end_a)))
    if change.kind != CUT:
        yield Markup("<ins>{}</ins>").format(show(cut_run(*side_b, change.start_b, change.end_b)))


def show_same(change: Change, text: str, words: Words) -> Iterator[Markup]:
    """Yield a run of same words, the middle of a long one as its number of words."""
    start, end = change.start_b, change.end_b
    if end - start <= LONG_RUN:
        yield show(cut_run(text, words, start, end))
        return
    yield show(cut_run(text, words, start, start + KEPT))
    yield Markup('<span class="soft">[… {} same words …]</span>').format(end - start - 2 * KEPT)
    yield show(cut_run(text, words, end - KEPT, end))


def cut_run(text: str, words: Words, start: int, end: int) -> str:
    """Cut words `[start, end)` out of their text, with the marks that stand right behind the last."""
    first, behind = int(words.starts[start]), int(words.ends[end - 1])
    most = int(words.starts[end]) if end < len(words) else len(text)
    while behind < most and not text[behind].isspace():
        behind += 1
    return " ".join(text[first:behind].split())
