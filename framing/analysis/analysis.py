"""The analysis of a batch of articles: text, zones, sentences, voices and evidence."""

from collections.abc import Sequence
from dataclasses import dataclass

from framing.articles.article import Article
from framing.evidence.evidence import Evidence, find_evidence, find_modifiers
from framing.evidence.lens import Lens
from framing.evidence.selection import Places, drop_broken
from framing.text.cleaning import Batch, make_batch
from framing.text.matching import match_patterns
from framing.text.sentences import Sentences, find_sentences
from framing.text.zones import Segments, find_zones
from framing.voices.quotations import find_quotations
from framing.voices.voice import Voices, find_voices


@dataclass(frozen=True)
class Analysis:
    """Everything found in a batch of articles; offsets count from the start of the batch (see `Batch`)."""

    batch: Batch
    lens: Lens
    segments: Segments
    sentences: Sentences
    voices: Voices
    evidence: Evidence


def analyse_articles(articles: Sequence[Article], lens: Lens) -> Analysis:
    """Analyse some articles together, each as if it stood alone: nothing of one changes what is found in another."""
    batch = make_batch(articles)
    hits = match_patterns(batch, lens.matcher)
    segments = find_zones(batch, lens.furniture, lens.hits_of(hits, "furniture"))
    sentences = find_sentences(batch, segments, lens.abbreviations)
    quotations = find_quotations(batch, segments, sentences)
    cues = drop_broken(lens.hits_of(hits, "cues"), sentences)
    voices = find_voices(batch, sentences, quotations, cues.take(lens.reports[cues.pattern]))
    places = Places(segments, sentences)
    evidence = find_evidence(places, voices, find_modifiers(batch, places, lens, hits), lens, hits)
    return Analysis(batch, lens, segments, sentences, voices, evidence)


def analyse_article(article: Article, lens: Lens) -> Analysis:
    """Analyse one article; a pure function of the article and the lens."""
    return analyse_articles([article], lens)
