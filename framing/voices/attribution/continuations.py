"""Quotations that stand alone behind an attributed one: they go on with it."""

from dataclasses import fields, replace
from typing import Final

import numpy as np

from framing.text.offsets import Offsets
from framing.text.sentences import Sentences
from framing.voices.attribution.contents import Contents, Scene
from framing.voices.attribution.drafts import Drafts

SENTENCES_BACK: Final = 2
"""How many sentences may stand between the cue's sentence, or the quotation before, and a quotation that goes on with it."""


def add_continuations(scene: Scene, sentences: Sentences, drafts: Drafts) -> Drafts:
    """Give quotations that are sentences of their own, and that no cue reports, to the attribution before.

    In the sentence right behind the cue's the quotation becomes the second fragment, if there is none yet; else it is an attribution of its own
    without cue, with the same source. A quotation goes on with one that reports quoted words, in the same article, in the last two sentences.
    """
    alone = find_alone(scene, sentences, drafts)
    if not len(alone) or not len(drafts):
        return drafts
    starts, ends = scene.quotations.starts[alone], scene.quotations.ends[alone]
    article = scene.batch.article_of(starts)
    owner = np.searchsorted(drafts.cue_starts, starts) - 1
    from_article = scene.batch.article_of(drafts.cue_starts)
    reach = reach_of(drafts)
    right_s, right_e, left_s = (side.copy() for side in (drafts.contents.right_starts, drafts.contents.right_ends, drafts.contents.left_starts))
    added: list[tuple[int, int]] = []
    end_sentence = sentences.of(np.maximum(reach - 1, 0))
    quoted = is_quoting(scene, drafts)
    first_sentence, last_sentence = sentences.of(starts).tolist(), sentences.of(ends - 1).tolist()
    for at in range(len(alone)):
        own = int(owner[at])
        if own < 0 or from_article[own] != article[at] or not quoted[own]:
            continue
        if first_sentence[at] - int(end_sentence[own]) > SENTENCES_BACK:
            continue
        end_sentence[own] = last_sentence[at]
        if left_s[own] >= 0 and right_s[own] < 0:
            right_s[own], right_e[own] = starts[at], ends[at]
        else:
            added.append((own, at))
    settled = replace(drafts, contents=replace(drafts.contents, right_starts=right_s, right_ends=right_e))
    return join_added(settled, np.array(added, np.int64).reshape(-1, 2), starts, ends)


def find_alone(scene: Scene, sentences: Sentences, drafts: Drafts) -> Offsets:
    """Return the quotations that begin and end a sentence and touch no content and no cue."""
    quotations = scene.quotations
    sentence = sentences.of(quotations.starts)
    begins = quotations.starts - sentences.starts[sentence] <= 1
    last = sentences.of(quotations.ends - 1)
    finishes = sentences.ends[last] - quotations.ends <= 1
    taken = np.zeros(len(quotations), np.bool_)
    for starts, ends in list_stretches(drafts):
        low = np.searchsorted(quotations.ends, starts, side="right")
        high = np.searchsorted(quotations.starts, ends)
        for first, behind in zip(low[high > low].tolist(), high[high > low].tolist(), strict=True):
            taken[first:behind] = True
    return np.flatnonzero(begins & finishes & ~taken)


def list_stretches(drafts: Drafts) -> list[tuple[Offsets, Offsets]]:
    """Return the stretches drafts take up: both contents and the cue."""
    contents = drafts.contents
    pairs = (contents.left_starts, contents.left_ends), (contents.right_starts, contents.right_ends), (drafts.cue_starts, drafts.cue_ends)
    return [(starts[starts >= 0], ends[starts >= 0]) for starts, ends in pairs]


def reach_of(drafts: Drafts) -> Offsets:
    """Return where each draft ends: its cue or its last content."""
    return np.maximum(np.maximum(drafts.cue_ends, drafts.contents.right_ends), drafts.contents.left_ends)


def is_quoting(scene: Scene, drafts: Drafts) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Tell which drafts report at least some words in quotation marks, or end in a colon's way."""
    quotations, contents = scene.quotations, drafts.contents
    found = np.zeros(len(drafts), np.bool_)
    for starts, ends in ((contents.left_starts, contents.left_ends), (contents.right_starts, contents.right_ends)):
        found |= (starts >= 0) & (np.searchsorted(quotations.starts, ends) > np.searchsorted(quotations.ends, starts, side="right"))
    return found


def join_added(drafts: Drafts, added: Offsets, starts: Offsets, ends: Offsets) -> Drafts:
    """Put quotations without a cue among the drafts, in order of place; `added` holds (draft it goes on from, quotation)."""
    own, which = added[:, 0], added[:, 1]
    none = np.full(len(added), -1, np.int64)
    more = Drafts(
        drafts.source_starts[own], drafts.source_ends[own], none, none,
        Contents(starts[which], ends[which], none, none), none.astype(np.int32), own,
    )  # fmt: skip
    anchor = np.concatenate([drafts.cue_starts, starts[which]])
    order = np.argsort(anchor, kind="stable")
    place = np.argsort(order, kind="stable")
    continues = np.concatenate([drafts.continues, own])[order]
    contents = Contents(
        *(np.concatenate([getattr(drafts.contents, field.name), getattr(more.contents, field.name)])[order] for field in fields(Contents))
    )
    columns = (
        np.concatenate([getattr(drafts, name), getattr(more, name)])[order]
        for name in ("source_starts", "source_ends", "cue_starts", "cue_ends", "number")
    )
    source_starts, source_ends, cue_starts, cue_ends, number = columns
    continues = np.where(continues >= 0, place[continues], -1)
    return Drafts(source_starts, source_ends, cue_starts, cue_ends, contents, number, continues)
