"""Framing bias in the words of each group of sources: what an article lets a group say."""

from typing import Final

import numpy as np
import pandas as pd

from framing.analysis.analysis import Analysis
from framing.analysis.scores import MIN_EVIDENCE, MIN_SENTENCES, MIXED, TOO_LITTLE, Cell, count_words, make_cell, measure_bias, select_evidence
from framing.comparison.attribution_table import find_speakers
from framing.comparison.sources import UNSOURCED, name_speaker
from framing.topics.frame import Axis

COLUMNS: Final = ["article", "outlet", "axis", "group", "bias", "low", "high", "intensity", "n", "n_sentences", "n_words", "needed", "verdict"]
EVERY: Final = -1


def measure_group_scores(analysis: Analysis, attributions: pd.DataFrame, random_state: int) -> pd.DataFrame:
    """Measure bias and intensity in the words an article attributes to each group: one row per article, axis and group with evidence.

    Figures and verdicts are those of `measure_scores` over headline and body. Groups in brackets are sources without an actor: (anonymous),
    (pronoun), (document), (other), (none). Rows with an empty article take the articles together: what the group is cited for in all of them.
    """
    chosen = np.flatnonzero(select_evidence(analysis, "attributed", "all"))
    speakers = [name_speaker(*pair) for pair in zip(attributions["group"], attributions["source_kind"], strict=True)]
    group = np.array([*speakers, name_speaker("", UNSOURCED)], object)[find_speakers(analysis)[chosen]]
    article = analysis.segments.article[analysis.evidence.segment[chosen]]
    axis = analysis.evidence.axis[chosen]
    pieces: dict[tuple[int, int, str], list[int]] = {}
    for piece, place, number, name in zip(chosen.tolist(), article.tolist(), axis.tolist(), group, strict=True):
        pieces.setdefault((place, number, name), []).append(piece)
        pieces.setdefault((EVERY, number, name), []).append(piece)
    words = count_words(analysis, "all")
    rows = []
    for (place, number, name), own in sorted(pieces.items(), key=lambda item: (item[0][0] == EVERY, *item[0])):
        one = analysis.batch.articles[place] if place != EVERY else None
        n_words = int(words.sum() if one is None else words[place])
        cell = make_cell(analysis, np.array(own, np.intp))
        names = (one.article_id, one.outlet) if one else ("", "")
        rows.append((*names, analysis.lens.axes[number].axis_id, name, *score_cell(cell, n_words, analysis.lens.axes[number], random_state)))
    return pd.DataFrame(rows, columns=COLUMNS)


def score_cell(cell: Cell, n_words: int, axis: Axis, random_state: int) -> tuple[object, ...]:
    """Return bias, low, high, intensity, n, n_sentences, n_words, needed and verdict of some evidence."""
    bias, low, high = measure_bias(cell, random_state) if cell.is_enough else (np.nan,) * 3
    side = axis.left.pole_id if bias < 0 else axis.right.pole_id
    verdict = TOO_LITTLE if not cell.is_enough else MIXED if low <= 0 <= high else side
    needed = 0 if cell.is_enough else max(MIN_EVIDENCE - cell.n, MIN_SENTENCES - len(cell.sentences))
    return bias, low, high, 1000 * float(cell.weight.sum()) / max(n_words, 1), cell.n, len(cell.sentences), n_words, needed, verdict
