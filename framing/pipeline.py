"""Corpus in, scores out: articles streamed through all cores in parts of a few hundred kilobytes, in order, within bounded memory."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import pandas as pd

from framing.analysis.analysis import analyse_articles
from framing.analysis.scores import RANDOM_STATE, Scores, make_score_table, score_articles
from framing.articles.article import Article
from framing.articles.corpus import find_event, iter_articles
from framing.articles.language import keep_languages
from framing.errors import Fault, FramingError, make_error
from framing.evidence.lens import Lens, make_lens
from framing.score_file import open_score_file
from framing.topics.general import read_general
from framing.topics.topic import lexicon_folders, read_topic

PART_LETTERS: Final = 300_000
PARTS_WAITING: Final = 4
Part = list[Article]
Result = tuple[list[Scores], list[Fault]]
PARTS_A_TABLE: Final = 16


@dataclass
class Tally:
    """What a run did: articles read, rows written, and what could not be read."""

    n_articles: int = 0
    n_rows: int = 0
    faults: list[Fault] = field(default_factory=list)


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
    score = make_scorer(lens, workers or os.cpu_count() or 1)
    with open_score_file(out) as write:
        for table in make_tables(score(show_progress(split_parts(iter_articles(places), tally), progress)), tally):
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


def split_parts(items: Iterable[Article | Fault], tally: Tally) -> Iterator[Part]:
    """Split a stream of articles into parts of about 300,000 letters, counting them; faults go to the tally."""
    part: Part = []
    letters = 0
    for item in items:
        if isinstance(item, Fault):
            tally.faults.append(item)
            continue
        tally.n_articles += 1
        part.append(item)
        letters += len(item.raw_text)
        if letters >= PART_LETTERS:
            yield part
            part, letters = [], 0
    if part:
        yield part


def show_progress(parts: Iterator[Part], progress: bool) -> Iterator[Part]:
    """Pass parts on, showing how many articles went by."""
    from tqdm import tqdm

    with tqdm(unit=" articles", unit_scale=True, disable=None if progress else True, leave=False) as bar:
        for part in parts:
            yield part
            bar.update(len(part))


def score_part(part: Part, lens: Lens) -> Result:
    """Score a part but for articles in other languages than the topic's; where it fails, its articles one by one, so that one bad loses no other."""
    part, foreign = keep_languages(part, [lens.topic.language] if lens.topic else [])
    if not part:
        return [], foreign
    try:
        return [score_articles(analyse_articles(part, lens, all_attributions=False), ("all",), RANDOM_STATE)], foreign
    except Exception as error:
        if len(part) == 1:
            what = f"could not be analysed ({type(error).__name__}: {error}); it is left out"
            return [], [*foreign, Fault(part[0].place or part[0].article_id, 0, what)]
    results = [score_part([article], lens) for article in part]
    return [scores for found, _ in results for scores in found], [*foreign, *(fault for _, faults in results for fault in faults)]


def make_scorer(lens: Lens, workers: int) -> Callable[[Iterator[Part]], Iterator[Result]]:
    """Return what maps parts to results in order: in this process for one worker, else over a pool with few parts waiting."""
    if workers == 1:
        return lambda parts: (score_part(part, lens) for part in parts)
    return lambda parts: score_in_pool(parts, lens, workers)


def score_in_pool(parts: Iterator[Part], lens: Lens, workers: int) -> Iterator[Result]:
    """Score parts over a pool of processes, yielding results in the order of the parts."""
    waiting: deque[Future[Result]] = deque()
    with ProcessPoolExecutor(workers, initializer=WORKER.update, initargs=({"lens": lens},)) as pool:
        try:
            for part in parts:
                waiting.append(pool.submit(score_in_worker, part))
                if len(waiting) > workers * PARTS_WAITING:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            pool.shutdown(cancel_futures=True)


def load_lens(topic_id: str, lexicons: Path | None) -> Lens:
    """Read and compile a topic."""
    general = read_general(lexicon_folders(lexicons))
    return make_lens(general, read_topic(topic_id, lexicons, general))


WORKER: dict[str, Lens] = {}
"""The lens of a worker process, set once when the process starts."""


def score_in_worker(part: Part) -> Result:
    """Score a part in a worker process."""
    return score_part(part, WORKER["lens"])
