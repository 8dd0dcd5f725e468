"""Markdown: hostile text stays text, tables keep their columns, the same findings as the page."""

import re

import pytest

from framing.comparison.comparison import Comparison
from framing.report.findings import find_differences, find_sides
from framing.report.formats.markdown import render_markdown
from framing.report.formats.markdown_text import escape_markdown


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("a | b", r"a \| b"),
        ("[x](javascript:y)", r"\[x\](javascript\:y)"),
        ("<script>", "&lt;script&gt;"),
        ("https://x", r"https\://x"),
        ("two\nlines", "two lines"),
        ("a\u202eb", "a\ufffdb"),
        ("R&D", "R&amp;D"),
        (r"\*", r"\\\*"),
    ],
)
def test_escape(text: str, escaped: str) -> None:
    """Marks of Markdown and HTML, addresses and unseen characters come out as text on one line."""
    assert escape_markdown(text) == escaped


def test_hostile_text_makes_no_markup(hostile: Comparison) -> None:
    """No tag and no link of a hostile text gets through."""
    text = render_markdown(hostile)
    assert "<script" not in text and "<img" not in text and "](" not in text.replace("\\](", "")


def test_tables_keep_their_columns(hostile: Comparison) -> None:
    """Every row of a table has as many cells as the one above it."""
    rows = [len(re.findall(r"(?<!\\)\|", line)) for line in render_markdown(hostile).splitlines() if line.startswith("|")]
    tables = "".join("|" if line.startswith("|") else "\n" for line in render_markdown(hostile).splitlines()).split()
    assert sum(map(len, tables)) == len(rows)
    start = 0
    for table in tables:
        assert len(set(rows[start : start + len(table)])) == 1
        start += len(table)


def test_findings_are_those_of_the_page(compared: Comparison) -> None:
    """Each finding stands in the Markdown in the same words."""
    text = render_markdown(compared)
    for finding in find_sides(compared) + find_differences(compared):
        assert escape_markdown(finding.text) in text


def test_without_topic(untopical: Comparison) -> None:
    """Without a topic the report says so."""
    assert "No topic was named" in render_markdown(untopical)
