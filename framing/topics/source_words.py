"""The words of sources: nouns of people nobody names, of bodies, of documents that speak, and pronouns."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from framing.errors import Fault, FramingError
from framing.rows import Columns, filled, one_of, read_rows
from framing.topics.inflection import Inflections
from framing.topics.name_words import fold_words

ANONYMOUS: Final = "anonymous"
COLLECTIVE: Final = "collective"
"""Bodies that are anonymous by themselves ("both sides") and named with a name before them ("the Iraqi government")."""
OUTSIDER: Final = "outsider"
"""Unnamed people who do not speak for whom they are named with: critics of, experts on."""
PRONOUN: Final = "pronoun"
DOCUMENT: Final = "document"
SOURCE_WORDS: Final = Columns(("word", "kind", "note"), {"word": filled, "kind": one_of(ANONYMOUS, COLLECTIVE, OUTSIDER, PRONOUN, DOCUMENT)})


def read_source_words(folders: list[Path], inflections: Inflections) -> Mapping[str, str]:
    """Read general/source_words.csv of one or more lexicon folders as the kind of each folded word, nouns in singular and plural.

    Raises FramingError with all their faults.
    """
    kinds: dict[str, str] = {}
    faults: list[Fault] = []
    for folder in folders:
        path = folder / "general" / "source_words.csv"
        rows, found = read_rows(path, SOURCE_WORDS) if path.exists() or folder is folders[0] else ([], [])
        faults += found
        for row in rows:
            forms = [row["word"]] if row["kind"] == PRONOUN else [row["word"], *inflections.noun_forms(row["word"])]
            kinds |= {fold_words(form): row["kind"] for form in forms}
    if faults:
        raise FramingError(*faults)
    return kinds
