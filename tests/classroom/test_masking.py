"""Masking: nothing of outlet or reporter is left in what students see, and offsets lead from the text to the masked text."""

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from framing.articles.article import Article, Corpus
from framing.classroom.masking import mask_articles
from framing.classroom.material import Material
from framing.comparison.comparison import Comparison, compare_articles
from framing.report.plain import iter_columns
from framing.topics.topic import Topic, read_topic

LONG = "\n\nTalks went on in the capital for two days. Nobody knew how they would end.\n\nThe second day was calm."


@cache
def read_small_topic() -> Topic:
    """Read a topic once; which one does not matter for masks."""
    return read_topic("protest")


def mask(text: str, **known: str) -> str:
    """Mask one article beside a plain one and return its text."""
    own = Article("own", known.pop("outlet", "The Harbour Lantern"), "Talks in the capital", text + LONG, **known)
    other = Article("other", "Stone Weekly", "Rain", f"Rain fell on the hills, wrote the Harbour Lantern.{LONG}")
    found = mask_articles(compare_articles(Corpus((own, other)), read_small_topic()))
    return next(article.text.replace(f"Outlet {article.letter}", "Outlet X") for article in found if article.article_id == "own")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("He told The Harbour Lantern on Monday.", "He told Outlet X on Monday."),
        ("A HARBOUR LANTERN survey found it.", "A Outlet X survey found it."),
        ("The Lantern’s reporter was there.", "Outlet X’s reporter was there."),
        ("See www.harbourlantern.example/a or write to desk@harbourlantern.example today.", "See [address] or write to [address] today."),
        ("Two officials told this newspaper so.", "Two officials told [this outlet] so."),
        ("Our correspondent saw it.", "[reporter] saw it."),
        ("Mira Quayle saw it. Later Quayle left.", "[reporter] saw it. Later [reporter] left."),
        ("A lantern hung in the harbour.", "A lantern hung in the harbour."),
    ],
)
def test_what_gives_an_outlet_away_is_hidden(text: str, shown: str) -> None:
    """Names in any case, possessives, addresses, self-references and reporters are replaced; the same words in plain use stay."""
    assert shown in mask(text, byline="By Mira Quayle", url="https://www.harbourlantern.example/a")


def test_a_word_the_other_articles_use_is_not_hidden() -> None:
    """A part of an outlet's name that stands in another article is no sign of this outlet."""
    assert "Capital gains fell" in mask("Capital gains fell.", outlet="The Capital Gains Review")


def test_articles_of_one_outlet_are_no_rivals() -> None:
    """A word of an outlet's name, or its reporter's, that stands in several of its own articles is hidden in each, under that article's letter."""
    said = ("He told the Quarry Ledger so.", "The Ledger’s view is plain, wrote Quayle.", "The Quarry Ledger and the Ledger saw it.")
    own = [Article(f"own-{n}", "The Quarry Ledger", "", f"Rain {n}\n\n{text}{LONG}") for n, text in enumerate(said)]
    own[0] = replace(own[0], byline="By Mira Quayle")
    other = Article("other", "Stone Weekly", "", f"Rain fell on the other side of the ledger.{LONG}")
    for article in mask_articles(compare_articles(Corpus((*own, other)), read_small_topic())):
        assert not re.search("Ledger|Quayle", article.text)
        assert set(re.findall(r"Outlet (\w)", article.text)) <= {article.letter}


def test_the_last_word_of_a_known_kind_is_hidden_with_its_article() -> None:
    """Readers say "the Post"; without the article the word stays."""
    assert "He told Outlet X that the Post" not in mask("He told the Post that a post office burnt.", outlet="The Stone Post")
    assert "a post office burnt" in mask("He told the Post that a post office burnt.", outlet="The Stone Post")


def test_a_common_word_is_hidden_where_it_names_the_outlet() -> None:
    """What others write small ("rain fell") is hidden with a capital and its article, unless others write it so, or it is one like "News"."""
    assert "He told Outlet X. Hot rain is rare." in mask("He told the Rain. Hot rain is rare.", outlet="The Stone Rain")
    assert "It is on the Weekly." in mask("It is on the Weekly.", outlet="Stone Weekly")
    own = Article("own", "Stone Region", "", f"Rain\n\nThe Region is wet.{LONG}")
    other = Article("other", "Hill Packet", "", f"Hills\n\nIn the Region it rains, in our region too.{LONG}")
    assert all("he Region" in article.text for article in mask_articles(compare_articles(Corpus((own, other)), read_small_topic())))


def test_bylines_datelines_and_furniture_are_left_out_and_credits_hidden(comparison: Comparison) -> None:
    """Only headline, standfirst, crossheads, body and captions are shown, captions without their credit."""
    articles = mask_articles(comparison)
    assert {passage.zone for article in articles for passage in article.passages} <= {"headline", "standfirst", "crosshead", "body", "caption"}
    captions = [article.cut(passage) for article in articles for passage in article.passages if passage.zone == "caption"]
    assert captions
    assert all(caption.endswith("[credit]") for caption in captions)


def test_no_student_file_names_an_outlet_or_reporter(comparison: Comparison, pack_folder: Path) -> None:
    """In no file for students stands an outlet's name, its telling words, its address or a reporter."""
    telling = ["Tamarisk", "Suhail", "Bawabat", "Copperbridge", "Sextant", "Attach", "Dulaybi", "example.org", "World Desk"]
    telling += [article.outlet for article in comparison.articles]
    for path in (pack_folder / "students").glob("*.html"):
        text = path.read_text("utf-8").casefold()
        assert not [word for word in telling if word.casefold() in text], path.name


def test_published_articles_hide_their_outlets(published: Path) -> None:
    """The published articles' outlets, where they are named, do not stand in the masked texts."""
    from framing.articles.corpus import read_articles

    found = mask_articles(compare_articles(read_articles(published), "us-iraq"))
    text = " ".join(article.text for article in found)
    assert not re.search(r"Al-Fassel|The Cradle|News Desk|Anas al-Bar", text)


def test_evidence_keeps_its_words_in_the_masked_text(material: Material) -> None:
    """Every mark, mapped to the masked text, holds the words it had, and lies in its passage."""
    texts = {article.letter: article.text for article in material.articles}
    assert len(material.marks) > 50
    for letter, start, end, text, ref in iter_columns(material.marks, "letter", "start", "end", "text", "ref"):
        assert texts[letter][start:end] == text
        article, passage = material.passages[ref]
        assert article.letter == letter
        assert passage.start <= start < end <= passage.end


def test_sentences_lie_in_passages_and_hold_words(material: Material) -> None:
    """Every sentence of the masked text lies in one passage, in order, without overlap."""
    for article in material.articles:
        flat = [edge for pair in article.sentences for edge in pair]
        assert flat == sorted(flat)
        assert -1 not in article.passages_of([start for start, _ in article.sentences])


def test_letters_do_not_follow_the_order_of_the_files(comparison: Comparison) -> None:
    """Letters come from the texts, so that the same articles in another order get the same letters."""
    turned = compare_articles(Corpus(tuple(reversed(comparison.articles)), comparison.event))
    first, second = ({one.article_id: one.letter for one in mask_articles(made)} for made in (comparison, turned))
    assert first == second


def test_a_listed_outlet_is_hidden_under_all_its_names() -> None:
    """Aliases and domains of the registry are masked too, and an address that is none breaks nothing."""
    shown = mask("The BBC said so on bbc.co.uk today.", outlet="BBC News", url="http://[")
    assert "Outlet X said so on [address] today." in shown
