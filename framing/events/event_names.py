"""What events are called: the user's own name, else the day and the words their articles share."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final, NamedTuple

import numpy as np

from framing.events.dates import AT_TOP, PUBLISHED
from framing.events.events import Events
from framing.events.sketches import CAPITALS, DAY_MARK, NAME, Sketches

LABEL_WORDS: Final = 4
LABEL_NAMES: Final = 2
SLUG_WORDS: Final = 3
LONGEST_SLUG: Final = 60
COMMON: Final = 0.2
"""Words of so large a share of all news (Monday) tell nothing about an event."""
SAME_START: Final = 4
"""Of two words that begin with the same four letters (Iraq, Iraqi) one is enough."""


class EventName(NamedTuple):
    """An event's id (fit for a folder), its label, and its day ("" where no article has a date): that of its earliest dated article."""

    event_id: str
    label: str
    day: str


def name_events(events: Events, written: list[str], common: Mapping[str, float]) -> list[EventName]:
    """Name every event; ids are all different. `written` is the vocabulary as it is to be shown, `common` how common words are."""
    found: list[EventName] = []
    taken: set[str] = set()
    for members in events.groups:
        own = next((events.sketches.articles[at].event for at in members if events.sketches.articles[at].event), "")
        words = find_label_words(events, members, written, common)
        day = find_day(events, members)
        said = own or ", ".join(words) or events.sketches.articles[members[0]].article_id
        event_id = make_free(make_slug([own] if own else [day, *words[:SLUG_WORDS]]) or "event", taken)
        found.append(EventName(event_id, said, day))
    return found


def make_slug(words: Iterable[str]) -> str:
    """Make a name fit for a folder out of words.

    >>> make_slug(["2023-08-08", "Türkiye’s", "US"])
    '2023-08-08-turkiyes-us'
    """
    plain = unicodedata.normalize("NFKD", " ".join(words)).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST_SLUG].rstrip("-")


def make_free(slug: str, taken: set[str]) -> str:
    """Return a name that is not taken, with a number where it is, and take it."""
    free, number = slug, 1
    while free in taken:
        number += 1
        free = f"{slug}-{number}"
    taken.add(free)
    return free


def find_day(events: Events, members: list[int]) -> str:
    """Return the earliest date of an event's articles in ISO form, "" where none has one of its own."""
    sketches = events.sketches
    days = [int(sketches.days[at]) for at in members if sketches.dated_by[at] in (PUBLISHED, AT_TOP)]
    return date.fromordinal(min(days)).isoformat() if days else ""


def find_label_words(events: Events, members: list[int], written: list[str], common: Mapping[str, float]) -> list[str]:
    """Return the words that weigh most in more than half of an event's articles: two names, which colour least, then whatever weighs most."""
    rows = events.matrix[members]
    terms, place = np.unique(rows.indices, return_inverse=True)
    total = np.bincount(place, rows.data, len(terms))
    held = np.bincount(place, minlength=len(terms)) * 2 > len(members)
    order = np.lexsort((terms, -total))
    heavy = [term for term in terms[order[held[order]]].tolist() if tells(events.sketches.vocabulary[term], common)]
    names = [term for term in heavy if written[term][0].isupper()][:LABEL_NAMES]
    found: dict[str, str] = {}
    for term in (*names, *heavy):
        found.setdefault(written[term][:SAME_START].lower(), written[term])
        if len(found) == LABEL_WORDS:
            break
    return list(found.values())


def tells(word: str, common: Mapping[str, float]) -> bool:
    """Tell whether a word says something about an event: no figure, no day, no word of all news."""
    return word.isalpha() and common.get(word, 0.0) < COMMON


def write_vocabulary(sketches: Sketches) -> list[str]:
    """Write every term as most of the articles that hold it do: plain, with a capital, or in capitals; a day without its mark."""
    n_terms = len(sketches.vocabulary)
    held = np.bincount(sketches.terms, minlength=n_terms)
    capital, upper = (np.bincount(sketches.terms[sketches.shapes >= least], minlength=n_terms) * 2 > held for least in (NAME, CAPITALS))
    return [
        word.upper() if is_upper else word.capitalize() if is_capital else word.removeprefix(DAY_MARK)
        for word, is_capital, is_upper in zip(sketches.vocabulary, capital.tolist(), upper.tolist(), strict=True)
    ]
