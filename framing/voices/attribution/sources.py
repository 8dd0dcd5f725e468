"""Who is cited: the noun phrase before a cue, behind it, or shared with an earlier cue of the sentence."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from framing.text.offsets import Offsets
from framing.voices.attribution.cue_groups import COLON, FRAMED, NOUN, PREPOSED, VERB, CueGroups, is_made_by
from framing.voices.attribution.grammar import (
    ADVERB,
    AND,
    AUXILIARY,
    BREAK_GAP,
    BY,
    CAPITAL,
    CLAUSE_GAP,
    CLOSE_GAP,
    COLON_GAP,
    COMMA_GAP,
    CONJUNCTION,
    CUE_VERB,
    DETERMINER,
    GENITIVE,
    MARKED_PAST,
    NAME,
    OF,
    OPEN_GAP,
    PARTICIPLE,
    PAST,
    PERSON_WORD,
    PLACE,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SUBORDINATOR,
    TELL,
    THAT,
    TIME,
    TO,
    VERB_FIRST,
    Flags,
    Mask,
    Words,
)  # fmt: skip

NOWHERE, BEFORE, BEHIND, SHARED = range(4)
MOST_WORDS: Final = 28
MOST_NAMES: Final = 5
MOST_OPENING: Final = 6
MOST_RELATIVE: Final = 8
MOST_OF_TITLE: Final = 6
MOST_APPOSITIONS: Final = 3
STOPS: Final = AUXILIARY | MARKED_PAST | CUE_VERB
NO_TITLE: Final = PREPOSITION | SUBORDINATOR | PRONOUN | AUXILIARY | CONJUNCTION | TO | THAT | TIME | PARTICIPLE | PLACE
MOST_TITLES: Final = 4
SPOKEN: Final = PRONOUN | DETERMINER | NAME


@dataclass(frozen=True)
class Sources:
    """The source of each cue in numbers of words, `last` included (-1, -1: none); where it stands; whether a comma closes an apposition."""

    first: Offsets
    last: Offsets
    side: Offsets
    has_comma: Mask


def find_sources(words: Words, cues: CueGroups) -> Sources:
    """Find the source of every cue, by the shape of the cue."""
    n = len(cues)
    found = Sources(np.full(n, -1, np.int64), np.full(n, -1, np.int64), np.zeros(n, np.int64), np.zeros(n, np.bool_))
    behind = is_inverted(words, cues)
    by = (cues.shape == VERB) & cues.is_passive & words.is_kind(cues.last + 1, BY) & ~words.has_gap(cues.last + 1, CLAUSE_GAP)
    joined = words.is_kind(cues.last + 1, ADVERB) & words.is_kind(np.minimum(cues.last + 2, len(words.starts) - 1), PRONOUN)
    put(found, np.flatnonzero(behind), BEHIND, walk_right(words, (cues.last + 1 + joined)[behind], cues.roof[behind]))
    put(found, np.flatnonzero(by), BEHIND, walk_right(words, cues.last[by] + 2, cues.roof[by]))
    preposed = cues.shape == PREPOSED
    put(found, np.flatnonzero(preposed), BEHIND, walk_right(words, cues.last[preposed] + 1, cues.roof[preposed], preposed=True))
    put_subjects(words, cues, found, np.flatnonzero((cues.shape == VERB) & ~behind & ~by))
    made = is_made_by(words, cues)
    put(found, np.flatnonzero(made), BEHIND, walk_right(words, cues.last[made] + 2, cues.roof[made]))
    nouns = np.flatnonzero(((cues.shape == NOUN) & ~made) | (cues.shape == FRAMED))
    put(found, nouns, BEFORE, find_owners(words, cues, nouns))
    colons = np.flatnonzero(cues.shape == COLON)
    put(found, colons, BEFORE, (cues.floor[colons], cues.first[colons] - 1))
    return found


def put(found: Sources, at: Offsets, side: int, stretch: tuple[Offsets, Offsets]) -> None:
    """Enter the sources of some cues; empty stretches are none."""
    first, last = stretch
    some = (first >= 0) & (last >= first)
    found.first[at[some]], found.last[at[some]], found.side[at[some]] = first[some], last[some], side


def is_inverted(words: Words, cues: CueGroups) -> Mask:
    """Tell which verbs stand before their source: right behind a quotation or a comma, before a name, article or pronoun."""
    nxt = cues.last + 1
    finite = (cues.first == cues.head) | ~cues.is_passive
    plain = (cues.shape == VERB) & finite & ~words.is_kind(cues.head, PARTICIPLE) & (nxt < cues.roof)
    titled = is_titled(words, nxt, cues.roof) & words.is_kind(cues.head, MARKED_PAST | PAST)
    plain &= ~words.has_gap(nxt, CLAUSE_GAP) & (words.is_kind(nxt, SPOKEN | CAPITAL | ADVERB | CUE_VERB) | titled) & ~words.is_kind(nxt, THAT)
    quoted = words.has_gap(cues.first, CLOSE_GAP)
    comma = words.has_gap(cues.first, COMMA_GAP | BREAK_GAP)
    before_comma = count_commas(words, cues.floor, cues.first)
    told = comma & (words.is_kind(nxt, NAME | DETERMINER) | titled) & (before_comma == 0) & words.is_kind(cues.head, MARKED_PAST)
    told |= (cues.first == cues.floor) & words.is_kind(nxt, NAME | DETERMINER) & words.is_kind(cues.head, MARKED_PAST) & ~words.is_kind(cues.head, TELL)
    return np.asarray((plain & (quoted | told)) | is_verb_first(words, cues))


def is_verb_first(words: Words, cues: CueGroups) -> Mask:
    """Tell which verbs stand before their source as their language has it, with a noun behind them (Arabic)."""
    nxt = cues.last + 1
    noun = (nxt < cues.roof) & ~words.has_gap(nxt, CLAUSE_GAP) & ~words.is_kind(nxt, THAT | PREPOSITION | PRONOUN | PLACE | TIME | SUBORDINATOR)
    return np.asarray((cues.shape == VERB) & words.is_kind(cues.head, VERB_FIRST) & noun)


def is_titled(words: Words, first: Offsets, roof: Offsets) -> Mask:
    """Tell where a name with a title in small letters begins: military expert Ayad Vale, harbour chief Anna Holst."""
    found, going = np.zeros(len(first), np.bool_), ~words.is_kind(np.minimum(first, len(words.starts) - 1), NO_TITLE)
    for step in range(1, MOST_TITLES + 1):
        at = np.minimum(first + step, len(words.starts) - 1)
        going &= (at < roof) & ~words.has_gap(at, CLAUSE_GAP) & ~words.is_kind(at, NO_TITLE)
        found |= going & words.is_kind(at, NAME)
    return found


def count_commas(words: Words, low: Offsets, high: Offsets) -> Offsets:
    """Count the commas between two words, those before each of the two left aside."""
    commas = words.comma_words
    return np.asarray(np.maximum(np.searchsorted(commas, high) - np.searchsorted(commas, low, side="right"), 0))


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
        is_verb = is_any(kind, STOPS) & ~is_any(kind, RELATIVE)
        verb[going[is_verb]] = True
        is_and = is_any(kind, AND)
        goes_on = ~is_verb & ~is_any(kind, SUBORDINATOR) & (~is_any(kind, CONJUNCTION) | is_and)
        junction[going[goes_on & is_and]] = here[goes_on & is_and]
        going = going[goes_on]
        at[going] -= 1
    at = np.where(verb & (junction >= 0), junction, at)
    for _ in range(3):
        skip = (at < last) & words.is_kind(at, CONJUNCTION | ADVERB) & ~words.is_kind(at, DETERMINER | PRONOUN)
        at = at + skip
    return at


def reach_over_relative(words: Words, start: Offsets, floor: Offsets) -> Offsets:
    """Return where phrases begin that a verb of their own cuts in two (a town that cannot pay its nurses): before `who` or `that`."""
    at, found = start.copy(), start.copy()
    cut = words.is_kind(np.maximum(start - 1, 0), STOPS) & ~words.is_kind(np.maximum(start - 1, 0), RELATIVE) & (start > floor)
    going = cut & ~words.has_gap(start, CLAUSE_GAP)
    for _ in range(MOST_RELATIVE):
        at = np.where(going, at - 1, at)
        going &= (at > floor) & ~words.has_gap(at, CLAUSE_GAP)
        here = going & words.is_kind(at, RELATIVE) & ~words.is_kind(at - 1, PREPOSITION | STOPS | CONJUNCTION)
        found = np.where(here, walk_left(words, np.maximum(at - 1, 0), floor), found)
        going &= ~here
    return found


def reach_over_title(words: Words, start: Offsets, last: Offsets, floor: Offsets) -> Offsets:
    """Return where phrases begin that are the title of a name before them, though no comma closes it: Ana Vale, head of the port said."""
    before = np.maximum(start - 1, 0)
    asks = (start - 1 > floor) & words.has_gap(start, COMMA_GAP) & words.is_kind(before, NAME) & ~words.is_kind(start, DETERMINER | NO_TITLE)
    titled, of = np.zeros(len(start), np.bool_), np.zeros(len(start), np.bool_)
    for step in range(MOST_OF_TITLE):
        at = np.minimum(start + step, last)
        of |= titled & words.is_kind(at, OF)
        titled |= words.is_kind(at, PERSON_WORD)
    at, going = before.copy(), asks & of
    for _ in range(MOST_NAMES):
        going &= (at > floor) & ~words.has_gap(at, CLAUSE_GAP) & words.is_kind(at - 1, NAME)
        at = at - going
    whole = asks & of & (at < before) & ((at == floor) | words.has_gap(at, COMMA_GAP)) & ~words.is_kind(at, TIME | PREPOSITION | DETERMINER)
    return np.where(whole, at, start)


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
        comma = (gap & np.uint8(COMMA_GAP)) != 0
        apposed = is_any(kind, RELATIVE) & ~is_any(kind, THAT)
        if not preposed:
            apposed |= ~is_any(kind, PRONOUN | PARTICIPLE | CONJUNCTION | SUBORDINATOR | AUXILIARY)
        on = (nxt < roof[going]) & ((gap & np.uint8(CLAUSE_GAP & ~COMMA_GAP)) == 0) & (~comma | apposed)
        in_apposition[going] |= on & (comma | (is_any(own, RELATIVE) & ~is_any(own, THAT | SUBORDINATOR)))
        on &= in_apposition[going] | ~is_any(kind, stops)
        on &= ~is_any(own, PRONOUN) | is_any(own, DETERMINER) | is_any(kind, OF)
        going = going[on]
        at[going] += 1
        if not len(going):
            break
    return first, np.where(first < roof, at, -1)


def is_any(kind: Flags, wanted: int) -> Mask:
    """Tell which classes hold any of some wanted ones."""
    return np.asarray((kind & np.uint64(wanted)) != 0)


def put_subjects(words: Words, cues: CueGroups, found: Sources, at: Offsets) -> None:
    """Enter the subjects of verbs: the word or phrase before, with its apposition; else the subject is shared with an earlier cue."""
    first, floor = cues.first[at], cues.floor[at]
    before = np.maximum(first - 1, 0)
    comma = words.has_gap(first, COMMA_GAP | BREAK_GAP) & (first > floor)
    broken = words.has_gap(first, OPEN_GAP | CLOSE_GAP | COLON_GAP)
    missing = (first <= floor) | words.is_kind(before, CONJUNCTION | AUXILIARY)
    missing |= words.is_kind(cues.head[at], PARTICIPLE) & (first == cues.head[at])
    missing |= words.is_kind(before, CUE_VERB) & words.is_kind(before, MARKED_PAST)
    single = words.is_kind(before, RELATIVE) | (words.is_kind(before, PRONOUN) & ~words.is_kind(before - 1, OF | DETERMINER))
    start = np.where(single, before, reach_over_relative(words, walk_left(words, before, floor), floor))
    apposed, asking = np.zeros(len(at), np.bool_), np.flatnonzero(comma)
    start[asking], apposed[asking] = reach_over_apposition(words, before[asking], floor[asking], start[asking])
    start = reach_over_title(words, start, before, floor)
    last = before
    useless = words.is_kind(last, PREPOSITION | SUBORDINATOR | ADVERB) & ~words.is_kind(last, RELATIVE | PRONOUN | DETERMINER | NAME)
    fine = ~missing & ~useless & ~(broken & ~comma) & (~comma | apposed)
    fine &= ~cues.is_passive[at]
    put(found, at[fine], BEFORE, (start[fine], last[fine]))
    found.has_comma[at[fine & comma]] = True
    shared = at[~fine & (missing | ~cues.is_passive[at])]
    found.side[shared] = SHARED
    joined = words.is_kind(before, CONJUNCTION) & (first > floor) & ~words.is_kind(cues.head[at], PARTICIPLE)
    loose = at[~fine & ((comma & words.is_kind(cues.head[at], PARTICIPLE)) | joined)]
    found.first[loose], found.last[loose] = find_openers(words, cues.floor[loose], cues.first[loose])


def find_openers(words: Words, floor: Offsets, roof: Offsets) -> tuple[Offsets, Offsets]:
    """Return the subject that opens a sentence (the mayor waved, saying ...; the mayor waved and said ...): to the first verb, six words at most; else -1.

    A phrase of place or time before the subject is passed over to its comma.
    """
    commas = words.comma_words
    nxt = commas[np.minimum(np.searchsorted(commas, floor, side="right"), max(len(commas) - 1, 0))] if len(commas) else floor
    passed = words.is_kind(floor, PREPOSITION | SUBORDINATOR | TIME | PARTICIPLE | ADVERB) & (nxt > floor) & (nxt < roof)
    first = np.where(passed, nxt, floor)
    first = first + (words.is_kind(first, CONJUNCTION) & (first + 1 < roof))
    ended = words.is_kind(first, PRONOUN) & ~words.is_kind(first, DETERMINER)
    last, going = first.copy(), ~ended
    for _ in range(MOST_OPENING):
        at = last + 1
        going &= (at < roof) & ~words.has_gap(at, CLAUSE_GAP)
        ended |= going & words.is_kind(at, AUXILIARY | PAST | MARKED_PAST | CUE_VERB | ADVERB)
        going &= ~ended
        last = np.where(going, at, last)
    fits = ended & words.is_kind(first, NAME | PRONOUN | DETERMINER | CAPITAL) & ~words.is_kind(first, PREPOSITION | SUBORDINATOR)
    return np.where(fits, first, -1), np.where(fits, last, -1)


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


def find_owners(words: Words, cues: CueGroups, at: Offsets) -> tuple[Offsets, Offsets]:
    """Return the possessors of nouns: `his`, or the phrase before 's."""
    first = cues.first[at]
    before = np.maximum(first - 1, 0)
    inside = (first > cues.floor[at]) & ~words.has_gap(first, CLAUSE_GAP)
    pronoun = inside & words.is_kind(before, POSSESSIVE)
    genitive = inside & words.is_kind(before, GENITIVE)
    owner = np.maximum(before - 1, 0)
    phrase = np.where(words.is_kind(owner, NAME), walk_names(words, owner, cues.floor[at]), walk_left(words, owner, cues.floor[at]))
    start = np.where(pronoun, before, phrase)
    skip = genitive & words.is_kind(start, PREPOSITION) & (start < before - 1)
    return np.where(pronoun | genitive, start + skip, -1), np.where(pronoun, before, np.where(genitive, before - 1, -2))


def walk_names(words: Words, last: Offsets, floor: Offsets) -> Offsets:
    """Return where the run of words with capitals that ends at each word begins, with an article before it."""
    at, going = last.copy(), np.ones(len(last), np.bool_)
    for _ in range(MOST_NAMES):
        before = np.maximum(at - 1, 0)
        going &= (at > floor) & ~words.has_gap(at, CLAUSE_GAP) & words.is_kind(before, NAME | DETERMINER) & ~words.is_kind(at, DETERMINER)
        going &= ~words.is_kind(before, PREPOSITION | SUBORDINATOR | CONJUNCTION)
        at = np.where(going, before, at)
    return at
