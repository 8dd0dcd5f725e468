"""The words of which names are made: titles, particles, words of organisations, nations with their people and seats."""

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TypeVar, cast

from framing.errors import Fault, FramingError
from framing.rows import Columns, Row, filled, one_of, read_rows

WORD_KINDS = (
    "title", "role", "office", "organisation", "thing", "calendar", "plain", "particle", "article", "tail", "state-noun", "people-noun", "seat",
    "state-body",
)  # fmt: skip
OF_NATION = ("seat", "state-body")
"""The kinds of words that belong to a nation."""
WORDS = Columns(("word", "kind", "of", "note"), {"word": filled, "kind": one_of(*WORD_KINDS)})
LETTERS = str.maketrans({"ı": "i", "ø": "o", "đ": "d", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "\u2010": "-", "\u2011": "-", "\n": " "})
DROPPED = str.maketrans({**dict.fromkeys((sign for sign in map(chr, range(128)) if not (sign.isalnum() or sign in " -&")), None), "\n": " "})
Kept = TypeVar("Kept")
MOST_KEPT = 200_000
NATIONS = Columns(("nation", "names", "adjectives", "people", "note"), {"nation": filled, "names": filled})


@lru_cache(maxsize=200_000)
def fold_words(words: str) -> str:
    """Fold words: small letters without accents, single spaces, no dots or apostrophes; hyphens stay.

    >>> fold_words("Sana’a"), fold_words("U.S."), fold_words("Türkiye")
    ('sanaa', 'us', 'turkiye')
    """
    if words.isascii():
        return " ".join(words.lower().translate(DROPPED).split())
    plain = unicodedata.normalize("NFKD", words.lower().translate(LETTERS))
    return " ".join("".join(char for char in plain if char.isalnum() or char in " -&").split())


@dataclass(frozen=True)
class NameWords:
    """Words by kind (see `WORD_KINDS`), folded; and folded names, adjectives and peoples of nations, each with the nation's name.

    A nation's seats ("Tehran") stand in `seats`, organisations of its state that bear names of their own ("Kremlin") in `bodies`.
    """

    kinds: Mapping[str, frozenset[str]]
    nations: Mapping[str, str]
    adjectives: Mapping[str, str]
    peoples: Mapping[str, str]
    seats: Mapping[str, str]
    bodies: Mapping[str, str]
    memory: dict[object, dict[str, object]] = field(default_factory=dict, repr=False, compare=False)
    """What was read with these words, kept by whoever reads (see `recall`)."""

    def recall(self, key: object, make: Callable[[], Kept]) -> Kept:
        """Return what is kept under a key, made the first time it is asked for, and emptied where it has grown too large."""
        kept = self.memory.get(key)
        if kept is None:
            kept = self.memory[key] = cast(dict[str, object], make())
        if len(kept) > MOST_KEPT:
            kept.clear()
        return cast(Kept, kept)

    @cached_property
    def idle(self) -> frozenset[str]:
        """The words whose capital makes no name: days and months, and plain words."""
        return self.of("calendar") | self.of("plain")

    @cached_property
    def telling(self) -> frozenset[str]:
        """All that the lists hold and the small words of long names: a name without any of these reads as it stands."""
        small = frozenset(["of", "for", "the", "and", "in", "to", "on"])
        return small.union(*self.kinds.values(), self.nations, self.adjectives, self.peoples, self.seats, self.bodies)

    def of(self, kind: str) -> frozenset[str]:
        """Return the words of a kind."""
        return self.kinds.get(kind, frozenset())


def read_name_words(folders: list[Path]) -> NameWords:
    """Read name_words.csv and nations.csv of one or more lexicon folders; raises FramingError with all their faults."""
    words: list[Row] = []
    nations: list[Row] = []
    faults: list[Fault] = []
    for folder in folders:
        for rows, name, columns in ((words, "name_words.csv", WORDS), (nations, "nations.csv", NATIONS)):
            path = folder / "general" / name
            if path.exists() or folder is folders[0]:
                more, wrong = read_rows(path, columns)
                rows += more
                faults += wrong
    if faults:
        raise FramingError(*faults)
    kinds = {kind: frozenset(fold_words(row["word"]) for row in words if row["kind"] == kind) for kind in WORD_KINDS}
    seats, bodies = ({fold_words(row["word"]): row["of"] for row in words if row["kind"] == kind} for kind in OF_NATION)
    return NameWords(kinds, index(nations, "names"), index(nations, "adjectives"), index(nations, "people"), seats, bodies)


def index(rows: list[Row], column: str) -> dict[str, str]:
    """Return the nation each folded form of a column stands for; the first row that lists it counts."""
    found: dict[str, str] = {}
    for row in rows:
        for form in row[column].split(";"):
            if form.strip():
                found.setdefault(fold_words(form), row["nation"])
    return found
