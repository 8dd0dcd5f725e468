"""Which entries of a topic fire on some articles, and why the others do not."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from framing.analysis.analysis import Analysis
from framing.evidence.evidence import keep_readable
from framing.evidence.selection import drop_broken
from framing.text.matching import match_patterns

COLUMNS = ("entry", "axis", "pole", "term", "weight", "target", "stands", "counts", "void", "no_target", "articles", "note")
MOST_UNEVEN = 3
"""How many times the share of entries that fire may be larger for one pole than for the other before it is said."""


def measure_coverage(analysis: Analysis) -> pd.DataFrame:
    """Count for every entry: how often its words stand, how often they count as evidence, and what became of the rest.

    Columns: entry, axis, pole, term, weight, target; stands (in one sentence of a zone that is read), counts, void (denied or held at arm's
    length), no_target (neither: the target is not named, or a longer entry has the words), articles (in which it counts), note (what to look at).
    """
    lens, evidence = analysis.lens, analysis.evidence
    n = len(lens.entries)
    hits = lens.hits_of(match_patterns(analysis.batch, lens.matcher), "terms")
    stands = np.bincount(keep_readable(drop_broken(hits, analysis.sentences), analysis.segments).pattern, minlength=n)
    is_counted = evidence.weight > 0
    counts = np.bincount(evidence.entry[is_counted], minlength=n)
    void = np.bincount(evidence.entry[~is_counted], minlength=n)
    article = analysis.segments.article[evidence.segment]
    pairs = np.unique(np.stack([evidence.entry[is_counted], article[is_counted]], axis=1), axis=0)
    articles = np.bincount(pairs[:, 0].astype(np.int64), minlength=n)
    rest = np.maximum(stands - counts - void, 0)
    columns = zip(lens.entries, stands.tolist(), counts.tolist(), void.tolist(), rest.tolist(), articles.tolist(), strict=True)
    rows = [
        (one.entry_id, one.axis_id, one.pole_id, one.term, one.weight, one.target, *figures, say_firing(one.sign, one.target, *figures[:4]))
        for one, *figures in columns
    ]
    return pd.DataFrame(rows, columns=COLUMNS)


def say_firing(sign: int, target: str, stands: int, counts: int, void: int, rest: int) -> str:
    """Say in a few words why an entry never counted, or "" where it did or is not meant to."""
    if sign == 0 or counts:
        return ""
    if not stands:
        return "its words stand nowhere"
    if void >= rest:
        return "always denied or held at arm's length"
    return "a longer entry always has its words" if target == "free" else "its target is never named beside it, or a longer entry has its words"


def measure_poles(coverage: pd.DataFrame) -> pd.DataFrame:
    """Sum coverage by pole: axis, pole, entries, fired (entries that count at least once), share of them, pieces of evidence."""
    rows = []
    for (axis, pole), own in coverage[coverage["pole"] != "none"].groupby(["axis", "pole"], sort=False):
        fired = int((own["counts"] > 0).sum())
        rows.append((axis, pole, len(own), fired, fired / len(own), int(own["counts"].sum())))
    return pd.DataFrame(rows, columns=["axis", "pole", "entries", "fired", "share", "pieces"])


def find_one_sided(poles: pd.DataFrame) -> list[str]:
    """Say on which axes only one pole fires, or one fires from over three times the share of its entries that the other does."""
    said = []
    for axis, own in poles.groupby("axis", sort=False):
        ordered = sorted(zip(own["share"].tolist(), own["pole"].tolist(), own["pieces"].tolist(), strict=True), key=lambda one: one[0])
        (low, weak, n_weak), (high, strong, n_strong) = ordered[0], ordered[-1]
        if n_strong and not n_weak:
            said.append(f"{axis}: only {strong} fires ({n_strong} pieces); nothing speaks for {weak} here")
        elif high > MOST_UNEVEN * low:
            said.append(f"{axis}: {strong} fires from {high:.0%} of its entries, {weak} from {low:.0%}")
    return said


def measure_labelled(analysis: Analysis, labels: NDArray[np.str_]) -> pd.DataFrame:
    """Count for every entry in how many labelled sentences (one an article) it counts, by whether the label is its own pole, another, or none.

    Columns: entry, term, pole, own, other, none. Entries that count nowhere are left out.
    """
    lens, evidence = analysis.lens, analysis.evidence
    counted = np.flatnonzero(evidence.weight > 0)
    article = analysis.segments.article[evidence.segment[counted]]
    poles = [lens.axes[axis].pole(sign).pole_id for axis, sign in zip(evidence.axis[counted], evidence.sign[counted], strict=True)]
    kinds = ["none" if labels[at] == "none" else "own" if labels[at] == pole else "other" for at, pole in zip(article, poles, strict=True)]
    fired = pd.DataFrame({"number": evidence.entry[counted], "article": article, "kind": kinds}).drop_duplicates()
    table = pd.crosstab(fired["number"], fired["kind"]).reindex(columns=["own", "other", "none"], fill_value=0) if len(fired) else pd.DataFrame()
    rows = [(one.entry_id, one.term, one.pole_id, *counts) for number, *counts in table.itertuples() if (one := lens.entries[number])]
    return pd.DataFrame(rows, columns=["entry", "term", "pole", "own", "other", "none"])


def find_misleading(labelled: pd.DataFrame) -> pd.DataFrame:
    """Return the entries that count in at least two labelled sentences and at least as often against their pole as for it."""
    wrong = labelled[(labelled["other"] + labelled["none"] >= 2) & (labelled["other"] + labelled["none"] >= labelled["own"])]
    return wrong.sort_values(["other", "none", "entry"], ascending=[False, False, True], ignore_index=True)
