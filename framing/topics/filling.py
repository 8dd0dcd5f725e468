"""What of a new topic is still to be filled in: the marks left from the template."""

from pathlib import Path
from typing import Final

from framing.errors import Fault
from framing.files import read_text

MARK: Final = "FILL IN"
"""Stands in the template wherever a topic's author has to write something."""


def find_unfilled(path: Path) -> list[Fault]:
    """Return the lines of a topic.toml that still hold the template's mark; comments may hold it."""
    found = []
    for line, text in enumerate(read_text(path)[0].splitlines(), 1):
        key, _, value = text.partition("=")
        if MARK in text and not key.lstrip().startswith("#"):
            asked = text.partition(MARK)[2].strip(" :,]\"")
            found.append(Fault(str(path), line, f"{key.strip() if value else 'list'}: still to be filled in: {asked}"))
    return found
