"""Articles that are nearly the same text as another of the corpus: what near-duplicates are is told in `framing.events.passages`."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from framing.events.passages import NEAR_DUPLICATE, Words, match_words, measure_overlap
from framing.events.shingles import SHINGLE, mix_shingles
from framing.intake.view import Problem, View

EVERY: Final = 4
"""One in so many runs of words is looked at, chosen by its own number, so that two texts choose the same ones."""
LEAST_RUNS: Final = 5
"""Two texts that share so many of these are compared word by word."""


@dataclass
class Texts:
    """The texts seen so far: in which of them each run of words stands, the words of each, and what it is called."""

    homes: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    words: list[Words] = field(default_factory=list)
    names: list[str] = field(default_factory=list)

    def add(self, view: View) -> None:
        """Remember an article's text."""
        for run in find_runs(view.words):
            self.homes[run].append(len(self.names))
        self.words.append(view.words)
        self.names.append(view.article.article_id)

    def find(self, view: View) -> Iterator[Problem]:
        """Find the text seen before that has most words of an article, by the shorter of the two; the first of equals."""
        shared: Counter[int] = Counter(other for run in find_runs(view.words) for other in self.homes.get(run, ()))
        near = sorted(other for other, count in shared.items() if count >= LEAST_RUNS)
        found = [(measure_overlap(match_words(self.words[other], view.words), self.words[other], view.words), -other) for other in near]
        if found and max(found)[0] >= NEAR_DUPLICATE:
            share, other = max(found)
            what = f"nearly the same text as {self.names[-other]}: {share:.0%} of the shorter one's words stand in both"
            yield Problem(view.article.article_id, "near-duplicate", "serious", what)


def find_duplicates(views: Iterable[View]) -> Iterator[Problem]:
    """Find articles that are nearly the same text as an earlier one."""
    texts = Texts()
    for view in views:
        yield from texts.find(view)
        texts.add(view)


def find_runs(words: Words) -> set[int]:
    """Return numbers for one in four runs of five words of an article."""
    runs = mix_shingles(words.numbers, SHINGLE)
    return set(runs[runs % EVERY == 0].tolist())
