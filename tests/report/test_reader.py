"""Marks in the texts: words unchanged, overlaps cut at every border, what a mark tells without colour."""

import re

import pytest

from framing.comparison.comparison import Comparison
from framing.report.marking import mark_passage
from framing.report.notes import Note
from framing.report.passages import read_texts
from framing.report.reader import make_columns
from framing.report.stretches import Stretch

TEXT = "an illegal foreign occupation & more"


def make_note(number: int, start: int, end: int, side: str = "left", **other: object) -> Note:
    """Make a note over TEXT."""
    known: dict[str, object] = {"voice": "own", "stance": "asserted", "weight": 0.6, "zone": "body", "reason": "because", **other}
    place = {"start": start, "end": end, "raw_start": start, "raw_end": end}
    return Note(number=number, article="a", text=TEXT[start:end], letter="A", axis="x", side=side, pole="P", **place, **known)  # type: ignore[arg-type]


def strip_marks(markup: str) -> str:
    """Take numbers and tags away."""
    plain = re.sub(r'<a class="ref.*?</a>', "", markup)
    return re.sub("<[^>]*>", "", plain).replace("&amp;", "&")


@pytest.mark.parametrize(
    "places",
    [
        [],
        [(3, 29)],
        [(3, 18), (11, 29)],
        [(3, 29), (11, 18), (3, 10)],
        [(3, 29), (3, 29)],
        [(0, len(TEXT)), (3, 29), (29, 30)],
    ],
)
def test_words_stay_whatever_overlaps(places: list[tuple[int, int]]) -> None:
    """Without marks the words are as they were; every note gets its number once; tags are closed in order."""
    notes = [make_note(number, *place) for number, place in enumerate(places, 1)]
    markup = str(mark_passage(TEXT, (0, len(TEXT)), notes, [Stretch(3, 20, "quoted")]))
    assert strip_marks(markup) == TEXT
    assert [markup.count(f'id="m{note.number}"') for note in notes] == [1] * len(notes)
    assert "mark" not in re.sub("<mark[^>]*>(<span[^>]*>[^<]*</span>|[^<]*)</mark>", "", markup)


@pytest.mark.parametrize(
    ("other", "word"),
    [({"voice": "attributed"}, "attributed"), ({"weight": 0.0, "stance": "denied"}, "void"), ({"stance": "hedged"}, "half"), ({}, "own")],
)
def test_mark_tells_voice_and_stance(other: dict[str, object], word: str) -> None:
    """A mark carries voice and stance in its class, which the style shows by the kind of line; its number says the pole."""
    markup = str(mark_passage(TEXT, (0, len(TEXT)), [make_note(1, 3, 29, **other)]))
    assert re.search(f'<mark class="left [^"]*{word}', markup)
    assert 'aria-label="evidence 1: P"' in markup


def test_sides_have_arrows() -> None:
    """A mark's number carries the axis' letter and an arrow to its pole."""
    markup = str(mark_passage(TEXT, (0, len(TEXT)), [make_note(1, 3, 10), make_note(2, 11, 18, "right")]))
    assert "A←1<" in markup and "A→2<" in markup


def test_columns_hold_the_whole_text(compared: Comparison) -> None:
    """The passages of a column are the article's zones, in order, each verbatim."""
    for column, text in zip(make_columns(compared), read_texts(compared).values(), strict=True):
        shown = [passage for block in column.blocks for passage in block.passages]
        zones = compared.zones[compared.zones["article"] == column.article]
        assert len(shown) == len(zones)
        assert all(row.text in text for row in zones.itertuples())


def test_furniture_is_set_apart(compared: Comparison) -> None:
    """Bylines, datelines, furniture and second copies are in blocks of their own that a reader may open."""
    for column in make_columns(compared):
        for block in column.blocks:
            assert block.is_quiet or block.passages[0].zone not in {"byline", "dateline", "section", "furniture"}
