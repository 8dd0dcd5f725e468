"""The endings nouns and verbs take: English by rules, other languages by a table of endings; both with a table of irregular ones."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from framing.errors import FramingError
from framing.rows import Columns, filled, one_of, read_rows

IRREGULAR = Columns(("base", "kind", "forms"), {"base": filled, "kind": one_of("noun", "verb"), "forms": filled})
SHORT_CLOSED = re.compile(r"(?:qu|[^aeiou])*[aeiou][^aeiouwxy]")


ENDINGS = Columns(("kind", "ending", "forms", "note"), {"kind": one_of("noun", "verb"), "forms": filled})
Endings = Mapping[str, tuple[str, ...]]
"""What takes the place of each ending of a base word; the longest ending that fits counts."""


@dataclass(frozen=True)
class Inflections:
    """Irregular forms by base word; every other word follows the rules.

    `endings` holds the endings of nouns and verbs of a language other than English; a word that none of them fits takes none.
    """

    nouns: Mapping[str, tuple[str, ...]]
    verbs: Mapping[str, tuple[str, ...]]
    endings: Mapping[str, Endings] | None = None

    def noun_forms(self, word: str) -> tuple[str, ...]:
        """Return a noun and its plural.

        >>> Inflections({}, {}).noun_forms("army")
        ('army', 'armies')
        """
        known = self.nouns.get(word.lower())
        if self.endings is not None:
            return (word, *(known or add_endings(word, self.endings["noun"])))
        return (word, *(known or (add_s(word),)))

    def verb_forms(self, word: str) -> tuple[str, ...]:
        """Return a verb and its forms: third person, past, participle, -ing.

        >>> Inflections({}, {}).verb_forms("stop")
        ('stop', 'stops', 'stopped', 'stopping')
        """
        known = self.verbs.get(word.lower())
        if self.endings is not None:
            return (word, *(known or add_endings(word, self.endings["verb"])))
        return (word, *(known or (add_s(word), add_ed(word), add_ing(word))))


def read_inflections(path: Path) -> Inflections:
    """Read the table of irregular forms; raises FramingError with all its faults."""
    rows, faults = read_rows(path, IRREGULAR)
    if faults:
        raise FramingError(*faults)
    tables: dict[str, dict[str, tuple[str, ...]]] = {"noun": {}, "verb": {}}
    for row in rows:
        tables[row["kind"]][row["base"]] = tuple(form.strip() for form in row["forms"].split(";") if form.strip())
    return Inflections(tables["noun"], tables["verb"])


def read_endings(folder: Path) -> Inflections:
    """Read the endings and irregular forms of a language's folder, either of which may be absent; raises FramingError with all their faults."""
    irregular = folder / "irregular.csv"
    known = read_inflections(irregular) if irregular.exists() else Inflections({}, {})
    rows, faults = read_rows(folder / "endings.csv", ENDINGS) if (folder / "endings.csv").exists() else ([], [])
    if faults:
        raise FramingError(*faults)
    endings: dict[str, dict[str, tuple[str, ...]]] = {"noun": {}, "verb": {}}
    for row in rows:
        endings[row["kind"]][row["ending"]] = tuple(form.strip("- ") for form in row["forms"].split(";") if form.strip())
    return Inflections(known.nouns, known.verbs, endings)


def add_endings(word: str, endings: Endings) -> tuple[str, ...]:
    """Return the forms of a word by the longest ending that fits it.

    >>> add_endings("paz", {"z": ("ces",), "": ("s",)}), add_endings("base", {"z": ("ces",), "": ("s",)})
    (('paces',), ('bases',))
    """
    for length in range(len(word) - 1, -1, -1):
        if forms := endings.get(word[len(word) - length :] if length else ""):
            return tuple(word[: len(word) - length] + form for form in forms)
    return ()


def add_s(word: str) -> str:
    """Add the plural or third person ending: bases, crashes, armies."""
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + "s"


def add_ed(word: str) -> str:
    """Add the past ending: trained, imposed, stopped, occupied."""
    if word.endswith("e"):
        return word + "d"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ied"
    return double_last(word) + "ed"


def add_ing(word: str) -> str:
    """Add -ing: training, imposing, stopping, freeing."""
    if word.endswith("e") and not word.endswith(("ee", "oe", "ye")):
        return word[:-1] + "ing"
    return double_last(word) + "ing"


def double_last(word: str) -> str:
    """Double the last consonant of a word of one closed syllable (stop, plan)."""
    return word + word[-1] if SHORT_CLOSED.fullmatch(word) else word
