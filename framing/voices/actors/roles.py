"""Roles that stand for a person: "the president", "the Iraqi Defense Minister", where the article says who bears the title."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from framing.text.cleaning import Batch
from framing.text.letters import HYPHEN, LOWER, SINGLE, SINGLE_CLOSE, UPPER
from framing.text.offsets import Offsets
from framing.text.tables import Keys, make_table
from framing.text.words import number_words
from framing.topics.name_words import NameWords, fold_words
from framing.voices.actors.persons import Finding

IDLE: Final = frozenset(["of", "for", "the", "and", "in", "to", "on", "former", "late", "then", "acting", "s"])
LOWERING: Final = frozenset(["vice", "deputy", "assistant", "under", "ex", "press", "chief"])
QUALIFIERS: Final = (
    "former", "prime", "vice", "foreign", "defence", "defense", "interior", "finance", "deputy", "national", "security", "attorney", "secretary",
    "press",
)  # fmt: skip
QUALIFIER: Final = rf"(?:(?:[A-Z][\w’'-]*|(?:[A-Z]\.){{2,}}|{'|'.join(QUALIFIERS)}) ){{0,4}}"
BEFORE: Final = 60
FARTHEST: Final = 90
AHEAD: Final = 12
OFFICES: Final = ("state", "defense", "defence")
Borne = dict[frozenset[str], dict[int, int]]
"""How often each actor is called by a title."""


@dataclass
class Titles:
    """Who bears which title in which article and in the whole batch, how often, and how often who is mentioned in which article.

    All titles are entered before the first role is resolved. Titles are reduced to their telling words.
    """

    words: NameWords
    by_article: dict[int, Borne] = field(default_factory=dict)
    everywhere: Borne = field(default_factory=dict)
    known: dict[frozenset[str], Counter[int]] = field(default_factory=dict)
    reduced: dict[tuple[str, ...], frozenset[str]] = field(default_factory=dict)
    mentioned: dict[tuple[int, int], int] = field(default_factory=dict)

    def count_mentions(self, articles: Offsets, actors: Offsets) -> None:
        """Count who is mentioned in which article."""
        size = int(actors.max(initial=0)) + 1
        pairs, counts = np.unique(articles * size + actors, return_counts=True)
        self.mentioned.update(zip(zip(*(side.tolist() for side in np.divmod(pairs, size)), strict=True), counts.tolist(), strict=True))

    def enter(self, title: tuple[str, ...], article: int, number: int) -> None:
        """Enter that an actor is called by a title in an article."""
        if reduced := self.reduce(title):
            for borne in (self.by_article.setdefault(article, {}), self.everywhere):
                bearers = borne.setdefault(reduced, {})
                bearers[number] = bearers.get(number, 0) + 1

    def reduce(self, title: tuple[str, ...]) -> frozenset[str]:
        """Reduce a title to its telling words; adjectives and names of nations become the nation."""
        if title not in self.reduced:
            plain = " ".join(word.removeprefix("ex-").removeprefix("then-") for word in title)
            for known in (self.words.adjectives, self.words.nations):
                for size in (2, 1):
                    start = " ".join(plain.split()[:size])
                    plain = known[start].replace(" ", "_") + plain[len(start) :] if start in known else plain
            self.reduced[title] = frozenset(word for word in plain.split() if word not in IDLE)
        return self.reduced[title]

    def find_bearer(self, role: tuple[str, ...], article: int) -> int:
        """Return who bears all words of a role: whoever is most often so called in the article, else in the batch if named here; -1 for none."""
        asked = self.reduce(role)
        here = count_bearers(self.by_article.get(article, {}), asked)
        if not here:
            if asked not in self.known:
                self.known[asked] = count_bearers(self.everywhere, asked)
            here = Counter({who: n for who, n in self.known[asked].items() if (article, who) in self.mentioned})
        ranked = sorted(here, key=lambda who: (-here[who], -self.mentioned.get((article, who), 0), who))
        return ranked[0] if ranked and asked else -1


def count_bearers(borne: Borne, asked: frozenset[str]) -> Counter[int]:
    """Count for each actor how often a title with all words asked for is borne; a vice president is no president."""
    found: Counter[int] = Counter()
    for title, bearers in borne.items():
        if asked <= title and not (title - asked) & LOWERING:
            found.update(bearers)
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
    places = np.flatnonzero(is_role(batch.run_numbers, words.of("role")))
    places = places[(batch.kinds[runs.starts[places]] == LOWER) & may_qualify(batch, np.maximum(places - 1, 0), words)]
    for start, end in zip(runs.starts[places].tolist(), runs.ends[places].tolist(), strict=True):
        low = max(start - FARTHEST, done)
        if end > done and (found := alone.search(batch.text, low, end + AHEAD)):
            done = found.end()
            yield found.start(), found.end(), fold_role(found[1] or found[2])


def may_qualify(batch: Batch, before: NDArray[np.intp], words: NameWords) -> NDArray[np.bool_]:
    """Tell which runs of letters can stand right before a role that stands for someone: "the", a qualifier, a capital, the end of a word."""
    starts = batch.runs.starts[before]
    joint = batch.kinds[starts - 1]
    pieces = sorted({"the", *QUALIFIERS, *(piece for role in words.of("role") for piece in re.split("[ -]", role))})
    found = (batch.kinds[starts] == UPPER) | (joint == SINGLE) | (joint == SINGLE_CLOSE) | (joint == HYPHEN)
    return np.asarray(found | np.isin(batch.run_numbers[before], number_words([piece.encode() for piece in pieces])))


def is_role(run_numbers: Keys, roles: Iterable[str]) -> NDArray[np.bool_]:
    """Tell which runs of letters are a role, or its last piece."""
    wanted = np.unique(number_words([re.split(r"[ -]", role)[-1].encode() for role in sorted(roles)]))
    return make_table(wanted).look_up(run_numbers) >= 0


def find_titles_before(batch: Batch, starts: Offsets, before: re.Pattern[str], words: NameWords) -> dict[int, tuple[str, ...]]:
    """Return the role in small letters right before each name that has one, by the name's place (former FBI director James Comey)."""
    runs = batch.runs
    run = np.searchsorted(runs.starts, starts) - 1
    starts, run = starts[run >= 0], run[run >= 0]
    near = is_role(batch.run_numbers[run], [*words.of("role"), *OFFICES]) & (starts - runs.ends[run] == 1)
    found = ((start, before.search(batch.text, max(start - BEFORE, 0), start)) for start in starts[near].tolist())
    return {start: fold_role(title[1]) for start, title in found if title}


def fold_role(role: str) -> tuple[str, ...]:
    """Fold the words of a role."""
    return tuple(fold_words(role).split())


def resolve_role(titles: Titles, role: tuple[str, ...], article: int) -> Finding | None:
    """Resolve a role by the titles of the article it stands in."""
    number = titles.find_bearer(role, article)
    return None if number < 0 else (number, "role", f"{' '.join(role)!r} is a title this one bears")
