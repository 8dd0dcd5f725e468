"""The general lists every topic uses."""

from pathlib import Path

import pytest

from framing.errors import FramingError
from framing.shipped import find_shipped
from framing.topics.general import FRAMES, LISTS, General, read_general


def write_list(tmp_path: Path, name: str, content: str) -> Path:
    """Write one general list into a lexicon folder of its own and return that folder."""
    (tmp_path / "general").mkdir(exist_ok=True)
    (tmp_path / "general" / f"{name}.csv").write_text(content, "utf-8")
    return tmp_path


def test_every_shipped_list_holds_words(general: General) -> None:
    """None of the shipped lists is empty."""
    assert {word.list_id for word in general.words} == set(LISTS)
    assert general.abbreviations and general.starters and general.nations


def test_your_lists_add_to_ours(tmp_path: Path, general: General) -> None:
    """A list of your own folder is read after the shipped one; lists you do not have are no fault."""
    extra = write_list(tmp_path, "boosters", "term,inflect,note\nby thunder,fixed,\n")
    words = read_general([find_shipped("lexicons"), extra]).words
    assert len(words) == len(general.words) + 1
    assert [word.term for word in words if word.list_id == "boosters"][-1] == "by thunder"


def test_faults_of_several_lists_come_at_once(tmp_path: Path) -> None:
    """Every fault of every list is in one error, each with file and line."""
    write_list(tmp_path, "hedges", "term,inflect,side,reach,note\nperhaps,fixed,left,99,\n")
    write_list(tmp_path, "loaded", "term,inflect,tone,note,source\nvile,fixed,anger,,own\n")
    extra = write_list(tmp_path, "starters", "words\nThe\n")
    with pytest.raises(FramingError) as raised:
        read_general([find_shipped("lexicons"), extra])
    places = [(Path(fault.place).name, fault.line) for fault in raised.value.faults]
    assert places == [("hedges.csv", 2), ("hedges.csv", 2), ("loaded.csv", 2), ("starters.csv", 1)]


def test_a_nation_has_three_kinds_of_forms(general: General) -> None:
    """Names, adjectives and names with 's stand for {nation}."""
    assert {"Norway", "Norwegian", "Norway's"} <= set(general.nations["Norway"])


def test_hosts_are_left_out_of_nations(general: General) -> None:
    """The grammar for a topic's hosts has every nation but these."""
    words = set(general.grammar_for(("Norway",)).placeholders["nation"])
    assert not words & set(general.nations["Norway"])
    assert "Swedish" in words


def test_every_generic_frame_has_sixty_entries(general: General) -> None:
    """No frame is so short that its density would be chance, and none is half as long again as another."""
    counts = [sum(word.list_id == "frames" and word.kind == frame for word in general.words) for frame in FRAMES]
    assert min(counts) >= 60
    assert max(counts) <= 1.5 * min(counts)


def test_weights_of_generic_frames_are_read(general: General) -> None:
    """A frame's words have the weight of their row, words of other lists 1."""
    assert {word.weight for word in general.words if word.list_id == "frames"} > {0.5, 0.9}
    assert {word.weight for word in general.words if word.list_id == "loaded"} == {1.0}


def test_faults_of_generic_frames_are_named(tmp_path: Path) -> None:
    """An unknown frame and a weight out of range are faults of their line."""
    extra = write_list(tmp_path, "frames", "frame,pattern,weight,inflect,note\ncomedy,joke,0.5,noun,\nconflict,spat,7,noun,\n")
    with pytest.raises(FramingError) as raised:
        read_general([find_shipped("lexicons"), extra])
    assert [(Path(fault.place).name, fault.line) for fault in raised.value.faults] == [("frames.csv", 2), ("frames.csv", 3)]
