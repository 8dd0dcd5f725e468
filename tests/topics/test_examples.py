"""The labelled examples that ship: enough of each label, each once, from more than one register and in both voices."""

import csv
from collections import Counter
from pathlib import Path

import pytest

TOPICS = {
    "climate": ("urgency", "doubt"),
    "foreign-military-presence": ("partnership", "occupation"),
    "migration": ("humanity", "threat"),
    "policing": ("protection", "abuse"),
    "protest": ("legitimacy", "disorder"),
}
COLUMNS = ["text", "label", "voice", "register", "note"]
REGISTERS = {"wire", "tabloid", "think-tank", "editorial", "live blog", "speech"}
each_topic = pytest.mark.parametrize("topic_id", TOPICS)


def read_rows(repository: Path, topic_id: str) -> list[dict[str, str]]:
    """Return the example rows of a topic."""
    with (repository / "lexicons" / "topics" / topic_id / "examples.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


@each_topic
def test_there_are_enough_of_each_label(repository: Path, topic_id: str) -> None:
    """A topic has at least 130 sentences of each pole, as many of one as of the other within a tenth, and 140 of none."""
    counts = Counter(row["label"] for row in read_rows(repository, topic_id))
    poles = TOPICS[topic_id]
    assert set(counts) == {*poles, "none"}
    assert min(counts[pole] for pole in poles) >= 130
    assert counts["none"] >= 140
    assert abs(counts[poles[0]] - counts[poles[1]]) <= 0.1 * counts[poles[0]]


@each_topic
def test_rows_are_whole(repository: Path, topic_id: str) -> None:
    """Every row has the five cells, a known register and voice, and no sentence stands twice."""
    rows = read_rows(repository, topic_id)
    assert all(list(row) == COLUMNS for row in rows)
    assert all(cell and cell == cell.strip() for row in rows for cell in row.values())
    assert {row["register"] for row in rows} == REGISTERS
    assert {row["voice"] for row in rows} == {"own", "attributed"}
    assert len({row["text"] for row in rows}) == len(rows)


@each_topic
def test_every_label_has_both_voices_and_all_registers(repository: Path, topic_id: str) -> None:
    """Neither the voice nor the register gives a label away: each label has both voices and every register."""
    rows = read_rows(repository, topic_id)
    for label in (*TOPICS[topic_id], "none"):
        assert {row["voice"] for row in rows if row["label"] == label} == {"own", "attributed"}
        assert {row["register"] for row in rows if row["label"] == label} == REGISTERS
