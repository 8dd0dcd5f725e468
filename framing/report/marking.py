"""Marks in a text: evidence, whose words, names and claims, cut at every border so that overlapping marks never cross."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from markupsafe import Markup

from framing.report.markup import show
from framing.report.notes import Note
from framing.report.stretches import Stretch

Sign = tuple[int, Markup]
"""A place in a text and what is put before it."""
Over = dict[int, tuple[int, int]]
"""What lies over a piece: the places of spans by their number."""
NO_SIGNS: Final[Sequence[Sign]] = ()


def mark_passage(
    text: str,
    place: tuple[int, int],
    notes: Sequence[Note],
    stretches: Sequence[Stretch] = (),
    *,
    anchors: bool = True,
    signs: Sequence[Sign] = NO_SIGNS,
) -> Markup:
    """Mark the evidence of a passage, cutting it wherever a mark or a stretch begins or ends.

    With `anchors` each mark can be jumped to; a page shows a passage with anchors once only. `signs` stand before the place they are for.
    One sweep over the borders: what lies over a piece is kept from border to border.
    """
    start, end = place
    spans = [(note.start, note.end) for note in notes] + [(one.start, one.end) for one in stretches]
    borders = sorted({start, end, *(edge for pair in spans for edge in pair), *(at for at, _ in signs)})
    begins, ends, before = group_places([pair[0] for pair in spans]), group_places([pair[1] for pair in spans]), group_places([at for at, _ in signs])
    over: set[int] = set()
    pieces = []
    for first, last in pairwise(borders):
        pieces += [signs[number][1] for number in before.get(first, ())]
        over = (over - set(ends.get(first, ()))) | set(begins.get(first, ()))
        marks = sorted(over)
        within = [stretches[number - len(notes)] for number in marks if number >= len(notes)]
        pieces.append(mark_piece(mark_voice(show(text[first:last]), within), [notes[number] for number in marks if number < len(notes)]))
        pieces += [mark_end(notes[number], anchors) for number in ends.get(last, ()) if number < len(notes)]
    return Markup("").join(pieces)


def group_places(places: Sequence[int]) -> dict[int, list[int]]:
    """Return the numbers of what stands at each place.

    >>> group_places([4, 9, 4])
    {4: [0, 2], 9: [1]}
    """
    found: dict[int, list[int]] = {}
    for number, at in enumerate(places):
        found.setdefault(at, []).append(number)
    return found


def mark_voice(piece: Markup, within: Sequence[Stretch]) -> Markup:
    """Mark a piece of text with whose words it is, whom it names, and whether it tells a claim."""
    if not within:
        return piece
    classes = " ".join(dict.fromkeys(word for one in within for word in one.classes.split()))
    return Markup('<span class="{}">{}</span>').format(classes, piece)


def mark_piece(piece: Markup, over: Sequence[Note]) -> Markup:
    """Mark a piece of text with all evidence over it; it links to the shortest."""
    if not over:
        return piece
    nearest = min(over, key=lambda note: (note.end - note.start, note.number))
    sides = {note.side for note in over}
    classes = nearest.classes + (" both" if len(sides) > 1 else "") + (" several" if len(over) > 1 else "")
    axes = " ".join(dict.fromkeys(f"{name_axis(note)} {name_axis(note)}-{note.side}" for note in over))
    link = Markup('<a class="hit" href="#n{}" tabindex="-1"><mark class="{} {}">{}</mark></a>')
    return link.format(nearest.number, classes, axes, piece)


def mark_end(note: Note, anchors: bool) -> Markup:
    """Put a note's number behind its last word, as a link to the note."""
    anchor = Markup(' id="m{}"').format(note.number) if anchors else Markup("")
    link = Markup('<a class="ref {} {}"{} href="#n{}" aria-label="evidence {}: {}">{}{}</a>')
    return link.format(note.classes, name_axis(note), anchor, note.number, note.number, show(note.pole), note.sign, note.number)


def name_axis(note: Note) -> str:
    """Return the class of a note's axis."""
    return f"ax-{note.letter.lower()}"
