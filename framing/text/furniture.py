"""Page furniture, captions, bylines and section labels known by the phrases of general/furniture.csv."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from framing.text.cleaning import Batch
from framing.text.letters import STOP, fold_text
from framing.text.matching import Hits
from framing.text.paragraphs import Paragraphs
from framing.text.tables import Table, make_table
from framing.text.words import number_words
from framing.text.zone_names import BYLINE, CAPTION, DATELINE, FURNITURE, NAMES, SECTION, UNSET, Zones
from framing.topics.general import Word

TOP_PARAGRAPHS: Final = 8
MOST_WORDS: Final = {FURNITURE: 30, CAPTION: 90, BYLINE: 14, DATELINE: 12, SECTION: 6}
NEAR_TOP: Final = (BYLINE, DATELINE, SECTION)
SCANNED: Final = ("end", "anywhere")
"""Places whose phrases the one scan over the text finds; the other phrases are looked up line by line."""


@dataclass(frozen=True)
class Furniture:
    """The furniture list made ready: whole lines, and openings by their first word, with zones; zones of the scanned phrases; credit words.

    The first and second words of lines and openings tell which lines of a text need be looked up; `lone_words` marks those first words (the last
    stands for all others) that are a whole line or opening.
    """

    first_words: Table
    second_words: Table
    lone_words: NDArray[np.bool_]
    lines: dict[bytes, int]
    openings: dict[bytes, list[tuple[bytes, int]]]
    scanned_zone: NDArray[np.uint8]
    scanned_at_end: NDArray[np.bool_]
    credits: frozenset[bytes]


def make_furniture(words: Iterable[Word]) -> Furniture:
    """Make the furniture list ready; scanned phrases keep the order in which they stand in the list."""
    lines: dict[bytes, int] = {}
    openings: dict[bytes, list[tuple[bytes, int]]] = {}
    scanned: list[Word] = []
    for word in words:
        zone = NAMES.index(word.kind)
        phrase = b" ".join(fold_text(word.term).split())
        if word.place == "line":
            lines[phrase] = zone
        elif word.place == "start":
            openings.setdefault(phrase.split()[0], []).append((phrase + b" ", zone))
        elif word.place in SCANNED:
            scanned.append(word)
    zones = np.array([NAMES.index(word.kind) for word in scanned], np.uint8)
    credits = frozenset(fold_text(word.term).split()[0] for word in words if word.place == "credit")
    phrases = [phrase.split() for phrase in (*lines, *(phrase for some in openings.values() for phrase, _ in some))]
    first, second = (sorted({phrase[at] for phrase in phrases if len(phrase) > at}) for at in (0, 1))
    lone = {phrase[0] for phrase in phrases if len(phrase) == 1}
    return Furniture(
        first_words=make_table(number_words(first)),
        second_words=make_table(number_words(second)),
        lone_words=np.array([*(word in lone for word in first), False], np.bool_),
        lines=lines,
        openings=openings,
        scanned_zone=zones,
        scanned_at_end=np.array([word.place == "end" for word in scanned], np.bool_),
        credits=credits,
    )


def find_listed_zones(batch: Batch, paragraphs: Paragraphs, furniture: Furniture, hits: Hits) -> Zones:
    """Return each paragraph's zone by the listed phrases, `UNSET` where none fits.

    A phrase marks a paragraph it makes up wholly (line), begins (start), ends (end) or stands in (anywhere), if the paragraph is
    no longer than its zone's most words; bylines, dates and section labels count among an article's first eight paragraphs only,
    and a byline does not end in a full stop.
    """
    zone = np.full(len(paragraphs), UNSET, np.uint8)
    if not len(batch.runs.starts):
        return zone
    rank = np.arange(len(paragraphs)) - np.searchsorted(paragraphs.article, paragraphs.article)
    for at in np.flatnonzero(may_be_listed(batch, paragraphs, furniture) & (paragraphs.n_words <= MOST_WORDS[FURNITURE])):
        found = look_up(batch.folded[paragraphs.starts[at] : paragraphs.ends[at]].tobytes(), furniture)
        if found and may_be(found, int(paragraphs.n_words[at]), int(rank[at])):
            zone[at] = found
    ends_in_stop = batch.kinds[paragraphs.ends - 1] == STOP
    zone[(zone == BYLINE) & ends_in_stop] = UNSET
    mark_scanned(batch, paragraphs, furniture, hits, zone)
    return zone


def may_be_listed(batch: Batch, paragraphs: Paragraphs, furniture: Furniture) -> NDArray[np.bool_]:
    """Tell which paragraphs begin with the first two words, or the one word, of a line or opening of the list."""
    last = len(batch.runs.starts) - 1
    first = np.minimum(np.searchsorted(batch.runs.starts, paragraphs.starts), last)
    number = furniture.first_words.look_up(batch.run_numbers[first])
    goes_on = furniture.second_words.look_up(batch.run_numbers[np.minimum(first + 1, last)]) >= 0
    return (number >= 0) & (furniture.lone_words[number] | goes_on)


def look_up(line: bytes, furniture: Furniture) -> int:
    """Return the zone of a folded line by the listed lines and openings, `UNSET` where none fits."""
    words = line.split(None, 12)
    if not words:
        return UNSET
    if len(words) <= 12 and (whole := furniture.lines.get(b" ".join(words))):
        return whole
    if opening := furniture.openings.get(words[0]):
        plain = b" ".join(words) + b" "
        return next((zone for phrase, zone in opening if plain.startswith(phrase)), UNSET)
    return UNSET


def may_be(zone: int, n_words: int, rank: int) -> bool:
    """Tell whether a paragraph is short enough, and near enough to the top, for a zone."""
    return n_words <= MOST_WORDS[zone] and (zone not in NEAR_TOP or rank < TOP_PARAGRAPHS)


def mark_scanned(batch: Batch, paragraphs: Paragraphs, furniture: Furniture, hits: Hits, zone: Zones) -> None:
    """Mark the paragraphs that scanned phrases stand in or end."""
    if not len(hits):
        return
    at = np.maximum(np.searchsorted(paragraphs.starts, hits.starts, side="right") - 1, 0)
    inside = hits.ends <= paragraphs.ends[at]
    last_word = batch.word_of(paragraphs.ends[at] - 1)
    inside &= ~furniture.scanned_at_end[hits.pattern] | (batch.word_of(hits.ends - 1) >= last_word)
    for place, code in zip(at[inside].tolist(), furniture.scanned_zone[hits.pattern[inside]].tolist(), strict=True):
        if may_be(code, int(paragraphs.n_words[place]), TOP_PARAGRAPHS):
            zone[place] = code
