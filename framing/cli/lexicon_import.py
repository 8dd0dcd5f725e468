"""What `framing lexicon import` does with a dictionary."""

from pathlib import Path
from typing import NamedTuple

import click

from framing.editing.dictionaries import Dictionary, read_dictionary
from framing.editing.importing import Mapped, find_common, import_loaded, import_topic, list_known, map_words
from framing.editing.new_topic import Names
from framing.errors import FramingError, make_error
from framing.topics.general import TONES, General, read_general
from framing.topics.topic import lexicon_folders, list_topics, read_topic


class Wish(NamedTuple):
    """Which categories become what, the new topic's name, a corpus whose words are known, and the lexicon folder to write to."""

    left: tuple[str, ...]
    right: tuple[str, ...]
    loaded: tuple[str, ...]
    name: str
    corpus: Path | None
    folder: Path


def import_dictionary(file: Path, wish: Wish) -> None:
    """Read a dictionary and write what is wished for; without a wish, list its categories."""
    dictionary = read_dictionary(file)
    if not (wish.left or wish.right or wish.loaded):
        click.echo(f"{file}: {len(dictionary.categories)} categories; name some with --left and --right, or --loaded TONE=CATEGORY")
        for name, words in dictionary.categories.items():
            click.echo(f"  {name}: {len(words)} words, such as {', '.join(words[:5])}")
        return
    if bool(wish.left) != bool(wish.right):
        raise make_error("poles", "only one is named; a topic needs --left and --right")
    general = read_general(lexicon_folders())
    known = find_known(wish.corpus, general) if any("*" in word for words in dictionary.categories.values() for word in words) else []
    if wish.left:
        write_poles(file, dictionary, wish, known, general)
    for pair in wish.loaded:
        tone, _, category = pair.partition("=")
        if tone not in TONES or not category:
            raise make_error("--loaded", f"{pair!r} is not allowed; TONE=CATEGORY with a tone of {', '.join(TONES)} is")
        mapped = map_words(dictionary, [category], known, general)
        path = import_loaded(mapped, tone, wish.folder, file.name)
        tell(mapped, f"{path} ({tone})")


def write_poles(file: Path, dictionary: Dictionary, wish: Wish, known: list[str], general: General) -> None:
    """Write a topic whose poles are the categories wished for."""
    sides = map_words(dictionary, wish.left, known, general), map_words(dictionary, wish.right, known, general)
    names = Names(make_id(wish.name or file.stem), make_id(wish.left[0]), make_id(wish.right[0]))
    made = import_topic(sides, names, wish.folder, file.name)
    for side, pole in zip(sides, (names.left_id, names.right_id), strict=True):
        tell(side, f"{made / 'terms.csv'} ({pole})")
    for term in find_common(sides):
        click.echo(f"framing: left out: {term}: stands for both poles", err=True)
    click.echo(f"framing compare my-articles --topic {names.topic_id} --lexicons {wish.folder}   uses it; say in topic.toml what its poles mean")


def tell(mapped: Mapped, where: str) -> None:
    """Tell how many terms were written where, and which words were left out and why."""
    for line in mapped.left_out:
        click.echo(f"framing: left out: {line}", err=True)
    click.echo(f"{len(mapped.terms)} terms in {where}" + (f"; {len(mapped.left_out)} words left out" if mapped.left_out else ""))


def make_id(name: str) -> str:
    """Make an id of a category's or file's name.

    >>> make_id("tone.Positive words")
    'positive-words'
    """
    last = name.rpartition(".")[2] or name
    return "-".join("".join(letter.lower() if letter.isascii() and letter.isalnum() else " " for letter in last).split())


def find_known(corpus: Path | None, general: General) -> list[str]:
    """List the words that * may stand for: those of a corpus, of the shipped lists and of the shipped topics."""
    from framing.articles.corpus import read_articles

    texts = [article.raw_text for article in read_articles(corpus)] if corpus else []
    topics = []
    for topic_id in list_topics(lexicon_folders()):
        try:
            topics.append(read_topic(topic_id, None, general))
        except FramingError:
            continue
    return list_known(texts, topics, general)
