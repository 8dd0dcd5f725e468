"""The classifiers of the topics: trained from the shipped examples on first use, then read from the cache."""

import sys
from dataclasses import dataclass

from framing.classifier.examples import Examples, find_axis, find_example_files, read_examples
from framing.classifier.storage import find_cache, hash_inputs, read_cached, write_cached
from framing.classifier.training import train_classifier
from framing.classifier.weights import Weights
from framing.evidence.lens import Lens
from framing.topics.frame import Axis
from framing.topics.topic import Topic


@dataclass(frozen=True)
class AxisClassifier:
    """A trained classifier and the axis it reads; None for one of labels that are no poles."""

    axis: Axis | None
    weights: Weights


def load_classifiers(lens: Lens) -> tuple[AxisClassifier, ...]:
    """Load the classifier of every axis of the lens' topic that has labelled examples; none for a topic without.

    A missing or broken cache file is made anew, which takes seconds and is told in one line.
    """
    if lens.topic is None:
        return ()
    found = {}
    for path in find_example_files(lens.topic):
        examples = read_examples(path)
        axis = find_axis(path, examples.labels, lens.axes)
        found[axis.axis_id] = AxisClassifier(axis, load_weights(examples, lens, lens.topic, axis))
    return tuple(found.values())


def load_weights(examples: Examples, lens: Lens, topic: Topic, axis: Axis) -> Weights:
    """Read the weights of one axis from the cache, or train them."""
    place = find_cache() / f"{topic.topic_id}-{axis.axis_id}-{hash_inputs(topic, axis.axis_id)}.npz"
    kept = read_cached(place)
    if kept:
        return kept
    print(f"training the classifier for {topic.topic_id} ({axis.axis_id}) once", file=sys.stderr, flush=True)
    model = train_classifier(examples, lens, axis.axis_id)
    write_cached(place, model)
    weights: Weights = model.weights_
    return weights
