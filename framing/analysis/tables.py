"""The tables of an analysis: evidence, zones, repairs, loaded words and quotations, with offsets into cleaned and raw text."""

from typing import Final

import numpy as np
import pandas as pd

from framing.analysis.analysis import Analysis
from framing.evidence.evidence import find_loaded
from framing.evidence.selection import Places
from framing.evidence.stance import ASSERTED, DENIED, DISTANCED, HEDGED, STANCES
from framing.text.offsets import Offsets
from framing.text.zone_names import NAMES
from framing.topics.lexicon import Entry
from framing.voices.voice import NAME, SCARE, VOICES

MODULE: Final = "lexicon"
LISTS: Final = {HEDGED: "hedges", DISTANCED: "distancers", DENIED: "negators"}
PLACES: Final = ["start", "end", "raw_start", "raw_end"]


def make_place_columns(analysis: Analysis, starts: Offsets, ends: Offsets) -> dict[str, object]:
    """Return the columns article, text, start, end, raw_start, raw_end for stretches of a batch."""
    batch = analysis.batch
    article = batch.article_of(starts)
    begin = batch.starts[article]
    local_starts, local_ends = starts - begin, ends - begin
    raw_starts, raw_ends = map_to_raw(analysis, article, local_starts, local_ends)
    return {
        "article": [batch.articles[number].article_id for number in article],
        "text": [batch.cut(start, end) for start, end in zip(starts, ends, strict=True)],
        **dict(zip(PLACES, (local_starts, local_ends, raw_starts, raw_ends), strict=True)),
    }


def make_evidence_table(analysis: Analysis) -> pd.DataFrame:
    """Return the evidence, one row a span; weight is what counts (0: void), reason says which entry and rules made it so."""
    evidence, lens = analysis.evidence, analysis.lens
    places = make_place_columns(analysis, evidence.starts, evidence.ends)
    entries = [lens.entries[number] for number in evidence.entry]
    axes = [lens.axes[number] for number in evidence.axis]
    poles = [axis.pole(sign).pole_id for axis, sign in zip(axes, evidence.sign, strict=True)]
    stances = evidence.stance.tolist()
    modifiers = [name_modifier(analysis, stance, word) for stance, word in zip(stances, evidence.modifier, strict=True)]
    zone = analysis.segments.zone[evidence.segment]
    return pd.DataFrame(
        {
            "article": places["article"],
            "axis": [axis.axis_id for axis in axes],
            "pole": poles,
            **{name: places[name] for name in ("text", *PLACES)},
            "zone": [NAMES[code] for code in zone],
            "voice": [VOICES[code] for code in evidence.voice],
            "stance": [STANCES[code] for code in stances],
            "weight": evidence.weight,
            "module": MODULE,
            "reason": [explain(*row) for row in zip(entries, poles, stances, modifiers, strict=True)],
            "entry": [entry.entry_id for entry in entries],
            "term": [entry.term for entry in entries],
            "sentence": number_sentences(analysis),
            "source": cut_sources(analysis, evidence.starts, evidence.ends),
        }
    )


def cut_sources(analysis: Analysis, starts: Offsets, ends: Offsets) -> list[str]:
    """Return the words that stand for the source of each stretch, a pronoun as it is; "" for the outlet's own words and unnamed sources."""
    attributions = analysis.voices.attributions
    at = analysis.voices.attribution_of(starts, ends)
    return cut_all(analysis, *(np.where(at >= 0, np.append(side, -1)[at], -1) for side in (attributions.source_starts, attributions.source_ends)))


def cut_all(analysis: Analysis, starts: Offsets, ends: Offsets) -> list[str]:
    """Cut stretches out of the batch, "" where there is none."""
    return [analysis.batch.cut(start, end) if start >= 0 else "" for start, end in zip(starts.tolist(), ends.tolist(), strict=True)]


def map_to_raw(analysis: Analysis, article: Offsets, starts: Offsets, ends: Offsets) -> tuple[Offsets, Offsets]:
    """Map stretches of articles' cleaned texts to their raw texts; -1 stays."""
    raw_starts, raw_ends = starts.copy(), ends.copy()
    for number in np.unique(article):
        own = (article == number) & (starts >= 0)
        raw_starts[own], raw_ends[own] = analysis.batch.cleaned[number].offsets.to_raw(starts[own], ends[own])
    return raw_starts, raw_ends


def number_sentences(analysis: Analysis) -> Offsets:
    """Number the sentence of each piece of evidence within its article, from 0."""
    first = np.searchsorted(analysis.sentences.starts, analysis.batch.starts)
    article = analysis.segments.article[analysis.evidence.segment]
    return np.asarray(analysis.evidence.sentence - first[article])


def name_modifier(analysis: Analysis, stance: int, word: int) -> str:
    """Return the word that denied, hedged or distanced a term, "" where none did."""
    return analysis.lens.words[LISTS[stance]][word].term if stance != ASSERTED and word >= 0 else ""


def explain(entry: Entry, pole: str, stance: int, modifier: str) -> str:
    """Say in one line why a span counts, or why not."""
    said = f"“{entry.term}” speaks for {entry.pole_id} (entry {entry.entry_id}, weight {entry.weight:g})"
    if entry.target != "free":
        said += "; its target is named in the sentence" if entry.target == "required" else "; its target is named here or just before"
    by = f"by “{modifier}”" if modifier else "by scare quotes"
    if stance == HEDGED:
        return f"{said}; hedged {by}, counts half"
    if stance == DISTANCED:
        return f"{said}; held at arm's length {by}, does not count"
    if stance == DENIED:
        return f"{said}; denied {by}, {f'counts for {pole}' if pole != entry.pole_id else 'does not count'}"
    return said


def make_loaded_table(analysis: Analysis) -> pd.DataFrame:
    """Return the loaded words: article, term as listed, tone, the words as they stand, place, zone, voice."""
    words = analysis.lens.words["loaded"]
    hits = find_loaded(analysis.batch, Places(analysis.segments, analysis.sentences), analysis.lens)
    places = make_place_columns(analysis, hits.starts, hits.ends)
    voice = analysis.voices.voice_of(hits.starts, hits.ends)
    zone = analysis.segments.zone[analysis.segments.of(hits.starts)]
    return pd.DataFrame(
        {
            "article": places["article"],
            "term": [words[number].term for number in hits.pattern],
            "tone": [words[number].kind for number in hits.pattern],
            **{name: places[name] for name in ("text", *PLACES)},
            "zone": [NAMES[code] for code in zone],
            "voice": [VOICES[code] for code in voice],
        }
    )


def make_zone_table(analysis: Analysis) -> pd.DataFrame:
    """Return the zones of every article, in order of place; `copy` marks a paragraph that repeats an earlier one."""
    segments = analysis.segments
    places = make_place_columns(analysis, segments.starts, segments.ends)
    return pd.DataFrame(
        {
            "article": places["article"],
            "zone": [NAMES[code] for code in segments.zone],
            **{name: places[name] for name in PLACES},
            "text": places["text"],
            "words": segments.n_words,
            "copy": segments.is_copy,
        }
    )


def make_repair_table(analysis: Analysis) -> pd.DataFrame:
    """Return what was repaired or set apart in each article: kind and count."""
    rows: list[tuple[str, str, int]] = []
    copies = np.bincount(analysis.segments.article[analysis.segments.is_copy], minlength=len(analysis.batch.articles))
    for article, cleaned, n_copies in zip(analysis.batch.articles, analysis.batch.cleaned, copies.tolist(), strict=True):
        rows += [(article.article_id, kind, count) for kind, count in cleaned.repairs]
        if article.encoding != "utf-8":
            rows.append((article.article_id, f"read-as-{article.encoding}", 1))
        if n_copies:
            rows.append((article.article_id, "second-copy-of-paragraph", n_copies))
    return pd.DataFrame(rows, columns=["article", "kind", "count"]).astype({"count": "int64"})


def make_quotation_table(analysis: Analysis) -> pd.DataFrame:
    """Return the quotations: place, kind (quotation, scare quotes, name), whether a closing mark was there."""
    quotations = analysis.voices.quotations
    places = make_place_columns(analysis, quotations.starts, quotations.ends)
    kinds = {SCARE: "scare quotes", NAME: "name"}
    return pd.DataFrame(
        {
            "article": places["article"],
            "kind": [kinds.get(code, "quotation") for code in analysis.voices.kind.tolist()],
            "closed": quotations.is_closed,
            **{name: places[name] for name in ("text", *PLACES)},
        }
    )
