"""The zones of a page and which of them scores count."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

Zones = NDArray[np.uint8]
NAMES: Final = ("unset", "headline", "standfirst", "crosshead", "body", "caption", "dateline", "byline", "section", "furniture")
UNSET, HEADLINE, STANDFIRST, CROSSHEAD, BODY, CAPTION, DATELINE, BYLINE, SECTION, FURNITURE = range(10)

SCORED: Final = {
    "headline": (HEADLINE, STANDFIRST),
    "body": (CROSSHEAD, BODY),
    "all": (HEADLINE, STANDFIRST, CROSSHEAD, BODY),
}
"""Which zones the scores named headline, body and all are made of; captions, bylines, datelines and furniture are in none."""


def is_in(zone: Zones, score_zone: str) -> NDArray[np.bool_]:
    """Tell which zones a score of `score_zone` (headline, body, all) counts."""
    return is_one_of(zone, SCORED[score_zone])


def is_one_of(zone: Zones, wanted: tuple[int, ...]) -> NDArray[np.bool_]:
    """Tell which zones are among the wanted ones."""
    table = np.zeros(len(NAMES), np.bool_)
    table[list(wanted)] = True
    return table[zone]
