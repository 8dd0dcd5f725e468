"""Sentences: where a stop ends one and where it only ends an abbreviation."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from framing.text.cleaning import Batch
from framing.text.letters import (
    BLANK,
    BRACKET_CLOSE,
    BRACKET_OPEN,
    DIGIT,
    DOUBLE,
    DOUBLE_CLOSE,
    DOUBLE_OPEN,
    FIRST_OTHER,
    LOWER,
    SINGLE,
    SINGLE_CLOSE,
    SINGLE_OPEN,
    STOP,
    UPPER,
    fold_text,
)  # fmt: skip
from framing.text.offsets import Offsets
from framing.text.zones import Segments
from framing.topics.writing import read_writing

CLOSERS: Final = (STOP, DOUBLE, DOUBLE_CLOSE, SINGLE, SINGLE_CLOSE, BRACKET_CLOSE)
OPENERS: Final = (UPPER, DIGIT, DOUBLE, DOUBLE_OPEN, SINGLE, SINGLE_OPEN, BRACKET_OPEN)
WORD: Final = (LOWER, UPPER, DIGIT)
MOST_CLOSERS: Final = 4
WIDE_STOPS: Final = "。！？｡"
WIDE_LETTERS: Final = (("\u3040", "\u30ff"), ("\u3400", "\u9fff"))
"""Writing without blanks between words (Chinese, Japanese): its stops need none behind them."""
WORD_BYTES: Final = 8


@dataclass(frozen=True)
class Sentences:
    """Sentences of a batch in order: where they stand and the segment they belong to."""

    starts: Offsets
    ends: Offsets
    segment: Offsets

    def of(self, positions: Offsets) -> Offsets:
        """Return the number of the sentence each position lies in or after."""
        return np.searchsorted(self.starts, positions, side="right") - 1

    def __len__(self) -> int:
        return len(self.starts)


@dataclass(frozen=True)
class Abbreviations:
    """Words before a stop that end no sentence: `before_name` never do, `anywhere` only before a starter word.

    Words are packed into numbers by their last eight folded letters, so that a whole batch is compared at once.
    """

    before_name: NDArray[np.uint64]
    anywhere: NDArray[np.uint64]
    starters: frozenset[str]


@lru_cache(maxsize=8)
def make_abbreviations(listed: tuple[tuple[str, str], ...], starters: frozenset[str]) -> Abbreviations:
    """Make the abbreviation tables from (abbreviation, kind) pairs."""
    packed: dict[str, list[int]] = {"before-name": [], "anywhere": []}
    for abbreviation, kind in listed:
        packed[kind].append(pack_word(abbreviation.rstrip(".")))
    return Abbreviations(np.unique(as_numbers(packed["before-name"])), np.unique(as_numbers(packed["anywhere"])), starters)


def as_numbers(packed: list[int]) -> NDArray[np.uint64]:
    """Turn packed words into an array."""
    return np.array(packed, np.uint64)


def pack_word(word: str) -> int:
    """Pack the last eight letters of a word into one number; inner dots count as letters."""
    return int.from_bytes(bytes(letter if letter != 0x20 else 0x2E for letter in fold_text(word))[-WORD_BYTES:], "big")


def find_sentences(batch: Batch, segments: Segments, abbreviations: Abbreviations) -> Sentences:
    """Find the sentences of every segment; none reaches over the end of its segment."""
    breaks = find_breaks(batch, abbreviations)
    of = segments.of(breaks)
    breaks = breaks[(of >= 0) & (breaks > segments.starts[of]) & (breaks < segments.ends[of])]
    starts = np.sort(np.concatenate([segments.starts, breaks]))
    segment = segments.of(starts)
    ends = np.minimum(np.append(starts[1:], len(batch.text)), segments.ends[segment])
    return Sentences(starts, trim_right(batch, starts, ends), segment)


def trim_right(batch: Batch, starts: Offsets, ends: Offsets) -> Offsets:
    """Move ends back over blanks (three at most)."""
    for _ in range(3):
        ends = ends - ((ends - 1 > starts) & (batch.kinds[np.maximum(ends - 1, 0)] == BLANK))
    return ends


def find_breaks(batch: Batch, abbreviations: Abbreviations) -> Offsets:
    """Return where a new sentence begins after a stop: after its closing marks and blanks, before a capital, digit or opening mark.

    In writing without capitals every letter begins one; in writing without blanks none needs to stand between.
    """
    kinds = batch.kinds
    last = len(kinds) - 1
    stops = np.flatnonzero(kinds == STOP)
    at = stops + 1
    closer = table_of(CLOSERS)
    for _ in range(MOST_CLOSERS):
        at = at + closer[kinds[np.minimum(at, last)]]
        at = at + ((kinds[np.minimum(at, last)] == BLANK) & (kinds[np.minimum(at + 1, last)] == DOUBLE_CLOSE))
    blank = np.minimum(at, last)
    is_break = (kinds[blank] == BLANK) | is_wide(batch, stops, blank)
    stops, at = stops[is_break], at[is_break]
    for _ in range(MOST_CLOSERS):
        at = at + (kinds[np.minimum(at, last)] == BLANK)
    at = np.minimum(at, last)
    opens = table_of(OPENERS)[kinds[at]] | is_caseless(batch, at)
    stops, at = stops[opens], at[opens]
    right = ~is_any_abbreviation(batch, stops, at, abbreviations)
    return np.unique(at[right])


def is_wide(batch: Batch, stops: Offsets, following: Offsets) -> NDArray[np.bool_]:
    """Tell which stops end a sentence without a blank behind them: full-width ones, and ! and ? behind a Chinese or Japanese letter."""
    found = np.zeros(len(stops), np.bool_)
    for number in np.flatnonzero((batch.kinds[following] != BLANK) & ((batch.folded[stops - 1] >= FIRST_OTHER) | (stops + 1 < following))):
        stop = int(stops[number])
        before = batch.text[stop - 1]
        wide = any(low <= before <= high for low, high in WIDE_LETTERS)
        found[number] = batch.text[stop] in WIDE_STOPS or (wide and batch.text[stop] in "!?")
    return found


def is_caseless(batch: Batch, at: Offsets) -> NDArray[np.bool_]:
    """Tell where a letter of a writing without capitals stands (Arabic, Hebrew, Chinese ...)."""
    found = np.zeros(len(at), np.bool_)
    for number in np.flatnonzero((batch.kinds[at] == LOWER) & (batch.folded[at] >= FIRST_OTHER)):
        found[number] = not batch.text[at[number]].islower()
    return found


def is_any_abbreviation(batch: Batch, stops: Offsets, following: Offsets, abbreviations: Abbreviations) -> NDArray[np.bool_]:
    """Tell which stops only end an abbreviation or an initial, each by the abbreviations of its article's language where that has its own."""
    own = {code: writing for code in set(batch.languages) if (writing := read_writing(code)) and writing.abbreviations}
    if not own:
        return is_abbreviation(batch, stops, following, abbreviations)
    found = np.zeros(len(stops), np.bool_)
    language = np.array(batch.languages)[batch.article_of(stops)]
    for code in sorted(set(batch.languages)):
        chosen = language == code
        listed = make_abbreviations(own[code].abbreviations, own[code].starters) if code in own else abbreviations
        found[chosen] = is_abbreviation(batch, stops[chosen], following[chosen], listed)
    return found


@lru_cache(maxsize=4)
def table_of(members: tuple[int, ...]) -> NDArray[np.bool_]:
    """Return a table that tells which kinds are members."""
    table = np.zeros(256, np.bool_)
    table[list(members)] = True
    return table


def is_abbreviation(batch: Batch, stops: Offsets, following: Offsets, abbreviations: Abbreviations) -> NDArray[np.bool_]:
    """Tell which stops only end an abbreviation or an initial."""
    kinds = batch.kinds
    words = pack_before(batch, stops)
    initial = (kinds[stops - 1] == UPPER) & ~table_of(WORD)[kinds[np.maximum(stops - 2, 0)]]
    before_name = is_listed(words, abbreviations.before_name)
    doubtful = (is_listed(words, abbreviations.anywhere) | initial) & ~before_name
    for at in np.flatnonzero(doubtful):
        is_dot = batch.text[stops[at]] == "."
        doubtful[at] = is_dot and next_word(batch.text, int(following[at])) not in abbreviations.starters
    return np.asarray(before_name | doubtful)


def is_listed(words: NDArray[np.uint64], listed: NDArray[np.uint64]) -> NDArray[np.bool_]:
    """Tell which packed words stand in a sorted list."""
    if not len(listed):
        return np.zeros(len(words), np.bool_)
    return np.asarray(listed[np.minimum(np.searchsorted(listed, words), len(listed) - 1)] == words)


def next_word(text: str, start: int) -> str:
    """Return the word at a position in small letters, without marks around it; "" for an initial (A.)."""
    words = text[start : start + 24].replace("’", "'").lstrip("\"'“‘([").split(maxsplit=1)
    if not words or (len(words[0]) == 2 and words[0][1] == "."):
        return ""
    return words[0].rstrip(".,;:!?'\"”").lower()


def pack_before(batch: Batch, stops: Offsets) -> NDArray[np.uint64]:
    """Pack the word before each stop into a number, as `pack_word` does; dots inside it count (U.S)."""
    packed = np.zeros(len(stops), np.uint64)
    going = np.ones(len(stops), np.bool_)
    for back in range(1, WORD_BYTES + 1):
        at = np.maximum(stops - back, 0)
        letter = batch.folded[at].astype(np.uint64)
        inner_dot = batch.kinds[at] == STOP
        letter[inner_dot] = 0x2E
        going &= (letter != 0x20)
        packed |= np.where(going, letter << np.uint64(8 * (back - 1)), np.uint64(0))
    return packed
