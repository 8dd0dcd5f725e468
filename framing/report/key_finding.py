"""One finding of the overview: a sentence, its figure, and where its passages stand."""

from typing import NamedTuple


class Link(NamedTuple):
    """A link to a passage: its address within the page, what it shows, and the article it is of."""

    href: str
    text: str
    label: str


class KeyFinding(NamedTuple):
    """What it is about, the sentence, the figures with their intervals, where it is shown in full, some of its passages, and whom it is about."""

    about: str
    text: str
    figures: tuple[str, ...]
    href: str
    links: list[Link]
    articles: frozenset[str]

    @property
    def subjects(self) -> frozenset[tuple[str, str]]:
        """What is told of whom, so that the same is not told twice in two ways."""
        return frozenset((self.about, article) for article in self.articles)
