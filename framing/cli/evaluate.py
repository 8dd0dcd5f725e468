"""`framing evaluate`: how well a classifier does on sentences it has not seen, as a model card and tables."""

from pathlib import Path

import click

from framing.cli.options import LabelColumns, column_options, lexicons_option


@click.command("evaluate")
@click.argument("path", metavar="[DATA]", required=False, type=click.Path(path_type=Path))
@click.option("--topic", metavar="TOPIC", help="Topic whose poles the labels are; its shipped examples are used without DATA.")
@click.option("--out", required=True, type=click.Path(path_type=Path, file_okay=False), help="Folder for the model card and its tables.")
@column_options
@lexicons_option
def command(path: Path | None, topic: str | None, out: Path, columns: LabelColumns, lexicons: Path | None) -> None:
    """Measure a classifier by cross-validation in which whole groups are held out, beside its baselines.

    Groups are outlets, articles or registers. Takes a minute or two. Writes model-card.md, predictions.csv, scores.csv,
    calibration.csv and learning.csv.

    \b
    Examples:
      framing evaluate --topic protest --out cards/protest
      framing evaluate labelled.csv --topic migration --group outlet --out cards/mine
    """
    from framing.classifier.card import Evaluation, write_card
    from framing.cli.evaluations import make_evaluation, write_tables
    from framing.files import write_whole

    evaluation: Evaluation = make_evaluation(path, topic, lexicons, columns)
    write_whole(out / "model-card.md", write_card(evaluation))
    write_tables(out, evaluation)
    scores = evaluation.measure("both", is_expected=True)
    macro = scores[(scores["class"] == "macro") & (scores["measure"] == "F1")].iloc[0]
    click.echo(f"macro F1 {macro['value']:.2f} [{macro['low']:.2f}, {macro['high']:.2f}] on held-out groups; open {out / 'model-card.md'}")
