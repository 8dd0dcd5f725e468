"""Which names are one organisation: acronyms with what they stand for, names with and without their nation."""

import re
from typing import Final

import numpy as np

from framing.text.cleaning import Batch
from framing.text.letters import BRACKET_OPEN
from framing.text.offsets import Offsets
from framing.topics.name_words import NameWords
from framing.voices.actors.name_types import Types
from framing.voices.actors.names import ORGANISATION, THING
from framing.voices.actors.persons import Finding
from framing.voices.actors.roster import Registry

SMALL: Final = frozenset(["of", "for", "the", "and", "to", "in", "on", "&", "against"])
OF_PERSONS: Final = frozenset(["administration", "campaign", "foundation", "organization", "organisation"])
"""What is often called after a person, who is then not meant by its first word."""
SHORTEST_ACRONYM: Final = 3
BRACKET: Final = re.compile(r"\s?[(\[]\s?[\"“‘']?")


def find_initials(words: tuple[str, ...]) -> str:
    """Return the initials of a name, small words left out; pieces of hyphened words count.

    >>> find_initials(("council", "for", "open-sea", "fishing"))
    'cosf'
    """
    return "".join(piece[0] for word in words if word not in SMALL for piece in word.split("-") if piece)


def is_acronym_of(short: str, words: tuple[str, ...]) -> bool:
    """Tell whether a short name is made of the initials of a name, or of its last words.

    >>> is_acronym_of("pmf", ("iraqi", "popular", "mobilization", "forces")), is_acronym_of("pmf", ("popular", "front"))
    (True, False)
    """
    initials = find_initials(words)
    return len(short) >= 2 and (initials == short or (len(short) >= SHORTEST_ACRONYM and initials.endswith(short)))


def find_definitions(batch: Batch, starts: Offsets, ends: Offsets, types: Types) -> dict[int, int]:
    """Return the pairs (type of the acronym, type of its expansion) that stand as "Name (ABC)" or "ABC (Name)"."""
    found: dict[int, int] = {}
    of_name, gap = types.places.of_name, starts[1:] - ends[:-1]
    near = (of_name[:-1] >= 0) & (of_name[1:] >= 0) & (of_name[:-1] != of_name[1:]) & (gap >= 1) & (gap <= 4)
    near &= (batch.kinds[ends[:-1]] == BRACKET_OPEN) | (batch.kinds[ends[:-1] + 1] == BRACKET_OPEN)
    for at in (np.flatnonzero(near) + 1).tolist():
        one, other = int(of_name[at - 1]), int(of_name[at])
        if BRACKET.fullmatch(batch.text, int(ends[at - 1]), int(starts[at])):
            for short, long in ((other, one), (one, other)):
                if len(types.words[short]) == 1 and is_acronym_of(types.words[short][0], types.words[long]):
                    if types.kind[long] == THING:
                        types.kind[short] = THING
                    else:
                        found.setdefault(short, long)
    return found


def resolve_organisations(types: Types, definitions: dict[int, int], words: NameWords, registry: Registry) -> dict[int, Finding]:
    """Resolve the names of organisations: listed, defined in brackets, initials of one other name, same name but for its nation, or new."""
    found: dict[int, Finding] = {}
    expanded = frozenset(definitions.values())
    bodies = {at: words.bodies[name] for at, one in enumerate(types.words) if (name := " ".join(one)) in words.bodies}
    sure = (at for at, kind in enumerate(types.kind) if kind == ORGANISATION and (types.n_sure[at] or types.listed[at] >= 0 or at in bodies))
    own = sorted({*sure, *definitions, *expanded}, key=lambda at: (types.listed[at] < 0, -len(types.words[at]), -types.n[at], types.words[at]))
    by_initials: dict[str, list[int]] = {}
    for at in own:
        by_initials.setdefault(find_initials(types.words[at]), []).append(at)
    behind_nation = list_behind_nation(types, own, words)
    for at in own:
        one, long = types.words[at], definitions.get(at)
        same = by_initials.get(one[0], []) if len(one) == 1 and len(one[0]) >= SHORTEST_ACRONYM else []
        if types.listed[at] >= 0:
            found[at] = types.listed[at], "listed", "a listed name"
        elif long is not None and long in found:
            found[at] = join(types, (at, long), found[long][0], "acronym", "which stands beside it in brackets", registry)
        elif len(same) == 1 and same[0] in found and same[0] != at:
            found[at] = join(types, (at, same[0]), found[same[0]][0], "acronym", "whose initials it is, and no other name's", registry)
        elif (wider := find_wider(one, behind_nation, found)) is not None:
            found[at] = join(types, (at, wider), found[wider][0], "same name", "but for its nation", registry)
        elif at in bodies:
            found[at] = registry.body(f"name:{' '.join(one)}", types.best[at], bodies[at]), "organisation", f"one of the state {bodies[at]}"
        else:
            number = registry.number(f"name:{' '.join(one)}", types.best[at], "organisation")
            found[at] = number, "organisation", "a run of capitals with a word of organisations, or an acronym"
    for short, long in definitions.items():
        if types.listed[short] >= 0 and types.listed[long] < 0:
            found[long] = join(types, (long, short), types.listed[short], "acronym", "which stands beside it in brackets", registry)
    return found


def list_behind_nation(types: Types, own: list[int], words: NameWords) -> dict[tuple[str, ...], list[int]]:
    """Return, for names without the nation that opens them, the types that have it (US Department of Defense)."""
    found: dict[tuple[str, ...], list[int]] = {}
    for at in own:
        first, *rest = types.words[at]
        if rest and (first in words.nations or first in words.adjectives):
            found.setdefault(tuple(rest), []).append(at)
    return found


def find_wider(one: tuple[str, ...], behind_nation: dict[tuple[str, ...], list[int]], found: dict[int, Finding]) -> int | None:
    """Return the one resolved type that is the same name behind its nation, if there is just one."""
    wider = [at for at in behind_nation.get(one, ()) if at in found] if len(one) > 1 else []
    return wider[0] if len(wider) == 1 else None


def list_openings(types: Types, fixed: dict[int, Finding], words: NameWords) -> dict[str, list[int]]:
    """Return the organisations that open with a word by which each may be called for short, one for each actor."""
    found: dict[str, dict[int, int]] = {}
    for at, finding in fixed.items():
        first, *rest = types.words[at]
        if types.kind[at] == ORGANISATION and rest and first not in words.telling and rest[-1] not in OF_PERSONS:
            found.setdefault(first, {}).setdefault(finding[0], at)
    return {first: list(known.values()) for first, known in found.items()}


def resolve_short(types: Types, at: int, known: list[int], fixed: dict[int, Finding]) -> list[Finding | None]:
    """Resolve a single word in each article it stands in as the one organisation that opens with it, where the article names that one before."""
    places = types.places
    if len(known) > 1 or types.has_title[at] or types.listed[at] >= 0 or types.is_place(at):
        return [None for _ in places.rows(at)]
    long = known[0]
    first = {places.article[row]: places.first[row] for row in places.rows(long)}
    finding = fixed[long][0], "short name", f"{types.best[at]!r} opens {types.best[long]!r}, which the article names before"
    return [finding if first.get(places.article[row], places.first[row]) < places.first[row] else None for row in places.rows(at)]


def join(types: Types, pair: tuple[int, int], number: int, rule: str, why: str, registry: Registry) -> Finding:
    """Make the finding that the first of two names is the other's."""
    reason = f"{types.best[pair[0]]!r} goes with {types.best[pair[1]]!r}, {why}"
    registry.explain(number, f"{rule}: {reason}")
    return number, rule, reason
