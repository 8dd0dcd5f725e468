"""What the intake check looks at: one article's paragraphs, repairs and quotations, cut out of an analysis."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from framing.analysis.analysis import Analysis
from framing.articles.article import Article
from framing.events.passages import Words, cut_words
from framing.text.zone_names import NAMES, SCORED

COUNTED: Final = frozenset(NAMES[code] for code in SCORED["all"])


@dataclass(frozen=True)
class Paragraph:
    """One stretch of an article: its zone, text, number of words, and whether it repeats an earlier one."""

    zone: str
    text: str
    n_words: int
    is_copy: bool


@dataclass(frozen=True)
class View:
    """One article as the check sees it; `n_open` counts quotations without a closing mark."""

    article: Article
    text: str
    paragraphs: tuple[Paragraph, ...]
    repairs: dict[str, int]
    n_quotations: int
    n_open: int
    n_attributions: int
    words: Words

    @property
    def counted(self) -> tuple[Paragraph, ...]:
        """The paragraphs that scores count."""
        return tuple(one for one in self.paragraphs if one.zone in COUNTED and not one.is_copy)

    @property
    def n_words(self) -> int:
        """How many words scores count."""
        return sum(one.n_words for one in self.counted)


@dataclass(frozen=True)
class Problem:
    """One thing to mend or to know; `level` is serious (the article should not be scored as it is) or look; article "" is the corpus."""

    article: str
    kind: str
    level: str
    what: str


def make_views(analysis: Analysis) -> list[View]:
    """Cut the view of every article out of an analysis."""
    batch, segments, voices = analysis.batch, analysis.segments, analysis.voices
    of_quotation = batch.article_of(voices.quotations.starts)
    n_articles = len(batch.articles)
    n_attributions = np.bincount(voices.attributions.article, minlength=n_articles)
    first = np.searchsorted(segments.article, np.arange(n_articles + 1))
    words = cut_words(batch, segments, voices.quotations)
    views = []
    for number, article in enumerate(batch.articles):
        own = range(int(first[number]), int(first[number + 1]))
        is_closed = voices.quotations.is_closed[of_quotation == number]
        paragraphs = tuple(make_paragraph(analysis, at) for at in own)
        counts = (len(is_closed), int((~is_closed).sum()), int(n_attributions[number]))
        views.append(View(article, batch.cleaned[number].text, paragraphs, dict(batch.cleaned[number].repairs), *counts, words[number]))
    return views


def make_paragraph(analysis: Analysis, at: int) -> Paragraph:
    """Make a paragraph of a segment."""
    segments = analysis.segments
    text = analysis.batch.cut(segments.starts[at], segments.ends[at])
    return Paragraph(NAMES[segments.zone[at]], text, int(segments.n_words[at]), bool(segments.is_copy[at]))


def say_passage(text: str, longest: int = 60) -> str:
    """Return the beginning of a passage in quotation marks."""
    line = " ".join(text.split())
    return f"“{line if len(line) <= longest else f'{line[: longest - 1].rstrip()}…'}”"
