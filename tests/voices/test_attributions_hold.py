"""What holds of the attributions of any text, however malformed."""

from collections.abc import Callable
from typing import Any

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

PIECES = (
    "said", "says", "according to", "told", "that", "adding",
    "claims", "in the view of", "“", "”", '"', "'", "''", "‘", "’", ",", ".", ":", ";", " - ",
    "\n\n", "\n", "The mayor", "she", "who", "Mrs Vale", "officials",
    "and", "but", "was", "by", "not", "quay", "on Monday", "claim", "'s", "(", ")", "%",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map(lambda pieces: " ".join(["Quay", *pieces]))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(TEXTS, min_size=1, max_size=3))
def test_stretches_lie_within_their_article(find_page_attributions: Callable[..., tuple[Any, Any]], texts: list[str]) -> None:
    """Every stretch is whole and inside its own article, contents do not overlap their cue, and a pronoun looks back, never ahead."""
    page, found = find_page_attributions(*texts)
    starts, ends = page.batch.starts[found.article], page.batch.ends[found.article]
    for role in ("source", "cue", "content", "second"):
        low, high = getattr(found, f"{role}_starts"), getattr(found, f"{role}_ends")
        some = low >= 0
        assert np.all(low[some] < high[some]), role
        assert np.all(low[some] >= starts[some]) and np.all(high[some] <= ends[some]), role
        assert np.all(high[~some] == -1), role
    assert np.all(found.content_starts >= 0)
    has_cue = found.cue_starts >= 0
    apart = (found.content_ends <= found.cue_starts) | (found.content_starts >= found.cue_ends)
    assert np.all(apart[has_cue])
    assert np.all(found.source_of <= np.arange(len(found)))
