"""The lists of numbers, units, times and words that tell the same."""

from pathlib import Path

import pytest

from framing.errors import FramingError
from framing.shipped import find_shipped
from framing.topics.claim_words import SIGNS, read_claim_words
from framing.topics.topic import lexicon_folders


def test_every_list_holds_words() -> None:
    """The shipped lists are read."""
    words = read_claim_words(lexicon_folders())
    assert words.numbers["twelve"] == 12
    assert words.units["troops"].name == "soldiers"
    assert words.vague["hundreds of"] == (100, 999)
    assert words.families["troop"] == words.families["soldier"]
    assert "reduce" in words.roles["change"]
    assert set(words.signs) == set(SIGNS)
    assert words.signs["letters"] > 0 > words.signs["constant"]


def test_your_lists_add_to_ours(tmp_path: Path) -> None:
    """A folder of one's own adds rows."""
    (tmp_path / "general").mkdir()
    (tmp_path / "general" / "units.csv").write_text("unit,forms,measure,note\nknots,knot;knots,speed,\n", "utf-8")
    assert read_claim_words([find_shipped("lexicons"), tmp_path]).units["knots"].measure == "speed"


@pytest.mark.parametrize(
    ("name", "rows", "wrong"),
    [
        ("units", "unit,forms,measure,note\nknots,knot,swiftness,\n", "measure: 'swiftness' is not allowed"),
        ("number_words", "word,kind,value,note\nmyriad,number,many,\n", "value: 'many' is no number"),
        ("claim_signs", "sign,weight,note\nmood,1,\n", "sign: 'mood' is not allowed"),
        ("vague_amounts", "phrase,low,high,note\nheaps of,x,,\n", "low: 'x' is no number"),
    ],
)
def test_faults_name_file_and_value(name: str, rows: str, wrong: str, tmp_path: Path) -> None:
    """A wrong cell is told with its line and what is allowed."""
    (tmp_path / "general").mkdir()
    path = tmp_path / "general" / f"{name}.csv"
    path.write_text(rows, "utf-8")
    with pytest.raises(FramingError) as caught:
        read_claim_words([find_shipped("lexicons"), tmp_path])
    assert any(fault.place == str(path) and fault.line == 2 and wrong in fault.what for fault in caught.value.faults)
