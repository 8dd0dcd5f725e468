"""Corpus in, scores out: articles streamed through all cores in parts of a few hundred kilobytes, in order, within bounded memory."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import pandas as pd

from framing.analysis.scores import Scores, make_score_table
from framing.articles.corpus import find_event, iter_articles
from framing.errors import Fault, FramingError, make_error
from framing.evidence.lens import Lens, make_lens
from framing.pipeline.parts import Part, Result, Tally, score_part, split_parts
from framing.pipeline.pool import score_in_pool
from framing.pipeline.score_file import open_score_file
from framing.topics.general import read_general
from framing.topics.topic import lexicon_folders, read_topic

PARTS_A_TABLE: Final = 16


def score_paths(
    paths: Iterable[str | Path],
    topic: str | None,
    out: Path,
    *,
    lexicons: Path | None = None,
    workers: int = 0,
    progress: bool = False,
) -> Tally:
    """Score every article of some corpora into a CSV or Parquet file: one row per article, axis and voice.

    The result is the same for any number of `workers` (0: one a core). The file is written whole or not at all; an article that cannot
    be read or analysed becomes a fault of the tally. Raises FramingError for an unknown topic or file type, or where nothing could be read.
    """
    places = [Path(path) for path in paths]
    topic_id = topic or name_topic(places)
    lens = load_lens(topic_id, lexicons)
    tally = Tally()
    with open_score_file(out) as write:
        parts = show_progress(split_parts(iter_articles(places), tally), progress)
        for table in make_tables(score_parts(parts, lens, workers or os.cpu_count() or 1), tally):
            tally.n_rows += len(table)
            write(table)
        if not tally.n_articles:
            raise FramingError(*(tally.faults or [Fault(", ".join(map(str, places)), 0, "holds no article")]))
    return tally


def make_tables(results: Iterator[Result], tally: Tally) -> Iterator[pd.DataFrame]:
    """Lay out the results of some parts at a time as tables; faults go to the tally."""
    waiting: list[Scores] = []
    for scores, faults in results:
        tally.faults += faults
        waiting += scores
        if len(waiting) >= PARTS_A_TABLE:
            yield make_score_table(waiting)
            waiting = []
    if waiting:
        yield make_score_table(waiting)


def name_topic(places: list[Path]) -> str:
    """Return the topic the corpora's event names; raises FramingError where none is named."""
    event = find_event(places)
    if event and event.topic:
        return event.topic
    raise make_error(", ".join(map(str, places)), "names no topic; --topic with one of `framing topics` is needed")


def show_progress(parts: Iterator[Part], progress: bool) -> Iterator[Part]:
    """Pass parts on, showing how many articles went by."""
    from tqdm import tqdm

    with tqdm(unit=" articles", unit_scale=True, disable=None if progress else True, leave=False) as bar:
        for part in parts:
            yield part
            bar.update(len(part))


def score_parts(parts: Iterator[Part], lens: Lens, workers: int) -> Iterator[Result]:
    """Map parts to results in order: in this process for one worker, else over a pool with few parts waiting."""
    return (score_part(part, lens) for part in parts) if workers == 1 else score_in_pool(parts, lens, workers)


def load_lens(topic_id: str, lexicons: Path | None) -> Lens:
    """Read and compile a topic."""
    general = read_general(lexicon_folders(lexicons))
    return make_lens(general, read_topic(topic_id, lexicons, general))
