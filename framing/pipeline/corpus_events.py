"""The events and shared passages of a corpus of any size: sketches made part by part, and only what may be shared read a second time."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pandas as pd

from framing.articles.article import Article
from framing.articles.corpus import iter_articles
from framing.articles.folder import read_event
from framing.errors import Fault, FramingError
from framing.events.event_table import make_event_table
from framing.events.events import group_sketches
from framing.events.layout import read_lists
from framing.events.rule import EventRule
from framing.events.shared_table import Holder, make_holders, make_shared_table
from framing.events.sharing import join_matches, match_pairs
from framing.events.shingles import find_candidates, make_copy_sketches, merge_copy_sketches
from framing.events.sketches import make_sketches, merge_sketches
from framing.pipeline.parts import Tally, split_parts


def find_paths_events(
    paths: Iterable[str | Path], rule: EventRule | None = None, *, lexicons: Path | None = None
) -> tuple[pd.DataFrame, Tally]:
    """Find the events some corpora report: the table of events (see `make_event_table`), and what could not be read.

    No text is kept: 100,000 short articles take some 1.6 GB. Raises FramingError where nothing could be read.
    """
    places = [Path(path) for path in paths]
    lists, tally = read_lists(lexicons), Tally()
    parts = split_parts(name_own_events(iter_articles(places), places), tally)
    merged = merge_sketches([make_sketches(part, lists) for part in parts] or [make_sketches([], lists)])
    if not len(merged):
        raise FramingError(*(tally.faults or [Fault(", ".join(map(str, places)), 0, "holds no article")]))
    return make_event_table(group_sketches(merged, lists.common, rule), lists.common), tally


def find_paths_shared(paths: Iterable[str | Path], *, lexicons: Path | None = None) -> pd.DataFrame:
    """Find the passages that articles of some corpora share (see `make_shared_table`), reading the articles of candidate pairs a second time."""
    places = [Path(path) for path in paths]
    lists = read_lists(lexicons)
    sketches = [make_copy_sketches(part, lists) for part in split_parts(iter_articles(places), Tally())]
    candidates = find_candidates(merge_copy_sketches(sketches)) if sketches else []
    wanted = {article_id for pair in candidates for article_id in pair}
    holders: dict[str, Holder] = {}
    again = (item for item in iter_articles(places) if isinstance(item, Article) and item.article_id in wanted)
    for part in split_parts(again, Tally()):
        holders |= make_holders(part, lists)
    words = {article_id: holder.words for article_id, holder in holders.items()}
    pairs = match_pairs(candidates, words, {article_id: holder.article for article_id, holder in holders.items()})
    return make_shared_table(join_matches(list(pairs)), holders, lists.agencies)


def name_own_events(items: Iterable[Article | Fault], places: Iterable[Path]) -> Iterator[Article | Fault]:
    """Pass articles on, those of a folder with an event.toml with its event where they name none themselves."""
    events = {place.resolve(): event.event_id for place in places if place.is_dir() and (event := read_event(place))}
    for item in items:
        own = events.get(Path(item.place).resolve().parent, "") if events and isinstance(item, Article) else ""
        yield replace(item, event=own) if isinstance(item, Article) and own and not item.event else item
