"""Actors of a batch and where each is mentioned: listed ones first, then those discovered by their names."""

import re
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from framing.text.cleaning import Batch
from framing.text.matching import Hits
from framing.text.offsets import Offsets
from framing.text.sentences import Sentences
from framing.text.zones import Segments
from framing.voices.actors.name_types import INSIDE, Types, gather_types
from framing.voices.actors.names import ADJECTIVE, NATION, PERSON, ROLE, SINGLE, THING, Names, find_names
from framing.voices.actors.nation_names import may_be_noun, resolve_adjective, resolve_nation
from framing.voices.actors.organisations import find_definitions, list_openings, resolve_organisations, resolve_short
from framing.voices.actors.persons import Finding, list_bearers, resolve_full_names, resolve_single
from framing.voices.actors.roles import Titles, compile_roles, find_plain_roles, find_titles_before, resolve_role
from framing.voices.actors.roster import NOT_LISTED, Registry, Roster, match_roster
from framing.voices.actors.rows import Findings, Rows, drop_furniture, is_begun_in, is_met, join_rows, make_rows

RULES: Final = (
    "listed", "same name", "spelling", "full name", "family name", "given name", "single name", "acronym", "short name", "organisation", "nation",
    "people", "seat", "adjective and noun", "adjective", "role",
)  # fmt: skip
ADJECTIVES: Final = ("adjective and noun", "adjective")
BETWEEN: Final = re.compile(r"(?:[^\w\n]|_)+")


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
    registry, findings = Registry(roster), Findings()
    hits = match_roster(batch, sentences, roster)
    names = find_names(batch, sentences, roster.words, roster.starters)
    names, listed, hits = settle_overlaps(names, hits)
    types = gather_types(batch, names, listed, roster.words.of("calendar"))
    found = Found(batch, names, listed, resolve_types(batch, names, types, registry, findings))
    titles = Titles(roster.words)
    alone, before = compile_roles(roster.words)
    enter_titles(found, findings, titles, before)
    rows = join_rows(list_hits(hits, findings), list_names(found, frozenset(hits.ends.tolist()), findings, registry))
    roles = list_roles(found, titles, alone, rows, findings)
    adjectives = findings.is_by(ADJECTIVES)[rows.finding] & is_begun_in(roles, rows.starts)
    return make_mentions(drop_furniture(join_rows(rows.take(~adjectives), roles), segments), findings, registry)


def settle_overlaps(names: Names, hits: Hits) -> tuple[Names, Offsets, Hits]:
    """Return the names, the listed actor of each (-1: none; -2: the name lies in a longer listed one), and the hits that stand by themselves.

    A hit that ends a run and holds all of the name behind the title makes it a listed name; other hits inside a run are part of another name.
    A hit that opens before a run and ends in its title stands beside the name (Police Commissioner Anders Holst).
    """
    starts, listed = names.starts.copy(), np.full(len(names.starts), -1, np.int64)
    alone = np.ones(len(hits), np.bool_)
    first = np.searchsorted(hits.ends, names.starts, side="right")
    last = np.searchsorted(hits.starts, names.ends)
    met = np.flatnonzero(last > first)
    columns = (column[met].tolist() for column in (np.arange(len(listed)), names.form, names.starts, names.ends, first, last))
    hit_starts, hit_ends = hits.starts.tolist(), hits.ends.tolist()
    for at, number, start, end, first_hit, last_hit in zip(*columns, strict=True):
        form = names.forms[number]
        name_at, bare = start + form.name_at - form.start, form.kind in (ROLE, ADJECTIVE)
        for hit in range(first_hit, last_hit):
            begins, stops = hit_starts[hit], hit_ends[hit]
            if begins < start and stops < name_at:
                starts[at] = name_at
            elif stops > end or begins < start or (bare and (begins, stops) == (start, end)):
                listed[at] = INSIDE
            elif stops == end and begins <= name_at + form.lead and not bare:
                listed[at], alone[hit] = hits.pattern[hit], False
            else:
                alone[hit] = False
    return replace(names, starts=starts), listed, hits.take(alone)


@dataclass(frozen=True)
class Found:
    """The names of a batch, the listed actor of each (-1: none, -2: it lies inside a listed name), and its finding (-1: none)."""

    batch: Batch
    names: Names
    listed: Offsets
    finding: Offsets


def resolve_types(batch: Batch, names: Names, types: Types, registry: Registry, findings: Findings) -> Offsets:
    """Resolve every type of name in every article it stands in; return the place of the finding of every name, -1 for none."""
    fixed, people = resolve_full_names(types, registry)
    fixed |= resolve_organisations(types, find_definitions(batch, names.starts, names.ends, types), registry.roster.words, registry)
    openings = list_openings(types, fixed, registry.roster.words)
    of_row = np.full(len(types.places.article) + 1, -1, np.int64)
    for at in range(len(types)):
        rows = types.places.rows(at)
        if at in fixed:
            of_row[rows.start : rows.stop] = findings.enter(fixed[at])
        elif types.is_single(at) and ((bearers := list_bearers(types.words[at][0], people)) or types.words[at][0] in openings):
            known = resolve_single(people, at, bearers, registry) if bearers else resolve_short(types, at, openings[types.words[at][0]], fixed)
            for row, borne in zip(rows, known, strict=True):
                finding = borne or resolve_alone(types, at, registry)
                of_row[row] = findings.enter(finding) if finding else -1
        elif finding := resolve_alone(types, at, registry):
            of_row[rows.start : rows.stop] = findings.enter(finding)
    return of_row[types.places.row_of]


def resolve_alone(types: Types, at: int, registry: Registry) -> Finding | None:
    """Resolve a name that nobody else bears: a nation, listed, or new if it is a single word and no mere beginning or place."""
    words, best = types.words[at], types.best[at]
    if types.kind[at] == NATION and (finding := resolve_nation(words, best, registry.roster.words, registry)):
        return finding
    if types.listed[at] >= 0:
        return types.listed[at], "listed", "a listed name"
    if not types.is_single(at) or not types.n_sure[at] or not types.n[at] or types.is_place(at):
        return None
    kind = "person" if types.has_title[at] else "organisation"
    number = registry.number(f"name:{' '.join(words)}", best, kind)
    return number, "single name", "a single word with a capital" + (" and a title" if types.has_title[at] else "")


def enter_titles(found: Found, findings: Findings, titles: Titles, before: re.Pattern[str]) -> None:
    """Enter who bears which title: before the name, with capitals or in small letters."""
    names = found.names
    before_names = find_titles_before(found.batch, names.starts, before, titles.words)
    persons = np.flatnonzero(found.names.is_kind(PERSON, SINGLE) & (found.finding >= 0))
    starts, articles = names.starts[persons], found.batch.article_of(names.starts[persons])
    actors = findings.list_actors()[found.finding[persons]]
    titles.count_mentions(articles, actors)
    has_title = names.has_title[names.form[persons]] | np.isin(starts, list(before_names))
    columns = names.form[persons], starts, articles, actors
    for form, start, article, actor in zip(*(column[has_title].tolist() for column in columns), strict=True):
        titles.enter(names.forms[form].title or before_names[start], article, actor)


def list_hits(hits: Hits, findings: Findings) -> Rows:
    """Return the mentions by listed names."""
    actors, place = np.unique(hits.pattern, return_inverse=True)
    entered = np.array([findings.enter((actor, "listed", "a listed name")) for actor in actors.tolist()], np.int64)
    return Rows(hits.starts, hits.ends, entered[place])


def list_names(found: Found, hit_ends: frozenset[int], findings: Findings, registry: Registry) -> Rows:
    """Return the mentions among the names; a nation's adjective is one with the noun behind it, unless that ends a listed name."""
    names, ends, finding = found.names, found.names.ends.copy(), found.finding.copy()
    there = found.listed != INSIDE
    is_told = there & (finding >= 0) & (~found.names.is_kind(THING) | np.append(findings.is_by(("listed",)), False)[finding])
    nations = np.flatnonzero(there & found.names.is_kind(ADJECTIVE, NATION))
    nations = nations[may_be_noun(found.batch, names.ends[nations], registry.roster.words) | names.is_kind(ADJECTIVE)[nations]]
    for at, start, end in zip(nations.tolist(), names.starts[nations].tolist(), names.ends[nations].tolist(), strict=True):
        if near := resolve_adjective(found.batch, start, end, registry.roster.words, registry):
            is_told[at] = near[0] == end or near[0] not in hit_ends
            ends[at], finding[at] = near[0], findings.enter(near[1])
    return Rows(names.starts, ends, finding).take(is_told)


def list_roles(found: Found, titles: Titles, alone: re.Pattern[str], taken: Rows, findings: Findings) -> Rows:
    """Return the mentions by a role, written with capitals or small letters, where no other mention stands but a nation's adjective."""
    names, chosen = found.names, found.names.is_kind(ROLE)
    columns = names.starts[chosen], names.ends[chosen], names.form[chosen]
    capital = [(start, end, names.forms[form].title) for start, end, form in zip(*(column.tolist() for column in columns), strict=True)]
    asked = [*capital, *find_plain_roles(found.batch, alone, titles.words)]
    starts, ends = (np.array([row[side] for row in asked], np.int64) for side in (0, 1))
    is_free = ~is_met(taken.take(~findings.is_by(ADJECTIVES)[taken.finding]), starts, ends)
    rows: list[tuple[int, int, int]] = []
    used = bytearray(len(found.batch.text) + 1)
    for (start, end, role), article, free in zip(asked, found.batch.article_of(starts).tolist(), is_free.tolist(), strict=True):
        if free and not any(used[start:end]) and (finding := resolve_role(titles, role, article)):
            used[start:end] = b"\1" * (end - start)
            rows.append((start, end, findings.enter(finding)))
    return join_rows(make_rows(rows))


def make_mentions(rows: Rows, findings: Findings, registry: Registry) -> Mentions:
    """Lay mentions in columns, actors numbered so that only those mentioned or listed remain."""
    listed = registry.roster.actors
    reasons: dict[str, int] = {}
    names = registry.names
    actors = Actors(
        (*(actor.actor_id for actor in listed), *make_ids(list(registry.keys)[len(listed) :])),
        tuple(names),
        (*(actor.group for actor in listed), *(registry.groups.get(number, NOT_LISTED) for number in range(len(listed), len(names)))),
        tuple(registry.kinds),
        tuple(["; ".join(registry.notes.get(number, ())) for number in range(len(names))]),
        len(listed),
    )
    used, first = np.unique(rows.finding, return_index=True)
    rule_at = {rule: place for place, rule in enumerate(RULES)}
    rule, reason = np.zeros(len(findings.found), np.uint8), np.zeros(len(findings.found), np.int64)
    for at in used[np.argsort(first)].tolist():
        _, name, why = findings.found[at]
        rule[at], reason[at] = rule_at[name], reasons.setdefault(why, len(reasons))
    of_row = rows.finding
    return Mentions(findings.list_actors()[of_row], rows.starts, rows.ends, rule[of_row], reason[of_row], tuple(reasons), actors)


def make_ids(keys: list[str]) -> list[str]:
    """Make an id of each key's name: small letters and hyphens; a number behind it where it is taken.

    >>> make_ids(["name:pmf (iraq)", "people:pmf", "name:pmf iraq", "name:-"])
    ['pmf-iraq', 'pmf-people', 'pmf-iraq-2', 'name']
    """
    kinds, _, names = zip(*(key.partition(":") for key in keys), strict=True) if keys else ((), (), ())
    plain = [name.strip("-") for name in BETWEEN.sub("-", "\n".join(names).lower()).split("\n")]
    taken: dict[str, int] = {}
    ids = []
    for kind, name in zip(kinds, plain, strict=False):
        one = name or kind
        one = one if kind in ("name", "nation") else f"{one}-{kind}"
        taken[one] = taken.get(one, 0) + 1
        ids.append(one if taken[one] == 1 else f"{one}-{taken[one]}")
    return ids
