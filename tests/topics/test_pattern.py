"""The language in which terms are written."""

import doctest

import pytest

import framing.topics.pattern
from framing.topics.inflection import Inflections
from framing.topics.pattern import GAP_WORDS, Grammar

GRAMMAR = Grammar(Inflections({"foot": ("feet",)}, {"go": ("goes", "went", "gone", "going")}), {"nation": ("Norway", "Peru")})


def forms_of(term: str, inflect: str = "fixed") -> list[list[str]]:
    """Return the forms of each part of a term."""
    return [[form.words for form in part] for part in GRAMMAR.read_pattern(term, inflect).parts]


@pytest.mark.parametrize(
    ("term", "inflect", "forms"),
    [
        ("old port", "fixed", [["old port"]]),
        ("old port|quay", "noun", [["old port", "old ports", "old quay", "old quays"]]),
        ("old port", "verb", [["old port", "olds port", "olded port", "olding port"]]),
        ("go by foot", "verb noun", [[f"{go} by {foot}" for go in ("go", "goes", "went", "gone", "going") for foot in ("foot", "feet")]]),
        ("foot", "noun", [["foot", "feet"]]),
        ("go ... port", "noun", [["go"], ["port", "ports"]]),
        ("so-called port", "fixed", [["so called port"]]),
        ("{nation} boats", "fixed", [["Norway", "Peru"], ["boats"]]),
        ("boats of {nation}", "noun", [["boats of"], ["Norway", "Peru"]]),
    ],
)
def test_a_term_stands_for_its_forms(term: str, inflect: str, forms: list[list[str]]) -> None:
    """Alternatives are multiplied out, the first word takes verb endings, the last noun endings, placeholders are parts."""
    assert forms_of(term, inflect) == forms


@pytest.mark.parametrize(
    ("term", "gaps"),
    [
        ("old port", ()),
        ("go ... port", (GAP_WORDS,)),
        ("go ... old port ... now", (GAP_WORDS, GAP_WORDS)),
        ("{nation} boats ... leave", (0, GAP_WORDS)),
        ("boats of {nation} leave", (0, 0)),
    ],
)
def test_gaps_stand_between_parts(term: str, gaps: tuple[int, ...]) -> None:
    """Dots allow four words, the step to a placeholder none."""
    assert GRAMMAR.read_pattern(term).gaps == gaps


@pytest.mark.parametrize(
    ("term", "words"),
    [
        ("US", {"US", "U.S.", "U.S"}),
        ("US port", {"US port", "U.S. port", "U.S port"}),
        ("NATO", {"NATO"}),
        ("US|UK port", {"US port", "U.S. port", "U.S port", "UK port", "U.K. port", "U.K port"}),
    ],
)
def test_initials_are_found_with_dots_too(term: str, words: set[str]) -> None:
    """Two or three capitals stand also with dots and without the last of them."""
    assert set(forms_of(term)[0]) == words


@pytest.mark.parametrize(
    ("term", "said"),
    [
        ("", "empty part"),
        ("go ...", "empty part"),
        ("... port", "empty part"),
        ("go ... ... port", "empty part"),
        ("go|", "cannot be read"),
        ("go||come", "cannot be read"),
        ("{country} boats", r"\{country\} is unknown; allowed are \{nation\}"),
        ("{nation", "cannot be read"),
        ("port.*", "not regular expressions"),
        ("por[ts]", "not regular expressions"),
        ("^port$", "not regular expressions"),
        (r"port\b", "not regular expressions"),
        ("port+", "not regular expressions"),
    ],
)
def test_a_term_that_cannot_be_read_says_why(term: str, said: str) -> None:
    """Empty parts, unknown placeholders and regular expressions are refused with the term and what is allowed."""
    with pytest.raises(ValueError, match=said):
        GRAMMAR.read_pattern(term)


@pytest.mark.parametrize("term", ["?!", "— port|—", "“”"])
def test_a_term_without_letters_is_refused(term: str) -> None:
    """A place without a letter or digit can never be found and is a fault."""
    with pytest.raises(ValueError):
        GRAMMAR.read_pattern(term)


def test_examples_run() -> None:
    """The examples in the module's docstrings hold."""
    result = doctest.testmod(framing.topics.pattern)
    assert result.attempted and not result.failed
