"""Stance: whether a framing word is asserted, denied, hedged or held at arm's length, by rules a reader can follow."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from framing.text.cleaning import Batch
from framing.text.matching import Hits
from framing.text.offsets import Offsets
from framing.text.sentences import Sentences
from framing.topics.general import Word

STANCES: Final = ("asserted", "hedged", "distanced", "denied")
ASSERTED, HEDGED, DISTANCED, DENIED = range(4)
WEIGHT: Final = (1.0, 0.5, 0.0, 0.0)
"""What each stance leaves of a term's weight; a denied term whose entry says `flip` keeps all of it, for the other pole."""


@dataclass(frozen=True)
class Reaches:
    """How far each modifier reaches: a stretch of text before or after it, within its sentence and clause."""

    starts: Offsets
    ends: Offsets
    word: NDArray[np.int64]

    def over(self, positions: Offsets) -> Offsets:
        """Return which reach (by place) covers each position, -1 where none does."""
        if not len(self.starts):
            return np.full(len(positions), -1, np.int64)
        widest = np.maximum.accumulate(self.ends)
        last = np.searchsorted(self.starts, positions, side="right") - 1
        at = np.maximum(last, 0)
        covers = self.ends[at] > positions
        farthest = np.searchsorted(widest, widest[at])
        chosen = np.where(covers, at, farthest)
        return np.where((last >= 0) & (self.ends[chosen] > positions), chosen, -1)


def find_reaches(batch: Batch, sentences: Sentences, words: tuple[Word, ...], hits: Hits, borders: Offsets) -> Reaches:
    """Find how far the hits of a list of modifiers reach.

    A modifier reaches over its number of words, forward (side `before`: it stands before what it changes) or back, and never over
    the end of its sentence, a comma or dash, or a border word such as `but`.
    """
    reach = np.array([word.reach for word in words], np.int64)[hits.pattern]
    forward = np.array([word.place == "before" for word in words], np.bool_)[hits.pattern]
    sentence = sentences.of(hits.starts)
    stops = np.sort(np.concatenate([batch.commas, borders]))
    padded = np.concatenate([[-1], stops, [len(batch.text)]])
    words_at = np.append(batch.word_starts, len(batch.text))
    last_word = np.minimum(batch.word_of(hits.ends - 1) + reach, len(words_at) - 1)
    next_stop = padded[np.searchsorted(padded, hits.ends)]
    ahead = np.minimum.reduce([sentences.ends[sentence], next_stop, words_at[last_word]])
    first_word = np.maximum(batch.word_of(hits.starts) - 1 - reach, 0)
    stop_before = padded[np.searchsorted(padded, hits.starts) - 1] + 1
    behind = np.maximum.reduce([sentences.starts[sentence], stop_before, words_at[first_word]])
    starts = np.where(forward, hits.ends, behind)
    ends = np.where(forward, ahead, hits.starts)
    order = np.argsort(starts, kind="stable")
    return Reaches(starts[order], ends[order], hits.pattern[order].astype(np.int64))


def find_negations(words: tuple[Word, ...], hits: Hits) -> tuple[Hits, Offsets]:
    """Return the hits that deny, and where border words stand; `not only` and the like take away the `not` inside them."""
    kinds = np.array([word.kind for word in words])[hits.pattern]
    shields = hits.take(kinds == "not-a-negation")
    denying = hits.take((kinds == "negation") | (kinds == "denial"))
    at = np.searchsorted(shields.starts, denying.starts, side="right") - 1
    if len(shields):
        shielded = (at >= 0) & (denying.ends <= shields.ends[np.maximum(at, 0)])
        denying = denying.take(~shielded)
    return denying, hits.starts[kinds == "boundary"]
