"""Drafts of attributions: which cues stay, whose content is cut by the next, and who shares the source of an earlier cue."""

from dataclasses import dataclass

import numpy as np

from framing.text.letters import BRACKET_CLOSE
from framing.text.matching import Numbers
from framing.text.offsets import Offsets
from framing.voices.contents import Contents, Scene, end_of
from framing.voices.cue_groups import NOUN, CueGroups
from framing.voices.grammar import AUTHOR, BREAK_GAP, COMMA_GAP, CONJUNCTION, PARTICIPLE, Mask, Words
from framing.voices.sources import BEFORE, SHARED, Sources


@dataclass(frozen=True)
class Drafts:
    """Attributions in characters, -1 where something is missing; `continues` is the draft a quotation without a cue goes on from."""

    source_starts: Offsets
    source_ends: Offsets
    cue_starts: Offsets
    cue_ends: Offsets
    contents: Contents
    number: Numbers
    continues: Offsets

    def __len__(self) -> int:
        return len(self.number)


def settle(scene: Scene, cues: CueGroups, sources: Sources, contents: Contents) -> Drafts:
    """Settle which cues stay, in order: one inside the content of an earlier one goes, one beside it cuts it short."""
    words = scene.words
    low = np.where(sources.side == BEFORE, np.minimum(sources.first, cues.first), cues.first)
    beside, cuts = find_borders(words, sources, low)
    kept, owner, sides = settle_one_by_one(words, cues, sources, contents, (beside, cuts, low))
    source = np.where(owner >= 0, owner, np.arange(len(cues)))[kept]
    some = sources.first[source] >= 0
    comma = sources.has_comma[source] & some
    return Drafts(
        np.where(some, words.starts[sources.first[source]], -1),
        np.where(some, end_of(scene, sources.last[source], BRACKET_CLOSE) + comma, -1),
        np.where(cues.last[kept] >= cues.first[kept], words.starts[cues.first[kept]], words.ends[cues.last[kept]]),
        np.where(cues.last[kept] >= cues.first[kept], words.ends[cues.last[kept]], words.ends[cues.last[kept]] + 1),
        Contents(*(side[kept] for side in sides)),
        cues.number[kept],
        np.full(len(kept), -1, np.int64),
    )


def find_borders(words: Words, sources: Sources, low: Offsets) -> tuple[Mask, Offsets]:
    """Tell which cues begin a clause beside the one before (", adding", "and vowed", ", but critics say"), and where that one ends."""
    before = np.maximum(low - 1, 0)
    joined = words.is_kind(before, CONJUNCTION)
    beside = words.has_gap(low, COMMA_GAP) & (words.is_kind(low, PARTICIPLE) | (sources.side == SHARED))
    beside |= words.has_gap(low, BREAK_GAP)
    beside |= joined & ((sources.side == SHARED) | words.has_gap(before, COMMA_GAP))
    return beside, words.ends[np.where(joined, np.maximum(before - 1, 0), before)]


def settle_one_by_one(
    words: Words, cues: CueGroups, sources: Sources, contents: Contents, borders: tuple[Mask, Offsets, Offsets]
) -> tuple[Offsets, Offsets, tuple[Offsets, ...]]:
    """Go through the cues in order; return those kept, the cue each shares its source with (-1), and the contents as cut."""
    beside, cuts = (side.tolist() for side in borders[:2])
    low = borders[2]
    left_s, left_e, right_s, right_e = (side.tolist() for side in (contents.left_starts, contents.left_ends, contents.right_starts, contents.right_ends))
    source = np.where(sources.first >= 0, words.starts[sources.first], 1 << 60).tolist()
    places, behind = words.starts[cues.first].tolist(), words.starts[cues.last + 1].tolist()
    before = words.ends[np.maximum(cues.first - 1, 0)].tolist()
    floor, side = cues.floor.tolist(), sources.side.tolist()
    is_author = ((sources.first >= 0) & (sources.first == sources.last) & words.is_kind(sources.first, AUTHOR)).tolist()
    wraps = (words.has_gap(low, COMMA_GAP) & (contents.left_starts >= 0) & (contents.right_starts < 0) & (sources.first >= 0)).tolist()
    nouns = (cues.shape == NOUN).tolist()
    loose = ((sources.side == SHARED) & words.is_kind(cues.head, PARTICIPLE)).tolist()
    kept: list[int] = []
    owner = [-1] * len(cues)
    for at, place in enumerate(places):
        last = kept[-1] if kept else -1
        if last >= 0 and right_s[last] <= place < right_e[last]:
            while kept and wraps[at] and left_s[at] <= places[kept[-1]] < places[at]:
                kept.pop()
            if wraps[at] and (not kept or right_e[kept[-1]] <= place):
                kept.append(at)
                continue
            outer = source[at] < places[last] and floor[last] == floor[at]
            cut = before[at] if outer else cuts[at]
            if not (beside[at] or outer) or cut <= right_s[last]:
                continue
            right_e[last] = cut
        if last >= 0 and floor[last] == floor[at] and nouns[at] and right_s[last] >= place:
            continue
        if last >= 0 and 0 <= left_s[at] < right_e[last]:
            left_s[at] = left_e[at] = -1
        if last >= 0 and floor[last] == floor[at]:
            if 0 <= left_s[at] < places[last] < left_e[at]:
                left_s[at] = max(left_s[at], behind[last])
            if side[at] == SHARED:
                owner[at] = last if owner[last] < 0 else owner[last]
        if (left_s[at] >= 0 or right_s[at] >= 0) and not is_author[at] and not (loose[at] and owner[at] < 0):
            kept.append(at)
    sides = tuple(np.array(column, np.int64) for column in (left_s, left_e, right_s, right_e))
    return np.array(kept, np.int64), np.array(owner, np.int64), sides
