"""`framing explain`: why a sentence is read as it is."""

import click

from framing.cli.options import Choice, choice_options


@click.command("explain")
@click.argument("sentence")
@choice_options
def command(sentence: str, choice: Choice) -> None:
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

    for line in explain_sentence(sentence, load_reader(choice)):
        click.echo(line)
