"""Evidence of a batch: from the hits of a lexicon to spans that count, as columns."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from framing.evidence.lens import Lens
from framing.evidence.selection import Places, drop_broken, drop_set_aside, find_longest, has_target
from framing.evidence.stance import ASSERTED, DENIED, DISTANCED, HEDGED, WEIGHT, Reaches, find_negations, find_reaches
from framing.text.cleaning import Batch
from framing.text.letters import DOUBLE, DOUBLE_OPEN, SINGLE, SINGLE_OPEN, UPPER
from framing.text.matching import Hits, match_patterns
from framing.text.offsets import Offsets
from framing.text.sentences import Sentences
from framing.text.tree import Numbers
from framing.text.zone_names import BODY, CAPTION, CROSSHEAD, HEADLINE, STANDFIRST, is_one_of
from framing.text.zones import Segments
from framing.voices.marks import is_kind
from framing.voices.voice import Voices

READ_ZONES: Final = (HEADLINE, STANDFIRST, CROSSHEAD, BODY, CAPTION)
"""Zones in which evidence is looked for; of these, captions are shown and not scored."""
TITLE_ZONES: Final = (HEADLINE, STANDFIRST, CROSSHEAD)
OPENING: Final = (DOUBLE, DOUBLE_OPEN, SINGLE, SINGLE_OPEN)


@dataclass(frozen=True)
class Evidence:
    """Spans that point to a pole, one row each, in order of place.

    `entry` is the number of the lens' entry; `sign` and `weight` are what counts after stance (weight 0: void, shown and not counted);
    `modifier` is the number of the word that denied, hedged or distanced it, in the list its stance names, -1 where none did.
    """

    entry: Numbers
    starts: Offsets
    ends: Offsets
    axis: Numbers
    sign: NDArray[np.int8]
    weight: NDArray[np.float64]
    sentence: Offsets
    segment: Offsets
    voice: NDArray[np.uint8]
    stance: NDArray[np.uint8]
    modifier: Offsets

    def __len__(self) -> int:
        return len(self.entry)


@dataclass(frozen=True)
class Modifiers:
    """How far the denying, hedging and distancing words of a batch reach."""

    denied: Reaches
    hedged: Reaches
    distanced: Reaches
    denying: Hits

    def denied_within(self, found: Hits, is_open: NDArray[np.bool_]) -> Offsets:
        """Return the denying word inside the gap of each hit of a pattern with gaps, -1 where there is none."""
        last = np.searchsorted(self.denying.starts, found.ends) - 1
        inside = is_open & (last >= 0) & (self.denying.starts[np.maximum(last, 0)] > found.starts) if len(self.denying) else is_open & False
        return np.where(inside, self.denying.pattern[np.maximum(last, 0)] if len(self.denying) else -1, -1)


def find_modifiers(batch: Batch, places: Places, lens: Lens, hits: Hits, terms: Hits) -> Modifiers:
    """Find how far each denying, hedging and distancing word reaches, in the sentences that hold a chosen term."""
    sentences = places.sentences
    wanted = np.zeros(len(sentences) + 1, np.bool_)
    wanted[sentences.of(terms.starts)] = True
    found = {name: find_around(lens.hits_of(hits, name), sentences, wanted) for name in ("negators", "hedges", "distancers")}
    found["negators"], borders = find_negations(lens.words["negators"], found["negators"])
    for name in ("hedges", "distancers"):
        found[name] = drop_names(batch, found[name], places)
    reaches = {name: find_reaches(batch, sentences, lens.words[name], own, borders) for name, own in found.items()}
    return Modifiers(reaches["negators"], reaches["hedges"], reaches["distancers"], found["negators"])


def find_around(hits: Hits, sentences: Sentences, wanted: NDArray[np.bool_]) -> Hits:
    """Keep the hits that lie within one of the wanted sentences."""
    return drop_broken(hits.take(wanted[sentences.of(hits.starts)]), sentences)


def drop_names(batch: Batch, hits: Hits, places: Places) -> Hits:
    """Drop words with a capital that only a name has: the month of May is no hedge.

    A capital says nothing in the headline zones, at the head of a sentence, and behind an opening quotation mark.
    """
    sentence = places.sentences.of(hits.starts)
    first_run = np.minimum(np.searchsorted(batch.runs.starts, places.sentences.starts[sentence]), len(batch.runs.starts) - 1)
    is_first = (hits.starts <= batch.runs.starts[first_run]) | is_kind(OPENING)[batch.kinds[hits.starts - 1]]
    in_headline = is_one_of(places.segments.zone[places.sentences.segment[sentence]], TITLE_ZONES)
    return hits.take((batch.kinds[hits.starts] != UPPER) | is_first | in_headline)


def choose_terms(places: Places, lens: Lens, hits: Hits) -> Hits:
    """Choose the hits of terms that are evidence.

    Rules, in order: within one sentence of a zone that is read, not in a second copy; its target in the sentence, or near it, where it
    needs one; the longest term on its axis (phrases marked `none` take part and are then dropped).
    """
    columns, segments, sentences = lens.columns, places.segments, places.sentences
    found = keep_readable(drop_broken(lens.hits_of(hits, "terms"), sentences), segments)
    named = find_named(lens, hits, sentences)
    found = found.take(has_target(found, columns.back[found.pattern], columns.needs[found.pattern], named, places))
    found = found.take(find_longest(found, columns.axis[found.pattern]))
    return found.take(columns.sign[found.pattern] != 0)


def find_named(lens: Lens, hits: Hits, sentences: Sentences) -> Hits:
    """Find where targets are named, by the number of the target; words within a phrase that means something else name none."""
    targets = drop_broken(lens.hits_of(hits, "targets"), sentences)
    return drop_set_aside(Hits(lens.target_of[targets.pattern], targets.starts, targets.ends))


def make_evidence(found: Hits, places: Places, voices: Voices, modifiers: Modifiers, lens: Lens) -> Evidence:
    """Make the evidence of a batch from its chosen terms: their stance, what it leaves of their weight, and their voice."""
    columns, segments, sentences = lens.columns, places.segments, places.sentences
    stance, modifier = find_stances(found, modifiers, voices, columns.is_open[found.pattern])
    entry = found.pattern
    flipped = (stance == DENIED) & columns.flips[entry]
    weight = columns.weight[entry] * np.array(WEIGHT)[stance]
    weight[flipped] = columns.weight[entry][flipped]
    return Evidence(
        entry=entry,
        starts=found.starts,
        ends=found.ends,
        axis=columns.axis[entry],
        sign=np.where(flipped, -columns.sign[entry], columns.sign[entry]).astype(np.int8),
        weight=weight,
        sentence=sentences.of(found.starts),
        segment=segments.of(found.starts),
        voice=voices.voice_of(found.starts, found.ends),
        stance=stance,
        modifier=modifier,
    )


def keep_readable(hits: Hits, segments: Segments) -> Hits:
    """Keep the hits in zones that are read, without second copies of a paragraph."""
    at = segments.of(hits.starts)
    return hits.take(is_one_of(segments.zone[at], READ_ZONES) & ~segments.is_copy[at])


def find_stances(
    found: Hits, modifiers: Modifiers, voices: Voices, is_open: NDArray[np.bool_]
) -> tuple[NDArray[np.uint8], Offsets]:
    """Return the stance of each hit and the modifier behind it; denial stands over distance, distance over a hedge.

    Quoted words of a source are not held at arm's length by a word outside the quotation: that they are the source's is said by their voice.
    """
    stance = np.full(len(found), ASSERTED, np.uint8)
    modifier = np.full(len(found), -1, np.int64)
    for code, reaches in ((HEDGED, modifiers.hedged), (DISTANCED, modifiers.distanced), (DENIED, modifiers.denied)):
        reach = reaches.over(found.starts)
        word = np.where(reach >= 0, np.append(reaches.word, -1)[reach], -1)
        if code == DISTANCED:
            inside = voices.is_same_quotation(found.starts, np.append(reaches.starts, 0)[reach])
            word[voices.is_quoted(found.starts, found.ends) & ~inside] = -1
        if code == DENIED:
            scare = voices.is_distanced(found.starts, found.ends)
            stance[scare], modifier[scare] = DISTANCED, -1
            word = np.maximum(word, modifiers.denied_within(found, is_open))
        stance[word >= 0], modifier[word >= 0] = code, word[word >= 0]
    return stance, modifier


def find_loaded(batch: Batch, places: Places, lens: Lens) -> Hits:
    """Find the loaded words of a batch, longest first, in zones that are read."""
    found = find_apart(batch, places, lens, "loaded")
    return found.take(find_longest(found, np.zeros(len(found), np.int32)))


def find_frames(batch: Batch, places: Places, lens: Lens) -> Hits:
    """Find the words of the generic frames in zones that are read: the longest within each frame; one stretch may speak for two frames."""
    found = find_apart(batch, places, lens, "frames")
    return found.take(find_longest(found, lens.frame_of[found.pattern]))


def find_apart(batch: Batch, places: Places, lens: Lens, name: str) -> Hits:
    """Find the patterns of a list that is matched by itself, each within one sentence of a zone that is read."""
    matcher = lens.loaded if name == "loaded" else lens.frames
    hits = match_patterns(batch, matcher).numbered(range(len(lens.words[name])))
    hits = lens.keep_own(batch, hits, np.array([word.language for word in lens.words[name]]))
    return keep_readable(drop_broken(hits, places.sentences), places.segments)
