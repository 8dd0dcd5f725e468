"""`framing classroom` and `framing agree` as a teacher runs them."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def lesson(framing: Callable[..., Any], seeds: Path) -> Path:
    """A pack made from the shipped event in the folder the test stands in."""
    said = framing("classroom", seeds, "--level", "14", "--out", "lesson")
    assert said.code == 0
    return Path("lesson").resolve()


def test_a_pack_says_what_to_open(framing: Callable[..., Any], seeds: Path) -> None:
    """The command writes ten files and names the page to open first."""
    said = framing("classroom", seeds, "--out", "lesson")
    assert (said.code, said.err) == (0, "")
    assert said.out == "10 files in lesson; open lesson/index.html\n"
    names = sorted(path.name for path in Path("lesson/students").iterdir())
    assert names == ["annotate.html", "side-by-side.html", "worksheet.docx", "worksheet.html"]


def test_a_pack_needs_a_topic(framing: Callable[..., Any], pages: Path) -> None:
    """Without a topic the command says how to name one and which would fit, and writes nothing."""
    said = framing("classroom", pages, "--out", "lesson")
    assert said.code == 1
    assert "--topic" in said.err
    assert not Path("lesson").exists()


def test_agree_finds_the_pack_beside_the_files(framing: Callable[..., Any], lesson: Path) -> None:
    """Files saved into the pack's folder need no --pack, and the folder stands for them; a bad one is a warning, and too little data is said."""
    pack = json.loads((lesson / "teacher" / "pack.json").read_text("utf-8"))
    record = {"format": "framing-annotation", "version": 1, "pack": pack["pack_id"], "coder": "Ana", "finished": ["A"], "marks": []}
    (lesson / "ana.json").write_text(json.dumps(record), "utf-8")
    (lesson / "bad.json").write_text("{", "utf-8")
    said = framing("agree", lesson)
    assert said.code == 0
    assert "bad.json: is no file of marks" in said.err
    assert "too little data (1 coder" in said.out
    assert Path("agreement/agreement.html").exists()


def test_agree_without_any_text_names_the_way_out(framing: Callable[..., Any], tmp_path: Path) -> None:
    """A CSV alone cannot be compared: the error names --pack."""
    path = tmp_path / "alone.csv"
    path.write_text("coder,article,start,end,pole,voice\nAna,A,0,5,occupation,own\n", "utf-8")
    said = framing("agree", path)
    assert said.code == 1
    assert "--pack" in said.err
