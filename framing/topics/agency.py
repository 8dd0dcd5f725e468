"""The news agencies whose copy outlets print, with the names they are credited by."""

from pathlib import Path

from framing.errors import Fault, FramingError
from framing.rows import Columns, filled, read_rows

COLUMNS = Columns(("agency", "names", "note"), {"agency": filled, "names": filled})


def read_agencies(folders: list[Path]) -> dict[str, str]:
    """Read agencies.csv of one or more lexicon folders: name to agency; raises FramingError with all faults."""
    names: dict[str, str] = {}
    faults: list[Fault] = []
    for folder in folders:
        path = folder / "general" / "agencies.csv"
        if path.exists() or folder is folders[0]:
            rows, wrong = read_rows(path, COLUMNS)
            faults += wrong
            names |= {name.strip(): row["agency"] for row in rows for name in row["names"].split(";") if name.strip()}
    if faults:
        raise FramingError(*faults)
    return names
