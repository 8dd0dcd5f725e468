"""Each kind of file is read as what it is: by its name, or by how it begins."""

import csv
import gzip
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from framing.articles.extraction.draft import Draft
from framing.articles.extraction.sources import read_source
from framing.errors import Fault

WORDS = "The ferry came in late and nobody on the quay could say why. " * 20


def read(path: Path) -> list[Draft | Fault]:
    """Read a file."""
    return list(read_source(path))


def test_feed_with_whole_texts(tmp_path: Path) -> None:
    """An Atom entry with its text is whole; one with a summary has a link to fetch."""
    entries = [
        f"<entry><title>Whole</title><id>1</id><link href='https://x.example.org/1'/><published>2024-05-02T10:00:00Z</published>"
        f"<content type='html'>&lt;p&gt;{WORDS}&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;</content></entry>",
        "<entry><title>Short</title><id>2</id><link href='https://x.example.org/2'/><summary>A line.</summary></entry>",
        "<entry><title>Bad</title><id>3</id><link href='javascript:alert(1)'/><summary>A line.</summary></entry>",
    ]
    path = tmp_path / "feed.xml"
    path.write_text(f'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>X</title>{"".join(entries)}</feed>', "utf-8")
    whole, short, bad = (item for item in read(path) if isinstance(item, Draft))
    assert (whole.headline, whole.published, whole.url, whole.link) == ("Whole", "2024-05-02", "https://x.example.org/1", "")
    assert whole.text == WORDS.strip()
    assert (short.link, bad.link, bad.url) == ("https://x.example.org/2", "", "")


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_warc(tmp_path: Path, page_folder: Path, make_record: Callable[..., bytes], name: str) -> None:
    """The pages that were found are read one by one; one without an article is a fault of its own, one that was not found is passed over."""
    page = (page_folder / "newsarticle.html").read_bytes()
    answers = [(page, "200 OK"), (page, "404 No"), (b"<p>x", "200 OK")]
    records = [make_record(f"https://x.example.org/{number}", *answer) for number, answer in enumerate(answers, 1)]
    (tmp_path / name).write_bytes(b"".join(gzip.compress(one) for one in records) if name.endswith("gz") else b"".join(records))
    draft, fault = read(tmp_path / name)
    assert isinstance(draft, Draft) and draft.headline == "Ferry leaves late again"
    assert isinstance(fault, Fault) and fault.place == "https://x.example.org/3"


def test_broken_warc(tmp_path: Path) -> None:
    """A file that is no archive is one fault."""
    (tmp_path / "a.warc").write_bytes(b"nothing of the kind")
    assert [type(item) for item in read(tmp_path / "a.warc")] == [Fault]


def write_table(path: Path) -> None:
    """Write a table of two rows, one without text, in the format of its name."""
    import pandas as pd

    cells = [("One", "The Jetty", "2024-05-02", WORDS), ("Two", "", "soon", WORDS)]
    rows = [dict(zip(("title", "source", "date", "text"), row, strict=True)) for row in cells]
    if path.suffix == ".csv":
        out = io.StringIO()
        writer = csv.DictWriter(out, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
        path.write_text(out.getvalue(), "utf-8")
    elif path.suffix == ".jsonl":
        path.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    elif path.suffix == ".parquet":
        pd.DataFrame(rows).to_parquet(path)
    else:
        pd.DataFrame(rows).to_excel(path, index=False)


@pytest.mark.parametrize("name", ["t.csv", "t.jsonl", "t.parquet", "t.xlsx"])
def test_tables(tmp_path: Path, name: str) -> None:
    """Each row is a draft with the row itself as its raw form; a date that is none is told."""
    write_table(tmp_path / name)
    one, two = (item for item in read(tmp_path / name) if isinstance(item, Draft))
    assert (one.headline, one.outlet, one.published, one.source) == ("One", "The Jetty", "2024-05-02", f"{name}:1")
    assert json.loads(one.raw)["text"].startswith("The ferry came in late")
    assert (two.outlet, two.published, two.unsure) == ("", "", ("published: 'soon' is no date like 2024-05-02",))


def test_saved_pages_know_where_they_came_from(tmp_path: Path, page_folder: Path) -> None:
    """The note that browsers write into saved pages gives the address; a page is known by how it begins, whatever its name."""
    page = b"<!-- saved from url=(0042)https://x.example.org/ferry -->" + (page_folder / "bare.html").read_bytes()
    for name in ("a.html", "page", "a.php"):
        (tmp_path / name).write_bytes(page)
        (draft,) = read(tmp_path / name)
        assert isinstance(draft, Draft) and draft.url == "https://x.example.org/ferry"


def test_other_files(tmp_path: Path) -> None:
    """A file of no known kind, and one that is not there, are faults."""
    (tmp_path / "a.xyz").write_bytes(b"what is this")
    assert "allowed are HTML" in str(read(tmp_path / "a.xyz")[0])
    assert "cannot be read" in str(read(tmp_path / "none.html")[0])
