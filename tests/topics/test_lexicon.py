"""Terms and targets are read with every fault of the file at once."""

from pathlib import Path

import pytest

from framing.topics.frame import Axis, Pole
from framing.topics.inflection import Inflections
from framing.topics.lexicon import read_entries, read_targets
from framing.topics.pattern import Grammar

GRAMMAR = Grammar(Inflections({}, {}), {"nation": ("Norway",)})
POLES = (Pole("gift", "Gift", "It gives.", "builders"), Pole("burden", "Burden", "It takes.", "neighbours"))
AXES = {"worth": Axis("worth", "Worth", "port", "Gift or burden?", *POLES)}
HEADER = "axis,pole,term,weight,inflect,target,denied,note,source\n"
GOOD = "worth,gift,blessing,0.8,noun,required,void,,own\n"


def read(tmp_path: Path, rows: str) -> tuple[list[str], list[tuple[int, str]]]:
    """Write a terms.csv and read it as (terms, (line, fault))."""
    (tmp_path / "terms.csv").write_text(HEADER + rows)
    entries, faults = read_entries(tmp_path / "terms.csv", "harbour", AXES, GRAMMAR)
    return [entry.term for entry in entries], [(fault.line, fault.what) for fault in faults]


def test_an_entry_has_what_its_row_says(tmp_path: Path) -> None:
    """Sign, weight, target, denial, and an id of topic and line."""
    (tmp_path / "terms.csv").write_text(HEADER + "# a comment,,,,,,,,\nworth,burden,bleed ... coast,0.9,verb,near,flip,why,Somebody 1999\n")
    entries, _ = read_entries(tmp_path / "terms.csv", "harbour", AXES, GRAMMAR)
    entry = entries[0]
    assert (entry.entry_id, entry.axis_id, entry.pole_id, entry.sign) == ("harbour:3", "worth", "burden", 1)
    assert (entry.weight, entry.target, entry.flips_when_denied, entry.note, entry.source) == (0.9, "near", True, "why", "Somebody 1999")


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("depth,gift,x,0.8,noun,free,void,,own", "axis: 'depth' is unknown; allowed are worth"),
        ("worth,neutral,x,0.8,noun,free,void,,own", "pole: 'neutral' is unknown; allowed are gift, burden, none"),
        ("worth,gift,x,2,noun,free,void,,own", "weight: '2' is outside 0.1 to 1"),
        ("worth,gift,x,0,noun,free,void,,own", "weight: '0' is outside 0.1 to 1"),
        ("worth,gift,x,high,noun,free,void,,own", "weight: 'high' is no number; 0.1 to 1 is allowed"),
        ("worth,gift,x,0.8,adverb,free,void,,own", "inflect: 'adverb' is not allowed; one of fixed, noun, verb, verb noun is"),
        ("worth,gift,x,0.8,noun,always,void,,own", "target: 'always' is not allowed; one of required, near, free is"),
        ("worth,gift,x,0.8,noun,free,turn,,own", "denied: 'turn' is not allowed; one of void, flip is"),
        ("worth,gift,x,0.8,noun,free,void,,", "source: must not be empty"),
        ("worth,gift,,0.8,noun,free,void,,own", "term: must not be empty"),
        ("worth,gift,x ...,0.8,noun,free,void,,own", "term: 'x ...' has an empty part; words must stand on both sides of ..."),
        ("worth,gift,x.*,0.8,noun,free,void,,own", "term: 'x.*' cannot be read; words, |, ... and {nation} are allowed"),
        ("worth,gift,{town} x,0.8,noun,free,void,,own", "term: {town} is unknown; allowed are {nation}"),
        ("worth,burden,Blessing,0.8,noun,free,void,,own", "term: 'Blessing' stands already in line 2 on the axis worth"),
        ("worth,gift,x,0.8,noun,free,void,a, b,own", "has 10 cells where the header has 9"),
    ],
)
def test_every_kind_of_fault_has_its_line_and_what_is_allowed(tmp_path: Path, row: str, said: str) -> None:
    """One bad row is one fault with its line, and the good row before it is read."""
    terms, faults = read(tmp_path, f"{GOOD}\n{row}\n")
    assert terms == ["blessing"]
    assert [line for line, _ in faults] == [4]
    assert faults[0][1].startswith(said)


def test_all_faults_come_at_once(tmp_path: Path) -> None:
    """A file with four bad rows gives four faults."""
    rows = "x,gift,a,1,noun,free,void,,own\nworth,y,b,1,noun,free,void,,own\n"
    rows += "worth,gift,c,9,noun,free,void,,own\nworth,gift,d*,1,noun,free,void,,own\n"
    assert sorted(line for line, _ in read(tmp_path, rows)[1]) == [2, 3, 4, 5]


def test_targets_name_known_targets(tmp_path: Path) -> None:
    """A target that is of no axis, and one that cannot be read, are faults with line and what is allowed."""
    (tmp_path / "targets.csv").write_text("target,term,inflect,note\nport,harbour,noun,\nquay,quay,noun,\nport,a|,fixed,\n")
    targets, faults = read_targets(tmp_path / "targets.csv", {"port", "pier"}, GRAMMAR)
    assert [(target.target_id, target.term) for target in targets] == [("port", "harbour")]
    assert (faults[0].line, faults[0].what) == (3, "target: 'quay' is of no axis; allowed are pier, port, none")
    assert faults[1].line == 4 and "cannot be read" in faults[1].what
