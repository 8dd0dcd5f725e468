"""Every word of a batch with its classes and what stands before it."""

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from framing.text.cleaning import Batch
from framing.text.letters import BLANK, DIGIT, HYPHEN, SINGLE, SINGLE_CLOSE, UPPER, find_codes, fold_text
from framing.text.offsets import Offsets
from framing.text.tables import Table, make_table
from framing.text.words import number_words
from framing.topics.word_classes import list_language_classes, list_word_classes
from framing.voices.marks import is_kind
from framing.voices.quotations import Quotations

Flags = NDArray[np.uint64]
Mask = NDArray[np.bool_]
PRONOUN, RELATIVE, DETERMINER, AUXILIARY, ADVERB, CONJUNCTION, SUBORDINATOR, PREPOSITION = (1 << n for n in range(8))
TIME, THAT, TO, ASKING, OBJECT, TELL, CAPITAL, PARTICIPLE, MARKED_PAST, AND, BY, POSSESSIVE, CUE_VERB = (1 << n for n in range(8, 21))
PAST, PLURAL, SINGULAR, GENITIVE, BE, OF, PLACE, NAME, JOINING, CONTRAST, NO_ADVERB, ABOUT, AUTHOR, SAYING, MEASURE = (1 << n for n in range(21, 36))
NOBODY, OWN_MARK, OWN_TEXT, EVENT, SHOWING, INCLUDING, PERSON_WORD, VERB_FIRST = (1 << n for n in range(36, 44))
COMMA_GAP, BREAK_GAP, COLON_GAP, OPEN_GAP, CLOSE_GAP, HALF_GAP = (1 << n for n in range(6))
CLAUSE_GAP: Final = COMMA_GAP | BREAK_GAP | COLON_GAP | OPEN_GAP | CLOSE_GAP
LONG_WORD: Final = 5
CLASSES: Final = {
    "pronoun": PRONOUN, "relative": RELATIVE, "determiner": DETERMINER, "auxiliary": AUXILIARY, "adverb": ADVERB, "conjunction": CONJUNCTION,
    "and": AND, "subordinator": SUBORDINATOR, "preposition": PREPOSITION, "time": TIME, "that": THAT, "to": TO, "by": BY, "asking": ASKING,
    "object": OBJECT, "tell": TELL, "marked-past": MARKED_PAST, "possessive": POSSESSIVE, "be": BE, "of": OF, "about": ABOUT, "author": AUTHOR,
    "joining": JOINING, "contrast": CONTRAST, "singular": SINGULAR, "place": PLACE, "no-adverb": NO_ADVERB, "saying": SAYING,
    "measure": MEASURE, "nobody": NOBODY, "own-mark": OWN_MARK, "own-text": OWN_TEXT, "event": EVENT, "showing": SHOWING,
    "including": INCLUDING, "person": PERSON_WORD, "verb-first": VERB_FIRST,
}  # fmt: skip
"""The classes of general/word_classes.csv that cues, sources and contents are found by; `no-adverb` words end in -ly and are none."""


@dataclass(frozen=True)
class Words:
    """The runs of letters of a batch: where they stand, their classes, what stands before each, and the quotation each is in (-1: none)."""

    starts: Offsets
    ends: Offsets
    kind: Flags
    gap: NDArray[np.uint8]
    quotation: Offsets

    @cached_property
    def comma_words(self) -> Offsets:
        """The words with a comma before them."""
        return np.flatnonzero((self.gap & np.uint8(COMMA_GAP)) != 0)

    @cached_property
    def gaps(self) -> Offsets:
        """The words with a comma or a stronger break before them, the first word of all among them."""
        return np.flatnonzero(np.append(np.uint8(COMMA_GAP), self.gap[1:]) & np.uint8(COMMA_GAP | BREAK_GAP))

    @cached_property
    def breaks(self) -> Offsets:
        """The words outside quotations with a comma or a stronger break before them."""
        return np.flatnonzero(((self.gap & np.uint8(COMMA_GAP | BREAK_GAP)) != 0) & (self.quotation < 0))

    @cached_property
    def n_verbs(self) -> Offsets:
        """How many listed verbs and forms in -ed stand before each word."""
        return np.concatenate([[0], np.cumsum((self.kind & np.uint64(AUXILIARY | PAST | MARKED_PAST | CUE_VERB)) != 0)])

    def has_verb(self, first: Offsets, behind: Offsets) -> Mask:
        """Tell which stretches of words hold a listed verb or a form in -ed."""
        return np.asarray(self.n_verbs[behind] > self.n_verbs[first])

    def holds(self, first: Offsets, behind: Offsets, kind: int) -> Mask:
        """Tell which stretches of words hold one of any of some classes."""
        n_before = np.concatenate([[0], np.cumsum((self.kind & np.uint64(kind)) != 0)])
        return np.asarray(n_before[behind] > n_before[first])

    def at(self, positions: Offsets) -> Offsets:
        """Return the number of the first word that begins at or after each position."""
        return np.searchsorted(self.starts, positions)

    def mark(self, positions: Offsets) -> Mask:
        """Tell of every word whether one of some positions is its start."""
        found, at = np.zeros(len(self.starts), np.bool_), self.at(positions)
        found[at[self.starts[at] == positions]] = True
        return found

    def is_kind(self, numbers: Offsets, kind: int) -> Mask:
        """Tell which words belong to any of some classes."""
        return np.asarray((self.kind[numbers] & np.uint64(kind)) != 0)

    def has_gap(self, numbers: Offsets, gap: int) -> Mask:
        """Tell which words have any of some signs before them."""
        return np.asarray((self.gap[numbers] & np.uint8(gap)) != 0)


@lru_cache(maxsize=16)
def make_classes(language: str = "") -> tuple[Table, Flags]:
    """Make the table of the listed words of a language ("": English) and their classes; the last class is that of every other word."""
    classes: dict[bytes, int] = {}
    listed = list_language_classes(language) if language else list_word_classes()
    for name, kind in CLASSES.items():
        for word in listed[name]:
            folded = fold_text(word)
            classes[folded] = classes.get(folded, 0) | kind
    return make_table(number_words(list(classes))), np.array([*classes.values(), 0], np.uint64)


def read_words(batch: Batch, quotations: Quotations) -> Words:
    """Look up every word's class and mark what stands before it."""
    runs = batch.runs
    table, classes = make_classes()
    kind = classes[table.look_up(batch.run_numbers)]
    mark_endings(batch, kind)
    mark_other_languages(batch, kind)
    kind |= make_capitals()[batch.kinds[runs.starts]]
    starts, ends = (np.append(side, len(batch.text)) for side in (runs.starts, runs.ends))
    gap = mark_gaps(batch, starts, quotations)
    return Words(starts, ends, np.append(kind, np.uint64(0)), gap, quotations.hold(starts, ends))


def mark_endings(batch: Batch, kind: Flags) -> None:
    """Mark the words that their last letters tell: adverbs, participles, past forms, plurals, genitives."""
    folded, runs = batch.folded, batch.runs
    length, last = runs.ends - runs.starts, folded[runs.ends - 1]

    def find_ending(letters: str, least: int = LONG_WORD) -> Offsets:
        found = np.flatnonzero(last == ord(letters[-1]))
        for back, letter in enumerate(reversed(letters[:-1]), start=2):
            found = found[folded[runs.ends[found] - back] == ord(letter)]
        return found[length[found] >= least]

    ends_in_s = find_ending("s", 1)
    own, before = length[ends_in_s], runs.starts[ends_in_s] - 1
    apostrophe = is_kind((SINGLE, SINGLE_CLOSE))[batch.kinds[before]]
    adverbs = find_ending("ly")
    kind[adverbs[(kind[adverbs] & np.uint64(NO_ADVERB)) == 0]] |= ADVERB
    kind[find_ending("ing")] |= PARTICIPLE
    kind[find_ending("ed")] |= PAST
    kind[ends_in_s[(own >= LONG_WORD - 1) & (folded[runs.ends[ends_in_s] - 2] != ord("s"))]] |= PLURAL
    kind[ends_in_s[(own == 1) & apostrophe]] |= GENITIVE


def mark_other_languages(batch: Batch, kind: Flags) -> None:
    """Give the words of articles in a language with word classes of its own those classes, in place of the English ones."""
    for article, language in enumerate(batch.languages):
        if language and list_language_classes(language):
            own = slice(*np.searchsorted(batch.runs.starts, (batch.starts[article], batch.ends[article])))
            table, classes = make_classes(language)
            kind[own] = classes[table.look_up(batch.run_numbers[own])]


@lru_cache(maxsize=1)
def make_capitals() -> Flags:
    """Make the classes of words by the kind of their first letter: names begin with a capital, a digit counts as one."""
    flags = np.zeros(256, np.uint64)
    flags[UPPER], flags[DIGIT] = CAPITAL | NAME, CAPITAL
    return flags


def mark_gaps(batch: Batch, starts: Offsets, quotations: Quotations) -> NDArray[np.uint8]:
    """Mark, for each word, the commas, breaks, colons and borders of quotations between it and the word before."""
    gap = np.zeros(len(starts), np.uint8)
    kinds, commas = batch.kinds, batch.commas
    is_number = (kinds[commas - 1] == DIGIT) & (kinds[np.minimum(commas + 1, len(kinds) - 1)] == DIGIT)
    commas = commas[~is_number]
    codes = find_codes(batch.text)[commas]
    word = np.minimum(np.searchsorted(starts, commas), len(starts) - 1)
    is_comma, is_colon = (codes == ord(",")) | (codes == ord("،")), codes == ord(":")
    is_half = (codes == ord(";")) | (codes == ord("؛"))
    for mask, flag in ((is_comma, COMMA_GAP), (is_colon, COLON_GAP), (~is_comma & ~is_colon, BREAK_GAP), (is_half, HALF_GAP)):
        gap[word[mask]] |= np.uint8(flag)
    dashes = np.flatnonzero(kinds[1:-1] == HYPHEN) + 1
    dashes = dashes[(kinds[dashes - 1] == BLANK) & (kinds[dashes + 1] == BLANK)]
    gap[np.searchsorted(starts, dashes)] |= np.uint8(BREAK_GAP)
    gap[np.searchsorted(starts, quotations.starts)] |= np.uint8(OPEN_GAP)
    gap[np.searchsorted(starts, quotations.ends)] |= np.uint8(CLOSE_GAP)
    return gap
