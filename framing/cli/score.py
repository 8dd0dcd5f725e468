"""`framing score`: many articles, one row per article, axis and voice."""

from pathlib import Path

import click

from framing.cli.options import lexicons_option, paths_argument, tell_faults, topic_option


@click.command("score")
@paths_argument
@topic_option
@click.option("--out", required=True, type=click.Path(path_type=Path, dir_okay=False), help="File to write: .csv or .parquet.")
@click.option("--workers", default=0, type=click.IntRange(min=0), show_default="all cores", help="Processes to use.")
@lexicons_option
def command(paths: tuple[Path, ...], topic: str | None, out: Path, workers: int, lexicons: Path | None) -> None:
    """Score many articles: one row per article, axis and voice.

    Takes the same PATHs as compare, streams them and uses all cores, so that an archive larger than memory goes through.

    \b
    Examples:
      framing score archive.jsonl --topic us-iraq --out scores.parquet
      framing score my-articles/ --out scores.csv
    """
    from framing.pipeline.scoring import score_paths

    tally = score_paths(paths, topic, out, lexicons=lexicons, workers=workers, progress=True)
    tell_faults(tally.faults)
    click.echo(f"{tally.n_articles:,} articles, {tally.n_rows:,} rows in {out}")
