"""What each figure counts, as it is compared: head, class, what its sentence holds, dates and places told beside it."""

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import Final

from framing.claims.counting import Kind
from framing.claims.dates import Told
from framing.claims.records import Claims, Clause
from framing.comparison.coverage.reading import Reading

AROUND: Final = 30
"""How many characters around a figure tell what becomes of those counted."""
RUNNING: Final = re.compile(r"\b(?:total|in all|another|additional|more\s+(?!than)|further|now|already|remaining)\b", re.IGNORECASE)
SINCE: Final = re.compile(r"\b(?:since|so far|to date|bringing|down from|up from)\b", re.IGNORECASE)
ADDED: Final = re.compile(r"\b(?:another|additional|an extra|more\s+(?!than)|further|remaining|other|new|fresh)\b", re.IGNORECASE)
"""Words of a count that comes on top of another."""
PLACE: Final = ("in", "near", "across", "outside", "along")
RATE: Final = re.compile(r"[”\"’]?\s+(?:per|for every|out of|in every|every|each|a\s+(?:day|week|month|year|night))\b", re.IGNORECASE)
"""Words that make a count a rate."""
DEFINITE: Final = re.compile(r"\b(?:the|these|those|all)\s+$", re.IGNORECASE)
LIMIT: Final = re.compile(
    r"\b(?:by\s+(?:midnight|noon|dawn|dusk|then|last night|the end of\s+\w+(?:\s+\w+)?)|so far|to date|(?:including|excluding|counting|apart from)\s+[\w’'-]+(?:\s+[\w’'-]+){0,3}"
    r"|between\s+(?:the\s+)?\w+\s+and\s+(?:the\s+)?\w+(?:\s+[A-Z]\w+)*|(?:in|near|across|outside|along)\s+(?:the\s+)?[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)*)"
)
"""Words that tell up to when, or where, something was counted."""


@dataclass(frozen=True)
class Count:
    """What a figure counts, as it is compared: stems of head and modifiers, what its sentence holds, dates told there, its clause.

    `kind` is the class and thing of what news counts, `fate` what becomes of those counted ("" for nothing told); a count that `is_running` grows
    (so far, since), one that `is_added` comes on top of another, or is a rate; `limits` are the words that tell up to when, or where, it was counted; "the 12" `is_definite`.
    """

    head: str
    modifiers: frozenset[str]
    context: frozenset[str]
    dates: tuple[Told, ...]
    clause: Clause
    kind: Kind
    fate: str
    is_running: bool
    is_added: bool
    limits: tuple[str, ...]
    is_definite: bool

    @property
    def places(self) -> frozenset[str]:
        """The named places where it was counted."""
        return frozenset(one.split(" ", 1)[1].removeprefix("the ") for one in self.limits if one.split()[0] in PLACE)


def read_counts(claims: Claims, scene: Reading) -> dict[int, Count]:
    """Read what every figure counts, by the number of its claim."""
    dates: dict[int, list[Told]] = defaultdict(list)
    for claim in claims.claims:
        if claim.told:
            dates[claims.clauses[claim.clause].sentence].append(claim.told)
    return {number: read_count(claims, number, scene, dates) for number, claim in enumerate(claims.claims) if claim.figure}


def read_count(claims: Claims, number: int, scene: Reading, dates: dict[int, list[Told]]) -> Count:
    """Read what a figure counts."""
    claim = claims.claims[number]
    clause, figure, stems = claims.clauses[claim.clause], claim.figure, scene.stems
    assert figure is not None
    phrase, _, rest = figure.what.partition(" in ")
    thing, _, of = phrase.partition(" of ")
    words = stems.list(thing)
    near = [at for at in (claim.clause - 1, claim.clause, claim.clause + 1) if 0 <= at < len(claims.clauses)]
    inside = [claims.clauses[at].matter for at in near if claims.clauses[at].sentence == clause.sentence]
    modifiers = frozenset(words[:-1] + stems.list(of) + stems.list(rest))
    around = max(claim.start - AROUND, clause.start), min(claim.end + AROUND // 2, clause.end)
    fate = find_fate(scene, number, claims)
    is_running = bool(RUNNING.search(scene.text, *around) or SINCE.search(scene.text, clause.start, clause.end))
    is_added = bool(ADDED.search(scene.text, max(claim.start - AROUND // 2, clause.start), claim.end) or RATE.match(scene.text, claim.end))
    limits = tuple(match[0] for match in LIMIT.finditer(scene.text, clause.start, clause.end))
    is_definite = bool(DEFINITE.search(scene.text, clause.start, claim.start))
    kind = Kind(figure.kind.name, (figure.kind.thing and stems.of(figure.kind.thing)) or figure.kind.thing)
    told = tuple(dates[clause.sentence])
    return Count(words[-1] if words else "", modifiers, frozenset().union(*inside), told, clause, kind, fate, is_running, is_added, limits, is_definite)


def find_fate(scene: Reading, number: int, claims: Claims) -> str:
    """Return what becomes of those counted: told in the words of the count, right behind it, or right before it."""
    claim = claims.claims[number]
    clause = claims.clauses[claim.clause]
    behind = scene.stems.list(scene.text[claim.start : min(claim.end + AROUND, clause.end)])
    before = scene.stems.list(scene.text[max(claim.start - AROUND, clause.start) : claim.start])
    return next((stem for stem in (*behind, *reversed(before)) if stem in scene.role("fate")), "")
