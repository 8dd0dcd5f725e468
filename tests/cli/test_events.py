"""`framing events`, and `framing compare` on a corpus of several events."""

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.events.conftest import FLOOD, FLOOD_AGAIN, STRIKE, STRIKE_AGAIN

Run = Callable[..., Any]
PIE = "A baker in Lund won a prize for her pie."
ROWS = (("flood-a", FLOOD), ("flood-b", FLOOD_AGAIN), ("strike-a", STRIKE), ("strike-b", STRIKE_AGAIN), ("pie", PIE))


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A table of two events and an article on nothing else, without an event column."""
    path = tmp_path / "news.jsonl"
    records = [{"id": name, "outlet": name.upper(), "text": text, "date": "2024-05-07"} for name, text in ROWS]
    path.write_text("\n".join(map(json.dumps, records)), "utf-8")
    return path


def read(path: Path) -> list[dict[str, str]]:
    """Read a CSV file."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_events(framing: Run, table: Path, tmp_path: Path) -> None:
    """The events and shared passages of a corpus as tables, and a line about each."""
    said = framing("events", table, "--out", tmp_path / "events.csv", "--shared", tmp_path / "shared.csv")
    assert (said.code, said.err) == (0, "")
    assert said.out.splitlines()[0] == f"5 articles: 2 events with several, 1 articles alone; in {tmp_path / 'events.csv'}"
    rows = {row["article"]: row for row in read(tmp_path / "events.csv")}
    assert rows["flood-a"]["event"] == rows["flood-b"]["event"] != rows["strike-a"]["event"] == rows["strike-b"]["event"]
    assert read(tmp_path / "shared.csv") == []


def test_the_rule_can_be_turned(framing: Run, table: Path, tmp_path: Path) -> None:
    """Options turn the rule; a figure out of range is one line."""
    assert "0 events with several" in framing("events", table, "--out", tmp_path / "e.csv", "--similarity", "0.9").out
    said = framing("events", table, "--out", tmp_path / "f.csv", "--fade", "3")
    assert (said.code, said.err) == (1, "framing: event rule: fade: 3 is not allowed; 0 to 1 is\n")
    assert not (tmp_path / "f.csv").exists()


def test_a_report_for_every_event(framing: Run, table: Path, tmp_path: Path) -> None:
    """A mixed corpus gets a report for each event in a folder of its own, an index page and events.csv; one alone is listed only."""
    out = tmp_path / "out"
    said = framing("compare", table, "--out", out, "--formats", "html,csv")
    assert (said.code, said.err) == (0, "")
    folders = sorted({row["event"] for row in read(out / "events.csv") if row["articles"] == "2"})
    assert sorted(path.name for path in out.iterdir() if path.is_dir()) == folders
    assert len(folders) == 2
    index = (out / "index.html").read_text("utf-8")
    for folder in folders:
        assert (out / folder / "report.html").is_file()
        assert f'href="{folder}/report.html"' in index
    assert "PIE" in index and "no other article is alike" in index
    assert "1 alone in their event, listed and not compared" in said.out


def test_together(framing: Run, table: Path, tmp_path: Path) -> None:
    """--together makes one report of all articles."""
    assert framing("compare", table, "--out", tmp_path / "out", "--formats", "csv", "--together").code == 0
    assert len(read(tmp_path / "out" / "articles.csv")) == 5


@pytest.mark.parametrize("names", [("flood-a", "flood-b"), ("flood-a", "strike-a", "pie")])
def test_one_event_or_none_is_one_report(framing: Run, tmp_path: Path, names: tuple[str, ...]) -> None:
    """A folder whose articles are one event, or no two of which are, is compared as one set."""
    folder = tmp_path / "pages"
    folder.mkdir()
    for name in names:
        (folder / f"{name}.txt").write_text(dict(ROWS)[name], "utf-8")
    assert framing("compare", folder, "--out", tmp_path / "out", "--formats", "csv").code == 0
    assert len(read(tmp_path / "out" / "articles.csv")) == len(names)


def test_files_named_one_by_one_are_one_set(framing: Run, tmp_path: Path) -> None:
    """Text files named on the command line are compared as one set, whatever they report."""
    paths = []
    for name, text in ROWS:
        paths.append(tmp_path / f"{name}.txt")
        paths[-1].write_text(text, "utf-8")
    assert framing("compare", *paths, "--out", tmp_path / "out", "--formats", "csv").code == 0
    assert len(read(tmp_path / "out" / "articles.csv")) == 5


def test_own_events_win(framing: Run, tmp_path: Path) -> None:
    """A column event splits a table as its user says, with the user's name in the report; a folder's event.toml names its articles' event."""
    records = [{"id": str(at), "text": f"{text} {at}", "event": "Tide <1>" if at % 2 else "Ebb"} for at, (_, text) in enumerate(ROWS)]
    (tmp_path / "own.jsonl").write_text("\n".join(map(json.dumps, records)), "utf-8")
    said = framing("compare", tmp_path / "own.jsonl", "--out", tmp_path / "out", "--formats", "html")
    assert said.code == 0
    assert "Tide &lt;1&gt;" in (tmp_path / "out" / "tide-1" / "report.html").read_text("utf-8")
    assert {row["event"] for row in read(tmp_path / "out" / "events.csv")} == {"ebb", "tide-1"}


def test_folders_with_event_toml(framing: Run, tmp_path: Path) -> None:
    """Two folders with an event.toml each are two events, whatever their articles say."""
    for name in ("north", "south"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "event.toml").write_text(f'event_id = "{name}"\n', "utf-8")
        for at, text in enumerate((FLOOD, STRIKE)):
            (tmp_path / name / f"{name}-{at}.txt").write_text(text, "utf-8")
    assert framing("events", tmp_path / "north", tmp_path / "south", "--out", tmp_path / "e.csv").code == 0
    assert [row["event"] for row in read(tmp_path / "e.csv")] == ["north", "north", "south", "south"]


def test_nothing_to_read(framing: Run, tmp_path: Path) -> None:
    """An empty corpus is an error, and nothing is written."""
    (tmp_path / "none.txt").write_text(" ", "utf-8")
    said = framing("events", tmp_path / "none.txt", "--out", tmp_path / "e.csv")
    assert said.code == 1
    assert "is empty; an article needs text" in said.err
    assert not (tmp_path / "e.csv").exists()
