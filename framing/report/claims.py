"""What each article tells, as a report shows it: coverage, figures that differ, only here, left out here, where claims stand."""

import re
from collections import defaultdict
from collections.abc import Sequence, Set
from math import isfinite
from typing import Final, NamedTuple

import numpy as np
import pandas as pd

from framing.comparison.comparison import Comparison
from framing.report.labels import name_articles
from framing.report.passages import cut_passage, read_texts
from framing.report.places import name_claims, name_place
from framing.report.plain import iter_columns
from framing.report.words import VOICES

MOST_CLAIMS: Final = 40
MOST_ALONE: Final = 8
MOST_OMITTED: Final = 12
MOST_SHARED: Final = 8
OPENINGS: Final = re.compile(r"^(?:and|but|that)\s+", re.IGNORECASE)
LENGTH_COSTS: Final = 1.2
"""How much the length of a passage counts against the words it shares."""
WIDE: Final = 0.25
"""From so wide a span on, as a share of the figure, an amount is shown by its words and ends."""
SIGNS: Final = {"own": "●", "attributed": "○", "differs": "≠", "absent": "–"}
SAID: Final = {"own": "told in its own voice", "attributed": "attributed to a source", "differs": "told with another figure", "absent": "not found"}
PLACES: Final = {"headline": "headline", "standfirst": "lines under it", "first": "first paragraph", "middle": "between", "last": "last paragraph"}


class Telling(NamedTuple):
    """One passage: what its article is called, the words verbatim, whose voice, how early (0..100 % of the words), its row in the table of claims."""

    label: str
    text: str
    said: str
    early: str
    row: int


class Cell(NamedTuple):
    """Whether one article tells a claim: a sign, and the same in words."""

    sign: str
    said: str


class ClaimRow(NamedTuple):
    """One claim that several articles tell: id, kind, its clearest words, a cell for each article, the passages, the words that hold them together.

    `anchor` is where it stands in the page.
    """

    claim: str
    kind: str
    text: str
    n_articles: int
    cells: list[Cell]
    tellings: list[Telling]
    shared: str
    anchor: str


class Differing(NamedTuple):
    """Figures that differ: what is counted or dated, value and passage of each article, what the passages share and what sets them apart."""

    anchor: str
    what: str
    tellings: list[tuple[str, Telling]]
    comparable: str
    not_comparable: str


class Selection(NamedTuple):
    """What one article alone tells, and what others tell and it does not: (claim, words, who tells it)."""

    anchor: str
    label: str
    alone: list[Telling]
    n_alone: int
    omitted: list[tuple[str, Telling, str]]
    n_omitted: int


def find_shown_claims(comparison: Comparison) -> frozenset[str]:
    """Return the claims that the table of coverage shows."""
    return frozenset(comparison.tables["coverage"]["claim"].head(MOST_CLAIMS))


def make_claim_rows(comparison: Comparison) -> list[ClaimRow]:
    """Return the claims that several articles tell, those of most articles first."""
    table, coverage, articles = comparison.tables["claims"], comparison.tables["coverage"], list(name_articles(comparison))
    shared, anchors = find_shared(comparison.tables["links"]), name_claims(comparison)
    told = table[table["claim"].isin(set(coverage["claim"]))]
    tellings, framed = group_tellings(comparison, told, "claim"), find_framed(comparison, told)
    rows = []
    for claim, kind, n, *cells in iter_columns(coverage, "claim", "kind", "n_articles", *articles):
        own, words = tellings[claim], shared.get(claim, [])
        signs = [Cell(SIGNS[cell], SAID[cell]) for cell in cells]
        rows.append(ClaimRow(claim, kind, choose_words(own, words, framed), n, signs, own, ", ".join(words), anchors[claim]))
    return rows


def choose_words(tellings: Sequence[Telling], shared: Sequence[str], framed: Set[int]) -> str:
    """Return the passage that says a claim best: without framing words if there is one, close to what all share; without an opening "and"."""
    ranked = sorted(tellings, key=lambda one: (one.row in framed, -measure_closeness(one.text, shared), one.label, one.row))
    return OPENINGS.sub("", ranked[0].text, count=1)


def measure_closeness(text: str, shared: Sequence[str]) -> float:
    """Return how close a passage is to the words that all tellings share: many of them, and little else.

    >>> round(measure_closeness("It fired tear gas", ["gas", "tear", "bomb"]), 2)
    0.76
    """
    small = text.lower()
    return float(sum(word.lower() in small for word in shared) ** 2 / max(len(small.split()), 1) ** LENGTH_COSTS)


def find_framed(comparison: Comparison, table: pd.DataFrame) -> frozenset[int]:
    """Return the rows of a table of claims whose passage holds a framing or a loaded word: no fit label for what others tell too."""
    marks: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for name in ("evidence", "loaded"):
        for article, start, end in iter_columns(comparison.tables[name], "article", "start", "end"):
            marks[article].append((start, end))
    rows = zip(table.index.tolist(), iter_columns(table, "article", "clause_start", "clause_end"), strict=True)
    return frozenset(row for row, (article, first, last) in rows if any(start < last and first < end for start, end in marks[article]))


def find_shared(links: pd.DataFrame) -> dict[str, list[str]]:
    """Return for each claim the words that its links share, those of most links first."""
    counts: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for claim, shared in iter_columns(links, "claim", "shared"):
        for word in filter(None, shared.split(", ")):
            counts[claim][word] += 1
    return {claim: sorted(words, key=lambda word: (-words[word], word.lower(), word))[:MOST_SHARED] for claim, words in counts.items()}


def group_tellings(comparison: Comparison, table: pd.DataFrame, key: str) -> dict[str, list[Telling]]:
    """Return the passages of some claims by a column, in the order of the table."""
    texts, labels = read_texts(comparison), name_articles(comparison)
    found: dict[str, list[Telling]] = defaultdict(list)
    places = ("start", "end", "text", "clause_start", "clause_end")
    for name, article, voice, source, position, row, *place in iter_columns(
        table.assign(row=table.index), key, "article", "voice", "source", "position", "row", *places
    ):
        start, end, text, clause_start, clause_end = place
        cut_passage(texts, article, start, end, text)
        said = f"{VOICES[voice]}, {source.rstrip(' ,')}" if source else VOICES[voice]
        passage = texts[article][min(start, clause_start) : max(end, clause_end)]
        found[name].append(Telling(labels[article], passage, said, f"{100 * position:.0f}", row))
    return found


def make_differing(comparison: Comparison) -> list[Differing]:
    """Return the figures that differ."""
    table, claims = comparison.tables["conflicts"], comparison.tables["claims"]
    known = {key: row for row, key in enumerate(iter_columns(claims, "article", "kind", "start", "end"))}
    is_date = table["date_start"] != ""
    kinds = [("date",) if dated else ("figure", "vague") for dated in is_date]
    rows = [
        next(known[article, kind, start, end] for kind in wanted if (article, kind, start, end) in known)
        for wanted, (article, start, end) in zip(kinds, iter_columns(table, "article", "start", "end"), strict=True)
    ]
    placed = claims.iloc[rows].assign(conflict=table["conflict"].to_numpy())
    tellings = group_tellings(comparison, placed, "conflict")
    found = []
    for conflict, own in table.groupby("conflict", sort=False):
        first = own.iloc[0]
        values = [say_value(*row) for row in iter_columns(own, "value", "low", "high", "unit", "date_start", "text")]
        pairs = list(zip(values, tellings[str(conflict)], strict=True))
        anchor = name_place("differing", f"{first['article']} {first['text']} {first['start']}")
        found.append(Differing(anchor, str(first["what"]), pairs, str(first["comparable"]), str(first["not_comparable"])))
    return found


def say_value(value: str, low: float, high: float, unit: str, date_start: str, text: str) -> str:
    """Return a figure as it is read: its number, with its bounds where it has room, or its words where it has no number.

    >>> say_value("2500", 2425, 2575, "", "", "some 2,500"), say_value("64", 63.5, 64.5, "percent", "", "64 %")
    ('about 2,500 (2,425 to 2,575)', '64 percent')
    >>> say_value("100", 100, 999, "", "", "hundreds of soldiers"), say_value("2017-01-01", 0, 0, "", "2017-01-01", "in 2017")
    ('“hundreds of soldiers” (100 to 999)', '2017')
    >>> say_value("140", 140, float("nan"), "", "", "at least 140 people"), say_value("640", 0, 640, "", "", "up to 640 jobs")
    ('at least 140', 'up to 640')
    """
    if date_start:
        return date_start[:4] if date_start.endswith("-01-01") else date_start
    number = float(value or 0)
    shown = f"{number:,.10g}" + (f" {unit}" if unit else "")
    if number == high > low or not isfinite(low):
        return f"up to {shown}"
    if not isfinite(high):
        return f"at least {shown}"
    if high - low > WIDE * number:
        return f"“{' '.join(text.split())}” ({low:,.10g} to {high:,.10g})"
    return f"about {shown} ({low:,.10g} to {high:,.10g})" if high - low > 1 and high - low > 0.01 * number else shown


def make_selections(comparison: Comparison) -> list[Selection]:
    """Return for each article what it alone tells, earliest first, and what it leaves out, most told by others first."""
    table, omissions = comparison.tables["claims"], comparison.tables["omissions"]
    labels = name_articles(comparison)
    alone = group_tellings(comparison, widen(comparison, choose_alone(table)), "article")
    known = {key: row for row, key in enumerate(iter_columns(table, "claim", "article", "start", "end"))}
    found = []
    for article, label in labels.items():
        own = omissions[omissions["missing_from"] == article].head(MOST_OMITTED)
        rows = [known[key] for key in iter_columns(own, "claim", "article", "start", "end")]
        placed = [one for telling in group_tellings(comparison, table.iloc[rows], "claim").values() for one in telling]
        tellers = [", ".join(labels[one] for one in told.split("; ")) for told in own["told_by"]]
        omitted = list(zip(own["claim"], placed, tellers, strict=True))
        n_omitted = int((omissions["missing_from"] == article).sum())
        found.append(Selection(name_place("left-out", article), label, alone[article][:MOST_ALONE], len(alone[article]), omitted, n_omitted))
    return found


def widen(comparison: Comparison, table: pd.DataFrame) -> pd.DataFrame:
    """Return claims with the whole sentence of each as its passage, one for each sentence, so that a reader sees what it is about."""
    sentences, batch = comparison.analysis.sentences, comparison.analysis.batch
    begins = dict(zip([article.article_id for article in batch.articles], batch.starts.tolist(), strict=True))
    begin = table["article"].map(begins).to_numpy(np.int64)
    at = sentences.of(table["start"].to_numpy(np.int64) + begin)
    wide = table.assign(clause_start=sentences.starts[at] - begin, clause_end=sentences.ends[at] - begin)
    return wide.drop_duplicates(["article", "clause_start"])


def choose_alone(table: pd.DataFrame) -> pd.DataFrame:
    """Return what one article only tells: somebody does something, or a figure stands, and no other article may tell it in other words."""
    figures = table[table["kind"] == "figure"]
    keys = list(zip(figures["article"], figures["within"], strict=True))
    is_shared = ((figures["articles"] > 1) | (figures["conflict"] != "") | (figures["perhaps"] != "")).tolist()
    counted, shared = set(keys), {key for key, is_told in zip(keys, is_shared, strict=True) if is_told}
    own = list(zip(table["article"], table["claim"], strict=True))
    has_figure = np.array([key in counted for key in own], np.bool_)
    is_alone = np.array([key not in shared for key in own], np.bool_) & (table["articles"] == 1) & (table["perhaps"] == "")
    is_alone &= table["kind"].isin(("event", "statement"))
    chosen: pd.DataFrame = table[is_alone & ((table["doer"] != "") | has_figure)]
    return chosen.sort_values(["article", "position"], kind="stable")


def make_structure_rows(comparison: Comparison) -> list[tuple[str, list[str]]]:
    """Return for each article how many of its claims, and of those others tell too, stand in each place, and their share of its words."""
    table, labels = comparison.tables["structure"], name_articles(comparison)
    rows = []
    for article, label in labels.items():
        counts = {place: (shared, n) for place, shared, n in iter_columns(table[table["article"] == article], "place", "shared", "claims")}
        rows.append((label, [f"{counts[place][0]} of {counts[place][1]}" if counts[place][1] else "–" for place in PLACES]))
    return rows


def make_claim_page(comparison: Comparison) -> dict[str, object]:
    """Return everything the sections on claims show."""
    rows = make_claim_rows(comparison)
    return {
        "claim_rows": rows[:MOST_CLAIMS],
        "n_claim_rows": len(rows),
        "shown_claims": find_shown_claims(comparison),
        "claim_anchors": name_claims(comparison),
        "differing": make_differing(comparison),
        "selections": make_selections(comparison),
        "structure": make_structure_rows(comparison),
        "claim_places": list(PLACES.values()),
        "n_all_tell": sum(row.n_articles == len(comparison.articles) for row in rows),
    }
