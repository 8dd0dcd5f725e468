"""Who has the first and the last word of an article, and whose voice it opens and closes in."""

from typing import Final

import numpy as np
import pandas as pd

from framing.analysis.analysis import Analysis
from framing.text.zone_names import BODY, is_in

COLUMNS: Final = [
    "article", "place", "voice", "source", "actor", "group", "source_kind", "cue", "content", "content_start", "content_end",
]  # fmt: skip
HALF: Final = 0.5


def find_first_last(analysis: Analysis, attributions: pd.DataFrame) -> pd.DataFrame:
    """Find the first and the last attribution of every article, and whose voice its first and last sentence of the body are mostly in.

    Rows: article and place (first, last); the voice is "attributed" where more than half of the sentence's letters are, else "own".
    """
    sentences, segments = analysis.sentences, analysis.segments
    counted = (segments.zone == BODY) & ~segments.is_copy
    in_body = np.flatnonzero(counted[sentences.segment])
    owner = segments.article[sentences.segment[in_body]]
    read = is_in(segments.zone, "all") & ~segments.is_copy
    at = analysis.batch.starts[np.array([find_article(analysis, name) for name in attributions["article"]], np.int64)]
    speech = attributions[attributions["speech"].astype(bool) & read[segments.of(at + attributions["content_start"].to_numpy())]]
    rows = []
    for number, article in enumerate(analysis.batch.articles):
        own, said = in_body[owner == number], speech[speech["article"] == article.article_id]
        for place, at_end in (("first", 0), ("last", -1)):
            voice = find_voice_of(analysis, int(own[at_end])) if len(own) else ""
            one = said.iloc[at_end] if len(said) else pd.Series(dict.fromkeys(COLUMNS, "") | {"content_start": -1, "content_end": -1})
            rows.append((article.article_id, place, voice, *(one[name] for name in COLUMNS[3:])))
    return pd.DataFrame(rows, columns=COLUMNS)


def find_article(analysis: Analysis, article_id: str) -> int:
    """Return the place of an article in its batch."""
    return next(at for at, article in enumerate(analysis.batch.articles) if article.article_id == article_id)


def find_voice_of(analysis: Analysis, sentence: int) -> str:
    """Return the voice most letters of a sentence are in."""
    letters = np.arange(analysis.sentences.starts[sentence], analysis.sentences.ends[sentence])
    return "attributed" if analysis.voices.voice_of(letters, letters + 1).mean() > HALF else "own"
