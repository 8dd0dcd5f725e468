"""Which hits of a lexicon count as evidence: in one sentence, the longest on its axis, with the target they need."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from framing.text.matching import Hits
from framing.text.sentences import Sentences
from framing.text.tree import Numbers
from framing.text.zones import Segments


@dataclass(frozen=True)
class Places:
    """Sentences and the segments they lie in."""

    segments: Segments
    sentences: Sentences

    def article_of(self, sentence: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return the article of each sentence."""
        return self.segments.article[self.sentences.segment[sentence]]


def drop_broken(hits: Hits, sentences: Sentences) -> Hits:
    """Drop hits that do not lie within one sentence."""
    sentence = sentences.of(hits.starts)
    inside = (sentence >= 0) & (hits.ends <= sentences.ends[np.maximum(sentence, 0)])
    return hits.take(inside)


def find_longest(hits: Hits, group: Numbers) -> NDArray[np.intp]:
    """Return the hits that stay when, within each group, the longer of two overlapping ones wins.

    Of two equally long ones the earlier wins; of two on the same stretch the later pattern, so that a topic stands over what it extends.
    """
    order = np.lexsort((-hits.pattern, -hits.ends, hits.starts, group))
    starts, ends, groups = hits.starts[order], hits.ends[order], group[order]
    if not len(order):
        return order
    lane = groups.astype(np.int64) * (int(ends.max()) + 1)
    reach = np.maximum.accumulate(lane + ends)
    apart = np.ones(len(order), np.bool_)
    apart[1:] = lane[1:] + starts[1:] >= reach[:-1]
    cluster = np.cumsum(apart) - 1
    size = np.bincount(cluster)
    keep = size[cluster] == 1
    first = np.flatnonzero(apart)
    for number in np.flatnonzero(size > 1):
        own = range(first[number], first[number] + size[number])
        keep[choose_longest(own, starts, ends)] = True
    return np.sort(order[keep])


def choose_longest(own: range, starts: NDArray[np.int64], ends: NDArray[np.int64]) -> list[int]:
    """Choose, longest first, hits that do not overlap one already chosen."""
    chosen: list[int] = []
    for at in sorted(own, key=lambda at: starts[at] - ends[at]):
        if all(ends[at] <= starts[other] or starts[at] >= ends[other] for other in chosen):
            chosen.append(at)
    return chosen


def drop_set_aside(named: Hits) -> Hits:
    """Drop the hits of targets (by number, in order of start) that lie within a phrase set aside (number -1), and those phrases themselves."""
    aside = named.take(named.pattern < 0)
    named = named.take(named.pattern >= 0)
    if not len(aside):
        return named
    last = np.searchsorted(aside.starts, named.starts, side="right") - 1
    reach = np.maximum.accumulate(aside.ends)[np.maximum(last, 0)]
    return named.take((last < 0) | (named.ends > reach))


def has_target(found: Hits, back: Numbers, needed: Numbers, named: Hits, places: Places) -> NDArray[np.bool_]:
    """Tell which hits have the target they need (a number; -1 for none) in their sentence, or up to `back` sentences before it.

    `named` are the hits of targets, by the number of the target; a target of another article does not count.
    """
    n = len(places.sentences) + 1
    known = np.unique(named.pattern.astype(np.int64) * n + places.sentences.of(named.starts))
    sentence = places.sentences.of(found.starts)
    article = places.article_of(sentence)
    right = needed < 0
    for step in range(int(back.max(initial=0)) + 1):
        earlier = np.maximum(sentence - step, 0)
        same_article = places.article_of(earlier) == article
        right |= (step <= back) & same_article & np.isin(needed.astype(np.int64) * n + earlier, known)
    return right
