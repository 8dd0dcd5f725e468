"""Articles laid out for comparing whole corpora: cleaned, with page furniture told from text, and nothing looked for that it does not need."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from framing.articles.article import Article
from framing.text.cleaning import Batch, make_batch
from framing.text.furniture import SCANNED, Furniture, make_furniture
from framing.text.matching import Matcher, make_matcher, match_patterns
from framing.text.offsets import Offsets
from framing.text.sentences import Abbreviations, make_abbreviations
from framing.text.zone_names import is_in
from framing.text.zones import Segments, find_zones
from framing.topics.agency import read_agencies
from framing.topics.common_words import read_common_words
from framing.topics.general import read_general
from framing.topics.topic import lexicon_folders


@dataclass(frozen=True)
class Lists:
    """The lists these steps need, made ready: page furniture, abbreviations, how common words are, news agencies by the names they go by."""

    furniture: Furniture
    matcher: Matcher
    n_scanned: int
    abbreviations: Abbreviations
    common: dict[str, float]
    agencies: dict[str, str]


@dataclass(frozen=True)
class Layout:
    """A batch of articles with its zones; `segment_of_run` is the segment each word stands in, -1 where it is no reporting or a second copy."""

    batch: Batch
    segments: Segments
    segment_of_run: Offsets


def read_lists(lexicons: Path | None = None) -> Lists:
    """Read the lists; raises FramingError with every fault."""
    folders = lexicon_folders(lexicons)
    general = read_general(folders)
    words = [word for word in general.words if word.list_id == "furniture"]
    scanned = [word.pattern for word in words if word.place in SCANNED]
    return Lists(
        furniture=make_furniture(words),
        matcher=make_matcher(scanned),
        n_scanned=len(scanned),
        abbreviations=make_abbreviations(tuple(general.abbreviations.items()), general.starters),
        common=read_common_words(folders),
        agencies=read_agencies(folders),
    )


def lay_out(articles: Sequence[Article], lists: Lists) -> Layout:
    """Clean some articles and find their zones, each as if it stood alone."""
    batch = make_batch(articles)
    hits = match_patterns(batch, lists.matcher).numbered(range(lists.n_scanned))
    segments = find_zones(batch, lists.furniture, hits)
    starts = batch.runs.starts
    of = segments.of(starts)
    counted = is_in(segments.zone, "all") & ~segments.is_copy
    inside = (of >= 0) & counted[of] & (starts < segments.ends[of])
    return Layout(batch, segments, np.where(inside, of, -1))
