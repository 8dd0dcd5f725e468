"""One byte for each code point, whatever it is."""

import doctest
import unicodedata

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import framing.text.letters
from framing.text.letters import COMMA, DIGIT, LOWER, NEWLINE, OTHER, STOP, UPPER, find_codes, fold_text, make_tables

ANY = st.text(st.characters(codec=None), max_size=60) | st.text("aİßﬁé🌊\ud800سعΩ", max_size=20)


@given(ANY)
def test_folding_keeps_the_length(text: str) -> None:
    """Any text, with halves of surrogate pairs too, folds to one byte per code point."""
    assert len(fold_text(text)) == len(find_codes(text)) == len(text)


@given(ANY)
def test_folding_goes_letter_by_letter(text: str) -> None:
    """A letter folds as it does alone, whatever stands beside it."""
    assert fold_text(text) == b"".join(fold_text(letter) for letter in text)


@given(ANY)
def test_ascii_folds_to_its_small_letter(text: str) -> None:
    """Latin letters and digits fold to themselves in small letters; no other sign below 128 becomes a letter."""
    for letter, folded in zip(text, fold_text(text), strict=True):
        if letter.isascii():
            assert folded == ord(letter.lower() if letter.isalnum() else " ")


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("İstanbul", b"istanbul"), ("Türkiye", b"turkiye"), ("Straße", b"strase"), ("Łódź", b"lodz"), ("Đà Nẵng", b"da nang"),
        ("Iraq’s", b"iraq s"), ("al‑Abbasi", b"al abbasi"), ("½", b"1"), ("🌊 sea", b"  sea"), ("snake_case", b"snake case"),
    ],
)  # fmt: skip
def test_accents_and_signs(text: str, folded: bytes) -> None:
    """Accents fall away; apostrophes, hyphens, lines below and emoji count as blanks."""
    assert fold_text(text) == folded


@given(st.characters(codec=None, max_codepoint=0xFFFF))
def test_letters_are_letters_and_nothing_else_is(letter: str) -> None:
    """A code point folds to a blank exactly where it is no letter or digit."""
    assert (fold_text(letter) == b" ") is not letter.isalnum()


@pytest.mark.parametrize(
    ("letter", "kind"),
    [("a", LOWER), ("É", UPPER), ("ǅ", UPPER), ("7", DIGIT), ("\n", NEWLINE), ("؟", STOP), ("…", STOP), ("—", COMMA), ("_", OTHER), ("س", LOWER)],
)
def test_kinds(letter: str, kind: int) -> None:
    """Each code point has the kind the later stages ask for."""
    assert make_tables().kinds[ord(letter)] == kind


def test_plain_ascii_text_needs_no_repair() -> None:
    """Printable ASCII, accented Latin, curly quotation marks and dashes are not suspect."""
    plain = "".join(map(chr, range(0x20, 0x7F))) + "\néüñ‘’“”–—… €"
    assert not make_tables().suspect[find_codes(plain)].any()


def test_combining_marks_are_suspect() -> None:
    """Every mark that stands on the letter before it is looked at."""
    marks = [code for code in range(0x10000) if unicodedata.combining(chr(code))]
    assert make_tables().suspect[np.array(marks)].all()


def test_examples_run() -> None:
    """The examples in the module's docstrings hold."""
    result = doctest.testmod(framing.text.letters)
    assert result.attempted and not result.failed
