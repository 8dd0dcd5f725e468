"""The check of several articles: near-duplicates, silent terms, order, and what is refused."""

from collections.abc import Callable
from pathlib import Path

import pytest

from framing.articles.article import Article
from framing.evidence.lens import Lens
from framing.intake import check as module
from framing.intake.check import check_articles, load_lens, make_gate
from framing.intake.phrases import check_phrases


def make(article_id: str, text: str, **known: str) -> Article:
    """Make an article of a good date."""
    return Article(article_id, "The Jetty", "Headline", text, published="2024-05-02", **known)


def kinds(articles: list[Article], lens: Lens) -> list[tuple[str, str]]:
    """Return (article, kind) of every problem."""
    table = check_articles(articles, lens)
    return list(zip(table["article"], table["kind"], strict=True))


def test_near_duplicate(lens: Lens, good: str) -> None:
    """An article that is nearly an earlier one is told, with its name; one on the same matter in other words is not."""
    lightly = good.replace("forty", "fifty").replace("Thursday", "Friday") + "\n\nThe mayor will speak on Sunday about what is to be done."
    other = "Boats are a matter of patience in Quillhaven, where people have long known that a timetable is a wish and a pump is a promise. " * 2
    other += "Nobody at the harbour expected the evening crossing to be on time, and few complained, for the night was mild and the water calm."
    table = check_articles([make("first", good), make("second", lightly), make("third", other)], lens)
    found = table[table["kind"] == "near-duplicate"]
    assert found["article"].tolist() == ["second"]
    assert "nearly the same text as first" in found["what"].iloc[0]


def test_a_shortened_copy(lens: Lens, good: str) -> None:
    """A short version of a longer article is one too, whichever comes first."""
    half = "\n\n".join(good.split("\n\n")[:4])
    assert ("b", "near-duplicate") in kinds([make("a", good), make("b", half)], lens)
    assert ("b", "near-duplicate") in kinds([make("a", half), make("b", good)], lens)


def test_parts_do_not_matter(lens: Lens, good: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A corpus checked in parts gives the same table as one checked at once."""
    articles = [make(str(number), f"{good[number * 3:]} {number}") for number in range(5)]
    whole = check_articles(articles, lens)
    monkeypatch.setattr(module, "PART", 2)
    assert check_articles(articles, lens).equals(whole)


def test_problems_stand_in_order_of_the_articles(lens: Lens, good: str) -> None:
    """Problems are grouped by article in the order given."""
    found = kinds([make("b", good[:200]), make("a", good[:250])], lens)
    assert [article for article, _ in found] == sorted((article for article, _ in found), reverse=True)


def test_silent_terms(write_topic: Callable[..., Path], good: str) -> None:
    """An axis without evidence, and one with evidence for one pole only, are told; so is how many terms fire."""
    lens = load_lens("harbour", write_topic())
    told = check_articles([make("a", good)], lens)
    assert "no term of the axis 'What the harbour brings' fires" in told[told["kind"] == "terms"]["what"].iloc[0]
    told = check_articles([make("a", f"{good} The harbour is a blessing.")], lens)
    said = told[told["kind"] == "terms"]["what"].tolist()
    assert said[0].startswith("on the axis 'What the harbour brings' terms fire for 'Gift' only (1 times), none for 'Burden'")
    assert said[1] == "1 of 3 terms of the topic fire in these articles"
    assert set(told[told["kind"] == "terms"]["article"]) == {""}


def test_a_language_without_words(write_topic: Callable[..., Path]) -> None:
    """An article in a language the topic has no words for is kept and not scored, and this is told."""
    lens = load_lens("harbour", write_topic())
    told = check_articles([make("a", "Le bateau est parti en retard jeudi soir et personne ne savait pourquoi. " * 12)], lens)
    assert "in French; the topic has words for English: kept, not scored" in told["what"].tolist()


def test_what_is_refused(lens: Lens, good: str) -> None:
    """Serious problems refuse an article, a copy of one there or let through before too; a good article and slight problems pass."""
    find_serious = make_gate([make("there", good)], lens)
    assert find_serious(make("b", good))[0].startswith("near-duplicate: nearly the same text as there")
    assert find_serious(make("short", good[:300]))[0].startswith("short:")
    other = good[::-1].replace(" ,", ", ") + "\n\nThe end."
    assert find_serious(make("c", other, url="https://x.example.org/opinion/1")) == []
    assert find_serious(make("d", other))[0].startswith("near-duplicate: nearly the same text as c")


def test_phrases_are_checked(tmp_path: Path) -> None:
    """Kinds and places that are not known and phrases that stand twice are faults with their line."""
    (tmp_path / "general").mkdir()
    rows = "kind,where,phrase,note\npaywall,line,Sign in,\nnone,line,x,\npaywall,here,y,\npaywall,line,sign  in!,\n"
    (tmp_path / "general" / "intake.csv").write_text(rows, "utf-8")
    assert [fault.line for fault in check_phrases(tmp_path)[1]] == [3, 4, 5]


def test_nothing_to_check(lens: Lens) -> None:
    """No articles give an empty table with its columns."""
    assert list(check_articles([], lens).columns) == module.COLUMNS
