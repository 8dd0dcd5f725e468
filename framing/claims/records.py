"""Clauses and claims: the records that finding makes and comparison reads."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from framing.claims.dates import Told
from framing.claims.figures import Figure

KINDS: Final = ("figure", "vague", "date", "event", "statement")


@dataclass(frozen=True)
class Clause:
    """One clause: place in the batch, article, sentence, zone, what it is matched by, and how it is told.

    `matter` holds stems, actors ("@3") and numbers ("64"); `names` the actors; it `is_said` in a source's words, `is_denied` by a word of
    denial, `is_ahead` where it looks to the future; what somebody denies `is_refuted`, and its matter ("not 64") meets that of no clause that
    tells it.
    `source` holds the words for who says it ("" for nobody named).
    """

    start: int
    end: int
    article: int
    sentence: int
    zone: int
    matter: frozenset[str]
    names: frozenset[int]
    is_said: bool
    is_denied: bool
    is_ahead: bool
    is_refuted: bool = False
    source: str = ""


@dataclass(frozen=True)
class Claim:
    """One claim: kind (see `KINDS`), its place in the batch, the number of its clause, and the figure or date it is made of."""

    kind: str
    start: int
    end: int
    clause: int
    figure: Figure | None = None
    told: Told | None = None


@dataclass(frozen=True)
class Claims:
    """The clauses and claims of a batch in order of place; `published` is the day each article's dates count from, None where unknown."""

    clauses: tuple[Clause, ...]
    claims: tuple[Claim, ...]
    published: tuple[date | None, ...]
