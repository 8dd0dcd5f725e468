"""The events and shared passages of a corpus of any size: sketches made part by part, and only what may be shared read a second time."""

from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Final

import pandas as pd

from framing.articles.article import Article
from framing.errors import Fault, FramingError
from framing.events.event_table import make_event_table
from framing.events.events import group_sketches
from framing.events.layout import Lists, read_lists
from framing.events.rule import EventRule
from framing.events.shared_table import Holder, make_holders, make_shared_table
from framing.events.sharing import join_matches, match_pairs
from framing.events.shingles import find_candidates, make_copy_sketches, merge_copy_sketches
from framing.events.sketches import make_sketches, merge_sketches
from framing.pipeline.corpus_steps import map_articles
from framing.pipeline.engine import Engine
from framing.pipeline.parts import Tally

ALONE: Final = Engine("local", 1)


def find_paths_events(
    paths: Iterable[str | Path], rule: EventRule | None = None, *, lexicons: Path | None = None, engine: Engine = ALONE
) -> tuple[pd.DataFrame, Tally]:
    """Find the events some corpora report: the table of events (see `make_event_table`), and what could not be read.

    Sketches are made part by part on the engine; the grouping is done here. No text is kept: 100,000 short articles take some 1.6 GB.
    Raises FramingError where nothing could be read.
    """
    places = list(paths)
    lists, tally = read_lists(lexicons), Tally()
    sketches = list(map_articles(places, partial(make_sketches, lists=lists), engine, tally))
    merged = merge_sketches(sketches or [make_sketches([], lists)])
    if not len(merged):
        raise FramingError(*(tally.faults or [Fault(", ".join(map(str, places)), 0, "holds no article")]))
    return make_event_table(group_sketches(merged, lists.common, rule), lists.common), tally


def find_paths_shared(paths: Iterable[str | Path], *, lexicons: Path | None = None, engine: Engine = ALONE) -> pd.DataFrame:
    """Find the passages that articles of some corpora share (see `make_shared_table`), reading the articles of candidate pairs a second time."""
    places = list(paths)
    lists = read_lists(lexicons)
    sketches = list(map_articles(places, partial(make_copy_sketches, lists=lists), engine, Tally()))
    candidates = find_candidates(merge_copy_sketches(sketches)) if sketches else []
    wanted = frozenset(article_id for pair in candidates for article_id in pair)
    holders: dict[str, Holder] = {}
    for found in map_articles(places, partial(make_wanted_holders, lists=lists, wanted=wanted), engine, Tally()):
        holders |= found
    words = {article_id: holder.words for article_id, holder in holders.items()}
    pairs = match_pairs(candidates, words, {article_id: holder.article for article_id, holder in holders.items()})
    return make_shared_table(join_matches(list(pairs)), holders, lists.agencies)


def make_wanted_holders(articles: Sequence[Article], lists: Lists, wanted: frozenset[str]) -> dict[str, Holder]:
    """Make the holders of those articles of a part that are in some candidate pair."""
    chosen = [article for article in articles if article.article_id in wanted]
    return make_holders(chosen, lists) if chosen else {}
