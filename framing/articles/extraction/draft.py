"""A draft: an article as it was taken from its source, before it stands in a corpus, with what is not sure about it."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Final

ISO_DATE: Final = re.compile(r"(\d{4})-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])(?:\d{6})?(?!\d)")
BLANKS: Final = re.compile(r"[^\S\n]+")
CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
LONGEST_FIELD: Final = 500


@dataclass(frozen=True)
class Draft:
    """An article taken from a source; unknown fields are "".

    `source` is what was given (a URL, or a file's name and the place in it), `method` how the text was taken out, `raw` the bytes it was
    taken from, `unsure` what a reader should check, one sentence each, `link` the page a feed's entry leads to where its text is not whole.
    """

    text: str
    source: str
    method: str
    raw: bytes
    suffix: str
    headline: str = ""
    outlet: str = ""
    byline: str = ""
    published: str = ""
    url: str = ""
    language: str = ""
    site: str = ""
    link: str = ""
    unsure: tuple[str, ...] = ()


def tidy_line(text: str) -> str:
    """Return a field's text on one line, without control characters, at most 500 characters.

    >>> tidy_line(" A\\n headline\\x00 ")
    'A headline'
    """
    return " ".join(CONTROL.sub(" ", unicodedata.normalize("NFC", text)).split())[:LONGEST_FIELD]


def tidy_text(text: str) -> str:
    """Return a text as paragraphs with an empty line between, without control characters and blanks at line ends."""
    lines = (BLANKS.sub(" ", line).strip() for line in CONTROL.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n")).split("\n"))
    return "\n\n".join(line for line in lines if line)


def find_date(said: str) -> str:
    """Return the ISO date a text begins with or a mail's date says, "" for none.

    >>> find_date("2024-05-02T23:30:00-05:00"), find_date("Thu, 02 May 2024 10:00:00 GMT"), find_date("yesterday")
    ('2024-05-02', '2024-05-02', '')
    """
    said = said.strip()
    try:
        if found := ISO_DATE.match(said.removeprefix("D:")):
            return datetime(int(found[1]), int(found[2]), int(found[3])).date().isoformat()
        return parsedate_to_datetime(said).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""


def is_web(url: str) -> bool:
    """Tell whether a text is an address on the web."""
    return re.match(r"https?://[^\s/]", url) is not None


def choose(field: str, found: Sequence[tuple[str, str]]) -> tuple[str, tuple[str, ...]]:
    """Choose the first of some values, each with where it stands, and say where others differ.

    >>> choose("published", [("2024-05-02", "schema.org"), ("2024-05-03", "OpenGraph")])
    ('2024-05-02', ('published: 2024-05-02 by schema.org, 2024-05-03 by OpenGraph',))
    """
    kept = [(value, where) for value, where in found if value]
    if not kept:
        return "", ()
    first = simplify(kept[0][0])
    others = {simplify(value): (value, where) for value, where in kept[1:] if simplify(value) != first}
    if not others:
        return kept[0][0], ()
    said = ", ".join(f"{value} by {where}" for value, where in [kept[0], *others.values()])
    return kept[0][0], (f"{field}: {said}",)


def simplify(value: str) -> str:
    """Return a value without capitals and signs, by which two spellings of one thing are the same."""
    return re.sub(r"\W+", " ", value.casefold()).strip()
