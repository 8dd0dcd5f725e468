"""All patterns of all lists found in one scan over a batch.

Patterns are folded as the text is and carry a space on both sides, so that the automaton itself sees to word boundaries.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy as np
from ahocorasick_rs import BytesAhoCorasick
from numpy.typing import NDArray

from framing.text.cleaning import Batch
from framing.text.letters import UPPER, fold_text
from framing.text.offsets import Offsets
from framing.topics.pattern import Pattern

Numbers = NDArray[np.int32]
TIGHT = 3
"""The most characters between two parts that stand side by side: a space, or a dot and a space."""


@dataclass(frozen=True)
class Hits:
    """Where patterns stand in a batch, in order of place: number of the pattern, start, end."""

    pattern: Numbers
    starts: Offsets
    ends: Offsets

    def take(self, chosen: NDArray[np.bool_] | NDArray[np.intp]) -> "Hits":
        """Return some of the hits, by mask or index."""
        return Hits(self.pattern[chosen], self.starts[chosen], self.ends[chosen])

    def between(self, numbers: range) -> "Hits":
        """Return the hits of patterns numbered within a range."""
        return self.take((self.pattern >= numbers.start) & (self.pattern < numbers.stop))

    def __len__(self) -> int:
        return len(self.pattern)


@dataclass(frozen=True)
class Matcher:
    """Patterns compiled for one scan.

    Form `i` of the automaton serves the uses `first_use[i]:first_use[i + 1]`; a use names the pattern, which of its parts the form is,
    and where in the form a word in capitals begins (-1: nowhere). `gaps[p, k]` is how many words may stand between parts `k` and `k + 1` of
    pattern `p`; -1 where it has no such parts.
    """

    automaton: BytesAhoCorasick
    first_use: NDArray[np.int64]
    use_pattern: Numbers
    use_part: Numbers
    use_capital: Numbers
    gaps: Numbers

    @property
    def n_forms(self) -> int:
        """How many different strings the automaton looks for."""
        return len(self.first_use) - 1


def make_matcher(patterns: Sequence[Pattern]) -> Matcher:
    """Compile patterns; their numbers in the hits are their places in the sequence."""
    uses: dict[bytes, list[tuple[int, int, int]]] = {}
    for number, pattern in enumerate(patterns):
        for part, forms in enumerate(pattern.parts):
            for form in forms:
                folded = fold_text(form.words).strip()
                if folded:
                    uses.setdefault(b" " + folded + b" ", []).append((number, part, form.capital_at))
    flat = np.array([use for served in uses.values() for use in served], np.int32).reshape(-1, 3)
    return Matcher(
        automaton=BytesAhoCorasick(list(uses) or [b"\0"]),
        first_use=np.array([0, *accumulate(map(len, uses.values()))] if uses else [0, 0], np.int64),
        use_pattern=flat[:, 0],
        use_part=flat[:, 1],
        use_capital=flat[:, 2],
        gaps=make_gap_table(patterns),
    )


def make_gap_table(patterns: Sequence[Pattern]) -> Numbers:
    """Lay the gaps of all patterns in one table, with a last column of -1 that ends every row."""
    table = np.full((len(patterns), max((len(pattern.gaps) for pattern in patterns), default=0) + 1), -1, np.int32)
    for number, pattern in enumerate(patterns):
        table[number, : len(pattern.gaps)] = pattern.gaps
    return table


def match_patterns(batch: Batch, matcher: Matcher) -> Hits:
    """Find every pattern in a batch; hits overlap where patterns do, and may cross a line end (later stages drop those)."""
    found = matcher.automaton.find_matches_as_indexes(batch.folded.tobytes(), overlapping=True)
    raw = np.array(found, np.int64).reshape(-1, 3)
    form, starts, ends = raw[:, 0], raw[:, 1] + 1, raw[:, 2] - 1
    first, n_uses = matcher.first_use[form], np.diff(matcher.first_use)[form]
    at = np.repeat(np.arange(len(form)), n_uses)
    use = np.arange(len(at)) - np.repeat(np.cumsum(n_uses) - n_uses, n_uses) + np.repeat(first, n_uses)
    starts, ends = starts[at], ends[at]
    right = has_capitals(batch, starts, matcher.use_capital[use])
    use, starts, ends = use[right], starts[right], ends[right]
    pattern, part = matcher.use_pattern[use], matcher.use_part[use]
    several = matcher.gaps[pattern, 0] >= 0
    whole = Hits(pattern[~several], starts[~several], ends[~several])
    joined = join_parts(batch, matcher, Hits(pattern[several], starts[several], ends[several]), part[several])
    return sort_hits([whole, joined])


def has_capitals(batch: Batch, starts: Offsets, capital_at: Numbers) -> NDArray[np.bool_]:
    """Tell which hits have the capitals their form asks for: its letter, and the next letter (after a dot, in U.S.)."""
    at = starts + np.maximum(capital_at, 0)
    last = len(batch.kinds) - 1
    second = np.where(batch.kinds[np.minimum(at + 1, last)] == UPPER, at + 1, at + 2)
    upper = (batch.kinds[at] == UPPER) & (batch.kinds[np.minimum(second, last)] == UPPER)
    return (capital_at < 0) | upper


def join_parts(batch: Batch, matcher: Matcher, hits: Hits, part: Numbers) -> Hits:
    """Join the parts of patterns that stand in order, each followed by the next within its gap.

    Each first part takes the nearest next part. Parts may not reach across a line end or a full stop: later stages drop those.
    """
    if not len(hits):
        return hits
    most = matcher.gaps.shape[1]
    place = len(batch.kinds) + 1
    key = (hits.pattern.astype(np.int64) * (most + 1) + part) * place
    order = np.argsort(key + hits.starts, kind="stable")
    sorted_key, sorted_ends = (key + hits.starts)[order], hits.ends[order]
    first = part == 0
    chain, base = hits.take(first), key[first]
    done: list[Hits] = []
    for step in range(most - 1):
        begin = base + (step + 1) * place
        nearest = np.searchsorted(sorted_key, begin + chain.ends)
        inside = np.minimum(nearest, len(sorted_key) - 1)
        next_start = np.clip(sorted_key[inside] - begin, 0, place - 2)
        limit = matcher.gaps[chain.pattern, step]
        between = batch.word_of(next_start - 1) - batch.word_of(chain.ends - 1)
        fits = (sorted_key[inside] - begin == next_start) & (next_start >= chain.ends) & (between <= limit)
        fits &= (limit > 0) | (next_start - chain.ends <= TIGHT)
        chain, base = Hits(chain.pattern[fits], chain.starts[fits], sorted_ends[inside[fits]]), base[fits]
        complete = matcher.gaps[chain.pattern, step + 1] < 0
        done.append(chain.take(complete))
        chain, base = chain.take(~complete), base[~complete]
    return sort_hits(done)


def sort_hits(parts: list[Hits]) -> Hits:
    """Join hits in order of start, longer ones first, then by pattern."""
    pattern = np.concatenate([hits.pattern for hits in parts])
    starts = np.concatenate([hits.starts for hits in parts])
    ends = np.concatenate([hits.ends for hits in parts])
    order = np.lexsort((pattern, -ends, starts))
    return Hits(pattern[order], starts[order], ends[order])
