"""The report as Markdown: the same figures and findings, with the evidence quoted."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from framing.comparison.comparison import Comparison
from framing.report.blocks import Block, Grid, Heading, Items, Para, Run
from framing.report.formats.markdown_text import escape_markdown, make_lines
from framing.report.written.report import make_report

LIST_START: Final = re.compile(r"^(?=[-+=])|^(\d+)(?=[.)])")
"""What would make a list or a heading of a paragraph that begins with it."""


def render_markdown(comparison: Comparison) -> str:
    """Render a comparison as Markdown; raises FramingError where a passage is not verbatim in its article."""
    return render_blocks(make_report(comparison).blocks)


def render_blocks(blocks: Sequence[Block]) -> str:
    """Render blocks as Markdown, an empty line behind each; a table's caption that repeats the heading above it is left out."""
    lines, heading = [], ""
    for block in blocks:
        heading = block.text if isinstance(block, Heading) else heading
        if isinstance(block, Grid) and block.caption not in ("", heading):
            lines += [escape_markdown(block.caption), ""]
        lines += [*write_block(block), ""]
    return "\n".join(lines)


def write_block(block: Block) -> Iterator[str]:
    """Write the lines of one block."""
    if isinstance(block, Heading):
        yield f"{'#' * block.level} {escape_markdown(block.text)}"
    elif isinstance(block, Para):
        yield LIST_START.sub(r"\1\\", join_runs(block.runs))
    elif isinstance(block, Items):
        yield from write_items(block)
    elif isinstance(block, Grid):
        yield from make_lines(block.header, [["".join(run.text for run in cell) for cell in row] for row in block.rows])[:-1]


def write_items(block: Items) -> Iterator[str]:
    """Write a list, the lists under its items set in."""
    under = block.under or ((),) * len(block.items)
    for number, (item, below) in enumerate(zip(block.items, under, strict=True), 1):
        mark = f"{number}. " if block.is_numbered else "- "
        yield mark + join_runs(item)
        yield from (f"{' ' * len(mark)}- {join_runs(one)}" for one in below)


def join_runs(runs: Sequence[Run]) -> str:
    """Join runs as one line of Markdown; blanks around a bold one stand outside its marks."""
    return "".join(map(write_run, runs)).strip()


def write_run(run: Run) -> str:
    """Write one run, escaped."""
    text = escape_markdown(run.text)
    if not text:
        return " " if run.text else ""
    shown = f"**{text}**" if run.look == "strong" else text
    return f"{' ' if run.text[0].isspace() else ''}{shown}{' ' if run.text[-1].isspace() else ''}"
