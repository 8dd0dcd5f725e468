"""All cores of this machine: work mapped over a pool of processes, in order and within bounded memory, a killed process costing little."""

import gc
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Final, TypeVar

from framing.errors import Fault
from framing.evidence.lens import Lens
from framing.pipeline.parts import Part, Result, score_part

WAITING: Final = 4
"""Items in hand for each process."""
WORKER: dict[str, Lens] = {}
"""The lens of a worker process, set once when the process starts."""
KILLED: Final = "its process was killed, perhaps for lack of memory"
Item = TypeVar("Item")
Answer = TypeVar("Answer")
OpenPool = Callable[[int], ProcessPoolExecutor]


def score_in_pool(parts: Iterator[Part], lens: Lens, workers: int) -> Iterator[Result]:
    """Score parts over a pool of processes, yielding results in the order of the parts; an article that kills its process becomes a fault."""

    def open_with_lens(n_processes: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(n_processes, initializer=start_worker, initargs=(lens,))

    return map_in_pool(parts, score_in_worker, open_with_lens, workers, lambda part: score_alone(part, open_with_lens))


def map_in_pool(
    items: Iterator[Item], work: Callable[[Item], Answer], open_pool: OpenPool, workers: int, rescue: Callable[[Item], Answer]
) -> Iterator[Answer]:
    """Map items to answers over a pool, in order.

    Where a process is killed a new pool goes on, and the items in hand are given to `rescue` one by one.
    """
    while lost := (yield from map_until_broken(items, work, open_pool(workers), workers * WAITING)):
        yield from map(rescue, lost)


def map_until_broken(
    items: Iterator[Item], work: Callable[[Item], Answer], pool: ProcessPoolExecutor, most_waiting: int
) -> Generator[Answer, None, list[Item]]:
    """Yield answers in order; return the items in hand when a process was killed, none when all are done."""
    held: deque[Item] = deque()
    waiting: deque[Future[Answer]] = deque()

    def take() -> Answer:
        answer = waiting[0].result()
        waiting.popleft()
        held.popleft()
        return answer

    try:
        for item in items:
            held.append(item)
            waiting.append(pool.submit(work, item))
            if len(waiting) > most_waiting:
                yield take()
        while waiting:
            yield take()
    except BrokenProcessPool:
        return list(held)
    finally:
        pool.shutdown(cancel_futures=True)
    return []


def score_alone(part: Part, open_pool: OpenPool) -> Result:
    """Score a part in a process of its own; where that is killed, article by article, and the one that kills it becomes a fault."""
    with open_pool(1) as pool:
        try:
            return pool.submit(score_in_worker, part).result()
        except BrokenProcessPool:
            if len(part) == 1:
                return [], [Fault(part[0].place or part[0].article_id, 0, f"could not be analysed ({KILLED}); it is left out")]
    results = [score_alone([article], open_pool) for article in part]
    return [scores for found, _ in results for scores in found], [fault for _, faults in results for fault in faults]


def start_worker(lens: Lens | None = None) -> None:
    """Give a worker process its lens, if it has one; Ctrl-C is left to the process that started it.

    What it was started with is shared with that process while nobody writes to it, as Python's collector would.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.freeze()
    if lens:
        WORKER["lens"] = lens


def score_in_worker(part: Part) -> Result:
    """Score a part in a worker process."""
    return score_part(part, WORKER["lens"])
