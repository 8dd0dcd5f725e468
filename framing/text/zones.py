"""Zones: which part of the page each paragraph is, so that captions and page furniture do not count as reporting."""

import re
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from framing.text.cleaning import Batch
from framing.text.furniture import Furniture, find_listed_zones
from framing.text.letters import BRACKET_CLOSE, COMMA, DOUBLE, DOUBLE_CLOSE, SINGLE_CLOSE, STOP, fold_text
from framing.text.matching import Hits
from framing.text.offsets import Offsets
from framing.text.page_top import find_dateline_end, find_top
from framing.text.paragraphs import Paragraphs, find_paragraphs
from framing.text.zone_names import BODY, CAPTION, CROSSHEAD, DATELINE, FURNITURE, UNSET, Zones

CROSSHEAD_WORDS: Final = 12
TAIL_WORDS: Final = 8
BARRED_WORDS: Final = 24
"""How many words the links of a page's foot have at most that stand in one line with bars between them."""
OPEN_CREDIT: Final = re.compile(r"[.!?’”\"'] (\w+): [A-Z][^.:]{1,40}$")
QUOTED_LINE: Final = re.compile(r"[‘“'\"][^.!?,…]+[’”'\"]")
ENDINGS: Final = (STOP, DOUBLE, DOUBLE_CLOSE, SINGLE_CLOSE)


@dataclass(frozen=True)
class Segments:
    """Stretches of a batch, each in one zone: where they stand, article, zone, number of words, whether a second copy."""

    starts: Offsets
    ends: Offsets
    article: Offsets
    zone: Zones
    n_words: Offsets
    is_copy: NDArray[np.bool_]

    def of(self, positions: Offsets) -> Offsets:
        """Return the number of the segment each position lies in or after."""
        return np.searchsorted(self.starts, positions, side="right") - 1


def find_zones(batch: Batch, furniture: Furniture, hits: Hits) -> Segments:
    """Find the zones of every article of a batch.

    `hits` are those of the scanned furniture phrases. Rules, in order: listed phrases; captions by their
    credit; the top of the page (section, headline, standfirst, byline, date); short lines after the last sentence; crossheads; dateline.
    """
    paragraphs = find_paragraphs(batch)
    zone = find_listed_zones(batch, paragraphs, furniture, hits)
    first = np.searchsorted(paragraphs.article, np.arange(len(batch.articles) + 1))
    is_sentence = np.isin(batch.kinds[paragraphs.ends - 1], ENDINGS)
    mark_captions(batch, paragraphs, zone, furniture.credits)
    mark_open_credits(batch, paragraphs, zone, is_sentence, furniture.credits)
    for number, article in enumerate(batch.articles):
        find_top(batch, paragraphs, zone, is_sentence, range(first[number], first[number + 1]), article)
    mark_tails(batch, paragraphs, zone, is_sentence, first)
    mark_crossheads(batch, paragraphs, zone, is_sentence)
    zone[zone == UNSET] = BODY
    return split_datelines(batch, paragraphs, zone)


def mark_captions(batch: Batch, paragraphs: Paragraphs, zone: Zones, credits: frozenset[bytes]) -> None:
    """Mark paragraphs that end in a credit: in square brackets two words or more, the first with a capital; in round ones a listed word."""
    ends_in_bracket = (batch.kinds[paragraphs.ends - 1] == BRACKET_CLOSE) & (zone == UNSET)
    for at in np.flatnonzero(ends_in_bracket):
        text = batch.cut(paragraphs.starts[at], paragraphs.ends[at])
        opened = text.rfind("[" if text.endswith("]") else "(")
        credit = text[opened + 1 : -1]
        named = text.endswith("]") and credit[:1].isupper() and len(credit.split()) >= 2
        if opened > 0 and (named or fold_text(credit).split()[:1] in ([word] for word in credits)):
            zone[at] = CAPTION


def mark_open_credits(batch: Batch, paragraphs: Paragraphs, zone: Zones, is_sentence: NDArray[np.bool_], credits: frozenset[bytes]) -> None:
    """Mark paragraphs that end in a credit without brackets: a sentence, a listed word, a colon and a name."""
    for at in np.flatnonzero(~is_sentence & (zone == UNSET)):
        found = OPEN_CREDIT.search(batch.cut(paragraphs.starts[at], paragraphs.ends[at]))
        if found and fold_text(found[1]) in credits:
            zone[at] = CAPTION


def mark_tails(batch: Batch, paragraphs: Paragraphs, zone: Zones, is_sentence: NDArray[np.bool_], first: Offsets) -> None:
    """Mark the short lines, and links with bars between them, after each article's last sentence as page furniture.

    At least three paragraphs must come before.
    """
    open_ended = (zone == UNSET) & ~is_sentence
    loose = (zone == FURNITURE) | (open_ended & (paragraphs.n_words <= TAIL_WORDS))
    for at in np.flatnonzero(open_ended & ~loose & (paragraphs.n_words <= BARRED_WORDS)):
        loose[at] = " | " in batch.cut(paragraphs.starts[at], paragraphs.ends[at])
    order = np.arange(len(zone))
    last_firm = np.full(len(first) - 1, -1)
    np.maximum.at(last_firm, paragraphs.article[~loose], order[~loose])
    tail = order > last_firm[paragraphs.article]
    tail &= (order - first[paragraphs.article] >= 3) & (last_firm[paragraphs.article] >= 0)
    zone[tail & loose & (zone == UNSET)] = FURNITURE


def mark_crossheads(batch: Batch, paragraphs: Paragraphs, zone: Zones, is_sentence: NDArray[np.bool_]) -> None:
    """Mark short lines that do not end a sentence, or are a quotation without a stop, and stand before a longer paragraph of the same article."""
    if len(zone) < 2:
        return
    last = batch.kinds[paragraphs.ends - 1]
    short = (zone == UNSET) & (paragraphs.n_words <= CROSSHEAD_WORDS)
    for at in np.flatnonzero(short & is_sentence):
        short[at] = bool(QUOTED_LINE.fullmatch(batch.cut(paragraphs.starts[at], paragraphs.ends[at])))
    short &= (last != COMMA) | (paragraphs.n_words <= CROSSHEAD_WORDS - 2)
    next_is_text = np.zeros(len(zone), np.bool_)
    next_is_text[:-1] = (
        (paragraphs.article[1:] == paragraphs.article[:-1])
        & ((zone[1:] == UNSET) | (zone[1:] == BODY))
        & (is_sentence[1:] | (paragraphs.n_words[1:] > CROSSHEAD_WORDS))
    )
    zone[short & next_is_text] = CROSSHEAD


def split_datelines(batch: Batch, paragraphs: Paragraphs, zone: Zones) -> Segments:
    """Make segments of the paragraphs; where an article's first body paragraph opens with a dateline, that becomes its own."""
    body = np.flatnonzero(zone == BODY)
    _, opening = np.unique(paragraphs.article[body], return_index=True)
    places = [(at, find_dateline_end(batch, paragraphs.starts[at], paragraphs.ends[at])) for at in body[opening]]
    cut = np.array([(at, end) for at, end in places if end], np.int64).reshape(-1, 2)
    starts = paragraphs.starts.copy()
    starts[cut[:, 0]] = cut[:, 1]
    where = cut[:, 0]
    all_starts = np.insert(starts, where, paragraphs.starts[where])
    all_ends = np.insert(paragraphs.ends, where, cut[:, 1])
    n_words = batch.word_of(all_ends - 1) - batch.word_of(all_starts - 1)
    return Segments(
        starts=all_starts,
        ends=all_ends,
        article=np.insert(paragraphs.article, where, paragraphs.article[where]),
        zone=np.insert(zone, where, DATELINE),
        n_words=n_words,
        is_copy=np.insert(paragraphs.is_copy, where, False),
    )


