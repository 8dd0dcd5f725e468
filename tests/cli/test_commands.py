"""`framing check`, `score`, `show` and `topics`: what they print."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from framing.topics.topic import lexicon_folders, list_topics

Run = Callable[..., Any]


def test_check_finds_no_faults(framing: Run, shipped_topics: dict[str, Any]) -> None:
    """The shipped lexicons, topics and corpora have no fault; the balance of each topic's poles is printed."""
    said = framing("check")
    assert (said.code, said.err) == (0, "")
    assert said.out.endswith("no faults\n")
    assert all(topic_id in said.out for topic_id in shipped_topics)


def test_check_of_a_corpus(framing: Run, pages: Path) -> None:
    """A corpus' faults are told, with exit code 1."""
    (pages / "event.toml").write_text('event_id = "e"\ntopic = "none-such"\n', "utf-8")
    said = framing("check", pages)
    assert said.code == 1
    lines = said.err.splitlines()
    assert f"framing: {pages / 'none.txt'}: is empty; an article needs text" in lines
    known = f"known topics are {', '.join(sorted(list_topics(lexicon_folders())))}"
    assert f"framing: {pages / 'event.toml'}: topic: 'none-such' is unknown; {known}" in lines


def test_check_of_a_corpus_knows_your_own_topics(framing: Run, pages: Path, write_topic: Callable[..., Path]) -> None:
    """A corpus whose event names a topic of --lexicons has no fault for it."""
    (pages / "none.txt").unlink()
    (pages / "event.toml").write_text('event_id = "e"\ntopic = "harbour"\n', "utf-8")
    assert "harbour' is unknown" not in framing("check", pages, "--lexicons", write_topic()).err


def test_check_of_a_lexicon_folder(framing: Run, write_topic: Callable[..., Path]) -> None:
    """A folder with topics/ is checked as lexicons: its cases are run."""
    folder = write_topic()
    (folder / "topics" / "harbour" / "cases.csv").write_text("axis,expect,sentence,note\nworth,gift,It is a toll.,\n", "utf-8")
    said = framing("check", folder)
    assert said.code == 1
    assert "cases.csv:2: expects gift on worth, found none: It is a toll." in said.err


def test_topics(framing: Run, shipped_topics: dict[str, Any]) -> None:
    """Each topic is listed with its axes and the number of entries of each pole."""
    said = framing("topics")
    assert (said.code, said.err) == (0, "")
    for topic_id, topic in shipped_topics.items():
        assert f"\n{topic_id}: {topic.label}, version {topic.version}" in f"\n{said.out}"
        for axis in topic.axes:
            assert f"  {axis.axis_id}: {axis.left.label} (" in said.out


@pytest.mark.parametrize("way", ["option", "environment"])
def test_topics_of_your_own(framing: Run, write_topic: Callable[..., Path], monkeypatch: pytest.MonkeyPatch, way: str) -> None:
    """--lexicons, or FRAMING_LEXICONS, adds your own topics to the list."""
    if way == "environment":
        monkeypatch.setenv("FRAMING_LEXICONS", str(write_topic()))
    said = framing("topics") if way == "environment" else framing("topics", "--lexicons", write_topic())
    assert "harbour: The harbour, version 1.0.0" in said.out
    assert "  worth: Gift (1 entries) - Burden (1 entries)" in said.out


def test_show(framing: Run, pages: Path) -> None:
    """The text is shown with its evidence in numbered brackets, each explained below."""
    said = framing("show", pages / "one.txt", "--topic", "foreign-military-presence")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("unnamed outlet (one) (one)\n")
    assert "]{1}" in said.out
    assert "    1  presence: occupation, own voice, asserted, counts " in said.out


def test_show_reads_the_folders_event(framing: Run, seeds: Path) -> None:
    """The event.toml beside a file names its topic."""
    said = framing("show", seeds / "the-tamarisk.txt")
    assert said.code == 0
    assert "No topic was named" not in said.out
    assert "presence: occupation" in said.out


def test_show_without_a_topic(framing: Run, pages: Path) -> None:
    """Without a topic the cleaned text is shown all the same, and how to find topics."""
    said = framing("show", pages / "one.txt")
    assert said.code == 0
    assert "The US occupation of Iraq goes on." in said.out
    assert "No topic was named; framing topics lists those there are." in said.out


@pytest.mark.parametrize("name", ["s.csv", "s.parquet"])
def test_score(framing: Run, pages: Path, name: str) -> None:
    """What was read and written is said; what could not be read is a warning."""
    said = framing("score", pages, "--topic", "foreign-military-presence", "--out", name, "--workers", "1")
    assert said.code == 0
    table = pd.read_csv(name) if name.endswith("csv") else pd.read_parquet(name)
    assert said.out == f"2 articles, {len(table)} rows in {name}\n"
    assert said.err == f"framing: warning: {pages / 'none.txt'}: is empty; an article needs text\n"
