"""Faults of the lists of names that no single row shows: names of two actors, groups in two spellings, referents that nothing finds."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from framing.errors import Fault, FramingError
from framing.rows import Row, read_rows
from framing.topics.actor import ACTORS
from framing.topics.name_words import NATIONS, OF_NATION, WORDS, fold_words
from framing.topics.pattern import Grammar
from framing.topics.referent import REFERENTS, read_terms

ID: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def check_actor_list(path: Path, grammar: Grammar) -> list[Fault]:
    """Check an actors.csv: ids, names that stand for two actors, groups that differ in capitals only, names that are no pattern."""
    rows, faults = read_rows(path, ACTORS)
    names: dict[str, Row] = {}
    groups: dict[str, Row] = {}
    for row in rows:
        if not ID.fullmatch(row["actor_id"]):
            faults.append(Fault(str(path), row.line, f"actor_id: {row['actor_id']!r} is no id; small letters, digits and single hyphens are allowed"))
        other = groups.setdefault(row["group"].lower(), row)
        if other["group"] != row["group"]:
            what = f"group: {row['group']!r} is {other['group']!r} of line {other.line} in other capitals; one is allowed"
            faults.append(Fault(str(path), row.line, what))
        for name in list_names(row):
            faults += [Fault(str(path), row.line, what) for what in check_name(name, row, names, grammar)]
    return faults


def list_names(row: Row) -> list[str]:
    """Return an actor's name and aliases, each once."""
    return list(dict.fromkeys(name.strip() for name in (row["name"], *row["aliases"].split(";")) if name.strip()))


def check_name(name: str, row: Row, names: dict[str, Row], grammar: Grammar) -> Iterator[str]:
    """Yield what is wrong with one name of an actor."""
    try:
        grammar.read_pattern(name)
    except ValueError as error:
        yield f"aliases: {error}"
    key = " ".join(name.lower().replace("’", "'").split())
    other = names.setdefault(key, row)
    if other["actor_id"] != row["actor_id"]:
        yield f"aliases: {name!r} stands for {other['actor_id']!r} too (line {other.line}); a name may stand for one actor of a file"
    if not fold_words(name):
        yield f"aliases: {name!r} holds no letter or digit"


def check_referent_list(path: Path, grammar: Grammar) -> list[Fault]:
    """Check a referents.csv: its rows, and referents none of whose names stands without needing another near."""
    faults: list[Fault] = []
    terms = read_terms(path, grammar, faults)
    rows, _ = read_rows(path, REFERENTS)
    free = {term.referent_id for term in terms if not term.is_near}
    first = {row["referent"]: row.line for row in reversed(rows)}
    for referent, line in first.items():
        if not ID.fullmatch(referent):
            faults.append(Fault(str(path), line, f"referent: {referent!r} is no id; small letters, digits and single hyphens are allowed"))
        if referent not in free:
            what = f"needs: all names of {referent!r} need another one near, so that none is ever found; one that is free is needed"
            faults.append(Fault(str(path), line, what))
    return faults


def check_name_lists(folder: Path) -> list[Fault]:
    """Check name_words.csv and nations.csv of a lexicon folder, those that are there."""
    nations_path, words_path = folder / "general" / "nations.csv", folder / "general" / "name_words.csv"
    nations, faults = read_rows(nations_path, NATIONS) if nations_path.exists() else ([], [])
    faults += check_nations(nations_path, nations)
    words, more = read_rows(words_path, WORDS) if words_path.exists() else ([], [])
    known = {row["nation"] for row in nations} if nations else None
    return faults + more + check_words(words_path, words, known)


def check_nations(path: Path, rows: list[Row]) -> list[Fault]:
    """Return nations that stand twice, and names, adjectives and peoples that two nations have."""
    faults: list[Fault] = []
    seen: dict[tuple[str, str], Row] = {}
    for row in rows:
        for column in ("nation", "names", "adjectives", "people"):
            for form in filter(None, (form.strip() for form in row[column].split(";"))):
                other = seen.setdefault((column, fold_words(form)), row)
                if other is not row:
                    faults.append(Fault(str(path), row.line, f"{column}: {form!r} stands already in line {other.line}; one nation may have it"))
    return faults


def check_words(path: Path, rows: list[Row], nations: set[str] | None) -> list[Fault]:
    """Return words that stand twice for one kind, seats of no known nation, and nations given for what is no seat."""
    faults: list[Fault] = []
    seen: dict[tuple[str, str], int] = {}
    for row in rows:
        key = row["kind"], fold_words(row["word"])
        if key in seen:
            faults.append(Fault(str(path), row.line, f"word: {row['word']!r} stands already in line {seen[key]} as {row['kind']}"))
        seen.setdefault(key, row.line)
        if row["kind"] in OF_NATION and nations is not None and row["of"] not in nations:
            faults.append(Fault(str(path), row.line, f"of: {row['of']!r} is no nation of nations.csv; a {row['kind']} needs one"))
        if row["kind"] not in OF_NATION and row["of"]:
            faults.append(Fault(str(path), row.line, f"of: {row['of']!r} is given for a {row['kind']}; only {' and '.join(OF_NATION)} have a nation"))
    return faults


def check_lists(folders: list[Path], grammar: Grammar) -> list[Fault]:
    """Check every list of names and actions of some lexicon folders."""
    from framing.topics.action import read_actions
    from framing.topics.word_classes import read_word_classes

    faults: list[Fault] = []
    for folder in folders:
        faults += check_name_lists(folder)
        for path in sorted(folder.glob("topics/*/actors.csv")):
            faults += check_actor_list(path, grammar)
        for path in sorted(folder.glob("topics/*/referents.csv")):
            faults += check_referent_list(path, grammar)
    for read in (lambda: read_actions(folders, grammar.inflections), lambda: read_word_classes(folders[0] / "general" / "word_classes.csv")):
        try:
            read()
        except FramingError as error:
            faults += error.faults
    return list(dict.fromkeys(faults))
