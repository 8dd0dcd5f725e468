"""The report written once: Markdown and Word say the same, in the page's order; parts for checking are left out of a version to edit."""

import re
from itertools import pairwise

import pytest

from framing.articles.article import Article
from framing.comparison.comparison import Comparison, compare_articles
from framing.report.blocks import Block, Grid, Heading, Items, Para, Run
from framing.report.formats.markdown import render_blocks
from framing.report.html import render_html
from framing.report.method import LIMITS, list_method
from framing.report.written.report import make_report


def list_texts(block: Block) -> list[str]:
    """Return the texts of a block."""
    if isinstance(block, Heading):
        return [block.text]
    if isinstance(block, Para):
        return ["".join(run.text for run in block.runs)]
    if isinstance(block, Items):
        return ["".join(run.text for run in item) for item in (*block.items, *(one for under in block.under for one in under))]
    return [run.text for row in block.rows for cell in row for run in cell] if isinstance(block, Grid) else []


def test_no_part_is_empty(compared: Comparison) -> None:
    """A heading is followed by something that belongs to it, a list has items, a table rows and as many cells as heads."""
    blocks = make_report(compared).blocks
    for block, following in pairwise(blocks):
        if isinstance(block, Heading) and isinstance(following, Heading):
            assert following.level > block.level, block.text
        if isinstance(block, Items):
            assert block.items
        if isinstance(block, Grid):
            assert block.rows and {len(row) for row in block.rows} == {len(block.header)} == {len(block.shares)}, block.caption


def test_checks_are_left_out_of_a_version_to_edit(compared: Comparison) -> None:
    """It lacks the second reading and the hashes, and nothing else."""
    whole, edited = (make_report(compared, with_checks=checks).blocks for checks in (True, False))
    missing = [text for block in whole if block not in edited for text in list_texts(block)]
    assert "A second reading" in missing and any(re.fullmatch("[0-9a-f]{64}", text) for text in missing)
    assert all(block in whole for block in edited)


def test_serious_problems_are_told_on_top() -> None:
    """Where the intake check finds a serious problem, the opening says so before any figure."""
    stub = "Troops stay in Iraq.\n\nSubscribe to continue reading. Already a subscriber? Log in.\n"
    blocks = make_report(compare_articles([Article("a", "One", "X", stub), Article("b", "Two", "Y", "Rain fell on the quay.\n")])).blocks
    texts = [text for block in blocks for text in list_texts(block)]
    assert any("serious problem" in text for text in texts[: texts.index("Scores")])


@pytest.mark.parametrize("name", ["compared", "untopical"])
def test_method_and_limits_are_those_of_the_page(name: str, request: pytest.FixtureRequest) -> None:
    """Every sentence stands on the page and among the blocks."""
    comparison = request.getfixturevalue(name)
    page, texts = render_html(comparison), [text for block in make_report(comparison).blocks for text in list_texts(block)]
    for sentence in (*LIMITS, *list_method(comparison)):
        assert f"<li>{sentence}</li>" in page and sentence in texts


@pytest.mark.parametrize(
    ("block", "written"),
    [
        (Para((Run("- no list"),)), "\\- no list\n"),
        (Para((Run("1. no list"),)), "1\\. no list\n"),
        (Para((Run("Bold ", "strong"), Run("plain"))), "**Bold** plain\n"),
        (Items(((Run("a"),), (Run("b"),)), True, (((Run("c"),),), ())), "1. a\n   - c\n2. b\n"),
        (Grid("Caption", ("A", "B"), (((Run("x|y"),), (Run("z"),)),), (1, 1)), "Caption\n\n| A | B |\n| --- | --- |\n| x\\|y | z |\n"),
    ],
)
def test_blocks_as_markdown(block: Block, written: str) -> None:
    """Each block has its Markdown; text stays text."""
    assert render_blocks([block]) == written
