"""The text behind claims, and the words in it for what claims are matched by."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from framing.claims.matter import Names
from framing.claims.records import Clause
from framing.claims.stems import Stems


@dataclass(frozen=True)
class Reading:
    """The batch's text, the names in it, and the stems."""

    text: str
    names: Names
    stems: Stems

    @cached_property
    def roles(self) -> dict[str, frozenset[str]]:
        """The stems of words by what they say about a count."""
        return {role: frozenset(self.stems.of(word) for word in words) for role, words in self.stems.words.roles.items()}

    def role(self, role: str) -> frozenset[str]:
        """Return the stems of one role (see `framing.topics.claim_words.ROLES`)."""
        return self.roles[role]

    def name_all(self, clause: Clause, shared: Iterable[str]) -> list[str]:
        """Return the words of a clause's sentence for what it shares, actors by their names; what only stands near it is left out."""
        wanted = list(shared)
        actors = self.names.mentions.actors.names
        written: dict[str, str] = {}
        for word in self.stems.pattern.findall(self.text[clause.start : clause.end]):
            written.setdefault(self.stems.of(word), word)
        named = [actors[int(one[1:])] if one.startswith("@") else one[1:].title() if one.startswith("=") else written.get(one, "") for one in wanted]
        return sorted({one for one in named if one})
