"""Roles that stand for a person: "the president", "the Iraqi Defense Minister", where the article says who bears the title."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from framing.text.cleaning import Batch
from framing.text.letters import LOWER
from framing.text.offsets import Offsets
from framing.text.words import number_words
from framing.topics.name_words import NameWords, fold_words
from framing.voices.actors.persons import Finding

IDLE: Final = frozenset(["of", "for", "the", "and", "in", "to", "on", "former", "late", "then", "acting", "s"])
LOWERING: Final = frozenset(["vice", "deputy", "assistant", "under", "ex", "press", "chief"])
QUALIFIER: Final = (
    r"(?:(?:[A-Z][\w’'-]*|(?:[A-Z]\.){2,}|former|prime|vice|foreign|defen[cs]e|interior|finance|deputy|national|security|attorney|secretary|press) )"
    r"{0,4}"
)
BEFORE: Final = 60
FARTHEST: Final = 90
AHEAD: Final = 12
OFFICES: Final = ("state", "defense", "defence")


@dataclass
class Titles:
    """Who bears which title words in which article, how often, and who is mentioned where; `known` keeps what was counted over the whole batch.

    All titles are entered before the first role is resolved.
    """

    words: NameWords
    by_article: dict[int, Counter[tuple[frozenset[str], int]]] = field(default_factory=lambda: defaultdict(Counter))
    known: dict[frozenset[str], Counter[int]] = field(default_factory=dict)
    mentioned: dict[int, Counter[int]] = field(default_factory=lambda: defaultdict(Counter))

    def enter(self, title: tuple[str, ...], article: int, number: int) -> None:
        """Enter that an actor is called by a title in an article."""
        if reduced := self.reduce(title):
            self.by_article[article][reduced, number] += 1

    def reduce(self, title: tuple[str, ...]) -> frozenset[str]:
        """Reduce a title to its telling words; adjectives and names of nations become the nation."""
        plain = " ".join(word.removeprefix("ex-").removeprefix("then-") for word in title)
        for known in (self.words.adjectives, self.words.nations):
            for size in (2, 1):
                start = " ".join(plain.split()[:size])
                plain = known[start].replace(" ", "_") + plain[len(start) :] if start in known else plain
        return frozenset(word for word in plain.split() if word not in IDLE)

    def find_bearer(self, role: tuple[str, ...], article: int) -> int:
        """Return who bears all words of a role: whoever is most often so called in the article, else in the batch if named here; -1 for none."""
        asked = self.reduce(role)
        here = self.count_bearers(asked, [article])
        if not here:
            if asked not in self.known:
                self.known[asked] = self.count_bearers(asked, list(self.by_article))
            here = Counter({who: n for who, n in self.known[asked].items() if self.mentioned[article][who]})
        ranked = sorted(here, key=lambda who: (-here[who], -self.mentioned[article][who], who))
        return ranked[0] if ranked and asked else -1

    def count_bearers(self, asked: frozenset[str], articles: list[int]) -> Counter[int]:
        """Count for each actor how often a title with all words asked for is borne; a vice president is no president."""
        found: Counter[int] = Counter()
        for article in articles:
            for (title, number), n in self.by_article.get(article, Counter()).items():
                if asked <= title and not (title - asked) & LOWERING:
                    found[number] += n
        return found


def compile_roles(words: NameWords) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what finds a role that stands for someone, and what finds one in small letters that ends right before a name."""
    roles = "|".join(sorted(words.of("role")))
    named = rf"(?!The )(?:[A-Z]\w*|(?:[A-Z]\.){{2,}}) (?:[A-Z]\w* )?(?:{roles})"
    alone = re.compile(rf"\b(?:[Tt]he ({QUALIFIER}(?:{roles}))|({named}))\b(?! (?:of|to|in|for|and|[A-Z]))(?!-)")
    return alone, re.compile(rf"({QUALIFIER}(?:{roles}))(?: of (?:{'|'.join(OFFICES)}))? $")


def find_plain_roles(batch: Batch, alone: re.Pattern[str], words: NameWords) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Yield (start, end, role words) for roles in small letters: the president, the Iraqi foreign minister, North Korean leader."""
    runs, done = batch.runs, 0
    places = np.flatnonzero(is_role(batch, words.of("role")) & (batch.kinds[runs.starts] == LOWER))
    for start, end in zip(runs.starts[places].tolist(), runs.ends[places].tolist(), strict=True):
        low = max(start - FARTHEST, done)
        if end > done and (found := alone.search(batch.text, low, end + AHEAD)):
            done = found.end()
            yield found.start(), found.end(), fold_role(found[1] or found[2])


def is_role(batch: Batch, roles: Iterable[str]) -> NDArray[np.bool_]:
    """Tell which runs of letters are a role, or its last piece."""
    return np.isin(batch.run_numbers, number_words([re.split(r"[ -]", role)[-1].encode() for role in sorted(roles)]))


def find_titles_before(batch: Batch, starts: Offsets, before: re.Pattern[str], words: NameWords) -> dict[int, tuple[str, ...]]:
    """Return the role in small letters right before each name that has one, by the name's place (former FBI director James Comey)."""
    run = np.maximum(np.searchsorted(batch.runs.starts, starts) - 1, 0)
    near = is_role(batch, [*words.of("role"), *OFFICES])[run] & (starts - batch.runs.ends[run] == 1) if len(batch.runs.starts) else starts < 0
    found = ((start, before.search(batch.text, max(start - BEFORE, 0), start)) for start in starts[near].tolist())
    return {start: fold_role(title[1]) for start, title in found if title}


def fold_role(role: str) -> tuple[str, ...]:
    """Fold the words of a role."""
    return tuple(fold_words(role).split())


def resolve_role(titles: Titles, role: tuple[str, ...], article: int) -> Finding | None:
    """Resolve a role by the titles of the article it stands in."""
    number = titles.find_bearer(role, article)
    return None if number < 0 else (number, "role", f"{' '.join(role)!r} is a title this one bears")
