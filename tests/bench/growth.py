"""How cost grows: with the corpus, with the lexicon, with the cores; and how much memory a run takes."""

import json
import os
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from framing.analysis.analysis import screen_articles
from framing.analysis.scores import score_articles
from framing.articles.article import Article
from framing.evidence.lens import Lens, make_lens
from framing.pipeline.parts import Tally, split_parts
from framing.topics.general import General
from tests.bench.clock import best_time
from tests.bench.corpus import SEED, make_synthetic_topic

ROOT = Path(__file__).resolve().parents[2]


def change_words(articles: list[Article], n_articles: int) -> Iterator[dict[str, str]]:
    """Yield `n_articles` records made of some articles over and over, every twentieth word of each changed, so that no two are alike."""
    draw = random.Random(SEED)
    words = sorted({word for article in articles[:50] for word in article.raw_text.split()})
    for number in range(n_articles):
        article = articles[number % len(articles)]
        lines = [line.split(" ") for line in article.raw_text.split("\n")]
        for line in lines:
            for at in range(draw.randrange(20), len(line), 20):
                line[at] = draw.choice(words)
        yield {"id": f"a{number}", "outlet": article.outlet, "text": "\n".join(" ".join(line) for line in lines)}


def write_archive(articles: list[Article], n_articles: int, path: Path) -> float:
    """Write an archive as JSON Lines; return its size in MB of text."""
    size = 0
    with path.open("w", encoding="utf-8") as file:
        for record in change_words(articles, n_articles):
            size += len(record["text"].encode("utf-8", "replace"))
            file.write(json.dumps(record) + "\n")
    return size / 1e6


class Run(NamedTuple):
    """What a run of `framing score` took after start-up (import, topic, lens): seconds by the clock, of all its processes, peak memory in MB."""

    seconds: float
    processor: float
    memory: float


def run_score(path: Path, workers: int, out: Path) -> Run:
    """Run `framing score` in a process of its own."""
    code = (
        "import os, re, sys, time; from pathlib import Path; from framing.pipeline import scoring\n"
        "lens = scoring.load_lens('us-iraq', None); scoring.load_lens = lambda *_: lens\n"
        "start, before = time.perf_counter(), sum(os.times()[:4])\n"
        f"scoring.score_paths([{str(path)!r}], 'us-iraq', Path({str(out)!r}), workers={workers})\n"
        "print(time.perf_counter() - start, sum(os.times()[:4]) - before)\n"
        "print(int(re.search(r'VmHWM:\\s+(\\d+)', Path('/proc/self/status').read_text())[1]) / 1024)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    return Run(*map(float, ran.stdout.split()[-3:]))


def measure_corpus_growth(articles: list[Article], sizes: tuple[int, ...], folder: Path) -> Iterator[tuple[int, float, float, float]]:
    """Yield (articles, MB, MB a second of the processor, peak memory in MB) for archives of different size, reading and writing included."""
    for n_articles in sizes:
        path = folder / f"{n_articles}.jsonl"
        megabytes = write_archive(articles, n_articles, path)
        ran = run_score(path, 1, folder / "scores.parquet")
        path.unlink()
        yield n_articles, megabytes, megabytes / ran.processor, ran.memory


def measure_cores(articles: list[Article], n_articles: int, folder: Path) -> Iterator[tuple[int, float, float]]:
    """Yield (processes, MB a second by the clock, MB a second of all processors together) over one archive, from one process to one for each core."""
    path = folder / "cores.jsonl"
    megabytes = write_archive(articles, n_articles, path)
    for workers in sorted({1, 2, os.cpu_count() or 1}):
        ran = run_score(path, workers, folder / "scores.parquet")
        yield workers, megabytes / ran.seconds, megabytes / ran.processor
    path.unlink()


def measure_lexicon_growth(articles: list[Article], general: General, sizes: tuple[int, ...]) -> Iterator[tuple[int, float]]:
    """Yield (entries, MB a second on one core) for made-up topics of different size."""
    megabytes = sum(len(article.raw_text.encode("utf-8", "replace")) for article in articles) / 1e6
    for n_entries in sizes:
        lens = make_lens(general, make_synthetic_topic(articles, general, n_entries))
        yield len(lens.entries), megabytes / best_time(lambda lens=lens: run_pipeline(articles, lens))  # type: ignore[misc]


def run_pipeline(articles: list[Article], lens: Lens) -> None:
    """Clean, segment, match, quote, judge stance and score every article, in parts as `framing score` does."""
    for part in split_parts(articles, Tally()):
        score_articles(screen_articles(part, lens), ("all",))


def time_start(folder: Path) -> Iterator[tuple[str, float]]:
    """Yield (what, seconds of the processor) of the starts a user waits for: the help, and a comparison of the five shipped articles."""
    program = [sys.executable, "-c", "from framing.cli.main import run; run()"]
    for name, arguments in (
        ("framing --help", ["--help"]),
        ("five-article comparison", ["compare", str(ROOT / "seeds" / "us-iraq-dialogue"), "--out", str(folder / "report")]),
    ):
        best = float("inf")
        for _ in range(3):
            before = sum(os.times()[2:4])
            subprocess.run([*program, *arguments], capture_output=True, cwd=ROOT, check=True)
            best = min(best, sum(os.times()[2:4]) - before)
        yield name, best
