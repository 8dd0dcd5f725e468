"""Articles that are nearly the same text as another of the corpus, by the runs of five words they share."""

import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from framing.intake.view import Problem, View

RUN: Final = 5
EVERY: Final = 4
"""One in so many runs is looked at, chosen by its own number, so that two texts choose the same ones."""
LEAST_RUNS: Final = 5
LEAST_SHARE: Final = 0.5


def find_duplicates(views: Sequence[View]) -> Iterator[Problem]:
    """Find articles of which half the runs or more stand in an earlier one, or that hold half of an earlier one."""
    homes: dict[int, list[int]] = defaultdict(list)
    sizes: list[int] = []
    for number, view in enumerate(views):
        runs = find_runs(view)
        sizes.append(len(runs))
        shared: Counter[int] = Counter(other for run in runs for other in homes[run])
        found = [(count / min(len(runs), sizes[other]), -other) for other, count in shared.items() if count >= LEAST_RUNS]
        if found and max(found)[0] >= LEAST_SHARE:
            share, other = max(found)
            what = f"nearly the same text as {views[-other].article.article_id}: {share:.0%} of its five-word runs stand there"
            yield Problem(view.article.article_id, "near-duplicate", "serious", what)
        for run in runs:
            homes[run].append(number)


def find_runs(view: View) -> set[int]:
    """Return numbers for one in four runs of five words of an article's counted text."""
    words = re.findall(r"\w+", " ".join(one.text for one in view.counted).casefold())
    numbers = (zlib.crc32(" ".join(words[at : at + RUN]).encode()) for at in range(len(words) - RUN + 1))
    return {number for number in numbers if number % EVERY == 0}
