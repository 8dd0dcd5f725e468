"""`framing explain`: why a sentence is read as it is."""

from pathlib import Path

import click

from framing.cli.options import lexicons_option


@click.command("explain")
@click.argument("sentence")
@click.option("--topic", metavar="TOPIC", help="Topic whose axis is read (see: framing topics); not needed with --model.")
@click.option("--axis", metavar="AXIS", help="Axis of the topic, where several have labelled examples.")
@click.option("--model", type=click.Path(path_type=Path, dir_okay=False), help="A model made by `framing train` instead of the shipped one.")
@lexicons_option
def command(sentence: str, topic: str | None, axis: str | None, model: Path | None, lexicons: Path | None) -> None:
    """Show which words push a sentence where, and what the lexicon finds in it.

    Each figure is a share of the log-odds of a label against the mean of the other labels: above 0 the word speaks for it, below 0
    against it. Words the classifier never met are left out.

    \b
    Examples:
      framing explain "Masked rioters torched two police cars." --topic protest
      framing explain "The law will not harm anybody." --topic migration
    """
    from framing.cli.explained import explain_sentence
    from framing.cli.trained import load_reader

    for line in explain_sentence(sentence, load_reader(topic, axis, model, lexicons)):
        click.echo(line)
