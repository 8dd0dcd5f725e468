"""A topic on housing as a contributor fills it in, and articles to try it on."""

import csv
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from framing.editing.new_topic import Names, write_new_topic
from framing.editing.places import Loaded, find_topic, load_topic

NAMES = Names("housing", "build-more", "rein-in", target_id="homes")
ROWS = {
    "targets.csv": (("homes", "home|house|flat|apartment", "noun", ""), ("homes", "rent|rents|housing", "fixed", "")),
    "terms.csv": (
        ("housing", "build-more", "shortage", "0.8", "noun", "required", "void", "", "own"),
        ("housing", "build-more", "red tape", "0.6", "fixed", "near", "void", "", "own"),
        ("housing", "rein-in", "speculator", "0.8", "noun", "required", "void", "", "own"),
        ("housing", "rein-in", "price|priced out", "0.6", "fixed", "near", "void", "", "own"),
    ),
    "cases.csv": (
        ("housing", "build-more", "There is a shortage of homes.", ""),
        ("housing", "rein-in", "Speculators bought the flats.", ""),
        ("housing", "none", "The flats have balconies.", ""),
    ),
    "swap.csv": (("housing", "rein-in", "In {A} speculators bought the flats; {B} looked on.", "Norway/Chile;Kenya/Japan"),),
}
LEFT = "Planners said the shortage of homes slows the town, and cranes and bricklayers are what it lacks."
RIGHT = "Speculators hold empty flats, and evictions followed as landlords hoard the keys of homes."
PLAIN = "Rents in the town were published on Monday. The report counts every home by its street."


def fill(folder: Path) -> None:
    """Fill a topic's template in, as its comments say."""
    toml = folder / "topic.toml"
    toml.write_text(re.sub(r'"FILL IN: ([^"]*)"', r'"\1"', toml.read_text("utf-8")), "utf-8")
    for name, rows in ROWS.items():
        with (folder / name).open("a", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)


@pytest.fixture
def housing(tmp_path: Path) -> Path:
    """The folder of the filled topic."""
    folder = write_new_topic(NAMES, tmp_path / "lexicons")
    fill(folder)
    return folder


@pytest.fixture
def load() -> Callable[[Path], Loaded]:
    """A function that reads and compiles the topic in a folder."""
    return lambda folder: load_topic(find_topic(str(folder)))


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A folder of six articles: two that tell of a shortage, two of speculators, two of neither, each in words of its own."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for number, text in enumerate((LEFT, RIGHT, PLAIN) * 2):
        (folder / f"{number}.txt").write_text(f"{text}\n\n{text} It was the {number}th week.\n", "utf-8")
    return folder
