"""A small topic with labelled examples, and its classifier, trained once."""

from pathlib import Path

import pytest

from framing.classifier.examples import Examples, read_examples
from framing.classifier.shipped import AxisClassifier
from framing.classifier.training import train_classifier
from framing.evidence.lens import Lens, make_lens
from framing.topics.general import General
from framing.topics.topic import read_topic

TOPIC = """topic_id = "harbour"
label = "The harbour"
version = "1.0.0"
language = "en"
licence = "CC BY 4.0"
extends = []
hosts = []
description = "What a new harbour is to the town."
discussion = []
references = []

[[axes]]
axis_id = "worth"
label = "What the harbour brings"
target = "port"
question = "Gift or burden?"
left = { pole_id = "gift", label = "Gift", definition = "It gives.", argued_by = "its builders" }
right = { pole_id = "burden", label = "Burden", definition = "It takes.", argued_by = "its neighbours" }
"""
TERMS = """axis,pole,term,weight,inflect,target,denied,note,source
worth,gift,blessing,0.8,noun,required,void,,own
worth,burden,curse,0.9,noun,free,flip,,own
"""
TARGETS = "target,term,inflect,note\nport,harbour|port,noun,\n"
WORDS = {
    "gift": ("blessing", "prosperity", "new jobs", "a welcome chance", "hope"),
    "burden": ("curse", "noise and soot", "ruined beaches", "a costly mistake", "misery"),
    "none": ("two cranes", "a meeting on Monday", "thirty berths", "a plan of 1998", "an east wall"),
}
PLACES = ("fishermen", "the bakers", "a mayor", "some sailors")


def make_examples() -> str:
    """Write 60 examples in four registers as CSV."""
    rows = ["text,label,voice,register,note"]
    for label, words in WORDS.items():
        for word in words:
            rows += [f"For {place} the harbour means {word}.,{label},own,{register},made" for place, register in zip(PLACES, "abcd", strict=True)]
    return "\n".join(rows) + "\n"


@pytest.fixture(scope="session")
def lexicons(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A lexicon folder with the topic harbour and its examples."""
    folder = tmp_path_factory.mktemp("lexicons")
    topic = folder / "topics" / "harbour"
    topic.mkdir(parents=True)
    files = {"topic.toml": TOPIC, "terms.csv": TERMS, "targets.csv": TARGETS, "examples.csv": make_examples()}
    for name, content in files.items():
        (topic / name).write_text(content, "utf-8")
    (topic / "actors.csv").write_text("actor_id,name,group,kind,aliases,note,source\n", "utf-8")
    return folder


@pytest.fixture(scope="session")
def harbour(lexicons: Path, general: General) -> Lens:
    """The topic compiled."""
    return make_lens(general, read_topic("harbour", lexicons, general))


@pytest.fixture(scope="session")
def examples(lexicons: Path) -> Examples:
    """The examples of the topic."""
    return read_examples(lexicons / "topics" / "harbour" / "examples.csv")


@pytest.fixture(scope="session")
def classifier(harbour: Lens, examples: Examples) -> AxisClassifier:
    """The classifier of the topic's axis."""
    return AxisClassifier(harbour.axes[0], train_classifier(examples, harbour, "worth").weights_)
