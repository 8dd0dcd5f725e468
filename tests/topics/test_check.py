"""All faults of the data files at once, and terms that stand on both sides of an axis."""

from collections.abc import Callable
from pathlib import Path

from framing.topics.check import check_general, check_topics, find_clashes
from framing.topics.general import General
from framing.topics.topic import read_topic

HEADER = "axis,pole,term,weight,inflect,target,denied,note,source\n"


def test_shipped_lists_have_no_fault() -> None:
    """What comes with the program is free of faults and clashes."""
    general, faults = check_general()
    assert general is not None and faults == []
    topics, more = check_topics(general)
    assert more == []
    assert {topic.topic_id for topic in topics} >= {"foreign-military-presence", "us-iraq"}


def test_one_bad_topic_does_not_hide_another(write_topic: Callable[..., Path], general: General) -> None:
    """Faults of two topics come together, and the good topics are read."""
    write_topic("aa", terms="axis\n")
    folder = write_topic("bb", topic="topic_id = ")
    topics, faults = check_topics(general, folder)
    own = [Path(fault.place).parts[-2:] for fault in faults if fault.place.startswith(str(folder))]
    assert own == [("aa", "terms.csv"), ("bb", "topic.toml")]
    assert "us-iraq" in {topic.topic_id for topic in topics}


def test_a_form_for_both_poles_is_a_clash(write_topic: Callable[..., Path], general: General) -> None:
    """Two terms that share a form for opposite poles are a fault of the second, in any capitals."""
    rows = "worth,gift,great port|quay,0.8,noun,free,void,,own\nworth,burden,Great quays,0.9,fixed,free,void,,own\n"
    faults = find_clashes(read_topic("harbour", write_topic(terms=HEADER + rows), general))
    assert [(Path(fault.place).name, fault.line) for fault in faults] == [("terms.csv", 3)]
    assert "'great quays' for opposite poles of worth" in faults[0].what


def test_a_blocked_phrase_is_no_clash(write_topic: Callable[..., Path], general: General) -> None:
    """A phrase of pole none and two terms of one pole may share forms."""
    rows = "worth,gift,great quay,0.8,noun,free,void,,own\nworth,gift,great quays,0.8,fixed,free,void,,own\n"
    rows += "worth,none,great|vast quay,0.8,noun,free,void,,own\n"
    assert find_clashes(read_topic("harbour", write_topic(terms=HEADER + rows), general)) == []


def test_a_clash_with_an_extended_topic_is_found(write_topic: Callable[..., Path], general: General) -> None:
    """A term that an extended topic has for the other pole is a clash too, said where the second term stands."""
    write_topic()
    topic = write_topic("docks", extends='["harbour"]', axis_id="depth", terms=HEADER + "worth,burden,blessings,1,fixed,free,void,,own\n")
    faults = find_clashes(read_topic("docks", topic, general))
    assert [(Path(fault.place).parts[-2:], fault.line) for fault in faults] == [(("docks", "terms.csv"), 2)]
