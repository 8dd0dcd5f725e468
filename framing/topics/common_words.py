"""How common everyday words are in news, so that a handful of articles can be told apart by their uncommon ones."""

from pathlib import Path

from framing.errors import Fault, FramingError
from framing.rows import Columns, filled, number, read_rows

COLUMNS = Columns(("word", "share"), {"word": filled, "share": number(0, 1)})


def read_common_words(folders: list[Path]) -> dict[str, float]:
    """Read common_words.csv of one or more lexicon folders: word to the share of articles it stands in, 0 to 1.

    Raises FramingError with all faults.
    """
    words: dict[str, float] = {}
    faults: list[Fault] = []
    for folder in folders:
        path = folder / "general" / "common_words.csv"
        if path.exists() or folder is folders[0]:
            rows, wrong = read_rows(path, COLUMNS)
            faults += wrong
            words |= {row["word"].lower(): float(row["share"]) for row in rows}
    if faults:
        raise FramingError(*faults)
    return words
