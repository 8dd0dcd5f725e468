"""Small closed classes of English words, by which rules read a sentence: pronouns, helping verbs, prepositions and the like."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from framing.errors import Fault, FramingError
from framing.rows import Columns, filled, one_of, read_rows
from framing.shipped import find_shipped
from framing.topics.writing import find_language_folder

CLASSES = (
    "pronoun", "relative", "determiner", "auxiliary", "adverb", "conjunction", "and", "subordinator", "preposition", "time", "that", "to", "by",
    "asking", "object", "tell", "marked-past", "possessive", "be", "of", "about", "author", "joining", "contrast", "singular", "place", "no-adverb",
    "stands-for-man", "stands-for-woman", "stands-for-thing", "stands-for-many", "stands-for-none", "man", "woman", "institution", "person",
    "passive-helper", "have", "helper", "helper-adverb", "intends", "makes-do", "particle", "counted", "arm-of", "act-of", "describing", "at-place",
    "part-of-place", "place-noun", "man-name", "woman-name", "saying", "measure", "nobody", "own-mark", "own-text", "event", "showing",
    "including", "verb-first",
)  # fmt: skip
COLUMNS = Columns(("class", "word", "note"), {"class": one_of(*CLASSES), "word": filled})


def read_word_classes(path: Path) -> Mapping[str, tuple[str, ...]]:
    """Read word_classes.csv as words by class, in order; raises FramingError with all its faults. A word twice in a class is a fault."""
    rows, faults = read_rows(path, COLUMNS)
    lines: dict[tuple[str, str], int] = {}
    for row in rows:
        key = row["class"], row["word"]
        if key in lines:
            faults.append(Fault(str(path), row.line, f"word: {row['word']!r} stands already in line {lines[key]}"))
        lines.setdefault(key, row.line)
    if faults:
        raise FramingError(*faults)
    found: dict[str, list[str]] = {name: [] for name in CLASSES}
    for name, word in lines:
        found[name].append(word)
    return {name: tuple(words) for name, words in found.items()}


@lru_cache(maxsize=1)
def list_word_classes() -> Mapping[str, tuple[str, ...]]:
    """Return the shipped classes. They are closed, so that a user's folder adds none."""
    return read_word_classes(find_shipped("lexicons") / "general" / "word_classes.csv")


@lru_cache(maxsize=64)
def list_language_classes(code: str) -> Mapping[str, tuple[str, ...]]:
    """Return the classes of the words of a language's folder; none for a language that has no such list, to which the English ones apply."""
    path = find_language_folder(code) / "general" / "word_classes.csv"
    return read_word_classes(path) if path.exists() else {}
