"""Engines that map a job over partitions: the processes of this machine, or Dask with a cluster of its own or one that runs already."""

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from itertools import islice
from typing import Any, Final

from framing.errors import Fault, make_error
from framing.pipeline.partition import Job, score_partition
from framing.pipeline.parts import Tally
from framing.pipeline.plan import Partition
from framing.pipeline.pool import KILLED, map_in_pool, start_worker

TASKS_A_WORKER: Final = 4
CONNECT_SECONDS: Final = 20


@dataclass(frozen=True)
class Engine:
    """Where partitions are scored: `local` processes, or `dask` with a cluster of its own or the `scheduler` at an address; 0 workers: one a core."""

    name: str = "local"
    workers: int = 0
    scheduler: str = ""


def map_partitions(partitions: Sequence[Partition], job: Job, engine: Engine) -> Iterator[Tally]:
    """Score partitions on an engine, yielding what was done for each as it is done.

    A partition whose worker dies is tried again elsewhere; one that kills every worker it meets becomes a fault, and writes no file.
    """
    if not partitions:
        return iter(())
    return (map_on_dask if engine.name == "dask" else map_on_cores)(partitions, job, engine)


def map_on_cores(partitions: Sequence[Partition], job: Job, engine: Engine) -> Iterator[Tally]:
    """Score partitions over a pool of processes of this machine."""

    def open_pool(workers: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(workers, initializer=start_worker)

    def rescue(partition: Partition) -> Tally:
        with open_pool(1) as pool:
            try:
                return pool.submit(score_partition, partition, job).result()
            except BrokenProcessPool:
                return give_up(partition)

    return map_in_pool(iter(partitions), partial(score_partition, job=job), open_pool, engine.workers or os.cpu_count() or 1, rescue)


def give_up(partition: Partition) -> Tally:
    """Return the tally of a partition that no worker survived."""
    where = f" from {partition.start} to {partition.end}" if partition.end > 0 else ""
    return Tally(faults=[Fault(partition.place, 0, f"could not be scored{where} ({KILLED}); run again to try once more")])


def map_on_dask(partitions: Sequence[Partition], job: Job, engine: Engine) -> Iterator[Tally]:
    """Score partitions on a Dask cluster, a few tasks for each worker at a time, so that the scheduler holds few of millions."""
    distributed = import_distributed()
    with open_client(distributed, engine) as client:
        todo = iter(partitions)

        def submit(partition: Partition) -> Any:
            future = client.submit(score_partition, partition, job, key=f"{job.topic}-{partition.name}", pure=False)
            of_partition[future.key] = partition
            return future

        of_partition: dict[str, Partition] = {}
        n_workers = max(len(client.scheduler_info(n_workers=-1)["workers"]), 1)
        running = distributed.as_completed([submit(one) for one in islice(todo, TASKS_A_WORKER * n_workers)])
        for future in running:
            partition = of_partition.pop(future.key)
            try:
                tally = future.result()
            except distributed.KilledWorker:
                tally = give_up(partition)
            future.release()
            for another in islice(todo, 1):
                running.add(submit(another))
            yield tally


def import_distributed() -> Any:
    """Return Dask's distributed package; raises FramingError where it is not installed."""
    try:
        return import_module("distributed")
    except ImportError as error:
        raise make_error("--engine dask", "needs Dask, which is not installed; pip install 'framing[distributed]'") from error


@contextmanager
def open_client(distributed: Any, engine: Engine) -> Iterator[Any]:
    """Open a client of the scheduler at an address, or of a cluster of its own on this machine; raises FramingError where there is none."""
    if not engine.scheduler:
        quiet = {"dashboard_address": None, "silence_logs": "CRITICAL", "host": "127.0.0.1"}
        workers = engine.workers or os.cpu_count() or 1
        with distributed.LocalCluster(n_workers=workers, threads_per_worker=1, **quiet) as cluster, distributed.Client(cluster) as client:
            yield client
        return
    try:
        client = distributed.Client(engine.scheduler, timeout=CONNECT_SECONDS)
    except (OSError, ValueError) as error:
        raise make_error("--scheduler", f"{engine.scheduler!r} cannot be reached: {error}") from error
    with client:
        yield client
