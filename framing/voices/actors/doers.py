"""Who does it and to whom: the actors before and behind a verb or its noun, by the words between."""

import re
from dataclasses import dataclass
from typing import Final

import numpy as np

from framing.voices.actors.actors import Mentions
from framing.voices.actors.clauses import Clause, read_clause

PREPOSITION: Final = re.compile(
    r"\b(?:of|in|at|on|by|for|from|to|with|within|against|near|into|inside|across|between|about|over|under|during|through|among|than)"
    r"(?:\s+(?:the|a|an|its|their|his|her|both|some|all|other))?(?:\s+[a-z-]+)?\s+$"
)
DIRECT: Final = re.compile(
    r"\s+(?:(?!(?:with|to|in|from|for|at|by|on|after|before|during|since|until|when|while|as|and|that|who|which|what|how|because|under|over)\b)[a-z0-9][\w,.-]*\s+){0,4}"
)
BREAK: Final = re.compile(
    r"[;:()—–\"“”]|--|,\s+(?:and|but|while|as|after|when|although|where)\b|\b(?:said|says|told|how|whether|that|who|which)\b"
    r"|\b(?:and|but|because|while|although|as|after|before|when)\s+(?:he|she|it|they|we|there)\b"
)
RELATIVE: Final = re.compile(r",?\s+(?:that|who|which)(?:\s+(?:has|have|had|is|are|was|were|will|would|also|then|[a-z]+ly))*\s+")
OF: Final = re.compile(r"\s+(?:of|on|against|upon|for|to)\s+(?:(?:the|a|an|its|their|his|her|all|top|senior|then)\s+)*(?:[a-z0-9-]+\s+){0,3}")
BY: Final = re.compile(r"\s+(?:[a-z]+\s+){0,2}by\s+(?:(?:the|a|an)\s+)?(?:[a-z-]+\s+){0,2}")
BEHIND_BY: Final = re.compile(r"(?:(?:the|a|an|its|their)\s+)?(?:[a-z-]+\s+){0,3}")
OWNER: Final = re.compile(
    r"(?:[’']s|(?<=s)[’'])\s+(?:[a-z-]+\s+){0,2}|\s+(?:(?:military|drone|missile|rocket|air|armed|suicide|ground|naval|cyber|[a-z]+(?:al|ive|ous))\s+){0,2}"
)


@dataclass(frozen=True)
class Told:
    """What one action tells: its kind, and the numbers of the mentions of doer and done-to (-1: not told, or no actor)."""

    kind: str
    doer: int
    done_to: int


@dataclass(frozen=True)
class Place:
    """Where an action stands: the text, the mentions, its sentence and itself."""

    text: str
    mentions: Mentions
    sentence_start: int
    sentence_end: int
    start: int
    end: int

    def before(self) -> int:
        """Return the nearest mention before the action in the same clause, passing over those behind a preposition; -1 for none."""
        at = int(np.searchsorted(self.mentions.starts, self.start)) - 1
        while at >= 0 and self.mentions.starts[at] >= self.sentence_start:
            start, end = int(self.mentions.starts[at]), int(self.mentions.ends[at])
            if end <= self.start and self.text[end] != "-":
                between = self.text[end : self.start]
                if BREAK.search(between) and not RELATIVE.fullmatch(between):
                    return -1
                if between[:2] in ("'s", "’s"):
                    return -1
                if between.strip() == "to" or not PREPOSITION.search(self.text[max(start - 40, self.sentence_start) : start]):
                    return at
            at -= 1
        return -1

    def after(self, start: int, gap: re.Pattern[str]) -> int:
        """Return the first mention behind a place where the words between fit the gap; -1. What a hyphen follows (Iran-backed) describes only."""
        at = int(np.searchsorted(self.mentions.starts, start))
        while at < len(self.mentions) and self.mentions.ends[at] <= self.sentence_end:
            if self.text[int(self.mentions.ends[at]) : int(self.mentions.ends[at]) + 1] != "-":
                return self.owned(at) if gap.fullmatch(self.text[start : int(self.mentions.starts[at])].lower()) else -1
            at += 1
        return -1

    def owned(self, at: int) -> int:
        """Return the mention behind one that only owns it (the town's guards), else the one given."""
        end = int(self.mentions.ends[at])
        follows = at + 1 < len(self.mentions) and self.mentions.starts[at + 1] == end + 3
        return at + 1 if follows and self.text[end : end + 3] in ("'s ", "’s ") else at


def read_verb(place: Place, forms: tuple[str, ...], earlier: Told | None) -> Told | None:
    """Read a verb; None where it is an adjective. A verb joined behind another's object has that one's doer (killed two guards and fled)."""
    clause = read_clause(place.text, place.sentence_start, place.start, place.end, place.sentence_end, forms)
    if clause is Clause.ADJECTIVE:
        return None
    subject = place.before()
    if clause is Clause.PASSIVE:
        by = place.text.find("by ", place.end, place.sentence_end)
        return Told("passive", place.after(by + 3, BEHIND_BY) if by >= 0 else -1, subject)
    if clause is Clause.AGENTLESS:
        return Told("agentless", -1, subject)
    if earlier is not None and earlier.kind == "active" and subject >= 0 and subject == earlier.done_to:
        subject = earlier.doer
    return Told("active", subject, place.after(place.end, DIRECT))


def read_noun(place: Place) -> Told | None:
    """Read a noun that stands for an action: the done-to behind "of" or "on", the doer right before it or behind "by"."""
    done_to = place.after(place.end, OF)
    at = int(np.searchsorted(place.mentions.starts, place.start)) - 1
    doer = -1
    if at >= 0 and place.mentions.starts[at] >= place.sentence_start and place.mentions.ends[at] <= place.start:
        doer = at if OWNER.fullmatch(place.text, int(place.mentions.ends[at]), place.start) else -1
    doer = doer if doer >= 0 else place.after(place.end, BY)
    return None if done_to < 0 and doer < 0 else Told("nominalisation", doer, done_to)
