"""`framing outlets`: the outlets that are known, with who owns and funds them and where that is said."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from framing.cli.options import lexicons_option
from framing.errors import Fault, FramingError, make_error

if TYPE_CHECKING:
    from framing.articles.outlets import Outlet

OPTIONS = {
    "name": "Needed. Name, as the outlet calls itself.",
    "aliases": "Other names, separated by ;",
    "country": "Needed. Country of its seat: two capitals of ISO 3166, such as GB.",
    "languages": "Needed. Languages it publishes in, such as en;ar",
    "domains": "Its hosts, such as example.org;example.com",
    "type": "Needed. agency, state, public, private, party or think tank.",
    "ownership": "Who owns it, in one sentence of fact.",
    "ownership-source": "Where that is said.",
    "ownership-date": "When it was said or read, such as 2024-05.",
    "funding": "Who pays for it, in one sentence of fact.",
    "funding-source": "Where that is said.",
    "funding-date": "When it was said or read.",
    "note": "What else a reader must know.",
}


@click.group("outlets")
def command() -> None:
    """List, add and check the outlets that are known: who owns and funds them, facts with their sources, never a score of an outlet.

    The registry is outlets.csv in the lexicon folder; --lexicons adds your own beside it. Outlets that are not in it work without it.

    \b
    Examples:
      framing outlets list
      framing outlets list example.org
      framing outlets add the-daily-example --name "The Daily Example" --country GB --languages en --type private --lexicons my-lexicons
      framing outlets check --lexicons my-lexicons
    """


@command.command("list")
@click.argument("words", metavar="[NAME OR ADDRESS]...", nargs=-1)
@lexicons_option
def list_outlets(words: tuple[str, ...], lexicons: Path | None) -> None:
    """List all outlets in short, or those with some names, ids or addresses in full."""
    from framing.articles.outlets import read_outlets
    from framing.topics.topic import lexicon_folders

    registry = read_outlets(lexicon_folders(lexicons))
    if not words:
        for one in sorted(registry.outlets, key=lambda one: one.id):
            click.echo(f"{one.id:28} {one.country}  {one.type:10} {one.name}")
        click.echo(f"{len(registry.outlets)} outlets from {len({one.country for one in registry.outlets})} countries")
    for word in words:
        found = registry.find_by_name(word) or registry.find_by_url(word)
        if not found:
            raise make_error("outlets", f"{word!r} is not known; framing outlets list shows those that are, framing outlets add adds one")
        print_outlet(found)


def print_outlet(outlet: "Outlet") -> None:
    """Print all that is known about an outlet."""
    click.secho(outlet.name, bold=True)
    for name, value in vars(outlet).items():
        if value and name != "name":
            click.echo(f"  {name.replace('_', ' ')}: {'; '.join(value) if isinstance(value, tuple) else value}")


def add_options(wrapped: click.Command) -> click.Command:
    """Add an option for every column of the registry."""
    wrapped.params += [click.Option([f"--{name}"], default="", help=text) for name, text in OPTIONS.items()]
    return wrapped


@add_options
@command.command("add")
@click.argument("outlet_id", metavar="ID")
@click.option("--lexicons", type=click.Path(path_type=Path, file_okay=False), envvar="FRAMING_LEXICONS", required=True,
              help="Folder of your own lexicons; its outlets.csv is made if it is not there.")  # fmt: skip
def add(outlet_id: str, lexicons: Path, **values: str) -> None:
    """Add an outlet, under an id such as the-daily-example, to the outlets.csv of your lexicon folder."""
    from framing.articles.outlets import FILE_NAME, add_outlet

    add_outlet(lexicons / FILE_NAME, {"id": outlet_id, **values})
    click.echo(f"{outlet_id} added to {lexicons / FILE_NAME}")


@command.command("check")
@lexicons_option
def check(lexicons: Path | None) -> None:
    """Find every fault of the registry, with file and line."""
    faults = check_registries(lexicons)
    if faults:
        raise FramingError(*faults)
    click.echo("no faults")


def check_registries(lexicons: Path | None) -> list[Fault]:
    """Return every fault of the shipped registry and your own."""
    from framing.articles.outlets import FILE_NAME, check_outlets
    from framing.topics.topic import lexicon_folders

    paths = [folder / FILE_NAME for folder in lexicon_folders(lexicons)]
    return [fault for path in paths if path.exists() for fault in check_outlets(path)[1]]
