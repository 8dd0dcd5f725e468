"""Where the noun phrases around a cue begin and end: names, their titles, appositions and relative clauses."""

from typing import Final

import numpy as np

from framing.text.offsets import Offsets
from framing.voices.attribution.grammar import (
    ADVERB,
    AND,
    AUXILIARY,
    BREAK_GAP,
    CAPITAL,
    CLAUSE_GAP,
    COMMA_GAP,
    CONJUNCTION,
    CUE_VERB,
    DETERMINER,
    MARKED_PAST,
    NAME,
    OF,
    PARTICIPLE,
    PERSON_WORD,
    PLACE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SUBORDINATOR,
    THAT,
    TIME,
    TO,
    Flags,
    Mask,
    Words,
)  # fmt: skip

MOST_WORDS: Final = 28
MOST_NAMES: Final = 5
MOST_APPOSITIONS: Final = 3
MOST_RELATIVE: Final = 8
MOST_OF_TITLE: Final = 6
STOPS: Final = AUXILIARY | MARKED_PAST | CUE_VERB
NO_TITLE: Final = PREPOSITION | SUBORDINATOR | PRONOUN | AUXILIARY | CONJUNCTION | TO | THAT | TIME | PARTICIPLE | PLACE
MOST_TITLES: Final = 4


def walk_left(words: Words, last: Offsets, floor: Offsets) -> Offsets:
    """Return where the noun phrase that ends at each word begins: at a comma, a subordinating word, a verb, or the sentence's start.

    Where a verb stops it and `and` came between, the phrase begins behind that `and`.
    """
    at, junction = last.copy(), np.full(len(last), -1, np.int64)
    verb, going = np.zeros(len(last), np.bool_), np.arange(len(last))
    for _ in range(MOST_WORDS):
        here = at[going]
        inside = (here > floor[going]) & ~words.has_gap(here, CLAUSE_GAP)
        going, here = going[inside], here[inside]
        if not len(going):
            break
        kind = words.kind[here - 1]
        unsure = np.flatnonzero(kind & np.uint64(STOPS | SUBORDINATOR | CONJUNCTION | AND))
        if len(unsure):
            kind, own = kind[unsure], going[unsure]
            is_verb, is_and = is_any(kind, STOPS) & ~is_any(kind, RELATIVE), is_any(kind, AND)
            verb[own[is_verb]] = True
            goes_on = ~is_verb & ~is_any(kind, SUBORDINATOR) & (~is_any(kind, CONJUNCTION) | is_and)
            junction[own[goes_on & is_and]] = here[unsure[goes_on & is_and]]
            going = np.delete(going, unsure[~goes_on])
        at[going] -= 1
    at = np.where(verb & (junction >= 0), junction, at)
    for _ in range(3):
        skip = (at < last) & words.is_kind(at, CONJUNCTION | ADVERB) & ~words.is_kind(at, DETERMINER | PRONOUN)
        at = at + skip
    return at


def walk_right(words: Words, first: Offsets, roof: Offsets, *, preposed: bool = False) -> tuple[Offsets, Offsets]:
    """Return the noun phrase that begins at each word: to a verb, a place or time, or the sentence's end.

    An apposition behind a comma belongs to it; behind a preposition (`according to`) only one with `who` does.
    """
    at, in_apposition = first.copy(), np.zeros(len(first), np.bool_)
    going = np.flatnonzero(first < roof)
    stops = AUXILIARY | TIME | SUBORDINATOR if preposed else PLACE | AUXILIARY | TIME | THAT | SUBORDINATOR
    for _ in range(MOST_WORDS):
        here, nxt = at[going], np.minimum(at[going] + 1, len(words.starts) - 1)
        gap, kind, own = words.gap[nxt], words.kind[nxt], words.kind[here]
        on = (nxt < roof[going]) & ((gap & np.uint8(CLAUSE_GAP & ~COMMA_GAP)) == 0)
        pronoun = is_any(own, PRONOUN) & ~is_any(own, DETERMINER)
        on &= ~pronoun | is_any(kind, OF)
        relative = is_any(own, RELATIVE) & ~is_any(own, THAT | SUBORDINATOR)
        comma = np.flatnonzero((gap & np.uint8(COMMA_GAP)) != 0)
        after = kind[comma]
        apposed = is_any(after, RELATIVE) & ~is_any(after, THAT)
        if not preposed:
            apposed |= ~is_any(after, PRONOUN | PARTICIPLE | CONJUNCTION | SUBORDINATOR | AUXILIARY)
        on[comma] &= apposed
        relative[comma] = True
        in_apposition[going[on & relative]] = True
        on &= in_apposition[going] | ~is_any(kind, stops)
        going = going[on]
        at[going] += 1
        if not len(going):
            break
    return first, np.where(first < roof, at, -1)


def walk_names(words: Words, last: Offsets, floor: Offsets) -> Offsets:
    """Return where the run of words with capitals that ends at each word begins, with an article before it."""
    at, going = last.copy(), np.ones(len(last), np.bool_)
    for _ in range(MOST_NAMES):
        before = np.maximum(at - 1, 0)
        going &= (at > floor) & ~words.has_gap(at, CLAUSE_GAP) & words.is_kind(before, NAME | DETERMINER) & ~words.is_kind(at, DETERMINER)
        going &= ~words.is_kind(before, PREPOSITION | SUBORDINATOR | CONJUNCTION)
        at = np.where(going, before, at)
    return at


def is_any(kind: Flags, wanted: int) -> Mask:
    """Tell which classes hold any of some wanted ones."""
    return np.asarray((kind & np.uint64(wanted)) != 0)


def is_titled(words: Words, first: Offsets, roof: Offsets) -> Mask:
    """Tell where a name with a title in small letters begins: military expert Ayad Vale, harbour chief Anna Holst."""
    found, going = np.zeros(len(first), np.bool_), ~words.is_kind(np.minimum(first, len(words.starts) - 1), NO_TITLE)
    for step in range(1, MOST_TITLES + 1):
        at = np.minimum(first + step, len(words.starts) - 1)
        going &= (at < roof) & ~words.has_gap(at, CLAUSE_GAP) & ~words.is_kind(at, NO_TITLE)
        found |= going & words.is_kind(at, NAME)
    return found


def reach_over_relative(words: Words, start: Offsets, floor: Offsets) -> Offsets:
    """Return where phrases begin that a verb of their own cuts in two (a town that cannot pay its nurses): before `who` or `that`."""
    before = np.maximum(start - 1, 0)
    cut = (start > floor) & words.is_kind(before, STOPS) & ~words.is_kind(before, RELATIVE) & ~words.has_gap(start, CLAUSE_GAP)
    asking = np.flatnonzero(cut)
    at, bound = start[asking], floor[asking]
    going, here = np.ones(len(at), np.bool_), np.zeros(len(at), np.bool_)
    for _ in range(MOST_RELATIVE):
        at = at - going
        going &= (at > bound) & ~words.has_gap(at, CLAUSE_GAP)
        here |= going & words.is_kind(at, RELATIVE) & ~words.is_kind(at - 1, PREPOSITION | STOPS | CONJUNCTION)
        going &= ~here
    found = start.copy()
    found[asking[here]] = walk_left(words, at[here] - 1, bound[here])
    return found


def reach_over_title(words: Words, start: Offsets, last: Offsets, floor: Offsets) -> Offsets:
    """Return where phrases begin that are the title of a name before them, though no comma closes it: Ana Vale, head of the port said."""
    before = np.maximum(start - 1, 0)
    asks = (start - 1 > floor) & words.has_gap(start, COMMA_GAP) & words.is_kind(before, NAME) & ~words.is_kind(start, DETERMINER | NO_TITLE)
    asking = np.flatnonzero(asks)
    first, bound, at = start[asking], floor[asking], before[asking]
    titled, of = np.zeros(len(at), np.bool_), np.zeros(len(at), np.bool_)
    for step in range(MOST_OF_TITLE):
        here = np.minimum(first + step, last[asking])
        of |= titled & words.is_kind(here, OF)
        titled |= words.is_kind(here, PERSON_WORD)
    going = of.copy()
    for _ in range(MOST_NAMES):
        going &= (at > bound) & ~words.has_gap(at, CLAUSE_GAP) & words.is_kind(at - 1, NAME)
        at = at - going
    whole = of & (at < first - 1) & ((at == bound) | words.has_gap(at, COMMA_GAP)) & ~words.is_kind(at, TIME | PREPOSITION | DETERMINER)
    found = start.copy()
    found[asking[whole]] = at[whole]
    return found


def reach_over_apposition(words: Words, before: Offsets, floor: Offsets, start: Offsets) -> tuple[Offsets, Mask]:
    """Return where phrases that a comma closes begin, with the names before the comma that opens them.

    `before` is the word before the closing comma. Also say which of them have such a name; the others keep their start.
    """
    asks = np.ones(len(before), np.bool_)
    at = before.copy()
    fits = np.zeros(len(at), np.bool_)
    name = start
    gaps = words.gaps
    for _ in range(MOST_APPOSITIONS):
        gap = gaps[np.searchsorted(gaps, at, side="right") - 1]
        at = np.where(asks & (at > floor), np.maximum(np.maximum(gap, floor), at - MOST_WORDS), at)
        opened = asks & (at > floor) & words.has_gap(at, COMMA_GAP | BREAK_GAP)
        found = walk_left(words, np.maximum(at - 1, 0), floor)
        good = opened & (words.is_kind(found, NAME | DETERMINER | PRONOUN | CAPITAL) | is_titled(words, found, at))
        name, fits = np.where(good, found, name), fits | good
        asks = good & ~words.is_kind(found, NAME) & words.has_gap(found, COMMA_GAP) & (found > floor)
        asks |= good & (at - found == 1) & words.has_gap(found, COMMA_GAP) & (found > floor) & words.is_kind(found, CAPITAL)
        at = np.where(asks, found - 1, at)
    return name, fits
