"""To labelling programs and back: nothing is lost, bad files are told in one line."""

import json
from pathlib import Path

import pandas as pd
import pytest

from framing.classifier.choosing import choose_sentences
from framing.classifier.exchange import WRITERS, read_labelled
from framing.errors import FramingError

TASKS = [{"text": f"Sentence {at}, so it is.", "suggested": "gift", "article": f"a{at}", "start": "0"} for at in range(3)]


def test_label_studio_and_back(tmp_path: Path) -> None:
    """An export with annotations is read: the last one, cancelled ones and unlabelled tasks passed over."""
    tasks = json.loads(WRITERS["label-studio"](TASKS))
    choice = tasks[0]["predictions"][0]["result"][0]
    tasks[0]["annotations"] = [{"result": [choice]}]
    tasks[1]["annotations"] = [
        {"result": [{**choice, "value": {"choices": ["none"]}}]}, {"was_cancelled": True, "result": [choice]}
    ]  # fmt: skip
    (tmp_path / "e.json").write_text(json.dumps(tasks))
    found = read_labelled(tmp_path / "e.json")
    assert found.texts == ("Sentence 0, so it is.", "Sentence 1, so it is.")
    assert (found.labels, found.groups) == (("gift", "none"), ("a0", "a1"))


def test_doccano_and_back(tmp_path: Path) -> None:
    """Labels come as lists, what goes with a sentence stands in meta."""
    rows = [json.loads(line) for line in WRITERS["doccano"](TASKS).splitlines()]
    rows[0]["label"], rows[2]["label"] = ["gift"], ["none"]
    (tmp_path / "e.jsonl").write_text("\n".join(map(json.dumps, rows)))
    found = read_labelled(tmp_path / "e.jsonl")
    assert (found.labels, found.texts) == (("gift", "none"), ("Sentence 0, so it is.", "Sentence 2, so it is."))


def test_csv_and_back(tmp_path: Path) -> None:
    """The column label is filled in by hand."""
    lines = WRITERS["csv"](TASKS).splitlines()
    filled = [lines[0], *(line.replace('",,', f'",{label},') for line, label in zip(lines[1:], ("gift", "none", ""), strict=True))]
    (tmp_path / "e.csv").write_text("\n".join(filled))
    assert read_labelled(tmp_path / "e.csv").labels == ("gift", "none")


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("e.json", "{", "is no JSON"),
        ("e.json", "{}", "holds a dict"),
        ("e.json", "[1]", "is no task: 1"),
        ("e.csv", "text,tone\na,b\n", "lacks the column label"),
        ("e.csv", "text,label\na,gift\n", "at least two different labels"),
        ("e.txt", "x", "is no table"),
    ],
)
def test_bad_files_are_told(name: str, content: str, said: str, tmp_path: Path) -> None:
    """Each fault is one line that names the file."""
    (tmp_path / name).write_text(content)
    with pytest.raises(FramingError, match=said):
        read_labelled(tmp_path / name)


READINGS = pd.DataFrame(
    {
        "text": ["sure", "even", "apart", "apart too", "apart too"],
        "article": ["a", "a", "b", "c", "d"],
        "p_left": [0.9, 0.4, 0.8, 0.7, 0.7],
        "p_right": [0.05, 0.4, 0.1, 0.2, 0.2],
        "p_none": [0.05, 0.2, 0.1, 0.1, 0.1],
        "agree": [True, True, False, False, False],
    }
)


@pytest.mark.parametrize(
    ("rule", "wanted"),
    [("uncertain", ["even", "apart too", "apart"]), ("parting", ["apart", "apart too"]), ("both", ["even", "apart", "apart too"])],
)
def test_most_telling_first(rule: str, wanted: list[str]) -> None:
    """Uncertain ones by margin, parting ones by certainty, a text once."""
    assert choose_sentences(READINGS, 3, rule)["text"].tolist() == wanted


def test_no_article_fills_the_list() -> None:
    """At most two sentences of one article."""
    table = pd.concat([READINGS.iloc[:1].assign(text=str(at)) for at in range(5)], ignore_index=True)
    assert len(choose_sentences(table, 5, "uncertain")) == 2
