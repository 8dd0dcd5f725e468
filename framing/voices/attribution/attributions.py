"""Attributions: who is cited, by which word, for what; direct, indirect or mixed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Final

import numpy as np
from numpy.typing import NDArray

from framing.text.cleaning import Batch
from framing.text.matching import Hits
from framing.text.offsets import Offsets
from framing.text.sentences import Sentences
from framing.text.tree import Numbers
from framing.text.zones import Segments
from framing.topics.general import Word
from framing.voices.attribution.colons import add_colons
from framing.voices.attribution.contents import Scene, find_contents
from framing.voices.attribution.continuations import add_continuations
from framing.voices.attribution.cue_groups import NOUN, SHAPES, VERB, find_cue_groups
from framing.voices.attribution.drafts import Drafts, make_drafts
from framing.voices.attribution.grammar import CUE_VERB, Words, read_words
from framing.voices.attribution.pronouns import resolve_pronouns
from framing.voices.attribution.sources import find_sources
from framing.voices.quotations import Quotations

KINDS: Final = ("direct", "indirect", "mixed")
DIRECT, INDIRECT, MIXED = range(3)


@dataclass(frozen=True)
class Attributions:
    """Attributions of a batch in order of their cue, one row each; offsets count from the start of the batch, -1 where there is none.

    Source, cue, content with a second fragment where the cue splits it; `kind` is a place in `KINDS`; `cue` the number of the cue in its list (-1:
    a headline's colon, or a quotation that goes on without a cue); `article` its number; `source_of` the row that names the source: itself, an
    earlier one for a pronoun or a quotation that goes on, -1 where nobody is named.
    """

    source_starts: Offsets
    source_ends: Offsets
    cue_starts: Offsets
    cue_ends: Offsets
    content_starts: Offsets
    content_ends: Offsets
    second_starts: Offsets
    second_ends: Offsets
    kind: NDArray[np.uint8]
    cue: Numbers
    article: Offsets
    resolve: Callable[[], Offsets] = field(repr=False, compare=False)

    @cached_property
    def source_of(self) -> Offsets:
        """The row that names each source, found when first asked for: scoring alone never asks."""
        return self.resolve()

    def __len__(self) -> int:
        return len(self.cue)


def find_attributions(
    batch: Batch, segments: Segments, sentences: Sentences, quotations: Quotations, cues: Hits, cue_words: Sequence[Word]
) -> Attributions:
    """Find the attributions of a batch: who is cited, by which cue, for what.

    `cues` are the hits of the cue list within sentences, longer ones first, numbered as `cue_words`. Only the outermost attribution of nested ones is
    given, as in PolNeAR (Newell, Margolin & Ruths 2018); cues inside quotations and the author's own `I think` are none. A quotation ends where
    `find_quotations` says, so that an unclosed one holds its sentence at most, or its paragraph where the next goes on with it.
    """
    words = mark_cues(read_words(batch, quotations), cues, cue_words)
    groups = find_cue_groups(batch, segments, sentences, words, (cues, cue_words))
    groups = add_colons(batch, segments, sentences, words, groups)
    sources = find_sources(words, groups)
    scene = Scene(batch, words, quotations)
    drafts = make_drafts(scene, groups, sources, find_contents(scene, groups, sources))
    drafts = add_continuations(scene, sentences, drafts)
    return make_attributions(scene, sentences, drafts)


def mark_cues(words: Words, cues: Hits, cue_words: Sequence[Word]) -> Words:
    """Mark the words that begin a hit of a reporting verb and cannot be a noun of the cue list."""
    shape = np.array([SHAPES[word.place] for word in cue_words], np.int64)[cues.pattern]
    verbs = words.mark(cues.starts[shape == VERB]) & ~words.mark(cues.starts[shape == NOUN])
    words.kind[verbs] |= np.uint64(CUE_VERB)
    return words


def make_attributions(scene: Scene, sentences: Sentences, drafts: Drafts) -> Attributions:
    """Turn drafts into columns in order of place, with the kind of each content and the antecedents of pronouns."""
    contents = drafts.contents
    anchor = np.where(drafts.cue_starts >= 0, drafts.cue_starts, contents.left_starts)
    has_left = contents.left_starts >= 0
    content = np.where(has_left, contents.left_starts, contents.right_starts), np.where(has_left, contents.left_ends, contents.right_ends)
    second = np.where(has_left, contents.right_starts, -1), np.where(has_left, contents.right_ends, -1)
    article = scene.batch.article_of(anchor)
    kind = find_kind(scene, content, second)
    resolve = partial(resolve_pronouns, scene.batch, sentences, scene.quotations, drafts, article)
    return Attributions(
        drafts.source_starts, drafts.source_ends, drafts.cue_starts, drafts.cue_ends, *content, *second, kind, drafts.number, article, resolve
    )


def find_kind(scene: Scene, *fragments: tuple[Offsets, Offsets]) -> NDArray[np.uint8]:
    """Return the kind of contents by their fragments: direct where all is quoted, indirect where nothing is, else mixed."""
    quotations = scene.quotations
    n = len(fragments[0][0])
    all_quoted, some_quoted = np.ones(n, np.bool_), np.zeros(n, np.bool_)
    for starts, ends in fragments:
        exists = starts >= 0
        all_quoted &= ~exists | (quotations.of(starts, ends) >= 0)
        some_quoted |= exists & (np.searchsorted(quotations.starts, ends) > np.searchsorted(quotations.ends, starts, side="right"))
    return np.where(all_quoted, DIRECT, np.where(some_quoted, MIXED, INDIRECT)).astype(np.uint8)
