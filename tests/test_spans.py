"""Spans are half-open and well-formed."""

import pytest

from framing.spans import Span


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2), (-2, -1)])
def test_impossible_spans_are_refused(start: int, end: int) -> None:
    """A span before 0 or that ends before it begins raises ValueError with its figures."""
    with pytest.raises(ValueError, match=f"{start}:{end}"):
        Span(start, end)


@pytest.mark.parametrize(("start", "end", "cut"), [(0, 0, ""), (0, 4, "quay"), (5, 7, "🌊a"), (7, 7, "")])
def test_a_span_cuts_code_points(start: int, end: int, cut: str) -> None:
    """Offsets count code points, so that an emoji is one; the empty span cuts nothing."""
    assert Span(start, end).cut("quay 🌊a") == cut


def test_spans_sort_by_start_then_end() -> None:
    """Spans have the order of the text."""
    assert sorted([Span(4, 9), Span(0, 9), Span(4, 5)]) == [Span(0, 9), Span(4, 5), Span(4, 9)]
