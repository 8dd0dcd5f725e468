"""What `framing lexicon suggest` writes and prints."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import click

from framing.articles.article import Article
from framing.editing.labelled import read_labelled
from framing.editing.places import Loaded
from framing.editing.suggestion import suggest_terms
from framing.errors import FramingError, make_error
from framing.files import write_whole
from framing.report.plain import iter_columns
from framing.report.tables import render_csv

MOST_SHOWN: Final = 8


def write_suggestions(articles: Sequence[Article], loaded: Loaded, axis_id: str | None, out: Path, most: int) -> None:
    """Write the candidates for one axis of a topic, and print the best of each pole."""
    ids = [axis.axis_id for axis in loaded.topic.axes]
    if axis_id and axis_id not in ids:
        raise make_error("axis", f"{axis_id!r} is unknown; allowed are {', '.join(ids)}")
    number = ids.index(axis_id) if axis_id else 0
    axis = loaded.topic.axes[number]
    labelled, faults = read_labelled(loaded.topic, axis)
    if faults:
        raise FramingError(*faults)
    table = suggest_terms(articles, loaded.lens, number, labelled, most)
    write_whole(out, render_csv(table))
    click.echo(f"{len(table)} candidates for {axis.axis_id} in {out}, from {len(articles)} articles and {len(labelled)} labelled examples")
    for pole in (axis.left, axis.right):
        own = table[table["pole"] == pole.pole_id]
        click.echo(f"\n{pole.label}: {len(own)}")
        for term, why in iter_columns(own.head(MOST_SHOWN), "term", "why"):
            click.echo(f"  {term}\n      {why}")
    click.echo(f"\nRead the passages, write yes under accept, mend the other columns, then: framing lexicon accept {out} --topic YOUR-TOPIC")
