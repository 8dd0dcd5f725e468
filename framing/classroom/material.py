"""What a pack is made of: masked articles, the axes a level works with, and the tool's findings placed in the masked texts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import pandas as pd

from framing.classroom.lists import LEVELS, read_wording
from framing.classroom.masking import MaskedArticle, Passage, mask_articles
from framing.classroom.names import fold_outlet
from framing.comparison.comparison import Comparison
from framing.errors import make_error
from framing.report.words import join_words, say_count
from framing.topics.frame import Axis
from framing.topics.topic import Topic

LEAST_AT_POLE: Final = 2
N_AXES: Final = {"14": 1, "16": 2, "university": 3}
N_PASSAGES: Final = {"14": 6, "16": 9, "university": 1_000}
"""How many passages of each article stand on the worksheet; the questions' passages always do."""


@dataclass(frozen=True)
class Material:
    """Everything a pack is written from.

    The tables have the columns letter, ref (of the passage), place (of the passage in its article), start and end in the masked text, clean_start,
    and those of the comparison's tables: `marks` is the evidence on the chosen axes, `speech` the attributions, `loaded` the loaded words.
    """

    comparison: Comparison
    topic: Topic
    level: str
    articles: tuple[MaskedArticle, ...]
    axes: tuple[Axis, ...]
    marks: pd.DataFrame
    speech: pd.DataFrame
    loaded: pd.DataFrame
    wording: Mapping[str, tuple[str, ...]]
    lexicons: Path | None

    @property
    def title(self) -> str:
        """What the articles are about, in words that name no outlet."""
        event = self.comparison.event
        return event.label if event else f"{say_count(len(self.articles), 'article')} on one matter: {self.topic.label}"

    @property
    def passages(self) -> dict[str, tuple[MaskedArticle, Passage]]:
        """Every passage by its ref, in order of the articles."""
        return {passage.ref: (article, passage) for article in self.articles for passage in article.passages}

    @property
    def outlets(self) -> dict[str, str]:
        """The outlet of every letter, folded; an article stands under a letter of its own though its outlet wrote others."""
        return {article.letter: fold_outlet(self.comparison.articles[article.number].outlet) or article.letter for article in self.articles}

    def list_shared(self) -> list[list[str]]:
        """Return the letters of every outlet that wrote more than one of the articles."""
        outlets = self.outlets
        letters = ([letter for letter, other in outlets.items() if other == outlet] for outlet in dict.fromkeys(outlets.values()))
        return [own for own in letters if len(own) > 1]

    def word(self, key: str, **values: object) -> str:
        """Return a sentence of the sheets' wording, its places in braces filled."""
        return fill(self.wording[key][0], values)

    def tell_fictional(self) -> str:
        """Say that the articles are fictional, or which of them are; nothing where none is."""
        fictional = [article.letter for article in self.articles if self.comparison.articles[article.number].fictional]
        if len(fictional) == len(self.articles):
            return self.word("fictional")
        return self.word("fictional-some", letters=join_words(fictional)) if fictional else ""

    def text_of(self, ref: str) -> str:
        """Return what stands in a passage, masked."""
        article, passage = self.passages[ref]
        return article.cut(passage)


def fill(text: str, values: Mapping[str, object]) -> str:
    """Put values for the names in braces; other braces stay.

    >>> fill("{n} of {all}", {"n": 3})
    '3 of {all}'
    """
    for name, value in values.items():
        text = text.replace(f"{{{name}}}", str(value))
    return text


def make_material(comparison: Comparison, level: str, lexicons: Path | None = None) -> Material:
    """Mask the articles and place what was found in them; raises FramingError for an unknown level, no topic, or fewer than two articles."""
    if level not in LEVELS:
        raise make_error("level", f"{level!r} is unknown; allowed are {', '.join(LEVELS)}")
    if comparison.topic is None:
        fits = ", ".join(suggestion.topic_id for suggestion in comparison.suggestions[:3])
        raise make_error("topic", "none is named; name one with --topic" + (f" (these would fit: {fits})" if fits else ""))
    if len(comparison.articles) < 2:
        raise make_error("classroom", "1 article is too few to compare; at least 2 are needed")
    articles = tuple(mask_articles(comparison, lexicons))
    empty = [article.article_id for article in articles if not article.passages]
    if empty:
        raise make_error(empty[0], "has no text left to read once page furniture is taken off; a headline or a paragraph is needed")
    evidence = comparison.tables["evidence"]
    axes = choose_axes(comparison.topic, evidence, N_AXES[level])
    marks = place_rows(evidence[evidence["axis"].isin([axis.axis_id for axis in axes])], articles, "start", "end")
    speech = place_rows(comparison.tables["attributions"], articles, "content_start", "content_end")
    loaded = place_rows(comparison.tables["loaded"], articles, "start", "end")
    return Material(comparison, comparison.topic, level, articles, axes, marks, speech, loaded, read_wording(lexicons), lexicons)


def choose_axes(topic: Topic, evidence: pd.DataFrame, most: int) -> tuple[Axis, ...]:
    """Choose the axes on which these articles offer most to mark, at both poles where there are such; in the topic's order."""
    counts = evidence[evidence["weight"] > 0].groupby(["axis", "pole"]).size()

    def rank(axis: Axis) -> tuple[bool, int]:
        """Tell whether both poles have evidence to compare, then how much there is in all."""
        own = [int(counts.get((axis.axis_id, pole.pole_id), 0)) for pole in (axis.left, axis.right)]
        return min(own) >= LEAST_AT_POLE, sum(own)

    chosen = sorted(topic.axes, key=rank, reverse=True)[:most]
    return tuple(axis for axis in topic.axes if axis in chosen)


def place_rows(table: pd.DataFrame, articles: Sequence[MaskedArticle], start: str, end: str) -> pd.DataFrame:
    """Place the rows of a table in the masked texts; those that stand in no passage (furniture, second copies, what is hidden) are left out."""
    found = []
    for article in articles:
        own = table[(table["article"] == article.article_id) & (table[start] >= 0)].copy()
        starts, ends = article.to_masked(own[start].to_numpy(np.int64), own[end].to_numpy(np.int64))
        places = article.passages_of(starts.tolist())
        own["clean_start"], own["letter"], own["place"] = own[start], article.letter, places
        own["ref"] = [article.passages[place].ref if place >= 0 else "" for place in places]
        last = [article.passages[place].end if place >= 0 else 0 for place in places]
        own["start"], own["end"] = starts, np.minimum(ends, last)
        found.append(own[(own["place"] >= 0) & (own["end"] > own["start"])].sort_values(["start", "end"], kind="stable"))
    return pd.concat(found, ignore_index=True)


def code_ends(place: int) -> tuple[str, str]:
    """Return the codes of an axis' two ends, small letters so that they never look like a passage's number; they are also the keys that mark them.

    >>> code_ends(0), code_ends(1)
    (('a', 'b'), ('c', 'd'))
    """
    return chr(ord("a") + 2 * place), chr(ord("a") + 2 * place + 1)
