"""Reporting cues as groups of words: which hits of the cue list are cues where they stand, with their auxiliaries and adverbs."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import Final

import numpy as np

from framing.text.cleaning import Batch
from framing.text.letters import BLANK, HYPHEN, UPPER
from framing.text.matching import Hits
from framing.text.offsets import Offsets
from framing.text.sentences import Sentences
from framing.text.tree import Numbers
from framing.text.zone_names import BODY, CAPTION, CROSSHEAD, HEADLINE, STANDFIRST, is_one_of
from framing.text.zones import Segments
from framing.topics.general import Word
from framing.voices.attribution.classes import can_speak
from framing.voices.attribution.grammar import (
    ABOUT,
    ADVERB,
    AND,
    ASKING,
    AUXILIARY,
    BE,
    CLAUSE_GAP,
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
    Mask,
    Words,
)  # fmt: skip

VERB, PREPOSED, NOUN, COLON, FRAMED, NO_CUE = range(6)
"""Shapes of cues; `FRAMED` ones hold their source between a preposition and a noun (in their view)."""
SHAPES: Final = {"verb": VERB, "attitude": VERB, "preposition": PREPOSED, "noun": NOUN, "notion": NOUN, "none": NO_CUE}
MOST_BEFORE: Final = 6
HEADLINE_SOURCE: Final = 6
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
    """Find the cues of a batch: the hits of the list that stand outside quotations and are used as their shape says, and headlines' colons."""
    hits, listed = found
    shape = np.array([FRAMED if word.place == "preposition" and "..." in word.term else SHAPES[word.place] for word in listed], np.int64)
    idle = hits.take(shape[hits.pattern] == NO_CUE)
    hits = hits.take((shape[hits.pattern] != NO_CUE) & ~is_inside(hits, idle))
    is_open = np.array(["..." in word.term and " saying" not in word.term for word in listed], np.bool_)[hits.pattern]
    shape = shape[hits.pattern]
    head, last = words.at(hits.starts), words.at(hits.ends) - 1
    zone = segments.zone[sentences.segment[sentences.of(hits.starts)]]
    kept = (words.quotation[head] < 0) & is_one_of(zone, READ_ZONES)
    ambiguous = np.isin(words.starts[head], hits.starts[shape == NOUN])
    hits, shape, head, last, is_open, ambiguous = hits.take(kept), shape[kept], head[kept], last[kept], is_open[kept], ambiguous[kept]
    head = np.where(shape == FRAMED, last, head + (words.is_kind(head, PRONOUN) & (last > head)))
    several = last > head
    last = last - (several & words.is_kind(last, THAT))
    last = np.where((shape == VERB) & (words.is_kind(head, MARKED_PAST | TELL) | is_open), head, last)
    sentence = sentences.of(hits.starts)
    floor, roof = words.at(sentences.starts[sentence]), words.at(sentences.ends[sentence])
    first = widen_group(words, head, floor)
    passive = is_passive(words, first, head)
    report = np.array([word.place in ("verb", "preposition", "noun") for word in listed], np.bool_)[hits.pattern]
    groups = CueGroups(hits.pattern, shape, np.where(shape == VERB, first, head), head, last, floor, roof, passive, report)
    right = np.where(shape == VERB, is_verb(batch, words, groups, ambiguous), np.where(shape == NOUN, is_noun(words, groups), True))
    right &= ~((shape == PREPOSED) & is_measure(words, last))
    groups = drop_overlaps(absorb_prepositions(words, groups.take(right)))
    return join_colons(groups, find_colons(batch, segments, sentences, words))


def is_inside(hits: Hits, outer: Hits) -> Mask:
    """Tell which hits begin in one of some others."""
    order = np.argsort(outer.starts, kind="stable")
    starts, reach = outer.starts[order], np.maximum.accumulate(outer.ends[order])
    at = np.searchsorted(starts, hits.starts, side="right") - 1
    return np.asarray((at >= 0) & (hits.starts < np.append(reach, 0)[at]))


def widen_group(words: Words, head: Offsets, floor: Offsets) -> Offsets:
    """Move the start of a verb back over its auxiliaries and adverbs."""
    first = head.copy()
    active = np.ones(len(head), np.bool_)
    for _ in range(MOST_BEFORE):
        before = np.maximum(first - 1, 0)
        active &= (before >= floor) & words.is_kind(before, AUXILIARY | ADVERB) & ~words.has_gap(first, CLAUSE_GAP)
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
    surely = words.is_kind(head, PAST | MARKED_PAST) | ~bare
    noun_like = inside & words.is_kind(before, DETERMINER | POSSESSIVE | GENITIVE | PREPOSITION | TO)
    noun_like &= ~words.is_kind(before, PRONOUN)
    hyphen = batch.kinds[words.starts[groups.first] - 1] == HYPHEN
    subject = inside & (words.is_kind(before, PRONOUN | RELATIVE | CONJUNCTION) | words.is_kind(before, PLURAL))
    ends_in_s = batch.folded[words.ends[head] - 1] == ord("s")
    capital = inside & (batch.kinds[words.starts[before]] == UPPER)
    noun_like |= inside & bare & words.is_kind(before, PARTICIPLE) & words.has_gap(before, CLAUSE_GAP)
    noun_like |= inside & words.is_kind(head, PARTICIPLE) & words.is_kind(before, AND) & words.is_kind(np.maximum(before - 1, 0), PARTICIPLE)
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


def is_noun(words: Words, groups: CueGroups) -> Mask:
    """Tell which hits of nouns report something: a possessor before them, or `that` behind, and no verb's place."""
    before = np.maximum(groups.head - 1, 0)
    inside = (before >= groups.floor) & ~words.has_gap(groups.head, CLAUSE_GAP)
    owned = inside & words.is_kind(before, POSSESSIVE | GENITIVE)
    follows = words.is_kind(groups.last + 1, THAT) & ~words.has_gap(groups.last + 1, CLAUSE_GAP)
    named = inside & words.is_kind(before, DETERMINER | GENITIVE) & follows
    reaches = words.is_kind(groups.last + 1, TO | OF) & owned
    return np.asarray(named | (owned & follows) | reaches)


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


def find_colons(batch: Batch, segments: Segments, sentences: Sentences, words: Words) -> CueGroups:
    """Find the colon after a headline's short opening that can be a source: `Minister: ...`."""
    segment = np.flatnonzero(is_one_of(segments.zone, (HEADLINE, STANDFIRST)))
    floor, roof = words.at(segments.starts[segment]), words.at(segments.ends[segment])
    places = [at for low, high in zip(floor.tolist(), roof.tolist(), strict=True) for at in range(low + 1, min(low + HEADLINE_SOURCE, high))]
    at = np.array(places, np.int64)
    at = at[words.has_gap(at, COLON_GAP) & (words.quotation[at - 1] < 0)]
    owner = np.searchsorted(floor, at, side="right") - 1
    at, owner = at[np.unique(owner, return_index=True)[1]], np.unique(owner)
    opening = [batch.cut(words.starts[first], words.ends[last]) for first, last in zip(floor[owner].tolist(), (at - 1).tolist(), strict=True)]
    kept = (batch.kinds[words.ends[at - 1] + 1] == BLANK) & np.array([can_speak(text) for text in opening], np.bool_)
    at, owner = at[kept], owner[kept]
    n = len(at)
    none, all_ = np.zeros(n, np.bool_), np.ones(n, np.bool_)
    return CueGroups(np.full(n, -1, np.int32), np.full(n, COLON), at, at, at - 1, floor[owner], roof[owner], none, all_)


def join_colons(groups: CueGroups, colons: CueGroups) -> CueGroups:
    """Put headlines' colons among the cues, in order; other cues before them in the same headline go."""
    joined = CueGroups(*(np.concatenate([getattr(one, field.name) for one in (groups, colons)]) for field in fields(CueGroups)))
    beaten = (joined.shape != COLON) & np.isin(joined.floor, colons.floor)
    joined = joined.take(~beaten)
    return joined.take(np.lexsort((joined.shape, joined.head)))
