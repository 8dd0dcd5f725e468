"""Passages that several articles share, put together from those that pairs of them share, each with its kind."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final, NamedTuple

from framing.articles.article import Article
from framing.events.dates import read_day
from framing.events.passages import Match, Words, is_near_duplicate, match_words

Pair = tuple[str, str]
Place = tuple[str, int, int]
"""An article and words `[start, end)` of it."""
NEAR_DUPLICATE, PASSAGE, REPEATED = KINDS = ("near-duplicate", "passage", "repeated")
DAYS: Final = 14
"""Copy spreads within days: what outlets share over a longer time is a notice or a line about an author."""


@dataclass(frozen=True)
class SharingPair:
    """Two articles, the passages they share, and what these are: see `name_kind`."""

    article_a: str
    article_b: str
    matches: tuple[Match, ...]
    kind: str


class Stretch(NamedTuple):
    """A shared passage in one article: the passage's number, the article, words `[start, end)`, the passage's kind."""

    passage: int
    article: str
    start: int
    end: int
    kind: str


def match_pairs(pairs: Iterable[Pair], words: Mapping[str, Words], articles: Mapping[str, Article]) -> Iterator[SharingPair]:
    """Verify candidate pairs word by word, yielding those that share a passage: pure, to be mapped over parts of the pairs."""
    for a, b in pairs:
        matches = match_words(words[a], words[b])
        if matches:
            yield SharingPair(a, b, tuple(matches), name_kind(articles[a], articles[b], is_near_duplicate(matches, words[a], words[b])))


def match_all(words: Mapping[str, Words], articles: Mapping[str, Article]) -> list[SharingPair]:
    """Compare every article with every other: for the articles of one comparison."""
    return list(match_pairs(combinations(words, 2), words, articles))


def name_kind(a: Article, b: Article, is_near: bool) -> str:
    """Name what two articles share: `near-duplicate`, `passage` of two outlets within two weeks, else `repeated`.

    Repeated are notices, lines about an author and an outlet's own earlier words: one outlet's, or weeks apart.
    """
    if is_near:
        return NEAR_DUPLICATE
    days = read_day(a.published), read_day(b.published)
    far = all(days) and abs(days[0] - days[1]) > DAYS
    return REPEATED if a.outlet == b.outlet or far else PASSAGE


def join_matches(pairs: Sequence[SharingPair]) -> list[Stretch]:
    """Join the matches of pairs into passages: stretches of one article that overlap by half are one, and so are those that match.

    Passages are numbered from 1 in order of their first stretch; a passage has the first of the kinds of its pairs, in order of `KINDS`.
    """
    both = [
        ((pair.article_a, match.start_a, match.end_a), (pair.article_b, match.start_b, match.end_b), pair.kind)
        for pair in pairs
        for match in pair.matches
    ]
    places = sorted({place for first, second, _ in both for place in (first, second)})
    roots = {place: place for place in places}
    for first, second in (*((first, second) for first, second, _ in both), *find_overlaps(places)):
        low, high = sorted((find_root(roots, first), find_root(roots, second)))
        roots[high] = low
    root_of = {place: find_root(roots, place) for place in places}
    kinds: dict[Place, str] = {}
    for first, _, kind in both:
        kinds[root_of[first]] = min(kind, kinds.get(root_of[first], kind), key=KINDS.index)
    return sorted(merge_places(root_of, kinds))


def find_root(roots: dict[Place, Place], place: Place) -> Place:
    """Find the place that stands for all those joined with one."""
    while roots[place] != place:
        roots[place] = roots[roots[place]]
        place = roots[place]
    return place


def find_overlaps(places: list[Place]) -> Iterator[tuple[Place, Place]]:
    """Yield places of one article, given in order, that share half of the shorter one."""
    for at, first in enumerate(places):
        for second in places[at + 1 :]:
            if second[0] != first[0] or second[1] >= first[2]:
                break
            if 2 * (min(first[2], second[2]) - second[1]) >= min(first[2] - first[1], second[2] - second[1]):
                yield first, second


def merge_places(root_of: Mapping[Place, Place], kinds: Mapping[Place, str]) -> Iterator[Stretch]:
    """Yield one stretch for each article and passage, those that touch made one."""
    numbers: dict[Place, int] = {}
    known: dict[tuple[int, str], Stretch] = {}
    for (article, start, end), root in root_of.items():
        number = numbers.setdefault(root, len(numbers) + 1)
        last = known.get((number, article))
        if last and start > last.end:
            yield last
            last = None
        first, behind = (last.start, max(last.end, end)) if last else (start, end)
        known[number, article] = Stretch(number, article, first, behind, kinds[root])
    yield from known.values()
