"""Which sentences to label next: those the readings are least sure of, or part on (active learning: Lewis & Gale 1994)."""

from typing import Final

import numpy as np
import pandas as pd

RULES: Final = ("both", "uncertain", "parting")
MOST_ALIKE: Final = 2
"""At most so many sentences of one article, so that one long text does not fill the list."""


def choose_sentences(readings: pd.DataFrame, n: int, rule: str = "both") -> pd.DataFrame:
    """Choose n rows of a table of readings, the most telling first, with a column `why`.

    `uncertain`: least difference between the two likeliest labels. `parting`: lexicon and classifier give different labels, the surest
    first. `both` takes them in turn. A text is taken once.
    """
    own = readings.drop_duplicates("text").reset_index(drop=True)
    p = np.sort(own[["p_left", "p_right", "p_none"]].to_numpy(), axis=1)
    margin = np.argsort(p[:, -1] - p[:, -2], kind="stable").tolist()
    apart = [at for at in np.argsort(-p[:, -1], kind="stable").tolist() if not own["agree"].iloc[at]]
    queues = {"uncertain": [(at, "uncertain") for at in margin], "parting": [(at, "parting") for at in apart]}
    wanted = [queues["uncertain"], queues["parting"]] if rule == "both" else [queues[rule]]
    chosen: dict[int, str] = {}
    for place in range(max(map(len, wanted), default=0)):
        for queue in wanted:
            if place < len(queue) and len(chosen) < n:
                at, why = queue[place]
                if sum(own["article"].iloc[other] == own["article"].iloc[at] for other in chosen) < MOST_ALIKE or not own["article"].iloc[at]:
                    chosen.setdefault(at, why)
    return own.iloc[list(chosen)].assign(why=list(chosen.values()))
