"""Drafts of attributions: settled cues with their sources and contents, in characters."""

from dataclasses import dataclass

import numpy as np

from framing.text.letters import BRACKET_CLOSE
from framing.text.offsets import Offsets
from framing.text.tree import Numbers
from framing.voices.attribution.contents import Contents, Scene, end_of
from framing.voices.attribution.cue_groups import CueGroups
from framing.voices.attribution.settling import settle_cues
from framing.voices.attribution.sources import Sources


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


def make_drafts(scene: Scene, cues: CueGroups, sources: Sources, contents: Contents) -> Drafts:
    """Settle the cues and turn numbers of words into characters; a headline's colon is its own cue."""
    words = scene.words
    kept, owner, cut = settle_cues(scene, cues, sources, contents)
    source = np.where(owner >= 0, owner, np.arange(len(cues)))[kept]
    some = sources.first[source] >= 0
    comma = sources.has_comma[source] & some
    first, last = cues.first[kept], cues.last[kept]
    is_colon = last < first
    cue = np.where(is_colon, words.ends[last], words.starts[first]), words.ends[last] + is_colon
    left = keep_sound(cut.left_starts[kept], cut.left_ends[kept], cue)
    right = keep_sound(cut.right_starts[kept], cut.right_ends[kept], cue)
    columns = (
        np.where(some, words.starts[sources.first[source]], -1),
        np.where(some, end_of(scene, sources.last[source], BRACKET_CLOSE) + comma, -1),
        *cue,
        *left,
        *right,
    )
    sound = np.flatnonzero((left[0] >= 0) | (right[0] >= 0))
    source_starts, source_ends, cue_starts, cue_ends, *sides = (column[sound] for column in columns)
    none = np.full(len(sound), -1, np.int64)
    return Drafts(source_starts, source_ends, cue_starts, cue_ends, Contents(*sides), cues.number[kept[sound]], none)


def keep_sound(starts: Offsets, ends: Offsets, cue: tuple[Offsets, Offsets]) -> tuple[Offsets, Offsets]:
    """Return stretches with those that are empty or overlap their cue, as broken sentences make them, replaced by -1."""
    sound = (starts >= 0) & (starts < ends) & ((ends <= cue[0]) | (starts >= cue[1]))
    return np.where(sound, starts, -1), np.where(sound, ends, -1)
