"""`framing predict`: a label for every sentence of a table."""

from pathlib import Path

import click

from framing.cli.options import Choice, choice_options, tell_faults


@click.command("predict")
@click.argument("path", metavar="SENTENCES", type=click.Path(path_type=Path))
@click.option("--out", required=True, type=click.Path(path_type=Path, dir_okay=False), help="CSV file to write.")
@click.option("--column", default="text", show_default=True, help="Column that holds the sentences.")
@choice_options
def command(path: Path, out: Path, column: str, choice: Choice) -> None:
    """Label every sentence of a table with a pole or none.

    SENTENCES is a CSV, TSV, XLSX, JSONL or Parquet table. All its columns and the order of its rows are kept; added are label (lexicon
    and classifier together), a probability for each pole and for none, lexicon_label, classifier_label, agree and reason. A column of
    yours that bears one of these names is kept as given_NAME. The first use of a topic trains its classifier, which takes seconds.

    \b
    Examples:
      framing predict sentences.csv --topic protest --out labelled.csv
      framing predict comments.xlsx --topic migration --column comment --out labelled.csv
      framing predict sentences.csv --model mine.skops --out labelled.csv
    """
    from framing.cli.sentences import label_table
    from framing.cli.trained import load_reader

    reader = load_reader(choice)
    n_rows, faults = label_table(path, out, column, reader)
    tell_faults(faults)
    click.echo(f"{n_rows:,} sentences in {out}")
