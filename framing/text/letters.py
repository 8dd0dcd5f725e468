"""What each code point is to us, as tables of one byte: the letter it counts as, its kind, and whether it may need repair.

A text becomes two arrays of one byte per code point, `folded` and `kinds`, so that every later stage works on offsets with
numpy and no offset is ever converted. Folding is letter by letter and never changes length.
"""

import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.topics.writing import read_marks

Bytes = NDArray[np.uint8]
SPACE: Final = 0x20
N_TABLE: Final = 0x10000

OTHER, LOWER, UPPER, DIGIT, BLANK, NEWLINE, STOP, COMMA = range(8)
DOUBLE, DOUBLE_OPEN, DOUBLE_CLOSE, SINGLE, SINGLE_OPEN, SINGLE_CLOSE, BRACKET_OPEN, BRACKET_CLOSE, HYPHEN = range(8, 17)
MARKS: Final = {
    "stop": STOP, "comma": COMMA, "double": DOUBLE, "double-open": DOUBLE_OPEN, "double-close": DOUBLE_CLOSE, "single": SINGLE,
    "single-open": SINGLE_OPEN, "single-close": SINGLE_CLOSE, "bracket-open": BRACKET_OPEN, "bracket-close": BRACKET_CLOSE,
    "hyphen": HYPHEN, "double-outside-words": DOUBLE,
}  # fmt: skip
"""The kinds by the names they have in marks.csv."""
SUSPECT_RANGES: Final = (
    (0x00, 0x09), (0x0B, 0x20), (0x7F, 0xA0), (0xAD, 0xAE), (0x370, 0x530), (0x200B, 0x2010), (0x2028, 0x202F),
    (0x2060, 0x2070), (0xD800, 0xE000), (0xFB00, 0xFB07), (0xFEFF, 0xFF00), (0xFF01, 0xFF5F), (0xFFFD, 0xFFFE),
)  # fmt: skip
CASELESS: Final = (range(0x3400, 0xA000), range(0xAC00, 0xD7A4))
"""Chinese letters and Korean syllables: many, without case or accents, so that they are folded all at once."""
FIRST_OTHER: Final = 0x80
"""Folded letters from here on are not Latin."""
HAMZA: Final = "أإآ"
"""Arabic letters that are often written without their sign, and fold to what then stands there."""
MOJIBAKE_LEADS: Final = "ÂÃÄÅØÙâãðïÐÑ"


class Tables(NamedTuple):
    """One byte for each code point below 0x10000; the rest count as the letter or sign kind `OTHER`."""

    folded: Bytes
    kinds: Bytes
    suspect: NDArray[np.bool_]


@lru_cache(maxsize=1)
def make_tables() -> Tables:
    """Make the tables, once per process."""
    folded = np.full(N_TABLE, SPACE, np.uint8)
    kinds = np.full(N_TABLE, OTHER, np.uint8)
    suspect = np.zeros(N_TABLE, np.bool_)
    for block in CASELESS:
        letters = [code for code in block if chr(code).isalnum()]
        folded[letters], kinds[letters] = FIRST_OTHER | (np.array(letters) & (FIRST_OTHER - 1)), LOWER
    for code in np.flatnonzero(kinds == OTHER).tolist():
        char = chr(code)
        if char.isalnum():
            folded[code] = fold_letter(char)
            kinds[code] = DIGIT if char.isdigit() else UPPER if char.isupper() or char.istitle() else LOWER
        elif char.isspace() or code == 0x09:
            kinds[code] = BLANK
        elif unicodedata.combining(char):
            suspect[code] = True
    kinds[ord("\n")] = NEWLINE
    for mark, name in read_marks()[0].items():
        kinds[ord(mark)] = MARKS[name]
    for start, end in SUSPECT_RANGES:
        suspect[start:end] = True
    for char in MOJIBAKE_LEADS:
        suspect[ord(char)] = True
    return Tables(folded, kinds, suspect)


def set_marks(kinds: Bytes, codes: NDArray[np.uint16], marks: Mapping[str, str]) -> None:
    """Set, in the kinds of a text, those of the marks that its language uses in its own way."""
    is_letter = (kinds == LOWER) | (kinds == UPPER)
    for mark, name in marks.items():
        at = np.flatnonzero(codes == ord(mark))
        kinds[at] = MARKS[name]
        if name == "double-outside-words":
            last = len(kinds) - 1
            kinds[at[is_letter[np.maximum(at - 1, 0)] & is_letter[np.minimum(at + 1, last)]]] = OTHER


def fold_letter(char: str) -> int:
    """Fold a letter or digit to one byte: small Latin letters without accents as themselves, others to 128..255.

    >>> chr(fold_letter("É")), chr(fold_letter("ı"))
    ('e', 'i')
    """
    plain = unicodedata.normalize("NFKD", char)[0].lower()[0]
    plain = {"ı": "i", "ø": "o", "đ": "d", "ł": "l", "ß": "s", "æ": "a", "œ": "o", "ð": "d", "þ": "t"}.get(plain, plain)
    if plain.isascii() and plain.isalnum():
        return ord(plain)
    return FIRST_OTHER | (ord(plain if char in HAMZA else char.lower()[0]) & (FIRST_OTHER - 1))


def find_codes(text: str) -> NDArray[np.uint16]:
    """Return the code points of a text as an array; those beyond the tables (emoji, rare scripts) become 0xFFFD."""
    data = text.encode("utf-16-le", "surrogatepass")
    if len(data) == 2 * len(text):
        return np.frombuffer(data, np.uint16)
    wide = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    return np.where(wide < N_TABLE, wide, 0xFFFD).astype(np.uint16)


def fold_text(text: str) -> bytes:
    """Fold a text to one byte per code point: letters and digits as themselves, all else as spaces.

    >>> fold_text("Türkiye’s “Troops”")
    b'turkiye s  troops '
    """
    return make_tables().folded[find_codes(text)].tobytes()
