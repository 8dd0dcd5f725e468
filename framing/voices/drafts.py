"""Drafts of attributions: settled cues with their sources and contents, in characters."""

from dataclasses import dataclass

import numpy as np

from framing.text.letters import BRACKET_CLOSE
from framing.text.matching import Numbers
from framing.text.offsets import Offsets
from framing.voices.contents import Contents, Scene, end_of
from framing.voices.cue_groups import CueGroups
from framing.voices.settling import settle_cues
from framing.voices.sources import Sources


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
    return Drafts(
        np.where(some, words.starts[sources.first[source]], -1),
        np.where(some, end_of(scene, sources.last[source], BRACKET_CLOSE) + comma, -1),
        np.where(is_colon, words.ends[last], words.starts[first]),
        words.ends[last] + is_colon,
        Contents(cut.left_starts[kept], cut.left_ends[kept], cut.right_starts[kept], cut.right_ends[kept]),
        cues.number[kept],
        np.full(len(kept), -1, np.int64),
    )
