"""The table of attributions, with the actor and group of every source, and the sources of the evidence."""

from typing import Final

import numpy as np
import pandas as pd

from framing.analysis.analysis import Analysis
from framing.analysis.tables import cut_all, map_to_raw
from framing.comparison.sources import UNSOURCED, Sources, name_group, name_ids
from framing.text.offsets import Offsets
from framing.voices.actors.actors import Mentions
from framing.voices.attribution.attributions import KINDS
from framing.voices.voice import ATTRIBUTED

PARTS: Final = ("source", "cue", "content")


def make_attribution_table(analysis: Analysis, mentions: Mentions, sources: Sources) -> pd.DataFrame:
    """Return the attributions, one row each, in order of place; -1 stands where a part is not there.

    `actor` and `group` say who the source is ("" for none), `source_kind` why: named, anonymous, pronoun, document, other (a noun that names no
    known actor), none. `named` and `guess` are the words and the actor a pronoun or a continued quotation may go back to: a guess that often
    errs. `speech` is false for what somebody wants or fears, which is told in the outlet's own words. `cue_term` is the cue as listed.
    """
    found, batch, cues = analysis.voices.attributions, analysis.batch, analysis.lens.words["cues"]
    numbers = found.cue.tolist()
    return pd.DataFrame(
        {
            "article": [batch.articles[number].article_id for number in found.article],
            "source": cut_all(analysis, found.source_starts, found.source_ends),
            "actor": [name_ids(mentions, own) for own in sources.actors],
            "group": [name_group(mentions, own) for own in sources.actors],
            "cue": cut_all(analysis, found.cue_starts, found.cue_ends),
            "cue_grade": [cues[number].kind if number >= 0 else "" for number in numbers],
            "content": cut_all(analysis, found.content_starts, found.content_ends),
            "kind": [KINDS[code] for code in found.kind],
            **place_parts(analysis, PARTS),
            **place_parts(analysis, ("second",)),
            "second": cut_all(analysis, found.second_starts, found.second_ends),
            "source_kind": sources.kinds,
            "named": name_antecedents(analysis),
            "guess": [name_ids(mentions, own) for own in sources.guess],
            "guess_group": [name_group(mentions, own) for own in sources.guess],
            "speech": np.append(analysis.lens.reports, True)[found.cue],
            "cue_term": [cues[number].term if number >= 0 else "" for number in numbers],
        }
    )


def place_parts(analysis: Analysis, parts: tuple[str, ...]) -> dict[str, Offsets]:
    """Return start and end of parts of the attributions, first in the cleaned texts, then in the raw ones."""
    found = analysis.voices.attributions
    begin = analysis.batch.starts[found.article]
    cleaned: dict[str, Offsets] = {}
    raw: dict[str, Offsets] = {}
    for part in parts:
        starts, ends = getattr(found, f"{part}_starts"), getattr(found, f"{part}_ends")
        local = np.where(starts >= 0, starts - begin, -1), np.where(starts >= 0, ends - begin, -1)
        cleaned |= dict(zip((f"{part}_start", f"{part}_end"), local, strict=True))
        raw |= dict(zip((f"raw_{part}_start", f"raw_{part}_end"), map_to_raw(analysis, found.article, *local), strict=True))
    return cleaned | raw


def name_antecedents(analysis: Analysis) -> list[str]:
    """Return the source of each attribution in words: its own, or for a pronoun or a continued quotation the one it may go back to."""
    found = analysis.voices.attributions
    starts, ends = (np.where(found.source_of >= 0, np.append(side, -1)[found.source_of], -1) for side in (found.source_starts, found.source_ends))
    return cut_all(analysis, starts, ends)


def find_speakers(analysis: Analysis) -> Offsets:
    """Return the number of the attribution each piece of evidence stands in, -1 for own voice and for quotations without one."""
    evidence = analysis.evidence
    return np.where(evidence.voice == ATTRIBUTED, analysis.voices.attribution_of(evidence.starts, evidence.ends), -1)


def add_sources(evidence: pd.DataFrame, analysis: Analysis, attributions: pd.DataFrame) -> pd.DataFrame:
    """Return the table of evidence with the actor, group and kind of each source: "" in own voice, kind "none" where no source stands there."""
    at = find_speakers(analysis)
    columns = {}
    for name, new in (("actor", "source_actor"), ("group", "source_group"), ("source_kind", "source_kind")):
        values = np.array([*attributions[name].tolist(), ""], object)[at]
        if name == "source_kind":
            values = np.where((at < 0) & (evidence["voice"].to_numpy() == "attributed"), UNSOURCED, values)
        columns[new] = values.tolist()
    return evidence.assign(**columns)
