"""Terms whose alternatives cannot be meant as they are read."""

from collections.abc import Callable
from pathlib import Path

import pytest

from framing.topics.alternatives import check_alternatives, find_misread
from framing.topics.general import General

HEADER = "axis,pole,term,weight,inflect,target,denied,note,source\n"


@pytest.mark.parametrize(
    "term",
    ["borne out|proved right|proven right", "heat death|related death|wave death", "all US|American US|American forces", "broke|break|broke law"],
)
def test_alternatives_cut_at_their_blanks_are_found(term: str) -> None:
    """A word that two phrases end on, or that is given twice, shows that phrases were meant where words are read."""
    assert "join an alternative of several words with _" in find_misread(term)


@pytest.mark.parametrize(
    "term",
    ["march|rally on|in streets|squares", "fight against ISIS|IS is|was over", "borne_out|proved_right", "foreign|combat troops|combat|bases", "a a"],
)
def test_alternatives_of_single_words_pass(term: str) -> None:
    """Places that share a word further down, a word in capitals beside a small one, and joined words are right."""
    assert find_misread(term) == ""


def test_the_fault_names_file_row_and_term(write_topic: Callable[..., Path]) -> None:
    """What is wrong stands with its file, its line and the term as written."""
    folder = write_topic(terms=HEADER + "# note,,,,,,,,\nworth,gift,sea wall|river wall,0.8,noun,free,void,,own\n") / "topics" / "harbour"
    faults = check_alternatives(folder)
    assert [(Path(fault.place).name, fault.line) for fault in faults] == [("terms.csv", 3)]
    assert "'sea wall|river wall'" in faults[0].what


def test_joined_words_are_found_with_blanks_and_dots(general: General) -> None:
    """An underscore in a term is a blank in the text, beside words in capitals too."""
    pattern = general.grammar.read_pattern("US_led|foreign invasion")
    assert {form.words for form in pattern.parts[0]} >= {"US led invasion", "U.S. led invasion", "foreign invasion"}
