"""Measure alignment and conflicts against the passages a reader marked: precision and recall of pairs of passages in two articles.

    FRAMING_DATA=../shared .venv/bin/python -m tests.bench.claims                 the measuring set of tests/quality/claims
    FRAMING_DATA=../shared .venv/bin/python -m tests.bench.claims --set FOLDER    another labelled set of the same form
    FRAMING_DATA=../shared .venv/bin/python -m tests.bench.claims --coders        only how far two coders agree: as much as can be asked for

A pair is one claim in two articles. A pair that was found is right when the passage shown of either article overlaps passages marked with one id
in those two articles; a marked pair is found when some found claim has passages of both, also where it is told a second time. What a
coder left unmarked counts as wrong. Any overlap counts, since a clause is seldom cut where a reader cuts; how many
pairs overlap by at least half of the shorter passage is told beside it. Headlines that a text lacks are not marked and do not count.
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

HALF = 0.5

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


def meet(first: list[tuple[int, int]], second: list[tuple[int, int]], least: float) -> bool:
    """Tell whether a stretch of the first list overlaps one of the second, by at least so much of the shorter one."""
    return any(a < d and c < b and min(b, d) - max(a, c) >= least * min(b - a, d - c) for a, b in first for c, d in second)


def count_met(pairs: Passages, others: Passages, least: float) -> tuple[int, int]:
    """Count the pairs of articles under one id, and those that some id of `others` has with stretches that meet in both articles."""
    total = met = 0
    for places in pairs.values():
        for a, b in combinations(sorted(places), 2):
            total += 1
            met += any(meet(places[a], other.get(a, []), least) and meet(places[b], other.get(b, []), least) for other in others.values())
    return total, met


def measure(found: Passages, marked: Passages, shown: Passages | None = None, *, least: float = 0.0) -> Counts:
    """Count found, right, marked and met pairs; right ones by the passages `shown`, where those are fewer than the found ones."""
    return Counts(*count_met(found if shown is None else shown, marked, least), *count_met(marked, found, least))


def measure_kinds(found: Passages, marked: Passages, kinds: dict[str, str]) -> dict[str, Counts]:
    """Count marked and met pairs by kind of claim."""
    chosen = {kind: {key: places for key, places in marked.items() if kinds[key] == kind} for kind in sorted(set(kinds.values()))}
    return {kind: Counts(0, 0, *count_met(passages, found, 0.0)) for kind, passages in chosen.items()}


def read_kinds(path: Path) -> dict[str, dict[str, str]]:
    """Read the kind of each marked claim, by event: that of its first passage."""
    kinds: dict[str, dict[str, str]] = defaultdict(dict)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            kinds[row["event"]].setdefault(row["claim"], row["kind"])
    return kinds


def compare_coders(folder: Path) -> None:
    """Print how far the claims and conflicts of coder B are those of coder A in the events both read."""
    for name in ("claims", "conflicts"):
        key = name.removesuffix("s")
        first, second = read_marked(folder / f"{name}.csv", key), read_marked(folder / f"coder_b_{name}.csv", key)
        both = read_marked(folder / "coder_b_claims.csv", "claim")
        total = sum((measure(second.get(event, {}), first.get(event, {})) for event in both), Counts())
        print(f"coder B against coder A, {len(both)} events, {name}: {total}")


def find_passages(event: str) -> tuple[Passages, Passages, Passages]:
    """Return the claims that the program finds in an event, those with only the passages it shows first, and the conflicts."""
    tables = compare_articles(read_event(event)).tables
    claims = tables["claims"]
    in_text = claims[claims["raw_end"] > claims["raw_start"]]
    shown = in_text.sort_values("repeat", kind="stable").drop_duplicates(["claim", "article"])
    found = ((claims, "claim"), (shown, "claim"), (tables["conflicts"], "conflict"))
    columns = ["article", "raw_start", "raw_end"]
    return tuple(group_passages(list(table[[key, *columns]].itertuples(index=False, name=None))) for table, key in found)  # type: ignore[return-value]


def main() -> None:
    """Print the figures of every event, of every kind and of all."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--set", type=Path, default=SET)
    parser.add_argument("--coders", action="store_true")
    options = parser.parse_args()
    if (options.set / "coder_b_claims.csv").exists():
        compare_coders(options.set)
    if not options.coders:
        measure_set(options.set)


def measure_set(folder: Path) -> None:
    """Print the figures of a labelled set."""
    claims, conflicts = read_marked(folder / "claims.csv", "claim"), read_marked(folder / "conflicts.csv", "conflict")
    kinds = read_kinds(folder / "claims.csv")
    all_claims, all_conflicts, by_kind, by_half = Counts(), Counts(), defaultdict[str, Counts](Counts), Counts()
    for event in sorted(claims):
        found, shown, differing = find_passages(event)
        counts = measure(found, claims[event], shown), measure(differing, conflicts.get(event, {}))
        all_claims, all_conflicts = all_claims + counts[0], all_conflicts + counts[1]
        by_half += measure(found, claims[event], shown, least=HALF)
        for kind, one in measure_kinds(found, claims[event], kinds[event]).items():
            by_kind[kind] += one
        print(f"{event}: claims {counts[0]}; conflicts {counts[1]}")
    for kind, one in sorted(by_kind.items()):
        print(f"{kind}: recall {one.met / max(one.marked, 1):.2f} ({one.met} of {one.marked})")
    print(f"all claims: {all_claims}\nall claims, by half of the shorter passage: {by_half}\nall conflicts: {all_conflicts}")


if __name__ == "__main__":
    main()
