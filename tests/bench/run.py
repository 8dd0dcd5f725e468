"""Measure the speed and memory of the scoring pipeline, as ratios to a bare scan of the same text and lexicon in the same run.

    make bench            or:  FRAMING_DATA=../shared .venv/bin/python tests/bench/run.py
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from framing.analysis.analysis import analyse_articles
from framing.analysis.scores import score_articles
from framing.articles.article import Article
from framing.evidence.lens import Lens, make_lens
from framing.pipeline.parts import Tally, split_parts
from framing.pipeline.scoring import score_paths
from framing.topics.general import read_general
from framing.topics.topic import lexicon_folders, read_topic
from tests.bench.corpus import make_synthetic_topic, read_bench_articles
from tests.bench.floors import list_forms, scan_bytes, scan_strings

ROOT = Path(__file__).resolve().parents[2]
REPEATS = 3
GOAL = 0.5
"""What we want: the pipeline's speed as a share of the bare scan's."""
FLOORS = {"us-iraq": 0.2, "synthetic": 0.07}
"""What must not get worse: shares well under those measured, since machines and their load differ; raise them as the pipeline gets faster."""


def best_time(work: Callable[[], object]) -> float:
    """Return the best of three times in seconds."""
    times = []
    for _ in range(REPEATS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def run_pipeline(articles: list[Article], lens: Lens) -> None:
    """Clean, segment, match, quote, judge stance and score every article, in parts as `framing score` does."""
    for part in split_parts(articles, Tally()):
        score_articles(analyse_articles(part, lens, all_attributions=False), ("all",))


def measure_topic(name: str, lens: Lens, articles: list[Article]) -> float:
    """Print one topic's speeds; return the pipeline's as a share of the faster bare scan."""
    megabytes = sum(len(article.raw_text.encode("utf-8", "replace")) for article in articles) / 1e6
    forms = list_forms(lens)
    bare = max(megabytes / best_time(lambda: scan_strings(articles, forms)), megabytes / best_time(lambda: scan_bytes(articles, forms)))
    whole = megabytes / best_time(lambda: run_pipeline(articles, lens))
    print(
        f"{name}: {len(lens.entries):,} entries, {len(forms):,} strings ({lens.matcher.n_forms:,} with the general lists)\n"
        f"  bare scan {bare:.1f} MB/s, whole pipeline {whole:.1f} MB/s on one core: {whole / bare:.2f} of the bare scan"
    )
    return whole / bare


def measure_cores(path: Path, megabytes: float) -> None:
    """Print the speed of `framing score` over all cores, reading and writing included."""
    with tempfile.TemporaryDirectory() as folder:
        for workers in (1, os.cpu_count() or 1):
            start = time.perf_counter()
            score_paths([path], "us-iraq", Path(folder) / "scores.parquet", workers=workers)
            print(f"framing score, {workers} processes: {megabytes / (time.perf_counter() - start):.1f} MB/s with reading, start-up and writing")


def measure_memory(path: Path, times: int) -> float:
    """Return the peak memory, in MB, of scoring a corpus `times` over in a process of its own."""
    code = (
        "import resource, sys, tempfile; from pathlib import Path; from framing.pipeline.scoring import score_paths\n"
        f"score_paths([{str(path)!r}] * {times}, 'us-iraq', Path(tempfile.mkdtemp()) / 's.parquet', workers=1)\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    return float(ran.stdout.split()[-1])


def main() -> int:
    """Run every benchmark; return 1 where a floor is missed."""
    data = Path(os.environ.get("FRAMING_DATA", ROOT.parent / "shared"))
    articles, source = read_bench_articles(data)
    megabytes = sum(len(article.raw_text.encode("utf-8", "replace")) for article in articles) / 1e6
    print(f"{len(articles):,} articles, {megabytes:.1f} MB of text ({source}); Python {sys.version.split()[0]}, {os.cpu_count()} cores")
    general = read_general(lexicon_folders())
    lenses = {
        "us-iraq": make_lens(general, read_topic("us-iraq", None, general)),
        "synthetic": make_lens(general, make_synthetic_topic(articles, general)),
    }
    shares = {name: measure_topic(name, lens, articles) for name, lens in lenses.items()}
    path = data / "data" / "abp" / "articles.jsonl.gz"
    if path.exists():
        measure_cores(path, megabytes)
        once, thrice = measure_memory(path, 1), measure_memory(path, 3)
        print(f"peak memory: {once:.0f} MB for the corpus once, {thrice:.0f} MB for it three times over")
    short = [name for name, share in shares.items() if share < GOAL]
    print(f"goal {GOAL} of the bare scan: {'missed by ' + ', '.join(short) if short else 'reached'}")
    worse = [name for name, share in shares.items() if share < FLOORS[name]]
    print(f"floors {FLOORS}: {'missed by ' + ', '.join(worse) if worse else 'held'}")
    return int(bool(worse))


if __name__ == "__main__":
    raise SystemExit(main())
