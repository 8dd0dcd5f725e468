"""The analysis of a batch of articles: text, zones, sentences, voices and evidence."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from framing.articles.article import Article
from framing.evidence.evidence import Evidence, choose_terms, find_modifiers, make_evidence
from framing.evidence.lens import Lens
from framing.evidence.selection import Places, drop_broken
from framing.text.cleaning import Batch, make_batch
from framing.text.matching import Hits, match_patterns
from framing.text.sentences import Sentences, find_sentences
from framing.text.zones import Segments, find_zones
from framing.voices.attribution.attributions import find_attributions
from framing.voices.quotations import find_quotations
from framing.voices.voice import Voices, find_kinds, make_voices


@dataclass(frozen=True)
class Analysis:
    """Everything found in a batch of articles; offsets count from the start of the batch (see `Batch`)."""

    batch: Batch
    lens: Lens
    segments: Segments
    sentences: Sentences
    voices: Voices
    evidence: Evidence


def analyse_articles(articles: Sequence[Article], lens: Lens, *, all_attributions: bool = True) -> Analysis:
    """Analyse some articles together, each as if it stood alone: nothing of one changes what is found in another.

    Without `all_attributions`, attributions are looked for only in and beside the paragraphs that hold evidence; the evidence is the same.
    """
    batch = make_batch(articles)
    hits = lens.keep_own(batch, match_patterns(batch, lens.matcher), lens.language_of)
    segments = find_zones(batch, lens.furniture, lens.hits_of(hits, "furniture"))
    sentences = find_sentences(batch, segments, lens.abbreviations)
    quotations = find_quotations(batch, segments, sentences)
    cues = drop_broken(lens.hits_of(hits, "cues"), sentences)
    kinds = find_kinds(batch, sentences, quotations, cues.take(lens.reports[cues.pattern]))
    places = Places(segments, sentences)
    terms = choose_terms(places, lens, hits)
    near = cues if all_attributions else cues.take(is_near_terms(segments, terms, cues))
    attributions = find_attributions(batch, segments, sentences, quotations, near, lens.words["cues"])
    voices = make_voices(quotations, kinds, attributions, lens.reports)
    evidence = make_evidence(terms, places, voices, find_modifiers(batch, places, lens, hits, terms), lens)
    return Analysis(batch, lens, segments, sentences, voices, evidence)


def is_near_terms(segments: Segments, terms: Hits, cues: Hits) -> NDArray[np.bool_]:
    """Tell which cues stand in a paragraph that holds a term, or in the one before or after it."""
    wanted = np.zeros(len(segments.starts) + 2, np.bool_)
    of_terms = segments.of(terms.starts)
    for step in (-1, 0, 1):
        wanted[np.maximum(of_terms + step, 0)] = True
    return wanted[segments.of(cues.starts)]


def analyse_article(article: Article, lens: Lens) -> Analysis:
    """Analyse one article; a pure function of the article and the lens."""
    return analyse_articles([article], lens)
