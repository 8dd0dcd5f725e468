"""Topics are read from their folders, joined with what they extend, and say all that is wrong with them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from framing.errors import FramingError
from framing.shipped import find_shipped
from framing.topics.general import General
from framing.topics.topic import lexicon_folders, list_topics, read_topic

Write = Callable[..., Path]


def faults_of(folder: Path, general: General, topic_id: str = "harbour") -> list[str]:
    """Read a topic that has faults and return them, without the folder's path."""
    with pytest.raises(FramingError) as raised:
        read_topic(topic_id, folder, general)
    return [str(fault).replace(f"{folder}/topics/", "") for fault in raised.value.faults]


def test_a_topic_of_your_own_stands_beside_the_shipped(write_topic: Write, general: General) -> None:
    """Your folder's topic is read with the shipped general lists, and the shipped topics are still there."""
    folder = write_topic()
    topic = read_topic("harbour", folder, general)
    assert [axis.axis_id for axis in topic.axes] == ["worth"]
    assert [entry.term for entry in topic.entries] == ["blessing", "bleed ... coast", "blessing in disguise"]
    assert [target.term for target in topic.targets] == ["harbour|port"]
    assert [actor.aliases for actor in topic.actors] == [("Brook", "Mayor Brook")]
    assert {"harbour", "us-iraq"} <= set(list_topics(lexicon_folders(folder)))


def test_your_topic_stands_over_a_shipped_one(write_topic: Write, general: General) -> None:
    """A topic of the same id in your folder is the one that is read."""
    folder = write_topic("us-iraq")
    assert [axis.axis_id for axis in read_topic("us-iraq", folder, general).axes] == ["worth"]


def test_without_your_folder_the_shipped_one_is_read(general: General) -> None:
    """The shipped topics need no folder."""
    assert read_topic("us-iraq", None, general).folders[-1].parent.parent == find_shipped("lexicons")


def test_extends_joins_topics(write_topic: Write, general: General) -> None:
    """Axes, terms, targets and actors of the extended topic come first; its discussion comes last; names are the topic's own."""
    write_topic()
    actors = "actor_id,name,group,kind,aliases,note,source\nmayor,Bo Reed,town,person,,,own\nport,Port,town,organisation,,,own\n"
    folder = write_topic("docks", axis_id="depth", extends='["harbour"]', actors=actors)
    topic = read_topic("docks", folder, general)
    assert (topic.topic_id, [axis.axis_id for axis in topic.axes]) == ("docks", ["worth", "depth"])
    assert [entry.entry_id for entry in topic.entries] == [f"{name}:{line}" for name in ("harbour", "docks") for line in (2, 3, 4)]
    assert {actor.actor_id: actor.name for actor in topic.actors} == {"mayor": "Bo Reed", "port": "Port"}
    assert [path.name for path in topic.folders] == ["harbour", "docks"]
    assert len(topic.targets) == len(topic.discussion) == 2


def test_terms_may_use_the_axes_of_extended_topics(write_topic: Write, general: General) -> None:
    """A topic can add terms to an axis it has from another."""
    write_topic()
    terms = "axis,pole,term,weight,inflect,target,denied,note,source\nworth,gift,boon,0.5,noun,free,void,,own\n"
    folder = write_topic("docks", axis_id="depth", extends='["harbour"]', terms=terms)
    assert [entry.entry_id for entry in read_topic("docks", folder, general).entries if entry.term == "boon"] == ["docks:2"]


def test_hosts_of_any_joined_topic_are_left_out(write_topic: Write, general: General) -> None:
    """{nation} in the extended topic's terms leaves out the hosts of the topic that extends it."""
    terms = "axis,pole,term,weight,inflect,target,denied,note,source\nworth,gift,{nation} boats,0.5,fixed,free,void,,own\n"
    write_topic(terms=terms)
    folder = write_topic("docks", axis_id="depth", extends='["harbour"]', hosts='["Norway"]')

    def nations(name: str) -> set[str]:
        entry = next(entry for entry in read_topic(name, folder, general).entries if entry.term == "{nation} boats")
        return {form.words for form in entry.pattern.parts[0]}

    assert nations("harbour") - nations("docks") == set(general.nations["Norway"])


def test_an_unknown_topic_names_the_known_ones(write_topic: Write, general: General) -> None:
    """The message lists every known id."""
    said = faults_of(write_topic(), general, "harbor")
    known = ", ".join(sorted([*list_topics(lexicon_folders()), "harbour"]))
    assert said == [f"topic: 'harbor' is unknown; known topics are {known}"]


def test_an_unknown_extended_topic_names_its_file(write_topic: Write, general: General) -> None:
    """The topic.toml that extends it stands before the message."""
    said = faults_of(write_topic(extends='["port"]'), general)
    assert said[0].startswith("harbour/topic.toml: 'port' is unknown; known topics are ")


@pytest.mark.parametrize(
    ("extends", "circle"),
    [
        ({"harbour": "harbour"}, "harbour -> harbour"),
        ({"harbour": "docks", "docks": "quay", "quay": "harbour"}, "harbour -> docks -> quay -> harbour"),
    ],
)
def test_extends_in_a_circle_is_refused(write_topic: Write, general: General, extends: dict[str, str], circle: str) -> None:
    """A topic that comes back to itself is an error that shows the way round."""
    for name, other in extends.items():
        folder = write_topic(name, extends=f'["{other}"]')
    assert faults_of(folder, general)[0].endswith(f"extends goes in a circle: {circle}")


def test_two_ways_to_one_topic_are_no_circle(write_topic: Write, general: General) -> None:
    """What two extended topics both extend is read once."""
    write_topic("ground", axis_id="ground")
    write_topic("left", axis_id="left", extends='["ground"]')
    write_topic("right", axis_id="right", extends='["ground"]')
    folder = write_topic("top", axis_id="top", extends='["left", "right"]')
    assert [axis.axis_id for axis in read_topic("top", folder, general).axes] == ["ground", "left", "right", "top"]


def test_broken_toml_names_file_and_line(write_topic: Write, general: General) -> None:
    """TOML that cannot be read is said with the line and column the reader found."""
    said = faults_of(write_topic(topic='topic_id = "harbour"\nlabel = \n'), general)
    assert len(said) == 1
    assert said[0].startswith("harbour/topic.toml: cannot be read: ") and "line 2" in said[0]


def test_every_missing_key_is_said_at_once(write_topic: Write, general: General) -> None:
    """Keys that are missing or of the wrong kind are faults of their own, with the kind that is needed."""
    said = faults_of(write_topic(topic='topic_id = "harbour"\nlabel = 7\naxes = []\nextends = []\nhosts = []\n'), general)
    assert "harbour/topic.toml: label: 7; a str is needed" in said
    assert {line.split(": ")[1] for line in said} == {"label", "version", "language", "licence", "description", "discussion", "references"}


def test_the_id_is_the_folders_name(write_topic: Write, general: General) -> None:
    """Another topic_id than the folder's name is a fault that names both."""
    folder = write_topic()
    path = folder / "topics" / "harbour" / "topic.toml"
    path.write_text(path.read_text().replace('topic_id = "harbour"', 'topic_id = "haven"'))
    assert faults_of(folder, general) == ["harbour/topic.toml: topic_id: 'haven'; the folder's name 'harbour' is needed"]


@pytest.mark.parametrize("key", ["axis_id", "target", "question", "left", "right", "pole_id", "definition", "argued_by"])
def test_an_axis_needs_all_its_keys(write_topic: Write, general: General, key: str) -> None:
    """A missing key of an axis or pole is named."""
    folder = write_topic()
    path = folder / "topics" / "harbour" / "topic.toml"
    path.write_text(path.read_text().replace(f"{key} =", f"{key}_x =", 1))
    said = faults_of(folder, general)
    assert len(said) == 1
    assert said[0].startswith("harbour/topic.toml: axes: ") and key in said[0]


def test_all_faults_of_all_tables_come_at_once(write_topic: Write, general: General) -> None:
    """Faults of terms, targets and actors are in one error, each with file and line."""
    folder = write_topic(
        terms="axis,pole,term,weight,inflect,target,denied,note,source\ndepth,gift,x,9,noun,free,void,,own\nx,gift,y,1,noun,free,void,,own\n",
        targets="target,term,inflect,note\nquay,quay,noun,\n",
        actors="actor_id,name\nmayor,Ana Brook\n",
    )
    places = [line.split(": ")[0] for line in faults_of(folder, general)]
    assert places == ["harbour/terms.csv:2", "harbour/terms.csv:3", "harbour/targets.csv:2", "harbour/actors.csv:1"]


@pytest.mark.parametrize("name", ["terms.csv", "targets.csv", "actors.csv"])
def test_a_missing_table_is_a_fault(write_topic: Write, general: General, name: str) -> None:
    """Every table of a topic must be there."""
    folder = write_topic()
    (folder / "topics" / "harbour" / name).unlink()
    said = faults_of(folder, general)
    assert any(line.startswith(f"harbour/{name}: cannot be read") for line in said)


def test_an_unknown_host_is_said(write_topic: Write, general: General) -> None:
    """A host that is no nation of the general list leaves nobody out, so it is a fault."""
    assert "Atlantis" in faults_of(write_topic(hosts='["Atlantis"]'), general)[0]


def test_a_wrong_kind_inside_extends_is_said(write_topic: Write, general: General) -> None:
    """A number where a topic's id should stand is a fault, not an exception."""
    assert faults_of(write_topic(extends="[7]"), general)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('left = { pole_id = "gift"', 'left = 3\nother = { pole_id = "gift"', "axes: 1: left: 3; a table is needed"),
        ('question = "Gift or burden?"', "question = 5", "axes: 1: question: 5; a text is needed"),
        ('definition = "It gives."', "definition = [1]", "axes: 1: left.definition: [1]; a text is needed"),
        ('discussion = ["Who gains from it?"]', "discussion = [1]", "discussion: 1; a list of texts is needed"),
        ("extends = []", "extends = [{}]", "extends: {}; a list of texts is needed"),
        ("hosts = []", "hosts = [[]]", "hosts: []; a list of texts is needed"),
    ],
)
def test_values_of_wrong_kinds(write_topic: Callable[..., Path], general: General, old: str, new: str, said: str) -> None:
    """A value of the wrong kind anywhere in topic.toml is a fault in one line, never a traceback."""
    folder = write_topic()
    path = folder / "topics" / "harbour" / "topic.toml"
    assert old in path.read_text("utf-8")
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    assert faults_of(folder, general) == [f"harbour/topic.toml: {said}"]


def test_axes_that_are_no_tables(write_topic: Callable[..., Path], general: General) -> None:
    """A list of texts in place of axes is a fault."""
    folder = write_topic()
    path = folder / "topics" / "harbour" / "topic.toml"
    path.write_text(path.read_text("utf-8").split("[[axes]]")[0] + 'axes = ["worth"]\n', "utf-8")
    assert "harbour/topic.toml: axes: 'worth'; tables [[axes]] are needed" in faults_of(folder, general)


def test_a_topic_needs_an_axis(write_topic: Write, general: General) -> None:
    """Without an axis of its own or of a topic it extends there is nothing to score; with one that it extends it is read."""
    bare = "\n".join(f"{key} = {value}" for key, value in (
        ("topic_id", '"docks"'), ("label", '"D"'), ("version", '"1"'), ("language", '"en"'), ("licence", '"L"'), ("extends", "[]"), ("hosts", "[]"),
        ("description", '"D"'), ("axes", "[]"), ("discussion", "[]"), ("references", "[]"),
    ))  # fmt: skip
    empty = {"terms": "axis,pole,term,weight,inflect,target,denied,note,source\n", "targets": "target,term,inflect,note\n"}
    said = faults_of(write_topic("docks", topic=bare, **empty), general, "docks")
    assert said == ["docks/topic.toml: axes: none; at least one [[axes]] is needed, or a topic in extends that has one"]
    write_topic()
    folder = write_topic("docks", topic=bare.replace("extends = []", 'extends = ["harbour"]'), **empty)
    assert [axis.axis_id for axis in read_topic("docks", folder, general).axes] == ["worth"]


def test_poles_need_ids_of_their_own(write_topic: Write, general: General) -> None:
    """Two poles of one id, or one called none, cannot be told apart."""
    folder = write_topic()
    path = folder / "topics" / "harbour" / "topic.toml"
    path.write_text(path.read_text().replace('pole_id = "burden"', 'pole_id = "gift"'))
    assert faults_of(folder, general)[0].startswith("harbour/topic.toml: axes: 1: pole_id: 'gift' and 'gift'; two different ids")
