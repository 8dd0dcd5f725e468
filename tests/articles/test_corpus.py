"""Corpora from any mix of folders, files and tables."""

import gzip
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import framing.articles.corpus
from framing.articles.article import Article
from framing.articles.corpus import iter_articles, read_articles
from framing.errors import Fault, FramingError


def write(path: Path, content: str) -> Path:
    """Write a text file and return its path."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, "utf-8")
    return path


def test_folders_files_and_tables_join(tmp_path: Path) -> None:
    """Paths of every kind are read in the order they were named."""
    folder = write(tmp_path / "event" / "a.txt", "One.").parent
    single = write(tmp_path / "b.md", "Two.")
    table = write(tmp_path / "c.csv", "text,outlet\nThree.,Pier Post\n")
    assert [article.raw_text for article in read_articles(folder, single, str(table))] == ["One.", "Two.", "Three."]


def test_reading_streams(tmp_path: Path) -> None:
    """Articles are yielded as they are read: a table that cannot be read stops nothing before it."""
    items = iter_articles([write(tmp_path / "a.txt", "One."), write(tmp_path / "b.csv", "words\nx\n")])
    assert isinstance(items, Iterator)
    first = next(items)
    assert isinstance(first, Article) and first.raw_text == "One."
    with pytest.raises(FramingError, match="lacks the column text"):
        next(items)


def test_a_missing_path_is_said_before_anything_is_read(tmp_path: Path) -> None:
    """A path that is not there stops a run at once, and not after the archive before it was read."""
    with pytest.raises(FramingError, match="missing: is not there"):
        next(iter_articles([write(tmp_path / "a.txt", "One."), tmp_path / "missing"]))


@pytest.mark.parametrize("content", ["", " \n\t\n", "---\noutlet: The Jetty\n---\n"])
def test_an_empty_article_is_a_fault(tmp_path: Path, content: str) -> None:
    """A file without text, also below its front matter, is no article; the others go through."""
    write(tmp_path / "a.txt", content)
    write(tmp_path / "b.txt", "Two.")
    corpus = read_articles(tmp_path)
    assert [article.article_id for article in corpus] == ["b"]
    assert [str(fault) for fault in corpus.faults] == [f"{tmp_path / 'a.txt'}: is empty; an article needs text"]


def test_an_overlong_article_is_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit is said beside the length."""
    monkeypatch.setattr(framing.articles.corpus, "LONGEST_ARTICLE", 1_000)
    write(tmp_path / "a.txt", "x" * 1_001)
    write(tmp_path / "b.txt", "x" * 1_000)
    corpus = read_articles(tmp_path)
    assert [article.article_id for article in corpus] == ["b"]
    assert "1,001 characters; at most 1,000" in corpus.faults[0].what


def test_an_id_that_stands_already_gets_a_number(tmp_path: Path) -> None:
    """Two articles of one id are both kept, and a fault says how the second is called."""
    one, two = write(tmp_path / "x" / "a.txt", "One."), write(tmp_path / "y" / "a.txt", "Two.")
    corpus = read_articles(one, two)
    assert [(article.article_id, article.raw_text) for article in corpus] == [("a", "One."), ("a-2", "Two.")]
    assert [fault.what for fault in corpus.faults] == ["id 'a' stands already; this article is called 'a-2'"]


def test_ids_are_unique_whatever_they_are(tmp_path: Path) -> None:
    """No two articles of a corpus have one id, also where one is called as another was renamed."""
    path = write(tmp_path / "a.csv", "id,text\na,One.\na,Two.\na-2,Three.\n")
    ids = [article.article_id for article in read_articles(path)]
    assert len(set(ids)) == 3


def test_nothing_readable_is_an_error_with_every_fault(tmp_path: Path) -> None:
    """Where no article is left, all faults are said at once."""
    write(tmp_path / "a.txt", "")
    (tmp_path / "b.txt").write_bytes(b"\0")
    with pytest.raises(FramingError) as raised:
        read_articles(tmp_path)
    assert [Path(fault.place).name for fault in raised.value.faults] == ["a.txt", "b.txt"]


def test_no_path_is_an_error() -> None:
    """To name nothing is said as such."""
    with pytest.raises(FramingError, match="no path: holds no article"):
        read_articles()


@pytest.mark.parametrize(("name", "ending"), [("a.pdf", r"\.pdf"), ("a", "nothing")])
def test_another_kind_of_file_is_refused(tmp_path: Path, name: str, ending: str) -> None:
    """The message says what the file ends in and what is allowed."""
    with pytest.raises(FramingError, match=rf"ends in {ending}; allowed are folders and files that end in \.txt, \.md, \.csv"):
        read_articles(write(tmp_path / name, "x"))


@pytest.mark.parametrize(("second", "agreed"), [("ferry", True), ("fire", False)])
def test_the_event_is_kept_where_corpora_agree(tmp_path: Path, second: str, agreed: bool) -> None:
    """Two folders of one event are that event; of two, none."""
    for folder, event in (("x", "ferry"), ("y", second)):
        write(tmp_path / folder / f"{folder}.txt", "Text.")
        write(tmp_path / folder / "event.toml", f'event_id = "{event}"\n')
    event = read_articles(tmp_path / "x", tmp_path / "y").event
    assert (event is not None and event.event_id == "ferry") is agreed


def test_faults_and_articles_come_in_the_order_of_reading(tmp_path: Path) -> None:
    """A stream tells what was wrong at the place where it was wrong."""
    for name, content in (("a.txt", "One."), ("b.txt", ""), ("c.txt", "Three.")):
        write(tmp_path / name, content)
    assert [type(item) for item in iter_articles([tmp_path])] == [Article, Fault, Article]


def test_a_crawl_is_a_corpus(tmp_path: Path, page_folder: Path, make_record: Callable[..., bytes]) -> None:
    """The pages of a WARC archive are articles, named after the file, with the outlet the page names, or its host; the others are faults."""
    pages = [(page_folder / name).read_bytes() for name in ("newsarticle.html", "bare.html")]
    records = [make_record(f"https://x.example.org/{at}", page) for at, page in enumerate([*pages, b"<p>x"])]
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(b"".join(gzip.compress(record) for record in records))
    corpus = read_articles(path)
    assert [article.article_id for article in corpus] == ["crawl-1", "crawl-2"]
    assert corpus[0].headline == "Ferry leaves late again" and corpus[0].url.startswith("https://")
    assert all(article.outlet for article in corpus) and len(corpus.faults) == 1
