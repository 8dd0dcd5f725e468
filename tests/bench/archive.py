"""Run the commands for whole archives on 100,000 articles: time, peak memory of all processes together, and whether both engines write the same.

    make bench            or:  FRAMING_DATA=../shared .venv/bin/python -m tests.bench.archive [--articles N] [--keep FOLDER]

The articles are those of the bench corpus over and over, every twentieth word changed. `--keep` writes archive.csv.
"""

import argparse
import hashlib
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

import pandas as pd
import pyarrow as pa
from pyarrow import parquet

from framing.articles.article import Article
from tests.bench.corpus import read_bench_articles
from tests.bench.growth import ROOT, change_words

ROWS_A_GROUP = 1_000
FIRST_DAY = date(2020, 1, 1)
DAYS_A_ROUND = 20
"""How far apart the days of two articles are that were made of one."""
LOOK_SECONDS = 0.5
COMMANDS = {
    "framing score, one process": ["score", "{corpus}", "--topic", "us-iraq", "--workers", "1", "--out", "{out}/one/"],
    "framing score --engine local": ["score", "{corpus}", "--topic", "us-iraq", "--out", "{out}/local/"],
    "framing score --engine dask": ["score", "{corpus}", "--topic", "us-iraq", "--engine", "dask", "--out", "{out}/dask/"],
    "framing score into one file": ["score", "{corpus}", "--topic", "us-iraq", "--out", "{out}/scores.parquet"],
    "framing words": ["words", "{corpus}", "--out", "{out}/words.csv"],
    "framing words --engine dask": ["words", "{corpus}", "--engine", "dask", "--out", "{out}/words-dask.csv"],
    "framing events": ["events", "{corpus}", "--out", "{out}/events.csv"],
    "framing events --shared": ["events", "{corpus}", "--out", "{out}/events-again.csv", "--shared", "{out}/shared.csv"],
}
SAME = (("local", "one"), ("local", "dask"), ("words.csv", "words-dask.csv"), ("events.csv", "events-again.csv"))
"""Pairs of results that must be the same to the byte."""


def write_corpus(articles: list[Article], n_articles: int, path: Path) -> float:
    """Write an archive as Parquet; return its size in MB of text."""
    size, rounds = 0, len(articles)
    with parquet.ParquetWriter(path, pa.schema([(name, pa.string()) for name in ("id", "outlet", "text", "published")])) as writer:
        made = enumerate(change_words(articles, n_articles))
        while records := list(islice(made, ROWS_A_GROUP)):
            rows = [record | {"published": str(FIRST_DAY + timedelta(DAYS_A_ROUND * (at // rounds)))} for at, record in records]
            size += sum(len(row["text"].encode("utf-8", "replace")) for row in rows)
            writer.write_table(pa.Table.from_pylist([row | {"text": row["text"].encode("utf-8", "replace").decode()} for row in rows], writer.schema))
    return size / 1e6


def list_family(process: int) -> Iterator[int]:
    """Yield a process and all below it."""
    yield process
    for thread in Path(f"/proc/{process}/task").glob("*/children"):
        for child in thread.read_text().split():
            yield from list_family(int(child))


def measure_memory(process: int) -> float:
    """Return the memory of a process and all below it, in MB, what they share counted once."""
    total = 0
    try:
        for one in list_family(process):
            lines = Path(f"/proc/{one}/smaps_rollup").read_text().splitlines()
            total += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    except OSError:
        return 0.0
    return total / 1024


def run_command(arguments: list[str]) -> tuple[float, float, float]:
    """Run `framing` with some arguments; return its seconds by the clock and of all processors, start included, and its peak memory in MB."""
    start, before, peak = time.perf_counter(), sum(os.times()[2:4]), 0.0
    code = "from framing.cli.main import run; run()"
    with subprocess.Popen([sys.executable, "-c", code, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd=ROOT) as running:
        while running.poll() is None:
            peak = max(peak, measure_memory(running.pid))
            time.sleep(LOOK_SECONDS)
        if running.returncode and running.stderr:
            raise SystemExit(f"framing {' '.join(arguments)}: {running.stderr.read().decode()[-2000:]}")
    return time.perf_counter() - start, sum(os.times()[2:4]) - before, peak


def hash_result(path: Path) -> str:
    """Return one hash over a file, or over all Parquet files of a folder by name."""
    digest = hashlib.sha256()
    for file in sorted(path.glob("*.parquet")) if path.is_dir() else [path]:
        digest.update(file.read_bytes())
    return digest.hexdigest()


def measure_archive(articles: list[Article], n_articles: int, folder: Path) -> Iterator[tuple[str, str, float]]:
    """Yield (what, unit, value) of every command; raises SystemExit where two results that must be the same are not."""
    corpus = folder / "archive.parquet"
    megabytes = write_corpus(articles, n_articles, corpus)
    yield "articles", "", n_articles
    yield "text", "MB", megabytes
    yield "archive as stored", "MB", corpus.stat().st_size / 1e6
    for name, arguments in COMMANDS.items():
        seconds, processor, memory = run_command([one.format(corpus=corpus, out=folder) for one in arguments])
        yield name, "s", seconds
        yield name, "s of all processors", processor
        yield name, "MB a second of a processor", megabytes / processor
        yield name, "MB of memory", memory
    yield "scores as stored", "MB", sum(path.stat().st_size for path in (folder / "local").iterdir()) / 1e6
    for one, other in SAME:
        if hash_result(folder / one) != hash_result(folder / other):
            raise SystemExit(f"{one} and {other} differ")
        yield f"{one} and {other} are the same to the byte", "", 1


def main() -> int:
    """Measure and print; return 0."""
    parser = argparse.ArgumentParser(description="Run the commands for whole archives.")
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--keep", type=Path, help="folder to write archive.csv to")
    options = parser.parse_args()
    articles, source = read_bench_articles(Path(os.environ.get("FRAMING_DATA", ROOT.parent / "shared")))
    print(f"archive of {options.articles:,} articles made of {len(articles):,} ({source}); {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for what, unit, value in measure_archive(articles, options.articles, Path(folder)):
            print(f"  {what:<52} {value:>12,.1f} {unit}", flush=True)
            rows.append((what, unit, value))
    print(f"load at the end {os.getloadavg()[0]:.1f}")
    if options.keep:
        options.keep.mkdir(parents=True, exist_ok=True)
        table = pd.DataFrame(rows, columns=["what", "unit", "value"])
        table.to_csv(options.keep / "archive.csv", index=False, float_format="%.4g", lineterminator="\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
