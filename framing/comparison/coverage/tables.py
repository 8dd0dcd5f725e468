"""The tables made from the claims: coverage by article, figures that differ, what is left out, the links, and where claims stand."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np
import pandas as pd

from framing.analysis.analysis import Analysis
from framing.analysis.tables import make_place_columns
from framing.claims.records import Claims
from framing.comparison.coverage.alignment import Alignment
from framing.comparison.coverage.conflicts import Conflict
from framing.comparison.coverage.reading import Reading

PLACE_ORDER: Final = ("headline", "standfirst", "first", "middle", "last")
ABSENT: Final = "absent"
DIFFERS: Final = "differs"
MOSTLY: Final = 0.6
"""A figure is not listed by itself where so many of its passages lie in claims that several articles tell."""
LEAST_OTHERS: Final = 2
"""A claim counts as left out where at least two other articles tell it."""
CONFLICT_COLUMNS: Final = (
    "conflict", "what", "article", "text", "value", "start", "end", "low", "high", "unit", "date_start", "date_end", "voice", "source",
    "comparable", "not_comparable", "claim", "raw_start", "raw_end",
)  # fmt: skip


def choose_claims(table: pd.DataFrame) -> pd.DataFrame:
    """Return the claims that several articles tell, without the figures and dates that lie in one that they tell as a whole."""
    shared = table[table["articles"] > 1]
    wholes = set(shared["claim"][shared["kind"].isin(("event", "statement"))])
    covered = shared["within"].isin(wholes).groupby(shared["claim"]).transform("mean") if len(shared) else shared["position"]
    return shared[covered < MOSTLY]


def mark_conflicts(table: pd.DataFrame, conflicts: pd.DataFrame) -> pd.DataFrame:
    """Return the claims with the id of the figures that differ which each belongs to, or the clause it stands in ("": none)."""
    known = dict(zip(zip(conflicts["article"], conflicts["start"], conflicts["end"], strict=True), conflicts["conflict"], strict=True))
    is_whole = table["kind"].isin(("event", "statement")).tolist()
    keys = zip(table["article"], table["start"], table["end"], strict=True)
    own = ["" if whole else known.get(key, "") for key, whole in zip(keys, is_whole, strict=True)]
    clauses = list(zip(table["article"], table["clause_start"], strict=True))
    of_clause = {clause: conflict for clause, conflict in zip(clauses, own, strict=True) if conflict}
    marks = [of_clause.get(clause, "") if whole else mark for mark, clause, whole in zip(own, clauses, is_whole, strict=True)]
    return table.assign(conflict=marks)


def find_differing(table: pd.DataFrame) -> dict[str, set[str]]:
    """Return for each claim in figures that differ the articles that tell some figure there."""
    marked = table[table["conflict"] != ""]
    tellers = marked.groupby("conflict")["article"].agg(set)
    found: dict[str, set[str]] = defaultdict(set)
    for claim, conflict in zip(marked["claim"], marked["conflict"], strict=True):
        found[claim] |= tellers[conflict]
    return found


def find_perhaps(table: pd.DataFrame) -> dict[str, set[str]]:
    """Return for each claim the articles that may tell it, or a figure in it, in other words."""
    found: dict[str, set[str]] = defaultdict(set)
    for claim, within, perhaps in zip(table["claim"], table["within"], table["perhaps"], strict=True):
        found[claim] |= set(perhaps.split("; "))
        found[within] |= set(perhaps.split("; "))
    return found


def make_coverage_table(table: pd.DataFrame, articles: Sequence[str]) -> pd.DataFrame:
    """Return one row for each claim that several articles tell and a column for each article: own, attributed, differs (another figure) or absent.

    `text` is the earliest telling by its place in the article, `agreement` whether every article tells it, `earliest` that place (0..1).
    """
    told: dict[str, list[tuple[float, str, str, str, str]]] = defaultdict(list)
    for claim, *row in choose_claims(table)[["claim", "position", "article", "kind", "text", "voice"]].itertuples(index=False, name=None):
        told[claim].append(tuple(row))
    rows, differing = [], find_differing(table)
    for claim, own in told.items():
        position, _, kind, text, _ = min(own, key=lambda row: row[:2])
        voices = {article: voice for _, article, _, _, voice in sorted(own, key=lambda row: row[4])}
        others = differing.get(claim, set())
        cells = [voices.get(article, DIFFERS if article in others else ABSENT) for article in articles]
        rows.append((claim, kind, text, len(voices), position, *cells))
    found = pd.DataFrame(rows, columns=["claim", "kind", "text", "n_articles", "earliest", *articles])
    found.insert(4, "agreement", found["n_articles"] == len(articles))
    return found.sort_values(["n_articles", "earliest", "claim"], ascending=[False, True, True], ignore_index=True)


def make_omission_table(coverage: pd.DataFrame, table: pd.DataFrame, articles: Sequence[str]) -> pd.DataFrame:
    """Return what each article leaves out and two others or more tell, most tellers first, then the earliest told, with its first passage.

    An article that gives another figure for it, or that may tell it in other words, leaves nothing out.
    """
    told: dict[str, list[tuple[float, str, str, str, int, int]]] = defaultdict(list)
    mains = table[~table["repeat"] & table["claim"].isin(set(coverage["claim"]))]
    for claim, *row in mains[["claim", "position", "article", "kind", "text", "start", "end"]].itertuples(index=False, name=None):
        told[claim].append(tuple(row))
    rows, differing, doubts = [], find_differing(table), find_perhaps(table)
    for claim, n_others, earliest in zip(coverage["claim"], coverage["n_articles"], coverage["earliest"], strict=True):
        own = sorted(told[claim])
        _, first, kind, *passage = own[0]
        tellers = {row[1] for row in own} | differing.get(claim, set()) | doubts[claim]
        missing = [article for article in articles if article not in tellers] if n_others >= LEAST_OTHERS else []
        rows += [(claim, article, n_others, earliest, kind, first, *passage, "; ".join(row[1] for row in own)) for article in missing]
    columns = ["claim", "missing_from", "n_others", "earliest", "kind", "article", "text", "start", "end", "told_by"]
    order = ["missing_from", "n_others", "earliest", "claim"]
    return pd.DataFrame(rows, columns=columns).sort_values(order, ascending=[True, False, True, True], ignore_index=True)


def make_conflict_table(analysis: Analysis, claims: Claims, conflicts: Sequence[Conflict], table: pd.DataFrame) -> pd.DataFrame:
    """Return the figures that differ, one row a passage: what is counted, the values, what the passages share and what sets them apart."""
    members = [(f"x{at}", conflict, number) for at, conflict in enumerate(conflicts, 1) for number in conflict.claims]
    starts = np.array([claims.claims[number].start for *_, number in members], np.int64)
    ends = np.array([claims.claims[number].end for *_, number in members], np.int64)
    places = make_place_columns(analysis, starts, ends)
    known = {key: at for at, key in enumerate(zip(table["article"], table["kind"], table["start"], table["end"], strict=True))}
    kinds = [claims.claims[number].kind for *_, number in members]
    rows = [known[key] for key in zip(places["article"], kinds, places["start"], places["end"], strict=True)]  # type: ignore[call-overload]
    own = table.iloc[rows].reset_index(drop=True)
    found = own.assign(
        conflict=[name for name, *_ in members],
        what=[conflict.what for _, conflict, _ in members],
        comparable=[conflict.comparable for _, conflict, _ in members],
        not_comparable=[conflict.not_comparable for _, conflict, _ in members],
    )
    return found[[*CONFLICT_COLUMNS]]


def make_link_table(analysis: Analysis, claims: Claims, alignment: Alignment, reading: Reading, ids: Mapping[int, str]) -> pd.DataFrame:
    """Return why claims of two articles count as one: the two passages, how alike (0..1), what both name."""
    clauses = claims.clauses
    article = [clauses[claim.clause].article for claim in claims.claims]
    links = [link for link in alignment.links if link.a in ids and ids[link.a] == ids.get(link.b) and article[link.a] != article[link.b]]
    sides = []
    for numbers in ([link.a for link in links], [link.b for link in links]):
        spans = np.array([(claims.claims[number].start, claims.claims[number].end) for number in numbers], np.int64).reshape(-1, 2)
        sides.append(make_place_columns(analysis, spans[:, 0], spans[:, 1]))
    return pd.DataFrame(
        {
            "claim": [ids[link.a] for link in links],
            **{name: sides[0][name] for name in ("article", "text", "start", "end")},
            **{f"other_{name}": sides[1][name] for name in ("article", "text", "start", "end")},
            "score": [round(link.score, 4) for link in links],
            "shared": [", ".join(reading.name_all(clauses[claims.claims[link.a].clause], link.shared)) for link in links],
        }
    )


def make_structure_table(table: pd.DataFrame, coverage: pd.DataFrame, articles: Sequence[str]) -> pd.DataFrame:
    """Return for each article and place (headline, standfirst, first, middle, last) its claims, those others tell too, and their words."""
    chosen = table[~table["repeat"] & table["kind"].isin(("event", "statement"))]
    shared = set(coverage["claim"])
    sums = {(article, place): [0, 0, 0, 0] for article in articles for place in PLACE_ORDER}
    for claim, article, place, words in chosen[["claim", "article", "place", "words"]].itertuples(index=False, name=None):
        also = claim in shared
        sums[article, place] = [a + b for a, b in zip(sums[article, place], (1, also, words, words * also), strict=True)]
    rows = [(*key, *found) for key, found in sums.items()]
    return pd.DataFrame(rows, columns=["article", "place", "claims", "shared", "words", "shared_words"])

