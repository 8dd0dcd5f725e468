"""Timing work, and the calls within it, the same way for all benchmarks: in seconds of the processor, since other programs share the machine."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

REPEATS = 3


def best_time(work: Callable[[], object], repeats: int = REPEATS) -> float:
    """Return the best of some times in seconds of the processor."""
    times = []
    for _ in range(repeats):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


@contextmanager
def time_calls(module: ModuleType, names: tuple[str, ...]) -> Iterator[dict[str, float]]:
    """Time all calls of a module's functions by name while the block runs; the seconds are summed in the mapping given."""
    seconds = dict.fromkeys(names, 0.0)
    real = {name: getattr(module, name) for name in names}

    def watch(name: str) -> Callable[..., Any]:
        def timed(*arguments: Any, **options: Any) -> Any:
            start = time.process_time()
            result = real[name](*arguments, **options)
            seconds[name] += time.process_time() - start
            return result

        return timed

    try:
        for name in names:
            setattr(module, name, watch(name))
        yield seconds
    finally:
        for name, function in real.items():
            setattr(module, name, function)
