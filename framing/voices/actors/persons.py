"""Which names are one person: full names in several spellings, family names alone, given names alone."""

from dataclasses import dataclass, field
from typing import Final

from framing.voices.actors.name_types import Types
from framing.voices.actors.names import PERSON, SINGLE
from framing.voices.actors.roster import Registry
from framing.voices.actors.variants import LEAST_SURNAME, SAME, Spellings, join_articles, list_spellings, score_names, score_word

SHORTEST_VARIANT: Final = 5
COURTESY: Final = frozenset(["mr", "mrs", "ms", "miss", "dr", "sir", "lady", "the", "of", "former", "us", "american"])
Finding = tuple[int, str, str]
"""An actor's number, the rule that led to it, and the reason in words."""


@dataclass(frozen=True)
class Presence:
    """Where a person is named in full: the mentions and the first of them in every article, and the words of titles borne."""

    n: dict[int, int]
    first: dict[int, int]
    ranks: set[str]


@dataclass(frozen=True)
class People:
    """Persons with their full names; `types_of` holds the types of names by which the batch names each in full."""

    types: Types
    spellings: Spellings
    full: dict[str, list[tuple[tuple[str, ...], int]]] = field(default_factory=dict)
    by_last: dict[str, list[tuple[str, int]]] = field(default_factory=dict)
    squashed: dict[str, list[tuple[tuple[str, ...], int]]] = field(default_factory=dict)
    by_first: dict[str, list[int]] = field(default_factory=dict)
    types_of: dict[int, list[int]] = field(default_factory=dict)
    known: dict[int, Presence] = field(default_factory=dict)

    def enter(self, words: tuple[str, ...], number: int) -> None:
        """Enter a full name of a person."""
        joined = join_articles(words[:-1] if words[-1] == "jr" else words)
        if len(joined) < 2:
            return
        _, skeleton = self.spellings[joined[-1]]
        self.full.setdefault(skeleton, []).append((words, number))
        self.squashed.setdefault(squash(words), []).append((words, number))
        if words[-1] != "jr":
            self.by_last.setdefault(skeleton, []).append((joined[-1], number))
        self.by_first.setdefault(joined[0], []).append(number)

    def where(self, number: int) -> Presence:
        """Return where a person is named in full."""
        if number not in self.known:
            places, found = self.types.places, Presence({}, {}, set())
            for at in self.types_of[number]:
                found.ranks.update(*self.types.ranks[at].values())
                for row in places.rows(at):
                    article, begun = places.article[row], places.first[row]
                    found.n[article] = found.n.get(article, 0) + places.n_here[row]
                    found.first[article] = min(begun, found.first.get(article, begun))
            self.known[number] = found
        return self.known[number]


def resolve_full_names(types: Types, registry: Registry) -> tuple[dict[int, Finding], People]:
    """Resolve full names of persons: listed, a spelling of a listed or known one, or new; commoner and longer names are taken first."""
    people = People(types, list_spellings())
    found: dict[int, Finding] = {}
    full = [at for at in range(len(types)) if types.is_full_name(at)]
    people.spellings.learn([types.words[at][-1] for at in range(len(types)) if types.kind[at] in (PERSON, SINGLE)])
    for words, number in registry.roster.people:
        people.enter(words, number)
    for at in sorted(full, key=lambda at: (types.listed[at] < 0, -len(types.words[at]), -types.n[at], types.words[at])):
        found[at] = number, _, _ = resolve_full_name(types, at, registry, people)
        if registry.kinds[number] == "person":
            people.enter(types.words[at], number)
            if types.n[at]:
                people.types_of.setdefault(number, []).append(at)
    return found, people


def resolve_full_name(types: Types, at: int, registry: Registry, people: People) -> Finding:
    """Resolve one full name against all whose family name has the same consonants."""
    words, best = types.words[at], types.best[at]
    if types.listed[at] >= 0:
        return types.listed[at], "listed", "a listed name"
    joined = join_articles(words[:-1] if words[-1] == "jr" else words)
    highest, number = 0.0, -1
    like: tuple[str, ...] = ()
    for other, candidate in (*people.squashed.get(squash(words), ()), *people.full.get(people.spellings[joined[-1]][1], ())):
        score = score_names(words, other)
        if score > highest:
            highest, like, number = score, other, candidate
    if number >= 0:
        rule = "same name" if highest == SAME else "spelling"
        reason = f"{best!r} reads as {' '.join(like)!r} (score {highest:.0f})"
        if words != like:
            registry.explain(number, f"{rule}: {reason}")
        return number, rule, reason
    return registry.number(f"name:{' '.join(words)}", best, "person"), "full name", "a run of capitals that reads as a person's name"


def list_bearers(word: str, people: People) -> list[tuple[str, list[int]]]:
    """Return who may bear a single name, by rule: as a family name before a given name, as written before another spelling."""
    last, given = people.by_last.get(people.spellings[word][1], ()), people.by_first.get(word, ())
    if not last and not given:
        return []
    similar = {number for name, number in last if len(word) >= SHORTEST_VARIANT and score_word(word, name, LEAST_SURNAME)}
    steps = (
        ("family name", {number for name, number in last if name == word}),
        ("family name in another spelling", similar),
        ("given name", set(given)),
    )
    known = ((rule, sorted(number for number in numbers if number in people.types_of)) for rule, numbers in steps)
    return [(rule, numbers) for rule, numbers in known if numbers]


def resolve_single(people: People, at: int, bearers: list[tuple[str, list[int]]], registry: Registry) -> list[Finding | None]:
    """Resolve a single name in each article it stands in, given who may bear it."""
    steps = bearers[:1] if all(known == bearers[0][1] for _, known in bearers) else bearers
    found: list[Finding | None] = []
    told: dict[tuple[str, int, bool], Finding] = {}
    for row in people.types.places.rows(at):
        rule, number = choose_bearer(people, at, row, steps)
        if number < 0:
            found.append(None)
            continue
        key = rule, number, people.types.places.article[row] in people.where(number).n
        if key not in told:
            told[key] = tell(people.types.best[at], number, rule, f"in {'the same' if key[2] else 'another'} article", registry)
        found.append(told[key])
    return found


def choose_bearer(people: People, at: int, row: int, bearers: list[tuple[str, list[int]]]) -> tuple[str, int]:
    """Choose who bears a single name in an article (a row of its type), and by which rule; -1 for nobody."""
    for choose in (choose_by_rank, choose_here, choose_elsewhere):
        for rule, known in bearers:
            if (number := choose(people, at, row, known)) >= 0:
                return rule, number
    return "", -1


def choose_by_rank(people: People, at: int, row: int, known: list[int]) -> int:
    """Choose the only bearer of a name whose full name is given a rank that the single name bears in this article; -1 for none.

    "President Brook" is Ana Brook where another article writes "President Ana Brook", though this one only names her husband in full.
    """
    borne = people.types.ranks[at].get(people.types.places.article[row])
    if len(known) < 2 or borne is None:
        return -1
    titled = [number for number in known if (borne - COURTESY) & people.where(number).ranks]
    return titled[0] if len(titled) == 1 else -1


def choose_here(people: People, at: int, row: int, known: list[int]) -> int:
    """Choose among the bearers of a name whom the article names in full; -1 for none.

    Whoever is named in full before the name first stands alone comes first. Where nobody is, someone named in twice as many other articles
    is meant instead (the president, not his wife who is named further down).
    """
    article, first = people.types.places.article[row], people.types.places.first[row]
    if len(known) == 1:
        return known[0] if article in people.where(known[0]).n else -1
    where = {number: people.where(number) for number in known}
    here = [number for number in known if article in where[number].n]
    before = [number for number in here if where[number].first[article] <= first]
    if before:
        return min(before, key=lambda number: (-where[number].n[article], -sum(where[number].n.values()), number))
    best = min(known, key=lambda number: (-len(where[number].n), number))
    own = min(here, key=lambda number: (-where[number].n[article], number), default=-1)
    return own if own < 0 or 2 * len(where[own].n) > len(where[best].n) else best


def choose_elsewhere(people: People, at: int, row: int, known: list[int]) -> int:
    """Choose among the bearers of a name whom other articles name in full: the only one, or one in twice as many articles as any other."""
    if people.types.listed[at] >= 0:
        return -1
    n_articles = {number: len(people.where(number).n) for number in known}
    ranked = sorted(known, key=lambda number: (-n_articles[number], number))
    sure = len(ranked) == 1 or n_articles[ranked[0]] >= 2 * n_articles[ranked[1]]
    return ranked[0] if sure else -1


def tell(written: str, number: int, rule: str, where: str, registry: Registry) -> Finding:
    """Make the finding that a single name is a person's."""
    reason = f"{written!r} is the {rule} of {registry.names[number]!r} {where}"
    registry.explain(number, f"{rule}: {reason}")
    return number, rule.partition(" in ")[0], reason


def squash(words: tuple[str, ...]) -> str:
    """Write a name as one word, so that Jong Un and Jong-un are the same."""
    return "".join(words).replace("-", "")
