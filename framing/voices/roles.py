"""Roles that stand for a person: "the president", "the Iraqi Defense Minister", where just one person of the article bears the title."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from framing.text.cleaning import Batch
from framing.topics.name_words import NameWords
from framing.voices.persons import Finding

IDLE: Final = frozenset(["of", "for", "the", "and", "in", "to", "on", "former", "late", "then", "acting", "s"])


@dataclass
class Titles:
    """Who bears which title words in which article, and where (positions in order of entry)."""

    words: NameWords
    by_article: dict[int, dict[frozenset[str], list[tuple[int, int]]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(list)))

    def enter(self, title: tuple[str, ...], article: int, start: int, number: int) -> None:
        """Enter that an actor is called by a title at a place."""
        self.by_article[article][self.reduce(title)].append((start, number))

    def reduce(self, title: tuple[str, ...]) -> frozenset[str]:
        """Reduce a title to its telling words; adjectives and names of nations become the nation."""
        words = (word.removeprefix("ex-").removeprefix("then-") for word in title)
        return frozenset(self.words.adjectives.get(word) or self.words.nations.get(word) or word for word in words if word not in IDLE)

    def find_bearer(self, role: tuple[str, ...], article: int, start: int) -> int:
        """Return the one who bears all words of a role in an article: the only one, else the one so called last before; -1 for none."""
        asked = self.reduce(role)
        bearers = sorted(place for title, places in self.by_article.get(article, {}).items() if asked <= title for place in places)
        if not bearers or not asked:
            return -1
        if len({number for _, number in bearers}) == 1:
            return bearers[0][1]
        before = [number for place, number in bearers if place < start]
        return before[-1] if before else -1


def find_plain_roles(batch: Batch, words: NameWords) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Yield (start, end, role words) for roles in small letters behind "the": the president, the Iraqi foreign minister."""
    roles = "|".join(sorted(words.of("role")))
    adjectives = "(?:[A-Z][a-z]+ )?(?:(?:prime|vice|foreign|defense|defence|former|interior|finance) )*"
    for found in re.finditer(rf"\b[Tt]he ({adjectives}(?:{roles}))\b(?! (?:of|to|in|for|and|[A-Z]))(?!-)", batch.text):
        yield found.start(), found.end(), tuple(found[1].lower().split())


def resolve_role(titles: Titles, role: tuple[str, ...], batch: Batch, start: int) -> Finding | None:
    """Resolve a role by the titles of the article it stands in."""
    article = int(batch.article_of(np.array([start]))[0])
    number = titles.find_bearer(role, article, start)
    if number < 0:
        return None
    return number, "role", f"{' '.join(role)!r} is a title this one bears in the same article"
