"""`framing events`: which articles of a corpus report the same event, and which passages they share."""

from dataclasses import fields
from pathlib import Path
from typing import Any

import click

from framing.cli.options import engine_options, lexicons_option, make_engine, rule_options, tell_faults


@click.command("events")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--out", required=True, type=click.Path(path_type=Path, dir_okay=False), help="File to write: one row an article.")
@click.option("--shared", type=click.Path(path_type=Path, dir_okay=False), help="Also write the passages articles share (wire copy) here.")
@rule_options
@engine_options
@lexicons_option
def command(paths: tuple[str, ...], out: Path, shared: Path | None, lexicons: Path | None, **options: Any) -> None:
    """Group the articles of a corpus by the event they report.

    An event you name wins: the field event in front matter, a column event of a table or articles.csv, or a folder's event.toml. Other
    articles are one event while the mean similarity between them is high enough; earlier and later articles on the same story are
    related events. Every row says why.

    \b
    Examples:
      framing events archive.jsonl --out events.csv
      framing events my-articles/ --out events.csv --shared shared.csv
      framing events archive.jsonl --out events.csv --days 3 --similarity 0.2
    """
    from framing.events.rule import EventRule
    from framing.files import write_whole
    from framing.pipeline.corpus_events import find_paths_events, find_paths_shared
    from framing.report.tables import render_csv

    engine = make_engine(options)
    rule = EventRule(**{field.name: options[field.name] for field in fields(EventRule)})
    table, tally = find_paths_events(paths, rule, lexicons=lexicons, engine=engine)
    passages = find_paths_shared(paths, lexicons=lexicons, engine=engine) if shared else None
    tell_faults(tally.faults)
    write_whole(out, render_csv(table))
    several = table[table["articles"] > 1]
    click.echo(f"{len(table):,} articles: {several['event'].nunique():,} events with several, {len(table) - len(several):,} articles alone; in {out}")
    if shared and passages is not None:
        write_whole(shared, render_csv(passages))
        click.echo(f"{passages['passage'].nunique():,} shared passages in {passages['article'].nunique():,} articles; in {shared}")
