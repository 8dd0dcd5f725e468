"""Dictionaries of other programs as a topic of one's own, or as loaded words: categories become poles or tones."""

import json
import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from framing.editing.dictionaries import Dictionary, write_rows
from framing.editing.new_topic import Names, write_new_topic
from framing.errors import make_error, say_list
from framing.files import read_text, write_whole
from framing.topics.filling import MARK
from framing.topics.general import LISTS, TONES, General
from framing.topics.lexicon import TERMS
from framing.topics.topic import Topic

MOST_WORDS: Final = 60
SHORTEST_STEM: Final = 3
STARRED: Final = re.compile(r"[^*?]+\*")
Term = tuple[str, str]
"""A term and the dictionary's word it stands for."""


@dataclass(frozen=True)
class Mapped:
    """The terms of some categories, and the words that could not be mapped, each with why."""

    terms: tuple[Term, ...]
    left_out: tuple[str, ...]


def map_words(dictionary: Dictionary, categories: Sequence[str], known: Sequence[str], general: General) -> Mapped:
    """Map the words of some categories to terms.

    A word with * at its end becomes the known words that begin so, at most 60, the patterns having no such sign; `known` are the
    words there are, in order of the alphabet. Words with * or ? elsewhere, and such as no pattern can say (emoticons, regular expressions),
    are left out. Raises FramingError for a category that is not there.
    """
    terms: dict[str, str] = {}
    left_out: list[str] = []
    for word in (word for name in categories for word in dictionary.categories[find_category(dictionary, name)]):
        term, why = map_word(" ".join(word.replace("_", " ").split()), known, general)
        if why:
            left_out.append(f"{word}: {why}")
        else:
            terms.setdefault(term, word)
    return Mapped(tuple(terms.items()), tuple(left_out))


def find_category(dictionary: Dictionary, name: str) -> str:
    """Return the full name of a category that is named in full or by its last part; raises FramingError where none or several are."""
    if name in dictionary.categories:
        return name
    found = [full for full in dictionary.categories if full.rpartition(".")[2].lower() == name.lower() or full.lower() == name.lower()]
    if len(found) == 1:
        return found[0]
    what = f"{name!r} stands for {say_list(found)}" if found else f"{name!r} is not there; allowed are {say_list(dictionary.categories, 30)}"
    raise make_error("category", what)


def map_word(word: str, known: Sequence[str], general: General) -> tuple[str, str]:
    """Return (term, "") for one word of a dictionary, or ("", why not)."""
    places = []
    for piece in word.split():
        if not ({"*", "?"} & set(piece)):
            places.append(piece)
            continue
        if not STARRED.fullmatch(piece) or len(piece) <= SHORTEST_STEM:
            return "", "* and ? can stand only at the end, behind three letters or more" if len(piece) > SHORTEST_STEM else "too short before *"
        stem = piece[:-1].lower()
        start = bisect_left(known, stem)
        found = [one for one in known[start : start + MOST_WORDS + 1] if one.startswith(stem)]
        if not found:
            return "", "no known word begins so (--on CORPUS knows more)"
        if len(found) > MOST_WORDS:
            return "", f"more than {MOST_WORDS} known words begin so"
        places.append("|".join(found))
    try:
        general.grammar.read_pattern(" ".join(places))
    except ValueError as error:
        return "", str(error)
    return " ".join(places), ""


def list_known(texts: Iterable[str], topics: Iterable[Topic], general: General) -> list[str]:
    """List the words by which * is written out: those of some texts, and of the lists and topics at hand."""
    forms = (form.words for one in general.words for part in one.pattern.parts for form in part)
    more = (form.words for topic in topics for entry in topic.entries for part in entry.pattern.parts for form in part)
    words = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
    return sorted({word.lower().replace("’", "'") for source in (texts, forms, more) for text in source for word in words.findall(text)})


def import_topic(mapped: tuple[Mapped, Mapped], names: Names, lexicons: Path, source: str) -> Path:
    """Write a topic whose poles hold the terms of two mappings, otherwise the template; raises FramingError where it is there already.

    A term that both sides have is left to neither. Every term is free of a target, weighs 0.5 and counts for nothing when denied.
    """
    folder = write_new_topic(names, lexicons)
    describe_topic(folder / "topic.toml", names, source)
    sides = [dict(one.terms) for one in mapped]
    both = set(sides[0]) & set(sides[1])
    axis = names.axis_id or names.topic_id
    rows: list[tuple[str, ...]] = [
        (axis, pole, term, "0.5", "fixed", "free", "void", note(term, word), source)
        for pole, side in zip((names.left_id, names.right_id), sides, strict=True)
        for term, word in side.items()
        if term not in both
    ]
    write_whole(folder / "terms.csv", write_rows(TERMS.names, rows))
    return folder


def describe_topic(path: Path, names: Names, source: str) -> None:
    """Fill the template in with what is known of an import, so that it can be used at once; its author should say more."""

    def say_pole(pole: str) -> list[str]:
        return [pole, f"Words of the category {pole} of {source}. Say here what a reader is made to see.", f"The authors of {source}."]

    both = f"{names.left_id} against {names.right_id}"
    fills = iter([
        f"{both} ({source})", f"Words of two categories of a dictionary, {source}.",
        "Do the words of this dictionary mean in these articles what their category says?", source, both,
        f"More {names.left_id} or more {names.right_id}?", *say_pole(names.left_id), *say_pole(names.right_id),
    ])  # fmt: skip
    write_whole(path, re.sub(f'"{MARK}[^"]*"', lambda _: json.dumps(next(fills), ensure_ascii=False), read_text(path)[0]))


def find_common(mapped: tuple[Mapped, Mapped]) -> list[str]:
    """Return the terms that stand on both sides."""
    return sorted(set(dict(mapped[0].terms)) & set(dict(mapped[1].terms)))


def import_loaded(mapped: Mapped, tone: str, lexicons: Path, source: str) -> Path:
    """Add terms as loaded words of one tone to the general/loaded.csv of a lexicon folder; what stands there stays.

    Raises FramingError for another tone than praise, blame, alarm, belittle.
    """
    if tone not in TONES:
        raise make_error("tone", f"{tone!r} is not allowed; one of {say_list(TONES)} is")
    path = lexicons / "general" / "loaded.csv"
    before = read_text(path)[0].rstrip("\r\n") + "\n" if path.exists() else write_rows(LISTS["loaded"].names, [])
    rows = write_rows(LISTS["loaded"].names, [(term, "fixed", tone, note(term, word), source) for term, word in mapped.terms])
    write_whole(path, before + rows.partition("\n")[2])
    return path


def note(term: str, word: str) -> str:
    """Note what a term was in the dictionary, where it was written otherwise."""
    return "" if term == word else f"was {word}"
