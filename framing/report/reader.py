"""The texts side by side: each article by zones, its evidence marked where it stands and explained right below its paragraph."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final, NamedTuple, Protocol, TypeVar

from markupsafe import Markup

from framing.comparison.comparison import Comparison
from framing.errors import make_error
from framing.report.claims import find_shown_claims
from framing.report.labels import name_articles
from framing.report.marking import Sign, mark_passage
from framing.report.markup import name_language
from framing.report.notes import Note, make_notes
from framing.report.passages import cut_passage, read_texts
from framing.report.places import name_anchor, name_article, name_claims
from framing.report.plain import iter_columns
from framing.report.stretches import Stretch, find_stretches
from framing.report.words import cut_short

QUIET: Final = {"dateline": "dateline", "byline": "byline", "section": "section label", "furniture": "page furniture"}
HEADS: Final = ("headline", "standfirst")
LONGEST_SAID: Final = 60


class Spoken(NamedTuple):
    """A stretch in somebody else's words: how it opens, and whose words they are by which reporting word."""

    opening: str
    whose: str


class Told(NamedTuple):
    """A claim of a paragraph that others tell too: its id, and (article, row in the table of claims) of each other telling."""

    claim: str
    elsewhere: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Passage:
    """One paragraph or line of an article: zone, anchor, markup, the same without anchors (to show it again), and what explains its marks."""

    zone: str
    anchor: str
    markup: Markup
    again: Markup
    notes: tuple[Note, ...]
    spoken: tuple[Spoken, ...]
    told: tuple[Told, ...]
    is_quiet: bool


@dataclass(frozen=True)
class Block:
    """Passages that stand together: one that is read, or several that are set apart."""

    is_quiet: bool
    label: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True)
class Column:
    """One article as a column of the reader."""

    article: str
    anchor: str
    label: str
    language: str
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]

    @property
    def heads(self) -> tuple[Passage, ...]:
        """Headline and standfirst."""
        return tuple(passage for block in self.blocks for passage in block.passages if passage.zone in HEADS and not passage.is_quiet)


class Row(NamedTuple):
    """One telling of a claim that several articles tell: its row in the table of claims, where it stands, its claim."""

    row: int
    start: int
    end: int
    claim: str
    is_shared: bool


class Placed(Protocol):
    """Anything that stands in a text."""

    @property
    def start(self) -> int:
        """Where it starts."""

    @property
    def end(self) -> int:
        """Where it ends."""


Thing = TypeVar("Thing", bound=Placed)


def make_columns(comparison: Comparison) -> list[Column]:
    """Make a column for every article; raises FramingError where a passage is not verbatim or a piece of evidence has no place."""
    labels, notes, stretches, rows = name_articles(comparison), make_notes(comparison), find_stretches(comparison), list_tellings(comparison)
    maker = PassageMaker(comparison, labels, rows)
    columns = []
    for article in comparison.articles:
        own = notes[article.article_id]
        passages = maker.make_passages(article.article_id, own, stretches[article.article_id])
        placed = {note.number for passage in passages for note in passage.notes}
        if len(placed) != len(own):
            lost = next(note for note in own if note.number not in placed)
            raise make_error(article.article_id, f"evidence {lost.start}:{lost.end} lies in no paragraph: {lost.text!r}")
        anchor, language = name_article(article.article_id), name_language(article.language)
        columns.append(Column(article.article_id, anchor, labels[article.article_id], language, join_quiet(passages), tuple(own)))
    return columns


def list_tellings(comparison: Comparison) -> dict[str, list[Row]]:
    """Return the tellings of every article, in order of place."""
    table = comparison.tables["claims"]
    found: dict[str, list[Row]] = {article.article_id: [] for article in comparison.articles}
    columns = iter_columns(table, "article", "start", "end", "claim", "articles")
    for row, (article, start, end, claim, n) in zip(table.index.tolist(), columns, strict=True):
        found[article].append(Row(row, start, end, claim, n > 1))
    return {article: sorted(own, key=lambda one: one.start) for article, own in found.items()}


class PassageMaker:
    """Makes the passages of articles from what is known of all of them."""

    def __init__(self, comparison: Comparison, labels: dict[str, str], rows: dict[str, list[Row]]) -> None:
        self.texts, self.zones, self.rows = read_texts(comparison), comparison.tables["zones"], rows
        self.shown, self.anchors = find_shown_claims(comparison), name_claims(comparison)
        self.elsewhere: dict[str, list[tuple[str, str, int]]] = {}
        for article, own in rows.items():
            for one in own:
                if one.is_shared:
                    self.elsewhere.setdefault(one.claim, []).append((article, labels[article], one.row))

    def make_passages(self, article: str, notes: Sequence[Note], stretches: Sequence[Stretch]) -> list[Passage]:
        """Make the passages of an article, in order of place."""
        own, text = self.zones[self.zones["article"] == article], self.texts[article]
        places = list(iter_columns(own, "start", "end"))
        notes_at, over_at, rows_at = spread(notes, places), spread(stretches, places), spread(self.rows[article], places)
        found = []
        for number, (start, end, zone, words, copy) in enumerate(iter_columns(own, "start", "end", "zone", "text", "copy")):
            cut_passage(self.texts, article, start, end, words)
            over, rows = over_at[number], [one for one in rows_at[number] if one.start >= start]
            inside = tuple(note for note in notes_at[number] if start <= note.start and note.end <= end)
            within = [one._replace(start=max(start, one.start), end=min(end, one.end)) for one in over]
            signs = [self.make_sign(one) for one in rows]
            markup = mark_passage(text, (start, end), inside, within, signs=signs)
            again = mark_passage(text, (start, end), inside, within, anchors=False) if zone in HEADS else Markup("")
            spoken = tuple(dict.fromkeys(explain(text, one) for one in over if one.title and one.start >= start))
            told = self.find_told(article, rows)
            anchor = name_anchor(article, start)
            found.append(Passage(zone, anchor, markup, again, inside, spoken, told, zone in QUIET or copy))
        return found

    def make_sign(self, one: Row) -> Sign:
        """Make the anchor of a telling; those that the table of coverage shows lead back to it by their claim's id."""
        if one.claim in self.shown:
            link = Markup('<a class="told" id="t{}" href="#{}" data-claim="{}" aria-label="claim {}">{}</a>')
            return one.start, link.format(one.row, self.anchors[one.claim], one.claim, one.claim, one.claim)
        return one.start, Markup('<span id="t{}"></span>').format(one.row)

    def find_told(self, article: str, rows: list[Row]) -> tuple[Told, ...]:
        """Return the claims of a passage that others tell too."""
        found = {one.claim: self.elsewhere[one.claim] for one in rows if one.is_shared}
        others = {claim: tuple((label, row) for other, label, row in places if other != article) for claim, places in found.items()}
        return tuple(Told(claim, places) for claim, places in others.items() if places)


def spread(things: Sequence[Thing], places: Sequence[tuple[int, int]]) -> list[list[Thing]]:
    """Return for every place the things that overlap it, in their order; places are in order and do not overlap.

    >>> spread([Stretch(0, 4, "a"), Stretch(3, 9, "b")], [(0, 3), (3, 12)]) == [[(0, 4, "a", "")], [(0, 4, "a", ""), (3, 9, "b", "")]]
    True
    """
    starts = [start for start, _ in places]
    found: list[list[Thing]] = [[] for _ in places]
    for thing in things:
        at = max(bisect_right(starts, thing.start) - 1, 0)
        while at < len(places) and places[at][0] < thing.end:
            if thing.start < places[at][1]:
                found[at].append(thing)
            at += 1
    return found


def explain(text: str, one: Stretch) -> Spoken:
    """Say whose words a stretch is."""
    return Spoken(cut_short(" ".join(text[one.start : one.end].split()), LONGEST_SAID), " ".join(one.title.split()))


def join_quiet(passages: list[Passage]) -> tuple[Block, ...]:
    """Join neighbours that are set apart into one block; every passage that is read is a block of its own."""
    blocks: list[Block] = []
    for is_quiet, group in groupby(passages, key=lambda passage: passage.is_quiet):
        own = tuple(group)
        if is_quiet:
            names = dict.fromkeys(QUIET.get(passage.zone, "second copy") for passage in own)
            blocks.append(Block(True, ", ".join(names), own))
        else:
            blocks += [Block(False, passage.zone, (passage,)) for passage in own]
    return tuple(blocks)
