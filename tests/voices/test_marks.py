"""Quotation marks: which way each one faces."""

import pytest

from framing.articles.article import Article
from framing.text.cleaning import make_batch
from framing.voices.marks import find_double_marks, find_single_marks


def draw_ways(text: str, kind: str) -> str:
    """Draw the marks of a text as < (opening) and > (closing)."""
    batch = make_batch([Article("a", "o", "", text)])
    _, ways = find_double_marks(batch) if kind == "double" else find_single_marks(batch)
    return "".join("<" if way > 0 else ">" for way in ways)


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ('"one" two', "<>"), ('one "two"', "<>"), ('(one "two")', "<>"), ('one—"two"—three', "<>"), ('"one", "two"', "<><>"),
        ('one" two', ">"), ('one " two', ">"), ('one "', ">"), ('"', ">"), ("“one”", "<>"), ("”one“", "><"), ("«one»", "<>"), ("one two", ""),
        ("\n\"one\"\n", "<>"),
    ],
)  # fmt: skip
def test_double_marks(text: str, ways: str) -> None:
    """A straight mark opens after a blank, bracket or dash and before a word, and closes elsewhere; a curly one faces as it is drawn."""
    assert draw_ways(text, "double") == ways


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("'one' two", "<>"), ("‘one’ two", "<>"), ("don't", ""), ("don’t", ""), ("the '90s", ""), ("tell 'em", ""), ("the boys' boat", ">"),
        ("one 'two three", "<"), ("'\"one\"' two", "<>"), ("one ' two", ""), ("1990's", ""),
    ],
)  # fmt: skip
def test_single_marks(text: str, ways: str) -> None:
    """A single mark opens before a word and not after one; apostrophes inside words and before decades are no marks."""
    assert draw_ways(text, "single") == ways
