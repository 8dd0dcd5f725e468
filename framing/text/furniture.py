"""Page furniture, captions, bylines and section labels known by the phrases of general/furniture.csv."""

from typing import Final

import numpy as np

from framing.text.cleaning import Batch
from framing.text.matching import Hits
from framing.text.paragraphs import Paragraphs
from framing.text.zone_names import BYLINE, CAPTION, DATELINE, FURNITURE, NAMES, SECTION, UNSET, Zones
from framing.topics.general import Word

TOP_PARAGRAPHS: Final = 8
MOST_WORDS: Final = {FURNITURE: 30, CAPTION: 90, BYLINE: 14, DATELINE: 12, SECTION: 6}
NEAR_TOP: Final = (BYLINE, DATELINE, SECTION)
PLACES: Final = ("line", "start", "end", "anywhere")


def find_listed_zones(batch: Batch, paragraphs: Paragraphs, words: tuple[Word, ...], hits: Hits) -> Zones:
    """Return each paragraph's zone by the listed phrases, `UNSET` where none fits.

    A phrase marks a paragraph it makes up wholly (line), begins (start), ends (end) or stands in (anywhere), if the paragraph is
    no longer than its zone's most words; bylines, dates and section labels count among an article's first eight paragraphs only.
    """
    zone = np.full(len(paragraphs), UNSET, np.uint8)
    if not len(hits) or not len(paragraphs):
        return zone
    listed_zone = np.array([NAMES.index(word.kind) for word in words], np.uint8)[hits.pattern]
    place = np.array([PLACES.index(word.place) for word in words], np.uint8)[hits.pattern]
    at = np.maximum(np.searchsorted(paragraphs.starts, hits.starts, side="right") - 1, 0)
    first_word, last_word = batch.word_of(paragraphs.starts - 1)[at], batch.word_of(paragraphs.ends - 1)[at]
    begins = batch.word_of(hits.starts - 1) <= first_word
    finishes = batch.word_of(hits.ends - 1) >= last_word
    inside = (hits.starts >= paragraphs.starts[at]) & (hits.ends <= paragraphs.ends[at])
    fits = np.choose(place, [begins & finishes, begins, finishes, inside]) & inside
    most = np.array([MOST_WORDS.get(code, 0) for code in range(len(NAMES))])
    fits &= paragraphs.n_words[at] <= most[listed_zone]
    rank = at - np.searchsorted(paragraphs.article, paragraphs.article[at])
    fits &= ~np.isin(listed_zone, NEAR_TOP) | (rank < TOP_PARAGRAPHS)
    for code in (SECTION, DATELINE, BYLINE, FURNITURE, CAPTION):
        zone[at[fits & (listed_zone == code)]] = code
    return zone
