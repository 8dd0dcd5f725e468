"""The analysis of a batch of articles: text, zones, sentences, voices and evidence."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from framing.analysis.focus import Matched, focus_on
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
class Screening:
    """What scoring needs of a batch of articles; offsets count from the start of the batch (see `Batch`)."""

    batch: Batch
    lens: Lens
    segments: Segments
    sentences: Sentences
    evidence: Evidence


@dataclass(frozen=True)
class Analysis(Screening):
    """Everything found in a batch of articles."""

    voices: Voices


def analyse_articles(articles: Sequence[Article], lens: Lens) -> Analysis:
    """Analyse some articles together, each as if it stood alone: nothing of one changes what is found in another."""
    matched = match_articles(articles, lens)
    evidence, voices = judge_terms(matched, lens, all_attributions=True)
    return Analysis(matched.batch, lens, matched.places.segments, matched.places.sentences, evidence, voices)


def screen_articles(articles: Sequence[Article], lens: Lens) -> Screening:
    """Find the evidence of some articles, the same as `analyse_articles` does: who speaks is asked only in articles that hold a term, and near it."""
    matched = match_articles(articles, lens)
    segments = matched.places.segments
    holding = np.unique(segments.article[segments.of(matched.terms.starts)])
    if len(holding) == len(articles):
        evidence, _ = judge_terms(matched, lens, all_attributions=False)
    else:
        focus = focus_on(matched, holding if len(holding) else np.zeros(1, np.int64))
        evidence = focus.put_back(judge_terms(focus.matched, lens, all_attributions=False)[0])
    return Screening(matched.batch, lens, segments, matched.places.sentences, evidence)


def match_articles(articles: Sequence[Article], lens: Lens) -> Matched:
    """Clean and segment some articles, and find in them all that the lens looks for."""
    batch = make_batch(articles)
    hits = lens.keep_own(batch, match_patterns(batch, lens.matcher), lens.language_of)
    segments = find_zones(batch, lens.furniture, lens.hits_of(hits, "furniture"))
    places = Places(segments, find_sentences(batch, segments, lens.abbreviations))
    return Matched(batch, places, hits, choose_terms(places, lens, hits))


def judge_terms(matched: Matched, lens: Lens, *, all_attributions: bool) -> tuple[Evidence, Voices]:
    """Find who speaks in a batch, and what of its terms counts for whom.

    Without `all_attributions`, attributions are looked for only in and beside the paragraphs that hold terms; the evidence is the same.
    """
    batch, places, hits, terms = matched.batch, matched.places, matched.hits, matched.terms
    segments, sentences = places.segments, places.sentences
    quotations = find_quotations(batch, segments, sentences)
    cues = drop_broken(lens.hits_of(hits, "cues"), sentences)
    kinds = find_kinds(batch, sentences, quotations, cues.take(lens.reports[cues.pattern]))
    near = cues if all_attributions else cues.take(is_near_terms(segments, terms, cues))
    attributions = find_attributions(batch, segments, sentences, quotations, near, lens.words["cues"])
    voices = make_voices(quotations, kinds, attributions, lens.reports)
    return make_evidence(terms, places, voices, find_modifiers(batch, places, lens, hits, terms), lens), voices


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
