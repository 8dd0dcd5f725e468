"""The table of claims: each where it stands, who says it, what it counts or dates, and which claims of other articles it is one with."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import isinf
from typing import Final

import numpy as np
import pandas as pd

from framing.analysis.analysis import Analysis
from framing.analysis.tables import PLACES, cut_sources, make_place_columns
from framing.claims.figures import Figure
from framing.claims.records import Claim, Claims
from framing.comparison.coverage.alignment import Alignment
from framing.comparison.coverage.comparable import Case
from framing.text.offsets import Offsets
from framing.text.zone_names import BODY, HEADLINE, NAMES, STANDFIRST, is_one_of
from framing.voices.actors.actors import Mentions
from framing.voices.actors.agency import KINDS as AGENCY_KINDS
from framing.voices.actors.agency import Actions, Agency
from framing.voices.voice import VOICES

PLAIN: Final = ("time", "age")
"""Measures of figures that make no claim by themselves."""

DOZEN: Final = 12


@dataclass(frozen=True)
class Deeds:
    """Who does what to whom in a batch: the agency found, with its actions and actors."""

    agency: Agency
    actions: Actions
    mentions: Mentions

    def in_clause(self, start: int, end: int) -> tuple[str, str, str]:
        """Return doer, deed and done-to of the first action in a stretch, "" for what is not told."""
        first, last = np.searchsorted(self.agency.starts, [start, end]).tolist()
        if first == last:
            return "", "", ""
        names = (*self.mentions.actors.names, "")
        base = self.actions.actions[int(self.agency.action[first])].base
        deed = f"{base} ({AGENCY_KINDS[self.agency.kind[first]]})"
        return names[self.agency.doer[first]], deed, names[self.agency.done_to[first]]


def make_claim_table(analysis: Analysis, case: Case, doubts: Sequence[frozenset[int]], deeds: Deeds) -> tuple[pd.DataFrame, dict[int, str]]:
    """Return the claims, one row each in order of article and place, and the id of each claim that has a row.

    Figures, vague amounts and dates all have one; told events and statements where another article tells them too, who does what is told, or
    something is counted. `doubts` are the articles that may tell each claim in other words.
    """
    claims, alignment, names = case.claims, case.alignment, [article.article_id for article in analysis.batch.articles]
    told = [deeds.in_clause(claims.clauses[claim.clause].start, claims.clauses[claim.clause].end) for claim in claims.claims]
    articles = count_articles(claims, alignment)
    kept = choose_rows(claims, alignment, articles, [deed for _, deed, _ in told])
    ids = name_claims(claims, alignment, kept, articles)
    starts, ends = np.array([(claims.claims[at].start, claims.claims[at].end) for at in kept], np.int64).reshape(-1, 2).T
    places = make_place_columns(analysis, starts, ends)
    mains = find_mains(claims, alignment)
    whole = {claims.claims[number].clause: ids[number] for number in kept if claims.claims[number].kind in ("event", "statement")}
    rows = [claims.claims[number] for number in kept]
    table = pd.DataFrame(
        {
            "claim": [ids[number] for number in kept],
            "article": places["article"],
            "kind": [claim.kind for claim in rows],
            "text": places["text"],
            "value": [say_value(claim) for claim in rows],
            "unit": [claim.figure.unit if claim.figure else "" for claim in rows],
            "what": [claim.figure.what if claim.figure else "" for claim in rows],
            "voice": [VOICES[code] for code in analysis.voices.voice_of(starts, ends)],
            "source": cut_sources(analysis, starts, ends),
            **{name: places[name] for name in PLACES},
            **list_bounds(rows),
            **{name: [told[number][at] for number in kept] for at, name in enumerate(("doer", "deed", "done_to"))},
            **place_claims(analysis, starts, ends),
            "articles": [max(articles.get(alignment.group[number], 1), 1) for number in kept],
            "repeat": [alignment.group[number] >= 0 and number not in mains for number in kept],
            **dict(zip(("clause_start", "clause_end"), place_clauses(analysis, claims, rows), strict=True)),
            "perhaps": ["; ".join(names[at] for at in sorted(doubts[number])) for number in kept],
            "within": [whole.get(claim.clause, "") if claim.figure or claim.told else "" for claim in rows],
        }
    )
    return table, ids


def choose_rows(claims: Claims, alignment: Alignment, articles: dict[int, int], deeds: Sequence[str]) -> list[int]:
    """Return the claims that have a row, in order."""
    counted = {claim.clause for claim in claims.claims if claim.figure and is_telling(claim.figure)}
    is_part = [bool(claim.figure or claim.told) for claim in claims.claims]
    is_told = [deeds[at] or claim.clause in counted or articles.get(alignment.group[at], 0) > 1 for at, claim in enumerate(claims.claims)]
    return [number for number, part in enumerate(is_part) if part or is_told[number]]


def is_telling(figure: Figure) -> bool:
    """Tell whether a figure makes a claim by itself: an amount, more than a dozen things, or some of which is told what news counts."""
    if figure.is_vague or figure.measure in PLAIN:
        return False
    return figure.measure != "count" or figure.interval.value > DOZEN or bool(figure.kind.name)


def list_bounds(rows: Sequence[Claim]) -> dict[str, object]:
    """Return the columns of bounds: of figures the lowest and highest value (NaN: none), of dates first and last day and precision."""
    return {
        "low": [claim.figure.interval.low if claim.figure else np.nan for claim in rows],
        "high": [bound_high(claim) for claim in rows],
        "date_start": [claim.told.first if claim.told else "" for claim in rows],
        "date_end": [claim.told.last if claim.told else "" for claim in rows],
        "precision": [claim.told.precision if claim.told else "" for claim in rows],
    }


def place_clauses(analysis: Analysis, claims: Claims, rows: Sequence[Claim]) -> tuple[Offsets, Offsets]:
    """Return where the clause of each claim stands in its article's cleaned text."""
    clauses = [claims.clauses[claim.clause] for claim in rows]
    places = np.array([(clause.start, clause.end, clause.article) for clause in clauses], np.int64).reshape(-1, 3)
    begin = analysis.batch.starts[places[:, 2]]
    return places[:, 0] - begin, places[:, 1] - begin


def count_articles(claims: Claims, alignment: Alignment) -> dict[int, int]:
    """Return how many articles tell each group of claims."""
    articles: dict[int, set[int]] = defaultdict(set)
    for number, claim in enumerate(claims.claims):
        if alignment.group[number] >= 0:
            articles[alignment.group[number]].add(claims.clauses[claim.clause].article)
    return {group: len(found) for group, found in articles.items()}


def name_claims(claims: Claims, alignment: Alignment, kept: Sequence[int], articles: dict[int, int]) -> dict[int, str]:
    """Name the claims c1, c2, ...: those that most articles tell come first, then by their first place."""
    first: dict[object, tuple[int, int]] = {}
    for number in kept:
        group = alignment.group[number]
        key = group if group >= 0 else f"alone {number}"
        first.setdefault(key, (-articles.get(group, 1), number))
    order = {key: f"c{at}" for at, (key, _) in enumerate(sorted(first.items(), key=lambda item: item[1]), 1)}
    return {number: order[alignment.group[number] if alignment.group[number] >= 0 else f"alone {number}"] for number in kept}


def find_mains(claims: Claims, alignment: Alignment) -> set[int]:
    """Return for each group and article the claim that is most like those of the other articles; the rest repeat it."""
    scores: dict[int, float] = defaultdict(float)
    for link in alignment.links:
        if claims.clauses[claims.claims[link.a].clause].article != claims.clauses[claims.claims[link.b].clause].article:
            scores[link.a] += link.score
            scores[link.b] += link.score
    best: dict[tuple[int, int], int] = {}
    for number, claim in enumerate(claims.claims):
        key = alignment.group[number], claims.clauses[claim.clause].article
        if key[0] >= 0 and (key not in best or scores[number] > scores[best[key]]):
            best[key] = number
    return set(best.values())


def say_value(claim: Claim) -> str:
    """Return a figure's number or a date's first day as text; "" for an event or an amount without bounds."""
    if claim.told:
        return claim.told.first
    if claim.figure is None or (claim.figure.is_vague and claim.figure.interval.low == 0):
        return ""
    return f"{claim.figure.interval.value:.10g}"


def bound_high(claim: Claim) -> float:
    """Return the highest value a figure can mean, NaN where there is no end."""
    return np.nan if claim.figure is None or isinf(claim.figure.interval.high) else claim.figure.interval.high


def place_claims(analysis: Analysis, starts: Offsets, ends: Offsets) -> dict[str, object]:
    """Return where in the article each claim stands: place (headline, standfirst, first, middle, last), position 0..1 by words, its words."""
    segments, batch = analysis.segments, analysis.batch
    read = is_one_of(segments.zone, (HEADLINE, STANDFIRST, BODY)) & ~segments.is_copy
    body = read & (segments.zone == BODY)
    before = np.cumsum(np.where(read, segments.n_words, 0)) - np.where(read, segments.n_words, 0)
    at = segments.of(starts)
    article = segments.article[at]
    first_word = before[np.minimum(np.searchsorted(segments.article, np.arange(len(batch.articles))), max(len(before) - 1, 0))]
    total = np.bincount(segments.article[read], weights=segments.n_words[read], minlength=len(batch.articles))
    inside = batch.word_of(starts) - batch.word_of(segments.starts[at])
    position = (before[at] - first_word[article] + inside) / np.maximum(total[article], 1)
    order = np.arange(len(segments.starts))
    first = np.full(len(batch.articles), -1)
    last = np.full(len(batch.articles), -1)
    np.maximum.at(last, segments.article[body], order[body])
    first[segments.article[body][::-1]] = order[body][::-1]
    place = np.where(at == first[article], "first", np.where(at == last[article], "last", "middle"))
    place = np.where(segments.zone[at] == BODY, place, [NAMES[code] for code in segments.zone[at]])
    return {"place": place, "position": np.round(np.clip(position, 0, 1), 4), "words": batch.word_of(ends - 1) - batch.word_of(starts - 1)}
