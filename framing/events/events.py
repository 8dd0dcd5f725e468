"""The events of a corpus: which articles report each, how alike they are, and which events belong to one story."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from framing.articles.article import Article
from framing.events.dates import is_sure, measure_days_apart
from framing.events.grouping import group_articles
from framing.events.layout import Lists
from framing.events.rule import EventRule
from framing.events.similarity import Matrix, Pairs, find_pairs, weigh_terms
from framing.events.sketches import Sketches, fold_plurals, make_sketches, merge_sketches, sort_sketches

FLOOR_SHARE: Final = 3
"""Pairs less alike than a third of the rule's least similarity count as not alike at all."""
UNKNOWN: Final = 0.5
PART: Final = 200


@dataclass(frozen=True)
class Events:
    """Articles in order of id and the events they report: `groups` holds the places of the articles of each event.

    `pairs` are the articles alike, `days_apart` and `similarity` (cosine x nearness in time) go with them; `related` holds for every event the
    others of its story, most alike first. `matrix` holds the weighted terms (articles x vocabulary).
    """

    sketches: Sketches
    rule: EventRule
    matrix: Matrix
    pairs: Pairs
    days_apart: NDArray[np.float64]
    similarity: NDArray[np.float64]
    groups: list[list[int]]
    related: list[list[int]]


def find_events(articles: Iterable[Article], lists: Lists, rule: EventRule | None = None) -> Events:
    """Find the events that some articles report; the order they come in makes no difference."""
    return group_sketches(merge_sketches([make_sketches(part, lists) for part in split_parts(articles)]), lists.common, rule)


def split_parts(articles: Iterable[Article]) -> Iterable[list[Article]]:
    """Split articles into parts of at most 200; no articles are one part without any."""
    part: list[Article] = []
    for article in articles:
        part.append(article)
        if len(part) == PART:
            yield part
            part = []
    yield part


def group_sketches(merged: Sketches, common: Mapping[str, float], rule: EventRule | None = None) -> Events:
    """Group the articles of merged sketches into events by a rule."""
    rule = rule or EventRule()
    sketches = fold_plurals(sort_sketches(merged))
    matrix = weigh_terms(sketches, common)
    pairs = find_pairs(
        matrix,
        max(rule.similarity / FLOOR_SHARE, 0.01),
        max(rule.related, 0.01),
        lambda first, second: measure_days_apart(sketches.days, sketches.dated_by, first, second) > rule.days,
    )
    apart = measure_days_apart(sketches.days, sketches.dated_by, pairs.first, pairs.second)
    similarity = fade_similarity(pairs.cosine, apart, rule)
    links = {
        (first, second): weight
        for first, second, weight in zip(pairs.first.tolist(), pairs.second.tolist(), similarity.tolist(), strict=True)
        if weight > 0
    }
    own = [article.event for article in sketches.articles]
    sure_days = np.where(is_sure(sketches.dated_by), sketches.days, 0).tolist()
    groups = group_articles(links, own, rule.similarity, days=sure_days, most_days=rule.days)
    return Events(sketches, rule, matrix, pairs, apart, similarity, groups, find_related(pairs, groups, rule.related))


def fade_similarity(cosine: NDArray[np.float64], apart: NDArray[np.float64], rule: EventRule) -> NDArray[np.float64]:
    """Return cosines lessened by the days that lie between the articles; 0 where they are too far apart to report one event."""
    share = np.where(np.isnan(apart), UNKNOWN, apart / max(rule.days, 1e-9))
    return np.where(apart > rule.days, 0.0, cosine * (1 - rule.fade * np.minimum(share, 1.0)))


def find_related(pairs: Pairs, groups: list[list[int]], least: float) -> list[list[int]]:
    """Find for every event the other events whose most similar articles are at least `least` alike, whatever their dates."""
    event_of = np.zeros(sum(map(len, groups)), np.int64)
    for number, members in enumerate(groups):
        event_of[members] = number
    best: list[dict[int, float]] = [{} for _ in groups]
    alike = pairs.cosine >= least
    for first, second, cosine in zip(pairs.first[alike].tolist(), pairs.second[alike].tolist(), pairs.cosine[alike].tolist(), strict=True):
        a, b = int(event_of[first]), int(event_of[second])
        if a != b:
            best[a][b] = max(best[a].get(b, 0.0), cosine)
            best[b][a] = best[a][b]
    return [sorted(own, key=lambda other: (-own[other], other)) for own in best]


def is_one_event(events: Events) -> bool:
    """Tell whether a corpus as a whole is clearly one event, although some of its articles are not alike enough to be grouped.

    One event holds half of the articles or more, every other article stands alone, is at least half as alike to one of them as the rule asks, is
    not too far in time from any, and is not given an event of its own by the user.
    """
    most = max(events.groups, key=len)
    others = [members for members in events.groups if members is not most]
    if 2 * len(most) < len(events.sketches) or any(len(members) > 1 or events.sketches.articles[members[0]].event for members in others):
        return False
    return all(belongs(events, members[0], most) for members in others)


def belongs(events: Events, at: int, members: list[int]) -> bool:
    """Tell whether an article is at least half as alike to one of an event as the rule asks, and not too far in time from any."""
    sketches = events.sketches
    mine = (np.isin(events.pairs.first, members) & (events.pairs.second == at)) | (np.isin(events.pairs.second, members) & (events.pairs.first == at))
    apart = measure_days_apart(sketches.days, sketches.dated_by, np.full(len(members), at), np.array(members))
    return bool((events.similarity[mine] >= events.rule.similarity / 2).any() and not (apart > events.rule.days).any())
