"""Actors of a batch and where each is mentioned: listed ones first, then those discovered by their names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from framing.text.cleaning import Batch
from framing.text.matching import Hits
from framing.text.offsets import Offsets
from framing.text.sentences import Sentences
from framing.text.zone_names import FURNITURE, SECTION
from framing.text.zones import Segments
from framing.voices.actors.name_types import INSIDE, NameType, gather_types, shorten_types
from framing.voices.actors.names import ADJECTIVE, PERSON, ROLE, SINGLE, THING, Names, find_names
from framing.voices.actors.nation_names import resolve_adjective, resolve_nation
from framing.voices.actors.organisations import find_definitions, resolve_organisations
from framing.voices.actors.persons import Finding, is_place, is_single, list_bearers, resolve_full_names, resolve_single
from framing.voices.actors.roles import Titles, compile_roles, find_plain_roles, find_titles_before, resolve_role
from framing.voices.actors.roster import NOT_LISTED, Registry, Roster, match_roster

RULES: Final = (
    "listed", "same name", "spelling", "full name", "family name", "given name", "single name", "acronym", "organisation", "nation", "people",
    "seat", "adjective and noun", "adjective", "role",
)  # fmt: skip
Row = tuple[int, int, int, str, str]
"""Start, end, actor, rule, reason of a mention."""


@dataclass(frozen=True)
class Actors:
    """Actors by number: id, name, group ("not listed" for discovered ones), kind, and how their names were joined."""

    ids: tuple[str, ...]
    names: tuple[str, ...]
    groups: tuple[str, ...]
    kinds: tuple[str, ...]
    explanations: tuple[str, ...]
    n_listed: int


@dataclass(frozen=True)
class Mentions:
    """Mentions in order: number of the actor, start, end, rule (place in `RULES`), and the reason (place in `reasons`)."""

    actor: Offsets
    starts: Offsets
    ends: Offsets
    rule: NDArray[np.uint8]
    reason: Offsets
    reasons: tuple[str, ...]
    actors: Actors

    def __len__(self) -> int:
        return len(self.actor)


def find_actors(batch: Batch, segments: Segments, sentences: Sentences, roster: Roster) -> Mentions:
    """Find who is mentioned in a batch.

    Listed names are found as written; other names are runs of capitals, joined to listed actors or to one another by rules that are told in
    `reasons`. A name that holds a listed one but is another's ("Washington Post") is no mention of the listed one. Page furniture is left out.
    """
    registry = Registry(roster)
    hits = match_roster(batch, sentences, roster)
    names = find_names(batch, sentences, roster.words, roster.starters)
    listed, hits = settle_overlaps(names, hits)
    types, of_name = gather_types(batch, names, listed)
    of_name = shorten_types(batch, types, of_name)
    findings = resolve_types(batch, names, types, of_name, registry)
    columns = hits.starts.tolist(), hits.ends.tolist(), hits.pattern.tolist()
    rows: list[Row] = [(start, end, number, "listed", "a listed name") for start, end, number in zip(*columns, strict=True)]
    found, titles = Found(batch, names, types, of_name, listed, frozenset(hits.ends.tolist())), Titles(roster.words)
    alone, before = compile_roles(roster.words)
    enter_titles(found, findings, titles, before)
    rows += list_names(found, findings, registry)
    roles = list(list_roles(found, titles, alone, rows))
    return make_mentions(drop_furniture([*drop_covered(rows, roles), *roles], batch, segments), registry)


def settle_overlaps(names: Names, hits: Hits) -> tuple[Offsets, Hits]:
    """Return the listed actor of each name (-1: none; -2: the name lies in a longer listed one), and the hits that stand by themselves.

    A hit that ends a run and holds all of the name behind the title makes it a listed name; other hits inside a run are part of another name.
    """
    listed = np.full(len(names.starts), -1, np.int64)
    alone = np.ones(len(hits), np.bool_)
    first = np.searchsorted(hits.ends, names.starts, side="right")
    last = np.searchsorted(hits.starts, names.ends)
    for at in np.flatnonzero(last > first).tolist():
        form = names.forms[names.form[at]]
        start, end = int(names.starts[at]), int(names.ends[at])
        name_at = start + form.name_at - form.start
        for hit in range(first[at], last[at]):
            begins, stops = int(hits.starts[hit]), int(hits.ends[hit])
            bare = form.kind in (ROLE, ADJECTIVE)
            if stops > end or begins < start or (bare and (begins, stops) == (start, end)):
                listed[at] = INSIDE
            elif stops == end and begins <= name_at + form.lead and not bare:
                listed[at], alone[hit] = hits.pattern[hit], False
            else:
                alone[hit] = False
    return listed, hits.take(alone)


@dataclass(frozen=True)
class Found:
    """What was found of names before they are resolved."""

    batch: Batch
    names: Names
    types: list[NameType]
    of_name: Offsets
    listed: Offsets
    hit_ends: frozenset[int]


def resolve_types(batch: Batch, names: Names, types: list[NameType], of_name: Offsets, registry: Registry) -> dict[tuple[int, int], Finding]:
    """Resolve every type of name in every article it stands in (type, article)."""
    fixed, people = resolve_full_names(types, registry)
    definitions = find_definitions(batch, names.starts, names.ends, types, of_name)
    fixed |= resolve_organisations(types, definitions, registry.roster.words, registry)
    found: dict[tuple[int, int], Finding] = {}
    for at, one in enumerate(types):
        nation = resolve_nation(one.words, one.best, registry.roster.words, registry) if one.kind == "nation" else None
        bearers = list_bearers(one, people) if at not in fixed and nation is None and is_single(one) else []
        for article in one.articles:
            finding = fixed.get(at) or nation
            if finding is None and is_single(one):
                finding = resolve_single(one, article, bearers, people, registry) or resolve_alone(one, registry)
            if finding is not None:
                found[at, article] = finding
            elif one.listed >= 0:
                found[at, article] = one.listed, "listed", "a listed name"
    return found


def resolve_alone(one: NameType, registry: Registry) -> Finding | None:
    """Resolve a single name that is nobody's family name: listed, new, or none where it only opens sentences or mostly stands for a place."""
    if one.listed >= 0:
        return one.listed, "listed", "a listed name"
    if not one.n_sure or is_place(one):
        return None
    kind = "person" if one.has_title else "organisation"
    number = registry.number(f"name:{' '.join(one.words)}", one.best, kind)
    return number, "single name", "a single word with a capital" + (" and a title" if one.has_title else "")


def enter_titles(found: Found, findings: dict[tuple[int, int], Finding], titles: Titles, before: re.Pattern[str]) -> None:
    """Enter who bears which title: before the name, with capitals or in small letters."""
    articles = found.batch.article_of(found.names.starts).tolist()
    before_names = find_titles_before(found.batch, found.names.starts, before, titles.words)
    for at, start in enumerate(found.names.starts.tolist()):
        form = found.names.forms[found.names.form[at]]
        finding = findings.get((int(found.of_name[at]), articles[at]))
        if finding is None or form.kind not in (PERSON, SINGLE):
            continue
        titles.mentioned[articles[at]][finding[0]] += 1
        if title := form.title or before_names.get(start, ()):
            titles.enter(title, articles[at], finding[0])


def list_names(found: Found, findings: dict[tuple[int, int], Finding], registry: Registry) -> Iterator[Row]:
    """Yield the mentions among the names."""
    names, articles = found.names, found.batch.article_of(found.names.starts).tolist()
    for at, (start, end) in enumerate(zip(names.starts.tolist(), names.ends.tolist(), strict=True)):
        if found.listed[at] == INSIDE:
            continue
        form = names.forms[names.form[at]]
        if form.kind in (ADJECTIVE, "nation") and (near := resolve_adjective(found.batch, start, end, registry.roster.words, registry)):
            if near[0] == end or near[0] not in found.hit_ends:
                yield (start, near[0], *near[1])
            continue
        finding = findings.get((int(found.of_name[at]), articles[at]))
        if finding is not None and (form.kind != THING or finding[1] == "listed"):
            yield (start, end, *finding)


def list_roles(found: Found, titles: Titles, alone: re.Pattern[str], taken: list[Row]) -> Iterator[Row]:
    """Yield the mentions by a role, written with capitals or small letters, where no other mention stands but a nation's adjective."""
    names = found.names
    used = bytearray(len(found.batch.text) + 1)
    for start, end, *_, rule, _ in taken:
        if rule not in ("adjective", "adjective and noun"):
            used[start:end] = b"\1" * (end - start)
    chosen = [at for at in range(len(names.starts)) if names.forms[names.form[at]].kind == ROLE]
    capital = [(int(names.starts[at]), int(names.ends[at]), names.forms[names.form[at]].title) for at in chosen]
    rows = [*capital, *find_plain_roles(found.batch, alone, titles.words)]
    articles = found.batch.article_of(np.array([row[0] for row in rows], np.int64)).tolist()
    for (start, end, role), article in zip(rows, articles, strict=True):
        if not any(used[start:end]) and (finding := resolve_role(titles, role, article)):
            used[start:end] = b"\1" * (end - start)
            yield (start, end, *finding)


def drop_covered(rows: list[Row], roles: list[Row]) -> list[Row]:
    """Drop the adjectives that lie in a role."""
    places = sorted((row[0], row[1]) for row in roles)
    starts, ends = (np.array([place[side] for place in places], np.int64) for side in (0, 1))
    own = np.array([row[0] for row in rows], np.int64)
    at = np.searchsorted(starts, own, side="right") - 1
    inside = (at >= 0) & (own < np.append(ends, 0)[at])
    return [row for row, out in zip(rows, inside.tolist(), strict=True) if not (out and row[3].startswith("adjective"))]


def drop_furniture(rows: list[Row], batch: Batch, segments: Segments) -> list[Row]:
    """Drop mentions in page furniture, section labels and second copies; return the rest in order."""
    rows = sorted(set(rows))
    starts = np.array([row[0] for row in rows], np.int64)
    at = segments.of(starts)
    wrong = np.isin(segments.zone[at], (FURNITURE, SECTION)) | segments.is_copy[at] if len(segments.zone) else starts < 0
    return [row for row, out in zip(rows, wrong.tolist(), strict=True) if not out]


def make_mentions(rows: list[Row], registry: Registry) -> Mentions:
    """Lay mentions in columns, actors numbered so that only those mentioned or listed remain."""
    listed = registry.roster.actors
    reasons: dict[str, int] = {}
    ids: dict[str, int] = {}
    names = registry.names
    keys = [key for key, _ in sorted(registry.keys.items(), key=lambda item: item[1])]
    ids_of = [actor.actor_id for actor in listed] + [make_id(key, ids) for key in keys[len(listed) :]]
    actors = Actors(
        tuple(ids_of),
        tuple(names),
        tuple([actor.group for actor in listed] + [NOT_LISTED] * (len(names) - len(listed))),
        tuple(registry.kinds),
        tuple("; ".join(registry.notes.get(number, [])) for number in range(len(names))),
        len(listed),
    )
    place = np.array([(row[2], row[0], row[1]) for row in rows], np.int64).reshape(-1, 3)
    rule = np.array([RULES.index(row[3]) for row in rows], np.uint8)
    reason = np.array([reasons.setdefault(row[4], len(reasons)) for row in rows], np.int64)
    return Mentions(place[:, 0], place[:, 1], place[:, 2], rule, reason, tuple(reasons), actors)


def make_id(key: str, taken: dict[str, int]) -> str:
    """Make an id of a key's name: small letters and hyphens; a number behind it where it is taken."""
    kind, _, name = key.partition(":")
    plain = "-".join("".join(char if char.isalnum() else " " for char in name.lower()).split()) or kind
    plain = plain if kind in ("name", "nation") else f"{plain}-{kind}"
    taken[plain] = taken.get(plain, 0) + 1
    return plain if taken[plain] == 1 else f"{plain}-{taken[plain]}"
