"""A mixed corpus compared event by event: a report for each event in a folder of its own, and an index of all."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pandas as pd

from framing.articles.article import Article, Corpus, Event
from framing.articles.folder import TEXT_SUFFIXES
from framing.comparison.comparison import MOST_ARTICLES, compare_articles
from framing.events.dates import AT_TOP, DATED_BY, PUBLISHED
from framing.events.event_table import OWN, make_event_table
from framing.events.events import find_events, is_one_event
from framing.events.layout import read_lists
from framing.events.rule import EventRule
from framing.files import write_whole
from framing.pipeline.corpus_steps import name_own_events
from framing.report.event_index import IndexEntry, render_index
from framing.report.tables import render_csv
from framing.report.writing import write_report

SURE: Final = (DATED_BY[PUBLISHED], DATED_BY[AT_TOP])


@dataclass(frozen=True)
class Split:
    """A corpus and the table of its events.

    `is_mixed` tells whether there is an event to compare and something besides it: not where all are clearly one event, nor where no two are.
    """

    corpus: Corpus
    table: pd.DataFrame
    is_mixed: bool


def is_one_set(corpus: Corpus, paths: Sequence[Path]) -> bool:
    """Tell whether the user has put together what to compare: one event.toml, or text files named one by one."""
    return corpus.event is not None or all(path.suffix.lower() in TEXT_SUFFIXES and path.is_file() for path in paths)


def split_corpus(corpus: Corpus, paths: Sequence[Path], rule: EventRule | None = None, lexicons: Path | None = None) -> Split:
    """Split a corpus into events."""
    articles = [item for item in name_own_events(corpus, paths) if isinstance(item, Article)]
    lists = read_lists(lexicons)
    events = find_events(articles, lists, rule)
    is_mixed = any(len(members) > 1 for members in events.groups) and not is_one_event(events)
    return Split(corpus, make_event_table(events, lists.common), is_mixed)


def compare_events(
    split: Split, folder: Path, topic: str | None = None, *, formats: Sequence[str], lexicons: Path | None = None
) -> Iterator[IndexEntry]:
    """Write a report for every event of two articles or more, yielding each entry of the index as it is done; then index.html and events.csv.

    An event of more than 150 articles is listed and not compared. Raises FramingError as `compare_articles` and `write_report` do.
    """
    entries = []
    for entry in list_entries(split.table):
        if entry.is_compared:
            event = Event(entry.event_id, entry.label, entry.day, description=describe(entry))
            articles = [article for article in split.corpus if article.article_id in set(entry.articles)]
            comparison = compare_articles(Corpus(tuple(articles), event), topic, lexicons=lexicons)
            write_report(comparison, folder / entry.event_id, formats)
        entries.append(entry)
        yield entry
    write_whole(folder / "events.csv", render_csv(split.table))
    write_whole(folder / "index.html", render_index(split.table, entries, [str(fault) for fault in split.corpus.faults], "html" in formats))


def describe(entry: IndexEntry) -> str:
    """Say where an event's title comes from, "" where the user gave it."""
    return "" if entry.is_named else "The title lists words that most of these articles share. They were put together by words, names and dates."


def list_entries(table: pd.DataFrame) -> list[IndexEntry]:
    """List the events, those of most articles first, then in order of date."""
    entries = []
    for event_id, rows in table.groupby("event", sort=False):
        dated = [str(day) for day in rows["date"][rows["dated_by"].isin(SURE)] if day]
        entries.append(
            IndexEntry(
                event_id=str(event_id),
                label=str(rows["label"].iloc[0]),
                day=min(dated, default=""),
                articles=tuple(map(str, rows["article"])),
                is_named=bool((rows["grouped_by"] == OWN).any()),
                is_compared=1 < len(rows) <= MOST_ARTICLES,
            )
        )
    return sorted(entries, key=lambda entry: (-len(entry.articles), entry.day, entry.event_id))
