"""The tables of a report as its pages show them: scores, distinctive and loaded words, repairs and zones set apart."""

from typing import Final, NamedTuple

import pandas as pd

from framing.analysis.scores import TOO_LITTLE, VOICE_SETS
from framing.comparison.comparison import Comparison
from framing.report.figure import FEW_ROWS, FigureRow, Mark
from framing.report.labels import letter_axes, name_articles
from framing.report.passages import cut_passage, read_texts
from framing.report.places import name_place
from framing.report.plain import iter_columns
from framing.report.words import say_interval, say_number, say_repair, say_too_little
from framing.shipped import find_shipped
from framing.topics.common_words import read_common_words
from framing.topics.frame import Axis

MOST_WORDS: Final = 8
EVERYDAY: Final = 0.3
"""A word that stands in so large a share of news articles tells nothing of one."""
LEAST_Z: Final = 1.0
"""Words nearer to what the others use are not shown; the table keyness has them all."""
APART: Final = {
    "caption": "captions",
    "dateline": "datelines",
    "byline": "bylines",
    "section": "section labels",
    "furniture": "page furniture",
}


class ScoreCell(NamedTuple):
    """One score in words: the figure ("" where there is too little evidence), its interval or the reason, verdict, n, intensity."""

    figure: str
    interval: str
    verdict: str
    n: int
    intensity: str


class AxisSection(NamedTuple):
    """One axis: its letter, the axis, the rows of its figure, for each article its label and scores by voice, and where it stands."""

    letter: str
    axis: Axis
    rows: list[FigureRow]
    scores: list[tuple[str, list[ScoreCell]]]
    anchor: str

    @property
    def drawn(self) -> list[FigureRow]:
        """The rows that have a figure; of many those most to the left first."""
        rows = [row for row in self.rows if row.own.is_shown or row.attributed.is_shown]
        return rows if len(rows) <= FEW_ROWS else sorted(rows, key=lambda row: row.own.bias if row.own.is_shown else row.attributed.bias)

    @property
    def undrawn(self) -> list[tuple[str, int, int]]:
        """The articles that have no figure in own nor in attributed voice, with their pieces of evidence in each."""
        return [(row.label, row.own.n, row.attributed.n) for row in self.rows if not (row.own.is_shown or row.attributed.is_shown)]

    @property
    def told(self) -> list[tuple[str, list[ScoreCell]]]:
        """The scores of the articles that have one in some voice."""
        return [(label, cells) for label, cells in self.scores if any(cell.figure for cell in cells)]

    @property
    def without(self) -> list[tuple[str, int]]:
        """The articles that have no figure in any voice, with their pieces of evidence."""
        return [(label, cells[-1].n) for label, cells in self.scores if not any(cell.figure for cell in cells)]


class KeyWord(NamedTuple):
    """One distinctive word of an article: how often it stands there and in the others, and its z score."""

    term: str
    n: int
    n_others: int
    z: str


class LoadedRow(NamedTuple):
    """The loaded words of one article, tone and voice, each with how often it stands there."""

    label: str
    tone: str
    voice: str
    n: int
    words: str


def make_axis_sections(comparison: Comparison) -> list[AxisSection]:
    """Make the section of every axis from the scores over headline and body."""
    scores = comparison.tables["scores"]
    labels = name_articles(comparison)
    sections = []
    for axis_id, (letter, axis) in letter_axes(comparison).items():
        own = scores[(scores["axis"] == axis_id) & (scores["zone"] == "all")]
        found = {(str(row.article), str(row.voice)): row for row in own.itertuples()}
        rows = [
            FigureRow(label, make_mark(found[article, "own"]), make_mark(found[article, "attributed"]))
            for article, label in labels.items()
        ]
        cells = [(label, [make_score_cell(found[article, voice], axis) for voice in VOICE_SETS]) for article, label in labels.items()]
        sections.append(AxisSection(letter, axis, rows, cells, name_place("axis", axis_id)))
    return sections


def make_mark(row: object) -> Mark:
    """Make a figure's mark from a row of the scores."""
    names = ("bias", "low", "high", "n", "n_sentences", "needed")
    return Mark(*(getattr(row, name) for name in names))


def make_score_cell(row: object, axis: Axis) -> ScoreCell:
    """Make a table's cell from a row of the scores."""
    mark, verdict, intensity = make_mark(row), str(row.verdict), f"{row.intensity:.1f}"  # type: ignore[attr-defined]
    if verdict == TOO_LITTLE:
        return ScoreCell("", say_too_little(mark.n, mark.n_sentences, mark.needed), "", mark.n, intensity)
    label = {axis.left.pole_id: axis.left.label, axis.right.pole_id: axis.right.label}.get(verdict, verdict)
    return ScoreCell(say_number(mark.bias), say_interval(mark.low, mark.high), label, mark.n, intensity)


def make_key_words(comparison: Comparison) -> list[tuple[str, list[KeyWord]]]:
    """Return the words each article uses most beyond the others: highest z first, those above 0 only.

    Words that stand in many news articles are left out (the list common_words); the table keyness has them.
    """
    table, common = comparison.tables["keyness"], read_common_words([find_shipped("lexicons")])
    table = table[~table["term"].isin([word for word, share in common.items() if share >= EVERYDAY])]
    found = []
    for article, label in name_articles(comparison).items():
        own = table[(table["article"] == article) & (table["z"] >= LEAST_Z)].head(MOST_WORDS)
        words = [KeyWord(term, n, n_others, f"{z:.1f}") for term, n, n_others, z in iter_columns(own, "term", "count", "others_count", "z")]
        found.append((label, words))
    return found


def make_loaded_rows(comparison: Comparison) -> list[LoadedRow]:
    """Return the loaded words by article, tone and voice, as they stand in the text."""
    texts, table = read_texts(comparison), comparison.tables["loaded"]
    rows = []
    for article, label in name_articles(comparison).items():
        own = table[table["article"] == article]
        for (tone, voice), group in own.groupby(["tone", "voice"], sort=True):
            shown = [cut_passage(texts, article, *row).lower() for row in iter_columns(group, "start", "end", "text")]
            rows.append(LoadedRow(label, str(tone), str(voice), len(group), count_words(shown)))
    return rows


def count_words(shown: list[str]) -> str:
    """Join words in order of place, with how often each stands there where that is more than once."""
    counts = pd.Series(shown).value_counts(sort=False)
    return ", ".join(f"{word} ({counts[word]} times)" if counts[word] > 1 else word for word in dict.fromkeys(shown))


def make_repair_rows(comparison: Comparison) -> list[tuple[str, list[str]]]:
    """Return for each article what was repaired, and what was set apart and does not count."""
    repairs, zones = comparison.tables["repairs"], comparison.tables["zones"]
    rows = []
    for article, label in name_articles(comparison).items():
        own = repairs[repairs["article"] == article]
        said = [f"{say_repair(kind)}: {count:,}" for kind, count in zip(own["kind"], own["count"], strict=True)]
        apart = zones[zones["article"] == article]["zone"].value_counts()
        said += [f"{name} set apart: {apart[zone]:,}" for zone, name in APART.items() if zone in apart.index]
        rows.append((label, said or ["nothing"]))
    return rows
