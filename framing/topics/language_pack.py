"""Language packs: general lists of a language and a topic's terms in it, added to those of the topic's own language."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Final

from framing.errors import Fault, FramingError
from framing.rows import Columns, one_of, read_rows
from framing.topics.general import LISTS, WORDS, General, Word, find_nation_forms, read_words, split_cell
from framing.topics.inflection import read_endings
from framing.topics.lexicon import Entry, Target, read_entries, read_targets
from framing.topics.pattern import INFLECT, Grammar
from framing.topics.topic import Topic
from framing.topics.writing import find_language_folder

PREFIXES: Final = Columns(("inflect", "place", "prefixes", "note"), {"inflect": one_of(*INFLECT), "place": one_of("first", "later")})


def list_languages(topic: Topic) -> list[str]:
    """Return the languages a topic has words for: its own, then the others by code (terms.<code>.csv in its folder or one it extends)."""
    found = {path.name.split(".")[1] for folder in topic.folders for path in folder.glob("terms.*.csv")}
    return [topic.language, *sorted(found - {topic.language})]


def add_languages(general: General, topic: Topic, codes: Iterable[str]) -> tuple[General, Topic]:
    """Add the lists and terms of some languages; every word, term and target of them is looked for in articles of its language only.

    Raises FramingError with every fault of their files.
    """
    for code in codes:
        own = read_language(code)
        words, terms, targets = tuple(replace(word, language=code) for word in own.words), *read_terms(topic, code, own)
        general = replace(general, words=general.words + words)
        topic = replace(topic, entries=topic.entries + tuple(terms), targets=topic.targets + tuple(targets))
    return general, topic


def read_language(code: str) -> General:
    """Read the general lists of a language from its folder; every list but nations.csv may be absent. Raises FramingError with all faults."""
    folder = find_language_folder(code) / "general"
    faults: list[Fault] = []
    rows, found = read_rows(folder / "nations.csv", WORDS["nations"])
    faults += found
    nations = {row["nation"]: find_nation_forms(row)[: -len(split_cell(row["names"]))] for row in rows}
    grammar = Grammar(read_endings(folder), {"nation": tuple(form for forms in nations.values() for form in forms)}, read_prefixes(folder, faults))
    words: list[Word] = []
    for list_id in LISTS:
        if (path := folder / f"{list_id}.csv").exists():
            words += read_words(path, list_id, grammar, faults)
    if faults:
        raise FramingError(*faults)
    adjectives = tuple((split_cell(row["adjectives"]), split_cell(row["names"])) for row in rows if row["adjectives"])
    return General(tuple(words), {}, frozenset(), nations, adjectives, grammar)


def read_prefixes(folder: Path, faults: list[Fault]) -> dict[tuple[str, str], tuple[str, ...]]:
    """Read what a language writes together with a word, by inflection and place; faults are added to `faults`."""
    path = folder / "prefixes.csv"
    rows, found = read_rows(path, PREFIXES) if path.exists() else ([], [])
    faults += found
    return {(row["inflect"], row["place"]): tuple(split_cell(row["prefixes"])) for row in rows}


def read_terms(topic: Topic, code: str, own: General) -> tuple[list[Entry], list[Target]]:
    """Read a topic's terms and targets in a language, also of the topics it extends; raises FramingError with all faults."""
    axes = {axis.axis_id: axis for axis in topic.axes}
    grammar = own.grammar_for(topic.hosts)
    entries: list[Entry] = []
    targets: list[Target] = []
    faults: list[Fault] = []
    for folder in topic.folders:
        if not (path := folder / f"terms.{code}.csv").exists():
            continue
        terms, found = read_entries(path, f"{folder.name}.{code}", axes, grammar)
        named, more = read_targets(folder / f"targets.{code}.csv", {axis.target for axis in topic.axes}, grammar)
        entries += [replace(entry, language=code) for entry in terms]
        targets += [replace(target, language=code) for target in named]
        faults += found + more
    if faults:
        raise FramingError(*faults)
    return entries, targets
