"""On which side of a cue its content stands: before it, behind it, or on both."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from framing.text.offsets import Offsets
from framing.voices.attribution.cue_groups import FRAMED, PREPOSED, VERB, CueGroups
from framing.voices.attribution.grammar import (
    ADVERB,
    ASKING,
    AUXILIARY,
    CLAUSE_GAP,
    COLON_GAP,
    COMMA_GAP,
    CONJUNCTION,
    DETERMINER,
    MARKED_PAST,
    NAME,
    OPEN_GAP,
    PARTICIPLE,
    PLACE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SUBORDINATOR,
    TELL,
    THAT,
    TIME,
    TO,
    Mask,
    Words,
)  # fmt: skip
from framing.voices.attribution.sources import BEHIND, NOWHERE, Sources

SHORTEST_LEFT: Final = 3
LONGEST_OPENING: Final = 2


@dataclass(frozen=True)
class Around:
    """What stands around each cue with its source, in numbers of words.

    `low` is their first word, `high` the one behind their last; `ends` tells where the sentence ends there, `comma` where a comma stands
    before; the quotations right before and right behind (-1: none); `start` is where a content behind would begin.
    """

    low: Offsets
    high: Offsets
    ends: Mask
    comma: Mask
    left_quotation: Offsets
    right_quotation: Offsets
    start: Offsets


def is_preposed(cues: CueGroups) -> Mask:
    """Tell which cues are prepositions (according to, in her view)."""
    return np.asarray((cues.shape == PREPOSED) | (cues.shape == FRAMED))


def is_opening(cues: CueGroups, around: Around) -> Mask:
    """Tell which prepositions open their sentence, so that what they report follows."""
    return np.asarray(is_preposed(cues) & (around.low - cues.floor <= LONGEST_OPENING + (cues.shape == FRAMED)) & ~around.ends)


def has_content_before(words: Words, cues: CueGroups, sources: Sources, around: Around) -> Mask:
    """Tell which cues report what stands before them: a quotation, or the sentence up to a comma where nothing follows that could be reported."""
    low, high, verb = around.low, around.high, cues.shape == VERB
    terminal = is_terminal(words, cues, around)
    has_left = (around.left_quotation >= 0) & (verb | is_preposed(cues))
    has_left |= verb & around.comma & terminal & (around.right_quotation < 0) & ~is_adverbial(words, cues, around)
    has_left |= is_preposed(cues) & (low > cues.floor) & (~is_opening(cues, around) | (around.comma & is_subject(words, cues, around)))
    unsaid = (sources.side == NOWHERE) & (words.is_kind(high, PLACE | TIME) | around.ends)
    has_left |= verb & cues.is_passive & ((sources.side == BEHIND) | unsaid) & (low > cues.floor) & ~words.is_kind(high, THAT | TO | ASKING)
    has_left &= ~(verb & (sources.first >= 0) & words.is_kind(sources.first, RELATIVE))
    return np.asarray(has_left & ~(verb & words.is_kind(cues.head, PARTICIPLE) & (cues.first == cues.head) & words.is_kind(high, THAT)))


def is_terminal(words: Words, cues: CueGroups, around: Around) -> Mask:
    """Tell behind which cues no content can stand: at a sentence's end, before a comma, a place or a time, or where only somebody told follows."""
    high = around.high
    wished = words.is_kind(high, TO) & ~words.is_kind(cues.head, MARKED_PAST)
    terminal = around.ends | (words.has_gap(high, CLAUSE_GAP) & ~words.has_gap(high, OPEN_GAP | COLON_GAP))
    terminal |= words.is_kind(high, PLACE | TIME) & (around.start == high) & ~wished
    return np.asarray(terminal | (words.is_kind(cues.head, TELL) & (around.start >= cues.roof)))


def is_subject(words: Words, cues: CueGroups, around: Around) -> Mask:
    """Tell where a cue stands between a subject and its verb (The toll, she said, would fall)."""
    high = around.high
    return np.asarray(words.is_kind(cues.floor, DETERMINER | NAME | PRONOUN) & words.has_gap(high, COMMA_GAP) & words.is_kind(high, AUXILIARY))


def is_adverbial(words: Words, cues: CueGroups, around: Around) -> Mask:
    """Tell where what stands before a comma is no content: a phrase of place or time, a word or two, a clause just begun (where, she said, ...)."""
    opening = words.is_kind(cues.floor, PREPOSITION | TIME | PLACE | ADVERB) & ~around.ends
    short = (around.low - cues.floor < SHORTEST_LEFT) & ~is_subject(words, cues, around)
    begun = around.comma & words.is_kind(np.maximum(around.low - 1, 0), SUBORDINATOR | RELATIVE | THAT | CONJUNCTION) & ~around.ends
    return np.asarray(opening | short | begun)


def has_content_behind(words: Words, cues: CueGroups, around: Around, has_left: Mask) -> Mask:
    """Tell which cues report what stands behind them, given which report what stands before."""
    high, quoted = around.high, around.right_quotation >= 0
    goes_on = around.comma & words.has_gap(high, COMMA_GAP) & words.is_kind(high, AUXILIARY) & ~around.ends
    preposed = is_preposed(cues)
    has_right = np.where(has_left, quoted & words.has_gap(high, COMMA_GAP | COLON_GAP), ~around.ends | quoted)
    has_right |= has_left & (cues.shape == VERB) & goes_on
    has_right = np.where(preposed & ~is_opening(cues, around), goes_on, has_right)
    return np.asarray(has_right | (preposed & goes_on & has_left))
