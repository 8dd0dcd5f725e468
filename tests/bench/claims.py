"""Measure alignment and conflicts against the passages a reader marked: precision and recall of pairs of passages in two articles.

    FRAMING_DATA=../shared .venv/bin/python -m tests.bench.claims                 the measuring set of tests/quality/claims
    FRAMING_DATA=../shared .venv/bin/python -m tests.bench.claims --set FOLDER    another labelled set of the same form

A pair is one claim in two articles. A pair that was found is right when both its passages overlap passages marked with one id in those two
articles; a marked pair is found when some found pair is right by it. Headlines that a text lacks are not marked and do not count.
"""

import argparse
import csv
import gzip
import json
import os
from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from framing.articles.article import Article
from framing.articles.corpus import read_articles
from framing.comparison.comparison import compare_articles

ROOT = Path(__file__).resolve().parents[2]
SET = ROOT / "tests" / "quality" / "claims"
DATA = Path(os.environ.get("FRAMING_DATA", ROOT.parent / "shared"))

Passages = dict[str, dict[str, list[tuple[int, int]]]]
"""Claim or conflict id to article to its stretches of raw text."""


@dataclass(frozen=True)
class Counts:
    """Pairs found, right among them, marked, and found among those."""

    found: int = 0
    right: int = 0
    marked: int = 0
    met: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(self.found + other.found, self.right + other.right, self.marked + other.marked, self.met + other.met)

    def __str__(self) -> str:
        precision, recall = self.right / max(self.found, 1), self.met / max(self.marked, 1)
        return f"precision {precision:.2f} ({self.right} of {self.found}), recall {recall:.2f} ({self.met} of {self.marked})"


def read_event(event: str) -> list[Article]:
    """Read the articles of an event: `seeds`, or the id of a neus event."""
    if event == "seeds":
        return list(read_articles(DATA / "seeds"))
    with gzip.open(DATA / "data" / "neus" / "events.jsonl.gz", "rt", encoding="utf-8") as lines:
        found = next(one for one in map(json.loads, lines) if one["event_id"] == event)
    return [Article(one["id"], one["outlet"], one["title"], one["text"], one["date"] or "") for one in found["articles"]]


def group_passages(rows: list[tuple[str, str, int, int]]) -> Passages:
    """Group (id, article, start, end) by id and article; empty stretches (headlines put before a text) are left out."""
    grouped: Passages = defaultdict(lambda: defaultdict(list))
    for key, article, start, end in rows:
        if end > start:
            grouped[key][article].append((start, end))
    return grouped


def read_marked(path: Path, key: str) -> dict[str, Passages]:
    """Read a labelled table, by event."""
    events: dict[str, list[tuple[str, str, int, int]]] = defaultdict(list)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            events[row["event"]].append((row[key], row["article"], int(row["start"]), int(row["end"])))
    return {event: group_passages(rows) for event, rows in events.items()}


def meet(first: list[tuple[int, int]], second: list[tuple[int, int]]) -> bool:
    """Tell whether a stretch of the first list overlaps one of the second."""
    return any(a < d and c < b for a, b in first for c, d in second)


def count_met(pairs: Passages, others: Passages) -> tuple[int, int]:
    """Count the pairs of articles under one id, and those that some id of `others` has with overlapping stretches in both articles."""
    total = met = 0
    for places in pairs.values():
        for a, b in combinations(sorted(places), 2):
            total += 1
            met += any(meet(places[a], other.get(a, [])) and meet(places[b], other.get(b, [])) for other in others.values())
    return total, met


def measure(found: Passages, marked: Passages) -> Counts:
    """Count found, right, marked and met pairs."""
    return Counts(*count_met(found, marked), *count_met(marked, found))


def find_passages(event: str) -> tuple[Passages, Passages]:
    """Return the claims and conflicts that the program finds in an event."""
    comparison = compare_articles(read_event(event))
    columns = ["article", "raw_start", "raw_end"]
    claims, conflicts = comparison.tables["claims"], comparison.tables["conflicts"]
    claims = claims[~claims["repeat"]]
    return tuple(  # type: ignore[return-value]
        group_passages(list(table[[key, *columns]].itertuples(index=False, name=None))) for table, key in ((claims, "claim"), (conflicts, "conflict"))
    )


def main() -> None:
    """Print the figures of every event and of all."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--set", type=Path, default=SET)
    folder = parser.parse_args().set
    claims, conflicts = read_marked(folder / "claims.csv", "claim"), read_marked(folder / "conflicts.csv", "conflict")
    all_claims, all_conflicts = Counts(), Counts()
    for event in sorted(claims):
        found_claims, found_conflicts = find_passages(event)
        counts = measure(found_claims, claims[event]), measure(found_conflicts, conflicts.get(event, {}))
        all_claims, all_conflicts = all_claims + counts[0], all_conflicts + counts[1]
        print(f"{event}: claims {counts[0]}; conflicts {counts[1]}")
    print(f"all claims: {all_claims}\nall conflicts: {all_conflicts}")


if __name__ == "__main__":
    main()
