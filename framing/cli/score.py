"""`framing score`: many articles, one row per article, axis and voice."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from framing.cli.options import engine_options, lexicons_option, make_engine, tell_faults, topic_option

if TYPE_CHECKING:
    from framing.pipeline.parts import Tally



@click.command("score")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@topic_option
@click.option("--out", required=True, help="File to write (.csv or .parquet), or a folder (scores/) for one Parquet file a partition.")
@engine_options
@click.option("--partition-mb", default=64.0, type=click.FloatRange(min=0.001), show_default=True, help="Size of a partition in MB as stored.")
@lexicons_option
def command(paths: tuple[str, ...], out: str, **options: Any) -> None:
    """Score many articles: one row per article, axis and voice.

    Takes the same PATHs as compare, streams them and uses all cores, so that an archive larger than memory goes through.

    With a folder as --out the archive is cut into partitions, each scored into a file of its own, here or on a Dask cluster, and
    a run that broke off goes on where it was. PATHs and --out may then be addresses of an object store (s3://..., gs://...).

    \b
    Examples:
      framing score archive.jsonl --topic us-iraq --out scores.parquet
      framing score my-articles/ --out scores.csv
      framing score 'crawl/*.parquet' --topic protest --out scores/
      framing score s3://news/2026/ --topic protest --out s3://news/scores --scheduler tcp://10.0.0.5:8786
    """
    from framing.pipeline.scoring import name_topic, score_paths

    topic = options["topic"] or name_topic([Path(path) for path in paths])
    if Path(out).suffix and "://" not in out and not out.endswith("/"):
        refuse_engine(options, out)
        tally = score_paths(paths, topic, Path(out), lexicons=options["lexicons"], workers=options["workers"], progress=True)
    else:
        tally = score_into_folder(paths, topic, out, options)
    tell_faults(tally.faults)
    click.echo(f"{tally.n_articles:,} articles, {tally.n_rows:,} rows in {out}")


def refuse_engine(options: Mapping[str, Any], out: str) -> None:
    """Raise UsageError where an engine is asked for and the result is to be one file."""
    if options["engine"] != "local" or options["scheduler"]:
        raise click.UsageError(f"--engine and --scheduler write a folder of Parquet files; --out {out} names one file")


def score_into_folder(paths: tuple[str, ...], topic: str, out: str, options: Mapping[str, Any]) -> "Tally":
    """Score an archive partition by partition into a folder or object store."""
    from framing.pipeline.archive import score_archive
    from framing.pipeline.partition import Job

    lexicons = str(options["lexicons"].resolve()) if options["lexicons"] else ""
    job = Job(topic, lexicons, out.rstrip("/") if "://" in out else str(Path(out).resolve()))
    return score_archive(paths, job, make_engine(options), partition_bytes=int(options["partition_mb"] * 1e6), progress=True)
