"""Claims put together into groups, link by link: the same claim in as many articles as tell it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from framing.comparison.coverage.links import Link


@dataclass
class Groups:
    """Claims put together step by step; a group holds claims that are alike on average, so that chains do not form."""

    of: dict[int, int] = field(default_factory=dict)
    members: dict[int, list[int]] = field(default_factory=dict)

    def find(self, one: int) -> list[int]:
        """Return the group a claim is in: itself where it was in none."""
        return self.members.get(self.of.get(one, one), [one])

    def join(self, a: int, b: int) -> None:
        """Put two groups together under the lower name."""
        merged = sorted({*self.find(a), *self.find(b)})
        for one in merged:
            self.members.pop(self.of.get(one, one), None)
        self.members[merged[0]] = merged
        self.of |= dict.fromkeys(merged, merged[0])


def group_links(n_claims: int, links: Iterable[Link], is_close: Callable[[Sequence[int], Sequence[int]], bool]) -> list[int]:
    """Return the group of each claim (-1: none), made by the links, best first; two groups become one only where `is_close` says so."""
    groups = Groups()
    for link in sorted(links, key=lambda one: (-one.score, one.a, one.b)):
        first, second = groups.find(link.a), groups.find(link.b)
        if first is not second and is_close(first, second):
            groups.join(link.a, link.b)
    numbers = {name: at for at, name in enumerate(sorted(groups.members))}
    return [numbers[groups.of[number]] if number in groups.of else -1 for number in range(n_claims)]
