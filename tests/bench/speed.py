"""Measure speed and memory: the scoring pipeline beside a bare scan, floors and peers, stage by stage, and how it grows; all in one run.

    make bench            or:  FRAMING_DATA=../shared .venv/bin/python -m tests.bench.speed [--long] [--keep FOLDER]

Figures are ratios within the run, since machines and their load differ. `--long` adds 100,000 articles; `--keep` writes speed.csv and speed.svg.
"""

import argparse
import os
import re
import sys
import tempfile
import tomllib
from pathlib import Path

import pandas as pd

from framing.analysis import analysis
from framing.analysis.analysis import analyse_articles
from framing.articles.article import Article
from framing.comparison.comparison import compare_articles
from framing.evidence.lens import Lens, make_lens
from framing.report.html import render_html
from framing.topics.general import read_general
from framing.topics.topic import lexicon_folders, read_topic
from tests.bench.bare import list_all_forms, list_forms, scan_bytes, scan_strings
from tests.bench.clock import best_time, time_calls
from tests.bench.corpus import make_synthetic_topic, read_bench_articles
from tests.bench.growth import measure_cores, measure_corpus_growth, measure_lexicon_growth, run_pipeline, time_start
from tests.bench.peers import measure_peers
from tests.bench.picture import draw_speeds

ROOT = Path(__file__).resolve().parents[2]
GOAL = 0.5
"""What we want: the pipeline's speed as a share of the bare scan's."""
STAGES = {
    "make_batch": "clean",
    "match_patterns": "match",
    "find_zones": "zones",
    "find_sentences": "sentences",
    "find_quotations": "quotation marks",
    "find_attributions": "who says what",
    "choose_terms": "choose evidence",
    "find_modifiers": "stance",
    "make_evidence": "make evidence",
}


class Results:
    """What was measured, printed as it comes and kept as rows (what, unit, value)."""

    def __init__(self) -> None:
        self.rows: list[tuple[str, str, str, float]] = []

    def add(self, group: str, what: str, unit: str, value: float) -> float:
        """Print and keep one figure."""
        print(f"  {what:<44} {value:>10,.2f} {unit}", flush=True)
        self.rows.append((group, what, unit, value))
        return value


def count_megabytes(articles: list[Article]) -> float:
    """Return the size of some texts in MB of UTF-8."""
    return sum(len(article.raw_text.encode("utf-8", "replace")) for article in articles) / 1e6


def measure_floors(articles: list[Article], results: Results) -> None:
    """Measure what any such program must do: read the file's text, put it in small letters, pass over it once."""
    megabytes, word = count_megabytes(articles), re.compile(r"\w+")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "texts"
        path.write_text("\n".join(article.raw_text for article in articles), "utf-8", "replace")
        results.add("floors", "read the file", "MB/s", megabytes / best_time(lambda: path.read_text("utf-8")))
    results.add("floors", "str.lower", "MB/s", megabytes / best_time(lambda: [article.raw_text.lower() for article in articles]))
    results.add("floors", "one regex pass over words", "MB/s", megabytes / best_time(lambda: [word.findall(one.raw_text) for one in articles]))


def measure_topic(name: str, lens: Lens, articles: list[Article], results: Results) -> tuple[float, float]:
    """Measure one topic's bare scans and pipeline; return its speed as a share of the scan of its terms, and of all it looks for."""
    megabytes, forms, all_forms = count_megabytes(articles), list_forms(lens), list_all_forms(lens)
    print(f"topic {name}: {len(lens.entries):,} entries, {len(forms):,} strings, {len(all_forms):,} with targets and the general lists")
    scans = (
        megabytes / min(best_time(lambda: scan_strings(articles, some)), best_time(lambda: scan_bytes(articles, some)))  # noqa: B023
        for some in (forms, all_forms)
    )
    bare = results.add(name, "bare automaton scan of its terms", "MB/s", next(scans))
    bare_all = results.add(name, "bare automaton scan of all that is looked for", "MB/s", next(scans))
    whole = results.add(name, "scoring pipeline", "MB/s", megabytes / best_time(lambda: run_pipeline(articles, lens)))
    results.add(name, "share of the bare scan of its terms", "", whole / bare)
    results.add(name, "share of the bare scan of all", "", whole / bare_all)
    return whole / bare, whole / bare_all


def measure_stages(lens: Lens, articles: list[Article], results: Results) -> None:
    """Measure how the pipeline's time divides."""
    print("stages of the scoring pipeline")
    with time_calls(analysis, tuple(STAGES)) as seconds:
        whole = best_time(lambda: run_pipeline(articles, lens), 1)
    for name, stage in STAGES.items():
        results.add("stages", stage, "of the time", seconds[name] / whole)
    results.add("stages", "scores, the rest", "of the time", 1 - sum(seconds.values()) / whole)


def measure_full(lens: Lens, articles: list[Article], results: Results) -> tuple[float, float]:
    """Measure analysis and comparison, twenty articles at a time; return their speeds as shares of the scoring pipeline's on the same articles."""
    some = articles[:400]
    megabytes = count_megabytes(some)
    groups = [some[at : at + 20] for at in range(0, len(some), 20)]
    print("full analysis, 20 articles at a time")
    scoring = best_time(lambda: [run_pipeline(group, lens) for group in groups], 2)
    reading = best_time(lambda: [analyse_articles(group, lens) for group in groups], 2)
    started = best_time(lambda: compare_articles(groups[0][:1], "us-iraq"), 2)
    full = best_time(lambda: [compare_articles(group, "us-iraq") for group in groups], 1) - started * len(groups)
    results.add("full", "analysis with every attribution", "MB/s", megabytes / reading)
    results.add("full", "comparison with every table", "MB/s", megabytes / full)
    results.add("full", "analysis as a share of scoring", "", scoring / reading)
    results.add("full", "comparison as a share of scoring", "", scoring / full)
    return scoring / reading, scoring / full


def measure_report(articles: list[Article], results: Results) -> dict[str, float]:
    """Measure the HTML report of 5 and of 50 articles, in seconds, in MB, and as a share of their comparison's time; return the shares."""
    shares = {}
    print("report as one HTML page")
    for n in (5, 50):
        comparison = compare_articles(articles[:n], "us-iraq")
        compared = best_time(lambda n=n: compare_articles(articles[:n], "us-iraq"), 2)  # type: ignore[misc]
        rendered = best_time(lambda comparison=comparison: render_html(comparison), 2)  # type: ignore[misc]
        results.add("report", f"{n} articles", "s", rendered)
        results.add("report", f"{n} articles", "MB", len(render_html(comparison).encode()) / 1e6)
        shares[f"articles_{n}"] = results.add("report", f"{n} articles, comparison by report", "times", compared / rendered)
    return shares


def measure_growth(articles: list[Article], general: object, results: Results, sizes: tuple[int, ...]) -> float:
    """Measure growth with lexicon, corpus and cores; return how much of the processors' work all cores together do that one does alone."""
    print("growth with the lexicon")
    for n_entries, speed in measure_lexicon_growth(articles, general, (200, 2_000, 20_000)):  # type: ignore[arg-type]
        results.add("lexicon", f"{n_entries:,} entries", "MB/s", speed)
    with tempfile.TemporaryDirectory() as folder:
        print("growth with the corpus (framing score, one process, reading and writing included)")
        for n_articles, megabytes, speed, memory in measure_corpus_growth(articles, sizes, Path(folder)):
            results.add("corpus", f"{n_articles:,} articles ({megabytes:,.0f} MB)", "MB/s", speed)
            results.add("corpus", f"{n_articles:,} articles", "articles/s", speed * n_articles / megabytes)
            results.add("corpus", f"{n_articles:,} articles: peak memory", "MB", memory)
        print("growth with the cores (framing score, start-up left out)")
        per_processor = []
        for workers, speed, own in measure_cores(articles, 10_000, Path(folder)):
            results.add("cores", f"{workers} processes, by the clock", "MB/s", speed)
            per_processor.append(results.add("cores", f"{workers} processes, a second of a processor", "MB/s", own))
        print("start")
        for what, seconds in time_start(Path(folder)):
            results.add("start", what, "s", seconds)
    return results.add("cores", "share of linear where every process has a core", "", per_processor[-1] / per_processor[0])


def check_floors(shares: dict[str, dict[str, float]]) -> int:
    """Say which floors of floors.toml hold; return how many do not."""
    floors = tomllib.loads((Path(__file__).parent / "floors.toml").read_text("utf-8"))
    missed = [f"{group}.{name}" for group, held in shares.items() for name, share in held.items() if share < floors[group][name]]
    print(f"floors: {'missed by ' + ', '.join(missed) if missed else 'held'}")
    for group in ("share_of_bare_scan", "share_of_bare_scan_of_all"):
        short = [name for name, share in shares[group].items() if share < GOAL]
        print(f"goal of {GOAL} ({group}): {'missed by ' + ', '.join(short) if short else 'reached'}")
    return len(missed)


def keep_results(results: Results, folder: Path) -> None:
    """Write speed.csv and speed.svg."""
    folder.mkdir(parents=True, exist_ok=True)
    table = pd.DataFrame(results.rows, columns=["group", "what", "unit", "value"])
    table.to_csv(folder / "speed.csv", index=False, float_format="%.3g", lineterminator="\n")
    (folder / "speed.svg").write_text(draw_speeds(table), "utf-8")


def read_options() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description="Measure speed and memory.")
    parser.add_argument("--long", action="store_true", help="measure 100,000 articles too")
    parser.add_argument("--keep", type=Path, help="folder to write speed.csv and speed.svg to")
    return parser.parse_args()


def main() -> int:
    """Run every benchmark; return 1 where a floor is missed."""
    options, results = read_options(), Results()
    articles, source = read_bench_articles(Path(os.environ.get("FRAMING_DATA", ROOT.parent / "shared")))
    print(f"{len(articles):,} articles, {count_megabytes(articles):.1f} MB ({source}); Python {sys.version.split()[0]}, {os.cpu_count()} cores")
    print(f"load {os.getloadavg()[0]:.1f}; speeds are by seconds of the processor, best of some")
    general = read_general(lexicon_folders())
    lens, made = make_lens(general, read_topic("us-iraq", None, general)), make_synthetic_topic(articles, general)
    print("floors")
    measure_floors(articles, results)
    both = {"us-iraq": measure_topic("us-iraq", lens, articles, results)}
    both["synthetic"] = measure_topic("synthetic", make_lens(general, made), articles, results)
    shares = {name: share for name, (share, _) in both.items()}
    print("peers, counting the synthetic topic's terms")
    for name, speed in measure_peers([article.raw_text for article in articles], [entry.term for entry in made.entries]):
        results.add("peers", name, "MB/s", speed)
    measure_stages(lens, articles, results)
    analysis_share, comparison_share = measure_full(lens, articles, results)
    report = measure_report(articles, results)
    cores = measure_growth(articles, general, results, (1_000, 10_000, 100_000) if options.long else (1_000, 10_000))
    if options.keep:
        keep_results(results, options.keep)
    floors = {"share_of_bare_scan": shares, "share_of_linear": {"cores": cores}}
    floors["analysis_share_of_scoring"], floors["comparison_share_of_scoring"] = {"us-iraq": analysis_share}, {"us-iraq": comparison_share}
    floors["share_of_bare_scan_of_all"] = {name: share for name, (_, share) in both.items()}
    floors["comparison_by_report"] = report
    return int(bool(check_floors(floors)))


if __name__ == "__main__":
    raise SystemExit(main())
