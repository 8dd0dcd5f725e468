"""One article as it was given, and a corpus of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from typing import overload

from framing.errors import Fault


@dataclass(frozen=True)
class Article:
    """One text and what is known about it; unknown fields are empty strings.

    `raw_text` is the text as given (in a file with front matter: what stands after it); every `raw_` offset counts its code points.
    `published` is an ISO date where one is known; `unsure` what intake could not be sure of.
    """

    article_id: str
    outlet: str
    headline: str
    raw_text: str
    published: str = ""
    url: str = ""
    byline: str = ""
    language: str = ""
    event: str = ""
    fictional: bool = False
    encoding: str = "utf-8"
    place: str = ""
    unsure: str = ""


FIELDS = tuple(field.name for field in fields(Article))


@dataclass(frozen=True)
class Event:
    """What happened, from a corpus' event.toml; `topic` is the id of the topic that fits it, or ""."""

    event_id: str
    label: str
    date: str = ""
    topic: str = ""
    description: str = ""
    fictional: bool = False


@dataclass(frozen=True)
class Corpus(Sequence[Article]):
    """Articles in the order they were read, with the event they report (where one is named) and what could not be read."""

    articles: tuple[Article, ...]
    event: Event | None = None
    faults: tuple[Fault, ...] = ()

    def __len__(self) -> int:
        return len(self.articles)

    def __iter__(self) -> Iterator[Article]:
        return iter(self.articles)

    @overload
    def __getitem__(self, index: int) -> Article: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Article]: ...

    def __getitem__(self, index: int | slice) -> Article | Sequence[Article]:
        return self.articles[index]
