"""The table of actors, and the row of a discovered one that can be pasted into actors.csv."""

import csv
import io

import numpy as np
import pandas as pd

from framing.text.cleaning import Batch
from framing.voices.actors.actors import RULES, Mentions

KINDS_LISTED = ("person", "state", "organisation", "group")


def make_actor_table(batch: Batch, mentions: Mentions) -> pd.DataFrame:
    """Return one row an actor, article and way of mentioning: actor (its id), group, article, mention, count, name, kind, reason, row.

    Listed actors come first, the often mentioned before others; `row` is the line to paste into actors.csv, "" for listed actors.
    """
    article = batch.article_of(mentions.starts)
    written = [" ".join(batch.cut(*place).split()) for place in zip(mentions.starts.tolist(), mentions.ends.tolist(), strict=True)]
    numbers = mentions.actor.tolist()
    rows = pd.DataFrame(
        {
            "number": numbers,
            "article": [batch.articles[at].article_id for at in article],
            "mention": written,
            "reason": [f"{RULES[rule]}: {mentions.reasons[reason]}" for rule, reason in zip(mentions.rule, mentions.reason, strict=True)],
        }
    )
    table = rows.groupby(["number", "article", "mention"], sort=False).agg(count=("reason", "size"), reason=("reason", "first")).reset_index()
    table["total"] = table.groupby("number")["count"].transform("sum")
    table["found"] = table["number"] >= mentions.actors.n_listed
    table = table.sort_values(
        ["found", "total", "number", "article", "count", "mention"], ascending=[True, False, True, True, False, True], ignore_index=True
    )
    lines = {number: make_actor_row(batch, mentions, number) for number in np.unique(table["number"][table["found"]]).tolist()}
    return pd.DataFrame(
        {
            "actor": [mentions.actors.ids[number] for number in table["number"]],
            "group": [mentions.actors.groups[number] for number in table["number"]],
            **{name: table[name] for name in ("article", "mention", "count")},
            "name": [mentions.actors.names[number] for number in table["number"]],
            "kind": [mentions.actors.kinds[number] for number in table["number"]],
            "reason": table["reason"],
            "row": [lines.get(number, "") for number in table["number"]],
        }
    )


def make_actor_row(batch: Batch, mentions: Mentions, number: int) -> str:
    """Return the row of actors.csv for an actor: id, name, group, kind, the names it was found under, a note, source."""
    actors = mentions.actors
    own = (mentions.actor == number) & ~np.isin(mentions.rule, [RULES.index("role"), RULES.index("adjective")])
    names = [" ".join(batch.cut(*place).split()) for place in zip(mentions.starts[own].tolist(), mentions.ends[own].tolist(), strict=True)]
    aliases = ";".join(name.replace(";", " ") for name in dict.fromkeys(names))
    kind = actors.kinds[number] if actors.kinds[number] in KINDS_LISTED else "organisation"
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow([actors.ids[number], actors.names[number], actors.groups[number], kind, aliases, "", "own"])
    return line.getvalue()
