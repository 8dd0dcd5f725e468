"""The model card: what a classifier is, what it was trained on, how well it does, and where it fails, as Markdown (Mitchell et al. 2019)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pandas as pd

from framing.classifier.evaluation import (
    READERS,
    count_confusion,
    find_row_weights,
    measure_calibration,
    measure_ece,
    measure_reader,
)  # fmt: skip
from framing.classifier.examples import Examples
from framing.classifier.training import NONE_SHARE, TRUST
from framing.topics.frame import Axis

READER_NAMES = {
    "both": "lexicon and classifier together (the default label)",
    "classifier": "classifier alone (words, letters, context)",
    "lexicon": "lexicon alone",
    "words": "words alone (plain logistic regression)",
    "majority": "always the commonest label",
}


@dataclass(frozen=True)
class Evaluation:
    """What was measured: the reading of every held-out example and the learning curve, with what they belong to."""

    name: str
    place: str
    axis: Axis | None
    examples: Examples
    table: pd.DataFrame
    learning: pd.DataFrame

    @property
    def classes(self) -> list[str]:
        """The labels, in the order of the alphabet."""
        return sorted(set(self.examples.labels))

    @property
    def readers(self) -> list[str]:
        """The readers there are: without an axis there is no lexicon."""
        return [name for name in READERS if self.axis or name != "lexicon"]

    def measure(self, reader: str, *, is_expected: bool) -> pd.DataFrame:
        """Measure one reader; with `is_expected`, `none` counts as often as in running news."""
        known = list(self.table[reader])
        return measure_reader(list(self.table["gold"]), known, self.classes, find_row_weights(self.examples.labels, is_expected))


def write_card(evaluation: Evaluation) -> str:
    """Write the model card."""
    parts = (write_head, write_scores, write_classes, write_confusion, write_voices, write_calibration, write_learning, write_limits)
    return "\n".join(line for part in parts for line in part(evaluation)) + "\n"


def make_table(header: Sequence[str], rows: Sequence[Sequence[object]]) -> Iterator[str]:
    """Make the lines of a Markdown table; a bar in a cell is escaped."""
    for cells in (header, ["---"] * len(header), *rows):
        yield "| " + " | ".join(str(cell).replace("|", "\\|") for cell in cells) + " |"
    yield ""


def write_head(evaluation: Evaluation) -> Iterator[str]:
    """Say what the model is and what it was trained on."""
    examples = evaluation.examples
    yield f"# Model card: {evaluation.name}\n"
    if axis := evaluation.axis:
        yield f"Reads a sentence as `{axis.left.pole_id}`, `{axis.right.pole_id}` or `none`. Question: {axis.question}\n"
    yield "A linear model (scikit-learn) of stems, pairs of stems, denied stems and letter groups; a second stage, fitted on held-out values, adds"
    yield "voice, negation and loaded words, and calibrates. It describes wording, not truth.\n"
    if evaluation.axis:
        yield f"The default label takes both together: log-odds by the lexicon's evidence, plus {TRUST:g} times those of the classifier, where"
        yield f"{NONE_SHARE:.0%} of the sentences are expected to be `none`, as in news; so it names a pole less often than its parts do.\n"
    yield "## Data\n"
    counts = ", ".join(f"{examples.labels.count(name)} `{name}`" for name in evaluation.classes)
    n_groups = len(set(examples.groups))
    yield f"{len(examples)} labelled sentences of {evaluation.place}: {counts}. "
    folds = "in five folds by sentence" if n_groups < 2 else f"by group ({n_groups} groups: {', '.join(sorted(set(examples.groups))[:8])})"
    yield f"Everything below is measured on sentences held out {folds}. Intervals: 95 %, bootstrap over sentences.\n"


def write_scores(evaluation: Evaluation) -> Iterator[str]:
    """Write the macro F1 of every reader, as the examples are mixed and as running news is."""
    yield "## Macro F1\n"
    rows = []
    for reader in evaluation.readers:
        cells = []
        for is_expected in (False, True):
            scores = evaluation.measure(reader, is_expected=is_expected)
            cells.append(say_interval(scores[(scores["class"] == "macro") & (scores["measure"] == "F1")].iloc[0]))
        rows.append((READER_NAMES[reader], *cells))
    yield from make_table(("reader", "as the examples are mixed", f"with {NONE_SHARE:.0%} `none`, as expected in news"), rows)


def say_interval(row: pd.Series) -> str:
    """Write a figure with its interval."""
    return f"{row['value']:.2f} [{row['low']:.2f}, {row['high']:.2f}]"


def write_classes(evaluation: Evaluation) -> Iterator[str]:
    """Write precision, recall and F1 of every class."""
    yield "## By label (lexicon and classifier together, expected mix)\n"
    scores = evaluation.measure("both", is_expected=True)
    rows = []
    for name in (*evaluation.classes, "macro"):
        own = scores[scores["class"] == name]
        rows.append((f"`{name}`" if name != "macro" else "mean", own["n"].iloc[0], *(say_interval(row) for _, row in own.iterrows())))
    yield from make_table(("label", "n", "precision", "recall", "F1"), rows)


def write_confusion(evaluation: Evaluation) -> Iterator[str]:
    """Write the confusion matrix."""
    yield "## Confusion (rows: true label; columns: as read by both together; sentences, as the examples are mixed)\n"
    table, classes = evaluation.table, evaluation.classes
    counts = count_confusion(list(table["gold"]), list(table["both"]), classes, find_row_weights(table["gold"].tolist(), False))
    yield from make_table(("", *classes), [(f"`{name}`", *map(int, row)) for name, row in zip(classes, counts, strict=True)])


def write_voices(evaluation: Evaluation) -> Iterator[str]:
    """Write macro F1 of own-voice and attributed sentences apart, where voices are known."""
    table = evaluation.table
    rows = []
    for voice in ("own", "attributed"):
        own = table[table["voice"] == voice]
        if len(own):
            weight = find_row_weights(own["gold"].tolist(), True)
            scores = measure_reader(list(own["gold"]), list(own["both"]), evaluation.classes, weight)
            rows.append((voice, len(own), say_interval(scores[(scores["class"] == "macro") & (scores["measure"] == "F1")].iloc[0])))
    if rows:
        yield "## By voice\n"
        yield from make_table(("voice", "n", "macro F1"), rows)


def write_calibration(evaluation: Evaluation) -> Iterator[str]:
    """Write the calibration curve."""
    curve = measure_calibration(evaluation.table, evaluation.classes, find_row_weights(evaluation.examples.labels, evaluation.axis is not None))
    yield f"## Calibration (expected calibration error {measure_ece(curve):.3f})\n"
    yield "Of the probabilities in each tenth, all labels taken together: their mean, and how often the label was right.\n"
    rows = [(f"{row.low:.1f} to {row.high:.1f}", row.n, f"{row.mean_p:.2f}", f"{row.share:.2f}") for row in curve.itertuples() if row.n]
    yield from make_table(("probability", "n", "mean", "right"), rows)


def write_learning(evaluation: Evaluation) -> Iterator[str]:
    """Write the learning curve."""
    yield "## Learning curve (macro F1, expected mix)\n"
    rows = [(f"{row.share:.0%}", row.examples, *(f"{value:.2f}" for value in row[3:])) for row in evaluation.learning.itertuples()]
    yield from make_table(("share of the examples", "sentences", "together", "classifier", "words alone"), rows)


def write_limits(evaluation: Evaluation) -> Iterator[str]:
    """Say what the figures do not show."""
    yield "## Limits\n"
    yield "- The same authors wrote examples and lexicon, so figures on examples may flatter or wrong both; sentences of real news are longer and"
    yield "  mix more matter. The README gives figures on real sentences that no author has seen."
    yield "- It sees words, not meaning: irony, allusion, and what the paragraph before said escape it."
    yield "- Probabilities hold for the expected share of `none`; among sentences chosen otherwise they are off."
    yield "- It is a reason to read a sentence, not a verdict on who wrote it."
