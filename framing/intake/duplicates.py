"""Articles that are nearly the same text as another of the corpus, by the runs of five words they share."""

import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from framing.intake.view import Problem, View

RUN: Final = 5
EVERY: Final = 4
"""One in so many runs is looked at, chosen by its own number, so that two texts choose the same ones."""
LEAST_RUNS: Final = 5
LEAST_SHARE: Final = 0.5


@dataclass
class Texts:
    """The texts seen so far: in which of them each run stands, how many runs each has, and what it is called."""

    homes: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    sizes: list[int] = field(default_factory=list)
    names: list[str] = field(default_factory=list)

    def add(self, view: View) -> None:
        """Remember an article's text."""
        runs = find_runs(view)
        for run in runs:
            self.homes[run].append(len(self.names))
        self.sizes.append(len(runs))
        self.names.append(view.article.article_id)

    def find(self, view: View) -> Iterator[Problem]:
        """Find the text seen before that shares half or more of its runs with an article, counted by the shorter of the two."""
        runs = find_runs(view)
        shared: Counter[int] = Counter(other for run in runs for other in self.homes.get(run, ()))
        found = [(count / min(len(runs), self.sizes[other]), -other) for other, count in shared.items() if count >= LEAST_RUNS]
        if found and max(found)[0] >= LEAST_SHARE:
            share, other = max(found)
            what = f"nearly the same text as {self.names[-other]}: {share:.0%} of its five-word runs stand there"
            yield Problem(view.article.article_id, "near-duplicate", "serious", what)


def find_duplicates(views: Iterable[View]) -> Iterator[Problem]:
    """Find articles that are nearly the same text as an earlier one."""
    texts = Texts()
    for view in views:
        yield from texts.find(view)
        texts.add(view)


def find_runs(view: View) -> set[int]:
    """Return numbers for one in four runs of five words of an article's counted text."""
    words = re.findall(r"\w+", " ".join(one.text for one in view.counted).casefold())
    numbers = (zlib.crc32(" ".join(words[at : at + RUN]).encode()) for at in range(len(words) - RUN + 1))
    return {number for number in numbers if number % EVERY == 0}
