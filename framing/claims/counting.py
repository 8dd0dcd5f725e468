"""What news counts: the class of a figure (killed, arrested, taking part, jobs lost, damage) by the words in and around it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from framing.claims.numbers import alternate
from framing.topics.claim_words import ClaimWords
from framing.topics.inflection import Inflections

GENERAL: Final = "people"


class Kind(NamedTuple):
    """What a figure counts: the class ("arrested"; "" for none) and the thing ("people"; a word of no list as it stands)."""

    name: str
    thing: str


NO_KIND: Final = Kind("", "")


@dataclass(frozen=True)
class Counting:
    """The words of what news counts, compiled once a run: things by form, names and agents of classes by form, and what is told of things."""

    things: Mapping[str, str]
    names: Mapping[str, Kind]
    agents: Mapping[str, Kind]
    told: Mapping[str, tuple[tuple[str, frozenset[str]], ...]]
    name_pattern: re.Pattern[str]
    told_pattern: re.Pattern[str]
    thing_pattern: re.Pattern[str]

    def thing_of(self, head: str) -> str:
        """Return what a noun counts: a thing of the lists, or the noun itself."""
        return self.things.get(head, head)

    def find_told(self, text: str, place: tuple[int, int], thing: str, *, last: bool = False) -> re.Match[str] | None:
        """Return the first (or last) words in a stretch that tell what becomes of a thing."""
        found = [match for match in self.told_pattern.finditer(text, *place) if self.class_of(match[0], thing)]
        return (found[-1] if last else found[0]) if found else None

    def class_of(self, words: str, thing: str) -> str:
        """Return the class that some words tell of a thing; people of any name are people, unless the lists have them as another thing."""
        for name, of in self.told.get(" ".join(words.lower().split()), ()):
            if thing in of or (GENERAL in of and thing not in self.known):
                return name
        return ""

    @property
    def known(self) -> frozenset[str]:
        """The things of the lists."""
        return frozenset(self.things.values())


def make_counting(words: ClaimWords, inflections: Inflections) -> Counting:
    """Compile the lists: nouns in singular and plural, verbs in all forms."""
    rows = {role: [row for row in words.counted if row.role == role] for role in ("thing", "name", "agent", "told")}
    things = {form: row.kind for row in rows["thing"] for word in row.words for form in inflect_noun(word, inflections)}
    nouns = {
        role: {form: Kind(row.kind, row.of[0]) for row in rows[role] for word in row.words for form in inflect_noun(word, inflections)}
        for role in ("name", "agent")
    }
    told: dict[str, list[tuple[str, frozenset[str]]]] = defaultdict(list)
    for row in rows["told"]:
        for word in row.words:
            for form in inflect_first(word, inflections):
                told[form].append((row.kind, frozenset(row.of)))
    patterns = [compile_words(forms) for forms in ([*nouns["name"], *nouns["agent"]], told, things)]
    return Counting(things, nouns["name"], nouns["agent"], {form: tuple(found) for form, found in told.items()}, *patterns)


def compile_words(forms: Iterable[str]) -> re.Pattern[str]:
    """Compile a pattern that finds whole words."""
    return re.compile(rf"(?<![\w-])(?:{alternate(list(forms))})(?![\w-])", re.IGNORECASE)


def inflect_noun(words: str, inflections: Inflections) -> tuple[str, ...]:
    """Return a noun of one or more words in singular and plural."""
    before, _, last = words.rpartition(" ")
    return tuple(f"{before} {form}".strip() for form in inflections.noun_forms(last))


def inflect_first(words: str, inflections: Inflections) -> tuple[str, ...]:
    """Return a verb, alone or with the words behind it, in all its forms."""
    first, _, rest = words.partition(" ")
    return tuple(f"{form} {rest}".strip() for form in inflections.verb_forms(first))
