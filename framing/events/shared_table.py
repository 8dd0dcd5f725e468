"""The table of shared passages: one row for each passage and article that holds it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import pandas as pd

from framing.articles.article import Article
from framing.events.credits import find_agency, find_credit_behind
from framing.events.layout import Lists, lay_out
from framing.events.passages import Words, cut_words
from framing.events.sharing import Stretch
from framing.text.cleaning import CleanText
from framing.text.sentences import find_sentences
from framing.voices.quotations import find_quotations

COLUMNS: Final = (
    "passage", "kind", "article", "start", "end", "raw_start", "raw_end", "words", "articles", "shared_with", "agency", "text",
)  # fmt: skip


@dataclass(frozen=True)
class Holder:
    """An article that may hold shared passages: what is known of it, its cleaned text, its words."""

    article: Article
    cleaned: CleanText
    words: Words


def make_holders(articles: Sequence[Article], lists: Lists) -> dict[str, Holder]:
    """Make the holders of some articles by id: a pure function, to be mapped over the articles of candidate pairs."""
    layout = lay_out(articles, lists)
    batch, segments = layout.batch, layout.segments
    quotations = find_quotations(batch, segments, find_sentences(batch, segments, lists.abbreviations))
    rows = zip(articles, batch.cleaned, cut_words(batch, segments, quotations), strict=True)
    return {article.article_id: Holder(replace(article, raw_text=""), cleaned, words) for article, cleaned, words in rows}


def make_shared_table(stretches: Sequence[Stretch], holders: Mapping[str, Holder], agencies: Mapping[str, str]) -> pd.DataFrame:
    """Return one row for each passage and article: kind, place, words, in how many articles it stands and which others, agency credited.

    `agency` is the agency, or the outlet of another of these articles, that is credited right behind the passage where it stands; else the
    agency credited by any article that holds the passage, "" where none credits one.
    """
    held_by = list_holders(stretches)
    wanted = {row.article for row in stretches}
    credited = {article_id: name_agency(holder, agencies) for article_id, holder in holders.items() if article_id in wanted}
    behind = find_credits(stretches, holders, agencies)
    rows = []
    for row in stretches:
        others = held_by[row.passage]
        agency = behind.get(row.passage) or next((credited[one] for one in others if credited[one]), "")
        shared_with = tuple(other for other in others if other != row.article)
        start, end, raw_start, raw_end, text = place_stretch(row, holders[row.article])
        counts = row.end - row.start, len(others)
        rows.append((f"p{row.passage}", row.kind, row.article, start, end, raw_start, raw_end, *counts, shared_with, agency, text))
    return pd.DataFrame(rows, columns=list(COLUMNS))


def find_credits(stretches: Sequence[Stretch], holders: Mapping[str, Holder], agencies: Mapping[str, str]) -> dict[int, str]:
    """Return who is credited right behind each passage; an outlet that names itself there credits nobody."""
    names = {holder.article.outlet: holder.article.outlet for holder in holders.values()} | dict(agencies)
    found: dict[int, str] = {}
    for row in stretches:
        holder = holders[row.article]
        name = find_credit_behind(holder.cleaned.text, int(holder.words.ends[row.end - 1]), names)
        if name and name != holder.article.outlet:
            found.setdefault(row.passage, name)
    return found


def name_agency(holder: Holder, agencies: Mapping[str, str]) -> str:
    """Return the agency an article credits or comes from."""
    return find_agency(f"{holder.article.byline} {holder.article.outlet}", holder.cleaned.text, agencies)


def place_stretch(row: Stretch, holder: Holder) -> tuple[int, int, int, int, str]:
    """Return where a stretch stands in its article, cleaned and raw, and its text."""
    start, end = int(holder.words.starts[row.start]), int(holder.words.ends[row.end - 1])
    raw_starts, raw_ends = holder.cleaned.offsets.to_raw(np.array([start]), np.array([end]))
    return start, end, int(raw_starts[0]), int(raw_ends[0]), holder.cleaned.text[start:end]


def list_holders(stretches: Sequence[Stretch]) -> dict[int, list[str]]:
    """Return the articles that hold each passage, in order."""
    held_by: dict[int, list[str]] = {}
    for row in stretches:
        own = held_by.setdefault(row.passage, [])
        if row.article not in own:
            own.append(row.article)
    return held_by
