"""Frame by voice by outlet, with the evidence of every count, and scores in the words of each group of sources."""

from typing import Final, NamedTuple

from framing.analysis.scores import MIN_EVIDENCE, TOO_LITTLE
from framing.comparison.comparison import Comparison
from framing.comparison.frame_voices import COUNTS, place_piece
from framing.comparison.sources import NAMED, SOURCE_KINDS, name_speaker
from framing.report.labels import letter_axes, name_articles
from framing.report.notes import make_notes
from framing.report.places import name_place
from framing.report.plain import iter_columns
from framing.report.words import say_count, say_group, say_interval, say_number
from framing.text.zone_names import NAMES, SCORED
from framing.topics.frame import Axis
from framing.topics.source_words import ANONYMOUS

HEADS: Final = {
    "Own voice": ("own",),
    "Named sources": ("named",),
    "Unnamed people": ("anonymous",),
    "Unclear source": ("unclear",),
    "Held off or denied": ("distanced", "denied"),
}
"""The columns of the page, and which counts each takes together; the last one does not count in any score."""
COUNTED: Final = tuple(HEADS)[:-1]
"""The columns that count, own voice first."""
NO_GROUP: Final = [name_speaker("", kind) for kind in SOURCE_KINDS if kind not in (NAMED, ANONYMOUS)]
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
    """The counts of one pole in one article, and what can be said of them in words ("" for too few)."""

    label: str
    side: str
    pole: str
    cells: list[FrameCell]
    told: str

    @property
    def said(self) -> str:
        """The counts as a sentence of its own, "" for too few."""
        return f"{self.label}: “{self.pole}” {self.told}." if self.told else ""

    @property
    def n(self) -> int:
        """How many pieces of evidence count."""
        return sum(cell.n for cell in self.cells if cell.head in COUNTED)

    @property
    def n_own(self) -> int:
        """How many of them stand in the outlet's own voice."""
        return next(cell.n for cell in self.cells if cell.head == COUNTED[0])

    @property
    def signs(self) -> str:
        """A sign for each piece that counts: filled in own voice, open in the words of others; the own ones stand next to the other pole."""
        signs = "●" * self.n_own + "○" * (self.n - self.n_own)
        return signs[::-1] if self.side == "left" else signs


class FrameTable(NamedTuple):
    """One axis: its letter, the axis, a row for each article and pole that has evidence, and where it stands."""

    letter: str
    axis: Axis
    rows: list[FrameRow]
    anchor: str

    @property
    def told(self) -> list[tuple[str, FrameRow | None, FrameRow | None]]:
        """The articles that have enough evidence for a pole: label, and the row of each pole, None where it has none."""
        rows = {(row.label, row.side): row for row in self.rows if row.n}
        labels = dict.fromkeys(row.label for row in self.rows if row.told)
        return [(label, rows.get((label, "left")), rows.get((label, "right"))) for label in labels]


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
    table = table[table[COUNTS].any(axis=1)]
    for axis_id, (letter, axis) in letter_axes(comparison).items():
        rows = []
        for pole_id, article, *found in iter_columns(table[table["axis"] == axis_id], "pole", "article", *COUNTS):
            side, pole = ("left", axis.left) if pole_id == axis.left.pole_id else ("right", axis.right)
            counts = dict(zip(COUNTS, found, strict=True))
            notes = {name: places.get((axis_id, pole_id, article, name), []) for name in COUNTS}
            cells = [
                FrameCell(head, sum(counts[name] for name in names), [one for name in names for one in notes[name]])
                for head, names in HEADS.items()
            ]
            rows.append(FrameRow(labels[article], side, pole.label, cells, say_voices(counts)))
        tables.append(FrameTable(letter, axis, rows, name_place("voices", axis_id)))
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


def say_voices(counts: dict[str, int]) -> str:
    """Say how often a pole stands in whose voice, "" where there is too little evidence.

    >>> say_voices({"own": 7, "named": 0, "anonymous": 1, "unclear": 0})
    '7 times in its own voice, once from unnamed people, never from a named source'
    """
    if sum(counts[name] for name in ("own", *WHOSE)) < MIN_EVIDENCE:
        return ""
    said = [f"{say_times(counts['own'])} in its own voice"]
    said += [f"{say_times(counts[name])} {one if counts[name] == 1 else many}" for name, (one, many) in WHOSE.items() if counts[name]]
    if not counts["named"] and not counts["unclear"]:
        said.append("never from a named source")
    return ", ".join(said)


def say_times(n: int) -> str:
    """Say how often.

    >>> say_times(0), say_times(1), say_times(2), say_times(7)
    ('never', 'once', 'twice', '7 times')
    """
    return ("never", "once", "twice")[n] if n < 3 else say_count(n, "time")


def make_group_scores(comparison: Comparison) -> tuple[list[GroupScore], int]:
    """Return the scores of groups that have enough evidence, those of all articles together first, and how many have too little.

    Pronouns, documents and sources that are nobody's name are no group, and stand in the table only.
    """
    table, labels, axes = comparison.tables["group_scores"], name_articles(comparison), letter_axes(comparison)
    table = table[~table["group"].isin(NO_GROUP)]
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
