"""Some articles of a batch by themselves, so that what is costly is asked only of those that hold terms, and the way back to the whole."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from framing.evidence.evidence import Evidence
from framing.evidence.selection import Places
from framing.text.cleaning import BETWEEN, Batch
from framing.text.matching import Hits
from framing.text.offsets import Offsets
from framing.text.sentences import Sentences
from framing.text.zones import Segments


@dataclass(frozen=True)
class Matched:
    """A batch with all that is found before it is asked who speaks: segments and sentences, the hits of all lists, and the terms chosen."""

    batch: Batch
    places: Places
    hits: Hits
    terms: Hits


@dataclass(frozen=True)
class Focus:
    """Articles cut out of a batch: what was found in them, and for each segment and sentence its number in the whole, for each article its shift."""

    matched: Matched
    segments: Offsets
    sentences: Offsets
    shift: Offsets

    def put_back(self, evidence: Evidence) -> Evidence:
        """Return evidence of the articles with its place in the whole batch."""
        shift = self.shift[self.matched.places.segments.article[evidence.segment]]
        return replace(
            evidence,
            starts=evidence.starts + shift,
            ends=evidence.ends + shift,
            sentence=self.sentences[evidence.sentence],
            segment=self.segments[evidence.segment],
        )


def focus_on(whole: Matched, articles: Offsets) -> Focus:
    """Cut some articles, given by their numbers in order, out of a batch; what stands between articles belongs to the one before."""
    batch, segments, sentences = whole.batch, whole.places.segments, whole.places.sentences
    number = np.full(len(batch.articles), -1, np.int64)
    number[articles] = np.arange(len(articles))
    part = cut_batch(batch, articles)
    shift = batch.starts[articles] - part.starts
    moved = np.zeros(len(batch.articles), np.int64)
    moved[articles] = shift
    own_segments = np.flatnonzero(number[segments.article] >= 0)
    own_sentences = np.flatnonzero(number[segments.article[sentences.segment]] >= 0)
    cut_segments = take_segments(segments, own_segments, moved, number)
    cut_sentences = take_sentences(sentences, own_sentences, moved[segments.article[sentences.segment[own_sentences]]], own_segments)
    hits, terms = (take_hits(batch, found, number, moved) for found in (whole.hits, whole.terms))
    return Focus(Matched(part, Places(cut_segments, cut_sentences), hits, terms), own_segments, own_sentences, shift)


def cut_batch(batch: Batch, articles: Offsets) -> Batch:
    """Lay some articles of a batch end to end."""
    slices = [slice(0, 1), *(slice(start, end + len(BETWEEN)) for start, end in zip(batch.starts[articles], batch.ends[articles], strict=True))]
    lengths = batch.ends[articles] - batch.starts[articles] + len(BETWEEN)
    starts = np.cumsum(lengths) - lengths + 1
    chosen = articles.tolist()
    return Batch(
        articles=tuple(batch.articles[at] for at in chosen),
        cleaned=tuple(batch.cleaned[at] for at in chosen),
        text="".join(batch.text[own] for own in slices),
        starts=starts,
        ends=starts + lengths - len(BETWEEN),
        folded=np.concatenate([batch.folded[own] for own in slices]),
        kinds=np.concatenate([batch.kinds[own] for own in slices]),
        languages=tuple(batch.languages[at] for at in chosen),
    )


def take_segments(segments: Segments, own: Offsets, moved: Offsets, number: Offsets) -> Segments:
    """Take some segments, moved to where their articles stand by themselves."""
    article = segments.article[own]
    starts, ends = segments.starts[own] - moved[article], segments.ends[own] - moved[article]
    return Segments(starts, ends, number[article], segments.zone[own], segments.n_words[own], segments.is_copy[own])


def take_sentences(sentences: Sentences, own: Offsets, moved: Offsets, segments: Offsets) -> Sentences:
    """Take some sentences, moved; `segments` are the numbers of the segments kept."""
    return Sentences(sentences.starts[own] - moved, sentences.ends[own] - moved, np.searchsorted(segments, sentences.segment[own]))


def take_hits(batch: Batch, hits: Hits, number: Offsets, moved: Offsets) -> Hits:
    """Take the hits that begin in some articles, moved."""
    article = batch.article_of(hits.starts)
    own: NDArray[np.bool_] = number[article] >= 0
    by = moved[article[own]]
    return Hits(hits.pattern[own], hits.starts[own] - by, hits.ends[own] - by)
