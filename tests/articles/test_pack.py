"""A corpus as one file: packed and unpacked it is the same, and every reader takes either."""

from dataclasses import replace
from pathlib import Path

import pytest

from framing.articles.adding import Wish, add_sources
from framing.articles.article import Corpus
from framing.articles.corpus import read_articles
from framing.articles.outlets import Registry
from framing.articles.pack import pack_corpus
from framing.articles.packed import read_event_text
from framing.articles.stats import count_corpus, group_row, make_stats
from framing.articles.unpack import split_corpus, unpack_corpus
from framing.errors import FramingError

each_format = pytest.mark.parametrize("suffix", [".parquet", ".sqlite"])


@pytest.fixture
def corpus(tmp_path: Path, page_folder: Path) -> Path:
    """A folder with an event, two articles that were added with raw files, one written by hand, and one in old letters."""
    folder = tmp_path / "corpus"
    wish = Wish(Registry(()), outlet="The Jetty")
    assert len(list(add_sources([str(page_folder / "newsarticle.html"), str(page_folder / "amp.html")], folder, wish))) == 2
    (folder / "by-hand.txt").write_text("Ferry late\n\nNo front matter here.\n", "utf-8", newline="")
    (folder / "dos.md").write_text("---\r\noutlet: Pier Post\r\nfictional: true\r\n---\r\nCafé.\r\n", "utf-8", newline="")
    (folder / "event.toml").write_text('event_id = "ferry"\nlabel = "The ferry"\n', "utf-8")
    return folder


def plain(corpus: Corpus) -> list[object]:
    """Return the articles of a corpus without the place they were read from."""
    return [replace(article, place="") for article in corpus]


@each_format
def test_packed_and_unpacked(corpus: Path, tmp_path: Path, suffix: str) -> None:
    """Every file comes back byte for byte: front matter, text, raw files, event."""
    assert pack_corpus([corpus], tmp_path / f"one{suffix}") == (4, [])
    assert unpack_corpus(tmp_path / f"one{suffix}", tmp_path / "again") == 4
    files = {path.relative_to(corpus): path.read_bytes() for path in corpus.rglob("*") if path.is_file()}
    assert {path.relative_to(tmp_path / "again"): path.read_bytes() for path in (tmp_path / "again").rglob("*") if path.is_file()} == files


@each_format
def test_read_as_the_folder_is(corpus: Path, tmp_path: Path, suffix: str) -> None:
    """The packed file gives the same articles and event as the folder."""
    pack_corpus([corpus], tmp_path / f"one{suffix}")
    packed, folder = read_articles(tmp_path / f"one{suffix}"), read_articles(corpus)
    assert plain(packed) == plain(folder)
    assert packed.event == folder.event


def test_packed_from_one_format_into_another(corpus: Path, tmp_path: Path) -> None:
    """A packed file can be packed anew, and keeps all that the folder had."""
    pack_corpus([corpus], tmp_path / "one.sqlite")
    assert pack_corpus([tmp_path / "one.sqlite"], tmp_path / "two.parquet") == (4, [])
    assert read_event_text(tmp_path / "two.parquet") == (corpus / "event.toml").read_text("utf-8")
    unpack_corpus(tmp_path / "two.parquet", tmp_path / "again")
    files = {path.relative_to(corpus): path.read_bytes() for path in corpus.rglob("*") if path.is_file()}
    assert {path.relative_to(tmp_path / "again"): path.read_bytes() for path in (tmp_path / "again").rglob("*") if path.is_file()} == files
    counts, _ = split_corpus([tmp_path / "one.sqlite"], tmp_path / "parts", lambda row: group_row(row, "outlet"))
    assert len(list((tmp_path / "parts" / "the-jetty" / "raw").iterdir())) == counts["the-jetty"] == 2


def test_a_table_is_packed_too(tmp_path: Path) -> None:
    """A table that is no packed corpus becomes one, its fields as front matter."""
    (tmp_path / "t.csv").write_text("id,outlet,text\none,The Jetty,Boats.\n", "utf-8")
    pack_corpus([tmp_path / "t.csv"], tmp_path / "one.parquet")
    unpack_corpus(tmp_path / "one.parquet", tmp_path / "again")
    assert (tmp_path / "again" / "one.txt").read_text("utf-8") == "---\nid: one\noutlet: The Jetty\n---\nBoats.\n"


@each_format
def test_nothing_half_packed(corpus: Path, tmp_path: Path, suffix: str) -> None:
    """Where nothing could be packed an older file stays as it was; another ending is refused."""
    (tmp_path / f"one{suffix}").write_bytes(b"old")
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / "a.txt").write_text(" ", "utf-8")
    with pytest.raises(FramingError, match="holds no article to pack"):
        pack_corpus([tmp_path / "empty"], tmp_path / f"one{suffix}")
    assert (tmp_path / f"one{suffix}").read_bytes() == b"old"
    with pytest.raises(FramingError, match=r"allowed are \.parquet and \.sqlite"):
        pack_corpus([corpus], tmp_path / "one.zip")


def test_unpacking_over_something(corpus: Path, tmp_path: Path) -> None:
    """A folder that holds anything is not written into."""
    pack_corpus([corpus], tmp_path / "one.parquet")
    with pytest.raises(FramingError, match="already and not empty"):
        unpack_corpus(tmp_path / "one.parquet", corpus)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("file", "../evil.txt"), ("file", "/tmp/evil.txt"), ("file", ".hidden.txt"), ("file", "a.py"), ("raw_name", "../evil.html"),
        ("raw_name", "event.toml"),
    ],
)  # fmt: skip
def test_names_that_lead_out(corpus: Path, tmp_path: Path, column: str, value: str) -> None:
    """A packed file whose names lead out of the folder is refused whole."""
    import sqlite3
    from contextlib import closing

    pack_corpus([corpus], tmp_path / "one.sqlite")
    with closing(sqlite3.connect(tmp_path / "one.sqlite")) as base, base:
        base.execute(f"UPDATE articles SET {column} = ? WHERE raw IS NOT NULL", (value,))
    before = sorted(tmp_path.iterdir())
    with pytest.raises(FramingError):
        unpack_corpus(tmp_path / "one.sqlite", tmp_path / "again")
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize("name", ["a.parquet", "a.sqlite"])
def test_what_is_no_packed_corpus(tmp_path: Path, name: str) -> None:
    """Another file of that name is one error."""
    (tmp_path / name).write_bytes(b"nothing of the kind" * 20)
    with pytest.raises(FramingError, match="is no packed corpus"):
        unpack_corpus(tmp_path / name, tmp_path / "again")


def test_split(corpus: Path, tmp_path: Path) -> None:
    """A corpus is split into folders by outlet, each with the event; nothing is lost."""
    counts, faults = split_corpus([corpus], tmp_path / "parts", lambda row: group_row(row, "outlet"))
    assert (counts, faults) == ({"pier-post": 1, "the-jetty": 2, "unnamed-outlet-by-hand": 1}, [])
    assert [len(read_articles(tmp_path / "parts" / name)) for name in counts] == [1, 2, 1]
    event = read_articles(tmp_path / "parts" / "the-jetty").event
    assert event and event.event_id == "ferry"


def test_halves_depend_on_the_text_alone() -> None:
    """Which half an article falls into does not depend on its name or place; both halves get some."""
    rows = [{"text": f"Text {number}", "id": number} for number in range(100)]
    halves = [group_row(row, "half") for row in rows]
    assert halves == [group_row({**row, "id": "other"}, "half") for row in rows]
    assert 30 < halves.count("first-half") < 70


@pytest.mark.parametrize(("by", "group"), [("month", "2024-05"), ("event", "no-event"), ("outlet", "X"), ("language", "unsure")])
def test_groups(by: str, group: str) -> None:
    """Rows are grouped by what is known of them; what is not known is a group too."""
    assert group_row({"published": "2024-05-02", "event": "", "outlet": "X", "language": "", "text": "Late."}, by) == group


def test_stats(corpus: Path) -> None:
    """Articles, words, dates and languages are counted by outlet and in all."""
    table = make_stats(count_corpus(read_articles(corpus))).set_index("outlet")
    assert table.loc["The Jetty"].tolist()[0] == 2
    assert table.loc["The Jetty", ["first", "last", "undated", "languages"]].tolist() == ["2024-05-02", "2024-05-05", 0, "en 2"]
    assert table.loc["all", ["articles", "first", "last", "undated"]].tolist() == [4, "2024-05-02", "2024-05-05", 2]
