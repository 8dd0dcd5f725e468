"""Who is cited: the noun phrase before a cue, behind it, or shared with an earlier cue of the sentence."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from framing.text.offsets import Offsets
from framing.voices.attribution.cue_groups import COLON, FRAMED, NOUN, PREPOSED, VERB, CueGroups, is_made_by
from framing.voices.attribution.grammar import (
    ADVERB,
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
    PLACE,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SUBORDINATOR,
    TELL,
    THAT,
    TIME,
    VERB_FIRST,
    Mask,
    Words,
)  # fmt: skip
from framing.voices.attribution.phrases import (
    MOST_NAMES,
    is_titled,
    reach_over_apposition,
    reach_over_relative,
    reach_over_title,
    walk_left,
    walk_names,
    walk_right,
)

NOWHERE, BEFORE, BEHIND, SHARED = range(4)
MOST_OPENING: Final = 6
VERBS: Final = AUXILIARY | PAST | MARKED_PAST | CUE_VERB
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
    titled = words.is_kind(cues.head, MARKED_PAST | PAST) & words.has_gap(cues.first, COMMA_GAP | BREAK_GAP | CLOSE_GAP)
    titled[titled] = is_titled(words, nxt[titled], cues.roof[titled])
    plain &= ~words.has_gap(nxt, CLAUSE_GAP) & (words.is_kind(nxt, SPOKEN | CAPITAL | ADVERB | CUE_VERB) | titled) & ~words.is_kind(nxt, THAT)
    quoted = words.has_gap(cues.first, CLOSE_GAP)
    comma = words.has_gap(cues.first, COMMA_GAP | BREAK_GAP)
    before_comma = count_commas(words, cues.floor, cues.first)
    told = comma & (words.is_kind(nxt, NAME | DETERMINER) | titled) & (before_comma == 0) & words.is_kind(cues.head, MARKED_PAST)
    said = words.is_kind(cues.head, MARKED_PAST) & ~words.is_kind(cues.head, TELL)
    told |= (cues.first == cues.floor) & words.is_kind(nxt, NAME | DETERMINER) & said
    told |= comma & said & (cues.last == cues.head) & is_name_alone(words, nxt, cues.roof)
    return np.asarray((plain & (quoted | told)) | opens_clause(words, cues))


def opens_clause(words: Words, cues: CueGroups) -> Mask:
    """Tell which verbs stand before their source as their language has it, with a noun behind them (Arabic)."""
    nxt = cues.last + 1
    noun = (nxt < cues.roof) & ~words.has_gap(nxt, CLAUSE_GAP) & ~words.is_kind(nxt, THAT | PREPOSITION | PRONOUN | PLACE | TIME | SUBORDINATOR)
    return np.asarray((cues.shape == VERB) & words.is_kind(cues.head, VERB_FIRST) & noun)


def is_name_alone(words: Words, first: Offsets, roof: Offsets) -> Mask:
    """Tell where a name begins that a comma or the sentence's end follows at once, so that no verb can belong to it."""
    at = first.copy()
    going = ~words.is_kind(np.minimum(first, len(words.starts) - 1), TIME)
    for _ in range(MOST_NAMES):
        going &= (at < roof) & words.is_kind(np.minimum(at, len(words.starts) - 1), NAME)
        going &= (at == first) | ~words.has_gap(np.minimum(at, len(words.starts) - 1), CLAUSE_GAP)
        at = at + going
    return np.asarray((at > first) & ((at >= roof) | words.has_gap(np.minimum(at, len(words.starts) - 1), COMMA_GAP)))


def count_commas(words: Words, low: Offsets, high: Offsets) -> Offsets:
    """Count the commas between two words, those before each of the two left aside."""
    commas = words.comma_words
    return np.asarray(np.maximum(np.searchsorted(commas, high) - np.searchsorted(commas, low, side="right"), 0))


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
    """Return the subject that opens a sentence (the mayor waved and said ...): to the first verb, six words at most; else -1.

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
        verb = words.is_kind(at, VERBS) | (words.is_kind(at, ADVERB) & words.is_kind(np.minimum(at + 1, len(words.starts) - 1), VERBS))
        ended |= going & verb
        going &= ~ended
        last = np.where(going, at, last)
    fits = ended & words.is_kind(first, NAME | PRONOUN | DETERMINER | CAPITAL) & ~words.is_kind(first, PREPOSITION | SUBORDINATOR)
    return np.where(fits, first, -1), np.where(fits, last, -1)


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
