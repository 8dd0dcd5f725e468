"""Measure how well articles are grouped into events, and what it costs.

    FRAMING_DATA=../shared .venv/bin/python -m tests.bench.events

BASIL (40 events by 3 outlets) and NeuS (200 by 3), from text, headline and date only. The rule was developed on the half of the events whose
id hashes to an even number; the other half was looked at last. B-cubed F1 (Bagga & Baldwin 1998).
"""

import gzip
import hashlib
import json
import os
import time
from collections import Counter
from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from typing import Any

from framing.articles.article import Article
from framing.articles.corpus import iter_articles
from framing.events.events import find_events, is_one_event, split_parts
from framing.events.layout import Lists, read_lists
from framing.events.shared_table import make_holders
from framing.events.sharing import match_pairs
from framing.events.shingles import find_candidates, make_copy_sketches, merge_copy_sketches
from framing.text.cleaning import make_batch

ROOT = Path(__file__).resolve().parents[2]
GOALS = {"basil": 0.95, "neus": 0.90}
FLOORS = {"basil": 0.95, "neus": 0.90}
HALVES = ("developed on", "unseen", "both")
Labelled = list[tuple[Article, str]]


def read_basil(path: Path) -> Labelled:
    """Read the BASIL articles with their events."""
    with path.open(encoding="utf-8") as file:
        records = [json.loads(line) for line in file]
    return [(make_article("b", at, one, "headline"), one["event_id"]) for at, one in enumerate(records)]


def read_neus(path: Path) -> Labelled:
    """Read the NeuS articles with their events."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        records = [(article, event["event_id"]) for event in map(json.loads, file) for article in event["articles"]]
    return [(make_article("n", at, one, "title"), str(event)) for at, (one, event) in enumerate(records)]


def make_article(letter: str, at: int, record: dict[str, Any], title: str) -> Article:
    """Make an article of what the grouping may see."""
    return Article(f"{letter}{at}", record["outlet"], record[title] or "", record["text"], record["date"] or "")


def half_of(event: str) -> int:
    """Return the half an event belongs to: 0 developed on, 1 unseen."""
    return int(hashlib.sha256(event.encode()).hexdigest(), 16) % 2


def measure_b_cubed(gold: list[str], found: list[int]) -> tuple[float, float, float]:
    """Measure B-cubed precision, recall and F1."""
    both, by_gold, by_found = Counter(zip(gold, found, strict=True)), Counter(gold), Counter(found)
    rows = list(zip(gold, found, strict=True))
    precision = sum(both[row] / by_found[row[1]] for row in rows) / len(rows)
    recall = sum(both[row] / by_gold[row[0]] for row in rows) / len(rows)
    return precision, recall, 2 * precision * recall / (precision + recall)


def measure_grouping(labelled: Labelled, lists: Lists) -> tuple[float, float, float]:
    """Group some articles and measure the result."""
    events = find_events([article for article, _ in labelled], lists)
    event_of = {events.sketches.articles[at].article_id: number for number, members in enumerate(events.groups) for at in members}
    return measure_b_cubed([event for _, event in labelled], [event_of[article.article_id] for article, _ in labelled])


def measure_small(labelled: Labelled, lists: Lists) -> float:
    """Return the share of events whose articles, given alone, are taken for one event: what a user with one event sees."""
    events: dict[str, list[Article]] = {}
    for article, event in labelled:
        events.setdefault(event, []).append(article)
    return sum(is_one_event(find_events(articles, lists)) for articles in events.values()) / len(events)


def measure_recall_of_candidates(labelled: Labelled, lists: Lists) -> tuple[int, int]:
    """Return how many of the pairs of one event that share a passage, word by word, MinHash names, and how many there are."""
    articles = {article.article_id: article for article, _ in labelled}
    words = {article_id: holder.words for article_id, holder in make_holders(list(articles.values()), lists).items()}
    events: dict[str, list[str]] = {}
    for article, event in labelled:
        events.setdefault(event, []).append(article.article_id)
    inside = [pair for ids in events.values() for pair in combinations(sorted(ids), 2)]
    true = {(pair.article_a, pair.article_b) for pair in match_pairs(inside, words, articles)}
    named = find_candidates(merge_copy_sketches([make_copy_sketches(part, lists) for part in split_parts(articles.values())]))
    return len(true & set(named)), len(true)


def measure_time(work: Callable[[], object]) -> float:
    """Return the best of two times in seconds."""
    times = []
    for _ in range(2):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def measure_cost(path: Path, lists: Lists) -> None:
    """Print what grouping and shared passages cost for the abp articles, as times of one plain pass that only cleans the texts."""
    articles = [item for item in iter_articles([path]) if isinstance(item, Article)]
    plain = measure_time(lambda: [make_batch(part) for part in split_parts(articles)])
    grouping = measure_time(lambda: find_events(articles, lists))
    sharing = measure_time(lambda: find_candidates(merge_copy_sketches([make_copy_sketches(part, lists) for part in split_parts(articles)])))
    print(
        f"{len(articles):,} abp articles: grouped in {grouping:.1f} s, {grouping / plain:.1f} times a plain pass (cleaning only, {plain:.1f} s);"
        f" candidates for shared passages in {sharing:.1f} s, {sharing / plain:.1f} times"
    )


def main() -> int:
    """Print the figures; return 1 where a floor is missed."""
    data, lists, missed = Path(os.environ.get("FRAMING_DATA", ROOT.parent / "shared")) / "data", read_lists(), 0
    for name, labelled in (("basil", read_basil(data / "basil/articles.jsonl")), ("neus", read_neus(data / "neus/events.jsonl.gz"))):
        halves = [[row for row in labelled if half_of(row[1]) == half] for half in (0, 1)]
        for said, rows in zip(HALVES, (*halves, labelled), strict=True):
            precision, recall, f1 = measure_grouping(rows, lists)
            print(f"{name}, {said}: {len(rows)} articles, B-cubed precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f} (goal {GOALS[name]})")
        missed += f1 < FLOORS[name]
        named, true = measure_recall_of_candidates(labelled, lists)
        print(f"{name}: {measure_small(labelled, lists):.0%} of events given alone are one event; MinHash names {named} of {true} pairs that share")
    if (data / "abp/articles.jsonl.gz").exists():
        measure_cost(data / "abp/articles.jsonl.gz", lists)
    return int(missed > 0)


if __name__ == "__main__":
    raise SystemExit(main())
