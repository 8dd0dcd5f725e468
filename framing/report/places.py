"""Addresses within a page: paragraphs, axes, findings and claims, named by what they hold, so that a link stays good when a report is made again."""

import hashlib
import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Final

from framing.comparison.comparison import Comparison
from framing.report.plain import iter_columns

PLAIN_ID: Final = re.compile(r"[a-z0-9][a-z0-9-]{0,40}")
SHORT: Final = 8


def name_place(kind: str, *parts: str) -> str:
    """Return an id made from a kind and what the place holds; what is no plain word becomes a short hash.

    >>> name_place("axis", "presence"), name_place("finding", "<b>")
    ('axis-presence', 'finding-507ca5a2')
    """
    shown = [part if PLAIN_ID.fullmatch(part) else hashlib.sha256(part.encode("utf-8", "replace")).hexdigest()[:SHORT] for part in parts]
    return "-".join([kind, *shown])


def name_article(article: str) -> str:
    """Return the id of an article's column: short, since every paragraph carries it."""
    return "a" + hashlib.sha256(article.encode("utf-8", "replace")).hexdigest()[:6]


def name_anchor(article: str, start: int) -> str:
    """Return the id of a paragraph: its article, and where it starts."""
    return f"{name_article(article)}-{start}"


def name_claims(comparison: Comparison) -> dict[str, str]:
    """Return the id of every claim that several articles tell, from the article and words that tell it first."""
    table = comparison.tables["claims"]
    shared = table[table["articles"] > 1].drop_duplicates("claim")
    names: dict[str, str] = {}
    taken: set[str] = set()
    for claim, article, text, start in iter_columns(shared, "claim", "article", "text", "start"):
        name = name_place("claim", f"{article} {text}")
        names[claim] = name if name not in taken else f"{name}-{start}"
        taken.add(names[claim])
    return names


@dataclass(frozen=True)
class Anchors:
    """Where the paragraphs of every article start."""

    starts: dict[str, list[int]]

    def link(self, article: str, start: int) -> str:
        """Return the address, within the page, of the paragraph that holds a place."""
        own = self.starts[article]
        return f"#{name_anchor(article, own[max(bisect_right(own, start) - 1, 0)])}"


def make_anchors(comparison: Comparison) -> Anchors:
    """Return the anchors of every paragraph."""
    starts: dict[str, list[int]] = {article.article_id: [] for article in comparison.articles}
    for article, start in iter_columns(comparison.tables["zones"], "article", "start"):
        starts[article].append(start)
    return Anchors({article: sorted(own) for article, own in starts.items()})
