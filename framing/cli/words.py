"""`framing words`: which words each outlet of a corpus uses more than the others."""

from pathlib import Path

import click

from framing.cli.options import engine_options, lexicons_option, make_engine, tell_faults


@click.command("words")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--out", required=True, type=click.Path(path_type=Path, dir_okay=False), help="File to write: one row an outlet and word.")
@click.option("--least", default=20, show_default=True, type=click.IntRange(min=1), help="Words fewer times in all are left out.")
@engine_options
@lexicons_option
def command(paths: tuple[str, ...], out: Path, least: int, lexicons: Path | None, **engine: object) -> None:
    """Tell which words each outlet uses more than the others.

    Every word has its log-odds against the other outlets, with an informative prior, and how sure that is (z). Any number of articles go
    through: words are counted part by part.

    \b
    Examples:
      framing words archive.jsonl --out words.csv
      framing words 'crawl/*.parquet' --out words.csv --engine dask
    """
    from framing.files import write_whole
    from framing.pipeline.corpus_words import find_outlet_words
    from framing.report.tables import render_csv

    table, tally = find_outlet_words(paths, make_engine(engine), least=least, lexicons=lexicons)
    tell_faults(tally.faults)
    write_whole(out, render_csv(table))
    click.echo(f"{tally.n_articles:,} articles, {table['outlet'].nunique():,} outlets, {len(table):,} rows in {out}")
