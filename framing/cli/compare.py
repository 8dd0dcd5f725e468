"""`framing compare`: articles side by side, as a report."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from framing.cli.options import lexicons_option, paths_argument, tell_faults, topic_option

if TYPE_CHECKING:
    from framing.articles.article import Corpus
    from framing.pipeline.event_reports import Split

FORMATS = (
    "What to write, by comma: html (the page), md, csv (a file a table), json (with its schema), xlsx, docx (Word, to edit), pdf (needs a "
    "browser or WeasyPrint), annotations (W3C Web Annotations)."
)


@click.command("compare")
@paths_argument
@topic_option
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), help="Folder for the report; reports/<event> by default.")
@click.option("--formats", default="html,md,csv,json", show_default=True, help=FORMATS)
@click.option("--together", is_flag=True, help="Compare all articles as one set, whatever events they report.")
@lexicons_option
def command(paths: tuple[Path, ...], topic: str | None, out: Path | None, formats: str, together: bool, lexicons: Path | None) -> None:
    """Compare articles on one event and write a side-by-side report.

    PATH is a folder of .txt or .md files (with or without front matter), a folder with an articles.csv beside the files,
    a single text file, or a table (CSV, TSV, XLSX, JSONL, Parquet) with a column text and, if known, outlet, headline,
    published, url, event.

    Text files named one by one, and a folder with an event.toml, are compared as one set. Where other articles report several events
    (see: framing events), each event gets a report in a folder of its own, and index.html lists them all; --together makes one report.

    \b
    Examples:
      framing compare my-articles/
      framing compare my-articles/ --topic us-iraq --out my-report --formats html,xlsx
      framing compare my-articles/ --formats docx,pdf
      framing compare one.txt two.txt three.txt --topic foreign-military-presence
      framing compare a-month-of-news.csv
      framing compare my-articles/ --together
    """
    from framing.articles.corpus import read_articles
    from framing.pipeline.event_reports import is_one_set, split_corpus

    corpus = read_articles(*paths)
    tell_faults(corpus.faults)
    folder = out or Path("reports") / (corpus.event.event_id if corpus.event else paths[0].resolve().stem)
    wanted = Wanted(folder, topic, [name.strip() for name in formats.split(",") if name.strip()], lexicons)
    if not together and not is_one_set(corpus, paths):
        split = split_corpus(corpus, paths, lexicons=lexicons)
        if split.is_mixed:
            return write_events(split, wanted)
    write_one(corpus, wanted)


class Wanted(NamedTuple):
    """Where to write, on which topic, in which formats, with which lexicons."""

    folder: Path
    topic: str | None
    formats: list[str]
    lexicons: Path | None


def write_one(corpus: "Corpus", wanted: Wanted) -> None:
    """Write one report on all articles, and print its figures; memory is not searched for cycles meanwhile, which takes a fifth of the time."""
    import gc

    from framing.cli.summary import print_summary
    from framing.comparison.comparison import compare_articles
    from framing.report.writing import write_report

    gc.disable()
    comparison = compare_articles(corpus, wanted.topic, lexicons=wanted.lexicons)
    tell_faults(comparison.faults[len(corpus.faults) :])
    written = write_report(comparison, wanted.folder, wanted.formats)
    gc.enable()
    print_summary(comparison)
    main = next((path for path in written if path.suffix == ".html"), wanted.folder)
    click.echo(f"\n{len(written)} files in {wanted.folder}" + (f"; open {main}" if main != wanted.folder else ""))


def write_events(split: "Split", wanted: Wanted) -> None:
    """Write a report for every event and the index, and print a line for each event compared."""
    from framing.pipeline.event_reports import compare_events

    n_events = split.table["event"].nunique()
    click.echo(f"{len(split.table):,} articles report {n_events:,} events (--together compares all as one set):")
    n_alone = 0
    for entry in compare_events(split, wanted.folder, wanted.topic, formats=wanted.formats, lexicons=wanted.lexicons):
        n_alone += len(entry.articles) == 1
        if entry.is_compared:
            click.echo(f"  {len(entry.articles)} articles  {entry.day:10}  {entry.label}  ({wanted.folder / entry.event_id})")
        elif len(entry.articles) > 1:
            click.echo(f"  {len(entry.articles)} articles  {entry.day:10}  {entry.label}  (too many for one report)")
    click.echo(f"  {n_alone} alone in their event, listed and not compared\n\nopen {wanted.folder / 'index.html'}")
