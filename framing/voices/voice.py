"""The voice of a stretch of text: the outlet's own words, words ascribed to a source, or words held at arm's length."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from framing.text.cleaning import Batch
from framing.text.matching import Hits
from framing.text.offsets import Offsets
from framing.text.sentences import Sentences
from framing.voices.attribution.attributions import Attributions
from framing.voices.quotations import Quotations

VOICES: Final = ("own", "attributed")
OWN, ATTRIBUTED = range(2)
QUOTATION, SCARE, NAME = range(3)
SCARE_WORDS: Final = 4
SMALL_WORDS: Final = frozenset(["a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"])


@dataclass(frozen=True)
class Voices:
    """Who speaks where: quotations and what each is (words of a source, scare quotes, a name), and what is attributed to sources.

    `content_starts`, `content_ends` are the stretches ascribed to a source, in order of place; `attribution` the number of the attribution each
    belongs to.
    """

    quotations: Quotations
    kind: NDArray[np.uint8]
    attributions: Attributions
    content_starts: Offsets
    content_ends: Offsets
    attribution: Offsets

    def voice_of(self, starts: Offsets, ends: Offsets) -> NDArray[np.uint8]:
        """Return the voice of stretches: `ATTRIBUTED` inside a quotation or a reported content, else `OWN`."""
        is_said = self.is_quoted(starts, ends) | (self.attribution_of(starts, ends) >= 0)
        return np.where(is_said, ATTRIBUTED, OWN).astype(np.uint8)

    def is_quoted(self, starts: Offsets, ends: Offsets) -> NDArray[np.bool_]:
        """Tell which stretches stand in a source's words between quotation marks."""
        return np.asarray(self._kind_of(starts, ends) == QUOTATION)

    def attribution_of(self, starts: Offsets, ends: Offsets) -> Offsets:
        """Return the number of the attribution whose content holds each stretch, -1 where none does.

        A stretch that begins in the cue, or in the source right before it, and ends in its content is part of what is reported (criticised the
        plan as a gift; police say they came under attack); the cue alone is the outlet's own choice of word.
        """
        if not len(self.content_starts):
            return np.full(len(starts), -1, np.int64)
        at = np.maximum(np.searchsorted(self.content_starts, ends) - 1, 0)
        number = self.attribution[at]
        cue = self.attributions.cue_starts[number]
        begins = np.where((cue >= 0) & (self.attributions.cue_ends[number] <= self.content_starts[at]), cue, self.content_starts[at])
        near = self.content_starts[at] - self.attributions.cue_ends[number] <= 1
        source = self.attributions.source_starts[number]
        beside = (source >= 0) & (begins == cue) & (source < cue) & (cue - self.attributions.source_ends[number] <= 1)
        begins = np.where(near, np.where(beside, source, begins), self.content_starts[at])
        inside = (begins <= starts) & (self.content_starts[at] < ends) & (ends <= self.content_ends[at])
        return np.where(inside, number, -1)

    def is_distanced(self, starts: Offsets, ends: Offsets) -> NDArray[np.bool_]:
        """Tell which stretches stand in scare quotes."""
        return np.asarray(self._kind_of(starts, ends) == SCARE)

    def is_same_quotation(self, first: Offsets, second: Offsets) -> NDArray[np.bool_]:
        """Tell which pairs of positions stand in one quotation."""
        mine, other = self.quotations.of(first, first), self.quotations.of(second, second)
        return np.asarray((mine >= 0) & (mine == other))

    def _kind_of(self, starts: Offsets, ends: Offsets) -> NDArray[np.int64]:
        at = self.quotations.of(starts, ends)
        if not len(self.kind):
            return at
        return np.where(at >= 0, self.kind[at], -1)


def is_short(batch: Batch, quotations: Quotations) -> NDArray[np.bool_]:
    """Tell which quotations are closed and have four words or fewer, so that they may be scare quotes or names."""
    n_words = batch.word_of(quotations.ends - 1) - batch.word_of(quotations.starts)
    return np.asarray((n_words <= SCARE_WORDS) & quotations.is_closed)


def make_voices(
    quotations: Quotations, kind: NDArray[np.uint8], attributions: Attributions, reports: NDArray[np.bool_]
) -> Voices:
    """Put quotations and attributions together; a content of two pieces is two stretches.

    `reports` tells which cues report words. What somebody wants or fears stays in the outlet's own voice: the words for it are the outlet's.
    """
    starts = np.concatenate([attributions.content_starts, attributions.second_starts])
    ends = np.concatenate([attributions.content_ends, attributions.second_ends])
    number = np.tile(np.arange(len(attributions)), 2)
    is_word = np.append(reports, True)[attributions.cue]
    there = np.flatnonzero((starts >= 0) & np.tile(is_word, 2))
    order = there[np.argsort(starts[there], kind="stable")]
    return Voices(quotations, kind, attributions, starts[order], ends[order], number[order])


def find_kinds(batch: Batch, sentences: Sentences, quotations: Quotations, cues: Hits) -> NDArray[np.uint8]:
    """Find what each quotation is: `QUOTATION`, `SCARE` or `NAME`.

    What stands in quotation marks is attributed. Four words or fewer that are no whole sentence, in a sentence without a reporting
    cue outside them, are scare quotes, or a name where every longer word has a capital; both stay the outlet's own words.
    """
    kind = np.full(len(quotations), QUOTATION, np.uint8)
    sentence = sentences.of(quotations.starts)
    outside = cues.take(quotations.of(cues.starts, cues.ends) < 0)
    has_cue = np.isin(sentence, sentences.of(outside.starts))
    for at in np.flatnonzero(is_short(batch, quotations) & ~has_cue).tolist():
        inner = batch.cut(quotations.starts[at] + 1, quotations.ends[at] - 1).strip()
        whole = inner.endswith((".", "!", "?", ",")) or is_sentence(sentences, int(sentence[at]), quotations, at)
        if not whole:
            kind[at] = NAME if is_name(inner) else SCARE
    return kind


def is_sentence(sentences: Sentences, sentence: int, quotations: Quotations, at: int) -> bool:
    """Tell whether a quotation makes up its whole sentence, but for a stop."""
    length = quotations.ends[at] - quotations.starts[at]
    return bool(sentences.ends[sentence] - sentences.starts[sentence] <= length + 2)


def is_name(words: str) -> bool:
    """Tell whether every word of a phrase begins with a capital or digit, but for small words between.

    >>> is_name("Islamic State of Iraq"), is_name("advisory role")
    (True, False)
    """
    return all(word[:1].isupper() or word[:1].isdigit() or word in SMALL_WORDS for word in words.split())
