"""The faults of one topic, and the table that shows how evenly it treats its poles."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from framing.errors import Fault, FramingError

if TYPE_CHECKING:
    from framing.editing.places import Place
    from framing.evidence.lens import Lens


def find_topic_faults(place: "Place") -> list[Fault]:
    """Return every fault of one topic: of its tables, of forms on both poles, of what it lacks, of its cases and swaps, and of its balance."""
    from framing.editing.labelled import read_pairs
    from framing.editing.places import load_topic
    from framing.topics.check import find_clashes, find_empty
    from framing.topics.name_check import check_lists
    from framing.topics.topic import lexicon_folders

    try:
        loaded = load_topic(place)
    except FramingError as error:
        return list(error.faults)
    names = check_lists(lexicon_folders(place.lexicons), loaded.general.grammar)
    own = [fault for fault in names if Path(fault.place).resolve().is_relative_to(place.folder.resolve())]
    _, wrong = read_pairs(place.folder, loaded.topic)
    faults = [*find_clashes(loaded.topic), *find_empty(loaded.topic), *own, *wrong, *check_topic(place.topic_id, place.lexicons)]
    return list(dict.fromkeys(faults))


def check_topic(topic_id: str, lexicons: Path | None) -> list[Fault]:
    """Run a topic's cases and swaps and print the balance of its poles."""
    from framing.analysis.balance import find_uneven, measure_balance
    from framing.analysis.cases import check_cases, check_swaps, find_untested
    from framing.evidence.lens import make_lens
    from framing.topics.alternatives import check_alternatives
    from framing.topics.general import read_general
    from framing.topics.topic import lexicon_folders, read_topic

    general = read_general(lexicon_folders(lexicons))
    topic = read_topic(topic_id, lexicons, general)
    lens = make_lens(general, topic)
    folder = topic.folders[-1]
    balance = measure_balance(folder, lens)
    click.echo(f"{topic_id}\n{balance.to_string(index=False, float_format='%.2f')}\n")
    uneven = [Fault(str(folder / "terms.csv"), 0, what) for what in find_uneven(balance)]
    faults = [*check_alternatives(folder), *find_untested(folder, lens), *check_cases(folder, lens), *check_swaps(folder, lens), *uneven]
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
