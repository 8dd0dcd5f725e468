"""The small language in which terms are written, and the forms one term stands for."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from framing.topics.inflection import Inflections

GAP_WORDS = 4
PARTS_KEPT = 10_000
"""Parts whose forms are kept: many patterns share one, and those of a placeholder are many."""
INFLECT = ("fixed", "noun", "verb", "verb noun")
PLACEHOLDER = re.compile(r"\{(\w+)\}")
CAPITALS = re.compile(r"[A-Z]{2,}")
CAPITAL_WORD = re.compile(r"\b[A-Z]{2,}\b|\b[A-Z](?:\.[A-Z])+")
WORD = re.compile(r"\{\w+\}|[^\s-]+")


class Form(NamedTuple):
    """One way a part of a pattern can stand in a text; `capitals` is where words in capitals begin in it."""

    words: str
    capitals: tuple[int, ...]


@dataclass(frozen=True)
class Pattern:
    """A term ready to be looked for: parts in order, with the most words allowed between a part and the next."""

    parts: tuple[tuple[Form, ...], ...]
    gaps: tuple[int, ...]


@dataclass(frozen=True)
class Grammar:
    """What turns a written term into a pattern: endings, and the words each {placeholder} stands for.

    `prefixes` are what a language writes together with a word (Arabic: the, and, with), by inflection and place (first, later).
    """

    inflections: Inflections
    placeholders: Mapping[str, tuple[str, ...]]
    prefixes: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)

    def forms(self, word: str, ending: str) -> tuple[str, ...]:
        """Return the forms of one place of a term: each alternative with its endings (_ stands for a blank), a placeholder with its words."""
        if named := PLACEHOLDER.fullmatch(word):
            return self.placeholders[named[1]]
        found: list[str] = []
        for alternative in word.split("|"):
            if ending == "noun":
                found += self.inflections.noun_forms(alternative)
            elif ending == "verb":
                found += self.inflections.verb_forms(alternative)
            else:
                found.append(alternative)
        return tuple(form.replace("_", " ") for form in found)

    def read_pattern(self, term: str, inflect: str = "fixed") -> Pattern:
        """Turn a written term into a pattern; raises ValueError that says what is wrong with the term."""
        places = find_places(term)
        if wrong := check_term(term, places, self.placeholders):
            raise ValueError(wrong)
        last = sum(map(len, places)) - 1
        parts, at = [], 0
        for part in places:
            choices = []
            for word in part:
                ending = "verb" if at == 0 and "verb" in inflect else "noun" if at == last and "noun" in inflect else ""
                prefixes = self.prefixes.get((inflect, "later" if at else "first"), ())
                forms = self.forms(word, ending)
                choices.append(tuple(prefix + form for prefix in ("", *prefixes) for form in forms) if prefixes else forms)
                at += 1
            parts.append(make_forms(choices))
        return Pattern(tuple(parts), find_gaps(term))


def find_places(term: str) -> list[list[str]]:
    """Split a term into parts (at `...` and after a placeholder) and each part into its words.

    >>> find_places("{nation} troops|forces ... leave")
    [['{nation}'], ['troops|forces'], ['leave']]
    """
    parts: list[list[str]] = []
    for stretch in term.split("..."):
        part: list[str] = []
        for word in WORD.findall(stretch):
            if PLACEHOLDER.fullmatch(word) and part:
                parts.append(part)
                part = []
            part.append(word)
            if PLACEHOLDER.fullmatch(word):
                parts.append(part)
                part = []
        if part:
            parts.append(part)
    return parts


def find_gaps(term: str) -> tuple[int, ...]:
    """Return, for each step from a part to the next, how many words may stand between: 0, or GAP_WORDS at `...`."""
    gaps: list[int] = []
    for stretch in term.split("..."):
        gaps += [0] * (len(find_places(stretch)) - 1)
        gaps.append(GAP_WORDS)
    return tuple(gaps[:-1])


def check_term(term: str, places: list[list[str]], placeholders: Iterable[str]) -> str:
    """Return what is wrong with a written term, or ""."""
    if not places or any(not stretch.strip() for stretch in term.split("...")):
        return f"{term!r} has an empty part; words must stand on both sides of ..."
    for word in (word for part in places for word in part):
        named = PLACEHOLDER.fullmatch(word)
        if named and named[1] not in placeholders:
            return f"{word} is unknown; allowed are {', '.join(f'{{{name}}}' for name in placeholders)}"
        if not named and (not all(any(map(str.isalnum, choice)) for choice in word.split("|")) or re.search(r"[{}*\[\]+\\^$]", word)):
            return f"{word!r} cannot be read; words, |, ... and {{nation}} are allowed, not regular expressions"
    return ""


def make_forms(choices: list[tuple[str, ...]]) -> tuple[Form, ...]:
    """Make the forms of a part from the choices for each of its words; duplicates are dropped, order is kept."""
    return expand_forms(tuple(choices))


@lru_cache(maxsize=PARTS_KEPT)
def expand_forms(choices: tuple[tuple[str, ...], ...]) -> tuple[Form, ...]:
    """Make the forms of a part, once for all patterns that share it."""
    found: dict[str, None] = {}
    for words in product(*choices):
        joined = " ".join(words)
        found[joined] = None
        if not joined.islower() and CAPITALS.search(joined):
            dotted = " ".join(map(dot_initials, joined.split(" ")))
            found[dotted] = None
            found[dotted.replace(". ", " ").rstrip(".")] = None
    return tuple(make_form(words) for words in found)


def make_form(words: str) -> Form:
    """Make a form; note where its words in capitals stand.

    >>> make_form("the UN mission")
    Form(words='the UN mission', capitals=(4,))
    """
    return Form(words, () if words.islower() else tuple(found.start() for found in CAPITAL_WORD.finditer(words)))


def dot_initials(word: str) -> str:
    """Write two or three initials with dots.

    >>> dot_initials("US"), dot_initials("ISIS")
    ('U.S.', 'ISIS')
    """
    return ".".join(word) + "." if CAPITALS.fullmatch(word) and len(word) <= 3 else word
