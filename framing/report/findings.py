"""What the figures show: verdicts carried by evidence, in words, each with what would change it."""

from typing import Final, NamedTuple

import pandas as pd

from framing.analysis.scores import MIXED, TOO_LITTLE, VOICE_SETS
from framing.comparison.comparison import Comparison
from framing.comparison.differences import NO_DIFFERENCE
from framing.report.labels import letter_axes, name_articles
from framing.report.places import name_place
from framing.report.plain import iter_columns
from framing.report.words import cut_short, say_difference, say_flip, say_outcomes, say_side

MOST_FLIPS: Final = 12
FIRST_FLIPS: Final = 2
MOST_TEXTS: Final = 3
LONGEST_SENTENCE: Final = 120
HOLDS: Final = "No single term, sentence or voice, left out, would reverse it or take its verdict away."
Key = tuple[str, str, frozenset[str]]


class Finding(NamedTuple):
    """One verdict carried by evidence: axis' letter, voice, the sentence that says it, what would change it, and where it stands.

    `figure` is the bias, or the difference of the second of `articles` from the first; `low` and `high` are its interval.
    """

    letter: str
    voice: str
    text: str
    flips: tuple[str, ...]
    anchor: str
    axis_id: str
    articles: tuple[str, ...]
    figure: float
    low: float
    high: float

    @property
    def holds(self) -> bool:
        """Whether nothing that was left out would change it."""
        return self.flips == (HOLDS,)

    @property
    def first_flips(self) -> tuple[str, ...]:
        """What would change it, the first of it."""
        return self.flips[:FIRST_FLIPS]

    @property
    def further_flips(self) -> tuple[str, ...]:
        """The rest of what would change it."""
        return self.flips[FIRST_FLIPS:]

    @property
    def strength(self) -> float:
        """How far the interval stays away from 0."""
        return min(abs(self.low), abs(self.high))


class Tally(NamedTuple):
    """How the comparisons of two articles came out on one axis, in words, for each voice."""

    letter: str
    label: str
    voices: list[str]


def find_sides(comparison: Comparison) -> list[Finding]:
    """Return the articles that stand on a side of an axis, over headline and body; told once where two voices rest on the same evidence."""
    scores, flips = comparison.tables["scores"], group_flips(comparison)
    labels, axes = name_articles(comparison), letter_axes(comparison)
    found = []
    shown = scores[(scores["zone"] == "all") & ~scores["verdict"].isin([TOO_LITTLE, MIXED])]
    shown = shown.drop_duplicates(["article", "axis", "bias", "low", "high"])
    for article, axis_id, voice, *figures in iter_columns(shown, "article", "axis", "voice", "bias", "low", "high"):
        letter, axis = axes[axis_id]
        text = say_side(labels[article], axis, voice, figures[0], (figures[1], figures[2]))
        said, anchor = say_flips(flips, (axis_id, voice, frozenset([article]))), name_place("finding", axis_id, voice, article)
        found.append(Finding(letter, voice, text, said, anchor, axis_id, (article,), *figures))
    return sort_findings(found)


def find_differences(comparison: Comparison) -> list[Finding]:
    """Return the differences between articles whose interval leaves out 0; told once where two voices rest on the same evidence."""
    table, flips = comparison.tables["differences"], group_flips(comparison)
    labels, axes = name_articles(comparison), letter_axes(comparison)
    found = []
    shown = table[~table["verdict"].isin([TOO_LITTLE, NO_DIFFERENCE])]
    shown = shown.drop_duplicates(["axis", "article_a", "article_b", "difference", "low", "high"])
    names = ("axis", "voice", "article_a", "article_b", "difference", "low", "high")
    for axis_id, voice, first, second, *figures in iter_columns(shown, *names):
        letter, axis = axes[axis_id]
        text = say_difference((labels[first], labels[second]), axis, voice, figures[0], (figures[1], figures[2]))
        said = say_flips(flips, (axis_id, voice, frozenset([first, second])))
        anchor = name_place("finding", axis_id, voice, first, second)
        found.append(Finding(letter, voice, text, said, anchor, axis_id, (first, second), *figures))
    return sort_findings(found)


def sort_findings(found: list[Finding]) -> list[Finding]:
    """Put findings in order of axis, then voice; within both the order of the table stays."""
    return sorted(found, key=lambda one: (len(one.letter), one.letter, list(VOICE_SETS).index(one.voice)))


def group_flips(comparison: Comparison) -> dict[Key, list[str]]:
    """Return the sentences on what turns each finding, by axis, voice and the articles it is about; terms as they stand in those articles."""
    texts = find_matched(comparison)
    found: dict[Key, list[str]] = {}
    names = ("axis", "voice", "article_a", "article_b", "left_out", "what", "before", "after", "effect")
    for axis_id, voice, first, second, kind, what, *result in iter_columns(comparison.tables["flips"], *names):
        articles = [article for article in (first, second) if article]
        if kind == "term":
            own = dict.fromkeys(text for article in articles for text in texts.get((axis_id, article, what), []))
            what = "”, “".join([*list(own)[:MOST_TEXTS], *(["…"] if len(own) > MOST_TEXTS else [])]) or what
        elif kind == "sentence":
            what = cut_short(" ".join(what.split()), LONGEST_SENTENCE)
        found.setdefault((axis_id, voice, frozenset(articles)), []).append(say_flip(kind, what, *result))
    return found


def find_matched(comparison: Comparison) -> dict[tuple[str, str, str], list[str]]:
    """Return the words each term of the lexicon was found in, by axis, article and term, in small letters."""
    found: dict[tuple[str, str, str], list[str]] = {}
    evidence: pd.DataFrame = comparison.tables["evidence"]
    for axis_id, article, term, text in iter_columns(evidence, "axis", "article", "term", "text"):
        found.setdefault((axis_id, article, term), []).append(" ".join(text.split()).lower())
    return found


def say_flips(flips: dict[Key, list[str]], key: Key) -> tuple[str, ...]:
    """Say what turns a finding; where very many things do, the first of them and how many more."""
    said = flips.get(key, [])
    if not said:
        return (HOLDS,)
    more = len(said) - MOST_FLIPS
    return (*said[:MOST_FLIPS], *([f"and {more} more in the table flips"] if more > 0 else []))


def count_verdicts(comparison: Comparison) -> list[Tally]:
    """Count how the comparisons of two articles came out, by axis and voice."""
    table = comparison.tables["differences"]
    tallies = []
    for axis_id, (letter, axis) in letter_axes(comparison).items():
        own = table[table["axis"] == axis_id]
        said = [say_outcomes(*count_outcomes(own[own["voice"] == voice]["verdict"].tolist())) for voice in VOICE_SETS]
        tallies.append(Tally(letter, axis.label, said))
    return tallies


def count_outcomes(verdicts: list[str]) -> tuple[int, int, int]:
    """Count the verdicts that name a pole, show no difference, and have too little evidence."""
    no_difference, too_little = verdicts.count(NO_DIFFERENCE), verdicts.count(TOO_LITTLE)
    return len(verdicts) - no_difference - too_little, no_difference, too_little
