"""Which names are one person: full names in several spellings, family names alone, given names alone."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Final

from framing.voices.actors.name_types import NameType
from framing.voices.actors.names import PERSON, SINGLE
from framing.voices.actors.roster import Registry
from framing.voices.actors.variants import LEAST_SURNAME, SAME, find_skeleton, join_articles, score_names, score_word

SHORTEST_VARIANT: Final = 5
COURTESY: Final = frozenset(["mr", "mrs", "ms", "miss", "dr", "sir", "lady", "the", "of", "former", "us", "american"])
MOST_AT_PLACE: Final = 0.5
Finding = tuple[int, str, str]
"""An actor's number, the rule that led to it, and the reason in words."""


@dataclass
class People:
    """Persons with their full names; `where` counts each person's mentions by full name in every article,
    `first` where the first of them stands.
    """

    full: dict[str, list[tuple[tuple[str, ...], int]]] = field(default_factory=lambda: defaultdict(list))
    by_last: dict[str, list[tuple[str, int]]] = field(default_factory=lambda: defaultdict(list))
    squashed: dict[str, list[tuple[tuple[str, ...], int]]] = field(default_factory=lambda: defaultdict(list))
    by_first: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    ranks: dict[int, set[str]] = field(default_factory=dict)
    first: dict[int, dict[int, int]] = field(default_factory=dict)
    where: dict[int, dict[int, int]] = field(default_factory=dict)

    def enter(self, words: tuple[str, ...], number: int) -> None:
        """Enter a full name of a person."""
        joined = join_articles(words[:-1] if words[-1] == "jr" else words)
        if len(joined) < 2:
            return
        self.full[find_skeleton(joined[-1])].append((words, number))
        self.squashed[squash(words)].append((words, number))
        if words[-1] != "jr":
            self.by_last[find_skeleton(joined[-1])].append((joined[-1], number))
        self.by_first[joined[0]].append(number)

    def count(self, number: int, found: NameType) -> None:
        """Count the mentions of a person by a full name."""
        self.ranks.setdefault(number, set()).update(*found.ranks.values())
        for article, n in found.articles.items():
            where, first = self.where.setdefault(number, {}), self.first.setdefault(number, {})
            begun = found.first.get(article, 0)
            where[article] = where.get(article, 0) + n
            first[article] = min(begun, first.get(article, begun))


def resolve_full_names(types: list[NameType], registry: Registry) -> tuple[dict[int, Finding], People]:
    """Resolve full names of persons: listed, a spelling of a listed or known one, or new; commoner and longer names are taken first."""
    people = People()
    found: dict[int, Finding] = {}
    for words, number in registry.roster.people:
        people.enter(words, number)
    full = [at for at, one in enumerate(types) if is_full_name(one)]
    for at in sorted(full, key=lambda at: (types[at].listed < 0, -len(types[at].words), -types[at].n, types[at].words)):
        one = types[at]
        found[at] = resolve_full_name(one, registry, people)
        if registry.kinds[found[at][0]] == "person":
            people.enter(one.words, found[at][0])
            people.count(found[at][0], one)
    return found, people


def is_full_name(one: NameType) -> bool:
    """Tell whether a type reads as a person's full name: listed, or sure and no place."""
    return one.kind == PERSON and len(one.words) > 1 and (one.listed >= 0 or (one.n_sure > 0 and not is_place(one)))


def resolve_full_name(one: NameType, registry: Registry, people: People) -> Finding:
    """Resolve one full name against all whose family name has the same consonants."""
    if one.listed >= 0:
        return one.listed, "listed", "a listed name"
    joined = join_articles(one.words[:-1] if one.words[-1] == "jr" else one.words)
    best, number = 0.0, -1
    like: tuple[str, ...] = ()
    for words, candidate in (*people.squashed[squash(one.words)], *people.full[find_skeleton(joined[-1])]):
        score = score_names(one.words, words)
        if score > best:
            best, like, number = score, words, candidate
    if number >= 0:
        rule = "same name" if best == SAME else "spelling"
        reason = f"{one.best!r} reads as {' '.join(like)!r} (score {best:.0f})"
        if one.words != like:
            registry.explain(number, f"{rule}: {reason}")
        return number, rule, reason
    return registry.number(f"name:{' '.join(one.words)}", one.best, "person"), "full name", "a run of capitals that reads as a person's name"


def list_bearers(one: NameType, people: People) -> list[tuple[str, list[int]]]:
    """Return who may bear a single name, by rule: as a family name before a given name, as written before another spelling."""
    word = one.words[0]
    last, given = people.by_last.get(find_skeleton(word), ()), people.by_first.get(word, ())
    if not last and not given:
        return []
    similar = {number for name, number in last if len(word) >= SHORTEST_VARIANT and score_word(word, name, LEAST_SURNAME)}
    steps = (
        ("family name", {number for name, number in last if name == word}),
        ("family name in another spelling", similar),
        ("given name", set(given)),
    )
    known = ((rule, sorted(number for number in numbers if number in people.where)) for rule, numbers in steps)
    return [(rule, numbers) for rule, numbers in known if numbers]


def resolve_single(one: NameType, article: int, bearers: list[tuple[str, list[int]]], people: People, registry: Registry) -> Finding | None:
    """Resolve a single name in an article, given who may bear it."""
    for choose in (choose_by_rank, choose_here, choose_elsewhere):
        for rule, known in bearers:
            if (number := choose(one, article, known, people)) >= 0:
                where = "in the same article" if article in people.where[number] else "in another article"
                return tell(one, number, rule, where, registry)
    return None


def choose_by_rank(one: NameType, article: int, known: list[int], people: People) -> int:
    """Choose the only bearer of a name whose full name is given a rank that the single name bears in this article; -1 for none.

    "President Brook" is Ana Brook where another article writes "President Ana Brook", though this one only names her husband in full.
    """
    if len(known) < 2 or article not in one.ranks:
        return -1
    ranks = one.ranks[article] - COURTESY
    titled = [number for number in known if ranks & people.ranks[number]]
    return titled[0] if len(titled) == 1 else -1


def choose_here(one: NameType, article: int, known: list[int], people: People) -> int:
    """Choose among the bearers of a name whom the article names in full; -1 for none.

    Whoever is named in full before the name first stands alone comes first. Where nobody is, someone named in twice as many other articles
    is meant instead (the president, not his wife who is named further down).
    """
    here = [number for number in known if article in people.where[number]]
    before = [number for number in here if people.first[number][article] <= one.first.get(article, 0)]
    if before:
        return min(before, key=lambda number: (-people.where[number][article], -sum(people.where[number].values()), number))
    best = min(known, key=lambda number: (-len(people.where[number]), number))
    own = min(here, key=lambda number: (-people.where[number][article], number), default=-1)
    return own if own < 0 or 2 * len(people.where[own]) > len(people.where[best]) else best


def choose_elsewhere(one: NameType, article: int, known: list[int], people: People) -> int:
    """Choose among the bearers of a name whom other articles name in full: the only one, or one in twice as many articles as any other."""
    if one.listed >= 0:
        return -1
    ranked = sorted(known, key=lambda number: (-len(people.where[number]), number))
    sure = len(ranked) == 1 or len(people.where[ranked[0]]) >= 2 * len(people.where[ranked[1]])
    return ranked[0] if sure else -1


def tell(one: NameType, number: int, rule: str, where: str, registry: Registry) -> Finding:
    """Make the finding that a single name is a person's."""
    reason = f"{one.best!r} is the {rule} of {registry.names[number]!r} {where}"
    registry.explain(number, f"{rule}: {reason}")
    return number, rule.partition(" in ")[0], reason


def squash(words: tuple[str, ...]) -> str:
    """Write a name as one word, so that Jong Un and Jong-un are the same."""
    return "".join(words).replace("-", "")


def is_place(one: NameType) -> bool:
    """Tell whether a name without a title mostly stands as a place does."""
    return not one.has_title and one.n_at_place > MOST_AT_PLACE * one.n


def is_single(one: NameType) -> bool:
    """Tell whether a type is a single word that may be a person's."""
    return len(one.words) == 1 and one.kind in (PERSON, SINGLE)
