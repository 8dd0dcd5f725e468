"""Where the clause a cue reports ends inside its sentence: at the comma that leads back to the sentence around it."""

from typing import Final

import numpy as np

from framing.text.offsets import Offsets
from framing.voices.attribution.cue_groups import COLON, FRAMED, NOUN, PREPOSED, VERB, CueGroups
from framing.voices.attribution.grammar import (
    ADVERB,
    AND,
    AUXILIARY,
    BREAK_GAP,
    CLAUSE_GAP,
    CONJUNCTION,
    CONTRAST,
    CUE_VERB,
    HALF_GAP,
    INCLUDING,
    MARKED_PAST,
    OPEN_GAP,
    PARTICIPLE,
    PAST,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SUBORDINATOR,
    THAT,
    TO,
    Mask,
    Words,
)  # fmt: skip
from framing.voices.attribution.sources import BEFORE, Sources

MOST_COMMAS: Final = 4
LONGEST_ITEM: Final = 6
LONGEST_SUBJECT: Final = 6


def find_clause_ends(words: Words, cues: CueGroups, sources: Sources, start: Offsets) -> Offsets:
    """Return, for the content that begins at each word, the word behind its last: the sentence's end, or an earlier comma.

    A clause inside another (behind `while`, `who`, or a noun that opens the sentence) ends at its first comma; any clause ends before
    ", but" and ", while"; what is no clause of its own (a name, a thing) also ends before ", who" and ", making". Commas inside
    quotations and between the items of a list do not count.
    """
    commas = words.breaks[~in_lists(words)]
    roof = cues.roof.copy()
    if not len(commas):
        return roof
    inner, aside, thing = find_shapes(words, cues, sources, start)
    wish = thing | words.is_kind(start, TO)
    first = np.searchsorted(commas, start, side="right")
    left = np.flatnonzero((cues.shape != PREPOSED) & (cues.shape != COLON))
    for step in range(MOST_COMMAS):
        at = commas[np.minimum(first[left] + step, len(commas) - 1)]
        inside = (at > start[left]) & (at < roof[left])
        left, at = left[inside], at[inside]
        ends = inner[left] | (thing[left] & words.is_kind(at, RELATIVE | PARTICIPLE | SUBORDINATOR))
        ends = (ends & ~words.is_kind(at, INCLUDING)) | words.is_kind(at, CONTRAST)
        ends &= ~(aside[left] & is_phrase(words, at) & ~words.has_verb(at, roof[left]))
        ends |= words.has_gap(at, HALF_GAP) | (wish[left] & begins_clause(words, at))
        roof[left[ends]] = at[ends]
        left = left[~ends]
    return roof


def find_shapes(words: Words, cues: CueGroups, sources: Sources, start: Offsets) -> tuple[Mask, Mask, Mask]:
    """Tell which contents belong to a clause inside another, which of those to a relative one, and which are things and no clauses."""
    low = np.where(sources.side == BEFORE, np.minimum(sources.first, cues.first), cues.first)
    before = np.maximum(low - 1, 0)
    aside = (sources.first >= 0) & words.is_kind(np.maximum(sources.first, 0), RELATIVE)
    inner = (low > cues.floor) & words.is_kind(before, SUBORDINATOR) & ~words.is_kind(before, THAT)
    inner |= aside | (cues.shape == NOUN) | (cues.shape == FRAMED) | words.is_kind(cues.floor, SUBORDINATOR)
    clause = words.is_kind(start, THAT | PRONOUN | TO) | words.is_kind(cues.head, MARKED_PAST) | words.has_gap(start, OPEN_GAP)
    return np.asarray(inner), np.asarray(aside), np.asarray((cues.shape == VERB) & ~clause)


def is_phrase(words: Words, at: Offsets) -> Mask:
    """Tell which words begin a phrase of place, time or manner (towards the border, also in the west)."""
    nxt = np.minimum(at + words.is_kind(at, ADVERB), len(words.starts) - 1)
    return np.asarray(words.is_kind(nxt, PREPOSITION) & ~words.is_kind(nxt, TO))


def begins_clause(words: Words, at: Offsets) -> Mask:
    """Tell where a clause with a subject and a verb of its own begins behind `and` (, and police arrested two men)."""
    top = len(words.starts) - 1
    found = words.is_kind(at, CONJUNCTION)
    asking = np.flatnonzero(found)
    at = at[asking]
    going, right = np.ones(len(at), np.bool_), np.zeros(len(at), np.bool_)
    for step in range(1, LONGEST_SUBJECT + 1):
        here = np.minimum(at + step, top)
        going &= ~words.has_gap(here, CLAUSE_GAP) & ~words.is_kind(here, RELATIVE | SUBORDINATOR | TO)
        verb = going & words.is_kind(here, AUXILIARY | PAST | MARKED_PAST | CUE_VERB)
        right |= verb & (step > 1)
        going &= ~verb
    found[asking] = right
    return found


def in_lists(words: Words) -> Mask:
    """Tell which breaks part the items of a list (personnel, advisers, and the forces): short items without a verb, up to the one behind `and`."""
    at = words.breaks
    if len(at) < 2:
        return np.zeros(len(at), np.bool_)
    plain = ~words.has_gap(at, BREAK_GAP)
    near = (np.diff(at) <= LONGEST_ITEM) & plain[1:] & plain[:-1]
    short = np.flatnonzero(near)
    for step in range(LONGEST_ITEM):
        here = np.minimum(at[short] + step, at[short + 1] - 1)
        near[short] &= ~words.is_kind(here, AUXILIARY | PAST | MARKED_PAST | CUE_VERB | RELATIVE | SUBORDINATOR)
    is_last = words.is_kind(at, AND)
    goes_on = np.zeros(len(at), np.bool_)
    for _ in range(MOST_COMMAS):
        goes_on[:-1] = near & ~is_last[:-1] & (is_last[1:] | goes_on[1:])
    follows = np.zeros(len(at), np.bool_)
    follows[1:] = goes_on[:-1] & is_last[1:]
    return np.asarray(goes_on | follows)
