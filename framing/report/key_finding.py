"""One finding of the overview: a sentence, its figure, and where its passages stand."""

from typing import NamedTuple


class Link(NamedTuple):
    """A link to a passage: its address within the page, what it shows, and the article it is of."""

    href: str
    text: str
    label: str


class KeyFinding(NamedTuple):
    """What it is about, the sentence, the figures with their intervals, where it is shown in full, and some of its passages."""

    about: str
    text: str
    figures: tuple[str, ...]
    href: str
    links: list[Link]
