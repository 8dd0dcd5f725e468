"""`framing label`: the sentences most worth labelling, to a labelling program and back."""

from pathlib import Path
from typing import Any

import click

from framing.cli.options import Choice, choice_options, tell_faults

FORMATS = ("csv", "label-studio", "doccano")


@click.command("label")
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path(path_type=Path))
@click.option("--out", required=True, type=click.Path(path_type=Path, dir_okay=False), help="File to write.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="csv", show_default=True, help="Labelling program it is for.")
@click.option("--n", default=50, show_default=True, type=click.IntRange(min=1), help="How many sentences.")
@click.option("--by", type=click.Choice(("both", "uncertain", "parting")), default="both", show_default=True, help="Which sentences come first.")
@click.option("--from", "labelled", type=click.Path(path_type=Path, dir_okay=False), help="A labelled file to turn into a plain CSV of examples.")
@choice_options
def command(paths: tuple[Path, ...], out: Path, labelled: Path | None, choice: Choice, **wanted: Any) -> None:
    """Choose the sentences most worth labelling by hand from some articles.

    PATHs are articles as for compare. Chosen are sentences the readings are least sure of (uncertain), and sentences that lexicon and
    classifier label differently (parting); at most two of one article. In Label Studio name the choice `label` and the text `text`.
    With --from, a file labelled there becomes a CSV that train and evaluate take (they take the file itself too).

    \b
    Examples:
      framing label my-articles/ --topic protest --out to-label.csv
      framing label archive.jsonl --topic migration --format label-studio --n 200 --out tasks.json
      framing label --from export.json --out labelled.csv
    """
    from framing.cli.labelling import convert_labelled, write_tasks
    from framing.cli.trained import load_reader
    from framing.errors import make_error

    if labelled:
        click.echo(f"{convert_labelled(labelled, out):,} labelled sentences in {out}")
        return
    if not paths:
        raise make_error("label", "names no articles; PATH, or --from with a labelled file, is needed")
    n_written, faults = write_tasks(paths, load_reader(choice), out, **wanted)
    tell_faults(faults)
    click.echo(f"{n_written:,} sentences to label in {out}")
