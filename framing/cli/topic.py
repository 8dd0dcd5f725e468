"""`framing topic`: make a topic of your own."""

from pathlib import Path

import click

from framing.cli.options import own_folder_option


@click.group("topic")
def command() -> None:
    """Make a topic of your own: a folder of commented tables to fill in.

    \b
    Examples:
      framing topic new housing
      framing topic new housing --left supply --right speculation --dir my-lexicons
    """


@command.command("new")
@click.argument("name", metavar="NAME")
@own_folder_option
@click.option("--left", default="left-pole", show_default=True, help="Id of the left pole (-1).")
@click.option("--right", default="right-pole", show_default=True, help="Id of the right pole (+1).")
@click.option("--axis", default="", help="Id of the axis; the topic's name by default.")
def new(name: str, folder: Path, left: str, right: str, axis: str) -> None:
    """Write a commented template for the topic NAME (small letters, digits, hyphens) into your lexicon folder.

    `framing check` names, with file and line, what is still to be filled in, and says "no faults" when the topic can be used.

    \b
    Example:
      framing topic new housing --left supply --right speculation
    """
    from framing.editing.new_topic import FILES, Names, write_new_topic

    made = write_new_topic(Names(name, left, right, axis), folder)
    click.echo(f"{made}: {len(FILES)} files written, each with its columns explained in comments. Now")
    click.echo(f"  1. write {made / 'topic.toml'}: replace every FILL IN")
    click.echo("  2. write targets.csv (how we know a sentence is about it), terms.csv (words of each pole), cases.csv (what must fire)")
    click.echo(f"  3. framing check {made}   says what is missing, until it says: no faults")
    click.echo(f"  4. framing compare my-articles/ --topic {name} --lexicons {folder}")
