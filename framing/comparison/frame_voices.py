"""Frame by voice by outlet: how often each pole stands in an outlet's own voice, with sources it names, and with sources it does not."""

from typing import Final

import pandas as pd

from framing.analysis.analysis import Analysis
from framing.comparison.sources import NAMED
from framing.text.zone_names import NAMES, SCORED
from framing.topics.source_words import ANONYMOUS

COUNTS: Final = ["own", "named", "anonymous", "unclear", "distanced", "denied"]
COLUMNS: Final = ["axis", "pole", "article", "outlet", *COUNTS]


def count_frame_voices(analysis: Analysis, evidence: pd.DataFrame) -> pd.DataFrame:
    """Count the evidence of headline and body by axis, pole and article, and by whose words it is; a row for every one, also where all is 0.

    own: the outlet's own voice; named, anonymous: attributed to a named actor, to an unnamed one; unclear: attributed to a pronoun, a document,
    something else, or nobody. These count in the scores. distanced: in scare quotes or behind "so-called"; denied: denied; both are void.
    """
    counted = evidence[evidence["zone"].isin([NAMES[code] for code in SCORED["all"]])]
    where = [place_piece(*row) for row in zip(counted["voice"], counted["source_kind"], counted["stance"], counted["weight"], strict=True)]
    tally = counted.assign(where=where).groupby(["axis", "pole", "article", "where"]).size()
    rows = []
    for axis in analysis.lens.axes:
        for article in analysis.batch.articles:
            for pole in (axis.left, axis.right):
                key = axis.axis_id, pole.pole_id, article.article_id
                rows.append((*key, article.outlet, *(int(tally.get((*key, name), 0)) for name in COUNTS)))
    return pd.DataFrame(rows, columns=COLUMNS)


def place_piece(voice: str, source_kind: str, stance: str, weight: float) -> str:
    """Return the column a piece of evidence counts in.

    >>> place_piece("own", "", "hedged", 0.5), place_piece("attributed", "pronoun", "asserted", 0.8), place_piece("own", "", "distanced", 0.0)
    ('own', 'unclear', 'distanced')
    """
    if weight == 0:
        return stance
    if voice == "own":
        return voice
    return source_kind if source_kind in (NAMED, ANONYMOUS) else "unclear"
