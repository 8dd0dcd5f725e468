"""`framing compare`: articles side by side, as a report."""

from pathlib import Path

import click

from framing.cli.options import lexicons_option, paths_argument, tell_faults, topic_option


@click.command("compare")
@paths_argument
@topic_option
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), help="Folder for the report; reports/<event> by default.")
@click.option("--formats", default="html,md,csv,json", show_default=True, help="What to write: html, md, csv, json, xlsx.")
@lexicons_option
def command(paths: tuple[Path, ...], topic: str | None, out: Path | None, formats: str, lexicons: Path | None) -> None:
    """Compare articles on one event and write a side-by-side report.

    PATH is a folder of .txt or .md files (with or without front matter), a folder with an articles.csv beside the files,
    a single text file, or a table (CSV, TSV, XLSX, JSONL, Parquet) with a column text and, if known, outlet, headline,
    published, url.

    \b
    Examples:
      framing compare my-articles/
      framing compare my-articles/ --topic us-iraq --out my-report --formats html,xlsx
      framing compare one.txt two.txt three.txt --topic foreign-military-presence
      framing compare table.csv
    """
    from framing.articles.corpus import read_articles
    from framing.cli.summary import print_summary
    from framing.comparison.comparison import compare_articles
    from framing.report.writing import write_report

    corpus = read_articles(*paths)
    comparison = compare_articles(corpus, topic, lexicons=lexicons)
    tell_faults(comparison.faults)
    folder = out or Path("reports") / (corpus.event.event_id if corpus.event else paths[0].resolve().stem)
    written = write_report(comparison, folder, [name.strip() for name in formats.split(",") if name.strip()])
    print_summary(comparison)
    main = next((path for path in written if path.suffix == ".html"), folder)
    click.echo(f"\n{len(written)} files in {folder}" + (f"; open {main}" if main != folder else ""))
