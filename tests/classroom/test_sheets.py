"""The sheets: worksheet without answers, key with all of them, lesson with its timings, as pages and DOCX."""

import io
import json
import re
import zipfile
from dataclasses import replace
from html import unescape
from itertools import pairwise
from pathlib import Path

import pytest
from docx import Document

from framing.articles.article import Article, Corpus
from framing.classroom.anchors import find_pair
from framing.classroom.annotate import render_annotate
from framing.classroom.key import make_key
from framing.classroom.lesson import make_lesson
from framing.classroom.lists import LEVELS
from framing.classroom.material import Material, make_material
from framing.classroom.page import render_sheet
from framing.classroom.tasks import make_tasks
from framing.classroom.worksheet import make_worksheet
from framing.classroom.writing import write_pack
from framing.comparison.comparison import Comparison, compare_articles
from framing.errors import FramingError
from framing.report.formats.word_file import render_docx
from framing.report.plain import iter_columns
from framing.report.words import say_interval, say_number

TAG = re.compile(r"<[^>]+>")


def read_page(path: Path) -> str:
    """Return the visible text of a page."""
    body = path.read_text("utf-8").partition("</head>")[2]
    return " ".join(unescape(TAG.sub(" ", body)).split())


@pytest.mark.parametrize("level", LEVELS)
def test_every_question_names_passages_that_stand_on_the_sheet(comparison: Comparison, level: str) -> None:
    """Each task asks about one or two passages that exist, are printed on the worksheet, and says why they were chosen."""
    material = make_material(comparison, level)
    tasks = make_tasks(material)
    page = render_sheet(make_worksheet(material, tasks))
    for task in tasks:
        assert 1 <= len(task.refs) <= 2
        assert task.why
        assert all(f'id="{ref}"' in page for ref in task.refs)


def test_levels_grow(comparison: Comparison) -> None:
    """14+ has one question to mark and fewer, shorter tasks than 16+; the university level asks about figures."""
    made = [make_material(comparison, level) for level in LEVELS]
    assert [len(one.axes) for one in made] == [1, 2, 3]
    counts = [len(make_tasks(one)) for one in made]
    assert counts == sorted(counts)
    pages = [render_sheet(make_worksheet(one, make_tasks(one))) for one in made]
    assert ["alpha" in page for page in pages] == [False, True, True]
    assert ["Figures and how sure they are" in page for page in pages] == [False, False, True]


def test_the_tasks_cover_namles_concepts(material: Material) -> None:
    """At 16+ every group of NAMLE's key questions is asked, and NAMLE is named."""
    concepts = " ".join(task.concept for task in make_tasks(material))
    for word in ("Authorship", "Purpose", "Economics", "Impact", "Content", "Techniques", "Interpretations", "Context", "Credibility"):
        assert word in concepts
    assert "National Association for Media Literacy Education" in render_sheet(make_worksheet(material, make_tasks(material)))


def test_the_worksheet_holds_no_answers(material: Material, pack_folder: Path) -> None:
    """No weight, reason, figure or hint of the key stands in what students get."""
    page = read_page(pack_folder / "students" / "worksheet.html")
    annotate = (pack_folder / "students" / "annotate.html").read_text("utf-8")
    for hint in [task.key for task in make_tasks(material)]:
        assert hint not in page
    assert not re.search(r"weight|n=\d|interval\)", page)
    known = json.loads(annotate.partition('id="pack">')[2].partition("</script>")[0])
    assert set(known) == {"format", "version", "pack_id", "title", "axes", "articles"}
    assert {key for one in known["articles"] for key in one} == {"article", "text", "passages", "sentences"}


def test_the_key_holds_spans_figures_and_outlets(material: Material, pack_folder: Path) -> None:
    """Every span with its end and voice, every outlet, figures with their intervals, what they do not say, what is arguable."""
    page = read_page(pack_folder / "teacher" / "key.html")
    for article in material.comparison.articles:
        assert article.outlet in page
    for text in set(material.marks["text"]):
        assert f"“{' '.join(text.split())}”" in page
    scores = material.comparison.tables["scores"]
    shown = scores[(scores["zone"] == "all") & scores["axis"].isin([axis.axis_id for axis in material.axes]) & scores["bias"].notna()]
    assert len(shown) > 3
    for bias, low, high, n in iter_columns(shown, "bias", "low", "high", "n"):
        assert f"{say_number(bias)} ({say_interval(low, high)}), n={n}" in page
    for words in ("too little evidence", "What these figures do not say", "What the figures hang on"):
        assert words in page
    assert "both voices in one sentence" in page


@pytest.mark.parametrize("name", ["students/worksheet", "teacher/key", "teacher/lesson"])
def test_no_sheet_rates_truth_or_calls_an_outlet_biased(pack_folder: Path, name: str) -> None:
    """No sentence says that an outlet is biased or a statement is false; where the words stand they are denied."""
    for sentence in re.split(r"(?<=[.?!:]) ", read_page(pack_folder / f"{name}.html")):
        if re.search(r"\b(?:biased|unbiased|propaganda|fake)\b", sentence):
            assert re.search(r"\b(?:no|not)\b", sentence), sentence


def test_the_plans_add_up(material: Material) -> None:
    """The steps of each plan fill 45 and 90 minutes, one after the other."""
    page = render_sheet(make_lesson(material, make_tasks(material)))
    times = [tuple(map(int, pair)) for pair in re.findall(r"(\d+)–(\d+) min", page)]
    assert [end for (_, end), (start, _) in zip(times, [*times[1:], (0, 0)], strict=True) if start == 0] == [45, 90]
    assert all(end == start for (_, end), (start, _) in pairwise(times) if start)


def test_docx_says_what_the_page_says(pack_folder: Path) -> None:
    """The DOCX opens, is A4, and holds the headings, passages and tables of the page."""
    document = Document(str(pack_folder / "students" / "worksheet.docx"))
    text = " ".join(paragraph.text for paragraph in document.paragraphs)
    assert document.sections[0].page_width.mm == pytest.approx(210, abs=0.5)
    assert [style for style in {paragraph.style.name for paragraph in document.paragraphs} if style.startswith(("Title", "Heading"))]
    for words in ("What to look for", "A1  Washington dialogue opens", "Looking back"):
        assert words in text
    assert "Partnership" in document.tables[0].rows[1].cells[0].text


def test_the_same_articles_give_the_same_bytes(comparison: Comparison, pack_folder: Path, tmp_path: Path) -> None:
    """A pack made again is the same to the byte, DOCX included, and no member of a DOCX carries today's date."""
    for path in write_pack(comparison, tmp_path / "again"):
        assert path.read_bytes() == (pack_folder / path.relative_to(tmp_path / "again")).read_bytes(), path.name
    with zipfile.ZipFile(pack_folder / "teacher" / "key.docx") as file:
        assert {member.date_time for member in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_hostile_text_stays_text_in_every_sheet(hostile_folder: Path) -> None:
    """Script tags, handlers, addresses and marks that turn the writing direction never become markup, in no page and no DOCX."""
    pages = sorted(hostile_folder.rglob("*.html"))
    assert len(pages) == 6
    for path in pages:
        page = path.read_text("utf-8")
        scripts = re.findall(r"<script[^>]*>", page)
        assert scripts == (['<script type="application/json" id="pack">', "<script>"] if path.name == "annotate.html" else [])
        assert not re.search(r"<img|<a [^>]*javascript|<[a-z]+ [^>]*\bon\w+=", page)
        assert "\u202e" not in page
    for path in hostile_folder.rglob("*.docx"):
        with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as file:
            assert "\u202e" not in file.read("word/document.xml").decode()


@pytest.mark.parametrize(
    ("topic", "level", "number", "said"),
    [("us-iraq", "12", 5, "level: '12' is unknown; allowed are 14, 16, university"), ("us-iraq", "14", 1, "at least 2"), (None, "14", 5, "--topic")],
)
def test_what_cannot_be_taught_with_is_refused(comparison: Comparison, topic: str | None, level: str, number: int, said: str) -> None:
    """An unknown level, one article and no topic are one clear error each."""
    with pytest.raises(FramingError, match=re.escape(said)):
        make_material(compare_articles(comparison.articles[:number], topic), level)


@pytest.mark.parametrize(
    ("fictional", "said"),
    [((True, True), "These articles are fictional:"), ((True, False), "Some of these articles are fictional ("), ((), "")],
)
def test_students_are_told_which_articles_are_fictional(fictional: tuple[bool, ...], said: str) -> None:
    """Worksheet and annotation page say that all articles are invented, or name those that are, or say nothing of it."""
    texts = ("Rain again\n\nRain fell on the hill.", "Sun again\n\nThe sun shone on the moor.")
    flags = fictional or (False, False)
    articles = tuple(Article(f"a{n}", f"Paper {n}", "", text, fictional=flag) for n, (text, flag) in enumerate(zip(texts, flags, strict=True)))
    material = make_material(compare_articles(Corpus(articles), "climate"), "14")
    for page in (render_sheet(make_worksheet(material, make_tasks(material))), render_annotate(material)):
        assert said in page if said else "fictional" not in page
        if said.startswith("Some"):
            assert f"({next(one.letter for one in material.articles if one.article_id == 'a0')})" in page


def test_articles_of_one_outlet_are_told_in_the_key_and_not_set_against_each_other() -> None:
    """The key names the letters that hide one outlet, students learn that there are such, and no pair of poles comes from one outlet."""
    texts = ("The US occupation of Iraq goes on. US troops are occupiers.", "US troops are partners of Iraq, at its request.", "Iraq is calm.")
    names = ("The Quarry Gull", "Quarry Gull", "Stone Weekly")
    articles = tuple(Article(f"a{n}", name, "", f"Talks {n}\n\n{text}") for n, (name, text) in enumerate(zip(names, texts, strict=True)))
    material = make_material(compare_articles(Corpus(articles), "us-iraq"), "14")
    tasks = make_tasks(material)
    letters = {one.article_id: one.letter for one in material.articles}
    first, second = sorted((letters["a0"], letters["a1"]))
    assert f"{first} and {second} are articles of one outlet" in render_sheet(make_key(material, tasks))
    assert "two letters can be one outlet" in render_sheet(make_worksheet(material, tasks))
    assert not find_pair(material)
    apart = make_material(compare_articles(Corpus((replace(articles[0], outlet="Hill Owl"), *articles[1:])), "us-iraq"), "14")
    assert len(find_pair(apart)) == 2
    assert "can be one outlet" not in render_sheet(make_worksheet(apart, make_tasks(apart)))


def test_a_sheet_renders_without_marks() -> None:
    """Articles in which nothing is found still give a whole pack."""
    text = "Rain again\n\nRain fell all day on the {}.\n\nNobody went out."
    articles = tuple(Article(name, name.title(), "", text.format(name)) for name in ("hill", "moor"))
    material = make_material(compare_articles(Corpus(articles), "climate"), "university")
    assert "Nobody went out" in render_sheet(make_worksheet(material, make_tasks(material)))
    assert render_docx(make_lesson(material, make_tasks(material)))[:2] == b"PK"
