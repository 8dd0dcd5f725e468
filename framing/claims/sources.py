"""Which clauses only say who speaks ("the minister told reporters on Monday"), and so claim nothing of their own."""

import re
from bisect import bisect_left
from functools import cached_property
from typing import Final

from framing.claims.stems import Stems
from framing.voices.voice import Voices

LEAST_WORDS: Final = 2
SETTING: Final = re.compile(
    r"\b(?:on\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
    r"|\b(?:at|in|during|after|via|on)\s+(?:(?:a|an|the|his|her|its|their)\s+)?(?:(?:news|press|joint|written|phone|prepared|later)\s+)*"
    r"(?:briefing|conference|statement|interview|tweet|speech|email|report|hearing|call|twitter|facebook)\b"
    r"|\b(?:told|tells)\s+(?:(?:the|a)\s+)?(?-i:[A-Z])\w+(?:\s+(?-i:[A-Z])\w+)*|\breporters?\b",
    re.IGNORECASE,
)
"""Where and to whom something is said."""
SIGNATURE: Final = re.compile(r"\(@\w+\)")
"""The line under a quoted post ("Name (@name) May 3, 2020")."""


class Sources:
    """The places of sources and their cues in a batch, quick to cut."""

    def __init__(self, voices: Voices) -> None:
        self.voices = voices

    @cached_property
    def places(self) -> list[tuple[int, int]]:
        """Where the sources and cues stand, in order."""
        found = self.voices.attributions
        sides = ((found.source_starts, found.source_ends), (found.cue_starts, found.cue_ends))
        return sorted((start, end) for starts, ends in sides for start, end in zip(starts.tolist(), ends.tolist(), strict=True) if start >= 0)

    def covers(self, text: str, piece: tuple[int, int], stems: Stems) -> bool:
        """Tell whether a piece holds fewer than two words that carry matter beside sources, cues and settings, or signs a post."""
        if SIGNATURE.search(text, *piece):
            return True
        at, rest = piece[0], ""
        for start, end in self.places[max(bisect_left(self.places, piece) - 1, 0) :]:
            if start >= piece[1]:
                break
            if end > at:
                rest += text[at : max(start, at)] + " "
                at = end
        rest += text[at : piece[1]] if at < piece[1] else ""
        return len(stems.list(SETTING.sub(" ", rest))) < LEAST_WORDS
