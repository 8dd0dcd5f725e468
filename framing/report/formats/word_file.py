"""Sheets as DOCX, for teachers who edit: named styles, numbered captions, repeated table heads; the same sheet gives the same bytes."""

import io
import zipfile
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, Final

from framing.report.blocks import Block, Grid, Heading, Items, Lines, Para, Run, Sheet
from framing.report.formats.word_marks import add_field, add_tables_words, restart_numbers, set_table_head
from framing.report.formats.word_styles import A4_MM, LOOK_STYLES, MARGIN_MM, PARAGRAPH_STYLES, add_styles, make_style_id
from framing.report.plain import mend_unseen
from framing.version import __version__

CREATED: Final = datetime(2000, 1, 1)
ZIP_DATE: Final = (1980, 1, 1, 0, 0, 0)
LONGEST_FACT: Final = 250
RULE: Final = "_" * 78


def render_docx(sheet: Sheet) -> bytes:
    """Render a sheet as DOCX: A4, the word processor's own styles for headings, lists and captions, so that it can be edited and read aloud."""
    from docx import Document
    from docx.shared import Mm

    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(A4_MM[0]), Mm(A4_MM[1])
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(MARGIN_MM)
    add_styles(document)
    set_facts(document.core_properties, sheet)
    footer = section.footer.paragraphs[0]
    footer.add_run(f"Made with framing {__version__} · page ")
    add_field(footer, "PAGE")
    for block in sheet.blocks:
        add_block(document, block)
    file = io.BytesIO()
    document.save(file)
    return fix_dates(file.getvalue())


def set_facts(facts: Any, sheet: Sheet) -> None:
    """Set what a document says of itself; nothing in it depends on the computer or the day."""
    facts.title, facts.author, facts.comments, facts.last_modified_by = plain(sheet.title)[:LONGEST_FACT], "framing", sheet.audience, "framing"
    facts.created = facts.modified = CREATED
    facts.revision, facts.language = 1, "en"


def plain(text: str) -> str:
    """Return a text that can stand in a file of Word: unseen characters become U+FFFD, line ends blanks."""
    return mend_unseen(text).replace("\n", " ")


def add_block(document: Any, block: Block) -> None:
    """Add one block to a document."""
    if isinstance(block, Heading):
        heading = document.add_heading(plain(block.text), level=0 if block.level == 1 else block.level - 1)
        heading.paragraph_format.page_break_before = block.is_new_page or None
    elif isinstance(block, Para):
        paragraph = add_paragraph(document, PARAGRAPH_STYLES.get(block.look, ""))
        add_runs(paragraph, [*([Run(f"{block.ref}  ", "soft")] if block.ref else []), *block.runs])
    elif isinstance(block, Items):
        add_items(document, block)
    elif isinstance(block, Lines):
        for _ in range(block.n):
            document.add_paragraph(RULE)
    else:
        add_grid(document, block)


def add_items(document: Any, block: Items) -> None:
    """Add a list; every numbered one begins at 1."""
    numbers = restart_numbers(document) if block.is_numbered else None
    for item, below in zip(block.items, block.under or ((),) * len(block.items), strict=True):
        paragraph = add_paragraph(document, "List Number" if numbers is not None else "List Bullet")
        if numbers is not None:
            paragraph._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = numbers
        add_runs(paragraph, item)
        for one in below:
            add_runs(add_paragraph(document, "List Bullet 2"), one)


def add_paragraph(document: Any, style: str) -> Any:
    """Add an empty paragraph of a style ("": plain)."""
    paragraph = document.add_paragraph()
    if style:
        paragraph._p.style = make_style_id(style)
    return paragraph


def add_runs(paragraph: Any, runs: Iterable[Run]) -> None:
    """Add runs, each with the style of its look."""
    for run in runs:
        added = paragraph.add_run(plain(run.text))
        if run.look in LOOK_STYLES:
            added._r.style = make_style_id(LOOK_STYLES[run.look])


def add_grid(document: Any, block: Grid) -> None:
    """Add a table under its numbered caption, its head repeated on every page, no row broken across two."""
    from docx.shared import Mm

    if block.caption:
        caption = document.add_paragraph("Table ", style="Caption")
        add_field(caption, "SEQ Table", str(len(document.element.body.xpath("./w:p/w:pPr/w:pStyle[@w:val='Caption']"))))
        caption.add_run(f": {plain(block.caption)}")
    table = document.add_table(rows=1 + len(block.rows), cols=len(block.header), style="Table Grid")
    table.autofit = False
    add_tables_words(table, plain(block.caption), ", ".join(map(plain, block.header)))
    room = A4_MM[0] - 2 * MARGIN_MM
    widths = [Mm(room * share / sum(block.shares)) for share in block.shares]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    head = tuple((Run(name, "strong"),) for name in block.header)
    for number, (row, cells) in enumerate(zip(table.rows, (head, *block.rows), strict=True)):
        set_table_head(row, is_head=number == 0)
        fill_row(row, cells, widths)
    document.add_paragraph()


def fill_row(row: Any, cells: Sequence[Sequence[Run]], widths: Sequence[int]) -> None:
    """Write the runs of a row into its cells."""
    from docx.text.paragraph import Paragraph

    for place, runs, width in zip(row._tr.tc_lst, cells, widths, strict=True):
        place.width = width
        paragraph = Paragraph(place.p_lst[0], row)
        paragraph._p.style = make_style_id("Table Text")
        add_runs(paragraph, runs)


def fix_dates(data: bytes) -> bytes:
    """Write a zip file anew with one fixed date for every member, so that equal contents are equal bytes."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            member = zipfile.ZipInfo(name, ZIP_DATE)
            member.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(member, old.read(name))
    return file.getvalue()
