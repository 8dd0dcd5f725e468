"""What is arguable about each piece of evidence: low weight, hedges, two voices, two ends, findings that hang on it, readings that differ."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import pandas as pd

from framing.classroom.material import Material
from framing.report.plain import iter_columns
from framing.topics.examples import NONE

LOW_WEIGHT: Final = 0.5
STANCES: Final = {"hedged": "hedged: counts half", "denied": "denied", "distanced": "held at arm's length: does not count"}
BOTH_VOICES: Final = "both voices in one sentence"
BOTH_ENDS: Final = "both ends in one sentence"
NO_SIDE: Final = "a second reading sees no side"
CAPTION: Final = "in a caption: shown, not counted"


def find_arguable(material: Material) -> list[list[str]]:
    """Return for each row of the marks what is arguable about it, nothing where nothing is known to be."""
    marks = material.marks
    key = [marks["letter"], marks["sentence"], marks["axis"]]
    voices, ends = (marks.groupby(key)[name].transform("nunique") for name in ("voice", "pole"))
    flips, partings = find_flip_words(material), find_partings(material)
    names = ("weight", "stance", "zone", "letter", "axis", "term", "clean_start")
    rows = zip(iter_columns(marks, *names), voices.tolist(), ends.tolist(), strict=True)
    return [[*judge(row, n_voices > 1, n_ends > 1, flips), *say_partings(row, partings)] for row, n_voices, n_ends in rows]


def judge(row: tuple[object, ...], two_voices: bool, two_ends: bool, flips: pd.DataFrame) -> Iterator[str]:
    """Yield what is arguable about one piece of evidence."""
    weight, stance, zone, letter, axis, term, start = row
    if stance in STANCES:
        yield STANCES[str(stance)]
    elif float(weight) < LOW_WEIGHT:  # type: ignore[arg-type]
        yield f"low weight ({weight:g})"
    if zone == "caption":
        yield CAPTION
    if two_voices:
        yield BOTH_VOICES
    if two_ends:
        yield BOTH_ENDS
    own = flips[(flips["letter"] == letter) & (flips["axis"] == axis)]
    by_term = (own["left_out"] == "term") & (own["what"] == term)
    by_sentence = (own["left_out"] == "sentence") & (own["start"] <= start) & (own["start"] + own["what"].str.len() > start)
    if (by_term | by_sentence).any():
        yield "a figure hangs on it"


def find_partings(material: Material) -> dict[tuple[str, str], list[tuple[int, int, str]]]:
    """Return the sentences in which word list and classifier part, by letter and axis: place in the cleaned text and what the classifier says."""
    letters = {article.article_id: article.letter for article in material.articles}
    readings = material.comparison.tables["readings"]
    found: dict[tuple[str, str], list[tuple[int, int, str]]] = {}
    parted = readings[~readings["agree"].astype(bool)]
    for article, axis, start, end, label in iter_columns(parted, "article", "axis", "start", "end", "classifier_label"):
        found.setdefault((letters[article], axis), []).append((start, end, label))
    return found


def say_partings(row: tuple[object, ...], partings: Mapping[tuple[str, str], Sequence[tuple[int, int, str]]]) -> Iterator[str]:
    """Yield how the classifier reads the sentence of a piece of evidence, where it reads it otherwise than the word list."""
    letter, axis, place = str(row[3]), str(row[4]), int(str(row[6]))
    own = [label for start, end, label in partings.get((letter, axis), ()) if start <= place < end]
    yield from (NO_SIDE if label == NONE else f"a second reading sees {label}" for label in own)


def find_flip_words(material: Material) -> pd.DataFrame:
    """Return the flips of an article's own side (not of differences between two), with its letter."""
    flips = material.comparison.tables["flips"]
    letters = {article.article_id: article.letter for article in material.articles}
    own = flips[flips["article_b"] == ""]
    return own.assign(letter=own["article_a"].map(letters))
