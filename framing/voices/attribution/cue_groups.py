"""Reporting cues as groups of words: which hits of the cue list are cues where they stand, with their auxiliaries and adverbs."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import Final

import numpy as np

from framing.text.cleaning import Batch
from framing.text.letters import HYPHEN, UPPER
from framing.text.matching import Hits
from framing.text.offsets import Offsets
from framing.text.sentences import Sentences
from framing.text.tree import Numbers
from framing.text.zone_names import BODY, CAPTION, CROSSHEAD, HEADLINE, STANDFIRST, is_one_of
from framing.text.zones import Segments
from framing.topics.general import Word
from framing.voices.attribution.grammar import (
    ABOUT,
    ADVERB,
    AND,
    ASKING,
    AUXILIARY,
    BE,
    BY,
    CLAUSE_GAP,
    CLOSE_GAP,
    COLON_GAP,
    CONJUNCTION,
    DETERMINER,
    GENITIVE,
    JOINING,
    MARKED_PAST,
    MEASURE,
    NAME,
    OF,
    OPEN_GAP,
    PARTICIPLE,
    PAST,
    PLURAL,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SAYING,
    SINGULAR,
    TELL,
    THAT,
    TIME,
    TO,
    VERB_FIRST,
    Mask,
    Words,
)  # fmt: skip

VERB, PREPOSED, NOUN, COLON, FRAMED, NO_CUE = range(6)
"""Shapes of cues; `FRAMED` ones hold their source between a preposition and a noun (in their view)."""
SHAPES: Final = {"verb": VERB, "attitude": VERB, "preposition": PREPOSED, "noun": NOUN, "notion": NOUN, "none": NO_CUE}
REPORTING: Final = ("verb", "preposition", "noun")
MOST_BEFORE: Final = 6
LONGEST_MAKER: Final = 9
LONGEST_OPENING: Final = 16
READ_ZONES: Final = (HEADLINE, STANDFIRST, CROSSHEAD, BODY, CAPTION)


@dataclass(frozen=True)
class CueGroups:
    """Cues in order, in numbers of words: `first` to `last` with auxiliaries and adverbs, `head` the cue proper, `floor` and `roof` its sentence.

    `is_report` tells which report words, and not only what somebody wants or does.
    """

    number: Numbers
    shape: Offsets
    first: Offsets
    head: Offsets
    last: Offsets
    floor: Offsets
    roof: Offsets
    is_passive: Mask
    is_report: Mask

    def take(self, chosen: Mask | Offsets) -> "CueGroups":
        """Return some of the cues."""
        return CueGroups(*(getattr(self, field.name)[chosen] for field in fields(self)))

    def __len__(self) -> int:
        return len(self.number)


def find_cue_groups(batch: Batch, segments: Segments, sentences: Sentences, words: Words, found: tuple[Hits, Sequence[Word]]) -> CueGroups:
    """Find the cues of a batch: the hits of the list that stand outside quotations and are used as their shape says."""
    hits, listed = found
    shape, opens, reports = read_shapes(listed)
    idle = hits.take(shape[hits.pattern] == NO_CUE)
    hits = hits.take((shape[hits.pattern] != NO_CUE) & ~is_inside(hits, idle))
    is_open, shape = opens[hits.pattern], shape[hits.pattern]
    head, last = words.at(hits.starts), words.at(hits.ends) - 1
    zone = segments.zone[sentences.segment[sentences.of(hits.starts)]]
    kept = (words.quotation[head] < 0) & is_one_of(zone, READ_ZONES)
    ambiguous = words.mark(hits.starts[shape == NOUN])[head]
    hits, shape, head, last, is_open, ambiguous = hits.take(kept), shape[kept], head[kept], last[kept], is_open[kept], ambiguous[kept]
    head = np.where(shape == FRAMED, last, head + (words.is_kind(head, PRONOUN) & (last > head)))
    several = last > head
    last = last - (several & words.is_kind(last, THAT))
    last = np.where((shape == VERB) & (words.is_kind(head, MARKED_PAST | TELL) | is_open), head, last)
    sentence = sentences.of(hits.starts)
    floor, roof = words.at(sentences.starts)[sentence], words.at(sentences.ends)[sentence]
    first = widen_group(batch, words, head, floor)
    passive = is_passive(words, first, head)
    first = np.where(shape == VERB, first, head)
    groups = CueGroups(hits.pattern, shape, first, head, last, floor, roof, passive, reports[hits.pattern])
    right = np.where(shape == VERB, is_verb(batch, words, groups, ambiguous), np.where(shape == NOUN, is_noun(words, groups), True))
    right &= ~((shape == PREPOSED) & is_measure(words, last))
    return drop_overlaps(absorb_prepositions(words, groups.take(right)))


def read_shapes(listed: Sequence[Word]) -> tuple[Offsets, Mask, Mask]:
    """Return the shape of each cue of the list, which hold their content or source in a gap, and which report words."""
    shapes = [(word.place, "..." in word.term) for word in listed]
    return (
        np.array([FRAMED if is_open and place == "preposition" else SHAPES[place] for place, is_open in shapes], np.int64),
        np.array([is_open and " saying" not in word.term for (_, is_open), word in zip(shapes, listed, strict=True)], np.bool_),
        np.array([place in REPORTING for place, _ in shapes], np.bool_),
    )


def is_inside(hits: Hits, outer: Hits) -> Mask:
    """Tell which hits begin in one of some others."""
    order = np.argsort(outer.starts, kind="stable")
    starts, reach = outer.starts[order], np.maximum.accumulate(outer.ends[order])
    at = np.searchsorted(starts, hits.starts, side="right") - 1
    return np.asarray((at >= 0) & (hits.starts < np.append(reach, 0)[at]))


def widen_group(batch: Batch, words: Words, head: Offsets, floor: Offsets) -> Offsets:
    """Move the start of a verb back over its auxiliaries and adverbs, and over a pronoun that a hyphen joins to them (a-t-elle dit)."""
    hyphened = batch.kinds[words.starts - 1] == HYPHEN
    first = head.copy()
    active = np.ones(len(head), np.bool_)
    for _ in range(MOST_BEFORE):
        before = np.maximum(first - 1, 0)
        joined = words.is_kind(before, PRONOUN) & hyphened[before]
        active &= (before >= floor) & (words.is_kind(before, AUXILIARY | ADVERB) | joined) & ~words.has_gap(first, CLAUSE_GAP)
        first = np.where(active, before, first)
    return first


def is_passive(words: Words, first: Offsets, head: Offsets) -> Mask:
    """Tell which verbs are passive: a form of be among their auxiliaries, and no -ing."""
    has_be = np.zeros(len(head), np.bool_)
    for back in range(1, MOST_BEFORE + 1):
        at = np.maximum(head - back, 0)
        has_be |= (at >= first) & words.is_kind(at, BE)
    return np.asarray(has_be & ~words.is_kind(head, PARTICIPLE))


def is_verb(batch: Batch, words: Words, groups: CueGroups, ambiguous: Mask) -> Mask:
    """Tell which hits of verbs are verbs where they stand, and not nouns of the same letters or infinitives."""
    head, before = groups.head, np.maximum(groups.first - 1, 0)
    inside = (before >= groups.floor) & ~words.has_gap(groups.first, CLAUSE_GAP)
    bare = groups.first == head
    surely = words.is_kind(head, PAST | MARKED_PAST) | ~bare | is_verb_first(words, groups)
    noun_like = inside & words.is_kind(before, DETERMINER | POSSESSIVE | GENITIVE | PREPOSITION | TO)
    noun_like &= ~words.is_kind(before, PRONOUN)
    hyphen = batch.kinds[words.starts[groups.first] - 1] == HYPHEN
    subject = inside & (words.is_kind(before, PRONOUN | RELATIVE | CONJUNCTION) | words.is_kind(before, PLURAL))
    ends_in_s = batch.folded[words.ends[head] - 1] == ord("s")
    capital = inside & (batch.kinds[words.starts[before]] == UPPER)
    noun_like |= inside & bare & words.is_kind(before, PARTICIPLE) & words.has_gap(before, CLAUSE_GAP)
    noun_like |= inside & words.is_kind(head, PARTICIPLE) & words.is_kind(before, AND) & words.is_kind(np.maximum(before - 1, 0), PARTICIPLE)
    noun_like |= bare & words.is_kind(head, PAST) & is_done_by(words, groups.last + 1) & ~words.has_gap(head, CLOSE_GAP)
    noun_like |= inside & bare & words.is_kind(head, PAST) & words.is_kind(before, PAST) & words.is_kind(np.maximum(before - 1, 0), AUXILIARY)
    follows_that = words.is_kind(groups.last + 1, THAT) & ~ambiguous
    unsure = ambiguous & bare & ~words.has_gap(groups.last + 1, OPEN_GAP) & ~words.is_kind(head, PAST | MARKED_PAST | PARTICIPLE)
    noun_like |= unsure & ~words.is_kind(groups.last + 1, DETERMINER | NAME | THAT | TO | PRONOUN | ASKING)
    single = capital | (inside & words.is_kind(before, SINGULAR | RELATIVE | CONJUNCTION))
    single |= inside & ~ambiguous & ~words.is_kind(before, PLURAL)
    follows = words.is_kind(groups.last + 1, DETERMINER | THAT | TO | PRONOUN | NAME | ASKING)
    subject |= inside & ~ambiguous & follows & (~words.is_kind(before, NAME) | words.is_kind(head, SAYING))
    present = np.where(ends_in_s, single, subject)
    participle = words.is_kind(head, PARTICIPLE)
    return np.asarray(~hyphen & ~noun_like & (surely | present | participle | follows_that))


def is_verb_first(words: Words, groups: CueGroups) -> Mask:
    """Tell which words are verbs that their language puts first (Arabic): `that`, a colon or a quotation follows, or a quotation stands before."""
    found = words.is_kind(groups.head, VERB_FIRST)
    asking = np.flatnonzero(found)
    head, roof = groups.head[asking], groups.roof[asking]
    right = words.has_gap(head, CLOSE_GAP | OPEN_GAP)
    for step in range(1, LONGEST_OPENING):
        at = np.minimum(head + step, len(words.starts) - 1)
        right |= (at < roof) & (words.is_kind(at, THAT) | words.has_gap(at, OPEN_GAP | COLON_GAP))
    found[asking] = right
    return found


def is_done_by(words: Words, at: Offsets) -> Mask:
    """Tell which words are the `by` of who did it (a plan approved by the board), and not of how (answered by asking)."""
    nxt = np.minimum(at + 1, len(words.starts) - 1)
    return np.asarray(words.is_kind(at, BY) & ~words.has_gap(at, CLAUSE_GAP) & ~words.is_kind(nxt, PARTICIPLE))


def is_noun(words: Words, groups: CueGroups) -> Mask:
    """Tell which hits of nouns report something: a possessor before them, or `that` behind, and no verb's place."""
    before = np.maximum(groups.head - 1, 0)
    inside = (before >= groups.floor) & ~words.has_gap(groups.head, CLAUSE_GAP)
    owned = inside & words.is_kind(before, POSSESSIVE | GENITIVE)
    follows = words.is_kind(groups.last + 1, THAT) & ~words.has_gap(groups.last + 1, CLAUSE_GAP)
    named = inside & words.is_kind(before, DETERMINER | GENITIVE) & follows
    reaches = words.is_kind(groups.last + 1, TO | OF) & owned
    return np.asarray(named | (owned & follows) | reaches | is_made_by(words, groups))


def is_made_by(words: Words, groups: CueGroups) -> Mask:
    """Tell which nouns say who made them, and then what they say: a claim by the mayor that."""
    found = np.asarray((groups.shape == NOUN) & is_done_by(words, groups.last + 1), np.bool_)
    asking = np.flatnonzero(found)
    going, right = np.ones(len(asking), np.bool_), np.zeros(len(asking), np.bool_)
    for step in range(2, LONGEST_MAKER):
        at = np.minimum(groups.last[asking] + step, len(words.starts) - 1)
        going &= (at < groups.roof[asking]) & ~words.has_gap(at, CLAUSE_GAP)
        right |= going & words.is_kind(at, THAT) & (step > 2)
    found[asking] = right
    return found


def is_measure(words: Words, last: Offsets) -> Mask:
    """Tell behind which words a measure is named, who says nothing: according to the following factors."""
    top = len(words.starts) - 1
    return np.asarray(np.any([words.is_kind(np.minimum(last + step, top), MEASURE) for step in (1, 2, 3)], axis=0))


def absorb_prepositions(words: Words, groups: CueGroups) -> CueGroups:
    """Add the preposition a verb or noun asks for to the cue: said of, wrote about, expressed doubts about; not one of place or time."""
    nxt, behind = groups.last + 1, np.minimum(groups.last + 2, len(words.starts) - 1)
    fits = ((groups.shape == VERB) | (groups.shape == NOUN)) & (behind < groups.roof) & ~words.has_gap(nxt, CLAUSE_GAP)
    fits &= ~words.is_kind(behind, TIME) & ~words.has_gap(behind, CLAUSE_GAP & ~OPEN_GAP)
    narrow = words.is_kind(groups.head, MARKED_PAST | TELL)
    joined = words.is_kind(nxt, OF | ABOUT) | (words.is_kind(nxt, JOINING) & ~narrow)
    joined |= words.is_kind(nxt, TO) & ~narrow & words.is_kind(behind, DETERMINER | NAME | PRONOUN)
    return replace(groups, last=np.where(fits & joined, nxt, groups.last))


def drop_overlaps(groups: CueGroups) -> CueGroups:
    """Drop cues that overlap an earlier or longer one."""
    order = np.lexsort((-groups.last, groups.head))
    groups = groups.take(order)
    if not len(groups):
        return groups
    reach = np.concatenate([[-1], np.maximum.accumulate(groups.last)[:-1]])
    return groups.take(groups.head > reach)
