"""The styles of a DOCX: looks are styles a teacher changes in one place, never formatting of single words."""

from typing import Any, Final

A4_MM: Final = (210, 297)
MARGIN_MM: Final = 20
LOOK_STYLES: Final = {"strong": "Strong", "quote": "Emphasis", "left": "Left Pole", "right": "Right Pole", "soft": "Soft", "small": "Small"}
"""The character style of each look of a run."""
COLOURS: Final = {"Left Pole": (0x0B, 0x5F, 0x86), "Right Pole": (0x8F, 0x41, 0x00), "Soft": (0x54, 0x5C, 0x66), "Small": (0x54, 0x5C, 0x66)}
PARAGRAPH_STYLES: Final = {
    "passage": "Passage",
    "title": "Passage Title",
    "crosshead": "Passage Title",
    "standfirst": "Passage Lead",
    "caption": "Passage Note",
    "notice": "Notice",
    "small": "Small Print",
}
"""The paragraph style of each look of a paragraph; the others are plain."""
SPACING: Final = 1.5


def add_styles(document: Any) -> None:
    """Add the styles that the word processor has not."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Pt, RGBColor

    styles = document.styles
    styles["Normal"].font.name, styles["Normal"].font.size = "Calibri", Pt(11)
    styles["Caption"].paragraph_format.keep_with_next = True
    styles["Caption"].font.color.rgb = RGBColor(*COLOURS["Soft"])
    for name in ("List Bullet", "List Bullet 2", "List Number"):
        styles[name].paragraph_format.space_after = Pt(3)
    for name, colour in COLOURS.items():
        style = styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
        style.font.color.rgb = RGBColor(*colour)
        style.font.bold = name.endswith("Pole") or None
        style.font.size = Pt(9) if name == "Small" else None
    for name in ("Passage", "Passage Title", "Passage Lead", "Passage Note", "Notice", "Small Print", "Table Text"):
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles["Normal"]
        set_paragraph_style(style)


def make_style_id(name: str) -> str:
    """Return the id of a style by its name; to ask the document for it takes most of the time a file needs.

    >>> make_style_id("List Bullet 2")
    'ListBullet2'
    """
    return name.replace(" ", "")


def set_paragraph_style(style: Any) -> None:
    """Set how paragraphs of a style look; passages leave room between their lines for marks."""
    from docx.shared import Pt, RGBColor

    shape, font = style.paragraph_format, style.font
    if style.name.startswith("Passage"):
        shape.line_spacing = SPACING
    if style.name == "Passage Title":
        shape.line_spacing = None
        shape.keep_with_next, font.bold = True, True
        shape.space_after = Pt(2)
    elif style.name == "Passage Lead":
        font.italic = True
    elif style.name in ("Passage Note", "Small Print"):
        font.color.rgb, font.size = RGBColor(*COLOURS["Soft"]), Pt(9)
    elif style.name == "Notice":
        font.bold = True
    elif style.name == "Table Text":
        font.size, shape.space_after = Pt(9), Pt(0)
