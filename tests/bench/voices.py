"""How much time voices take (attributions, actors, names, agency), in one run: beside the rest of scoring and beside the rest of a comparison.

    FRAMING_DATA=../shared .venv/bin/python -m tests.bench.voices [ARTICLES]
"""

import os
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from framing.analysis import analysis as stages
from framing.analysis.scores import score_articles
from framing.articles.article import Corpus
from framing.comparison import comparison as comparing
from framing.evidence.lens import make_lens
from framing.pipeline.parts import Tally, split_parts
from framing.topics.action import read_actions
from framing.topics.general import read_general
from framing.topics.name_words import read_name_words
from framing.topics.referent import read_referents
from framing.topics.topic import lexicon_folders, read_topic
from framing.voices.actors.actors import find_actors
from framing.voices.actors.agency import find_agency, make_actions
from framing.voices.actors.naming import add_actors, find_naming, make_referents
from framing.voices.actors.roster import make_roster
from tests.bench.corpus import read_bench_articles

ROOT = Path(__file__).resolve().parents[2]
GOAL = 1.0
"""What we want: voices take no longer than the rest of the pipeline together."""
FLOOR = 5.0
"""What must not get worse: a ratio well over those measured, since machines and their load differ; lower it as voices get faster."""
COMPARED = 50
"""Articles of the comparison that is timed."""
Result = TypeVar("Result")


def time_as(spent: Counter[str], name: str, work: Callable[..., Result]) -> Callable[..., Result]:
    """Return the work with its seconds added to a name."""

    def timed(*given: object, **options: object) -> Result:
        begun = time.perf_counter()
        result = work(*given, **options)
        spent[name] += time.perf_counter() - begun
        return result

    return timed


def measure(n_articles: int) -> Counter[str]:
    """Return the seconds of each stage over some articles, in parts as `framing score` cuts them."""
    articles, _ = read_bench_articles(Path(os.environ.get("FRAMING_DATA", ROOT.parent / "shared")))
    folders, general = lexicon_folders(), read_general(lexicon_folders())
    topic = read_topic("us-iraq", None, general)
    lens, roster = make_lens(general, topic), make_roster(topic.actors, general.grammar, read_name_words(folders), general.starters)
    referents = make_referents(read_referents(list(topic.folders), general.grammar))
    actions = make_actions(read_actions(folders, general.grammar.inflections))
    spent: Counter[str] = Counter()
    found = stages.find_attributions
    stages.find_attributions = time_as(spent, "attributions", found)
    try:
        for part in split_parts(articles[:n_articles], Tally()):
            analysis = time_as(spent, "whole analysis", stages.analyse_articles)(part, lens)
            time_as(spent, "scores", score_articles)(analysis, ("all",))
            batch, sentences, voice_of = analysis.batch, analysis.sentences, analysis.voices.voice_of
            mentions = time_as(spent, "actors", find_actors)(batch, analysis.segments, sentences, roster)
            naming = time_as(spent, "naming", find_naming)(batch, analysis.segments, sentences, referents, voice_of)
            time_as(spent, "naming", add_actors)(naming, mentions, voice_of)
            time_as(spent, "agency", find_agency)(batch, sentences, mentions, actions)
    finally:
        stages.find_attributions = found
    return spent


def measure_comparison(n_articles: int) -> tuple[float, float]:
    """Return the seconds a comparison of some articles spends on voices (finding them and making their tables), and on all the rest."""
    articles, _ = read_bench_articles(Path(os.environ.get("FRAMING_DATA", ROOT.parent / "shared")))
    spent: Counter[str] = Counter()
    kept = stages.find_attributions, comparing.find_cast, comparing.make_cast_tables
    stages.find_attributions, comparing.find_cast, comparing.make_cast_tables = (time_as(spent, "voices", work) for work in kept)
    try:
        time_as(spent, "all", comparing.compare_articles)(Corpus(tuple(articles[:n_articles]), None), "us-iraq")
    finally:
        stages.find_attributions, comparing.find_cast, comparing.make_cast_tables = kept
    return spent["voices"], spent["all"] - spent["voices"]


def main(n_articles: int) -> int:
    """Print the seconds and the ratio; return 1 where it is over the floor."""
    measure(min(n_articles, 50))
    spent = measure(n_articles)
    voices = sum(spent[name] for name in ("attributions", "actors", "naming", "agency"))
    rest = spent["whole analysis"] + spent["scores"] - spent["attributions"]
    print("  ".join(f"{name} {seconds:.2f} s" for name, seconds in spent.items()))
    print(f"voices {voices:.2f} s, the rest of scoring {rest:.2f} s: ratio {voices / rest:.2f} (goal {GOAL}, floor {FLOOR})")
    measure_comparison(5)
    in_comparison, others = measure_comparison(COMPARED)
    print(f"in a comparison of {COMPARED}: voices {in_comparison:.2f} s, the rest {others:.2f} s: ratio {in_comparison / others:.2f} (goal {GOAL})")
    return int(voices / rest > FLOOR)


if __name__ == "__main__":
    raise SystemExit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000))
