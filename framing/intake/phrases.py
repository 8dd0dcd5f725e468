"""Phrases by which a page shows what it is: cut short, behind a paywall, a live blog, opinion (general/intake.csv)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from framing.errors import Fault, FramingError
from framing.intake.view import Paragraph, View
from framing.rows import Columns, filled, one_of, read_rows
from framing.shipped import find_shipped

FILE_NAME: Final = "intake.csv"
KINDS: Final = ("paywall", "truncated", "live", "opinion", "boilerplate")
WHERE: Final = ("line", "start", "end", "anywhere")
COLUMNS: Final = Columns(("kind", "where", "phrase", "note"), {"kind": one_of(*KINDS), "where": one_of(*WHERE), "phrase": filled})
LONGEST_PARAGRAPH: Final = 45
"""Longer paragraphs speak about such phrases rather than being one."""


@dataclass(frozen=True)
class Phrase:
    """One phrase: what it shows, and where in a paragraph it must stand."""

    kind: str
    where: str
    words: str

    def fits(self, line: str) -> bool:
        """Tell whether a plain line holds the phrase where it must stand."""
        if self.where == "line":
            return line == self.words
        padded, words = f" {line} ", f" {self.words} "
        if self.where == "start":
            return padded.startswith(words)
        return padded.endswith(words) if self.where == "end" else words in padded


def make_plain(text: str) -> str:
    """Return a text in small letters, words with one blank between, all signs but letters and digits dropped.

    >>> make_plain("  Don’t miss: Sign up! ")
    'dont miss sign up'
    """
    return " ".join(re.findall(r"\w+", re.sub(r"['’‘]", "", text.casefold())))


def check_phrases(folder: Path) -> tuple[list[Phrase], list[Fault]]:
    """Read the phrases of a lexicon folder as (phrases, faults); a folder without the list has none."""
    path = folder / "general" / FILE_NAME
    if not path.exists():
        return [], []
    rows, faults = read_rows(path, COLUMNS)
    phrases = [Phrase(row["kind"], row["where"], make_plain(row["phrase"])) for row in rows]
    seen: dict[Phrase, int] = {}
    for row, phrase in zip(rows, phrases, strict=True):
        if seen.setdefault(phrase, row.line) != row.line:
            faults.append(Fault(str(path), row.line, f"phrase: {row['phrase']!r} stands in line {seen[phrase]} already"))
    return phrases, faults


def read_phrases(folder: Path | None = None) -> list[Phrase]:
    """Read the phrases of a lexicon folder (the shipped one where none is named); raises FramingError where they have faults."""
    phrases, faults = check_phrases(folder or find_shipped("lexicons"))
    if faults:
        raise FramingError(*faults)
    return phrases


def find_phrases(view: View, phrases: Sequence[Phrase], kind: str) -> Iterator[Paragraph]:
    """Yield the paragraphs of an article that hold a phrase of some kind."""
    wanted = [phrase for phrase in phrases if phrase.kind == kind]
    for paragraph in view.paragraphs:
        if paragraph.n_words <= LONGEST_PARAGRAPH:
            line = make_plain(paragraph.text)
            if any(phrase.fits(line) for phrase in wanted):
                yield paragraph
