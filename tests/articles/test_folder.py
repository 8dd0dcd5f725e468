"""Articles from text files and folders of them."""

from pathlib import Path

import pytest

from framing.articles.article import Article
from framing.articles.corpus import read_articles
from framing.articles.folder import read_event, read_file, read_folder
from framing.errors import Fault, FramingError


def write(folder: Path, **files: str) -> Path:
    """Write text files; in their names __ stands for a dot."""
    for name, content in files.items():
        (folder / name.replace("__", ".")).write_text(content, "utf-8")
    return folder


def test_a_folder_is_read_in_the_order_of_names(tmp_path: Path) -> None:
    """Every .txt and .md file is an article called after its file."""
    write(tmp_path, b__txt="Two.", a__md="One.", C__TXT="Zero.", notes__docx="no")
    assert [article.article_id for article in read_articles(tmp_path)] == ["C", "a", "b"]


def test_files_about_the_folder_are_no_articles(tmp_path: Path) -> None:
    """README, licence and hidden files are passed over."""
    write(tmp_path, README__md="About.", LICENSE__txt="Free.", __hidden__txt="No.", a__txt="Yes.")
    assert [article.article_id for article in read_articles(tmp_path)] == ["a"]


def test_other_names_of_fields(tmp_path: Path) -> None:
    """Front matter and articles.csv understand title, date, author and source as tables do; our own names stand over them."""
    write(tmp_path, a__txt="---\nsource: The Jetty\ntitle: Late\ndate: 2024-05-02\nauthor: Ana Brook\n---\nIt came.")
    article = read_articles(tmp_path)[0]
    assert (article.outlet, article.headline, article.published, article.byline) == ("The Jetty", "Late", "2024-05-02", "Ana Brook")
    write(tmp_path, a__txt="---\nsource: https://x.example.org/a\ntitle: Late\nheadline: Later\n---\nIt came.")
    assert (read_articles(tmp_path)[0].outlet, read_articles(tmp_path)[0].headline) == ("unnamed outlet (a)", "Later")
    write(tmp_path, articles__csv="file,title,source\na.txt,Latest,The Quay\n")
    assert (read_articles(tmp_path)[0].outlet, read_articles(tmp_path)[0].headline) == ("The Quay", "Latest")


def test_a_day_after_the_one_it_was_fetched_on(tmp_path: Path) -> None:
    """What was fetched before it was published is not sure, told once; a day of difference is one of time zones."""
    front = "---\npublished: {}\nfetched: \"2024-10-16T10:00:00+00:00\"\n---\nIt came."
    write(tmp_path, a__txt=front.format("2042-10-16"), b__txt=front.format("2024-10-17"))
    assert [article.unsure for article in read_articles(tmp_path)] == ["published: 2042-10-16 is after the day it was taken", ""]


def test_front_matter_says_what_the_article_is(tmp_path: Path) -> None:
    """Fields come from the front matter, and offsets count from what stands after it."""
    write(tmp_path, a__txt="---\noutlet: The Jetty\nid: jetty-1\nheadline: Late\nfictional: true\nbyline: Ana Brook\n---\nIt came.")
    article = read_articles(tmp_path)[0]
    assert article == Article(
        "jetty-1", "The Jetty", "Late", "It came.", byline="Ana Brook", fictional=True, place=str(tmp_path / "a.txt")
    )


def test_an_outlet_that_is_not_named_is_called_after_the_file(tmp_path: Path) -> None:
    """Two files without an outlet do not fall together into one."""
    write(tmp_path, a__txt="One.", b__txt="Two.")
    assert [article.outlet for article in read_articles(tmp_path)] == ["unnamed outlet (a)", "unnamed outlet (b)"]


def test_broken_front_matter_loses_no_article(tmp_path: Path) -> None:
    """The fault is kept with file and line, and the article goes through."""
    write(tmp_path, a__txt="---\n- x\n---\nIt came.", b__txt="It went.")
    corpus = read_articles(tmp_path)
    assert [article.raw_text for article in corpus] == ["---\n- x\n---\nIt came.", "It went."]
    assert [(Path(fault.place).name, fault.line) for fault in corpus.faults] == [("a.txt", 1)]


def test_a_list_beside_the_files_decides(tmp_path: Path) -> None:
    """Where articles.csv stands, its files in its order are read, and its cells stand over the front matter."""
    write(tmp_path, a__txt="---\noutlet: Old\nheadline: Kept\n---\nOne.", b__txt="Two.", c__txt="Three.")
    write(tmp_path, articles__csv="file,outlet,published\nb.txt,Pier Post,2024-02-01\na.txt,New,\n")
    found = [(article.article_id, article.outlet, article.headline, article.published) for article in read_articles(tmp_path)]
    assert found == [("b", "Pier Post", "", "2024-02-01"), ("a", "New", "Kept", "")]


def test_columns_with_blanks_in_the_header_are_understood(tmp_path: Path) -> None:
    """A space after the comma of the header changes nothing."""
    write(tmp_path, a__txt="One.", articles__csv="file, outlet\na.txt, The Jetty\n")
    assert read_articles(tmp_path)[0].outlet == "The Jetty"


@pytest.mark.parametrize("name", ["../secret.txt", "/etc/hostname", "sub/../../secret.txt", "missing.txt", ".", ""])
def test_a_list_names_files_of_its_own_folder_only(tmp_path: Path, name: str) -> None:
    """A path that leads out of the folder, or to no file, is a fault with the list's line; nothing of it is read."""
    folder = tmp_path / "event"
    (folder / "sub").mkdir(parents=True)
    write(tmp_path, secret__txt="Not yours.")
    write(folder, a__txt="One.", articles__csv=f"file,outlet\n{name},x\na.txt,y\n")
    corpus = read_articles(folder)
    assert [article.article_id for article in corpus] == ["a"]
    assert [(fault.line, fault.what) for fault in corpus.faults] == [(2, f"file: {name!r} is no file of this folder")]


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    """A symbolic link is followed before it is judged."""
    folder = tmp_path / "event"
    folder.mkdir()
    write(tmp_path, secret__txt="Not yours.")
    (folder / "b.txt").symlink_to(tmp_path / "secret.txt")
    write(folder, a__txt="One.", articles__csv="file\nb.txt\na.txt\n")
    assert [article.article_id for article in read_articles(folder)] == ["a"]


def test_a_list_without_files_says_what_it_has(tmp_path: Path) -> None:
    """The one column that is needed is named beside those that are there."""
    write(tmp_path, a__txt="One.", articles__csv="name,outlet\na.txt,x\n")
    with pytest.raises(FramingError, match=r"articles\.csv:1: lacks the column file; it has name, outlet; allowed are file"):
        read_articles(tmp_path)


def test_a_folder_without_articles_says_what_it_holds(tmp_path: Path) -> None:
    """The message names the files that are there and what is allowed."""
    write(tmp_path, photo__png="x")
    with pytest.raises(FramingError, match=r"holds no articles; it has photo\.png; \.txt and \.md files"):
        read_articles(tmp_path)


@pytest.mark.parametrize("data", [b"\xef\xbb\xbfIt came.", b"\xff\xfe" + "It came.".encode("utf-16-le"), b"It came."])
def test_byte_order_marks_are_no_text(tmp_path: Path, data: bytes) -> None:
    """The article begins with its first letter, whatever the encoding."""
    (tmp_path / "a.txt").write_bytes(data)
    assert read_articles(tmp_path)[0].raw_text == "It came."


def test_front_matter_is_found_after_a_byte_order_mark(tmp_path: Path) -> None:
    """A file saved by a Windows editor keeps its fields."""
    (tmp_path / "a.txt").write_bytes("\ufeff---\r\noutlet: The Jetty\r\n---\r\nIt came.".encode())
    assert read_articles(tmp_path)[0].outlet == "The Jetty"


def test_the_encoding_is_kept(tmp_path: Path) -> None:
    """An article says which encoding its file had."""
    (tmp_path / "a.txt").write_bytes("Café".encode("cp1252"))
    article = read_articles(tmp_path)[0]
    assert (article.raw_text, article.encoding) == ("Café", "cp1252")


def test_a_binary_file_among_texts_is_a_fault(tmp_path: Path) -> None:
    """One file that is no text does not stop the others."""
    write(tmp_path, b__txt="It came.")
    (tmp_path / "a.txt").write_bytes(b"\0\1\2")
    corpus = read_articles(tmp_path)
    assert [article.article_id for article in corpus] == ["b"]
    assert "binary" in str(corpus.faults[0])


def test_files_are_read_one_at_a_time(tmp_path: Path) -> None:
    """A folder's second file is opened when it is asked for, not before."""
    write(tmp_path, a__txt="One.", b__txt="Two.")
    items = read_folder(tmp_path)
    first = next(items)
    (tmp_path / "b.txt").write_text("Changed.")
    second = next(items)
    assert isinstance(first, Article) and isinstance(second, Article)
    assert (first.raw_text, second.raw_text) == ("One.", "Changed.")


def test_known_fields_that_are_empty_do_not_count(tmp_path: Path) -> None:
    """An empty cell leaves what the front matter says."""
    write(tmp_path, a__txt="---\noutlet: The Jetty\n---\nOne.")
    assert [item.outlet for item in read_file(tmp_path / "a.txt", {"outlet": ""}) if not isinstance(item, Fault)] == ["The Jetty"]


def test_an_event_describes_its_corpus(tmp_path: Path) -> None:
    """event.toml is read with the corpus; a missing field takes the folder's name."""
    write(tmp_path, a__txt="One.", event__toml='label = "The late ferry"\ndate = 2024-01-27\nfictional = true\n')
    event = read_articles(tmp_path).event
    assert event is not None
    assert (event.event_id, event.label, event.date, event.fictional) == (tmp_path.name, "The late ferry", "2024-01-27", True)


def test_a_broken_event_names_its_file(tmp_path: Path) -> None:
    """TOML that cannot be read is an error with the file's name and the place in it."""
    write(tmp_path, event__toml="label = \n")
    with pytest.raises(FramingError, match=r"event\.toml: cannot be read: .*line 1"):
        read_event(tmp_path)


def test_a_file_too_large_for_an_article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file larger than any article is a fault and is not read; the others go through."""
    from framing.articles import folder

    monkeypatch.setattr(folder, "LARGEST_ARTICLE", 100)
    (tmp_path / "a.txt").write_text("a" * 200, "utf-8")
    (tmp_path / "b.txt").write_text("b", "utf-8")
    fault, article = folder.read_folder(tmp_path)
    assert str(fault).endswith("a.txt: is too large for one article: 200 bytes; at most 100 are allowed")
    assert isinstance(article, Article)
