"""Who is named and never cited."""

from collections import Counter
from typing import Final

import pandas as pd

from framing.analysis.analysis import Analysis
from framing.text.zone_names import is_in
from framing.voices.actors.actors import RULES, Mentions

COLUMNS: Final = ["article", "actor", "name", "group", "kind", "mentions", "group_attributions"]
LEAST_MENTIONS: Final = 2


def find_unquoted(analysis: Analysis, mentions: Mentions, attributions: pd.DataFrame, least: int = LEAST_MENTIONS) -> pd.DataFrame:
    """Find the actors an article names at least `least` times in headline and body and never cites, not even by a pronoun that may be theirs.

    `group_attributions` counts what others of their group say there. States count as the group they stand for: they are listed only where
    nobody of it is cited. An adjective alone ("Iranian") is no mention; names no list holds are given only for people.
    """
    actors, article = mentions.actors, analysis.batch.article_of(mentions.starts)
    zone = analysis.segments.zone[analysis.segments.of(mentions.starts)]
    named = (mentions.rule != RULES.index("adjective")) & is_in(zone, "all")
    counts = Counter(zip(article[named].tolist(), mentions.actor[named].tolist(), strict=True))
    speech = attributions[attributions["speech"].astype(bool)]
    by_group = Counter(pair for name in ("group", "guess_group") for pair in zip(speech["article"], speech[name], strict=True))
    pairs = [pair for name in ("actor", "guess") for pair in zip(speech["article"], speech[name], strict=True)]
    heard = {(article_id, one) for article_id, ids in pairs for one in ids.split("; ")}
    found = []
    for (at, number), count in counts.items():
        article_id, kind, group = analysis.batch.articles[at].article_id, actors.kinds[number], actors.groups[number]
        is_known = number < actors.n_listed
        others = by_group[article_id, group] if is_known else 0
        is_itself = actors.names[number].casefold() == analysis.batch.articles[at].outlet.casefold()
        is_shown = kind == "person" or (is_known and (kind == "organisation" or (kind == "state" and not others)))
        if count >= least and is_shown and not is_itself and (article_id, actors.ids[number]) not in heard:
            found.append((at, (article_id, actors.ids[number], actors.names[number], group, kind, count, others)))
    found.sort(key=lambda row: (row[0], -row[1][5], row[1][2]))
    return pd.DataFrame([row for _, row in found], columns=COLUMNS)
