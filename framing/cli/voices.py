"""`framing voices`: who speaks, who is named and how, who does what to whom."""

from pathlib import Path

import click

from framing.cli.options import lexicons_option, paths_argument, tell_faults, topic_option


@click.command("voices")
@paths_argument
@topic_option
@click.option("--out", required=True, type=click.Path(path_type=Path, file_okay=False), help="Folder for the tables.")
@lexicons_option
def command(paths: tuple[Path, ...], topic: str | None, out: Path, lexicons: Path | None) -> None:
    """Tell who speaks in some articles, who is named and how, and who does what to whom.

    Needs no topic; with one, its listed actors and referents are known by name. Writes a CSV file a table: attributions, speakers, shares, cues,
    unquoted, first_last, actors, mentions, naming and agency, described in the README. Actors that no list names are found by rules and
    marked "not listed", with a row to paste into a topic's actors.csv.

    \b
    Examples:
      framing voices my-articles/ --out voices
      framing voices seeds/us-iraq-dialogue --topic us-iraq --out voices
    """
    from framing.articles.corpus import read_articles
    from framing.comparison.voices import compare_voices
    from framing.files import write_whole
    from framing.report.tables import render_csv

    corpus = read_articles(*paths)
    tell_faults(corpus.faults)
    tables = compare_voices(corpus, topic, lexicons=lexicons)
    for name, table in tables.items():
        write_whole(out / f"{name}.csv", render_csv(table))
    click.echo(f"{', '.join(f'{len(table)} {name}' for name, table in tables.items())}; files in {out}")
