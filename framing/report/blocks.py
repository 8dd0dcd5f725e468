"""A sheet as blocks that can become a web page, Markdown or a word processor's file: headings, paragraphs, lists, tables, lines to write on."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Run:
    """A piece of text with one look: "" plain, strong, soft, quote, left, right."""

    text: str
    look: str = ""


@dataclass(frozen=True)
class Heading:
    """A heading; level 1 is the sheet's title, `is_new_page` begins a printed page."""

    text: str
    level: int = 2
    is_new_page: bool = False


@dataclass(frozen=True)
class Para:
    """A paragraph; looks: "" plain, lead, soft, notice, passage (with its ref in the margin), title (a passage that is a headline), caption."""

    runs: tuple[Run, ...]
    look: str = ""
    ref: str = ""


@dataclass(frozen=True)
class Items:
    """A list, with numbers where the order matters; `under` holds for each item the items of a list below it, or nothing for all."""

    items: tuple[tuple[Run, ...], ...]
    is_numbered: bool = False
    under: tuple[tuple[tuple[Run, ...], ...], ...] = ()


@dataclass(frozen=True)
class Grid:
    """A table with its caption ("": none); the first column holds row headings; `shares` are the columns' parts of the width."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[tuple[Run, ...], ...], ...]
    shares: tuple[int, ...]


@dataclass(frozen=True)
class Lines:
    """Empty lines to write on, with what they are for."""

    n: int
    label: str = "Your answer"


Block = Heading | Para | Items | Grid | Lines


@dataclass(frozen=True)
class Sheet:
    """A whole sheet: its name for the browser's title bar, who it is for, its blocks."""

    title: str
    audience: str
    blocks: tuple[Block, ...]


def say(text: str, look: str = "") -> tuple[Run, ...]:
    """Make the runs of a text with one look."""
    return (Run(text, look),)


def tell(label: str, text: str) -> tuple[Run, ...]:
    """Make runs that open with a label in bold."""
    return (Run(f"{label} ", "strong"), Run(text))


def tell_apart(text: str) -> tuple[Run, ...]:
    """Make runs of a text whose label stands before a bar: "Print|the worksheet"."""
    label, _, rest = text.partition("|")
    return tell(label, rest)


def list_said(items: Iterable[str]) -> Items:
    """Make a list of plain texts."""
    return Items(tuple(say(item) for item in items))


def list_told(items: Iterable[tuple[str, str]]) -> Items:
    """Make a list of texts that each open with a label in bold."""
    return Items(tuple((Run(label, "strong"), Run(f": {text}")) for label, text in items))


def lay_out(caption: str, header: Sequence[str], rows: Iterable[Sequence[object]], shares: Sequence[int] = ()) -> Grid:
    """Make a table of plain cells; columns are equally wide where no shares are given."""
    cells = tuple(tuple(say(str(cell)) for cell in row) for row in rows)
    return Grid(caption, tuple(header), cells, tuple(shares) or (1,) * len(header))


def name_blocks(blocks: Sequence[Block]) -> list[tuple[str, Block]]:
    """Return blocks with the names of their kinds, as the template blocks.html takes them."""
    return [(type(block).__name__.lower(), block) for block in blocks]
