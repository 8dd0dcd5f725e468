"""Cues that report nothing because of who or what their source is."""

from typing import Final

import numpy as np

from framing.text.offsets import Offsets
from framing.voices.attribution.cue_groups import NOUN, VERB, CueGroups
from framing.voices.attribution.grammar import (
    AUTHOR,
    DETERMINER,
    EVENT,
    NOBODY,
    OWN_MARK,
    OWN_TEXT,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    SHOWING,
    Mask,
    Words,
)  # fmt: skip
from framing.voices.attribution.sources import BEFORE, Sources

MOST_OF_NAME: Final = 8


def find_idle(words: Words, cues: CueGroups, sources: Sources) -> Mask:
    """Tell which cues report nothing.

    The author's own `I think`; what nobody said; what the article says of itself (an earlier version of this article said); events that show
    something (the visit signals), which is the outlet's own conclusion; and what somebody wants within the source of the next cue (those who
    want the bridge say).
    """
    named = sources.first >= 0
    first = np.maximum(sources.first, 0)
    single = sources.first == sources.last
    idle = words.is_kind(first, AUTHOR) & single
    idle |= words.is_kind(first, NOBODY)
    shows = (cues.shape == VERB) & words.is_kind(cues.head, SHOWING)
    idle |= shows & single & is_pointing(words, first)
    showing = np.flatnonzero(shows)
    idle[showing] |= words.is_kind(find_heads(words, first[showing], sources.last[showing]), EVENT)
    goes_on = shows & single & words.is_kind(first, PRONOUN)
    idle[1:] |= goes_on[1:] & (shows & idle)[:-1]
    idle |= is_own_text(words, sources)
    return np.asarray((named & idle) | is_within_source(cues, sources))


def is_pointing(words: Words, at: Offsets) -> Mask:
    """Tell which words only point to what was told before: `this`."""
    return np.asarray(words.is_kind(at, OWN_MARK) & words.is_kind(at, DETERMINER) & ~words.is_kind(at, POSSESSIVE))


def find_heads(words: Words, first: Offsets, last: Offsets) -> Offsets:
    """Return the last word of each source before any preposition."""
    head, going = first.copy(), np.ones(len(first), np.bool_)
    for _ in range(MOST_OF_NAME):
        going &= head < last
        going &= ~words.is_kind(np.minimum(head + 1, len(words.starts) - 1), PREPOSITION)
        head = head + going
    return head


def is_own_text(words: Words, sources: Sources) -> Mask:
    """Tell which sources are the article or its outlet, named by `this` or `our`."""
    marks = np.flatnonzero((words.kind[:-1] & np.uint64(OWN_MARK)) != 0)
    marks = marks[words.is_kind(marks + 1, OWN_TEXT)]
    return np.asarray(np.searchsorted(marks, sources.first) < np.searchsorted(marks, sources.last))


def is_within_source(cues: CueGroups, sources: Sources) -> Mask:
    """Tell which cues that report no words stand inside the source of the next one."""
    found = np.zeros(len(cues), np.bool_)
    wants = (cues.shape == NOUN) | ((cues.shape == VERB) & ~cues.is_report)
    inside = (sources.side[1:] == BEFORE) & (sources.first[1:] >= 0) & (sources.first[1:] <= cues.first[:-1]) & (cues.last[:-1] <= sources.last[1:])
    found[:-1] = inside & wants[:-1]
    return found
