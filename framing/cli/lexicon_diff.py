"""What `framing lexicon diff` prints and writes."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import click

from framing.articles.article import Article
from framing.editing.changes import compare_topics
from framing.editing.effects import compare_figures, measure_figures, say_effects
from framing.editing.places import Loaded
from framing.files import write_whole
from framing.report.plain import iter_columns
from framing.report.tables import render_csv

MOST_SHOWN: Final = 40


def print_diff(versions: tuple[Loaded, Loaded], articles: Sequence[Article], out: Path | None) -> None:
    """Compare two versions of a topic on some articles: print what differs and moves, and write it as tables."""
    changes = compare_topics(versions[0].topic, versions[1].topic)
    old, new = (measure_figures(articles, version.lens) for version in versions)
    effects = compare_figures(old, new)
    click.echo(", ".join(f"{n} {change}" for change, n in changes["change"].value_counts().items()) or "no entry differs")
    for change, axis, pole, term, what, *sides in iter_columns(changes.head(MOST_SHOWN), *changes.columns):
        said = " -> ".join(side for side in sides if side)
        click.echo(f"  {change:8} {axis} {pole}: {term}" + (f"  ({what} {said})" if said else f"  ({what})"))
    if len(changes) > MOST_SHOWN:
        click.echo(f"  and {len(changes) - MOST_SHOWN} more (--out writes all)")
    click.echo(f"\non {len(articles)} articles")
    click.echo("\n".join(say_effects(effects, len(new.scores))))
    if out:
        tables = {"entries": changes, "scores": effects.scores, "differences": effects.differences, "evidence": effects.evidence}
        for name, table in tables.items():
            write_whole(out / f"{name}.csv", render_csv(table))
        click.echo(f"\n{len(tables)} tables in {out}")
