"""Sheets as DOCX, for teachers who edit; the same sheet gives the same bytes."""

import io
import zipfile
from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from framing.report.blocks import Block, Grid, Heading, Items, Lines, Para, Run, Sheet
from framing.report.plain import mend_unseen

CREATED: Final = datetime(2000, 1, 1)
ZIP_DATE: Final = (1980, 1, 1, 0, 0, 0)
COLOURS: Final = {"left": (0x0B, 0x5F, 0x86), "right": (0x8F, 0x41, 0x00), "soft": (0x54, 0x5C, 0x66), "small": (0x54, 0x5C, 0x66)}
PASSAGES: Final = ("passage", "title", "standfirst", "crosshead", "caption")
LOOKS: Final = {"title": "strong", "crosshead": "strong", "standfirst": "quote", "notice": "strong", "caption": "soft", "small": "small"}
A4_MM: Final = (210, 297)
MARGIN_MM: Final = 20
RULE: Final = "_" * 78


def render_docx(sheet: Sheet) -> bytes:
    """Render a sheet as DOCX: A4, the word processor's own heading styles, so that it can be edited and read aloud."""
    from docx import Document
    from docx.shared import Mm, Pt

    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(A4_MM[0]), Mm(A4_MM[1])
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(MARGIN_MM)
    document.styles["Normal"].font.name, document.styles["Normal"].font.size = "Calibri", Pt(11)
    facts = document.core_properties
    facts.title, facts.author, facts.comments, facts.last_modified_by = mend_unseen(sheet.title)[:250], "framing", sheet.audience, "framing"
    facts.created = facts.modified = CREATED
    facts.revision, facts.language = 1, "en"
    for block in sheet.blocks:
        add_block(document, block)
    file = io.BytesIO()
    document.save(file)
    return fix_dates(file.getvalue())


def add_block(document: Any, block: Block) -> None:
    """Add one block to a document."""
    if isinstance(block, Heading):
        heading = document.add_heading(mend_unseen(block.text), level=0 if block.level == 1 else block.level - 1)
        heading.paragraph_format.page_break_before = block.is_new_page
    elif isinstance(block, Para):
        add_paragraph(document, block)
    elif isinstance(block, Items):
        for place, item in enumerate(block.items, 1):
            paragraph = document.add_paragraph(style=None if block.is_numbered else "List Bullet")
            add_runs(paragraph, (Run(f"{place}.  ", "strong"), *item) if block.is_numbered else item)
    elif isinstance(block, Lines):
        for _ in range(block.n):
            document.add_paragraph(RULE)
    else:
        add_grid(document, block)


def add_paragraph(document: Any, block: Para) -> None:
    """Add a paragraph; a passage has its number in front and room between its lines for marks."""
    paragraph = document.add_paragraph()
    if block.ref:
        add_runs(paragraph, (Run(f"{block.ref}  ", "soft"),))
    look = LOOKS.get(block.look, "")
    add_runs(paragraph, [Run(run.text, run.look or look) for run in block.runs])
    if block.look in PASSAGES:
        paragraph.paragraph_format.line_spacing = 1.5
        paragraph.paragraph_format.keep_with_next = block.look in ("title", "crosshead")


def add_runs(paragraph: Any, runs: Sequence[Run]) -> None:
    """Add runs with their looks; line ends inside a text become blanks."""
    from docx.shared import Pt, RGBColor

    for run in runs:
        added = paragraph.add_run(" ".join(mend_unseen(run.text).split("\n")))
        added.bold = run.look in ("strong", "left", "right") or None
        added.italic = run.look == "quote" or None
        if run.look in COLOURS:
            added.font.color.rgb = RGBColor(*COLOURS[run.look])
        if run.look == "small":
            added.font.size = Pt(9)


def add_grid(document: Any, block: Grid) -> None:
    """Add a table with its caption, its header repeated on every page."""
    from docx.oxml import OxmlElement
    from docx.shared import Mm

    if block.caption:
        add_runs(document.add_paragraph(), (Run(block.caption, "strong"),))
    table = document.add_table(rows=1, cols=len(block.header), style="Table Grid")
    table.autofit = False
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for row in block.rows:
        fill_row(table.add_row().cells, row)
    fill_row(table.rows[0].cells, [(Run(name, "strong"),) for name in block.header])
    room = A4_MM[0] - 2 * MARGIN_MM
    for column, share in zip(table.columns, block.shares, strict=True):
        for cell in column.cells:
            cell.width = Mm(room * share / sum(block.shares))
    document.add_paragraph()


def fill_row(cells: Sequence[Any], row: Sequence[Sequence[Run]]) -> None:
    """Write the runs of a row into its cells."""
    for cell, runs in zip(cells, row, strict=True):
        add_runs(cell.paragraphs[0], runs)


def fix_dates(data: bytes) -> bytes:
    """Write a zip file anew with one fixed date for every member, so that equal contents are equal bytes."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            member = zipfile.ZipInfo(name, ZIP_DATE)
            member.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(member, old.read(name))
    return file.getvalue()
