"""Faults of the lists of names, each with its line: names of two actors, groups, referents, nations, actions."""

from pathlib import Path

import pytest

from framing.errors import FramingError
from framing.topics.action import read_actions
from framing.topics.general import General
from framing.topics.name_check import check_actor_list, check_lists, check_name_lists, check_referent_list
from framing.topics.topic import lexicon_folders
from framing.topics.word_classes import read_word_classes

ACTORS = "actor_id,name,group,kind,aliases,note,source\n"
REFERENTS = "referent,label,term,needs,note,source\n"
ACTIONS = "base,kind,nouns,of,towards,alone,note\n"
GOOD = "guards,Guards,Town,group,the guards;harbour guards,,own\n"


def write(folder: Path, name: str, text: str) -> Path:
    """Write a list into a lexicon folder; return its path."""
    path = folder / "general" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def test_shipped_lists_have_no_fault(general: General) -> None:
    """What comes with the program is free of faults."""
    assert check_lists(lexicon_folders(), general.grammar) == []


@pytest.mark.parametrize(
    ("row", "what"),
    [
        ("crew,Crew,Town,group,Harbour Guards,,own\n", "aliases: 'Harbour Guards' stands for 'guards' too (line 2)"),
        ("crew,Guards,Town,group,,,own\n", "aliases: 'Guards' stands for 'guards' too (line 2)"),
        ("crew,Crew,town,group,,,own\n", "group: 'town' is 'Town' of line 2 in other capitals"),
        ("The Crew,Crew,Town,group,,,own\n", "actor_id: 'The Crew' is no id"),
        ("crew,Crew,Town,group,crew+,,own\n", "aliases: 'crew+' cannot be read"),
        ("crew,Crew,Town,club,,,own\n", "kind: 'club' is not allowed"),
    ],
)
def test_actors(tmp_path: Path, general: General, row: str, what: str) -> None:
    """A name of two actors, a group in two spellings, and cells that cannot be read are faults of their line."""
    path = tmp_path / "actors.csv"
    path.write_text(ACTORS + GOOD + row, "utf-8")
    faults = check_actor_list(path, general.grammar)
    assert [fault.line for fault in faults] == [3] and what in faults[0].what


@pytest.mark.parametrize(
    ("rows", "line", "what"),
    [
        ("quay,The quay,the pier,near,,own\n", 2, "needs: all names of 'quay' need another one near"),
        ("quay,The quay,pier,free,,own\nquay,The quay,Pier,near,,own\n", 3, "'Pier' stands already in line 2"),
        ("quay,The quay,pier,free,,own\nquay,A quay,mole,near,,own\n", 3, "label: 'A quay' differs"),
        ("The quay,The quay,pier,free,,own\n", 2, "referent: 'The quay' is no id"),
        ("quay,The quay,pier+,free,,own\n", 2, "term: "),
    ],
)
def test_referents(tmp_path: Path, general: General, rows: str, line: int, what: str) -> None:
    """A referent that nothing can find, a name twice and two labels are faults of their line."""
    path = tmp_path / "referents.csv"
    path.write_text(REFERENTS + rows, "utf-8")
    faults = check_referent_list(path, general.grammar)
    assert faults[0].line == line and what in faults[0].what


@pytest.mark.parametrize(
    ("row", "what"),
    [
        ("help,help,,,,,\n", "base: 'help' stands already in line 2"),
        ("Hit,harm,,,,,\n", "base: 'Hit' is no word"),
        ("hit;strike,harm,,,,,\n", "holds several"),
        ("hit,hurt,,,,,\n", "kind: 'hurt' is not allowed"),
        ("hit,harm,,done-to,,,\n", "of: 'done-to' tells about a noun, and nouns is empty"),
        ("hit,harm,hit,both,,,\n", "of: 'both' is not allowed"),
        ("hit,harm,hit,done-to,on+,,\n", "towards: 'on+' is no word"),
    ],
)
def test_actions(tmp_path: Path, general: General, row: str, what: str) -> None:
    """Verbs twice, malformed words and prepositions of no noun are faults of their line."""
    write(tmp_path, "actions.csv", ACTIONS + "help,help,help,doer,to,,\n" + row)
    with pytest.raises(FramingError) as error:
        read_actions([tmp_path], general.grammar.inflections)
    assert error.value.faults[0].line == 3 and what in error.value.faults[0].what


def test_nations_and_words(tmp_path: Path) -> None:
    """A form of two nations, a seat of no nation, a nation of no seat and a word twice are faults of their line."""
    write(tmp_path, "nations.csv", "nation,names,adjectives,people,note\nAland,Aland,Alandic,,\nBland,Bland,Blandish;Alandic,,\n")
    write(tmp_path, "name_words.csv", "word,kind,of,note\nMr,title,,\nMr.,title,,\nQuayside,seat,Cland,\nport,thing,Aland,\n")
    faults = check_name_lists(tmp_path)
    assert [(Path(fault.place).name, fault.line) for fault in faults] == [
        ("nations.csv", 3), ("name_words.csv", 3), ("name_words.csv", 4), ("name_words.csv", 5),
    ]  # fmt: skip


def test_word_classes(tmp_path: Path) -> None:
    """An unknown class and a word twice in a class are faults of their line."""
    path = write(tmp_path, "word_classes.csv", "class,word,note\nbe,is,\nbe,is,\nverbs,go,\n")
    with pytest.raises(FramingError) as error:
        read_word_classes(path)
    assert sorted(fault.line for fault in error.value.faults) == [3, 4]
