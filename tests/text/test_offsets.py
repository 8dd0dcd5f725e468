"""From offsets of a cleaned text back to the raw text, against a slow map that follows every letter."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.spans import Span
from framing.text.offsets import Edit, OffsetMap, apply_edits


@st.composite
def edited(draw: st.DrawFn, n_passes: int = 3) -> tuple[str, str, OffsetMap, list[tuple[int, int]]]:
    """Draw a text, some passes of edits over it, the map back, and for each letter left the stretch of the raw text it came from."""
    raw = text = draw(st.text("abcdef ", max_size=25))
    origin = [(at, at + 1) for at in range(len(text))]
    steps = []
    for _ in range(draw(st.integers(0, n_passes))):
        edits, followed, done, last = [], [], 0, -1
        for start in sorted(draw(st.sets(st.integers(0, max(len(text) - 1, 0)), max_size=4))):
            end = min(start + draw(st.integers(1, 3)), len(text))
            if start <= last or start >= end:
                continue
            new = draw(st.text("XYZ", max_size=3))
            edits.append(Edit(start, end, new, "test"))
            followed += origin[done:start]
            source = origin[start:end]
            followed += source if len(new) == end - start else [(source[0][0], source[-1][1])] * len(new)
            done = last = end
        followed += origin[done:]
        text, step = apply_edits(text, edits)
        origin = followed
        steps += [step] if edits else []
    return raw, text, OffsetMap(tuple(steps)), origin


@given(edited(), st.data())
def test_a_span_maps_to_all_it_came_from(case: tuple[str, str, OffsetMap, list[tuple[int, int]]], data: st.DataObject) -> None:
    """A span maps from the first raw letter its first letter came from to the last raw letter of its last letter."""
    _, text, offsets, origin = case
    if not text:
        return
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert offsets.raw_span(Span(start, end)) == Span(origin[start][0], origin[end - 1][1])


@given(edited())
def test_untouched_letters_stand_in_the_raw_text(case: tuple[str, str, OffsetMap, list[tuple[int, int]]]) -> None:
    """Letters no edit made are those of the raw text at the place they map to."""
    raw, text, offsets, _ = case
    for at, letter in enumerate(text):
        if letter.islower() or letter == " ":
            assert offsets.raw_span(Span(at, at + 1)).cut(raw) == letter


@given(edited())
def test_the_map_is_monotone(case: tuple[str, str, OffsetMap, list[tuple[int, int]]]) -> None:
    """Later starts map to later starts, later ends to later ends, within the raw text, and no span turns round."""
    raw, text, offsets, _ = case
    places = np.arange(len(text) + 1)
    starts, ends = offsets.to_raw(places, places)
    assert (np.diff(starts) >= 0).all() and (np.diff(ends) >= 0).all()
    assert (starts <= ends).all() and (starts >= 0).all() and (ends <= len(raw)).all()


@pytest.mark.parametrize(
    ("edits", "span", "raw"),
    [
        ([], (2, 5), (2, 5)),
        ([Edit(0, 2, "", "x")], (0, 2), (2, 4)),
        ([Edit(2, 4, "XY", "x")], (3, 4), (3, 4)),
        ([Edit(2, 4, "X", "x")], (2, 3), (2, 4)),
        ([Edit(2, 4, "XYZ", "x")], (3, 4), (2, 4)),
        ([Edit(2, 4, "XYZ", "x")], (5, 6), (4, 5)),
    ],
)
def test_cases_by_hand(edits: list[Edit], span: tuple[int, int], raw: tuple[int, int]) -> None:
    """No edit, a letter taken out, letter for letter, two to one, two to three, and after an edit."""
    _, step = apply_edits("abcdefgh", edits)
    steps = (step,) if edits else ()
    assert OffsetMap(steps).raw_span(Span(*span)) == Span(*raw)


def test_what_was_put_before_is_nowhere() -> None:
    """Letters put before the text map to the empty stretch at 0; the text after them to itself."""
    offsets = OffsetMap((), 10)
    assert offsets.raw_span(Span(0, 8)) == Span(0, 0)
    assert offsets.raw_span(Span(10, 14)) == Span(0, 4)


def test_arrays_of_no_span_map_to_none() -> None:
    """A map takes empty arrays."""
    _, step = apply_edits("abc", [Edit(1, 2, "", "x")])
    starts, ends = OffsetMap((step,)).to_raw(np.array([], np.int64), np.array([], np.int64))
    assert len(starts) == len(ends) == 0
