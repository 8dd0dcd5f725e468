"""The five published articles the project starts from: what the cleaner repairs in them and which zones it finds.

The texts belong to their publishers, so only counts, places and single words stand here; without them the tests are skipped.
"""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from framing.articles.article import Article, Corpus
from framing.articles.corpus import read_articles
from framing.spans import Span
from framing.text.cleaning import clean_article, clean_text, make_batch
from framing.text.sentences import find_sentences, make_abbreviations
from framing.text.zone_names import NAMES
from framing.text.zones import Segments
from framing.topics.general import General

LayOut = Callable[[Any], Segments]


@pytest.fixture(scope="module")
def corpus(published: Path) -> Corpus:
    """The five articles."""
    return read_articles(published)


def find(corpus: Corpus, number: str) -> Article:
    """Return the article whose file begins with a number."""
    return next(article for article in corpus if article.article_id.startswith(number))


def find_zones(article: Article, lay_out: LayOut) -> list[tuple[str, int, int, bool]]:
    """Return (zone, start, length, is copy) of each segment; starts count from the start of the cleaned text."""
    batch = make_batch([article])
    segments = lay_out(batch)
    rows = zip(segments.zone, segments.starts, segments.ends, segments.is_copy, strict=True)
    return [(NAMES[zone], int(start - batch.starts[0]), int(end - start), bool(copy)) for zone, start, end, copy in rows]


def places(zones: list[tuple[str, int, int, bool]], name: str) -> list[tuple[int, int]]:
    """Return (start, length) of the segments of one zone."""
    return [(start, length) for zone, start, length, _ in zones if zone == name]


def test_all_five_are_read(corpus: Corpus) -> None:
    """articles.csv names five files, and none has a fault."""
    assert ([article.article_id[:3] for article in corpus], corpus.faults) == (["000", "001", "002", "003", "004"], ())


@pytest.mark.parametrize(("number", "repairs"), [("000", (("look-alike-letter", 950),)), ("001", ()), ("002", ()), ("003", ()), ("004", ())])
def test_repairs(corpus: Corpus, number: str, repairs: tuple[tuple[str, int], ...]) -> None:
    """One article has 950 look-alike letters; nothing in the others is touched."""
    assert clean_article(find(corpus, number)).repairs == repairs


def test_no_cyrillic_letter_is_left(corpus: Corpus) -> None:
    """The repaired article has as many letters as before, none of them Cyrillic."""
    article = find(corpus, "000")
    text = clean_article(article).text
    assert len(text) == len(article.raw_text)
    assert not any("\u0400" <= letter <= "\u052f" for letter in text)


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_no_headline_is_put_before(corpus: Corpus, number: str) -> None:
    """Every known headline stands in its text, with other marks or letters."""
    assert clean_article(find(corpus, number)).offsets.n_before == 0


ZONES = [
    ("000", "section", [(0, 30)]),
    ("000", "headline", [(32, 74)]),
    ("000", "dateline", [(108, 14)]),
    ("000", "furniture", []),
    ("001", "section", [(0, 8)]),
    ("001", "headline", [(10, 80)]),
    ("001", "standfirst", [(92, 163)]),
    ("001", "caption", [(257, 201), (459, 201), (1397, 288), (1686, 288)]),
    ("001", "byline", [(662, 16)]),
    ("001", "crosshead", [(3778, 23), (6057, 27)]),
    ("001", "furniture", [(8076, 25), (8104, 9), (8115, 11), (8127, 9)]),
    ("002", "dateline", [(0, 24)]),
    ("002", "headline", [(26, 55)]),
    ("002", "byline", [(83, 22)]),
    ("002", "standfirst", [(108, 139)]),
    ("002", "caption", [(249, 149)]),
    ("002", "furniture", [(3786, 12), (3800, 14)]),
    ("003", "headline", [(0, 73)]),
    ("003", "dateline", [(74, 19)]),
    ("003", "furniture", []),
    ("004", "section", [(0, 11)]),
    ("004", "headline", [(13, 100)]),
    ("004", "standfirst", [(117, 205)]),
    ("004", "furniture", [(4203, 9), (4214, 16), (4232, 18), (4251, 27)]),
]  # fmt: skip


@pytest.mark.parametrize(("number", "name", "expected"), ZONES)
def test_zones(corpus: Corpus, lay_out: LayOut, number: str, name: str, expected: list[tuple[int, int]]) -> None:
    """Each zone stands where a reader of the page finds it, as (start, length)."""
    assert places(find_zones(find(corpus, number), lay_out), name) == expected


def test_doubled_captions_are_copies(corpus: Corpus, lay_out: LayOut) -> None:
    """Of the four captions of one article the second and fourth are copies, and nothing else is."""
    zones = find_zones(find(corpus, "001"), lay_out)
    assert [copy for name, _, _, copy in zones if name == "caption"] == [False, True, False, True]
    assert sum(copy for *_, copy in zones) == 2


def test_numbered_crossheads(corpus: Corpus, lay_out: LayOut) -> None:
    """The eight crossheads of the repaired article, six of them numbered, are found."""
    article = find(corpus, "000")
    text = clean_article(article).text
    found = [text[start : start + length] for start, length in places(find_zones(article, lay_out), "crosshead")]
    assert (len(found), sum(line[0].isdigit() for line in found)) == (8, 6)


@pytest.mark.parametrize(("number", "n"), [("000", 23), ("001", 39), ("002", 15), ("003", 7), ("004", 12)])
def test_body_is_most_of_it(corpus: Corpus, lay_out: LayOut, number: str, n: int) -> None:
    """So many paragraphs are body, and all of the article's figures come from them."""
    assert len(places(find_zones(find(corpus, number), lay_out), "body")) == n


def test_a_general_with_two_titles_stands_in_one_sentence(corpus: Corpus, lay_out: LayOut, general: General) -> None:
    """Neither stop of Lt. Gen. parts the rank from the name of the chief of staff."""
    batch = make_batch([find(corpus, "000")])
    abbreviations = make_abbreviations(tuple(general.abbreviations.items()), general.starters)
    sentences = find_sentences(batch, lay_out(batch), abbreviations)
    start = batch.text.index("Lt. Gen. Abdul Amir")
    end = batch.text.index("Yarallah", start)
    at, to = sentences.of(np.array([start, end]))
    assert at == to
    assert sentences.ends[at] > end


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_every_word_leads_back_to_the_raw_text(corpus: Corpus, number: str) -> None:
    """Each word of the cleaned text maps to raw letters that are cleaned to it."""
    article = find(corpus, number)
    cleaned = clean_article(article)
    for word in re.finditer(r"\w+", cleaned.text):
        raw = cleaned.offsets.raw_span(Span(*word.span())).cut(article.raw_text)
        assert raw == word[0] or clean_text(raw).text == word[0]
