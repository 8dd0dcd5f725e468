"""Attributions: who is cited, by which word, for what; direct, indirect or mixed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from framing.text.cleaning import Batch
from framing.text.matching import Hits, Numbers
from framing.text.offsets import Offsets
from framing.text.sentences import Sentences
from framing.text.zones import Segments
from framing.topics.general import Word
from framing.voices.contents import Contents, Scene, find_contents
from framing.voices.cue_groups import CueGroups, find_cue_groups
from framing.voices.grammar import CUE_VERB, PARTICIPLE, CONJUNCTION, COMMA_GAP, OPEN_GAP, Words, read_words
from framing.voices.quotations import Quotations
from framing.voices.sources import BEFORE, SHARED, Sources, find_sources

KINDS: Final = ("direct", "indirect", "mixed")
DIRECT, INDIRECT, MIXED = range(3)


@dataclass(frozen=True)
class Attributions:
    """Attributions of a batch in order of their cue; offsets count from the start of the batch, -1 where there is none."""

    source_starts: Offsets
    source_ends: Offsets
    cue_starts: Offsets
    cue_ends: Offsets
    content_starts: Offsets
    content_ends: Offsets
    second_starts: Offsets
    second_ends: Offsets
    kind: NDArray[np.uint8]
    cue: Numbers
    article: Offsets
    source_of: Offsets

    def __len__(self) -> int:
        return len(self.cue)


def find_attributions(
    batch: Batch, segments: Segments, sentences: Sentences, quotations: Quotations, cues: Hits, cue_words: Sequence[Word]
) -> Attributions:
    """Find the attributions of a batch."""
    words = mark_cues(read_words(batch, quotations), cues, cue_words)
    groups = find_cue_groups(batch, segments, sentences, words, (cues, cue_words))
    sources = find_sources(words, groups)
    scene = Scene(batch, words, quotations)
    contents = find_contents(scene, groups, sources)
    return settle(scene, segments, groups, sources, contents)


def mark_cues(words: Words, cues: Hits, cue_words: Sequence[Word]) -> Words:
    """Mark the words that begin a hit of a reporting verb."""
    verbs = np.array([word.place == "verb" for word in cue_words], np.bool_)
    words.kind[words.at(cues.starts[verbs[cues.pattern]])] |= np.uint32(CUE_VERB)
    return words


def settle(scene: Scene, segments: Segments, groups: CueGroups, sources: Sources, contents: Contents) -> Attributions:
    """Settle which cues stay, in order: one inside the content of an earlier one goes, one beside it cuts it short."""
    words = scene.words
    n = len(groups)
    low = np.where(sources.side == BEFORE, np.minimum(sources.first, groups.first), groups.first)
    before = np.maximum(low - 1, 0)
    beside = words.has_gap(low, COMMA_GAP) & (words.is_kind(low, PARTICIPLE) | (sources.side == SHARED))
    beside |= words.is_kind(before, CONJUNCTION) & ((sources.side == SHARED) | words.has_gap(before, COMMA_GAP))
    cut = np.where(words.is_kind(before, CONJUNCTION), np.maximum(before - 1, 0), before)
    cuts = words.ends[cut].tolist()
    s1, e1, s2, e2 = (side.tolist() for side in (contents.left_starts, contents.left_ends, contents.right_starts, contents.right_ends))
    first, floor, side, besides = groups.first.tolist(), groups.floor.tolist(), sources.side.tolist(), beside.tolist()
    starts = words.starts.tolist()
    kept: list[int] = []
    shares = [-1] * n
    for at in range(n):
        place = starts[first[at]]
        last = kept[-1] if kept else -1
        if last >= 0 and floor[last] == floor[at]:
            if s2[last] <= place < e2[last]:
                if not besides[at] or cuts[at] <= s2[last]:
                    continue
                e2[last] = cuts[at]
            if s1[at] >= 0 and s1[at] < starts[first[last]] < e1[at]:
                s1[at] = max(s1[at], starts[groups.last[last] + 1])
            if side[at] == SHARED:
                shares[at] = last if shares[last] < 0 else shares[last]
        if s1[at] < 0 and s2[at] < 0:
            continue
        kept.append(at)
    source_starts = np.where(sources.first >= 0, words.starts[sources.first], -1)
    source_ends = np.where(sources.first >= 0, words.ends[sources.last], -1)
    shared = np.array(shares, np.int64)
    source_starts = np.where(shared >= 0, source_starts[shared], source_starts)
    source_ends = np.where(shared >= 0, source_ends[shared], source_ends)
    keep = np.array(kept, np.int64)
    left_s, left_e, right_s, right_e = (np.array(side, np.int64)[keep] for side in (s1, e1, s2, e2))
    has_left = left_s >= 0
    content = np.where(has_left, left_s, right_s), np.where(has_left, left_e, right_e)
    second = np.where(has_left, right_s, -1), np.where(has_left, right_e, -1)
    cue_starts, cue_ends = words.starts[groups.first[keep]], words.ends[groups.last[keep]]
    return Attributions(
        source_starts[keep], source_ends[keep], cue_starts, cue_ends, *content, *second,
        np.zeros(len(keep), np.uint8), groups.number[keep], scene.batch.article_of(cue_starts), np.full(len(keep), -1, np.int64),
    )
