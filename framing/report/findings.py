"""What the figures show: verdicts carried by evidence, in words, each with what would turn it round."""

from collections.abc import Iterator
from typing import Final, NamedTuple

import pandas as pd

from framing.analysis.scores import MIXED, TOO_LITTLE, VOICE_SETS
from framing.comparison.comparison import Comparison
from framing.comparison.differences import NO_DIFFERENCE
from framing.report.labels import letter_axes, name_articles
from framing.report.words import say_difference, say_flip, say_side

MOST_FLIPS: Final = 6
HOLDS: Final = "No single term, sentence or voice turns it."
Key = tuple[str, str, frozenset[str]]


class Finding(NamedTuple):
    """One verdict carried by evidence: its axis' letter, its voice, the sentence that says it, and what would turn it."""

    letter: str
    voice: str
    text: str
    flips: tuple[str, ...]


class Tally(NamedTuple):
    """How the comparisons of one axis and voice came out."""

    letter: str
    label: str
    voice: str
    shown: int
    not_shown: int
    too_little: int


def find_sides(comparison: Comparison) -> list[Finding]:
    """Return the articles that stand on a side of an axis, over headline and body."""
    scores, flips = comparison.tables["scores"], group_flips(comparison.tables["flips"])
    labels, axes = name_articles(comparison), letter_axes(comparison)
    found = []
    for row in scores[(scores["zone"] == "all") & ~scores["verdict"].isin([TOO_LITTLE, MIXED])].itertuples():
        letter, axis = axes[str(row.axis)]
        text = say_side(labels[str(row.article)], axis, str(row.voice), float(row.bias), (float(row.low), float(row.high)))
        found.append(Finding(letter, str(row.voice), text, say_flips(flips, (str(row.axis), str(row.voice), frozenset([row.article])))))
    return sort_findings(found)


def find_differences(comparison: Comparison) -> list[Finding]:
    """Return the differences between articles whose interval leaves out 0."""
    table, flips = comparison.tables["differences"], group_flips(comparison.tables["flips"])
    labels, axes = name_articles(comparison), letter_axes(comparison)
    found = []
    for row in table[~table["verdict"].isin([TOO_LITTLE, NO_DIFFERENCE])].itertuples():
        letter, axis = axes[str(row.axis)]
        pair = labels[str(row.article_a)], labels[str(row.article_b)]
        text = say_difference(pair, axis, str(row.voice), float(row.difference), (float(row.low), float(row.high)))
        key = str(row.axis), str(row.voice), frozenset([row.article_a, row.article_b])
        found.append(Finding(letter, str(row.voice), text, say_flips(flips, key)))
    return sort_findings(found)


def sort_findings(found: list[Finding]) -> list[Finding]:
    """Put findings in order of axis, then voice; within both the order of the table stays."""
    return sorted(found, key=lambda one: (len(one.letter), one.letter, list(VOICE_SETS).index(one.voice)))


def group_flips(flips: pd.DataFrame) -> dict[Key, list[str]]:
    """Return the sentences on what turns each finding, by axis, voice and the articles it is about."""
    found: dict[Key, list[str]] = {}
    for row in flips.itertuples():
        articles = frozenset(str(article) for article in (row.article_a, row.article_b) if article)
        said = say_flip(str(row.left_out), str(row.what), float(row.before), float(row.after))
        found.setdefault((str(row.axis), str(row.voice), articles), []).append(said)
    return found


def say_flips(flips: dict[Key, list[str]], key: Key) -> tuple[str, ...]:
    """Say what turns a finding; where many things do, the first of them and how many more."""
    said = flips.get(key, [])
    if not said:
        return (HOLDS,)
    more = len(said) - MOST_FLIPS
    return (*said[:MOST_FLIPS], *([f"{more} more would turn it; see the table flips."] if more > 0 else []))


def count_verdicts(comparison: Comparison) -> list[Tally]:
    """Count how the comparisons of two articles came out, by axis and voice."""
    table = comparison.tables["differences"]
    return [
        Tally(letter, axis.label, voice, *count_outcomes(table[(table["axis"] == axis_id) & (table["voice"] == voice)]["verdict"]))
        for axis_id, (letter, axis) in letter_axes(comparison).items()
        for voice in VOICE_SETS
    ]


def count_outcomes(verdicts: "pd.Series[str]") -> Iterator[int]:
    """Yield how many verdicts name a pole, show no difference, and have too little evidence."""
    no_difference, too_little = int((verdicts == NO_DIFFERENCE).sum()), int((verdicts == TOO_LITTLE).sum())
    yield from (len(verdicts) - no_difference - too_little, no_difference, too_little)
