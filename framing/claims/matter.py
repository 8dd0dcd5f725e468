"""What a clause is matched by: stems of its words, its actors whatever they are called, its numbers."""

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from framing.claims.stems import Stems, name_nation
from framing.voices.actors.actors import RULES, Mentions

BESIDE: Final = RULES.index("adjective and noun")
"""What this rule finds ("Iraqi forces") is matched by its words: others may name the same by other nouns."""
Place = tuple[int, int]


@dataclass(frozen=True)
class Names:
    """The mentions of a batch in lists that are quick to cut."""

    mentions: Mentions

    @cached_property
    def rows(self) -> list[tuple[int, int, int, int]]:
        """Start, end, actor, rule of every mention in order of place."""
        found = self.mentions
        return list(zip(found.starts.tolist(), found.ends.tolist(), found.actor.tolist(), found.rule.tolist(), strict=True))

    @cached_property
    def starts(self) -> list[int]:
        """Where the mentions begin."""
        return [row[0] for row in self.rows]

    def within(self, place: Place) -> list[tuple[int, int, int, int]]:
        """Return the mentions that lie in a stretch."""
        first = bisect_left(self.starts, place[0])
        return [row for row in self.rows[first : bisect_left(self.starts, place[1])] if row[1] <= place[1]]


def find_matter(text: str, place: Place, names: Names, stems: Stems) -> tuple[frozenset[str], frozenset[int]]:
    """Return what a stretch is matched by, and the actors named in it."""
    found: list[str] = []
    actors: set[int] = set()
    at = place[0]
    for start, end, actor, rule in names.within(place):
        actors.add(actor)
        if rule != BESIDE and start >= at:
            is_state = names.mentions.actors.kinds[actor] == "state"
            found += [*stems.list(text[at:start]), name_nation(names.mentions.actors.names[actor]) if is_state else f"@{actor}"]
            at = end
    found += stems.list(text[at : place[1]])
    return frozenset(found), frozenset(actors)
