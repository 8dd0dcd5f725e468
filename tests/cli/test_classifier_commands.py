"""The commands of the classifier: predict, explain, label, train, evaluate, on a small topic."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from framing.cli.main import program
from framing.errors import FramingError

WORDS = {"gift": ("prosperity", "new jobs", "hope"), "burden": ("soot", "ruined beaches", "misery"), "none": ("two cranes", "an east wall", "a plan")}
WHO = (("me", "a"), ("you", "b"), ("him", "a"), ("her", "b"))


@pytest.fixture
def lexicons(write_topic: Callable[..., Path]) -> Path:
    """A topic with examples."""
    folder = write_topic()
    rows = ["text,label,voice,register,note"]
    for label, words in WORDS.items():
        rows += [f"For {who} the harbour means {word}.,{label},own,{register},x" for word in words for who, register in WHO]
    (folder / "topics" / "harbour" / "examples.csv").write_text("\n".join(rows) + "\n", "utf-8")
    return folder


@pytest.fixture
def run(lexicons: Path) -> Callable[..., Result]:
    """A function that runs a command with the topic at hand; bad input raises."""

    def call(*words: object) -> Result:
        return CliRunner().invoke(program, [*map(str, words), "--lexicons", str(lexicons)], catch_exceptions=False)

    return call


def read(path: Path) -> list[dict[str, str]]:
    """Read a CSV file."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_predict_keeps_columns_and_order(run: Callable[..., Result], tmp_path: Path) -> None:
    """All rows and columns stay, a column of our name is renamed, an empty sentence gets no label, formulas are neutralised."""
    (tmp_path / "s.csv").write_text('id,body,label\n1,"For us, the harbour means new jobs.",x\n2,,y\n3,=The harbour means two cranes.,z\n', "utf-8")
    run("predict", tmp_path / "s.csv", "--topic", "harbour", "--column", "body", "--out", tmp_path / "o.csv")
    rows = read(tmp_path / "o.csv")
    assert [(row["id"], row["given_label"], row["label"]) for row in rows] == [("1", "x", "gift"), ("2", "y", ""), ("3", "z", "none")]
    assert rows[1]["reason"] == "no text"
    assert rows[2]["body"].startswith("'=")
    assert list(rows[0])[3:7] == ["label", "p_gift", "p_burden", "p_none"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--topic", "harbour", "--column", "nope"), "lacks the column 'nope'; it has text"),
        (("--topic", "harbour", "--axis", "nope"), "'nope' has no classifier; allowed are worth"),
        (("--topic", "us-iraq", "--axis", "isis"), "has no"),
        ((), "--model, is needed"),
        (("--model", "s.csv"), "cannot be read|is no model"),
    ],
)
def test_predict_tells_what_is_wrong(run: Callable[..., Result], tmp_path: Path, words: tuple[str, ...], said: str) -> None:
    """Bad input is one line, and no file is written."""
    (tmp_path / "s.csv").write_text("text\nThe harbour.\n", "utf-8")
    with pytest.raises(FramingError, match=said):
        run("predict", tmp_path / "s.csv", "--out", tmp_path / "o.csv", *words)
    assert not (tmp_path / "o.csv").exists()


def test_explain_shows_words_and_evidence(run: Callable[..., Result]) -> None:
    """The label, the lexicon's evidence and the words with their pushes are shown."""
    said = run("explain", "The harbour is a blessing of new jobs.", "--topic", "harbour").output
    assert "lexicon     gift" in said
    assert "“blessing” speaks for gift" in said
    assert [line for line in said.splitlines() if line.strip().startswith("jobs") and "+" in line]


def test_train_predict_and_evaluate_a_file(run: Callable[..., Result], lexicons: Path, tmp_path: Path) -> None:
    """A model trained on a file predicts without --topic; its evaluation writes a card and tables."""
    data = lexicons / "topics" / "harbour" / "examples.csv"
    run("train", data, "--topic", "harbour", "--out", tmp_path / "m.skops")
    run("predict", data, "--model", tmp_path / "m.skops", "--out", tmp_path / "o.csv")
    rows = read(tmp_path / "o.csv")
    assert sum(row["label"] == row["given_label"] for row in rows) >= 15
    run("evaluate", data, "--topic", "harbour", "--out", tmp_path / "card")
    assert {path.name for path in (tmp_path / "card").iterdir()} == {
        "model-card.md", "predictions.csv", "scores.csv", "calibration.csv", "learning.csv",
    }  # fmt: skip


def test_labels_that_are_no_poles(run: Callable[..., Result], tmp_path: Path) -> None:
    """Without a topic any labels can be learned."""
    rows = [f"{word} {number} times,{label}" for label, word in (("warm", "sun and sand"), ("cold", "ice and snow")) for number in "abcdef"]
    (tmp_path / "t.csv").write_text("text,label\n" + "\n".join(rows), "utf-8")
    run("train", tmp_path / "t.csv", "--out", tmp_path / "m.skops")
    run("predict", tmp_path / "t.csv", "--model", tmp_path / "m.skops", "--out", tmp_path / "o.csv")
    assert [row["label"] for row in read(tmp_path / "o.csv")] == ["warm"] * 6 + ["cold"] * 6


def test_labels_of_another_topic_are_told(run: Callable[..., Result], tmp_path: Path) -> None:
    """Labels that are no poles of the topic are named with those allowed."""
    (tmp_path / "t.csv").write_text("text,label\na,warm\nb,gift\n", "utf-8")
    with pytest.raises(FramingError, match="label: 'warm'; the poles of one axis are allowed: gift, burden, none"):
        run("train", tmp_path / "t.csv", "--topic", "harbour", "--out", tmp_path / "m.skops")


@pytest.mark.parametrize("form", ["csv", "label-studio", "doccano"])
def test_label_writes_tasks(run: Callable[..., Result], tmp_path: Path, form: str) -> None:
    """The wanted number of sentences is written for each program."""
    (tmp_path / "a.txt").write_text("The harbour means new jobs for us. It means two cranes, they say. The harbour means soot.", "utf-8")
    out = tmp_path / f"o.{form}"
    assert "2 sentences" in run("label", tmp_path / "a.txt", "--topic", "harbour", "--format", form, "--n", 2, "--out", out).output
    assert out.read_text("utf-8").count("harbour") >= 1


def test_label_turns_a_labelled_file_into_examples(run: Callable[..., Result], tmp_path: Path) -> None:
    """--from gives a plain CSV of the labelled rows."""
    (tmp_path / "e.jsonl").write_text('{"text": "a", "label": ["gift"]}\n{"text": "b", "label": ["none"]}\n{"text": "c", "label": []}\n', "utf-8")
    run("label", "--from", tmp_path / "e.jsonl", "--out", tmp_path / "o.csv")
    assert [(row["text"], row["label"]) for row in read(tmp_path / "o.csv")] == [("a", "gift"), ("b", "none")]
