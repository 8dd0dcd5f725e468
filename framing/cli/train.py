"""`framing train`: a classifier from one's own labelled sentences."""

from dataclasses import asdict
from pathlib import Path

import click

from framing.cli.options import LabelColumns, column_options, lexicons_option


@click.command("train")
@click.argument("path", metavar="DATA", type=click.Path(path_type=Path))
@click.option("--out", required=True, type=click.Path(path_type=Path, dir_okay=False), help="Model file to write (.skops).")
@click.option("--topic", metavar="TOPIC", help="Topic whose poles the labels are; without one the labels may be anything.")
@column_options
@lexicons_option
def command(path: Path, out: Path, topic: str | None, columns: LabelColumns, lexicons: Path | None) -> None:
    """Train a classifier on labelled sentences and write it as a model file.

    DATA is a table (CSV, TSV, XLSX, JSONL, Parquet) with a column of sentences and one of labels, a Label Studio export (.json) or a
    doccano export (.jsonl). With --topic the labels are that topic's poles or none, and the lexicon takes part. Sentences without a label
    are passed over. The model is a skops file, which cannot run code when it is loaded.

    \b
    Examples:
      framing train labelled.csv --topic protest --out protest.skops
      framing train export.json --topic migration --out migration.skops
      framing train tones.csv --label-column tone --out tones.skops
    """
    from framing.classifier.examples import find_axis
    from framing.classifier.exchange import read_labelled
    from framing.classifier.storage import SUFFIX, write_model
    from framing.classifier.training import train_classifier
    from framing.cli.trained import make_own_lens
    from framing.errors import make_error

    if out.suffix != SUFFIX:
        raise make_error(out, f"has the ending {out.suffix or 'none'!r}; {SUFFIX} is allowed")
    examples = read_labelled(path, **asdict(columns))
    lens = make_own_lens(topic, lexicons)
    axis_id = find_axis(path, examples.labels, lens.axes).axis_id if topic else ""
    model = train_classifier(examples, lens, axis_id)
    model.topic_id_, model.axis_id_ = topic or "", axis_id
    write_model(out, model)
    counts = ", ".join(f"{examples.labels.count(label)} {label}" for label in sorted(set(examples.labels)))
    click.echo(f"{len(examples):,} sentences ({counts}); model in {out}")
