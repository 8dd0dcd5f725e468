"""The classifier a command asks for: a topic's own, or one from a model file."""

from dataclasses import dataclass
from pathlib import Path

from framing.classifier.shipped import AxisClassifier, load_classifiers
from framing.cli.options import Choice
from framing.errors import make_error, say_list
from framing.evidence.lens import Lens, make_lens
from framing.pipeline.scoring import load_lens
from framing.topics.general import read_general
from framing.topics.topic import lexicon_folders


@dataclass(frozen=True)
class Reader:
    """A classifier with the lens it was trained with."""

    lens: Lens
    classifier: AxisClassifier


def load_reader(choice: Choice) -> Reader:
    """Load the classifier of a topic's axis, or of a model file; raises FramingError where there is none."""
    if choice.model:
        return load_own(choice.model, choice.topic, choice.lexicons)
    if not choice.topic:
        raise make_error("topic", "is not named; --topic with one of `framing topics`, or --model, is needed")
    lens = load_lens(choice.topic, choice.lexicons)
    found = {one.axis.axis_id: one for one in load_classifiers(lens) if one.axis}
    if not found:
        raise make_error(choice.topic, "has no labelled examples (examples.csv), so it has no classifier; `framing train` makes one from your own")
    if choice.axis and choice.axis not in found:
        raise make_error("axis", f"{choice.axis!r} has no classifier; allowed are {say_list(found)}")
    return Reader(lens, found[choice.axis] if choice.axis else next(iter(found.values())))


def load_own(model: Path, topic: str | None, lexicons: Path | None) -> Reader:
    """Load a model file with the topic it was trained for."""
    from framing.classifier.storage import read_model

    trained = read_model(model)
    known, axis_id = getattr(trained, "topic_id_", ""), getattr(trained, "axis_id_", "")
    if topic and topic != known:
        raise make_error(model, f"was trained for {known or 'no topic'}, not for {topic!r}; leave --topic out, or name that one")
    lens = make_own_lens(known, lexicons)
    axis = lens.topic.axis(axis_id) if lens.topic and axis_id else None
    return Reader(lens, AxisClassifier(axis, trained.weights_))


def make_own_lens(topic: str | None, lexicons: Path | None) -> Lens:
    """Compile a topic, or without one the general lists alone."""
    return load_lens(topic, lexicons) if topic else make_lens(read_general(lexicon_folders(lexicons)))
