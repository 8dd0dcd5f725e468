"""The check that every passage a report shows stands word for word in its article."""

from collections.abc import Mapping
from typing import Final

import pandas as pd

from framing.comparison.comparison import Comparison
from framing.errors import Fault, FramingError, make_error
from framing.report.plain import iter_columns

PLACED: Final = (
    ("start", "end", "text"),
    ("source_start", "source_end", "source"),
    ("cue_start", "cue_end", "cue"),
    ("content_start", "content_end", "content"),
    ("second_start", "second_end", "second"),
)
"""Columns that hold a passage: where it starts and ends (-1 where there is none), and its text."""
LONGEST_SHOWN: Final = 80


def read_texts(comparison: Comparison) -> dict[str, str]:
    """Return the cleaned text of every article by its id."""
    return {article.article_id: comparison.text_of(number) for number, article in enumerate(comparison.articles)}


def cut_passage(texts: Mapping[str, str], article: str, start: int, end: int, shown: str) -> str:
    """Cut a passage out of its article by its offsets; raises FramingError where that is not what is to be shown."""
    wrong = compare_passage(texts, article, start, end, shown)
    if wrong:
        raise make_error(article, wrong)
    return texts[article][start:end]


def compare_passage(texts: Mapping[str, str], article: str, start: int, end: int, shown: str) -> str:
    """Return how a passage differs from its article, or ""."""
    if article not in texts:
        return f"no such article is compared; a passage of it cannot be shown: {shorten(shown)!r}"
    text = texts[article]
    if not 0 <= start <= end <= len(text):
        return f"passage {start}:{end} lies outside the text: {shorten(shown)!r}; 0 to {len(text)} is allowed"
    if text[start:end] != shown:
        return f"passage {start}:{end} is not verbatim: {shorten(shown)!r}; the article has {shorten(text[start:end])!r}"
    return ""


def shorten(text: str) -> str:
    """Shorten a text for a message."""
    return text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 1] + "…"


def check_passages(comparison: Comparison) -> None:
    """Check every passage of every table; raises FramingError with all that are not verbatim, so that no report is made of them."""
    texts = read_texts(comparison)
    faults = [
        Fault(f"{name} of {row[0]}", 0, wrong)
        for name, table in comparison.tables.items()
        for columns in PLACED
        if {"article", *columns} <= set(table.columns)
        for row in iter_columns(table, "article", *columns)
        if (row[1] >= 0 or row[3]) and (wrong := compare_passage(texts, *row))
    ]
    faults += check_flips(texts, comparison.tables["flips"])
    faults += check_raw(comparison)
    if faults:
        raise FramingError(*faults)


def check_flips(texts: Mapping[str, str], flips: pd.DataFrame) -> list[Fault]:
    """Return the sentences of the flip test that stand in neither of their articles."""
    faults = []
    sentences = flips[flips["left_out"] == "sentence"]
    for start, what, *articles in iter_columns(sentences, "start", "what", "article_a", "article_b"):
        holders = [article for article in articles if article]
        if all(compare_passage(texts, article, start, start + len(what), what) for article in holders):
            faults.append(Fault(f"flips of {', '.join(holders)}", 0, f"sentence at {start} is not verbatim: {shorten(what)!r}"))
    return faults


def check_raw(comparison: Comparison) -> list[Fault]:
    """Return the evidence whose raw offsets lie outside the raw text, or, in an article without repairs, cut out something else."""
    known = {article.article_id: number for number, article in enumerate(comparison.articles)}
    evidence = comparison.tables["evidence"]
    faults = []
    for article, start, end, text in iter_columns(evidence, "article", "raw_start", "raw_end", "text"):
        if article not in known:
            continue
        number = known[article]
        raw = comparison.articles[number].raw_text
        offsets = comparison.analysis.batch.cleaned[number].offsets
        edited = bool(offsets.steps or offsets.n_before)
        if not 0 <= start <= end <= len(raw) or not (edited or raw[start:end] == text):
            faults.append(Fault(f"evidence of {article}", 0, f"raw offsets {start}:{end} do not hold {shorten(text)!r}"))
    return faults
