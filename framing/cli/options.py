"""Options that several commands share, and how they tell what they could not read."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import click

from framing.errors import Fault

Command = TypeVar("Command", bound=Callable[..., Any])


def paths_argument(command: Command) -> Command:
    """Add the argument PATH... for corpora."""
    return click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path))(command)


def topic_option(command: Command) -> Command:
    """Add --topic."""
    text = "Topic to look for (see: framing topics); without it the corpus' event.toml names one."
    return click.option("--topic", metavar="TOPIC", help=text)(command)


def lexicons_option(command: Command) -> Command:
    """Add --lexicons."""
    return click.option(
        "--lexicons",
        type=click.Path(path_type=Path, exists=True, file_okay=False),
        envvar="FRAMING_LEXICONS",
        help="Folder of your own lexicons and topics, used beside the shipped ones.",
    )(command)


def own_folder_option(command: Command) -> Command:
    """Add --dir."""
    kind, text = click.Path(path_type=Path, file_okay=False), "Your lexicon folder; made if it is not there."
    return click.option("--dir", "folder", default="my-lexicons", show_default=True, type=kind, help=text)(command)


def rule_options(command: Command) -> Command:
    """Add the figures of the rule by which articles are grouped into events."""
    from framing.events.rule import EventRule

    texts = {
        "similarity": "Least mean similarity between the articles of an event, 0 to 1.",
        "days": "Articles further apart than this never report one event.",
        "fade": "What a distance of --days takes off the similarity, 0 to 1.",
        "related": "Least similarity of two events of one story, whatever their dates.",
    }
    for name, text in reversed(texts.items()):
        command = click.option(f"--{name}", type=float, default=getattr(EventRule(), name), show_default=True, help=text)(command)
    return command


def tell_faults(faults: Iterable[Fault]) -> None:
    """Tell, one line each, what could not be read while the rest went through."""
    for fault in faults:
        click.echo(f"framing: warning: {fault}", err=True)
