"""The generic frames of articles: conflict, human interest, economic consequences, morality, responsibility, as tables."""

from typing import Final

import numpy as np
import pandas as pd

from framing.analysis.analysis import Analysis
from framing.analysis.tables import PLACES, make_place_columns
from framing.evidence.evidence import find_frames
from framing.evidence.selection import Places
from framing.text.zone_names import NAMES, SCORED, is_in
from framing.topics.general import FRAMES
from framing.voices.voice import VOICES

ALL: Final = "all"


def make_generic_frame_table(analysis: Analysis) -> pd.DataFrame:
    """Return the words that speak for a generic frame: article, frame, entry as listed, weight, the words as they stand, place, zone, voice.

    Denial and hedges change nothing here: who denies a quarrel still presents the matter as one. A stretch may stand under two frames.
    """
    words = analysis.lens.words["frames"]
    hits = find_frames(analysis.batch, Places(analysis.segments, analysis.sentences), analysis.lens)
    places = make_place_columns(analysis, hits.starts, hits.ends)
    zone = analysis.segments.zone[analysis.segments.of(hits.starts)]
    voice = analysis.voices.voice_of(hits.starts, hits.ends)
    return pd.DataFrame(
        {
            "article": places["article"],
            "frame": [words[number].kind for number in hits.pattern],
            "term": [words[number].term for number in hits.pattern],
            "weight": np.array([words[number].weight for number in hits.pattern], np.float64),
            **{name: places[name] for name in ("text", *PLACES)},
            "zone": [NAMES[code] for code in zone],
            "voice": [VOICES[code] for code in voice],
        }
    )


def keep_scored(found: pd.DataFrame) -> pd.DataFrame:
    """Keep the rows that count: in headline, standfirst, crossheads and body; captions are shown and not counted."""
    return found[found["zone"].isin([NAMES[code] for code in SCORED[ALL]])]


def measure_generic_frames(analysis: Analysis, found: pd.DataFrame) -> pd.DataFrame:
    """Measure how densely each article speaks in each generic frame, over headline and body, in both voices together.

    `found` is the table of `make_generic_frame_table`. Columns: article, frame, count (0 too), own (how many in the outlet's own voice),
    weight (their sum), n_words, per_1000 (weight per 1,000 words, 0 or more; nan where there are no words). It depends on the list's length,
    so compare articles within a frame, not frames within an article. Frames after Semetko & Valkenburg (2000).
    """
    scored = keep_scored(found)
    groups = dict(iter(scored.groupby(["article", "frame"], sort=False)))
    segments = analysis.segments
    counts = segments.n_words * (is_in(segments.zone, ALL) & ~segments.is_copy)
    n_words = np.bincount(segments.article, weights=counts, minlength=len(analysis.batch.articles)).astype(np.int64)
    rows = []
    for article, n in zip(analysis.batch.articles, n_words.tolist(), strict=True):
        for frame in FRAMES:
            own = groups.get((article.article_id, frame), scored.iloc[:0])
            weight = float(own["weight"].sum())
            rows.append((article.article_id, frame, len(own), int((own["voice"] == "own").sum()), weight, n, 1000 * weight / n if n else np.nan))
    return pd.DataFrame(rows, columns=["article", "frame", "count", "own", "weight", "n_words", "per_1000"])
