"""What each figure counts, as it is compared: head, class, what its sentence holds, dates and places told beside it."""

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import Final

from framing.claims.counting import Kind
from framing.claims.dates import Told
from framing.claims.figures import Figure
from framing.claims.records import Claim, Claims, Clause
from framing.comparison.coverage.reading import Reading

AROUND: Final = 30
"""How many characters around a figure tell what becomes of those counted."""
RUNNING: Final = re.compile(r"\b(?:total|in all|another|additional|more\s+(?!than)|further|now|already|remaining)\b", re.IGNORECASE)
SINCE: Final = re.compile(r"\b(?:since|so far|to date|bringing|down from|up from)\b", re.IGNORECASE)
ADDED: Final = re.compile(r"\b(?:another|additional|an extra|more\s+(?!than)|further|remaining|other|new|fresh)\b", re.IGNORECASE)
"""Words of a count that comes on top of another."""
WORD: Final = re.compile(r"[a-z]+")
PLACE: Final = ("in", "near", "across", "outside", "along")
RATE: Final = re.compile(r"[”\"’]?\s*/|[”\"’]?\s+(?:per|for every|out of|in every|every|each|a\s+(?:day|week|month|year|night))\b", re.IGNORECASE)
"""Words that make a count a rate."""
SEVERAL: Final = re.compile(
    r"[^.;]{0,40}\b(?:in|over|across|during)\s+(?:\d+|two|three|four|five|six|seven|eight|nine|ten|several|both|various)\s+(?:[a-z]+\s+){0,2}[a-z]+s\b"
)
"""Words of a count over several events, or a span."""
BASELINE: Final = re.compile(
    r"\b(?:(?:compared|relative)\s+(?:to|with)|than|versus|(?:up|down)\s+from|against|over)\s+(?:(?:the\s+same\s+\w+|in|of|those\s+in)\s+)*$",
    re.IGNORECASE,
)
"""Before a date that something is compared with: it is not when the count was made."""
DEFINITE: Final = re.compile(r"\b(?:the|these|those|all)\s+$", re.IGNORECASE)
LIMIT: Final = re.compile(
    r"\b(?:by\s+(?:midnight|noon|dawn|dusk|then|last night|the end of\s+\w+(?:\s+\d{4})?)|so far|to date"
    r"|(?:including|excluding|counting|apart from)\s+[\w’'-]+(?:\s+[\w’'-]+){0,3}"
    r"|(?:full|total|insured|overall|combined)\s+[a-z]+|damage\s+to\s+[\w\s’'-]{3,40}?(?=[,.;]|$)"
    r"|between\s+[^,.;]{2,30}?\s+and\s+[^,.;]{2,30}?(?=[,.;]|$|\s+(?:on|in|at|by|who|that|were|was)\b)"
    r"|(?:in|near|across|outside|along)\s+(?:the\s+)?[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)*)"
)
"""Words that tell up to when, where, or how much of something was counted."""


@dataclass(frozen=True)
class Count:
    """What a figure counts, as it is compared: stems of head and modifiers, what its sentence holds, dates told there, its clause.

    `kind` is the class and thing of what news counts, `fate` what becomes of those counted ("" for nothing told); a count that `is_running` grows
    (so far, since), one that `is_added` comes on top of another, runs over several events, or is a rate; `limits` are the words
    that tell up to when, or where, it was counted; "the 12" `is_definite`; `scope` holds the words of whose count it is (global, daily).
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
    scope: frozenset[str]

    @property
    def places(self) -> frozenset[str]:
        """The named places where it was counted."""
        return frozenset(one.split(" ", 1)[1].removeprefix("the ") for one in self.limits if one.split()[0] in PLACE)


def read_counts(claims: Claims, scene: Reading) -> dict[int, Count]:
    """Read what every figure counts, by the number of its claim."""
    dates: dict[int, list[Told]] = defaultdict(list)
    for claim in claims.claims:
        if claim.told and not BASELINE.search(scene.text, claims.clauses[claim.clause].start, claim.start):
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
    spans = [(claims.clauses[at].start, claims.clauses[at].end) for at in near if claims.clauses[at].sentence == clause.sentence]
    written = {word for span in spans for word in WORD.findall(scene.text[slice(*span)].lower())}
    found = [match for span in spans for match in LIMIT.finditer(scene.text, *span)]
    limits = tuple(match[0] for match in found if not claim.start <= match.start() < claim.end)
    is_definite, scope = bool(DEFINITE.search(scene.text, clause.start, claim.start)), frozenset(written & stems.words.roles["scope"])
    kind = Kind(figure.kind.name, (figure.kind.thing and stems.of(figure.kind.thing)) or figure.kind.thing)
    return Count(
        head=words[-1] if words else "",
        modifiers=modifiers,
        context=frozenset().union(*inside),
        dates=tuple(dates[clause.sentence]),
        clause=clause,
        kind=kind,
        fate=fate,
        is_running=is_running,
        is_added=is_apart(scene.text, clause, claim, figure),
        limits=limits,
        is_definite=is_definite,
        scope=scope,
    )


def find_fate(scene: Reading, number: int, claims: Claims) -> str:
    """Return what becomes of those counted: told in the words of the count, right behind it, or right before it."""
    claim = claims.claims[number]
    clause = claims.clauses[claim.clause]
    behind = scene.stems.list(scene.text[claim.start : min(claim.end + AROUND, clause.end)])
    before = scene.stems.list(scene.text[max(claim.start - AROUND, clause.start) : claim.start])
    return next((stem for stem in (*behind, *reversed(before)) if stem in scene.role("fate")), "")


def is_apart(text: str, clause: Clause, claim: Claim, figure: Figure) -> bool:
    """Tell whether a count comes on top of another, runs over several events, or is a rate."""
    begin = max(claim.start - AROUND // 2, clause.start)
    is_rate = figure.measure == "count" and figure.interval.value % 1 > 0
    return bool(is_rate or ADDED.search(text, begin, claim.end) or RATE.match(text, claim.end) or SEVERAL.match(text, claim.end, clause.end))
