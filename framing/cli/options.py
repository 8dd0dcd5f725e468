"""Options that several commands share, and how they tell what they could not read."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from framing.errors import Fault

if TYPE_CHECKING:
    from framing.pipeline.engine import Engine

MODEL_FILE = click.Path(path_type=Path, dir_okay=False)
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


@dataclass(frozen=True)
class Choice:
    """Which classifier is asked for: a topic's, of one of its axes, or that of a model file."""

    topic: str | None
    axis: str | None
    model: Path | None
    lexicons: Path | None


@dataclass(frozen=True)
class LabelColumns:
    """Where the labelled sentences of a table stand."""

    column: str
    label_column: str
    group: str


def choice_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add --topic, --axis, --model and --lexicons, given to the command as one `choice`."""

    @click.option("--topic", metavar="TOPIC", help="Topic whose axis is read (see: framing topics); not needed with --model.")
    @click.option("--axis", metavar="AXIS", help="Axis of the topic, where several have labelled examples.")
    @click.option("--model", type=MODEL_FILE, help="A model made by `framing train` instead of the shipped one.")
    @lexicons_option
    @wraps(command)
    def run(topic: str | None, axis: str | None, model: Path | None, lexicons: Path | None, **others: Any) -> Any:
        return command(choice=Choice(topic, axis, model, lexicons), **others)

    return run


def column_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add --column, --label-column and --group, given to the command as `columns`."""

    @click.option("--column", default="text", show_default=True, help="Column that holds the sentences.")
    @click.option("--label-column", default="label", show_default=True, help="Column that holds the labels.")
    @click.option("--group", default="", help="Column whose rows belong together (outlet, article); found by itself where it is called so.")
    @wraps(command)
    def run(column: str, label_column: str, group: str, **others: Any) -> Any:
        return command(columns=LabelColumns(column, label_column, group), **others)

    return run


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


def engine_options(command: Command) -> Command:
    """Add --workers, --engine and --scheduler."""
    for option in (
        click.option("--scheduler", default="", metavar="ADDRESS", help="A Dask scheduler that runs already, instead of a cluster of its own."),
        click.option("--engine", default="local", type=click.Choice(["local", "dask"]), show_default=True, help="What does the work on parts."),
        click.option("--workers", default=0, type=click.IntRange(min=0), show_default="all cores", help="Processes to use."),
    ):
        command = option(command)
    return command


def make_engine(options: Mapping[str, Any]) -> "Engine":
    """Return the engine that --workers, --engine and --scheduler name."""
    from framing.pipeline.engine import Engine

    return Engine("dask" if options["scheduler"] else options["engine"], options["workers"], options["scheduler"])


def tell_faults(faults: Iterable[Fault]) -> None:
    """Tell, one line each, what could not be read while the rest went through."""
    for fault in faults:
        click.echo(f"framing: warning: {fault}", err=True)
