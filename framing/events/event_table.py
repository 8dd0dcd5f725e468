"""The table of events: one row an article, with its event and why it stands there."""

from collections.abc import Mapping
from datetime import date
from typing import Final, NamedTuple

import numpy as np
import pandas as pd

from framing.events.dates import DATED_BY, IN_YEAR, UNDATED
from framing.events.event_names import EventName, name_events, write_vocabulary
from framing.events.events import Events
from framing.events.sketches import DAY_MARK

COLUMNS: Final = (
    "article", "outlet", "headline", "date", "dated_by", "event", "label", "articles", "grouped_by",
    "similarity", "nearest", "nearest_similarity", "days_apart", "names", "words", "days", "why", "related",
)  # fmt: skip
OWN, ALIKE, ALONE = "own field", "alike", "alone"
MOST_SHOWN: Final = 5
NOTHING: Final = float("nan")


class Near(NamedTuple):
    """The article most like another: its place, the similarity counted, the cosine before days were taken off, days apart (nan: not known)."""

    place: int
    similarity: float
    cosine: float
    apart: float


class Shared(NamedTuple):
    """What two articles share, heaviest first: names, other words, days."""

    names: list[str]
    words: list[str]
    days: list[str]


def make_event_table(events: Events, common: Mapping[str, float]) -> pd.DataFrame:
    """Return one row an article: its event and label, how many articles report it, and what groups it there, in words and figures.

    `similarity` is the mean similarity with the others of its event, `nearest` the article most like it (of its event where there is another),
    with what both share in `names`, `words` and `days`; `related` names the events of the same story.
    """
    written = write_vocabulary(events.sketches)
    names = name_events(events, written, common)
    nearest = find_nearest(events)
    means = measure_means(events)
    rows = []
    for number, members in enumerate(events.groups):
        related = "; ".join(names[other].event_id for other in events.related[number])
        for at in members:
            rows.append((at, *make_row(events, names[number], members, at, (nearest[at], means[at], written)), related))
    rows.sort()
    return pd.DataFrame([row[1:] for row in rows], columns=list(COLUMNS))


def make_row(
    events: Events, name: EventName, members: list[int], at: int, found: tuple[Near | None, float, list[str]]
) -> tuple[object, ...]:
    """Return an article's row up to `why`."""
    near, mean, written = found
    article = events.sketches.articles[at]
    grouped_by = OWN if article.event else ALIKE if len(members) > 1 else ALONE
    shared = find_shared(events, at, near.place, written) if near else Shared([], [], [])
    near_id = events.sketches.articles[near.place].article_id if near else ""
    why = explain(grouped_by, near, near_id, shared, events)
    figures = (mean, near_id, near.similarity if near else NOTHING, near.apart if near else NOTHING)
    code = int(events.sketches.dated_by[at])
    return (
        article.article_id, article.outlet, article.headline, say_date(int(events.sketches.days[at]), code), DATED_BY[code],
        name.event_id, name.label, len(members), grouped_by, *figures, *map("; ".join, shared), why,
    )  # fmt: skip


def say_date(day: int, code: int) -> str:
    """Say a day in ISO form, without the year where it is not known (--08-07); "" where there is none.

    >>> say_date(738739, 1), say_date(738739, 0)
    ('2023-08-07', '')
    """
    iso = date.fromordinal(day).isoformat() if code != UNDATED else ""
    return f"-{iso[4:]}" if code == IN_YEAR else iso


def find_nearest(events: Events) -> list[Near | None]:
    """Find the article most like each: within its event where it has others, else anywhere; None where no other is alike at all."""
    event_of = np.zeros(len(events.sketches), np.int64)
    for number, members in enumerate(events.groups):
        event_of[members] = number
    best: list[tuple[bool, float, float, int, float] | None] = [None] * len(events.sketches)
    columns = (events.pairs.first, events.pairs.second, events.similarity, events.pairs.cosine, events.days_apart)
    for first, second, similarity, cosine, apart in zip(*(column.tolist() for column in columns), strict=True):
        inside = bool(event_of[first] == event_of[second])
        for one, other in ((first, second), (second, first)):
            found = (inside, similarity, cosine, -other, apart)
            known = best[one]
            if known is None or found[:4] > known[:4]:
                best[one] = found
    return [Near(-found[3], found[1], found[2], found[4]) if found else None for found in best]


def measure_means(events: Events) -> list[float]:
    """Measure each article's mean similarity with the others of its event; nan where there is none."""
    event_of, size = np.zeros(len(events.sketches), np.int64), np.ones(len(events.sketches))
    for number, members in enumerate(events.groups):
        event_of[members], size[members] = number, len(members)
    inside = event_of[events.pairs.first] == event_of[events.pairs.second]
    total = np.zeros(len(size))
    for side in (events.pairs.first, events.pairs.second):
        total += np.bincount(side[inside], events.similarity[inside], len(size))
    return [value / (n - 1) if n > 1 else NOTHING for value, n in zip(total.tolist(), size.tolist(), strict=True)]


def find_shared(events: Events, first: int, second: int, written: list[str]) -> Shared:
    """Find the terms two articles share that add most to their similarity."""
    matrix, vocabulary = events.matrix, events.sketches.vocabulary
    a, b = (slice(matrix.indptr[at], matrix.indptr[at + 1]) for at in (first, second))
    terms, in_a, in_b = np.intersect1d(matrix.indices[a], matrix.indices[b], return_indices=True)
    order = np.lexsort((terms, -matrix.data[a][in_a] * matrix.data[b][in_b]))
    shared = Shared([], [], [])
    for term in terms[order].tolist():
        kind = shared.days if vocabulary[term].startswith(DAY_MARK) else shared.names if written[term][0].isupper() else shared.words
        kind.append(written[term])
    return Shared(*(kind[:MOST_SHOWN] for kind in shared))


def say_days(days: float) -> str:
    """Say how far apart two articles are.

    >>> say_days(0.0), say_days(1.0)
    ('same day', '1 day apart')
    """
    return "same day" if days < 1 else f"{days:.0f} day{'s' if days >= 2 else ''} apart"


def explain(grouped_by: str, near: Near | None, near_id: str, shared: Shared, events: Events) -> str:
    """Say in one line why an article stands in its event, or alone."""
    if grouped_by == OWN:
        return "its own event field says so"
    if near is None:
        return "no other article is alike"
    parts = [f"{label} {', '.join(found)}" for label, found in zip(("names", "words", "days"), shared, strict=True) if found]
    apart = "days apart not known" if np.isnan(near.apart) else say_days(near.apart)
    said = f"{near_id}: similarity {near.similarity:.2f}, {apart}; shares {'; '.join(parts)}"
    if grouped_by == ALIKE:
        return f"most like {said}"
    if near.apart > events.rule.days:
        return f"alone; most like {near_id} (cosine {near.cosine:.2f}), but {say_days(near.apart)}, more than {events.rule.days:g}"
    return f"alone; most like {said}; a mean of {events.rule.similarity:g} with all articles of an event is needed"
