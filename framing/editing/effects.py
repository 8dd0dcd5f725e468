"""What a change of words does to figures: scores, verdicts and differences between articles that move, and the terms behind each."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import pandas as pd

from framing.analysis.analysis import analyse_articles
from framing.analysis.scores import measure_scores
from framing.analysis.tables import make_evidence_table
from framing.articles.article import Article
from framing.comparison.differences import measure_differences
from framing.comparison.shared import find_shared_evidence, find_sharing
from framing.evidence.lens import Lens
from framing.report.plain import iter_columns
from framing.report.words import MINUS, say_number

MOST_COMPARED: Final = 60
"""With more articles than this only scores are compared: intervals that hold for all pairs at once would show nothing."""
SHOWN: Final = ["bias_old", "verdict_old", "bias_new", "verdict_new"]
PIECE: Final = ["article", "axis", "start", "end", "pole", "weight", "voice", "stance"]
SCORE: Final = ["article", "outlet", "axis", "voice"]
PAIR: Final = ["article_a", "article_b", "axis", "voice"]


@dataclass(frozen=True)
class Figures:
    """What one version of a topic makes of some articles."""

    scores: pd.DataFrame
    differences: pd.DataFrame
    evidence: pd.DataFrame


@dataclass(frozen=True)
class Effects:
    """What moves between two versions: tables of the scores, differences and pieces of evidence that are not the same."""

    scores: pd.DataFrame
    differences: pd.DataFrame
    evidence: pd.DataFrame


def measure_figures(articles: Sequence[Article], lens: Lens) -> Figures:
    """Score some articles with one version of a topic; differences between them up to 60 articles, taken as one set."""
    analysis = analyse_articles(articles, lens)
    differences = pd.DataFrame(columns=[*PAIR, "difference", "low", "high", "verdict"])
    if 1 < len(articles) <= MOST_COMPARED:
        differences = measure_differences(analysis, shared=find_shared_evidence(analysis, find_sharing(analysis)))
    return Figures(measure_scores(analysis, ("all",)), differences, make_evidence_table(analysis))


def compare_figures(old: Figures, new: Figures) -> Effects:
    """Return what is not the same in two versions' figures.

    scores: article, outlet, axis, voice, bias_old, bias_new, intensity_old, intensity_new, n_old, n_new, verdict_old, verdict_new, terms (of the
    evidence that came, went or counts otherwise); differences: likewise for pairs; evidence: one row a piece with change (came, went).
    """
    evidence = find_moved(old.evidence, new.evidence)
    scores = join_versions(old.scores, new.scores, SCORE, ["bias", "intensity", "n", "verdict"])
    keys = zip(scores["article"], scores["axis"], scores["voice"], strict=True)
    scores["terms"] = [name_terms(evidence, article, axis, voice) for article, axis, voice in keys]
    pairs = join_versions(old.differences, new.differences, PAIR, ["difference", "verdict"])
    return Effects(scores, pairs, evidence)


def join_versions(old: pd.DataFrame, new: pd.DataFrame, keys: list[str], values: list[str]) -> pd.DataFrame:
    """Join two versions of a table and keep the rows in which a value differs; a row only one has stands with the other's values empty."""
    joined = old[keys + values].merge(new[keys + values], on=keys, how="outer", suffixes=("_old", "_new"), sort=False)
    same = pd.Series(True, index=joined.index)
    for value in values:
        a, b = joined[f"{value}_old"], joined[f"{value}_new"]
        same &= (a == b) | (a.isna() & b.isna())
    return joined[~same].reset_index(drop=True)


def find_moved(old: pd.DataFrame, new: pd.DataFrame) -> pd.DataFrame:
    """Return the pieces of evidence that only one version has, or counts so: change (went, came) and where they stand."""
    shown = [*PIECE, "text", "term"]
    joined = old[shown].merge(new[shown], on=PIECE, how="outer", indicator=True, suffixes=("_old", "_new"), sort=False)
    moved = joined[joined["_merge"] != "both"].copy()
    moved["change"] = ["went" if side == "left_only" else "came" for side in moved["_merge"]]
    for name in ("text", "term"):
        moved[name] = moved[f"{name}_old"].where(moved["change"] == "went", moved[f"{name}_new"])
    columns = ["change", "article", "axis", "pole", "term", "text", "voice", "stance", "weight", "start", "end"]
    return moved.sort_values(["article", "start", "end", "change"], ascending=[True, True, True, False], ignore_index=True)[columns]


def name_terms(evidence: pd.DataFrame, article: str, axis: str, voice: str) -> str:
    """Name the terms whose evidence moved in an article on an axis and voice, the commonest first: + for came, - for went."""
    voices = {"own": ["own"], "attributed": ["attributed"]}.get(voice, ["own", "attributed"])
    own = evidence[(evidence["article"] == article) & (evidence["axis"] == axis) & evidence["voice"].isin(voices) & (evidence["weight"] > 0)]
    counts = Counter(zip(own["change"].tolist(), own["term"].tolist(), strict=True))
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return "; ".join(f"{'+' if change == 'came' else MINUS}{count} {term}" for (change, term), count in ordered)


def say_effects(effects: Effects, n_scores: int) -> list[str]:
    """Say in short lines what moves: how many scores, which verdicts, which findings about two articles."""
    scores, pairs = effects.scores, effects.differences
    turned = scores[scores["verdict_old"] != scores["verdict_new"]]
    moving = f"{len(scores)} of {n_scores} scores move" if len(scores) else "no score moves"
    lines = [f"{len(effects.evidence)} pieces of evidence came or went; {moving}, {len(turned)} to another verdict"]
    for article, axis, voice, *figures, terms in iter_columns(turned, "article", "axis", "voice", *SHOWN, "terms"):
        lines.append(f"  {article}, {axis}, {voice}: {say_side(*figures[:2])} -> {say_side(*figures[2:])}  ({terms})")
    found = pairs[pairs["verdict_old"] != pairs["verdict_new"]]
    lines.append(f"{len(found)} findings about two articles change" if len(found) else "no finding about two articles changes")
    for first, second, axis, voice, *verdicts in iter_columns(found, *PAIR, "verdict_old", "verdict_new"):
        lines.append(f"  {first} and {second}, {axis}, {voice}: {' -> '.join(say_side(float('nan'), one) for one in verdicts)}")
    return lines


def say_side(bias: float, verdict: object) -> str:
    """Say a bias, where there is one, and its verdict, or that the version has no such axis."""
    said = verdict if isinstance(verdict, str) else "not there"
    return said if pd.isna(bias) else f"{say_number(bias)} {said}"
