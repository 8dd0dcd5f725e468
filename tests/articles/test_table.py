"""Articles from one table, in six formats."""

import csv
import gzip
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from framing.articles.article import Article
from framing.articles.corpus import read_articles
from framing.articles.table import read_table
from framing.errors import Fault, FramingError

Rows = list[dict[str, str]]
ROWS: Rows = [
    {"id": "one", "outlet": "The Jetty", "headline": "Late", "published": "2024-01-27", "text": "It came,\nat nine “sharp”."},
    {"id": "two", "outlet": "Pier Post", "headline": "", "published": "", "text": "Café: it never came."},
]


def write_separated(path: Path, rows: Rows, separator: str) -> None:
    """Write CSV or TSV, gzipped where the name says so."""
    with (gzip.open(path, "wt", encoding="utf-8", newline="") if path.suffix == ".gz" else path.open("w", encoding="utf-8", newline="")) as file:
        writer = csv.DictWriter(file, list(rows[0]), delimiter=separator)
        writer.writeheader()
        writer.writerows(rows)


def write_jsonl(path: Path, rows: Rows) -> None:
    """Write JSON Lines, gzipped where the name says so."""
    with gzip.open(path, "wt", encoding="utf-8") if path.suffix == ".gz" else path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def write_xlsx(path: Path, rows: Rows) -> None:
    """Write a spreadsheet."""
    from openpyxl import Workbook

    book = Workbook()
    book.worksheets[0].append(list(rows[0]))
    for row in rows:
        book.worksheets[0].append([value or None for value in row.values()])
    book.save(path)


def write_parquet(path: Path, rows: Rows) -> None:
    """Write a Parquet file."""
    import pyarrow as pa
    from pyarrow import parquet

    parquet.write_table(pa.Table.from_pylist(rows), path)


def write_sqlite(path: Path, rows: Rows) -> None:
    """Write a SQLite file with a table articles."""
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(path)) as base, base:
        base.execute(f"CREATE TABLE articles ({', '.join(rows[0])})")
        base.executemany(f"INSERT INTO articles VALUES ({', '.join('?' * len(rows[0]))})", [tuple(row.values()) for row in rows])


WRITERS: dict[str, Callable[[Path, Rows], None]] = {
    "t.csv": lambda path, rows: write_separated(path, rows, ","),
    "t.csv.gz": lambda path, rows: write_separated(path, rows, ","),
    "t.tsv": lambda path, rows: write_separated(path, rows, "\t"),
    "t.tsv.gz": lambda path, rows: write_separated(path, rows, "\t"),
    "t.xlsx": write_xlsx,
    "t.jsonl": write_jsonl,
    "t.jsonl.gz": write_jsonl,
    "t.parquet": write_parquet,
    "t.sqlite": write_sqlite,
    "T.CSV": lambda path, rows: write_separated(path, rows, ","),
}
each_format = pytest.mark.parametrize("name", WRITERS)


@each_format
def test_every_format_gives_the_same_articles(tmp_path: Path, name: str) -> None:
    """The fields of a table come through each format alike."""
    WRITERS[name](tmp_path / name, ROWS)
    found = [
        {"id": a.article_id, "outlet": a.outlet, "headline": a.headline, "published": a.published, "text": a.raw_text}
        for a in read_articles(tmp_path / name)
    ]
    assert found == ROWS


@each_format
def test_other_column_names_are_understood(tmp_path: Path, name: str) -> None:
    """title, date, source, body and author are taken for our columns, in any capitals."""
    row = {"Title": "Late", "date": "2024-01-27", "SOURCE": "The Jetty", "body": "It came.", "author": "Ana Brook", "votes": "3"}
    WRITERS[name](tmp_path / name, [row])
    article = read_articles(tmp_path / name)[0]
    found = (article.headline, article.published, article.outlet, article.raw_text, article.byline)
    assert found == ("Late", "2024-01-27", "The Jetty", "It came.", "Ana Brook")


@each_format
def test_a_missing_text_column_names_what_is_there(tmp_path: Path, name: str) -> None:
    """The message has the missing column, those of the file, and those allowed."""
    WRITERS[name](tmp_path / name, [{"words": "It came.", "outlet": "The Jetty"}])
    with pytest.raises(FramingError, match=r"lacks (the column )?text; it has words, outlet; allowed are text, outlet, headline"):
        read_articles(tmp_path / name)


@pytest.mark.parametrize("name", ["t.csv", "t.jsonl", "t.xlsx", "t.parquet"])
def test_a_table_without_rows_is_an_error(tmp_path: Path, name: str) -> None:
    """A header alone, or an empty file, holds no article."""
    if name == "t.jsonl":
        (tmp_path / name).write_text("")
    elif name == "t.parquet":
        import pyarrow as pa
        from pyarrow import parquet

        parquet.write_table(pa.table({"text": pa.array([], pa.string())}), tmp_path / name)
    else:
        WRITERS[name](tmp_path / name, [{"text": "text", "outlet": ""}])
        if name == "t.csv":
            (tmp_path / name).write_text("text,outlet\n")
        else:
            from openpyxl import Workbook

            book = Workbook()
            book.worksheets[0].append(["text", "outlet"])
            book.save(tmp_path / name)
    with pytest.raises(FramingError, match="holds no rows"):
        read_articles(tmp_path / name)


@pytest.mark.parametrize("name", ["t.xlsx", "t.parquet"])
def test_a_file_of_another_format_is_an_error(tmp_path: Path, name: str) -> None:
    """A file that is not what its name says raises FramingError with its name."""
    (tmp_path / name).write_bytes(b"this is no such file, by far")
    with pytest.raises(FramingError, match=rf"{name}: is no .* that can be read"):
        read_articles(tmp_path / name)


@pytest.mark.parametrize("name", ["t.csv.gz", "t.jsonl.gz"])
def test_a_file_that_is_no_gzip_is_an_error(tmp_path: Path, name: str) -> None:
    """A table that calls itself compressed and is not raises FramingError with its name."""
    (tmp_path / name).write_bytes(b"no gzip at all")
    with pytest.raises(FramingError, match=name):
        read_articles(tmp_path / name)


def test_rows_before_a_cut_are_kept(tmp_path: Path) -> None:
    """A compressed table that breaks off gives its rows so far, and a fault with its name."""
    (tmp_path / "t.jsonl.gz").write_bytes(gzip.compress(b'{"text": "It came."}\n' * 50)[:-12])
    corpus = read_articles(tmp_path / "t.jsonl.gz")
    assert len(corpus) >= 1 and "t.jsonl.gz" in corpus.faults[0].place


def test_a_broken_line_of_json_loses_no_other(tmp_path: Path) -> None:
    """Lines that are no JSON object become faults with their line; blank lines are passed over."""
    path = tmp_path / "t.jsonl"
    path.write_text('{"text": "One."}\n{"text": "Tw\n\n["a list"]\n' + "[" * 100_000 + '\n{"text": "Three."}\n')
    corpus = read_articles(path)
    assert [article.raw_text for article in corpus] == ["One.", "Three."]
    assert [(fault.line, fault.what.split(";")[0]) for fault in corpus.faults] == [
        (2, "is no JSON"), (4, "is no JSON object"), (5, "is no JSON"),
    ]  # fmt: skip


def test_a_row_with_too_many_cells_loses_no_other(tmp_path: Path) -> None:
    """A comma that is not quoted becomes a fault with its line and the remedy."""
    (tmp_path / "t.csv").write_text("text,outlet\nOne.,a\nTwo, or so.,b\nThree.,c\n")
    corpus = read_articles(tmp_path / "t.csv")
    assert [article.raw_text for article in corpus] == ["One.", "Three."]
    assert [(fault.line, "double quotes" in fault.what) for fault in corpus.faults] == [(3, True)]


@pytest.mark.parametrize(("name", "content"), [("t.jsonl", '{"text\n{"text": "Two."}\n'), ("t.csv", "text,outlet\nOne, or so.,a\nTwo.,b\n")])
def test_a_broken_first_row_loses_no_other(tmp_path: Path, name: str, content: str) -> None:
    """The first row is as free to be wrong as any other."""
    (tmp_path / name).write_text(content)
    assert [article.raw_text for article in read_articles(tmp_path / name)] == ["Two."]


def test_rows_without_an_id_are_numbered(tmp_path: Path) -> None:
    """An article is called after its file and row, and its place says both."""
    WRITERS["t.csv"](tmp_path / "t.csv", [{"text": "One."}, {"text": "Two."}])
    assert [(a.article_id, a.place) for a in read_articles(tmp_path / "t.csv")] == [
        ("t-1", f"{tmp_path / 't.csv'}:1"), ("t-2", f"{tmp_path / 't.csv'}:2"),
    ]  # fmt: skip


def test_our_column_stands_over_another_name(tmp_path: Path) -> None:
    """Where headline and title are both there, headline counts, in either order."""
    for name, row in (("a.jsonl", {"title": "x", "headline": "y"}), ("b.jsonl", {"headline": "y", "title": "x"})):
        WRITERS["t.jsonl"](tmp_path / name, [{**row, "text": "One."}])
        assert read_articles(tmp_path / name)[0].headline == "y"


def test_values_that_are_no_text_become_text(tmp_path: Path) -> None:
    """Numbers are written out, missing values and NaN are empty, lists are joined."""
    path = tmp_path / "t.jsonl"
    path.write_text('{"text": "One.", "id": 7, "headline": null, "url": NaN, "author": ["Ana Brook", "Cy Dorn"]}\n')
    article = read_articles(path)[0]
    assert (article.article_id, article.headline, article.url, article.byline) == ("7", "", "", "Ana Brook, Cy Dorn")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
def test_tables_have_the_encodings_of_spreadsheet_programs(tmp_path: Path, encoding: str) -> None:
    """A CSV saved with a byte order mark, as cp1252 or UTF-16 keeps its first column's name and its accents."""
    (tmp_path / "t.csv").write_bytes("text,outlet\nCafé closed.,Pier\n".encode(encoding))
    assert read_articles(tmp_path / "t.csv")[0].raw_text == "Café closed."


def test_a_very_long_cell_is_read(tmp_path: Path) -> None:
    """The csv module's limit of 131,072 letters a cell does not hold for articles."""
    WRITERS["t.csv"](tmp_path / "t.csv", [{"text": "word " * 40_000}])
    assert len(read_articles(tmp_path / "t.csv")[0].raw_text) == 200_000


def test_parquet_dates_are_iso(tmp_path: Path) -> None:
    """A column of dates becomes ISO dates."""
    import datetime

    import pyarrow as pa
    from pyarrow import parquet

    parquet.write_table(pa.table({"text": ["One."], "date": [datetime.date(2024, 1, 27)]}), tmp_path / "t.parquet")
    assert read_articles(tmp_path / "t.parquet")[0].published == "2024-01-27"


def test_json_lines_stream(tmp_path: Path) -> None:
    """The first article is there before the end of a long file is read."""
    path = tmp_path / "t.jsonl"
    path.write_text('{"text": "One."}\n' * 20_000 + "broken")
    first = next(read_table(path))
    assert isinstance(first, Article) and first.article_id == "t-1"


def test_an_empty_cell_of_text_is_a_fault_with_its_row(tmp_path: Path) -> None:
    """A row without text is said, with the row's number, and the others go through."""
    WRITERS["t.csv"](tmp_path / "t.csv", [{"id": "a", "text": "One."}, {"id": "b", "text": ""}, {"id": "c", "text": "Three."}])
    corpus = read_articles(tmp_path / "t.csv")
    assert [article.article_id for article in corpus] == ["a", "c"]
    assert str(corpus.faults[0]) == f"{tmp_path / 't.csv'}:2: is empty; an article needs text"


def test_a_table_streams(tmp_path: Path) -> None:
    """The first rows of a CSV file are there before its end was read: a fault far behind does not hold them back."""
    path = tmp_path / "t.csv"
    path.write_text("id,text\n" + "".join(f"{number},Text\n" for number in range(50_000)) + 'x,y,z\n', "utf-8")
    rows = read_table(path)
    first = next(rows)
    assert isinstance(first, Article) and first.article_id == "0"
    assert isinstance(list(rows)[-1], Fault)


@pytest.mark.parametrize("name", ["t.csv.gz", "t.jsonl.gz"])
def test_a_bomb_in_a_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """A packed table that unpacks without end stops with a fault, and the rows before go through."""
    import framing.files

    monkeypatch.setattr(framing.files, "MOST_UNPACKED", 200_000)
    monkeypatch.setattr(framing.files, "MOST_TIMES", 1)
    rows = [f'{{"text": "Text {number}"}}' if "jsonl" in name else f"Text {number}" for number in range(2_000)]
    top = "" if "jsonl" in name else "text\n"
    (tmp_path / name).write_bytes(gzip.compress((top + "\n".join(rows) + "\n" + " \n" * 5_000_000).encode()))
    found = []
    try:
        found = list(read_table(tmp_path / name))
    except FramingError as error:
        found = list(error.faults)
    assert "unpacks to more than" in str(found[-1])


def test_a_line_without_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A line of JSON Lines that goes on and on is not read into memory; the rows before it go through."""
    from framing.articles import table

    monkeypatch.setattr(table, "LONGEST_LINE", 1_000)
    (tmp_path / "t.jsonl").write_text('{"text": "Short."}\n{"text": "' + "a" * 5_000 + '"}\n', "utf-8")
    article, fault = read_table(tmp_path / "t.jsonl")
    assert isinstance(article, Article)
    assert "holds a line of more than 1,000 bytes" in str(fault)


@pytest.mark.parametrize("data", [b"", b"not a database", b"SQLite format 3\x00" + b"x" * 200])
def test_broken_sqlite(tmp_path: Path, data: bytes) -> None:
    """What is no SQLite file with articles is one error."""
    (tmp_path / "t.sqlite").write_bytes(data)
    with pytest.raises(FramingError, match="is no SQLite file with a table articles"):
        list(read_table(tmp_path / "t.sqlite"))
