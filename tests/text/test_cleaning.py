"""Cleaning records its edits, so that every stretch of the cleaned text leads back to the raw text it came from."""

import unicodedata

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.articles.article import Article
from framing.spans import Span
from framing.text.cleaning import CleanText, clean_article, clean_articles, clean_text, make_batch
from framing.text.offsets import Edit
from framing.text.repairs import REPAIRS

WORDS = [
    "sea", "Harbour", "US", "the", "x", "1,200", "can’t", "wаtеr", "Рort", "MОSСOW", "вода", "Москва", "Αθήνα", "ΔT", "μm",
    "wa\u00adter", "har\u200bbour", "\ufeffsea", "se\u202aa\u202c", "cafe\u0301", "naïve", "e\u0323\u0301", "itâ€™s", "cafÃ©",
    "â€œquayâ€\u009d", "Â£5", "ﬁnal", "ＮＡＴＯ", "بغداد", "می\u200cخواهم", "خانه\u200cها", "👩\u200d👧", "🌊", "a\x07b", "\ud83d", "",
]  # fmt: skip
BREAKS = [" ", " ", " ", "\n", "\r\n", "\r", "\u00a0", " \u2028", ". ", ", ", " “", "” ", " (", ") ", "\r\n\r\n", "\t"]
PAGES = st.lists(st.tuples(st.sampled_from(WORDS) | st.text("abcdeé", max_size=6), st.sampled_from(BREAKS)), max_size=14)
TEXTS = PAGES.map(lambda page: "".join(word + gap for word, gap in page))
ANY = TEXTS | st.text(st.characters(codec=None), max_size=30) | st.text("aаеo\u0301\u200b\u200d\r\nâ€™\u00adﬁ ", max_size=20)


def follow(raw: str) -> tuple[str, list[tuple[int, int]]]:
    """Clean a text slowly: return it with, for each letter, the raw stretch it came from, followed edit by edit."""
    text, origin = raw, [(at, at + 1) for at in range(len(raw))]
    for trigger, find_edits in [*REPAIRS] * 3:
        letters: list[str] = []
        kept: list[tuple[int, int]] = []
        done = 0
        for edit in [*(find_edits(text) if trigger.search(text) else ()), Edit(len(text), len(text), "", "end")]:
            letters += text[done : edit.start]
            kept += origin[done : edit.start]
            source = origin[edit.start : edit.end]
            letters += edit.new
            same = len(edit.new) == len(source)
            kept += source if same else [(source[0][0], source[-1][1])] * len(edit.new)
            done = edit.end
        text, origin = "".join(letters), kept
    return text, origin


@given(ANY)
def test_every_span_maps_to_what_it_came_from(raw: str) -> None:
    """The map of any two places is that of a slow cleaner that follows every letter."""
    cleaned = clean_text(raw)
    text, origin = follow(raw)
    assert cleaned.text == text
    for start in range(len(text)):
        for end in {start + 1, min(start + 5, len(text)), len(text)}:
            assert cleaned.offsets.raw_span(Span(start, end)) == Span(origin[start][0], origin[end - 1][1])


@given(ANY)
def test_untouched_spans_are_the_raw_letters(raw: str) -> None:
    """Where no edit stands between two places, the cleaned text is the raw text between the places they map to."""
    cleaned = clean_text(raw)
    _, origin = follow(raw)
    touched = [raw[a:b] != letter or b - a != 1 for letter, (a, b) in zip(cleaned.text, origin, strict=True)]
    for start in range(len(touched)):
        end = start
        while end < len(touched) and not touched[end] and (end == start or origin[end][0] == origin[end - 1][1]):
            end += 1
        assert cleaned.offsets.raw_span(Span(start, end)).cut(raw) == cleaned.text[start:end] or end == start


@given(TEXTS)
def test_cleaning_a_raw_slice_gives_the_clean_slice(raw: str) -> None:
    """A stretch between blanks, which no edit crosses, is what its raw stretch is cleaned to."""
    cleaned = clean_text(raw)
    text = cleaned.text
    cuts = [0, *(at for at, letter in enumerate(text) if letter == " "), len(text)]
    for start, end in zip(cuts, [*cuts[2:], len(text)], strict=False):
        if start < end:
            assert clean_text(cleaned.offsets.raw_span(Span(start, end)).cut(raw)).text == text[start:end]


@given(ANY)
def test_the_map_is_monotone(raw: str) -> None:
    """Places further on never map further back, and never outside the raw text."""
    cleaned = clean_text(raw)
    places = np.arange(len(cleaned.text) + 1)
    starts, ends = cleaned.offsets.to_raw(places, places)
    assert (np.diff(starts) >= 0).all() and (np.diff(ends) >= 0).all() and (starts <= ends).all()
    assert (starts >= 0).all() and (ends <= len(raw)).all()


@given(TEXTS)
def test_cleaning_twice_changes_nothing(raw: str) -> None:
    """A cleaned text has nothing left to repair."""
    text = clean_text(raw).text
    assert clean_text(text) == CleanText(text, clean_text("").offsets, ())


@pytest.mark.parametrize("raw", ["itâ€\u200b™s", "ﬁ\u0301"])
def test_repairs_uncovered_by_repairs_are_made(raw: str) -> None:
    """Mojibake cut by a hidden sign, and a mark on a ligature, are repaired in one go."""
    text = clean_text(raw).text
    assert clean_text(text).text == text


@pytest.mark.parametrize(("broken", "name"), [("Å½iÅ¾ek", "Žižek"), ("Ä°stanbul", "İstanbul")])
def test_mojibake_is_repaired_whatever_stands_elsewhere(broken: str, name: str) -> None:
    """A broken name is repaired alike in a text with and without other broken marks."""
    assert clean_text(f"{broken} waited. He saidâ€¦ no").text == f"{name} waited. He said… no"
    assert clean_text(f"{broken} waited.").text == f"{name} waited."


@given(ANY)
def test_the_cleaned_text_is_composed_and_whole(raw: str) -> None:
    """No carriage return, no half of a surrogate pair, no soft hyphen and no zero-width space is left."""
    text = clean_text(raw).text
    assert not set(text) & set("\r\u00ad\u200b\ufeff\u2060\u2028\x00")
    text.encode("utf-8")


@given(st.text("abcé \n.,", max_size=40))
def test_clean_text_is_returned_as_it_is(raw: str) -> None:
    """A text with nothing to repair has no step back."""
    if unicodedata.is_normalized("NFC", raw):
        assert clean_text(raw).offsets.steps == ()


HEADLINE = "Ferry company cuts night crossings"
TEXT = "The last boat leaves at six.\n\nNobody was asked."


def test_a_missing_headline_is_put_before_the_text() -> None:
    """It stands first, in a paragraph of its own, and maps to the empty stretch at 0; the text maps to itself."""
    cleaned = clean_article(Article("a", "o", HEADLINE, TEXT))
    assert cleaned.text == f"{HEADLINE}\n\n{TEXT}"
    assert cleaned.offsets.raw_span(Span(0, len(HEADLINE))) == Span(0, 0)
    start = cleaned.text.index("Nobody")
    assert cleaned.offsets.raw_span(Span(start, start + 6)).cut(TEXT) == "Nobody"


def test_a_headline_before_a_repaired_text_maps_back_too() -> None:
    """Letters put before and letters taken out are both reckoned with."""
    raw = TEXT.replace("boat", "b\u200boat")
    cleaned = clean_article(Article("a", "o", HEADLINE, raw))
    start = cleaned.text.index("boat")
    assert cleaned.offsets.raw_span(Span(start, start + 4)).cut(raw) == "b\u200boat"


@pytest.mark.parametrize(
    ("headline", "line"),
    [
        (HEADLINE, HEADLINE),
        ("Ferry’s owner: “No night crossings”", "Ferry's owner: \"No night crossings\""),
        ("Ferry company cuts night crossings", "FERRY COMPANY CUTS NIGHT CROSSINGS"),
        ("Ferry company cuts night crossings", "Fеrry cоmpany cuts night crоssings"),
        ("Fеrry cоmpany cuts night crоssings", HEADLINE),
        ("Café owner sues ferry", "Cafe\u0301 owner sues ferry"),
        ("Ferry company  cuts\u00a0night crossings", HEADLINE),
    ],
)
def test_a_headline_that_is_there_is_not_put_before(headline: str, line: str) -> None:
    """Curly and straight marks, capitals, look-alike letters, accents in two codes and blanks do not make another headline of it."""
    article = Article("a", "o", headline, f"News\n\n{line}\n\n{TEXT}")
    assert clean_article(article).text == clean_text(article.raw_text).text


def test_the_headline_is_cleaned_too() -> None:
    """A headline from a table may be broken as a text may be."""
    cleaned = clean_article(Article("a", "o", "Ferry\u200b  ownerâ€™s\nnight", TEXT))
    assert cleaned.text.startswith("Ferry owner’s night\n\nThe last")


@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_articles_are_cleaned_alike_together_and_alone(raws: list[str]) -> None:
    """What stands in one article changes nothing in another."""
    articles = [Article(str(number), "o", HEADLINE if number % 2 else "", raw) for number, raw in enumerate(raws)]
    together = [(one.text, one.repairs) for one in clean_articles(articles)]
    assert together == [(one.text, one.repairs) for one in map(clean_article, articles)]


@given(st.lists(TEXTS, max_size=4))
def test_a_batch_holds_each_article_whole(raws: list[str]) -> None:
    """Cut from start to end, the batch gives each cleaned text back, and folded and kinds have its length."""
    batch = make_batch([Article(str(number), "o", "", raw) for number, raw in enumerate(raws)])
    cut = [batch.cut(int(start), int(end)) for start, end in zip(batch.starts, batch.ends, strict=True)]
    assert cut == [clean_text(raw).text for raw in raws]
    assert len(batch.folded) == len(batch.kinds) == len(batch.text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Iraq's al-Abbasi", 2), ("rock ’n’ roll", 3), ("so--called", 2), ("1,200 men", 3), ("- - -", 0), ("U.S.", 2), ("end-", 1), ("'tis", 1),
        ("state-of-the-art", 1), ("", 0),
    ],
)  # fmt: skip
def test_words_are_counted(text: str, words: int) -> None:
    """Single apostrophes and hyphens between letters join a word; everything else parts it."""
    assert len(make_batch([Article("a", "o", "", text)]).word_starts) == words
