"""The voice of a stretch of text: the outlet's own words, words ascribed to a source, or words held at arm's length."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from framing.text.cleaning import Batch
from framing.text.matching import Hits
from framing.text.offsets import Offsets
from framing.text.sentences import Sentences
from framing.voices.quotations import Quotations

VOICES: Final = ("own", "attributed")
OWN, ATTRIBUTED = range(2)
QUOTATION, SCARE, NAME = range(3)
SCARE_WORDS: Final = 4
SMALL_WORDS: Final = frozenset(["a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"])


@dataclass(frozen=True)
class Voices:
    """The quotations of a batch and what each is: words of a source, scare quotes, or a name in quotation marks."""

    quotations: Quotations
    kind: NDArray[np.uint8]

    def voice_of(self, starts: Offsets, ends: Offsets) -> NDArray[np.uint8]:
        """Return the voice of stretches: `ATTRIBUTED` inside a quotation, else `OWN`."""
        return np.where(self._kind_of(starts, ends) == QUOTATION, ATTRIBUTED, OWN).astype(np.uint8)

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


def find_voices(batch: Batch, sentences: Sentences, quotations: Quotations, cues: Hits) -> Voices:
    """Find who speaks where: the one place that knows the rule for voices.

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
    return Voices(quotations, kind)


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
