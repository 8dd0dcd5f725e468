"""Paragraphs are lines; hard-wrapped lines are joined and second copies marked."""

import textwrap

import pytest

from framing.articles.article import Article
from framing.text.cleaning import make_batch
from framing.text.paragraphs import find_paragraphs

LONG = "The ferry company will stop its night crossings in March, and the islanders who work late at the cannery do not know how to get home. "


def cut(*texts: str) -> list[tuple[str, int, int, bool]]:
    """Return (text, article, words, is copy) of each paragraph of some articles."""
    batch = make_batch([Article(str(number), "o", "", text) for number, text in enumerate(texts)])
    found = find_paragraphs(batch)
    rows = zip(found.starts, found.ends, found.article, found.n_words, found.is_copy, strict=True)
    return [(batch.cut(start, end), int(article), int(words), bool(copy)) for start, end, article, words, copy in rows]


def test_lines_are_trimmed_and_blank_ones_dropped() -> None:
    """Blanks, tabs and no-break spaces at both ends of a line are no part of it."""
    assert [text for text, *_ in cut("  one \n\n\t\n\u00a0two\u00a0\u00a0\n \nthree")] == ["one", "two", "three"]


def test_words_are_counted() -> None:
    """A paragraph knows how many words it has."""
    assert [words for _, _, words, _ in cut("one\n\ntwo words, al-Abbasi's\n\n—")] == [1, 3, 0]


@pytest.mark.parametrize("width", [60, 72, 80])
def test_wrapped_lines_are_joined(width: int) -> None:
    """Where most lines break inside a sentence at one width, only blank lines part paragraphs."""
    page = "\n\n".join(textwrap.fill(LONG * 2, width) for _ in range(4))
    assert [" ".join(text.split()) for text, *_ in cut(page)] == [(LONG * 2).strip()] * 4


def test_single_line_ends_part_paragraphs_where_nothing_is_wrapped() -> None:
    """Lines that each end a sentence are paragraphs of their own, as are a few broken ones."""
    page = "\n".join(["The boat left at six in the evening, as it did on every day."] * 9)
    assert len(cut(page)) == 9


def test_wrapping_is_judged_article_by_article() -> None:
    """A wrapped article beside a plain one changes nothing in it."""
    wrapped = "\n\n".join(textwrap.fill(LONG * 2, 72) for _ in range(4))
    plain = "One boat.\nTwo boats.\nThree boats."
    assert [number for _, number, *_ in cut(plain, wrapped, plain)] == [0, 0, 0, 1, 1, 1, 1, 2, 2, 2]


def test_a_second_copy_is_marked() -> None:
    """A paragraph of forty letters or more that stands further up word for word is a copy; the first is not, a short one neither."""
    found = cut(f"{LONG}\n\nShort line.\n\nOther words here.\n\n{LONG}\n\nShort line.\n\n{LONG}")
    assert [copy for *_, copy in found] == [False, False, False, True, False, True]


def test_a_copy_in_another_article_is_none() -> None:
    """Articles that share a paragraph both keep it."""
    assert [copy for *_, copy in cut(LONG, LONG)] == [False, False]


def test_almost_the_same_is_no_copy() -> None:
    """Two paragraphs that hold the same letters in another order, or end otherwise, are two."""
    other = LONG.replace("March", "charM")
    assert [copy for *_, copy in cut(f"{LONG}\n{other}\n{LONG.strip()}!")] == [False, False, False]
