"""The roster: the listed actors compiled for matching, and the registry in which listed and discovered actors are numbered."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from framing.errors import make_error
from framing.text.cleaning import Batch
from framing.text.letters import fold_text
from framing.text.matching import Hits, Matcher, make_matcher, match_patterns
from framing.text.sentences import Sentences
from framing.text.tree import Numbers
from framing.topics.actor import Actor
from framing.topics.name_words import NameWords, fold_words
from framing.topics.pattern import Grammar, Pattern

NOT_LISTED: Final = "not listed"


@dataclass(frozen=True)
class Roster:
    """Listed actors, the matcher of their names (`actor_of` numbers the actor of each pattern), and the words names are made of.

    `people` holds every listed name of a person in two words or more, `alone` those in one, `states` the actor that stands for each nation.
    """

    actors: tuple[Actor, ...]
    matcher: Matcher
    actor_of: Numbers
    words: NameWords
    starters: frozenset[str]
    people: tuple[tuple[tuple[str, ...], int], ...]
    states: dict[str, int]


def make_roster(actors: Sequence[Actor], grammar: Grammar, words: NameWords, starters: frozenset[str]) -> Roster:
    """Compile listed actors; a name listed for two actors belongs to the last, for a topic's own actors stand behind those it extends."""
    patterns, numbers, people = [], [], []
    states: dict[str, int] = {}
    seen: set[bytes] = set()
    for number, actor in reversed(list(enumerate(actors))):
        for alias in dict.fromkeys((*actor.aliases, actor.name)):
            folded, key = fold_words(alias), fold_text(alias)
            if key in seen or not folded or re.search(r"[(){}]", alias):
                continue
            seen.add(key)
            patterns.append(read_name(grammar, actor, alias))
            numbers.append(number)
            if actor.kind == "person" and len(folded.split()) > 1 and folded.split()[0] not in words.of("title") | frozenset(words.adjectives):
                people.append((tuple(folded.split()), number))
            if actor.kind == "state" and folded in words.nations:
                states.setdefault(words.nations[folded], number)
    return Roster(tuple(actors), make_matcher(patterns), np.array(numbers, np.int32), words, starters, tuple(people), states)


def read_name(grammar: Grammar, actor: Actor, alias: str) -> Pattern:
    """Read a listed name as a pattern; raises FramingError where it is none."""
    try:
        return grammar.read_pattern(alias)
    except ValueError as error:
        raise make_error("actors.csv", f"aliases of {actor.actor_id!r}: {error}") from error


def match_roster(batch: Batch, sentences: Sentences, roster: Roster) -> Hits:
    """Find the listed names of a batch, numbered by actor, each within one sentence; of those that overlap, the longest."""
    hits = match_patterns(batch, roster.matcher) if len(roster.actor_of) else Hits(*(np.empty(0, np.int64) for _ in range(3)))  # type: ignore[arg-type]
    sentence = sentences.of(hits.starts)
    inside = (sentence >= 0) & (hits.ends <= sentences.ends[np.maximum(sentence, 0)])
    hits = hits.take(inside)
    hits = hits.take(keep_longest(hits))
    return Hits(roster.actor_of[hits.pattern], hits.starts, hits.ends)


def keep_longest(hits: Hits) -> NDArray[np.intp]:
    """Return which hits stay, in order of place, when of overlapping ones the longest (then the first) wins."""
    order = np.argsort(hits.starts, kind="stable")
    starts, reach = hits.starts[order], np.maximum.accumulate(hits.ends[order])
    apart = np.ones(len(order) + 1, np.bool_)
    apart[1:-1] = starts[1:] >= reach[:-1]
    is_alone = apart[:-1] & apart[1:]
    close, used = order[~is_alone], bytearray(int(reach[-1]) + 1 if len(order) else 0)
    taken: list[int] = []
    for at in close[np.lexsort((hits.pattern[close], hits.starts[close], (hits.starts - hits.ends)[close]))].tolist():
        start, end = int(hits.starts[at]), int(hits.ends[at])
        if not any(used[start:end]):
            used[start:end] = b"\1" * (end - start)
            taken.append(at)
    chosen = np.append(order[is_alone], np.array(taken, np.intp))
    return chosen[np.argsort(hits.starts[chosen], kind="stable")]


@dataclass
class Registry:
    """Actors numbered as they are met: listed ones first, then nations and discovered ones, each under a key; `notes` say how each came to be.

    `groups` holds the groups of those discovered ones that are known to belong to a listed state's.
    """

    roster: Roster
    names: list[str] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    keys: dict[str, int] = field(default_factory=dict)
    notes: dict[int, list[str]] = field(default_factory=dict)
    groups: dict[int, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for number, actor in enumerate(self.roster.actors):
            self.keys[f"listed:{actor.actor_id}"] = number
            self.names.append(actor.name)
            self.kinds.append(actor.kind)

    def number(self, key: str, name: str, kind: str, note: str = "") -> int:
        """Return the number of an actor by its key; a new one is entered under its name and kind."""
        if key not in self.keys:
            self.keys[key] = len(self.names)
            self.names.append(name)
            self.kinds.append(kind)
        number = self.keys[key]
        self.explain(number, note)
        return number

    def nation(self, nation: str) -> int:
        """Return the number of a nation: the listed state that bears its name, else one of its own."""
        listed = self.roster.states.get(nation)
        return listed if listed is not None else self.number(f"nation:{nation}", nation, "state", "a nation of general/nations.csv")

    def body(self, key: str, name: str, nation: str) -> int:
        """Return the number of an organisation of a nation's state, in the group of that state where it is listed."""
        number = self.number(key, name, "organisation", f"an organisation of the state {nation} (general/name_words.csv)")
        if nation in self.roster.states:
            self.groups[number] = self.roster.actors[self.roster.states[nation]].group
        return number

    def explain(self, number: int, note: str) -> None:
        """Note how an actor's names were joined."""
        if note and note not in (notes := self.notes.setdefault(number, [])):
            notes.append(note)

    def is_listed(self, number: int) -> bool:
        """Tell whether an actor stands in actors.csv."""
        return number < len(self.roster.actors)
