"""Actors and their names."""

from pathlib import Path

from framing.topics.actor import read_actors

HEADER = "actor_id,name,group,kind,aliases,note,source\n"


def test_aliases_are_split(tmp_path: Path) -> None:
    """Aliases stand between semicolons; blanks and empty ones are dropped."""
    (tmp_path / "actors.csv").write_text(HEADER + "mayor,Ana Brook,town,person,Brook; Mayor Brook ;;,,own\n")
    actors, faults = read_actors(tmp_path / "actors.csv")
    assert (actors[0].aliases, faults) == (("Brook", "Mayor Brook"), [])


def test_faults_of_actors_come_with_lines(tmp_path: Path) -> None:
    """An id that stands twice and an unknown kind are said at once, with what is allowed."""
    (tmp_path / "actors.csv").write_text(HEADER + "a,A,g,person,,,own\nb,B,g,robot,,,own\na,C,g,state,,,own\n")
    actors, faults = read_actors(tmp_path / "actors.csv")
    assert [actor.name for actor in actors] == ["A"]
    assert sorted((fault.line, fault.what) for fault in faults) == [
        (3, "kind: 'robot' is not allowed; one of person, state, organisation, group is"),
        (4, "actor_id: 'a' stands already further up"),
    ]
