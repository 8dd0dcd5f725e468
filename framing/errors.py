"""What can be wrong with what a user gives us, and how we say it in one line."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Fault:
    """One thing wrong in a file: where, what, and what is allowed; `line` counts from 1, 0 means the file as a whole."""

    place: str
    line: int
    what: str

    def __str__(self) -> str:
        return f"{self.place}:{self.line}: {self.what}" if self.line else f"{self.place}: {self.what}"


class FramingError(Exception):
    """Bad input, with every fault found so far; printed as one line each, exit code 1."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = faults


def make_error(place: str | Path, what: str, line: int = 0) -> FramingError:
    """Make the error for a single fault."""
    return FramingError(Fault(str(place), line, what))


def say_list(values: object, most: int = 8) -> str:
    """Join allowed values for a message, the first `most` of them."""
    items = [str(value) for value in values]  # type: ignore[attr-defined]
    return ", ".join(items[:most]) + (f" and {len(items) - most} more" if len(items) > most else "")
