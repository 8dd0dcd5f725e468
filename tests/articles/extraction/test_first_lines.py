"""What the first lines of a plain text say of the article."""

import pytest

from framing.articles.extraction.documents import read_plain
from framing.articles.extraction.first_lines import read_day, read_first_lines

HEADLINE = "Ferry leaves late again on Thursday night"
BODY = "The last ferry of the evening left the harbour forty minutes late.\n\nA pump had failed, the company said on 2 May 2024."


@pytest.mark.parametrize(
    "line", ["16 October 2024, 06:30", "Wed, 16 Oct 2024", "Oct 16th, 2024 at 6.30 am", "06:30, 16 October 2024", "Last updated: 2024-10-16 06:30"]
)
def test_a_line_with_a_day(line: str) -> None:
    """A day with its time, its name or "updated" before it is read."""
    assert read_day(line) == "2024-10-16"


@pytest.mark.parametrize("line", ["16 October", "31 Feb 2024", "Since 16 October 2024 it is late.", "16 May 2024 was a dark day", "16/10/2024"])
def test_a_line_without_a_day(line: str) -> None:
    """A day without a year, one no calendar has, a sentence, and a day that could be a month are not read."""
    assert read_day(line) == ""


def test_a_copied_page() -> None:
    """Below a masthead headline, byline and date are taken, each told as not sure, and the text stays as it is."""
    text = f"The Quay Ledger\nFreight & People\n\n{HEADLINE}\n\nCrews wait for a pump\n\nBy Ana Brook\n16 October 2024, 06:30\n\n{BODY}"
    draft = read_plain(text.encode(), "a.txt")
    assert (draft.headline, draft.byline, draft.published, draft.text) == (HEADLINE, "Ana Brook", "2024-10-16", text)
    assert [said.partition(":")[0] for said in draft.unsure] == ["headline", "byline", "published"]


def test_front_matter_stands_over_the_first_lines() -> None:
    """What front matter says is not taken from the text."""
    draft = read_plain(f"---\nauthor: Cy Dorn\ndate: 2024-05-02\n---\n{HEADLINE}\n\nBy Ana Brook\n16 October 2024\n\n{BODY}".encode(), "a.txt")
    assert (draft.headline, draft.byline, draft.published) == (HEADLINE, "Cy Dorn", "2024-05-02")


@pytest.mark.parametrize("top", ["", f"{HEADLINE}\n\n", "By the harbour wall\n\n", f"{BODY}\n\nBy Ana Brook\n\n"])
def test_nothing_to_take(top: str) -> None:
    """A body alone, a headline alone, a line that begins with By, and a byline below the first sentence give nothing."""
    assert read_first_lines(f"{top}{BODY}") == ("", "", "")
