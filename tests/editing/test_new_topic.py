"""The template of a new topic: what it lacks is said, and once filled in it has no fault and scores."""

from collections.abc import Callable
from pathlib import Path

import pytest

from framing.articles.corpus import read_articles
from framing.cli.topic_faults import find_topic_faults
from framing.comparison.comparison import compare_articles
from framing.editing.new_topic import FILES, Names, write_new_topic
from framing.editing.places import find_topic
from framing.errors import FramingError
from tests.editing.conftest import NAMES, fill


def test_every_line_to_fill_in_is_named(tmp_path: Path) -> None:
    """The fresh template's faults are its FILL IN lines, each with its number and what to write."""
    folder = write_new_topic(NAMES, tmp_path)
    faults = find_topic_faults(find_topic(str(folder)))
    lines = (folder / "topic.toml").read_text("utf-8").splitlines()
    assert [fault.line for fault in faults] == [at for at, line in enumerate(lines, 1) if "FILL IN:" in line]
    assert str(faults[0]) == f"{folder / 'topic.toml'}:5: label: still to be filled in: the topic in a few words, as a heading"


def test_empty_tables_are_named(tmp_path: Path) -> None:
    """With topic.toml written, what the tables lack is said: terms of both poles, words of the target, cases."""
    folder = write_new_topic(NAMES, tmp_path)
    toml = folder / "topic.toml"
    toml.write_text(toml.read_text("utf-8").replace("FILL IN", "Written"), "utf-8")
    faults = [(Path(fault.place).name, fault.what.partition(";")[0]) for fault in find_topic_faults(find_topic(str(folder)))]
    assert ("terms.csv", "holds no term for the pole 'build-more' of housing") in faults
    assert ("terms.csv", "holds no term for the pole 'rein-in' of housing") in faults
    assert ("targets.csv", "holds no word for the target 'homes' of housing") in faults


def test_missing_cases_are_named(housing: Path) -> None:
    """A pole, or none, without a sentence in cases.csv is a fault."""
    (housing / "cases.csv").write_text("axis,expect,sentence,note\nhousing,rein-in,Speculators bought the flats.,\n", "utf-8")
    assert [fault.what.split(" on ")[0] for fault in find_topic_faults(find_topic(str(housing)))] == [
        "holds no sentence that expects build-more", "holds no sentence that expects none",
    ]  # fmt: skip


def test_a_filled_topic_has_no_fault_and_scores(housing: Path, articles: Path) -> None:
    """Filled in as the comments say, a topic has no fault, and articles can be compared with it."""
    assert find_topic_faults(find_topic(str(housing))) == []
    comparison = compare_articles(read_articles(articles), "housing", lexicons=housing.parent.parent)
    poles = comparison.evidence.groupby("article")["pole"].unique()
    assert {article: list(own) for article, own in poles.items()} == {
        "0": ["build-more"], "1": ["rein-in"], "3": ["build-more"], "4": ["rein-in"],
    }  # fmt: skip


def test_two_axes_are_filled_alike(tmp_path: Path) -> None:
    """Ids given for axis, target and poles stand wherever the template names them, in comments too."""
    folder = write_new_topic(Names("housing", "left", "right", "costs", "homes"), tmp_path)
    texts = {name: (folder / name).read_text("utf-8") for name in FILES}
    assert not [name for name, text in texts.items() for word in ("TOPIC_ID", "AXIS_ID", "TARGET_ID", "LEFT_ID", "RIGHT_ID") if word in text]
    assert 'axis_id = "costs"' in texts["topic.toml"] and "# homes,a plain word for it" in texts["targets.csv"]


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (Names("Housing"), "'Housing' is no id"), (Names("../up"), "'../up' is no id"), (Names("housing", "a", "a"), "two different ids"),
        (Names("housing", "none"), "two different ids"),
    ],
)  # fmt: skip
def test_bad_ids_write_nothing(tmp_path: Path, names: Names, said: str) -> None:
    """An id that cannot be a folder's name, and poles that are one, are refused."""
    with pytest.raises(FramingError, match=said):
        write_new_topic(names, tmp_path)
    assert not list(tmp_path.iterdir())


def test_a_topic_that_is_there_stays(housing: Path) -> None:
    """A second topic of the same name is refused, and the first stays as it is."""
    before = (housing / "terms.csv").read_bytes()
    with pytest.raises(FramingError, match="is there already"):
        write_new_topic(NAMES, housing.parent.parent)
    assert (housing / "terms.csv").read_bytes() == before


def test_marks_in_comments_are_no_faults(tmp_path: Path, load: Callable[[Path], object]) -> None:
    """A filled topic may keep the template's comments, which speak of FILL IN."""
    folder = write_new_topic(NAMES, tmp_path)
    fill(folder)
    assert "FILL IN" in (folder / "topic.toml").read_text("utf-8")
    load(folder)
