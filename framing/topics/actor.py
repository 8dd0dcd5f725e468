"""Actors: the people, organisations, states and groups of a story, with their names."""

from dataclasses import dataclass
from pathlib import Path

from framing.errors import Fault
from framing.rows import Columns, filled, one_of, read_rows

KINDS = ("person", "state", "organisation", "group")
ACTORS = Columns(
    ("actor_id", "name", "group", "kind", "aliases", "note", "source"),
    {"actor_id": filled, "name": filled, "group": filled, "kind": one_of(*KINDS), "source": filled},
)


@dataclass(frozen=True)
class Actor:
    """One identity with its names; `aliases` are written as in a lexicon."""

    actor_id: str
    name: str
    group: str
    kind: str
    aliases: tuple[str, ...]


def read_actors(path: Path) -> tuple[list[Actor], list[Fault]]:
    """Read actors.csv as (actors, faults); two rows with one id are a fault."""
    rows, faults = read_rows(path, ACTORS)
    actors: dict[str, Actor] = {}
    for row in rows:
        if row["actor_id"] in actors:
            faults.append(Fault(str(path), row.line, f"actor_id: {row['actor_id']!r} stands already further up"))
            continue
        aliases = tuple(alias.strip() for alias in row["aliases"].split(";") if alias.strip())
        actors[row["actor_id"]] = Actor(row["actor_id"], row["name"], row["group"], row["kind"], aliases)
    return list(actors.values()), faults
