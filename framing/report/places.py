"""Links from a place in an article to the paragraph of the reader it stands in."""

from bisect import bisect_right
from dataclasses import dataclass

from framing.comparison.comparison import Comparison
from framing.report.plain import iter_columns


def name_anchor(number: int, start: int) -> str:
    """Return the id of a paragraph: the number of its article, and where it starts."""
    return f"p{number}-{start}"


@dataclass(frozen=True)
class Anchors:
    """Where the paragraphs of every article start."""

    starts: dict[str, list[int]]

    def link(self, article: str, start: int) -> str:
        """Return the address, within the page, of the paragraph that holds a place."""
        own = self.starts[article]
        return f"#{name_anchor(list(self.starts).index(article) + 1, own[max(bisect_right(own, start) - 1, 0)])}"


def make_anchors(comparison: Comparison) -> Anchors:
    """Return the anchors of every paragraph."""
    starts: dict[str, list[int]] = {article.article_id: [] for article in comparison.articles}
    for article, start in iter_columns(comparison.tables["zones"], "article", "start"):
        starts[article].append(start)
    return Anchors({article: sorted(own) for article, own in starts.items()})
