"""Small closed classes of English words, and every word of a batch with its class and what stands before it."""

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from framing.text.cleaning import Batch
from framing.text.letters import BLANK, DIGIT, HYPHEN, SINGLE, SINGLE_CLOSE, UPPER
from framing.text.offsets import Offsets
from framing.text.tables import Table, make_table
from framing.text.words import number_words
from framing.voices.quotations import Quotations

Flags = NDArray[np.uint64]
Mask = NDArray[np.bool_]
PRONOUN, RELATIVE, DETERMINER, AUXILIARY, ADVERB, CONJUNCTION, SUBORDINATOR, PREPOSITION = (1 << n for n in range(8))
TIME, THAT, TO, ASKING, OBJECT, TELL, CAPITAL, PARTICIPLE, MARKED_PAST, AND, BY, POSSESSIVE, CUE_VERB = (1 << n for n in range(8, 21))
PAST, PLURAL, SINGULAR, GENITIVE, BE, OF, PLACE, NAME, JOINING, CONTRAST, NO_ADVERB, ABOUT, AUTHOR = (1 << n for n in range(21, 34))
COMMA_GAP, BREAK_GAP, COLON_GAP, OPEN_GAP, CLOSE_GAP = (1 << n for n in range(5))
CLAUSE_GAP: Final = COMMA_GAP | BREAK_GAP | COLON_GAP | OPEN_GAP | CLOSE_GAP
CLASSES: Final = (
    (PRONOUN, "i he she they it we you some many others most both all none everyone nobody someone anyone few several another neither"),
    (RELATIVE, "who which that"),
    (DETERMINER, "the a an this these those his her their its our my your some any no every each all both another many most several two three"),
    (AUXILIARY, "is are was were be been being am has have had having do does did will would can could may might must shall should ll ve re d m t"),
    (AUXILIARY, "won don didn doesn isn wasn aren weren hasn haven hadn wouldn couldn shouldn cannot ain"),
    (ADVERB, "not never also still now once again often even just then later soon already yet always further first too ever reportedly"),
    (ADVERB, "long thus instead meanwhile however likewise moreover indeed so far previously subsequently far only both"),
    (CONJUNCTION, "and but or nor yet so plus"),
    (AND, "and or"),
    (SUBORDINATOR, "that because when while if as although though after before since until unless whereas whether where"),
    (SUBORDINATOR, "which whom why how what than"),
    (PREPOSITION, "in on at of for from with by to about against during through over under after before between among amid into onto since until"),
    (PREPOSITION, "via without within despite near behind outside inside toward towards upon per like following"),
    (TIME, "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight earlier later recently last this next"),
    (TIME, "morning afternoon evening night week month year ago flatly bluntly simply repeatedly publicly again once afterwards"),
    (THAT, "that"),
    (TO, "to"),
    (BY, "by"),
    (ASKING, "if whether how what why who where when"),
    (OBJECT, "him her them me us you it"),
    (TELL, "tell tells told telling ask asks asked asking remind reminds reminded reminding inform informs informed warn warned warns warning"),
    (TELL, "urge urged urges urging advise advised advises assure assured assures persuade persuaded convince convinced notify notified"),
    (TELL, "instruct instructed order ordered beg begged implore implored"),
    (MARKED_PAST, "said says told tells wrote writes thinks thought knew knows believes argues insists adds claims denies warns"),
    (POSSESSIVE, "his her their its our my your"),
    (BE, "is are was were be been being am"),
    (OF, "of"),
    (ABOUT, "about"),
    (AUTHOR, "i you"),
    (JOINING, "of about for against on upon over toward towards with"),
    (CONTRAST, "but while although though whereas compared"),
    (SINGULAR, "he she it who which that one another someone everyone nobody everybody"),
    (PLACE, "in on at during after before from to via through over under by as amid following earlier later last this when while"),
)  # fmt: skip


NO_ADVERBS: Final = "early family daily weekly monthly reply supply july italy rally assembly friendly elderly likely bully kelly billy emily"
"""Words that end in -ly and are none, beside the listed ones."""


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
    def breaks(self) -> Offsets:
        """The words outside quotations with a comma or a stronger break before them."""
        return np.flatnonzero(((self.gap & np.uint8(COMMA_GAP | BREAK_GAP)) != 0) & (self.quotation < 0))

    def at(self, positions: Offsets) -> Offsets:
        """Return the number of the first word that begins at or after each position."""
        return np.searchsorted(self.starts, positions)

    def is_kind(self, numbers: Offsets, kind: int) -> Mask:
        """Tell which words belong to any of some classes."""
        return np.asarray((self.kind[numbers] & np.uint64(kind)) != 0)

    def has_gap(self, numbers: Offsets, gap: int) -> Mask:
        """Tell which words have any of some signs before them."""
        return np.asarray((self.gap[numbers] & np.uint8(gap)) != 0)


@lru_cache(maxsize=1)
def make_classes() -> tuple[Table, Flags]:
    """Make the table of the listed words and their classes; the last class is that of every other word."""
    classes: dict[str, int] = {}
    for kind, listed in CLASSES:
        for word in listed.split():
            classes[word] = classes.get(word, 0) | kind
    classes |= {word: classes.get(word, 0) | NO_ADVERB for word in NO_ADVERBS.split()}
    return make_table(number_words([word.encode() for word in classes])), np.array([*classes.values(), 0], np.uint64)


def read_words(batch: Batch, quotations: Quotations) -> Words:
    """Look up every word's class and mark what stands before it."""
    runs = batch.runs
    table, classes = make_classes()
    kind = classes[table.look_up(batch.run_numbers)]
    folded, length = batch.folded, runs.ends - runs.starts
    ends_in = [folded[runs.ends - back] for back in (1, 2, 3)]
    kind[(length > 4) & (ends_in[0] == ord("y")) & (ends_in[1] == ord("l")) & ((kind & np.uint64(NO_ADVERB)) == 0)] |= ADVERB
    kind[(length > 4) & (ends_in[0] == ord("g")) & (ends_in[1] == ord("n")) & (ends_in[2] == ord("i"))] |= PARTICIPLE
    kind[(length > 4) & (ends_in[0] == ord("d")) & (ends_in[1] == ord("e"))] |= PAST
    kind[(length > 3) & (ends_in[0] == ord("s")) & (ends_in[1] != ord("s"))] |= PLURAL
    apostrophe = np.isin(batch.kinds[runs.starts - 1], (SINGLE, SINGLE_CLOSE))
    kind[apostrophe & (length == 1) & (ends_in[0] == ord("s"))] |= GENITIVE
    first = batch.kinds[runs.starts]
    kind[(first == UPPER) | (first == DIGIT)] |= CAPITAL
    kind[first == UPPER] |= NAME
    starts, ends = (np.append(side, len(batch.text)) for side in (runs.starts, runs.ends))
    gap = mark_gaps(batch, starts, quotations)
    inside = quotations.of(starts, ends)
    return Words(starts, ends, np.append(kind, np.uint64(0)), gap, inside)


def mark_gaps(batch: Batch, starts: Offsets, quotations: Quotations) -> NDArray[np.uint8]:
    """Mark, for each word, the commas, breaks, colons and borders of quotations between it and the word before."""
    gap = np.zeros(len(starts), np.uint8)
    kinds, commas = batch.kinds, batch.commas
    is_number = (kinds[commas - 1] == DIGIT) & (kinds[np.minimum(commas + 1, len(kinds) - 1)] == DIGIT)
    commas = commas[~is_number]
    signs = "".join(batch.text[at] for at in commas.tolist())
    codes = np.frombuffer(signs.encode("utf-32-le"), np.uint32)
    word = np.minimum(np.searchsorted(starts, commas), len(starts) - 1)
    is_comma, is_colon = (codes == ord(",")) | (codes == ord("،")), codes == ord(":")
    for mask, flag in ((is_comma, COMMA_GAP), (is_colon, COLON_GAP), (~is_comma & ~is_colon, BREAK_GAP)):
        gap[word[mask]] |= np.uint8(flag)
    dashes = np.flatnonzero((kinds[1:-1] == HYPHEN) & (kinds[:-2] == BLANK) & (kinds[2:] == BLANK)) + 1
    gap[np.searchsorted(starts, dashes)] |= np.uint8(BREAK_GAP)
    gap[np.searchsorted(starts, quotations.starts)] |= np.uint8(OPEN_GAP)
    gap[np.searchsorted(starts, quotations.ends)] |= np.uint8(CLOSE_GAP)
    return gap
