"""Learn how much each sign weighs that two clauses tell the same (`lexicons/general/claim_signs.csv`) from passages marked for learning.

    .venv/bin/python -m tests.bench.claim_signs            each event judged by weights learned from the others
    .venv/bin/python -m tests.bench.claim_signs --write    and the weights of all events written to the list

The articles were written for this project: the example events of `seeds` and those of `tests/quality/claims/learning`, with the passages of
`learning.csv`. Research data is for measuring only; nothing is learned from it. A logistic regression weighs the signs of every pair of clauses
that is looked at; a pair is right when both overlap passages marked with one id.
"""

import argparse
import csv
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import numpy as np

from framing.analysis.tables import make_place_columns
from framing.articles.corpus import read_articles
from framing.claims.claims import Scene, find_claims, make_finder
from framing.comparison.cast import find_cast
from framing.comparison.comparison import compare_articles
from framing.comparison.coverage.alignment import LOWEST
from framing.comparison.coverage.likeness import Held, Values, find_alike
from framing.comparison.coverage.signs import judge_pairs, read_signs
from framing.topics.claim_words import read_claim_words
from framing.topics.general import read_general
from framing.topics.name_words import read_name_words
from framing.topics.topic import lexicon_folders
from tests.bench.claims import ROOT, SET, Counts

LIST = ROOT / "lexicons" / "general" / "claim_signs.csv"
FOLDERS = (ROOT / "seeds", SET / "learning")
"""Where the folders of the events are."""
STRENGTH = 0.01
"""How freely the weights may move (C of the regression): the signs tell much the same, so less is steadier."""
MOST = 0.6
"""A clause tells a passage when they share so much of the shorter of both."""
BARS = (0.4, 0.5, 0.6, 0.7)


@dataclass(frozen=True)
class Pairs:
    """The signs of every pair of clauses of one event, which pairs are right, and how many marked pairs there are."""

    signs: dict[str, Values]
    is_right: Any
    n_marked: int


Place = tuple[str, int, int]
"""Article, start and end in its text."""


def read_passages() -> dict[str, dict[str, list[Place]]]:
    """Read the marked passages by event and claim."""
    events: dict[str, dict[str, list[Place]]] = defaultdict(lambda: defaultdict(list))
    with (SET / "learning.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            events[row["event"]][row["claim"]].append((row["article"], int(row["start"]), int(row["end"])))
    return events


def read_pairs(event: str, claims: Mapping[str, Sequence[Place]]) -> Pairs:
    """Read the signs of the pairs of clauses of an event that are looked at, and which of them were marked."""
    folders = lexicon_folders(None)
    folder = next(place / event for place in FOLDERS if (place / event).exists())
    analysis = compare_articles(list(read_articles(folder)), with_readings=False).analysis
    cast = find_cast(analysis, read_general(folders), None)
    words = read_claim_words(folders)
    finder = make_finder(words, analysis.lens.general.grammar.inflections, read_name_words(folders))
    scene = Scene(analysis.batch, analysis.segments, analysis.sentences, analysis.voices, cast.mentions)
    clauses = find_claims(scene, finder).clauses
    starts, ends = (np.array([getattr(clause, side) for clause in clauses], np.int64) for side in ("start", "end"))
    article = np.array([clause.article for clause in clauses], np.int64)
    held = Held.of([clause.matter for clause in clauses])
    found = find_alike(held, LOWEST)
    pairs = found.keep(article[found.a] != article[found.b])
    places = make_place_columns(analysis, starts, ends)
    where: list[Place] = list(zip(places["article"], places["raw_start"], places["raw_end"], strict=True))
    right = list_right(where, claims)
    is_right = np.array([pair in right for pair in pairs.keys], np.bool_)
    return Pairs(read_signs(analysis.batch.text, clauses, held, pairs), is_right, len(right))


def list_right(where: Sequence[Place], claims: Mapping[str, Sequence[Place]]) -> set[tuple[int, int]]:
    """List the pairs of clauses of two articles that were marked with one id."""
    right: set[tuple[int, int]] = set()
    for places in claims.values():
        told = [at for at, clause in enumerate(where) if any(is_marked(clause, place) for place in places)]
        right |= {(a, b) for a, b in combinations(told, 2) if where[a][0] != where[b][0]}
    return right


def is_marked(clause: Place, place: Place) -> bool:
    """Tell whether a clause holds most of a passage, or lies mostly in it."""
    shared = min(clause[2], place[2]) - max(clause[1], place[1])
    return clause[0] == place[0] and shared >= MOST * min(clause[2] - clause[1], place[2] - place[1])


def learn_weights(events: Sequence[Pairs]) -> dict[str, float]:
    """Learn the weights of the signs by logistic regression over all pairs; `constant` is added to every sum."""
    from sklearn.linear_model import LogisticRegression
    from sklearn.preprocessing import StandardScaler

    names = list(events[0].signs)
    table = np.vstack([np.stack(list(event.signs.values()), 1) for event in events])
    scaler = StandardScaler().fit(table)
    model = LogisticRegression(C=STRENGTH, max_iter=3000).fit(scaler.transform(table), np.hstack([event.is_right for event in events]))
    weights = model.coef_[0] / scaler.scale_
    return dict(zip(names, weights.tolist(), strict=True)) | {"constant": float(model.intercept_[0] - weights @ scaler.mean_)}


def write_weights(weights: Mapping[str, float]) -> None:
    """Write the weights into the list."""
    with LIST.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    with LIST.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows([row | {"weight": f"{weights[row['sign']]:.3f}"} for row in rows])


def main() -> None:
    """Print how many pairs are right and found when each event is judged by weights learned from the others."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    events = [read_pairs(event, claims) for event, claims in sorted(read_passages().items())]
    sure = [judge_pairs(one.signs, learn_weights([other for other in events if other is not one])) for one in events]
    for bar in BARS:
        linked = sum(int((values >= bar).sum()) for values in sure)
        right = sum(int(((values >= bar) & one.is_right).sum()) for values, one in zip(sure, events, strict=True))
        print(f"surer than {bar}: {Counts(linked, right, sum(one.n_marked for one in events), right)}")
    if options.write:
        write_weights(learn_weights(events))


if __name__ == "__main__":
    main()
