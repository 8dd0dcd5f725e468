"""A pack made from the texts that coders' files bring along, for marks that were made without a classroom pack (Label Studio, doccano)."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from framing.articles.article import Article, Corpus
from framing.classroom.drafts import read_drafts
from framing.classroom.pack import Coded, Pack
from framing.comparison.comparison import Comparison, compare_articles
from framing.errors import FramingError, make_error
from framing.report.labels import make_letter
from framing.report.plain import iter_columns


def make_text_pack(paths: Sequence[Path], topic: str | None, lexicons: Path | None = None) -> Pack:
    """Make a pack from the texts in some files; raises FramingError where no file brings a text or no topic is named."""
    texts: dict[str, None] = {}
    for path in paths:
        try:
            texts.update(dict.fromkeys(draft.text for draft in read_drafts(path) if draft.text.strip()))
        except FramingError:
            continue
    if not texts or not topic:
        what = "none is named and none stands beside the files; name its folder with --pack, or --topic for exports that hold their texts"
        raise make_error("pack", what)
    articles = [Article(make_letter(place), f"Outlet {make_letter(place)}", "", text) for place, text in enumerate(texts)]
    comparison = compare_articles(Corpus(tuple(articles)), topic, lexicons=lexicons)
    if comparison.topic is None:
        raise make_error("topic", f"{topic!r} is unknown")
    return Pack(
        pack_id="",
        title=comparison.topic.label,
        texts={article.article_id: article.raw_text for article in articles},
        sentences={article.article_id: find_raw_sentences(comparison, number) for number, article in enumerate(articles)},
        axes={axis.axis_id: (axis.question, {pole.pole_id: pole.label for pole in (axis.left, axis.right)}) for axis in comparison.topic.axes},
        tool=find_raw_marks(comparison),
        refs={},
    )


def find_raw_sentences(comparison: Comparison, number: int) -> tuple[tuple[int, int], ...]:
    """Return the sentences of an article in its raw text."""
    batch, sentences = comparison.analysis.batch, comparison.analysis.sentences
    own = (sentences.starts >= batch.starts[number]) & (sentences.starts < batch.ends[number])
    starts, ends = batch.cleaned[number].offsets.to_raw(sentences.starts[own] - batch.starts[number], sentences.ends[own] - batch.starts[number])
    return tuple((int(start), int(end)) for start, end in zip(np.asarray(starts), np.asarray(ends), strict=True) if end > start)


def find_raw_marks(comparison: Comparison) -> tuple[Coded, ...]:
    """Return the evidence that counts, in the raw texts."""
    evidence = comparison.tables["evidence"]
    rows = iter_columns(evidence[evidence["weight"] > 0], "article", "raw_start", "raw_end", "axis", "pole", "voice")
    return tuple(Coded(*row) for row in rows)
