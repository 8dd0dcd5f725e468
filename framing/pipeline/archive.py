"""Archives of any size: cut into partitions, scored by an engine, finished partitions kept so that a run can be taken up again."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any, Final

from framing.errors import Fault, FramingError, make_error
from framing.pipeline.engine import Engine, map_partitions
from framing.pipeline.partition import Job, load_lens_once, read_tally, score_partition
from framing.pipeline.parts import Tally
from framing.pipeline.plan import PARTITION_BYTES, Partition, SourceFile, list_sources, plan_partitions
from framing.pipeline.pool import KILLED
from framing.topics.topic import lexicon_folders, read_topic
from framing.version import __version__

PLAN_NAME: Final = "run.json"


def score_archive(
    places: Iterable[str], job: Job, engine: Engine, *, partition_bytes: int = PARTITION_BYTES, progress: bool = False
) -> Tally:
    """Score an archive into a folder (or object store) of Parquet files, one a partition, and return what was done in all.

    Partitions that stand finished in the folder are not redone, and the files are the same to the byte whatever the engine. Memory: the
    plan here; in each worker one part of the text and one partition's rows. Raises FramingError where the folder holds another run, or
    nothing can be read.
    """
    sources = list_sources(places)
    partitions = plan_partitions(sources, partition_bytes)
    keep_plan(job, describe_run(job, sources, partition_bytes))
    finished = list_finished(job.out)
    waiting = [partition for partition in partitions if partition.name not in finished]
    total = Tally()
    for partition in partitions:
        if partition.name in finished:
            add_tally(total, read_tally(f"{job.out}/{partition.name}"))
    if waiting and engine.name == "local":
        load_lens_once(job.topic, job.lexicons)  # the processes started from this one have it too
    for tally in show_progress(map_partitions(waiting, partial(score_partition, job=job), engine, give_up), waiting, progress):
        add_tally(total, tally)
    total.faults.sort(key=str)
    if not total.n_articles:
        raise FramingError(*total.faults or make_error(", ".join(places), "holds no article").faults)
    return total


def give_up(partition: Partition) -> Tally:
    """Return the tally of a partition that no worker survived."""
    where = f" from {partition.start} to {partition.end}" if partition.end > 0 else ""
    return Tally(faults=[Fault(partition.place, 0, f"could not be scored{where} ({KILLED}); run again to try once more")])


def describe_run(job: Job, sources: Sequence[SourceFile], partition_bytes: int) -> dict[str, Any]:
    """Describe all that a run's results depend on: version, topic, lexicons, the files as they stand, and how they are cut."""
    return {
        "framing_version": __version__,
        "topic": job.topic,
        "lexicons_sha256": hash_lexicons(job.topic, Path(job.lexicons) if job.lexicons else None),
        "partition_bytes": partition_bytes,
        "sources": [asdict(source) for source in sources],
    }


def hash_lexicons(topic: str, lexicons: Path | None) -> str:
    """Return one SHA-256 over all general lists, those of other languages, and all files of a topic; raises FramingError for an unreadable one."""
    topics = [path for folder in read_topic(topic, lexicons).folders for path in sorted(folder.iterdir())]
    general = [path for folder in lexicon_folders(lexicons) for path in sorted((folder / "general").glob("*.csv"))]
    general += sorted(lexicon_folders(lexicons)[0].glob("languages/*/general/*.csv"))
    digest = hashlib.sha256()
    for path in (*general, *topics):
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def keep_plan(job: Job, run: dict[str, Any]) -> None:
    """Write down what a run is made from where its results will stand; raises FramingError where they would mix with another run's."""
    from fsspec.core import url_to_fs

    store, path = url_to_fs(f"{job.out}/{PLAN_NAME}")
    if not store.exists(path):
        store.makedirs(path.rsplit("/", 1)[0], exist_ok=True)
        store.pipe_file(path, json.dumps(run, ensure_ascii=False, indent=1).encode())
        return
    try:
        there = json.loads(store.cat_file(path))
    except ValueError:
        there = {}
    differing = [name for name, value in run.items() if there.get(name) != value]
    if differing:
        what = f"holds the results of another run ({', '.join(differing)} differ); take another folder, or empty this one"
        raise make_error(job.out, what)


def list_finished(out: str) -> set[str]:
    """Return the names of the partitions' files that stand whole in a folder."""
    from fsspec.core import url_to_fs

    store, path = url_to_fs(out)
    return {one.rsplit("/", 1)[-1] for one in store.glob(f"{path}/part-*.parquet")}


def add_tally(total: Tally, tally: Tally) -> None:
    """Add what was done for a partition to what was done in all."""
    total.n_articles += tally.n_articles
    total.n_rows += tally.n_rows
    total.faults += tally.faults


def show_progress(tallies: Iterator[Tally], waiting: Sequence[Partition], progress: bool) -> Iterator[Tally]:
    """Pass tallies on, showing how many partitions are done."""
    from tqdm import tqdm

    yield from tqdm(tallies, total=len(waiting), unit=" partitions", disable=None if progress else True, leave=False)
