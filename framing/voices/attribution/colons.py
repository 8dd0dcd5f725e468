"""Colons as cues: behind the source that opens a headline, that stands before a quotation, or that speaks in a transcript."""

from collections import Counter
from dataclasses import fields
from typing import Final

import numpy as np

from framing.text.cleaning import Batch
from framing.text.letters import BLANK
from framing.text.offsets import Offsets
from framing.text.sentences import Sentences
from framing.text.zone_names import BODY, HEADLINE, STANDFIRST, is_one_of
from framing.text.zones import Segments
from framing.voices.attribution.classes import MAN, MANY, PERSON, SURNAME, THING, WOMAN, can_speak, class_of
from framing.voices.attribution.cue_groups import COLON, CueGroups
from framing.voices.attribution.grammar import AUTHOR, COLON_GAP, DETERMINER, NAME, OPEN_GAP, Mask, Words

HEADLINE_SOURCE: Final = 6
LONGEST_SPEAKER: Final = 16
LONGEST_LABEL: Final = 5
LEAST_TURNS: Final = 3
LEAST_IN_PERSON: Final = 1 / 3
SPEAKERS: Final = (MAN, WOMAN, PERSON, SURNAME, THING, MANY)


def add_colons(batch: Batch, segments: Segments, sentences: Sentences, words: Words, groups: CueGroups) -> CueGroups:
    """Put the colons that are cues among the cues of a batch, in order."""
    labels = find_labels(batch, segments, words)
    groups = groups.take(~is_under(groups.head, labels))
    spoken = find_quotation_colons(batch, segments, sentences, words)
    return join_colons(groups, find_headline_colons(batch, segments, words), spoken.take(~is_under(spoken.head, labels)), labels)


def find_headline_colons(batch: Batch, segments: Segments, words: Words) -> CueGroups:
    """Find the colon after a headline's short opening that can be a source: `Minister: ...`."""
    segment = np.flatnonzero(is_one_of(segments.zone, (HEADLINE, STANDFIRST)))
    floor, roof = words.at(segments.starts[segment]), words.at(segments.ends[segment])
    at = np.flatnonzero(words.gap[1:] & np.uint8(COLON_GAP)) + 1
    owner = np.searchsorted(floor, at, side="right") - 1
    at, owner = at[owner >= 0], owner[owner >= 0]
    near = (at > floor[owner]) & (at < np.minimum(floor[owner] + HEADLINE_SOURCE, roof[owner])) & (words.quotation[at - 1] < 0)
    at, owner = at[near], owner[near]
    at, owner = at[np.unique(owner, return_index=True)[1]], np.unique(owner)
    opening = [batch.cut(words.starts[first], words.ends[last]) for first, last in zip(floor[owner].tolist(), (at - 1).tolist(), strict=True)]
    kept = (batch.kinds[words.ends[at - 1] + 1] == BLANK) & np.array([can_speak(text) for text in opening], np.bool_)
    at, owner = at[kept], owner[kept]
    return make_groups(at, floor[owner], roof[owner])


def find_quotation_colons(batch: Batch, segments: Segments, sentences: Sentences, words: Words) -> CueGroups:
    """Find the colon between somebody who opens a sentence without a verb and a quotation: `Olga Brun, of the union: "..."`."""
    at = np.flatnonzero(((words.gap & np.uint8(COLON_GAP)) != 0) & ((words.gap & np.uint8(OPEN_GAP)) != 0))
    at = at[(at > 0) & (words.quotation[np.maximum(at - 1, 0)] < 0)]
    sentence = sentences.of(words.starts[at])
    floor, roof = words.at(sentences.starts[sentence]), words.at(sentences.ends[sentence])
    near = (at > floor) & (at - floor <= LONGEST_SPEAKER) & ~words.has_verb(floor, at) & words.is_kind(floor, NAME | DETERMINER)
    near &= is_one_of(segments.zone[sentences.segment[sentence]], (STANDFIRST, BODY))
    opening = [batch.cut(words.starts[first], words.ends[last - 1]) for first, last in zip(floor[near].tolist(), at[near].tolist(), strict=True)]
    near[np.flatnonzero(near)] = [class_of(words) in SPEAKERS for words in opening]
    return make_groups(at[near], floor[near], roof[near])


def find_labels(batch: Batch, segments: Segments, words: Words) -> CueGroups:
    """Find the speakers of a transcript: names in capitals before a colon that open paragraphs.

    An article must have several, one must come again, and a third of them must speak of `I`, `you` or `our`: tables have labels too.
    """
    at = np.flatnonzero(words.gap & np.uint8(COLON_GAP))
    segment = segments.of(words.starts[np.maximum(at - 1, 0)])
    floor, roof = words.at(segments.starts[segment]), words.at(segments.ends[segment])
    near = (at > floor) & (at - floor <= LONGEST_LABEL) & (at < roof) & is_one_of(segments.zone[segment], (STANDFIRST, BODY))
    at, floor, roof, segment = at[near], floor[near], roof[near], segment[near]
    label = [batch.cut(words.starts[first], words.ends[last - 1]) for first, last in zip(floor.tolist(), at.tolist(), strict=True)]
    is_label = np.array([text.isupper() and len(text) > 2 for text in label], np.bool_)
    at, floor, roof, article = at[is_label], floor[is_label], roof[is_label], segments.article[segment[is_label]]
    turns = list(zip(article.tolist(), (text for text in label if text.isupper() and len(text) > 2), strict=True))
    said = Counter(turns)
    n_turns = Counter(article.tolist())
    in_person = Counter(article[words.holds(at, roof, AUTHOR)].tolist())
    again = {one for (one, _), n in said.items() if n > 1}
    talks = {one for one in again if n_turns[one] >= LEAST_TURNS and in_person[one] >= n_turns[one] * LEAST_IN_PERSON}
    chosen = np.array([turn[0] in talks and (said[turn] > 1 or " " in turn[1]) for turn in turns], np.bool_)
    return make_groups(at[chosen], floor[chosen], roof[chosen])


def is_under(head: Offsets, labels: CueGroups) -> Mask:
    """Tell which words stand in what a labelled speaker says."""
    number = np.searchsorted(labels.floor, head, side="right") - 1
    return np.asarray((number >= 0) & (head < np.append(labels.roof, 0)[number]))


def make_groups(at: Offsets, floor: Offsets, roof: Offsets) -> CueGroups:
    """Return the colons before some words as cues."""
    none, all_ = np.zeros(len(at), np.bool_), np.ones(len(at), np.bool_)
    return CueGroups(np.full(len(at), -1, np.int32), np.full(len(at), COLON), at, at, at - 1, floor, roof, none, all_)


def join_colons(groups: CueGroups, headlines: CueGroups, *others: CueGroups) -> CueGroups:
    """Put colons among the cues, in order; other cues in the same headline go."""
    kept = [colons.take(~np.isin(colons.floor, headlines.floor)) for colons in others]
    joined = CueGroups(*(np.concatenate([getattr(one, field.name) for one in (groups, headlines, *kept)]) for field in fields(CueGroups)))
    beaten = (joined.shape != COLON) & np.isin(joined.floor, headlines.floor)
    joined = joined.take(~beaten)
    return joined.take(np.lexsort((joined.shape, joined.head)))
