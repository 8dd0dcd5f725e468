"""What the classroom's tests share: the shipped event's pack, a hostile corpus with its pack, and coders' files."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from framing.articles.article import Article, Corpus
from framing.articles.corpus import read_articles
from framing.classroom.material import Material, make_material
from framing.classroom.pack import Pack, read_pack
from framing.classroom.writing import write_pack
from framing.comparison.comparison import Comparison, compare_articles
from framing.shipped import find_shipped

HOSTILE = """<script>alert(1)</script> US troops stay

By Eve <img src=x onerror=alert(2)> Adams

The US occupation of Iraq goes on, said </script><script>alert(3)</script> a man. US troops are \u202eoccupiers\u202c of Iraq.

=HYPERLINK("javascript:alert(4)") is a partner of US troops in Iraq, <a href="javascript:alert(5)" onclick="alert(6)">they say</a>.

Foreign troops in Iraq are partners. The US presence in Iraq is an occupation.

This newspaper told The Daily Owl that US troops must leave Iraq. 🦉 It was late.
"""
PLAIN = """Partners meet again

US troops are partners of Iraq. The minister told The Daily Owl that the US partnership helps Iraq. Iraqi and American soldiers train together.

The US military presence in Iraq is welcome, he told us. US advisers protect Iraq at the request of its government.
"""


@pytest.fixture(scope="session")
def comparison() -> Comparison:
    """The shipped event, compared."""
    return compare_articles(read_articles(find_shipped("seeds") / "us-iraq-dialogue"))


@pytest.fixture(scope="session")
def material(comparison: Comparison) -> Material:
    """The shipped event's material for the middle level."""
    return make_material(comparison, "16")


@pytest.fixture(scope="session")
def pack_folder(comparison: Comparison, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped event's pack."""
    folder = tmp_path_factory.mktemp("class") / "pack"
    write_pack(comparison, folder)
    return folder


@pytest.fixture(scope="session")
def hostile() -> Comparison:
    """Two articles full of what must stay text, compared."""
    articles = (
        Article("owl", "The Daily Owl", "", HOSTILE, byline="Eve Adams", url="https://www.daily-owl.example/x"),
        Article("hare", '=cmd()"><script>', "", PLAIN),
    )
    return compare_articles(Corpus(articles), "us-iraq")


@pytest.fixture(scope="session")
def hostile_folder(hostile: Comparison, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The hostile articles' pack."""
    folder = tmp_path_factory.mktemp("class") / "hostile"
    write_pack(hostile, folder, "14")
    return folder


@pytest.fixture(scope="session")
def pack(pack_folder: Path) -> Pack:
    """The shipped event's pack as read."""
    return read_pack(pack_folder)


@pytest.fixture
def save(pack: Pack, tmp_path: Path) -> Callable[..., Path]:
    """A function that writes a file as the annotation page would; any part can be replaced."""

    def write(name: str, marks: list[dict[str, Any]] | None = None, **parts: Any) -> Path:
        record = {"format": "framing-annotation", "version": 1, "pack": pack.pack_id, "coder": name, "finished": ["A"], "marks": marks or [], **parts}
        path = tmp_path / f"{name}.json"
        path.write_text(json.dumps(record), "utf-8")
        return path

    return write


@pytest.fixture
def mark_sentence(pack: Pack) -> Callable[..., dict[str, Any]]:
    """A function that marks a whole sentence of article A, by its number from 0."""

    def mark(number: int, pole: str = "occupation", voice: str = "own", axis: str = "presence") -> dict[str, Any]:
        start, end = pack.sentences["A"][number]
        text = pack.texts["A"][start:end]
        return {"article": "A", "start": start, "end": end, "axis": axis, "pole": pole, "voice": voice, "text": text}

    return mark
