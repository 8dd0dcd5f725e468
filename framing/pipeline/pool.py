"""All cores of this machine: parts scored over a pool of processes, results in the order of the parts, memory bounded."""

import signal
from collections import deque
from collections.abc import Generator, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Final

from framing.errors import Fault
from framing.evidence.lens import Lens
from framing.pipeline.parts import Part, Result, score_part

PARTS_WAITING: Final = 4
WORKER: dict[str, Lens] = {}
"""The lens of a worker process, set once when the process starts."""


def score_in_pool(parts: Iterator[Part], lens: Lens, workers: int) -> Iterator[Result]:
    """Score parts over a pool of processes, yielding results in the order of the parts.

    Where a worker process is killed (by a lack of memory, say) a new pool goes on, and the parts in hand are scored again one by one,
    so that only an article which kills its worker each time is left out, with a fault.
    """
    while lost := (yield from score_until_broken(parts, open_pool(lens, workers), workers * PARTS_WAITING)):
        for part in lost:
            yield score_alone(part, lens)


def score_until_broken(parts: Iterator[Part], pool: ProcessPoolExecutor, most_waiting: int) -> Generator[Result, None, list[Part]]:
    """Yield results in order; return the parts in hand when a worker was killed, none when all parts are done."""
    held: deque[Part] = deque()
    waiting: deque[Future[Result]] = deque()

    def take() -> Result:
        result = waiting[0].result()
        waiting.popleft()
        held.popleft()
        return result

    try:
        for part in parts:
            held.append(part)
            waiting.append(pool.submit(score_in_worker, part))
            if len(waiting) > most_waiting:
                yield take()
        while waiting:
            yield take()
    except BrokenProcessPool:
        return list(held)
    finally:
        pool.shutdown(cancel_futures=True)
    return []


def score_alone(part: Part, lens: Lens) -> Result:
    """Score a part in a process of its own; where that is killed, article by article, and the one that kills it becomes a fault."""
    with open_pool(lens, 1) as pool:
        try:
            return pool.submit(score_in_worker, part).result()
        except BrokenProcessPool:
            if len(part) == 1:
                what = "could not be analysed (its process was killed, perhaps for lack of memory); it is left out"
                return [], [Fault(part[0].place or part[0].article_id, 0, what)]
    results = [score_alone([article], lens) for article in part]
    return [scores for found, _ in results for scores in found], [fault for _, faults in results for fault in faults]


def open_pool(lens: Lens, workers: int) -> ProcessPoolExecutor:
    """Open a pool whose processes hold the lens."""
    return ProcessPoolExecutor(workers, initializer=start_worker, initargs=(lens,))


def start_worker(lens: Lens) -> None:
    """Give a worker process its lens; Ctrl-C is left to the process that started it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    WORKER["lens"] = lens


def score_in_worker(part: Part) -> Result:
    """Score a part in a worker process."""
    return score_part(part, WORKER["lens"])
