"""Frame by voice by outlet, with the evidence of every count, and scores in the words of each group of sources."""

from typing import Final, NamedTuple

from framing.analysis.scores import MIN_EVIDENCE, TOO_LITTLE
from framing.comparison.comparison import Comparison
from framing.comparison.frame_voices import COUNTS, place_piece
from framing.report.labels import letter_axes, name_articles
from framing.report.notes import make_notes
from framing.report.plain import iter_columns
from framing.report.words import say_count, say_group, say_interval, say_number
from framing.text.zone_names import NAMES, SCORED
from framing.topics.frame import Axis

HEADS: Final = ("Own voice", "Named sources", "Unnamed people", "Unclear source", "Arm’s length", "Denied")
WHOSE: Final = {
    "named": ("from a named source", "from named sources"),
    "anonymous": ("from unnamed people", "from unnamed people"),
    "unclear": ("from a pronoun, a document or nobody", "from pronouns, documents or nobody"),
}


class FrameCell(NamedTuple):
    """One count, with the numbers of its notes."""

    head: str
    n: int
    notes: list[int]


class FrameRow(NamedTuple):
    """The counts of one pole in one article."""

    label: str
    side: str
    pole: str
    cells: list[FrameCell]

    @property
    def n(self) -> int:
        """How many pieces count."""
        return sum(cell.n for cell in self.cells[:4])


class FrameTable(NamedTuple):
    """One axis: its letter, the axis, what can be said in a sentence, and a row for each article and pole that has evidence."""

    letter: str
    axis: Axis
    said: list[str]
    rows: list[FrameRow]


class GroupScore(NamedTuple):
    """The score of a group's words: axis' letter, whose article ("" for all together), group, figure, interval, verdict, n."""

    letter: str
    label: str
    group: str
    figure: str
    interval: str
    verdict: str
    n: int


def make_frame_tables(comparison: Comparison) -> list[FrameTable]:
    """Make the table of every axis; counts come from the evidence of headline and body."""
    places, labels = place_notes(comparison), name_articles(comparison)
    table, tables = comparison.tables["frame_voices"], []
    for axis_id, (letter, axis) in letter_axes(comparison).items():
        rows = []
        for pole_id, article, *counts in iter_columns(table[table["axis"] == axis_id], "pole", "article", *COUNTS):
            side, pole = ("left", axis.left) if pole_id == axis.left.pole_id else ("right", axis.right)
            key = axis_id, pole_id, article
            cells = [FrameCell(head, n, places.get((*key, name), [])) for head, name, n in zip(HEADS, COUNTS, counts, strict=True)]
            if sum(counts):
                rows.append(FrameRow(labels[article], side, pole.label, cells))
        order = list(labels.values())
        rows.sort(key=lambda row: (order.index(row.label), row.side))
        tables.append(FrameTable(letter, axis, [say_frame(row) for row in rows if row.n >= MIN_EVIDENCE], rows))
    return tables


def place_notes(comparison: Comparison) -> dict[tuple[str, str, str, str], list[int]]:
    """Return the numbers of the notes behind every count: by axis, pole, article and column."""
    numbers = {(note.article, note.number): note for own in make_notes(comparison).values() for note in own}
    read = [NAMES[code] for code in SCORED["all"]]
    found: dict[tuple[str, str, str, str], list[int]] = {}
    names = ("axis", "pole", "article", "voice", "source_kind", "stance", "weight", "zone")
    for number, (axis, pole, article, voice, kind, stance, weight, zone) in enumerate(iter_columns(comparison.tables["evidence"], *names), 1):
        if zone in read and (article, number) in numbers:
            found.setdefault((axis, pole, article, place_piece(voice, kind, stance, weight)), []).append(number)
    return found


def say_frame(row: FrameRow) -> str:
    """Say in a sentence in whose voice a pole stands in an article."""
    counts = dict(zip(COUNTS, [cell.n for cell in row.cells], strict=True))
    said = [f"{say_times(counts['own'])} in its own voice"]
    said += [f"{say_times(counts[name])} {one if counts[name] == 1 else many}" for name, (one, many) in WHOSE.items() if counts[name]]
    if not counts["named"] and not counts["unclear"]:
        said.append("never from a named source")
    return f"{row.label}: “{row.pole}” " + ", ".join(said) + "."


def say_times(n: int) -> str:
    """Say how often.

    >>> say_times(0), say_times(1), say_times(7)
    ('never', 'once', '7 times')
    """
    return ("never", "once")[n] if n < 2 else say_count(n, "time")


def make_group_scores(comparison: Comparison) -> tuple[list[GroupScore], int]:
    """Return the scores of groups that have enough evidence, those of all articles together first, and how many have too little."""
    table, labels, axes = comparison.tables["group_scores"], name_articles(comparison), letter_axes(comparison)
    shown = table[table["verdict"] != TOO_LITTLE]
    rows = []
    for axis_id, article, group, bias, low, high, verdict, n in iter_columns(
        shown, "axis", "article", "group", "bias", "low", "high", "verdict", "n"
    ):
        letter, axis = axes[axis_id]
        said = {axis.left.pole_id: axis.left.label, axis.right.pole_id: axis.right.label}.get(verdict, verdict)
        rows.append(GroupScore(letter, labels.get(article, ""), say_group(group), say_number(bias), say_interval(low, high), said, n))
    rows.sort(key=lambda row: (row.letter, row.label != "", row.group, row.label))
    return rows, len(table) - len(shown)
