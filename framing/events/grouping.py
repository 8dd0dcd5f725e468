"""Average-link grouping over a sparse graph of similar articles, the same whatever order they come in."""

import heapq
from collections.abc import Iterable, Mapping, Sequence
from math import inf
from typing import Final

Weighted = Mapping[tuple[int, int], float]
NO_SPAN: Final = (inf, -inf)
"""The first and last day of a group whose days are not known."""


class Groups:
    """Groups that grow by merging; `between` holds the summed similarity of every two groups that have any."""

    def __init__(self, links: Weighted, own: Sequence[str], days: Sequence[int], most_days: float) -> None:
        self.members: dict[int, list[int]] = {at: [at] for at in range(len(own))}
        self.own = list(own)
        self.spans = [(day, day) if day else NO_SPAN for day in days]
        self.most_days = most_days
        self.between: dict[int, dict[int, float]] = {at: {} for at in self.members}
        for (first, second), weight in links.items():
            self.between[first][second] = self.between[second][first] = weight

    def mean(self, first: int, second: int) -> float:
        """Return the mean similarity between two groups, over all their pairs; a pair without a link counts 0."""
        total = self.between[first].get(second, 0.0)
        return total / (len(self.members[first]) * len(self.members[second]))

    def may_merge(self, first: int, second: int) -> bool:
        """Tell whether two groups may be one: not where the user names two events for them, or their days lie too far apart."""
        (a, b), (c, d) = self.spans[first], self.spans[second]
        named_apart = self.own[first] and self.own[second] and self.own[first] != self.own[second]
        return not named_apart and max(b, d) - min(a, c) <= self.most_days

    def merge(self, kept: int, gone: int) -> None:
        """Merge a group into another."""
        self.members[kept] += self.members.pop(gone)
        self.own[kept] = self.own[kept] or self.own[gone]
        (a, b), (c, d) = self.spans[kept], self.spans[gone]
        self.spans[kept] = min(a, c), max(b, d)
        for other, weight in self.between.pop(gone).items():
            del self.between[other][gone]
            if other != kept:
                joined = self.between[kept].get(other, 0.0) + weight
                self.between[kept][other] = self.between[other][kept] = joined


def group_articles(
    links: Weighted, own: Sequence[str], least: float, *, days: Sequence[int] = (), most_days: float = inf
) -> list[list[int]]:
    """Group articles 0 to len(own) - 1: those of one `own` event first, then the two most similar groups while their mean is at least `least`.

    No group grows over more than `most_days`, by the `days` of its articles (0: not known), unless `own` makes it. Links are similarities by
    (first, second), first < second. Where two pairs of groups are equally similar, that of the lowest numbers goes first; so give the articles
    in an order of their own. Groups come in order of their lowest member.

    >>> group_articles({(0, 1): 0.9, (1, 2): 0.5}, ["", "", ""], 0.4)
    [[0, 1], [2]]
    """
    groups = Groups(links, own, days or [0] * len(own), most_days)
    join_own(groups)
    waiting = [(-groups.mean(first, second), first, second) for first in groups.members for second in groups.between[first] if first < second]
    heapq.heapify(waiting)
    while waiting and -waiting[0][0] >= least:
        mean, first, second = heapq.heappop(waiting)
        if first not in groups.members or second not in groups.members or -mean != groups.mean(first, second):
            continue
        if not groups.may_merge(first, second):
            continue
        groups.merge(first, second)
        for other in groups.between[first]:
            pair = min(first, other), max(first, other)
            heapq.heappush(waiting, (-groups.mean(*pair), *pair))
    return sort_groups(groups.members.values())


def join_own(groups: Groups) -> None:
    """Merge the articles for which the user names the same event."""
    first_of: dict[str, int] = {}
    for at, own in enumerate(list(groups.own)):
        if own and first_of.setdefault(own, at) != at:
            groups.merge(first_of[own], at)


def sort_groups(groups: Iterable[list[int]]) -> list[list[int]]:
    """Put members, then groups, in order."""
    return sorted(sorted(members) for members in groups)
