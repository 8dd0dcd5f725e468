"""`framing check`: every fault of lexicons, topics and corpora, and how evenly topics treat their poles."""

from pathlib import Path

import click

from framing.cli.options import lexicons_option
from framing.errors import Fault, FramingError


@click.command("check")
@click.argument("folder", metavar="[DIR]", required=False, type=click.Path(path_type=Path, exists=True, file_okay=False))
@lexicons_option
def command(folder: Path | None, lexicons: Path | None) -> None:
    """Find every fault of lexicons, topics and corpora at once, with file and line.

    Reads the shipped lexicons and, with --lexicons, your own; runs the cases and the swap test of every topic and prints how evenly
    its poles are treated. DIR is a lexicon folder (it has general/ or topics/), a topic's folder in one (only that
    topic is checked), or a corpus folder to check as well.
    Without DIR the shipped corpora are checked too.

    \b
    Examples:
      framing check
      framing check my-articles/
      framing check my-lexicons/
      framing check my-lexicons/topics/housing
    """
    from framing.cli.topic_faults import check_topic
    from framing.shipped import find_shipped
    from framing.topics.check import check_general, check_topics

    if folder and (folder / "topic.toml").is_file():
        return check_one(folder)
    if folder and ((folder / "topics").is_dir() or (folder / "general").is_dir() or (folder / "outlets.csv").is_file()):
        lexicons, folder = folder, None
    general, faults = check_general(lexicons)
    if general:
        topics, more = check_topics(general, lexicons)
        faults += more
        for topic in topics:
            faults += check_topic(topic.topic_id, lexicons)
    faults += check_lists(lexicons)
    seeds = find_shipped("seeds")
    corpora = [folder] if folder else sorted(path.parent for path in seeds.glob("*/event.toml"))
    for corpus in corpora:
        faults += check_corpus(corpus, lexicons)
    if faults:
        raise FramingError(*faults)
    click.echo("no faults")


def check_one(folder: Path) -> None:
    """Check a single topic."""
    from framing.cli.topic_faults import find_topic_faults
    from framing.editing.places import find_topics

    faults = find_topic_faults(find_topics(str(folder))[0])
    if faults:
        raise FramingError(*faults)
    click.echo("no faults")


def check_lists(lexicons: Path | None) -> list[Fault]:
    """Return the faults of the outlet registries and of the phrases of the intake check."""
    from framing.cli.outlets import check_registries
    from framing.intake.phrases import check_phrases
    from framing.shipped import find_shipped

    return [*check_registries(lexicons), *check_phrases(find_shipped("lexicons"))[1]]


def check_corpus(folder: Path, lexicons: Path | None) -> list[Fault]:
    """Read a corpus and return what is wrong with it."""
    from framing.articles.corpus import read_articles
    from framing.topics.topic import lexicon_folders, list_topics

    try:
        corpus = read_articles(folder)
    except FramingError as error:
        return list(error.faults)
    click.echo(f"{folder}: {len(corpus)} articles")
    known = list_topics(lexicon_folders(lexicons))
    wrong = corpus.event and corpus.event.topic and corpus.event.topic not in known
    event = [Fault(str(folder / "event.toml"), 0, f"topic: {corpus.event.topic!r} is unknown; known topics are {', '.join(known)}")] if (
        wrong and corpus.event
    ) else []
    return [*corpus.faults, *event]
