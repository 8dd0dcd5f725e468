"""The texts side by side: each article by zones, its evidence marked where it stands and explained below."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Final

from markupsafe import Markup

from framing.comparison.comparison import Comparison
from framing.errors import make_error
from framing.report.claims import find_shown_claims
from framing.report.labels import name_articles
from framing.report.markup import name_language, show
from framing.report.notes import Note, make_notes
from framing.report.passages import cut_passage, read_texts
from framing.report.places import name_anchor
from framing.report.plain import iter_columns
from framing.report.stretches import Stretch, find_stretches

QUIET: Final = {"dateline": "dateline", "byline": "byline", "section": "section label", "furniture": "page furniture"}
HEADS: Final = ("headline", "standfirst")
Sign = tuple[int, Markup]
"""A place in a text and what is put before it."""


@dataclass(frozen=True)
class Passage:
    """One paragraph or line of an article: zone, anchor, markup, the same without anchors (to show it again), the notes whose words stand in it."""

    zone: str
    anchor: str
    markup: Markup
    again: Markup
    notes: tuple[Note, ...]
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
    label: str
    language: str
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]

    @property
    def heads(self) -> tuple[Passage, ...]:
        """Headline and standfirst."""
        return tuple(passage for block in self.blocks for passage in block.passages if passage.zone in HEADS and not passage.is_quiet)


def make_columns(comparison: Comparison) -> list[Column]:
    """Make a column for every article; raises FramingError where a passage is not verbatim or a piece of evidence has no place."""
    labels, notes, stretches = name_articles(comparison), make_notes(comparison), find_stretches(comparison)
    columns = []
    for number, article in enumerate(comparison.articles, 1):
        own = notes[article.article_id]
        passages = make_passages(comparison, number, own, stretches[article.article_id])
        placed = {note.number for passage in passages for note in passage.notes}
        if len(placed) != len(own):
            lost = next(note for note in own if note.number not in placed)
            raise make_error(article.article_id, f"evidence {lost.start}:{lost.end} lies in no paragraph: {lost.text!r}")
        language = name_language(article.language)
        columns.append(Column(article.article_id, labels[article.article_id], language, join_quiet(passages), tuple(own)))
    return columns


def make_passages(comparison: Comparison, number: int, notes: list[Note], stretches: list[Stretch]) -> list[Passage]:
    """Make the passages of an article, the number of which counts from 1, in order of place."""
    article = comparison.articles[number - 1].article_id
    texts, zones, signs = read_texts(comparison), comparison.tables["zones"], make_signs(comparison, article)
    found = []
    own = zones[zones["article"] == article]
    for start, end, zone, text, copy in iter_columns(own, "start", "end", "zone", "text", "copy"):
        cut_passage(texts, article, start, end, text)
        inside = tuple(note for note in notes if start <= note.start and note.end <= end)
        within = [one._replace(start=max(start, one.start), end=min(end, one.end)) for one in stretches if one.start < end and one.end > start]
        own_signs = [sign for sign in signs if start <= sign[0] < end]
        markup = mark_passage(texts[article], (start, end), inside, within, signs=own_signs)
        again = mark_passage(texts[article], (start, end), inside, within, anchors=False)
        found.append(Passage(zone, name_anchor(number, start), markup, again, inside, zone in QUIET or copy))
    return found


def make_signs(comparison: Comparison, article: str) -> list[Sign]:
    """Make the anchors of an article's claims in order of place; those that the table of coverage shows lead back to it by their id."""
    claims = comparison.tables["claims"]
    shown = find_shown_claims(comparison)
    own = claims[claims["article"] == article]
    signs = []
    for row, start, claim in zip(own.index.tolist(), own["start"], own["claim"], strict=True):
        if claim in shown:
            signs.append((start, Markup('<a class="told" id="t{}" href="#{}" aria-label="claim {}">{}</a>').format(row, claim, claim, claim)))
        else:
            signs.append((start, Markup('<span id="t{}"></span>').format(row)))
    return signs


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


def mark_passage(
    text: str,
    place: tuple[int, int],
    notes: Sequence[Note],
    stretches: Sequence[Stretch] = (),
    *,
    anchors: bool = True,
    signs: Sequence[Sign] = (),
) -> Markup:
    """Mark the evidence of a passage, cutting it wherever a mark or a stretch begins or ends, so that overlapping marks never cross.

    With `anchors` each mark can be jumped to; a page shows a passage with anchors once only. `signs` stand before the place they are for.
    """
    start, end = place
    places = [(note.start, note.end) for note in notes] + [(one.start, one.end) for one in stretches]
    borders = sorted({start, end, *(edge for pair in places for edge in pair), *(at for at, _ in signs)})
    pieces = []
    for first, last in pairwise(borders):
        pieces += [sign for at, sign in signs if at == first]
        over = [note for note in notes if note.start <= first and last <= note.end]
        within = [one for one in stretches if one.start <= first and last <= one.end]
        pieces.append(mark_piece(mark_voice(show(text[first:last]), within), over))
        pieces += [mark_end(note, anchors) for note in notes if note.end == last]
    return Markup("").join(pieces)


def mark_voice(piece: Markup, within: Sequence[Stretch]) -> Markup:
    """Mark a piece of text with whose words it is."""
    if not within:
        return piece
    classes = " ".join(dict.fromkeys(one.classes for one in within))
    title = next((one.title for one in within if one.title), "")
    said = Markup(' title="{}"').format(show(title)) if title else Markup("")
    return Markup('<span class="{}"{}>{}</span>').format(classes, said, piece)


def mark_piece(piece: Markup, over: Sequence[Note]) -> Markup:
    """Mark a piece of text with all evidence over it; it links to the shortest."""
    if not over:
        return piece
    nearest = min(over, key=lambda note: (note.end - note.start, note.number))
    sides = {note.side for note in over}
    classes = nearest.classes + (" both" if len(sides) > 1 else "") + (" several" if len(over) > 1 else "")
    title = "; ".join(f"{note.letter} {note.pole}, {note.voice} voice, {note.stance}, {note.counts}" for note in over)
    link = Markup('<a class="hit" href="#n{}" tabindex="-1" title="{}"><mark class="{}">{}</mark></a>')
    return link.format(nearest.number, show(title), classes, piece)


def mark_end(note: Note, anchors: bool) -> Markup:
    """Put a note's number behind its last word, as a link to the note."""
    anchor = Markup(' id="m{}"').format(note.number) if anchors else Markup("")
    link = Markup('<a class="ref {}"{} href="#n{}" aria-label="evidence {}: {}">{}{}</a>')
    return link.format(note.classes, anchor, note.number, note.number, show(note.pole), note.sign, note.number)
