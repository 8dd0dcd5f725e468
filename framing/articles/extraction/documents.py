"""Articles taken from PDF, Word, mail and plain text files."""

import io
import re
from typing import Final

from framing.articles.extraction.draft import Draft, find_date, tidy_line, tidy_text
from framing.articles.extraction.first_lines import read_first_lines
from framing.articles.extraction.page import read_page
from framing.articles.field_names import fill_fields
from framing.articles.front_matter import read_front_matter
from framing.errors import FramingError, make_error
from framing.files import decode

MOST_PAGES: Final = 300
MOST_UNPACKED: Final = 100_000_000
BROKEN_WORD: Final = re.compile("[\x02\ufffe]")
"""What stands for a hyphen at a line's end, where the two halves of the word are joined already."""
FULL_LINE: Final = 0.75
SENTENCE_END: Final = tuple(".!?…:”\"'’»)]؟۔。")


def read_plain(data: bytes, source: str) -> Draft:
    """Take a text or Markdown file as it is, with its front matter, and from its first lines what that does not say."""
    text, _ = decode(data, source)
    front = read_front_matter(text)
    values = fill_fields(front.values)
    known = {key: values.get(key, "") for key in ("outlet", "headline", "byline", "published", "url", "language")}
    body = text[front.text_start :].strip("\n")
    seen = {key: value for key, value in read_first_lines(body)._asdict().items() if value and not known[key]}
    unsure = tuple(f"{key}: {value} stands on the first lines of the text" for key, value in seen.items())
    return Draft(text=body, source=source, method="text", raw=data, suffix=".txt", **{**known, **seen},
                 unsure=(*((front.wrong,) if front.wrong else ()), *unsure))  # fmt: skip


def read_pdf(data: bytes, source: str) -> Draft:
    """Take the text out of a PDF: lines joined to paragraphs, hyphens at line ends undone; raises FramingError where it holds none."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
        n_pages = len(document)
        pages = [document[number].get_textpage().get_text_bounded() for number in range(min(n_pages, MOST_PAGES))]
        known = document.get_metadata_dict()
        document.close()
    except (pypdfium2.PdfiumError, RuntimeError, ValueError) as error:
        raise make_error(source, f"is no PDF that can be read: {str(error)[:200]}") from error
    text = join_lines(BROKEN_WORD.sub("", "\n".join(pages)))
    if not text.strip():
        raise make_error(source, "is a PDF without text (a scan?); text recognition is not part of this program")
    unsure = ["text: taken from a PDF; check the order of columns, page numbers and captions"]
    if n_pages > MOST_PAGES:
        unsure.append(f"text: only the first {MOST_PAGES} of {n_pages} pages were read")
    published = find_date(known.get("CreationDate", ""))
    if published:
        unsure.append(f"published: {published} is the day the PDF was made")
    headline = tidy_line(known.get("Title", ""))
    byline, doubt = judge_author(known.get("Author", ""))
    return Draft(text=text, source=source, method="pypdfium2", raw=data, suffix=".pdf", headline=headline,
                 byline=byline, published=published, unsure=(*unsure, *doubt))  # fmt: skip


def judge_author(said: str) -> tuple[str, tuple[str, ...]]:
    """Return the byline a file's properties give, and the doubt about it: often they name who saved the file, or a machine.

    >>> judge_author("desk-pc-4")
    ('', ("byline: the file's properties say 'desk-pc-4', which does not look like a name; it was not taken",))
    """
    author = tidy_line(said)
    if not author or author == "python-docx":
        return "", ()
    if re.search(r"\d", author) or (author.isascii() and " " not in author):
        return "", (f"byline: the file's properties say {author!r}, which does not look like a name; it was not taken",)
    return author, (f"byline: {author} is what the file's properties say",)


def join_lines(text: str) -> str:
    """Join the lines of a page to paragraphs: one ends at an empty line, or at a short line that ends a sentence.

    >>> join_lines("The boats were late on Thurs-\\nday.\\nThe mayor, who had come early to greet them,\\nwent home.")
    'The boats were late on Thursday.\\n\\nThe mayor, who had come early to greet them, went home.'
    """
    lines = [line.strip() for line in text.replace("\r\n", "\n").split("\n")]
    longest = max(map(len, lines), default=0)
    paragraphs: list[str] = [""]
    for line in lines:
        before = paragraphs[-1]
        if re.search(r"[^\W\d_]-$", before) and line[:1].islower():
            paragraphs[-1] = before[:-1] + line
        else:
            paragraphs[-1] = f"{before} {line}".strip()
        if not line or (len(line) < FULL_LINE * longest and line.endswith(SENTENCE_END)):
            paragraphs.append("")
    return tidy_text("\n".join(paragraphs))


def read_docx(data: bytes, source: str) -> Draft:
    """Take the text out of a Word file: its paragraphs, the first heading or title as headline."""
    from zipfile import BadZipFile, ZipFile

    from docx import Document

    try:
        unpacked = sum(part.file_size for part in ZipFile(io.BytesIO(data)).infolist())
        if unpacked > MOST_UNPACKED:
            raise make_error(source, f"unpacks to {unpacked:,} bytes; at most {MOST_UNPACKED:,} are allowed")
        document = Document(io.BytesIO(data))
        paragraphs = [(one.text, (one.style.name if one.style else "") or "") for one in document.paragraphs]
        known = document.core_properties
    except FramingError:
        raise
    except (BadZipFile, KeyError, ValueError, OSError, SyntaxError) as error:
        raise make_error(source, f"is no Word file (.docx) that can be read: {str(error)[:200]}") from error
    headings = [text for text, style in paragraphs if style.startswith(("Title", "Heading 1")) and text.strip()]
    headline = tidy_line(headings[0] if headings else known.title or "")
    published = known.created.date().isoformat() if known.created else ""
    byline, doubt = judge_author(known.author or "")
    unsure = (*((f"published: {published} is the day the file was made",) if published else ()), *doubt)
    text = tidy_text("\n".join(text for text, _ in paragraphs if not headline or tidy_line(text) != headline))
    if not text:
        raise make_error(source, "is a Word file without text")
    return Draft(text=text, source=source, method="python-docx", raw=data, suffix=".docx", headline=headline,
                 byline=byline, published=published, unsure=unsure)  # fmt: skip


def read_mail(data: bytes, source: str) -> Draft:
    """Take the text out of a mail (a newsletter, say): the plain part, else the HTML part; attachments are told and left alone."""
    from email import message_from_bytes, policy
    from email.utils import parseaddr

    try:
        message = message_from_bytes(data, policy=policy.default)
        part = message.get_body(("plain", "html"))
        content = part.get_content() if part else ""
        attached = [one.get_filename() or one.get_content_type() for one in message.iter_attachments()]
        known = {name: str(message.get(name, "")) for name in ("subject", "from", "date")}
    except (ValueError, LookupError, AttributeError, TypeError, IndexError) as error:
        raise make_error(source, f"is no mail that can be read: {str(error)[:200]}") from error
    if not part or not str(content).strip():
        raise make_error(source, "is a mail without text")
    unsure = [f"text: the attachment {tidy_line(name)!r} was left alone" for name in attached]
    text = str(content)
    if part.get_content_type() == "text/html":
        text = read_page(text.encode("utf-8", "replace"), source).text
    name, address = parseaddr(known["from"])
    return Draft(text=tidy_text(text), source=source, method="mail", raw=data, suffix=".eml", headline=tidy_line(known["subject"]),
                 published=find_date(known["date"]), site=tidy_line(name or address), unsure=tuple(unsure))  # fmt: skip
