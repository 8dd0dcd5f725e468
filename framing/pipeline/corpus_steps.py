"""Steps over a whole corpus as map and reduce: the same pure function on every part, here or on an engine, and what it answers merged."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from framing.articles.article import Article
from framing.articles.corpus import iter_articles
from framing.articles.folder import read_event
from framing.errors import Fault
from framing.pipeline.engine import Engine, map_on_cores, map_partitions
from framing.pipeline.parts import Part, Tally, split_parts
from framing.pipeline.plan import Partition, list_sources, plan_partitions
from framing.pipeline.pool import KILLED
from framing.pipeline.reading import read_partition

Answer = TypeVar("Answer")
Work = Callable[[Sequence[Article]], Answer]


def map_articles(paths: Iterable[str | Path], work: Work[Answer], engine: Engine, tally: Tally) -> Iterator[Answer]:
    """Yield what `work` answers for every part of some corpora; articles and faults are counted in the tally.

    Locally the corpora are read here, part by part, and answers come in order; on Dask each worker reads partitions of its own, as
    `framing score` does into a folder. `work` must be a function that can be sent to another process.
    """
    if engine.name == "dask":
        return map_on_engine([str(path) for path in paths], work, engine, tally)
    places = [Path(path) for path in paths]
    parts = split_parts(name_own_events(iter_articles(places), places), tally)
    if engine.workers == 1:
        return map(work, parts)
    return (answer for found in map_on_cores(parts, partial(work_alone, work=work), engine, partial(miss_part, tally=tally)) for answer in found)


def work_alone(part: Part, work: Work[Answer]) -> list[Answer]:
    """Return what the work answers for a part, as a list of one."""
    return [work(part)]


def miss_part(part: Part, tally: Tally) -> list[Answer]:
    """Return no answer for a part that killed its process, and say so in the tally."""
    tally.faults.append(Fault(part[0].place or part[0].article_id, 0, f"and {len(part) - 1} more articles are left out ({KILLED})"))
    return []


def map_on_engine(places: list[str], work: Work[Answer], engine: Engine, tally: Tally) -> Iterator[Answer]:
    """Yield what the work answers for the parts of every partition."""
    partitions = plan_partitions(list_sources(places))
    on_partition: Callable[[Partition], tuple[list[Answer], Tally]] = partial(work_partition, work=work)
    on_loss: Callable[[Partition], tuple[list[Answer], Tally]] = miss_partition
    for answers, done in map_partitions(partitions, on_partition, engine, on_loss):
        tally.n_articles += done.n_articles
        tally.faults += done.faults
        yield from answers


def work_partition(partition: Partition, work: Work[Answer]) -> tuple[list[Answer], Tally]:
    """Read a partition and return what the work answers for its parts, and what was read."""
    tally = Tally()
    return [work(part) for part in split_parts(read_partition(partition), tally)], tally


def miss_partition(partition: Partition) -> tuple[list[Answer], Tally]:
    """Return no answer for a partition that no worker survived."""
    return [], Tally(faults=[Fault(partition.place, 0, f"is left out ({KILLED})")])


def name_own_events(items: Iterable[Article | Fault], places: Iterable[Path]) -> Iterator[Article | Fault]:
    """Pass articles on, those of a folder with an event.toml with its event where they name none themselves."""
    events = {place.resolve(): event.event_id for place in places if place.is_dir() and (event := read_event(place))}
    for item in items:
        own = events.get(Path(item.place).resolve().parent, "") if events and isinstance(item, Article) else ""
        yield replace(item, event=own) if isinstance(item, Article) and own and not item.event else item
