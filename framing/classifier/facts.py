"""What the analysis knows of each unit, as numbers: lexicon evidence by pole, target, voice, reporting words, loaded words, length."""

from itertools import pairwise
from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from framing.analysis.analysis import Analysis
from framing.classifier.units import Floats, Units
from framing.classifier.words import DENIED_MARK
from framing.evidence.evidence import find_loaded, find_named
from framing.evidence.lens import SENTENCES_BACK
from framing.evidence.selection import Places, drop_broken, find_longest
from framing.evidence.stance import HEDGED, find_negations, find_reaches
from framing.text.matching import Hits, match_patterns
from framing.topics.general import GRADES, TONES
from framing.voices.voice import ATTRIBUTED

SIDES: Final = (("left", -1), ("right", 1))


def make_facts(analysis: Analysis, units: Units, axis_id: str = "") -> pd.DataFrame:
    """Return one row a unit: its text with denied words marked, and figures of 0 or more, those of the lexicon for one axis ("": none)."""
    hits = match_patterns(analysis.batch, analysis.lens.matcher)
    facts = {**count_voices(analysis, units, hits), **count_loaded(analysis, units)}
    if axis_id:
        number = [axis.axis_id for axis in analysis.lens.axes].index(axis_id)
        facts |= {**count_evidence(analysis, units, number), **count_loose(analysis, units, hits, number)}
    return pd.DataFrame({"text": mark_denied(analysis, units, hits), **facts})


def count_evidence(analysis: Analysis, units: Units, axis: int) -> dict[str, Floats]:
    """Sum the evidence of each pole: weight in all, pieces, pieces in attributed words, hedged, and void pieces."""
    evidence = analysis.evidence
    unit = np.where(evidence.axis == axis, units.of(evidence.starts, evidence.ends), -1)
    found: dict[str, Floats] = {}
    for side, sign in SIDES:
        own = np.where(evidence.sign == sign, unit, -1)
        counted = np.where(evidence.weight > 0, own, -1)
        found[f"{side}_weight"] = units.sum(counted, evidence.weight)
        found[f"{side}_pieces"] = units.sum(counted)
        found[f"{side}_attributed"] = units.sum(np.where(evidence.voice == ATTRIBUTED, counted, -1))
        found[f"{side}_hedged"] = units.sum(np.where(evidence.stance == HEDGED, counted, -1))
        found[f"{side}_void"] = units.sum(np.where(evidence.weight == 0, own, -1))
    return found


def count_loose(analysis: Analysis, units: Units, hits: Hits, axis: int) -> dict[str, Floats]:
    """Sum the weight of the terms found whether or not their target is named, and count the phrases set aside."""
    lens, columns = analysis.lens, analysis.lens.columns
    terms = drop_broken(lens.hits_of(hits, "terms"), analysis.sentences)
    terms = terms.take(columns.axis[terms.pattern] == axis)
    terms = terms.take(find_longest(terms, columns.axis[terms.pattern]))
    unit, sign = units.of(terms.starts, terms.ends), columns.sign[terms.pattern]
    found = {f"{side}_loose": units.sum(np.where(sign == code, unit, -1), columns.weight[terms.pattern]) for side, code in SIDES}
    found["set_aside"] = units.sum(np.where(sign == 0, unit, -1))
    return found


def tell_named(analysis: Analysis, units: Units, target: str) -> NDArray[np.bool_]:
    """Tell which units name a target, or stand in one of the two sentences behind one of their article that does."""
    lens, sentences = analysis.lens, analysis.sentences
    hits = find_named(lens, match_patterns(analysis.batch, lens.matcher), sentences)
    wanted = sorted({one.target for one in lens.axes}).index(target)
    named = np.unique(sentences.of(hits.starts[hits.pattern == wanted]))
    own = sentences.of(units.starts)
    last = np.searchsorted(named, own, side="right") - 1
    before = np.where(last >= 0, np.append(named, -1)[last], -1)
    article = analysis.segments.article[sentences.segment]
    return np.asarray((before >= 0) & (own - before <= SENTENCES_BACK) & (article[before] == article[own]))


def count_voices(analysis: Analysis, units: Units, hits: Hits) -> dict[str, Floats]:
    """Count quotations, attributed stretches, reporting words by grade, denying, hedging and distancing words, and words."""
    lens, voices, batch = analysis.lens, analysis.voices, analysis.batch
    found: dict[str, Floats] = {"quotations": units.sum(units.of(voices.quotations.starts, voices.quotations.starts))}
    found["reported"] = units.sum(units.of(voices.content_starts, voices.content_starts))
    cues = lens.hits_of(hits, "cues")
    grade = np.array([GRADES.index(word.kind) for word in lens.words["cues"]], np.int64)[cues.pattern]
    for code, name in enumerate(GRADES):
        found[f"cue_{name}"] = units.sum(np.where(grade == code, units.of(cues.starts, cues.ends), -1))
    for name in ("negators", "hedges", "distancers"):
        own = lens.hits_of(hits, name)
        found[name] = units.sum(units.of(own.starts, own.ends))
    found["words"] = (batch.word_of(units.ends - 1) - batch.word_of(units.starts - 1)).astype(np.float64)
    return found


def count_loaded(analysis: Analysis, units: Units) -> dict[str, Floats]:
    """Count loaded words by tone."""
    hits = find_loaded(analysis.batch, Places(analysis.segments, analysis.sentences), analysis.lens)
    tone = np.array([TONES.index(word.kind) for word in analysis.lens.words["loaded"]], np.int64)[hits.pattern]
    unit = units.of(hits.starts, hits.ends)
    return {f"loaded_{name}": units.sum(np.where(tone == code, unit, -1)) for code, name in enumerate(TONES)}


def mark_denied(analysis: Analysis, units: Units, hits: Hits) -> list[str]:
    """Return the text of each unit with a mark before every word that a denying word reaches."""
    batch, lens = analysis.batch, analysis.lens
    negators = drop_broken(lens.hits_of(hits, "negators"), analysis.sentences)
    denying, borders = find_negations(lens.words["negators"], negators)
    words = batch.word_starts
    reaches = find_reaches(batch, analysis.sentences, lens.words["negators"], denying, borders)
    marked = words[(reaches.over(words) >= 0) & (units.of(words, words) >= 0)]
    texts = []
    for start, end in zip(units.starts.tolist(), units.ends.tolist(), strict=True):
        places = [start, *marked[np.searchsorted(marked, start) : np.searchsorted(marked, end)].tolist(), end]
        pieces = [batch.cut(first, last) for first, last in pairwise(places)]
        texts.append(DENIED_MARK.join(pieces))
    return texts
