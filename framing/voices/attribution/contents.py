"""What is reported: the stretch before or behind a cue, by words and quotation marks."""

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from framing.text.cleaning import Batch
from framing.text.letters import BRACKET_CLOSE, BRACKET_OPEN, N_TABLE, OTHER, find_codes
from framing.text.offsets import Offsets
from framing.voices.attribution.clauses import find_clause_ends
from framing.voices.attribution.cue_groups import VERB, CueGroups
from framing.voices.attribution.grammar import (
    ASKING,
    CAPITAL,
    CLOSE_GAP,
    COLON_GAP,
    COMMA_GAP,
    DETERMINER,
    MARKED_PAST,
    OBJECT,
    OPEN_GAP,
    PLACE,
    PREPOSITION,
    PRONOUN,
    TELL,
    THAT,
    TIME,
    TO,
    Mask,
    Words,
)  # fmt: skip
from framing.voices.attribution.sides import Around, has_content_before, has_content_behind, is_opening
from framing.voices.attribution.sources import BEFORE, BEHIND, Sources
from framing.voices.marks import is_kind
from framing.voices.quotations import Quotations

LOOK_AHEAD: Final = 16
LONGEST_ASKED: Final = 8
CLOSERS: Final = (OTHER, BRACKET_CLOSE)
SHORT_QUOTATION: Final = 4
SIGNS: Final = ",?!—–-.…'’"
CONTINUING: Final = 6


@dataclass(frozen=True)
class Contents:
    """Stretches in characters, -1 where none: what stands before the cue and its source, and what stands behind."""

    left_starts: Offsets
    left_ends: Offsets
    right_starts: Offsets
    right_ends: Offsets


@dataclass(frozen=True)
class Scene:
    """What contents are found in: text, words, quotations."""

    batch: Batch
    words: Words
    quotations: Quotations


def find_contents(scene: Scene, cues: CueGroups, sources: Sources) -> Contents:
    """Find the contents of every cue."""
    words = scene.words
    around = look_around(scene, cues, sources)
    opens = is_opening(cues, around)
    has_left = has_content_before(words, cues, sources, around)
    has_right = has_content_behind(words, cues, around, has_left)
    left_starts, left_ends = cut_left(scene, cues, around.low, around.left_quotation)
    begin = np.where(has_left | opens, around.high, around.start)
    roof = find_clause_ends(words, cues, sources, np.minimum(begin, len(words.starts) - 1))
    right_starts, right_ends = cut_right(scene, replace(cues, roof=roof), begin)
    has_right &= (right_ends > right_starts)
    some = [np.where(has_left, side, -1) for side in (left_starts, left_ends)]
    others = [np.where(has_right, side, -1) for side in (right_starts, right_ends)]
    return Contents(*some, *others)


def look_around(scene: Scene, cues: CueGroups, sources: Sources) -> Around:
    """Find what stands right before and right behind cues with their sources."""
    words = scene.words
    low = np.where(sources.side == BEFORE, np.minimum(sources.first, cues.first), cues.first)
    high = np.where(sources.side == BEHIND, np.maximum(sources.last, cues.last), cues.last) + 1
    ends = high >= cues.roof
    right = np.where(ends & ~words.has_gap(high, COLON_GAP), -1, quotation_behind(scene, high))
    comma = words.has_gap(low, COMMA_GAP) & (low > cues.floor)
    return Around(low, high, ends, comma, quotation_before(scene, low, cues.floor), right, find_right_start(words, cues, high))


@lru_cache(maxsize=1)
def number_signs() -> NDArray[np.int64]:
    """Return the place of every character among the signs that end speech, -1 for others."""
    found = np.full(N_TABLE, -1, np.int64)
    for place, sign in enumerate(SIGNS):
        found[ord(sign)] = place
    return found


def quotation_before(scene: Scene, low: Offsets, floor: Offsets) -> Offsets:
    """Return the quotation that ends right before a word and is speech: it ends in a sign, or three words or more end before a comma; else -1.

    At the start of a sentence only one of the same paragraph that ends in , ? or ! counts: what ended in a stop was reported before.
    """
    words, quotations = scene.words, scene.quotations
    if not len(quotations):
        return np.full(len(low), -1, np.int64)
    number = np.maximum(np.searchsorted(quotations.ends, words.starts[low], side="right") - 1, 0)
    signs = number_signs()[find_codes(scene.batch.text)[quotations.ends - 2]][number]
    n_words = words.at(quotations.ends[number]) - words.at(quotations.starts[number])
    speech = (signs >= 0) | (n_words > SHORT_QUOTATION) | ((n_words > 1) & words.has_gap(low, COMMA_GAP))
    right = speech & words.has_gap(low, CLOSE_GAP) & ((low > floor) | ((signs >= 0) & (signs < CONTINUING)))
    for at in np.flatnonzero(right & (low <= floor)).tolist():
        right[at] = "\n" not in scene.batch.text[quotations.ends[number[at]] : words.starts[low[at]]]
    return np.where(right, number, -1)


def quotation_behind(scene: Scene, high: Offsets) -> Offsets:
    """Return the quotation that begins right before a word; -1 where none does."""
    number = np.searchsorted(scene.quotations.starts, scene.words.starts[np.minimum(high, len(scene.words.starts) - 1)], side="right") - 1
    return check_quotation(scene, number, scene.words.has_gap(np.minimum(high, len(scene.words.starts) - 1), OPEN_GAP))


def check_quotation(scene: Scene, number: Offsets, right: Mask) -> Offsets:
    """Return -1 instead of the quotations that are not right."""
    return np.where(right & (number >= 0), number, -1)


def find_right_start(words: Words, cues: CueGroups, high: Offsets) -> Offsets:
    """Return the word at which the content behind each cue begins.

    Behind `told` comes the person spoken to, behind any cue may come place and time: both are passed over to the next `that` or quotation.
    """
    top = len(words.starts) - 1
    nxt = np.minimum(high, top)
    tells = words.is_kind(cues.head, TELL) & (cues.shape == VERB) & ~cues.is_passive
    day = words.is_kind(nxt, DETERMINER) & words.is_kind(np.minimum(nxt + 1, top), TIME)
    aside = words.is_kind(nxt, PLACE | TIME) | day | tells | (words.is_kind(nxt, TO) & words.is_kind(cues.head, MARKED_PAST))
    aside &= ~words.is_kind(nxt, TO) | words.is_kind(cues.head, MARKED_PAST | TELL)
    aside &= ~words.is_kind(nxt, THAT | ASKING) & ~words.has_gap(nxt, OPEN_GAP | COLON_GAP)
    found, asking = nxt.copy(), np.flatnonzero(aside)
    demands = tells & ~words.is_kind(cues.head, MARKED_PAST)
    found[asking] = pass_over(words, nxt[asking], cues.roof[asking], tells[asking], demands[asking])
    return found


def pass_over(words: Words, start: Offsets, roof: Offsets, tells: Mask, demands: Mask) -> Offsets:
    """Return the next `that` or quotation behind each word; where none comes, the same word, or behind `told` the first that can begin a clause.

    What somebody demands may be a thing (urged the withdrawal): it begins at once.
    """
    top = len(words.starts) - 1
    found, told = np.full(len(start), -1, np.int64), np.full(len(start), -1, np.int64)
    for step in range(LOOK_AHEAD):
        at = np.minimum(start + step, top)
        inside = (at < roof) & (found < 0)
        hit = inside & (words.is_kind(at, THAT) | words.has_gap(at, OPEN_GAP))
        found = np.where(hit, at, found)
        begins = words.is_kind(at, PRONOUN | TO | ASKING) | (words.is_kind(at, DETERMINER) & ~words.is_kind(at - 1, PREPOSITION))
        told = np.where((told < 0) & begins & inside & ~hit & (step > 0) & (~demands | (step <= LONGEST_ASKED)), at, told)
    fallback = np.where(told >= 0, told, np.where(words.is_kind(start, CAPITAL) | (start + 1 >= roof), roof, start + 1))
    fallback = np.where(words.is_kind(start, OBJECT) & (start + 1 < roof), start + 1, fallback)
    fallback = np.where(demands & (told < 0) & words.is_kind(start, DETERMINER) & ~words.is_kind(start, OBJECT), start, fallback)
    return np.where(found >= 0, found, np.where(tells, fallback, start))


def cut_left(scene: Scene, cues: CueGroups, low: Offsets, quotation: Offsets) -> tuple[Offsets, Offsets]:
    """Return the stretches before words: from the sentence's start, or from the start of the quotation's sentence."""
    before = np.maximum(low - 1, 0)
    starts, ends = begin_of(scene, np.minimum(cues.floor, before)), end_of(scene, before)
    if len(scene.quotations):
        quoted = quotation >= 0
        starts = np.where(quoted, np.minimum(scene.quotations.starts[quotation], np.where(low > cues.floor, starts, len(scene.batch.text))), starts)
        ends = np.where(quoted, scene.quotations.ends[quotation], ends)
    return starts, ends


def cut_right(scene: Scene, cues: CueGroups, start: Offsets) -> tuple[Offsets, Offsets]:
    """Return the stretches from words to the end of their sentence, or of the quotation they begin with or the sentence ends in."""
    words, quotations = scene.words, scene.quotations
    top = len(words.starts) - 1
    start = np.minimum(start, top)
    starts, ends = begin_of(scene, start), end_of(scene, np.maximum(cues.roof - 1, 0))
    if len(quotations):
        last = np.maximum(cues.roof - 1, 0)
        held = words.quotation[last]
        ends = np.where((held >= 0) & (quotations.ends[held] > ends), quotations.ends[held], ends)
        opening = np.searchsorted(quotations.starts, starts)
        opening = np.minimum(opening, len(quotations) - 1)
        begins = (quotations.starts[opening] == starts) & words.has_gap(start, OPEN_GAP)
        follow = words.at(quotations.ends[opening])
        whole = (scene.batch.folded[quotations.ends[opening] - 2] == 0x20) | (words.is_kind(follow, PLACE | TIME) & ~words.is_kind(follow, TO))
        whole |= words.has_gap(follow, COMMA_GAP)
        ends = np.where(begins & whole & (follow < cues.roof), quotations.ends[opening], ends)
    return starts, np.where(start < cues.roof, ends, -1)


def begin_of(scene: Scene, word: Offsets) -> Offsets:
    """Return where a word begins with the signs before it: a quotation's mark, a bracket, a currency sign."""
    at, kinds = scene.words.starts[word], scene.batch.kinds
    for _ in range(2):
        at = at - is_kind((OTHER, BRACKET_OPEN))[kinds[np.maximum(at - 1, 0)]]
    if len(scene.quotations):
        number = np.searchsorted(scene.quotations.starts, scene.words.starts[word]) - 1
        opens = scene.words.has_gap(word, OPEN_GAP) & (number >= 0)
        at = np.where(opens, scene.quotations.starts[np.maximum(number, 0)], at)
    return at


def end_of(scene: Scene, word: Offsets, *closers: int) -> Offsets:
    """Return where a word ends with the signs behind it: a closing bracket, per cent, a quotation's mark."""
    at, kinds = scene.words.ends[word], scene.batch.kinds
    for _ in range(2):
        at = at + is_kind(closers or CLOSERS)[kinds[np.minimum(at, len(kinds) - 1)]]
    nxt = np.minimum(word + 1, len(scene.words.starts) - 1)
    if len(scene.quotations):
        number = np.searchsorted(scene.quotations.ends, scene.words.ends[word])
        number = np.minimum(number, len(scene.quotations) - 1)
        closes = scene.words.has_gap(nxt, CLOSE_GAP) & (scene.quotations.ends[number] <= scene.words.starts[nxt])
        at = np.where(closes, scene.quotations.ends[number], at)
    return at
