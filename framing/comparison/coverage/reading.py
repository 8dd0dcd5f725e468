"""The text behind claims, and the words in it for what claims are matched by."""

from collections.abc import Iterable
from dataclasses import dataclass

from framing.claims.matter import Names
from framing.claims.records import Clause
from framing.claims.stems import WORD, Stems


@dataclass(frozen=True)
class Reading:
    """The batch's text, the names in it, and the stems."""

    text: str
    names: Names
    stems: Stems

    def name_all(self, clause: Clause, shared: Iterable[str]) -> list[str]:
        """Return the words of a clause's sentence for what it shares, actors by their names; what only stands near it is left out."""
        wanted = list(shared)
        actors = self.names.mentions.actors.names
        written: dict[str, str] = {}
        for word in WORD.findall(self.text[clause.start : clause.end]):
            written.setdefault(self.stems.of(word), word)
        named = [actors[int(one[1:])] if one.startswith("@") else one[1:].title() if one.startswith("=") else written.get(one, "") for one in wanted]
        return sorted({one for one in named if one})
