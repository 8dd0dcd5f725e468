"""`framing check`: every fault of lexicons, topics and corpora, and how evenly topics treat their poles."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from framing.cli.options import lexicons_option
from framing.errors import Fault, FramingError

if TYPE_CHECKING:
    from framing.evidence.lens import Lens


@click.command("check")
@click.argument("folder", metavar="[DIR]", required=False, type=click.Path(path_type=Path, exists=True, file_okay=False))
@lexicons_option
def command(folder: Path | None, lexicons: Path | None) -> None:
    """Find every fault of lexicons, topics and corpora at once, with file and line.

    Reads the shipped lexicons and, with --lexicons, your own; runs the cases and the swap test of every topic and prints how evenly
    its poles are treated. DIR is a lexicon folder (it has general/ or topics/) or a corpus folder to check as well. Without DIR the shipped
    corpora are checked too.

    \b
    Examples:
      framing check
      framing check my-articles/
      framing check my-lexicons/
    """
    from framing.shipped import find_shipped
    from framing.topics.check import check_general, check_topics

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


def check_lists(lexicons: Path | None) -> list[Fault]:
    """Return the faults of the outlet registries and of the phrases of the intake check."""
    from framing.cli.outlets import check_registries
    from framing.intake.phrases import check_phrases
    from framing.shipped import find_shipped

    return [*check_registries(lexicons), *check_phrases(find_shipped("lexicons"))[1]]


def check_topic(topic_id: str, lexicons: Path | None) -> list[Fault]:
    """Run a topic's cases and swaps and print the balance of its poles."""
    from framing.analysis.balance import find_uneven, measure_balance
    from framing.analysis.cases import check_cases, check_swaps
    from framing.evidence.lens import make_lens
    from framing.topics.general import read_general
    from framing.topics.topic import lexicon_folders, read_topic

    general = read_general(lexicon_folders(lexicons))
    topic = read_topic(topic_id, lexicons, general)
    lens = make_lens(general, topic)
    folder = topic.folders[-1]
    balance = measure_balance(folder, lens)
    click.echo(f"{topic_id}\n{balance.to_string(index=False, float_format='%.2f')}\n")
    uneven = [Fault(str(folder / "terms.csv"), 0, what) for what in find_uneven(balance)]
    faults = [*check_cases(folder, lens), *check_swaps(folder, lens), *uneven]
    for language in lens.languages[1:]:
        if (folder / f"terms.{language}.csv").exists():
            faults += check_language(folder, lens, language)
    return faults


def check_language(folder: Path, lens: "Lens", language: str) -> list[Fault]:
    """Run a topic's cases, swaps and examples in another language and print the balance of its poles there."""
    from framing.analysis.balance import find_uneven, find_wrong_leans, measure_balance, measure_examples
    from framing.analysis.cases import check_cases, check_swaps

    try:
        lens = lens.in_all_languages
        balance, examples = measure_balance(folder, lens, language), measure_examples(folder, lens, language)
    except FramingError as error:
        return list(error.faults)
    click.echo(f"{folder.name}, {language}\n{balance.to_string(index=False, float_format='%.2f')}\n")
    click.echo(f"examples by the lean of their terms\n{examples.to_string(index=False)}\n")
    wrong = [*find_uneven(balance), *find_wrong_leans(examples)]
    faults = [Fault(str(folder / f"terms.{language}.csv"), 0, what) for what in wrong]
    return [*check_cases(folder, lens, language), *check_swaps(folder, lens, language), *faults]


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
