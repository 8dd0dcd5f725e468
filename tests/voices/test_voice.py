"""Voice: the outlet's own words, words ascribed to a source, words held at arm's length."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from framing.voices.voice import ATTRIBUTED, OWN, VOICES, is_name

Find = Callable[[str], tuple[Any, Any]]


def hear(find_page_voices: Find, text: str, words: str) -> tuple[str, bool]:
    """Return the voice some words of a text stand in, and whether they are distanced."""
    page, voices = find_page_voices(text)
    start = page.batch.text.index(words)
    starts, ends = np.array([start]), np.array([start + len(words)])
    return VOICES[int(voices.voice_of(starts, ends)[0])], bool(voices.is_distanced(starts, ends)[0])


@pytest.mark.parametrize(
    ("text", "words", "voice"),
    [
        ("The mayor said “the new port is a gift to all of us” on Monday.", "gift", "attributed"),
        ("The mayor said “the new port is a gift to all of us” on Monday.", "Monday", "own"),
        ("The port is a gift, and the mayor said “we shall all of us sail on it”.", "gift", "own"),
        ("The mayor said the port is a gift.", "gift", "attributed"),
        ("“The port is a gift to us and all our children.”", "gift", "attributed"),
        ("“We built the port. It is a gift.\n\n“It is ours and theirs,” he said.", "gift", "attributed"),
        ("He said “we built it. The port is a gift.", "gift", "own"),
        ("Many critics criticised the port as a gift.", "criticised the port as a gift", "attributed"),
        ("Many critics criticised the port as a gift.", "criticised", "own"),
        ("Police say that they came under attack.", "Police say that they came under attack", "attributed"),
        ("Police say that they came under attack.", "Police", "own"),
        ("Ten boats were lost, two of them new, a council spokesman said.", "boats were lost", "attributed"),
        ("The council wants a plan that alleges that the port is a gift.", "gift", "attributed"),
    ],
)
def test_inside_and_outside(find_page_voices: Find, text: str, words: str, voice: str) -> None:
    """What stands in quotation marks is a source's, what stands outside the outlet's, distanced neither."""
    assert hear(find_page_voices, text, words) == (voice, False)


@pytest.mark.parametrize("marks", ["‘’", "''", "“”", '""'])
@pytest.mark.parametrize("words", ["advisory role", "free", "gift to the town", "new era"])
def test_scare_quotes(find_page_voices: Find, marks: str, words: str) -> None:
    """Four words or fewer in a sentence without a reporting cue are the outlet's own, held at arm's length."""
    text = f"The harbour office plays an {marks[0]}{words}{marks[1]} in the port of the bay."
    assert hear(find_page_voices, text, words) == ("own", True)


@pytest.mark.parametrize("cue", ["said the boats play", "described", "announced", "denied"])
def test_a_short_quotation_with_a_cue_is_attributed(find_page_voices: Find, cue: str) -> None:
    """A reporting cue in the sentence makes the same words a source's."""
    assert hear(find_page_voices, f"The mayor {cue} an ‘advisory role’ in the port.", "advisory role") == ("attributed", False)


def test_an_attitude_reports_no_words(find_page_voices: Find) -> None:
    """What somebody wants makes the words in marks no source's."""
    assert hear(find_page_voices, "The mayor wants an ‘advisory role’ in the port.", "advisory role") == ("own", True)


def test_a_cue_inside_the_marks_is_none(find_page_voices: Find) -> None:
    """A reporting word within the quotation itself does not report it."""
    assert hear(find_page_voices, "The office plays a ‘he said game’ in the port.", "he said game") == ("own", True)


def test_a_cue_in_the_sentence_before_is_none(find_page_voices: Find) -> None:
    """A cue reaches no further than its own sentence."""
    assert hear(find_page_voices, "The mayor said so. The office plays an ‘advisory role’ here.", "advisory role") == ("own", True)


@pytest.mark.parametrize("words", ["Tern", "Harbour Bill", "Friends of the Port", "Terminal 5"])
def test_names_in_marks_are_own_and_not_distanced(find_page_voices: Find, words: str) -> None:
    """Where every longer word has a capital, the marks are those of a name."""
    assert hear(find_page_voices, f"The council passed the “{words}” on the quay this week.", words) == ("own", False)


@pytest.mark.parametrize("words", ["a gift to the whole town", "this is how we all do it"])
def test_longer_quotations_without_a_cue_are_attributed(find_page_voices: Find, words: str) -> None:
    """Five words and more in quotation marks are a source's, whatever stands around them."""
    assert hear(find_page_voices, f"The port was “{words}” at last.", words) == ("attributed", False)


@pytest.mark.parametrize(
    ("text", "words"), [("“We slept well.”", "slept"), ("“We slept!” The cook woke.", "slept"), ("The port is open. “So it is,” and so on.", "So it")]
)
def test_short_whole_sentences_are_attributed(find_page_voices: Find, text: str, words: str) -> None:
    """A short quotation that is a sentence, or ends as speech does, is no scare quote."""
    assert hear(find_page_voices, text, words) == ("attributed", False)


def test_an_unclosed_short_quotation_is_no_scare_quote(find_page_voices: Find) -> None:
    """Without a closing mark nobody can tell where the words end; they count as a source's."""
    assert hear(find_page_voices, "The office plays an “advisory role. The sea was calm.", "advisory") == ("attributed", False)


def test_a_text_without_marks_is_own(find_page_voices: Find) -> None:
    """No quotation at all leaves everything in the outlet's own voice."""
    assert hear(find_page_voices, "The port is a gift.", "gift") == ("own", False)


def test_codes_are_places_in_the_list_of_names() -> None:
    """A voice's code is its place among the names."""
    assert (VOICES[OWN], VOICES[ATTRIBUTED]) == ("own", "attributed")


@pytest.mark.parametrize(
    ("words", "name"),
    [("Harbour Bill", True), ("Bill of the Port", True), ("5 Quays", True), ("harbour bill", False), ("Harbour bill", False), ("eBoat", False)],
)
def test_is_name(words: str, name: bool) -> None:
    """Every word begins with a capital or digit, small words between left aside."""
    assert is_name(words) == name
