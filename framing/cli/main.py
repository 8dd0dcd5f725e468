"""The program's door: finds the command, and turns errors into exit codes in this one place."""

import os
import sys
from collections.abc import Callable
from importlib import import_module

import click

from framing.errors import FramingError
from framing.version import __version__

COMMANDS = {
    "add": "Add articles from any source to a corpus folder, and check them.",
    "corpus": "Look after a corpus as it grows: check, list, split, pack.",
    "outlets": "List, add and check the outlets that are known.",
    "compare": "Compare articles on one event and write a side-by-side report.",
    "events": "Group the articles of a corpus by the event they report.",
    "words": "Tell which words each outlet uses more than the others.",
    "score": "Score many articles: one row per article, axis and voice.",
    "voices": "Tell who speaks, who is named and how, who does what to whom.",
    "show": "Show one article's cleaned text with its evidence.",
    "classroom": "Make a pack for teaching: worksheet, lesson, teacher's key.",
    "agree": "Measure how far coders agree, and list what they differ on.",
    "predict": "Label every sentence of a table with a pole or none.",
    "explain": "Show which words push a sentence where.",
    "label": "Choose the sentences most worth labelling by hand.",
    "train": "Train a classifier on labelled sentences.",
    "evaluate": "Measure a classifier by cross-validation.",
    "topics": "List the topics there are, with their axes and poles.",
    "schema": "Print the JSON Schema of comparison.json.",
    "check": "Find every fault of lexicons, topics and corpora.",
    "lexicon": "Check, compare, grow, import and export the words of a topic.",
    "topic": "Make a topic of your own.",
}
EXIT_BAD_INPUT = 1


class Commands(click.Group):
    """A group whose commands are loaded when they are called, so that --help is quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands in the order of use."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load a command from its file."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"framing.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, message="%(prog)s %(version)s")
def program() -> None:
    """Compare how news outlets frame the same event, with the evidence under every figure.

    \b
    Examples:
      framing compare my-articles/                 a report on the articles of a folder
      framing compare a.txt b.txt --topic us-iraq  two articles, one topic
      framing topics                               what can be looked for
      framing COMMAND --help                       more on a command
    """


def run(main: Callable[..., object] = program.main) -> None:
    """Run the program: exit code 0 done, 1 bad input (one line per fault), 2 wrong usage."""
    try:
        main(prog_name="framing")
    except FramingError as error:
        for fault in error.faults:
            click.echo(f"framing: {fault}", err=True)
        sys.exit(EXIT_BAD_INPUT)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(EXIT_BAD_INPUT)
