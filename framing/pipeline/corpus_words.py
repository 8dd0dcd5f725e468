"""The distinctive words of each outlet over a corpus of any size: words counted part by part, compared once at the end."""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path

import pandas as pd

from framing.articles.article import Article
from framing.comparison.keyness import count_terms, measure_keyness
from framing.errors import FramingError, make_error
from framing.events.layout import Lists, lay_out, read_lists
from framing.pipeline.corpus_steps import map_articles
from framing.pipeline.engine import Engine
from framing.pipeline.parts import Tally
from framing.text.zone_names import is_in

Counts = dict[str, Counter[str]]
"""Outlet to word to how often it stands there."""


def find_outlet_words(paths: Iterable[str | Path], engine: Engine, *, least: int = 20, lexicons: Path | None = None) -> tuple[pd.DataFrame, Tally]:
    """Measure the keyness of every word in each outlet of some corpora against the others (see `measure_keyness`), and say what was read.

    Words that stand fewer than `least` times in all are left out. Memory: a count for each outlet and word. Raises FramingError where
    nothing could be read.
    """
    places, tally = list(paths), Tally()
    total: Counts = {}
    for counts in map_articles(places, partial(count_outlets, lists=read_lists(lexicons)), engine, tally):
        merge_counts(total, counts)
    if not total:
        raise FramingError(*(tally.faults or make_error(", ".join(map(str, places)), "holds no article").faults))
    together: Counter[str] = Counter()
    for own in total.values():
        together.update(own)
    often = {word for word, count in together.items() if count >= least}
    kept = {outlet: Counter({word: count for word, count in total[outlet].items() if word in often}) for outlet in sorted(total)}
    return measure_keyness(kept).rename(columns={"article": "outlet"}), tally


def count_outlets(articles: Sequence[Article], lists: Lists) -> Counts:
    """Count the words of each outlet in a part, page furniture and second copies left out: a pure function, to be mapped over parts."""
    layout = lay_out(articles, lists)
    segments, batch = layout.segments, layout.batch
    texts: dict[str, list[str]] = {}
    for at in (is_in(segments.zone, "all") & ~segments.is_copy).nonzero()[0].tolist():
        texts.setdefault(articles[int(segments.article[at])].outlet, []).append(batch.cut(segments.starts[at], segments.ends[at]))
    return {outlet: count_terms("\n".join(own)) for outlet, own in texts.items()}


def merge_counts(total: Counts, counts: Counts) -> None:
    """Add some counts to the total."""
    for outlet, own in counts.items():
        total.setdefault(outlet, Counter()).update(own)
