"""Pages out of a WARC archive, one by one, so that a large archive streams."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from framing.articles.extraction.draft import Draft
from framing.articles.extraction.page import LARGEST_PAGE, read_page
from framing.errors import Fault, FramingError, make_error

SUFFIXES: Final = (".warc", ".warc.gz")
HTML: Final = ("text/html", "application/xhtml+xml")


def is_archive(path: Path) -> bool:
    """Tell by its name whether a file is a WARC archive."""
    return path.name.lower().endswith(SUFFIXES)


def read_archive(path: Path) -> Iterator[Draft | Fault]:
    """Yield the articles of an archive's pages, and a fault for each page without; what is no page that was found is passed over.

    Raises FramingError where the file is no archive.
    """
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    n_records = 0
    try:
        with path.open("rb") as file:
            for record in ArchiveIterator(file, record_types=WarcRecordType.response, parse_http=True, auto_decode="all"):
                n_records += 1
                if record.http_headers is None or record.http_headers.status_code != 200 or record.http_content_type not in HTML:
                    continue
                data = record.reader.read(LARGEST_PAGE + 1)
                yield from read_record(data, (record.headers.get("WARC-Target-URI") or "").strip("<>"), record.http_charset or "")
    except (OSError, RuntimeError, ValueError, EOFError) as error:
        raise make_error(path.name, f"cannot be read as a WARC archive: {str(error)[:200]}") from error
    if not n_records:
        raise make_error(path.name, "holds no page; a WARC archive with responses is needed")


def read_record(data: bytes, url: str, charset: str) -> Iterator[Draft | Fault]:
    """Yield the article of one page, or why there is none."""
    try:
        yield read_page(data, url, url=url, charset=charset)
    except FramingError as error:
        yield from error.faults
