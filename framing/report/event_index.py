"""The index of a mixed corpus: its events with their reports, and the articles that stand alone."""

from collections.abc import Sequence
from typing import Final, NamedTuple

import pandas as pd

from framing.report.html import make_environment
from framing.report.plain import iter_columns
from framing.report.words import say_count
from framing.version import __version__

MOST_SHOWN: Final = 12


class IndexEntry(NamedTuple):
    """An event: its id (the folder of its report), label, day ("" where not known), articles, whether the user named it, whether it is compared."""

    event_id: str
    label: str
    day: str
    articles: tuple[str, ...]
    is_named: bool
    is_compared: bool


class IndexRow(NamedTuple):
    """An article in the index: outlet, headline (the id where there is none), date, why it stands in its event."""

    outlet: str
    headline: str
    date: str
    why: str


class IndexEvent(NamedTuple):
    """An event in the index: its entry, its articles, and the related events with their labels."""

    entry: IndexEntry
    rows: list[IndexRow]
    related: list[tuple[str, str]]


def render_index(table: pd.DataFrame, entries: Sequence[IndexEntry], warnings: Sequence[str], has_pages: bool) -> str:
    """Render the index as one HTML page; `has_pages` tells whether the reports have an HTML page to link to."""
    events = make_index(table, entries)
    page = {
        "title": f"{say_count(len(table), 'article')} on {say_count(len(entries), 'event')}",
        "compared": [event for event in events if len(event.entry.articles) > 1],
        "alone": [event for event in events if len(event.entry.articles) == 1],
        "warnings": warnings,
        "has_pages": has_pages,
        "version": __version__,
    }
    return make_environment().get_template("events.html").render(page)


def make_index(table: pd.DataFrame, entries: Sequence[IndexEntry]) -> list[IndexEvent]:
    """Make what the index shows of every event, in the order of the entries."""
    labels = {entry.event_id: entry.label for entry in entries}
    rows: dict[str, list[IndexRow]] = {}
    related: dict[str, list[tuple[str, str]]] = {}
    columns = ("event", "article", "outlet", "headline", "date", "why", "related")
    for event, article, outlet, headline, date, why, others in iter_columns(table, *columns):
        rows.setdefault(event, []).append(IndexRow(outlet, headline or article, date, why))
        related[event] = [(other, labels[other]) for other in others.split("; ") if other][:MOST_SHOWN]
    return [IndexEvent(entry, rows[entry.event_id], related[entry.event_id]) for entry in entries]
