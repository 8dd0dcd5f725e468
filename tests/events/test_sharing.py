"""Shared passages: found after controlled edits, told from quotations, and put together over several articles."""

import random
from collections.abc import Callable

import numpy as np
import pytest

from framing.articles.article import Article
from framing.articles.corpus import read_articles
from framing.events.credits import find_agency
from framing.events.layout import Lists
from framing.events.passages import Match, Words, measure_overlap
from framing.events.shared_table import COLUMNS, Holder, make_shared_table
from framing.events.sharing import NEAR_DUPLICATE, PASSAGE, REPEATED, SharingPair, join_matches
from framing.events.shingles import find_candidates, make_copy_sketches, merge_copy_sketches
from framing.shipped import find_shipped
from tests.events.conftest import FLOOD, STRIKE, make_article

Share = Callable[[list[Article]], list[SharingPair]]
Hold = Callable[[list[Article]], dict[str, Holder]]
SEEDS = list(read_articles(find_shipped("seeds") / "us-iraq-dialogue"))
OTHER = "A baker in Lund won a prize for her rhubarb pie. She will spend it on a new oven, and on a holiday by the sea with her two sisters."


def edit(text: str, share: float, seed: int = 3) -> str:
    """Replace some of a text's words, drawn by chance."""
    draw = random.Random(seed)
    return " ".join("zebra" if draw.random() < share else word for word in text.split(" "))


def body_of(article: Article) -> list[str]:
    """Return the paragraphs of an article that hold no quotation marks."""
    return [paragraph for paragraph in article.raw_text.splitlines() if not set("“”‘\"") & set(paragraph)]


def test_shipped_articles_share_nothing(share: Share) -> None:
    """Five articles in words of their own share no passage."""
    assert share(SEEDS) == []


@pytest.mark.parametrize("article", SEEDS, ids=lambda article: article.article_id)
@pytest.mark.parametrize("changed", [0.0, 0.01, 0.03])
def test_near_duplicates(share: Share, article: Article, changed: float) -> None:
    """A reprint with up to three words in a hundred changed is a near-duplicate, and most of its words are in shared passages."""
    copy = make_article("copy", edit(article.raw_text, changed), article.published)
    (pair,) = share([article, copy])
    assert pair.kind == NEAR_DUPLICATE


@pytest.mark.parametrize("article", SEEDS, ids=lambda article: article.article_id)
def test_one_paragraph_in_other_company(share: Share, lists: Lists, article: Article) -> None:
    """One paragraph taken into another article is a passage, verified word by word, and MinHash names the pair."""
    paragraph = max(body_of(article), key=len)
    other = make_article("other", f"{OTHER}\n\n{paragraph}\n\n{FLOOD}", article.published)
    (pair,) = share([article, other])
    assert pair.kind == PASSAGE
    candidates = find_candidates(make_copy_sketches([*SEEDS, other], lists))
    assert [set(found) for found in candidates] == [{article.article_id, "other"}]


def test_candidates_are_those_of_any_order(lists: Lists) -> None:
    """Candidates do not depend on the order of articles or parts, and unlike articles are none."""
    articles = [*SEEDS, make_article("copy", edit(SEEDS[0].raw_text, 0.01))]
    forth = find_candidates(make_copy_sketches(articles, lists))
    back = find_candidates(merge_copy_sketches([make_copy_sketches([article], lists) for article in articles[::-1]]))
    assert forth == back == [tuple(sorted((SEEDS[0].article_id, "copy")))]


def test_the_words_of_a_speaker_are_free(share: Share) -> None:
    """A long quotation in two articles is no shared passage; the same words without marks are."""
    said = STRIKE.split(". ", 1)[1]
    quoted = [make_article(name, f"{text}\n\n“{said}” he said.") for name, text in (("a", OTHER), ("b", FLOOD))]
    plain = [make_article(name, f"{text}\n\n{said}") for name, text in (("a", OTHER), ("b", FLOOD))]
    assert share(quoted) == []
    assert [pair.kind for pair in share(plain)] == [PASSAGE]


def test_posts_are_their_writers_words(share: Share) -> None:
    """A post set into two articles, with its handle, is no shared passage."""
    post = STRIKE.replace(". ", ", ") + " — Oskar Brandt (@oskarbrandt) May 8, 2024"
    assert share([make_article(name, f"{text}\n\n{post}") for name, text in (("a", OTHER), ("b", FLOOD))]) == []


@pytest.mark.parametrize(
    ("outlets", "published", "kind"),
    [(("One", "Two"), ("2024-05-07", "2024-05-08"), PASSAGE), (("One", "One"), ("2024-05-07", "2024-05-08"), REPEATED),
     (("One", "Two"), ("2024-05-07", "2024-09-08"), REPEATED), (("One", "Two"), ("", "2024-09-08"), PASSAGE)],
)  # fmt: skip
def test_kinds(share: Share, outlets: tuple[str, str], published: tuple[str, str], kind: str) -> None:
    """What one outlet prints twice, or what stands weeks apart, is repeated: a notice, no copy that went round."""
    texts = f"{OTHER}\n\n{FLOOD}\n\n{OTHER[::-1]}", f"{STRIKE} {STRIKE.upper()[::-1]}\n\n{FLOOD}"
    articles = [make_article(name, text, day, outlet=outlet) for name, text, day, outlet in zip("ab", texts, published, outlets, strict=True)]
    assert [pair.kind for pair in share(articles)] == [kind]


def test_the_table(share: Share, hold: Hold, lists: Lists) -> None:
    """A passage of three articles is one passage with a row each, offsets that cut it out, and the agency one of them credits."""
    texts = (f"BRUNNHOLM (Reuters) - {FLOOD}", f"{OTHER}\n\n{FLOOD}", f"{FLOOD}\n\n{STRIKE}")
    articles = [make_article(name, text) for name, text in zip("abc", texts, strict=True)]
    table = make_shared_table(join_matches(share(articles)), hold(articles), lists.agencies)
    assert list(table) == list(COLUMNS)
    assert (table["passage"].unique().tolist(), table["article"].tolist()) == (["p1"], ["a", "b", "c"])
    assert table["shared_with"].tolist() == [("b", "c"), ("a", "c"), ("a", "b")]
    assert set(table["agency"]) == {"Reuters"}
    for row, article in zip(table.itertuples(), articles, strict=True):
        assert article.raw_text[row.raw_start : row.raw_end] == row.text
        assert row.text.startswith("The river Ostra") and row.text.endswith("Brunnholm")


def test_credit_behind_a_passage(share: Share, hold: Hold, lists: Lists) -> None:
    """Another outlet of the same articles, named in brackets behind a passage, is credited with it; one that names itself is not."""
    texts = (f"{FLOOD}\n\n{STRIKE}", f"{OTHER}\n\n{FLOOD} (Ostra Wire)")
    for outlets, credited in ((("Ostra Wire", "Two"), "Ostra Wire"), (("One", "Ostra Wire"), ""), (("One", "Two"), "")):
        articles = [make_article(name, text, outlet=outlet) for name, text, outlet in zip("ab", texts, outlets, strict=True)]
        table = make_shared_table(join_matches(share(articles)), hold(articles), lists.agencies)
        assert set(table["agency"]) == {credited}


@pytest.mark.parametrize(
    ("byline", "text", "agency"),
    [
        ("Jo Bloggs, Associated Press", "Rain.", "Associated Press"), ("", "PARIS (AFP) - Rain.", "Agence France-Presse"),
        ("", "Rain.\n\nReuters", "Reuters"), ("", "Rain.\n\nThe Associated Press contributed to this report.", "Associated Press"),
        ("", "He told Reuters that it rained.", ""), ("", "Rain fell, Xinhua reported.", ""),
        ("", "Copyright 2024 AP. All rights reserved.", "Associated Press"),
    ],
)  # fmt: skip
def test_agencies(lists: Lists, byline: str, text: str, agency: str) -> None:
    """An agency is credited in byline, dateline, on a line of its own or in a note; one that is only cited is not."""
    assert find_agency(byline, text, lists.agencies) == agency


def test_a_word_in_two_passages_counts_once() -> None:
    """Passages that overlap in the shorter article never make more than all of its words, whichever of the two it is."""
    short, long = (Words(np.arange(n), np.arange(n), np.arange(n), np.zeros(n, np.bool_), np.ones(n, np.bool_)) for n in (40, 90))
    matches = [Match(0, 40, 0, 40, 39), Match(10, 40, 50, 80, 30)]
    assert measure_overlap(matches, short, long) == 39 / 40
    turned = [Match(match.start_b, match.end_b, match.start_a, match.end_a, match.n_same) for match in matches]
    assert measure_overlap(turned, long, short) == 39 / 40
