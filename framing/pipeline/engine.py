"""Engines that do the same work on every partition: the processes of this machine, or Dask with a cluster of its own or one that runs already."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from itertools import islice
from typing import Any, Final, TypeVar
from uuid import uuid4

from framing.errors import make_error
from framing.pipeline.plan import Partition
from framing.pipeline.pool import map_in_pool, start_worker

TASKS_A_WORKER: Final = 4
CONNECT_SECONDS: Final = 20
Item = TypeVar("Item")
Answer = TypeVar("Answer")


@dataclass(frozen=True)
class Engine:
    """Where work is done: by `local` processes, or `dask` with a cluster of its own or the `scheduler` at an address; 0 workers: one a core."""

    name: str = "local"
    workers: int = 0
    scheduler: str = ""


def map_partitions(
    partitions: Sequence[Partition], work: Callable[[Partition], Answer], engine: Engine, give_up: Callable[[Partition], Answer]
) -> Iterator[Answer]:
    """Do the same work on partitions over an engine, yielding answers as they come: in order here, in any order on Dask.

    A partition whose worker dies is tried again elsewhere; for one that kills every worker it meets the answer is that of `give_up`.
    """
    if not partitions:
        return iter(())
    return (map_on_dask if engine.name == "dask" else map_on_cores)(partitions, work, engine, give_up)


def map_on_cores(
    items: Iterable[Item], work: Callable[[Item], Answer], engine: Engine, give_up: Callable[[Item], Answer]
) -> Iterator[Answer]:
    """Do the same work on items of any kind over a pool of processes of this machine, yielding answers in order."""

    def open_pool(workers: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(workers, initializer=start_worker)

    def rescue(item: Item) -> Answer:
        with open_pool(1) as pool:
            try:
                return pool.submit(work, item).result()
            except BrokenProcessPool:
                return give_up(item)

    return map_in_pool(iter(items), work, open_pool, engine.workers or os.cpu_count() or 1, rescue)


def map_on_dask(
    partitions: Sequence[Partition], work: Callable[[Partition], Answer], engine: Engine, give_up: Callable[[Partition], Answer]
) -> Iterator[Answer]:
    """Do the same work on partitions on a Dask cluster, a few tasks for each worker at a time, so that the scheduler holds few of millions."""
    distributed = import_distributed()
    run = uuid4().hex
    with open_client(distributed, engine) as client:
        todo = iter(partitions)

        def submit(partition: Partition) -> Any:
            future = client.submit(work, partition, key=f"framing-{run}-{partition.name}", pure=False)
            of_partition[future.key] = partition
            return future

        of_partition: dict[str, Partition] = {}
        n_workers = max(len(client.scheduler_info(n_workers=-1)["workers"]), 1)
        running = distributed.as_completed([submit(one) for one in islice(todo, TASKS_A_WORKER * n_workers)])
        for future in running:
            partition = of_partition.pop(future.key)
            try:
                answer: Answer = future.result()
            except distributed.KilledWorker:
                answer = give_up(partition)
            future.release()
            for another in islice(todo, 1):
                running.add(submit(another))
            yield answer


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
