"""Findings in words: only what the evidence carries, each with its flip test."""

from dataclasses import replace

import pandas as pd
import pytest

from framing.comparison.comparison import Comparison
from framing.comparison.differences import COLUMNS as DIFFERENCES
from framing.comparison.flips import COLUMNS as FLIPS
from framing.report.findings import HOLDS, count_verdicts, find_differences, find_sides
from framing.report.words import say_flip, say_number

NAN = float("nan")


@pytest.fixture
def told(compared: Comparison) -> Comparison:
    """A comparison with one difference that a sentence would turn, one that is not shown, one with too little evidence."""
    a, b, c = (article.article_id for article in compared.articles[:3])
    differences = pd.DataFrame(
        [
            ("presence", "own", a, b, -0.8, -1.3, -0.2, "towards partnership", 0),
            ("presence", "all", a, b, -0.8, -1.3, -0.2, "towards partnership", 0),
            ("presence", "own", a, c, 0.1, -0.5, 0.7, "no difference shown", 0),
            ("presence", "own", b, c, NAN, NAN, NAN, "too little evidence", 0),
        ],
        columns=DIFFERENCES,
    )
    flips = pd.DataFrame([("presence", "own", b, a, "term", "partner", -1, 0.8, -0.1, "reversed")], columns=FLIPS)
    return replace(compared, tables={**compared.tables, "differences": differences, "flips": flips})


def test_only_shown_differences_are_told(told: Comparison) -> None:
    """A difference whose interval leaves out 0 is told once, with its flip, whichever way round the pair stands."""
    (finding,) = find_differences(told)
    outlets = [article.outlet for article in told.articles]
    assert finding.text == (
        f"{outlets[1]} stands nearer to Partnership than {outlets[0]}, in their own voice, by 0.80 (95 % interval 0.20 to 1.30)."
    )
    assert finding.flips == ("Without the words “partners”, +0.80 would become −0.10.",)


def test_rest_is_counted(told: Comparison) -> None:
    """What is not shown is counted by axis and voice."""
    tally = count_verdicts(told)[0]
    assert tally.voices[0] == "1 shown, 1 no difference shown, 1 with too little evidence"


def test_finding_without_flip_holds(told: Comparison) -> None:
    """A finding that nothing turns says so."""
    empty = told.tables["flips"].iloc[:0]
    (finding,) = find_differences(replace(told, tables={**told.tables, "flips": empty}))
    assert finding.flips == (HOLDS,)


def test_sides_follow_the_verdicts(compared: Comparison) -> None:
    """As many sides are told as scores name a pole, those on the same evidence once."""
    scores = compared.scores[compared.scores["zone"] == "all"]
    shown = scores[~scores["verdict"].isin(["no side", "too little evidence"])]
    assert len(find_sides(compared)) == len(shown.drop_duplicates(["article", "axis", "bias", "low", "high"]))


@pytest.mark.parametrize(("value", "said"), [(-0.004, "0.00"), (0.5, "+0.50"), (-1.0, "−1.00")])
def test_numbers(value: float, said: str) -> None:
    """Figures carry their sign, except what rounds to 0."""
    assert say_number(value) == said


def test_flip_that_leaves_nothing() -> None:
    """Where leaving out a voice takes all evidence away, that is what is said."""
    assert say_flip("voice", "own", 0.5, NAN, "reversed") == "Without the words in own voice, no evidence would be left."
