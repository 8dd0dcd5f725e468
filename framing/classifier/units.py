"""Units to be labelled: sentences given one by one, or the sentences of articles, as stretches of one analysed batch."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from framing.analysis.analysis import Analysis, analyse_articles
from framing.articles.article import Article
from framing.evidence.evidence import READ_ZONES
from framing.evidence.lens import Lens
from framing.text.offsets import Offsets
from framing.text.zone_names import CAPTION, is_one_of

Floats = NDArray[np.float64]
SCORED_ZONES: Final = tuple(zone for zone in READ_ZONES if zone != CAPTION)


@dataclass(frozen=True)
class Units:
    """Stretches of a batch in order of place, none overlapping another."""

    starts: Offsets
    ends: Offsets

    def __len__(self) -> int:
        return len(self.starts)

    def of(self, starts: Offsets, ends: Offsets) -> Offsets:
        """Return the number of the unit that holds each stretch, -1 where none does."""
        if not len(self.starts):
            return np.full(len(starts), -1, np.int64)
        at = np.maximum(np.searchsorted(self.starts, starts, side="right") - 1, 0)
        return np.where((self.starts[at] <= starts) & (ends <= self.ends[at]), at, -1)

    def sum(self, unit: Offsets, weight: Floats | None = None) -> Floats:
        """Sum weights (1 each without them) by unit; -1 belongs to none."""
        inside = unit >= 0
        return np.bincount(unit[inside], None if weight is None else weight[inside], len(self)).astype(np.float64)


def analyse_sentences(sentences: Sequence[str], lens: Lens) -> tuple[Analysis, Units]:
    """Analyse sentences, each as an article of its own: one unit a sentence."""
    analysis = analyse_articles([Article(str(at), "", "", sentence) for at, sentence in enumerate(sentences)], lens)
    return analysis, Units(analysis.batch.starts, analysis.batch.ends)


def find_units(analysis: Analysis) -> Units:
    """Return the sentences of articles in the zones that are scored, without second copies of a paragraph."""
    sentences, segments = analysis.sentences, analysis.segments
    wanted = is_one_of(segments.zone[sentences.segment], SCORED_ZONES) & ~segments.is_copy[sentences.segment]
    return Units(sentences.starts[wanted], sentences.ends[wanted])
