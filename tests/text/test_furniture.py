"""Lines of the page are known by listed phrases, where they are short enough and near enough to the top."""

from collections.abc import Callable
from typing import Any

import pytest

Layout = Callable[..., list[Any]]
SENTENCE = "Islanders who work late shifts at the cannery asked the council to step in.\n\n"


def zone_of(layout: list[Any], text: str) -> str:
    """Return the zone of a paragraph."""
    return str(next(zone.name for zone in layout if zone.text == text))


@pytest.mark.parametrize("line", ["Show More", "SHOW MORE", "Show more...", "  Show\u00a0More  ", "Related Articles:", "» Related Articles «"])
def test_a_listed_line_is_furniture_however_it_is_set(find_layout: Layout, line: str) -> None:
    """Capitals, blanks and signs round a listed line do not matter."""
    assert zone_of(find_layout(SENTENCE * 3 + line + "\n\n" + SENTENCE), line.strip()) == "furniture"


@pytest.mark.parametrize("line", ["Show more of the boats to them, said the owner.", "He wanted to show more."])
def test_a_phrase_inside_a_sentence_is_no_furniture(find_layout: Layout, line: str) -> None:
    """A phrase listed as a whole line marks the whole line only."""
    assert zone_of(find_layout(SENTENCE * 3 + line + "\n\n" + SENTENCE), line) == "body"


def test_a_long_paragraph_that_opens_like_furniture_is_body(find_layout: Layout) -> None:
    """A phrase that opens a paragraph of more than thirty words marks nothing."""
    line = "Copyright 2016 was the year on the stone, " + "and the wind had worn it so that few could read it, " * 4 + "he said."
    assert zone_of(find_layout(SENTENCE * 3 + line), line) == "body"


def test_bylines_far_down_are_none(find_layout: Layout) -> None:
    """A byline counts among the first eight paragraphs only."""
    layout = find_layout(SENTENCE * 10 + "Staff Writer\n\n" + SENTENCE)
    assert zone_of(layout, "Staff Writer") != "byline"
