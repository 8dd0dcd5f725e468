"""What `framing evaluate` measures and writes."""

from dataclasses import asdict
from pathlib import Path

import pandas as pd

from framing.classifier.card import Evaluation
from framing.classifier.evaluation import cross_validate, find_row_weights, measure_calibration, measure_learning
from framing.classifier.examples import Examples, find_axis, find_example_files, read_examples
from framing.classifier.exchange import read_labelled
from framing.cli.options import LabelColumns
from framing.cli.trained import make_own_lens
from framing.errors import make_error
from framing.evidence.lens import Lens
from framing.files import write_whole
from framing.report.tables import render_csv


def make_evaluation(path: Path | None, topic: str | None, lexicons: Path | None, columns: LabelColumns) -> Evaluation:
    """Cross-validate on a user's file, or on the shipped examples of a topic."""
    if not (path or topic):
        raise make_error("evaluate", "names neither data nor a topic; DATA, --topic or both are needed")
    lens = make_own_lens(topic, lexicons)
    place, examples = read_data(path, lens, columns)
    axis = find_axis(place, examples.labels, lens.axes) if lens.axes else None
    whole = cross_validate(examples, lens, axis)
    name = f"{topic}, axis {axis.axis_id}" if axis else place.name
    shown = f"{place.parent.name}/{place.name}" if path is None else place.name
    return Evaluation(name, shown, axis, examples, whole, measure_learning(examples, lens, axis, whole))


def read_data(path: Path | None, lens: Lens, columns: LabelColumns) -> tuple[Path, Examples]:
    """Read the sentences to evaluate on."""
    if path:
        return path, read_labelled(path, **asdict(columns))
    files = find_example_files(lens.topic) if lens.topic else []
    if not files:
        raise make_error(lens.topic.topic_id if lens.topic else "topic", "has no labelled examples (examples.csv); name a file of your own as DATA")
    return files[-1], read_examples(files[-1])


def write_tables(out: Path, evaluation: Evaluation) -> None:
    """Write the tables behind the card as CSV."""
    scores = [
        evaluation.measure(reader, is_expected=expected).assign(reader=reader, mix="expected" if expected else "examples")
        for reader in evaluation.readers
        for expected in (False, True)
    ]
    weight = find_row_weights(evaluation.examples.labels, evaluation.axis is not None)
    tables = {
        "predictions": evaluation.table,
        "scores": pd.concat(scores, ignore_index=True),
        "calibration": measure_calibration(evaluation.table, evaluation.classes, weight),
        "learning": evaluation.learning,
    }
    for name, table in tables.items():
        write_whole(out / f"{name}.csv", render_csv(table))
