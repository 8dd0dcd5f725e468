"""Articles out of PDF, Word, mail and text files, made here."""

import io
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest

from framing.articles.extraction.documents import read_docx, read_mail, read_pdf, read_plain
from framing.errors import FramingError

LINES = [
    "The last ferry of the evening left the harbour forty minutes late on Thurs-",
    "day, and most of the people on board had stopped looking at the clock.",
    "A pump had failed, the company said.", "The council will look at the contract again in the autumn, and it has asked two",
    "other companies what they would want for it.",
]  # fmt: skip


def make_pdf(lines: list[str], title: str = "") -> bytes:
    """Make a PDF of one page with some lines of text."""
    content = "BT /F1 11 Tf 60 780 Td 14 TL " + " ".join(f"({line}) Tj T*" for line in lines) + " ET"
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        f"<</Length {len(content)}>>stream\n{content}\nendstream", "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        f"<</Title({title})/Author(Ottilie Marsh)/CreationDate(D:20240502101500Z)>>",
    ]  # fmt: skip
    out, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj{one}endobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    return out + f"xref\n0 7\n0000000000 65535 f \n{table}trailer<</Size 7/Root 1 0 R/Info 6 0 R>>\nstartxref\n{len(out)}\n%%EOF".encode()


def test_pdf() -> None:
    """Lines become paragraphs, a hyphen at a line's end goes, and what is only known of the file is told as a doubt."""
    draft = read_pdf(make_pdf(LINES, "Ferry leaves late"), "x.pdf")
    paragraphs = draft.text.split("\n\n")
    assert "late on Thursday, and most of the people on board" in paragraphs[0]
    assert paragraphs[0].endswith("looking at the clock. A pump had failed, the company said.")
    assert paragraphs[1].startswith("The council will look") and paragraphs[1].endswith("want for it.")
    assert (draft.headline, draft.byline, draft.published) == ("Ferry leaves late", "Ottilie Marsh", "2024-05-02")
    assert any("day the PDF was made" in said for said in draft.unsure)


@pytest.mark.parametrize(("data", "said"), [(b"%PDF-1.4 broken", "is no PDF"), (b"", "is no PDF"), (make_pdf([]), "without text")])
def test_broken_pdf(data: bytes, said: str) -> None:
    """A broken PDF and a scan end in one line."""
    with pytest.raises(FramingError, match=said):
        read_pdf(data, "x.pdf")


def make_docx(path: Path, *, title: str = "Ferry leaves late", author: str = "Ottilie Marsh") -> bytes:
    """Make a Word file."""
    from docx import Document

    document = Document()
    document.add_heading(title, 0)
    for line in LINES[2:4]:
        document.add_paragraph(line)
    document.core_properties.author = author
    document.save(str(path))
    return path.read_bytes()


def test_docx(tmp_path: Path) -> None:
    """The title is the headline and not part of the text."""
    draft = read_docx(make_docx(tmp_path / "x.docx"), "x.docx")
    assert (draft.headline, draft.byline) == ("Ferry leaves late", "Ottilie Marsh")
    assert draft.text == "\n\n".join(LINES[2:4])
    assert "byline: Ottilie Marsh is what the file's properties say" in draft.unsure


@pytest.mark.parametrize("author", ["desk-pc-4", "Desk PC 4", "admin"])
def test_an_author_that_is_no_name(tmp_path: Path, author: str) -> None:
    """Where a file's properties name a machine, it is told and not taken as byline."""
    draft = read_docx(make_docx(tmp_path / "x.docx", author=author), "x.docx")
    assert draft.byline == ""
    assert f"byline: the file's properties say {author!r}, which does not look like a name; it was not taken" in draft.unsure


def test_broken_docx(tmp_path: Path) -> None:
    """What is no Word file, or unpacks to more than it should, ends in one line."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * 150_000_000)
    for data, said in ((b"PK nothing", "is no Word file"), (out.getvalue(), "at most 100,000,000 are allowed")):
        with pytest.raises(FramingError, match=said):
            read_docx(data, "x.docx")


def make_mail(*, html: bool) -> bytes:
    """Make a mail with an attachment."""
    message = EmailMessage()
    message["Subject"], message["Date"] = "Ferry leaves late", "Thu, 02 May 2024 10:00:00 +0100"
    message["From"] = "The Quay Letter <desk@example.org>"
    text = " ".join(LINES[2:])
    page = f"<html><body><article><p>{text}</p><p>{text[::-1]}</p></article></body></html>"
    message.set_content(page if html else text, subtype="html" if html else "plain")
    message.add_attachment(b"x", maintype="image", subtype="png", filename="boat.png")
    return message.as_bytes()


@pytest.mark.parametrize("html", [True, False])
def test_mail(html: bool) -> None:
    """Subject, date and sender are known; the attachment is told and left alone."""
    draft = read_mail(make_mail(html=html), "x.eml")
    assert (draft.headline, draft.published, draft.site) == ("Ferry leaves late", "2024-05-02", "The Quay Letter")
    assert "A pump had failed, the company said." in draft.text
    assert draft.unsure == ("text: the attachment 'boat.png' was left alone",)


def test_empty_mail() -> None:
    """A mail without text ends in one line."""
    with pytest.raises(FramingError, match="without text"):
        read_mail(b"Subject: x\n\n", "x.eml")


def test_plain() -> None:
    """A text file is taken as it is, with its front matter."""
    draft = read_plain(b"---\noutlet: The Jetty\npublished: 2024-05-02\n---\n\nA boat.\n  Late.\n", "x.txt")
    assert (draft.outlet, draft.published, draft.text) == ("The Jetty", "2024-05-02", "A boat.\n  Late.")
