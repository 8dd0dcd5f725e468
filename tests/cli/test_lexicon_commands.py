"""`framing lexicon` and `framing topic`: from a new topic to candidates, and what each command prints."""

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from tests.editing.conftest import LEFT, PLAIN, RIGHT, fill

Run = Callable[..., Any]


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A folder of six articles on homes."""
    folder = tmp_path / "news"
    folder.mkdir()
    for number, text in enumerate((LEFT, RIGHT, PLAIN) * 2):
        (folder / f"{number}.txt").write_text(f"{text}\n\n{text} It was the {number}th week.\n", "utf-8")
    return folder


@pytest.fixture
def topic(framing: Run) -> Path:
    """A topic made by the command and filled in."""
    said = framing("topic", "new", "housing", "--left", "build-more", "--right", "rein-in")
    assert (said.code, said.err) == (0, "")
    folder = Path("my-lexicons") / "topics" / "housing"
    toml = folder / "topic.toml"
    toml.write_text(toml.read_text("utf-8").replace('target = "housing"', 'target = "homes"'), "utf-8")
    fill(folder)
    return folder


def test_a_new_topic_says_what_to_do(framing: Run) -> None:
    """Files and next steps are named; until it is filled in, check names what is missing; a bad name is one line."""
    said = framing("topic", "new", "harbour")
    assert "my-lexicons/topics/harbour: 8 files written" in said.out and "framing check my-lexicons/topics/harbour" in said.out
    checked = framing("check", "my-lexicons/topics/harbour")
    assert checked.code == 1 and "topic.toml:5: label: still to be filled in: the topic in a few words" in checked.err
    assert framing("topic", "new", "A B").err.startswith("framing: topic: 'A B' is no id; small letters")


def test_check_of_a_topics_folder(framing: Run, topic: Path) -> None:
    """`framing check` of a topic's folder checks that topic alone, and so does `framing lexicon check`."""
    for arguments in (("check", topic), ("lexicon", "check", topic), ("lexicon", "check", "housing", "--lexicons", "my-lexicons")):
        said = framing(*arguments)
        assert (said.code, said.err) == (0, "")
        assert said.out.startswith("housing\n") and "protest" not in said.out and said.out.endswith("no faults\n")


def test_check_on_a_corpus(framing: Run, topic: Path, news: Path) -> None:
    """With --on, what fires is told and written as tables."""
    said = framing("lexicon", "check", topic, "--on", news, "--out", "out")
    assert said.code == 0
    assert "on 6 articles of" in said.out and "2 entries never fire: its words stand nowhere" in said.out
    assert sorted(path.name for path in Path("out").iterdir()) == ["coverage.csv", "overlaps.csv", "poles.csv"]


def test_check_of_a_topic_outside_a_lexicon_folder(framing: Run, tmp_path: Path) -> None:
    """A topic's folder that stands elsewhere is told where it must stand."""
    (tmp_path / "loose").mkdir()
    (tmp_path / "loose" / "topic.toml").write_text("", "utf-8")
    said = framing("check", tmp_path / "loose")
    assert said.err == f"framing: {tmp_path / 'loose'}: is a topic outside a lexicon folder; LEXICONS/topics/loose is where it must stand\n"


def test_diff(framing: Run, topic: Path, news: Path, tmp_path: Path) -> None:
    """What differs and moves is printed and written; several topics in a place need --topic."""
    old = tmp_path / "old" / "topics" / "housing"
    old.mkdir(parents=True)
    for path in topic.iterdir():
        (old / path.name).write_bytes(path.read_bytes())
    (topic / "terms.csv").write_text((topic / "terms.csv").read_text("utf-8").replace("speculator,0.8", "speculator,0.4"), "utf-8")
    said = framing("lexicon", "diff", old, "my-lexicons", "--on", news, "--out", "moved")
    assert (said.code, said.err) == (0, "")
    assert said.out.splitlines()[:2] == ["1 changed", "  changed  housing rein-in: speculator  (weight 0.8 -> 0.4)"]
    assert sorted(path.name for path in Path("moved").iterdir()) == ["differences.csv", "entries.csv", "evidence.csv", "scores.csv"]
    assert len(pd.read_csv("moved/scores.csv")) == 4
    assert "--topic with one of climate" in framing("lexicon", "diff", "shipped", topic, "--on", news).err


def test_suggest_and_accept(framing: Run, topic: Path, news: Path) -> None:
    """Candidates are written, one is accepted, and stands in terms.csv."""
    for number in range(6, 14):
        (news / f"{number}.txt").write_text(f"The shortage of homes met idle cranes in ward {number}. Buses stop in ward {number}.", "utf-8")
        (news / f"{number}b.txt").write_text(f"Speculators hold flats near ward {number}. Buses stop in ward {number}.", "utf-8")
    said = framing("lexicon", "suggest", news, "--topic", topic)
    assert (said.code, said.err) == (0, "")
    with Path("candidates.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert f"{len(rows)} candidates for housing in candidates.csv, from 22 articles and 0 labelled examples" in said.out
    rows[0]["accept"] = "yes"
    with Path("candidates.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    assert framing("lexicon", "accept", "candidates.csv", "--topic", topic).out.startswith("1 terms added to my-lexicons/topics/housing/terms.csv")
    assert f",{rows[0]['term']}," in (topic / "terms.csv").read_text("utf-8")
    assert "axis: 'cost' is unknown; allowed are housing" in framing("lexicon", "suggest", news, "--topic", topic, "--axis", "cost").err


def test_import(framing: Run, tmp_path: Path) -> None:
    """Without a wish the categories are listed; with poles a topic is written that can be used at once; what is left out is told."""
    (tmp_path / "mood.dic").write_text("%\n1\tbright\n2\tdark\n%\nglad\t1\ngloom\t2\n:)\t1\n", "utf-8")
    assert "  bright: 2 words, such as glad, :)" in framing("lexicon", "import", tmp_path / "mood.dic").out
    said = framing("lexicon", "import", tmp_path / "mood.dic", "--left", "bright", "--right", "dark", "--loaded", "alarm=dark")
    assert said.code == 0 and said.err.startswith("framing: left out: :): ':)' cannot be read")
    assert "1 terms in my-lexicons/topics/mood/terms.csv (bright); 1 words left out" in said.out
    assert "  mood: bright (1 entries) - dark (1 entries)" in framing("topics", "--lexicons", "my-lexicons").out
    assert (Path("my-lexicons") / "general" / "loaded.csv").read_text("utf-8").splitlines()[1] == "gloom,fixed,alarm,,mood.dic"
    assert "a topic needs --left and --right" in framing("lexicon", "import", tmp_path / "mood.dic", "--left", "bright").err
    assert "'joy=dark' is not allowed" in framing("lexicon", "import", tmp_path / "mood.dic", "--loaded", "joy=dark").err


def test_export(framing: Run, topic: Path) -> None:
    """How many entries were written is said; an ending no format has writes nothing."""
    assert framing("lexicon", "export", topic, "housing.yml").out == "4 of 4 entries in housing.yml\n"
    said = framing("lexicon", "export", topic, "housing.doc")
    assert (said.code, said.err) == (1, "framing: .doc: no such format; files that end in .yml, .yaml, .dic, .csv, .json can be written\n")
    assert not Path("housing.doc").exists()


@pytest.mark.parametrize("name", ["check", "diff", "suggest", "accept", "import", "export"])
def test_every_part_has_an_example(framing: Run, name: str) -> None:
    """The help of every part of `framing lexicon` shows how it is called."""
    said = framing("lexicon", name, "--help")
    assert said.code == 0 and f"framing lexicon {name} " in said.out.split("Example")[1]
