"""DOCX of the report: styles, captions, repeated heads, the same findings as the page, hostile text as text."""

import io
import re
import zipfile
from typing import Any

import docx
import pytest
from lxml import etree

from framing.comparison.comparison import Comparison
from framing.report.blocks import Items, Sheet, say
from framing.report.findings import find_differences, find_sides
from framing.report.formats.word_file import render_docx
from framing.report.method import LIMITS
from framing.report.overview import make_overview
from framing.report.written.report import make_report

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def data(compared: Comparison) -> bytes:
    """The shipped event's report."""
    return render_docx(make_report(compared, with_checks=False))


@pytest.fixture(scope="module")
def document(data: bytes) -> Any:
    """The same, read again."""
    return docx.Document(io.BytesIO(data))


def read_said(document: Any) -> list[str]:
    """Return every paragraph, those in tables too."""
    return [" ".join(text.text or "" for text in paragraph.iter(f"{WORD}t")) for paragraph in document.element.body.iter(f"{WORD}p")]


def test_headings_are_those_of_the_report(document: Any) -> None:
    """Real headings, in the order of the page; the title is the event's."""
    heads = [paragraph.text for paragraph in document.paragraphs if paragraph.style.name == "Heading 1"]
    wanted = ["In short", "Scores", "Sides", "Differences", "Headlines side by side", "Who speaks", "Frame by voice", "What they are called"]
    wanted += ["Who does what to whom", "Who tells what", "Figures that differ", "Only here, left out here", "Distinctive words", "Loaded words"]
    assert heads == [*wanted, "Generic frames", "Evidence", "Repairs and warnings", "What to know of the articles first", "Method and limits"]
    assert document.paragraphs[0].style.name == "Title"


def test_findings_and_their_passages_stand_there(document: Any, compared: Comparison) -> None:
    """The overview's findings are numbered, each with its passages below; sides and differences, and the limits, are told in the same words."""
    said = "\n".join(read_said(document))
    for one in make_overview(compared).findings:
        assert one.text in said and all(link.text in said for link in one.links)
    assert all(finding.text in said for finding in find_sides(compared) + find_differences(compared))
    assert all(limit in said for limit in LIMITS)
    numbered = [paragraph for paragraph in document.paragraphs if paragraph.style.name == "List Number"]
    assert len(numbered) >= len(make_overview(compared).findings)


def test_tables_have_captions_and_heads_that_repeat(document: Any) -> None:
    """Each table follows a numbered caption, its first row is repeated, no row breaks, and it says what its columns are."""
    captions = [paragraph for paragraph in document.paragraphs if paragraph.style.name == "Caption"]
    assert len(captions) == len(document.tables) > 10
    numbers = ["".join(text.text for text in paragraph._p.iter(f"{WORD}t")).split(":")[0] for paragraph in captions]
    assert numbers == [f"Table {number}" for number in range(1, len(captions) + 1)]
    for table in document.tables:
        assert table._tbl.getprevious().pPr.pStyle.val == "Caption"
        assert table.rows[0]._tr.find(f".//{WORD}tblHeader") is not None and table.rows[0]._tr.find(f".//{WORD}cantSplit") is not None
        assert table._tbl.tblPr.find(f"{WORD}tblDescription") is not None


def test_looks_are_styles(document: Any) -> None:
    """No run is formatted by hand: a teacher changes a style once."""
    direct = {"b", "i", "color", "sz", "rFonts", "u"}
    runs = [run for run in document.element.body.iter(f"{WORD}rPr") if {child.tag.removeprefix(WORD) for child in run} & direct]
    assert runs == []


def test_every_style_is_one_of_the_document(document: Any) -> None:
    """No paragraph, run or table names a style that is not there."""
    known = {style.style_id for style in document.styles}
    used = {element.get(f"{WORD}val") for name in ("pStyle", "rStyle", "tblStyle") for element in document.element.body.iter(f"{WORD}{name}")}
    assert used <= known and {"TableText", "Strong", "ListBullet2", "PassageTitle"} <= used


def test_numbered_lists_begin_anew() -> None:
    """Each numbered list has a numbering of its own that begins at 1."""
    lists = Items((say("one"), say("two")), is_numbered=True)
    document = docx.Document(io.BytesIO(render_docx(Sheet("t", "a", (lists, lists)))))
    used = [paragraph._p.pPr.numPr.numId.val for paragraph in document.paragraphs if paragraph.style.name == "List Number"]
    assert used[0] == used[1] != used[2] == used[3]
    starts = {int(num.numId): num.xpath("./w:lvlOverride/w:startOverride/@w:val") for num in document.part.numbering_part.element.num_lst}
    assert starts[used[0]] == starts[used[2]] == ["1"]


def test_hostile_text_stays_text(hostile: Comparison) -> None:
    """Every part is well-formed, nothing leads outside, no field but the program's own, and no character that Word cannot hold."""
    with zipfile.ZipFile(io.BytesIO(render_docx(make_report(hostile)))) as file:
        for name in file.namelist():
            if name.endswith((".xml", ".rels")):
                root = etree.fromstring(file.read(name))
                assert not root.xpath("//*[@TargetMode='External']"), name
        body = file.read("word/document.xml").decode("utf-8")
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in body and "\u202e" not in body
    assert set(re.findall(r'w:instr="([^"]*)"', body)) == {" SEQ Table "}


@pytest.mark.parametrize("name", ["untopical", "poor"])
def test_edges_are_whole_documents(name: str, request: pytest.FixtureRequest) -> None:
    """Without a topic, or with too little evidence, the document says so."""
    document = docx.Document(io.BytesIO(render_docx(make_report(request.getfixturevalue(name), with_checks=False))))
    assert any("Nothing is carried by enough evidence" in said for said in read_said(document))


def test_the_same_report_gives_the_same_bytes(data: bytes, compared: Comparison) -> None:
    """Nothing in the file depends on the day; every member has one fixed date."""
    assert render_docx(make_report(compared, with_checks=False)) == data
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        assert {member.date_time for member in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
