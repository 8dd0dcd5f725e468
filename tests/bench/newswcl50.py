"""How well mentions and aliases group the annotated phrases of one concept: B-cubed on NewsWCL50 (FRAMING_DATA/data/newswcl50).

Rules were developed on events 0-4 only; 5-9 are kept unseen. Run: python tests/bench/newswcl50.py dev|unseen [--errors]
"""

import gzip
import json
import os
import sys
import time
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np

from framing.articles.article import Article
from framing.evidence.lens import make_lens
from framing.text.cleaning import make_batch
from framing.text.matching import match_patterns
from framing.text.sentences import find_sentences
from framing.text.zones import find_zones
from framing.topics.general import read_general
from framing.topics.name_words import read_name_words
from framing.topics.topic import lexicon_folders
from framing.voices.actors.actors import Mentions, find_actors
from framing.voices.actors.roster import make_roster

HERE = Path(__file__).resolve().parents[2]
DATA = Path(os.environ.get("FRAMING_DATA", HERE.parent / "shared")) / "data" / "newswcl50"
KINDS = ("ACTOR", "COUNTRY", "GROUP", "ACTOR-I")
PARTS = {"dev": range(5), "unseen": range(5, 10)}
Phrase = tuple[str, int, int, str, str]
"""Concept, start and end in the batch, phrase, kind."""


def read_event(event: int) -> tuple[list[Article], list[tuple[int, dict[str, object]]]]:
    """Read an event's articles and its annotations of actors, each with the number of its article."""
    with (DATA / "articles.jsonl").open(encoding="utf-8") as lines:
        articles = [json.loads(line) for line in lines]
    own = [one for one in articles if one["event_id"] == event]
    number = {one["leaning"]: at for at, one in enumerate(own)}
    with gzip.open(DATA / "annotations.jsonl.gz", "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    chosen = [row for row in rows if row["event_id"] == event and row["code_type"] in KINDS and row["char_start"] is not None]
    return [Article(one["leaning"], one["outlet"], "", one["text"]) for one in own], [(number[row["leaning"]], row) for row in chosen]


def analyse(articles: list[Article]) -> tuple[object, Mentions, float]:
    """Find the mentions of an event without a topic: (batch, mentions, seconds of finding actors)."""
    general = read_general(lexicon_folders())
    lens = make_lens(general)
    roster = make_roster((), general.grammar, read_name_words(lexicon_folders()), general.starters)
    batch = make_batch(articles)
    segments = find_zones(batch, lens.furniture, lens.hits_of(match_patterns(batch, lens.matcher), "furniture"))
    sentences = find_sentences(batch, segments, lens.abbreviations)
    begun = time.perf_counter()
    mentions = find_actors(batch, segments, sentences, roster)
    return batch, mentions, time.perf_counter() - begun


def place_phrases(batch: object, annotations: list[tuple[int, dict[str, object]]]) -> list[Phrase]:
    """Return the annotated phrases in the batch; a phrase with two concepts is left out, for no grouping can be right for it."""
    concepts: dict[tuple[int, int], set[str]] = defaultdict(set)
    kept: dict[tuple[int, int], tuple[str, str]] = {}
    for article, row in annotations:
        starts, ends = np.array([row["char_start"]]), np.array([row["char_end"]])
        begin = int(batch.starts[article])  # type: ignore[attr-defined]
        place = int(starts[0]) + begin, int(ends[0]) + begin
        if batch.cleaned[article].offsets.steps:  # type: ignore[attr-defined]
            phrase = str(row["phrase"])
            near = batch.text.find(phrase, max(place[0] - 200, begin))  # type: ignore[attr-defined]
            place = (near, near + len(phrase)) if near >= 0 else place
        concepts[place].add(str(row["code_name"]))
        kept[place] = str(row["phrase"]), str(row["code_type"])
    return [(next(iter(names)), *place, *kept[place]) for place, names in concepts.items() if len(names) == 1]


def find_answer(mentions: Mentions, start: int, end: int) -> int:
    """Return the actor of a phrase: of the mentions in it or around it the one that covers most of it, the last in doubt; -1 where there is none."""
    over = np.minimum(mentions.ends, end) - np.maximum(mentions.starts, start)
    inside = np.flatnonzero((over > 0) & ((over >= 0.5 * (mentions.ends - mentions.starts)) | (over == end - start)))
    if not len(inside):
        return -1
    return int(mentions.actor[max(inside.tolist(), key=lambda at: (int(over[at]), at))])


def measure_b_cubed(gold: list[str], answer: list[object]) -> tuple[float, float, float]:
    """Return B-cubed precision, recall and F1 (Bagga and Baldwin 1998)."""
    both = Counter(zip(gold, answer, strict=True))
    of_gold, of_answer = Counter(gold), Counter(answer)
    precision = sum(n * n / of_answer[pair[1]] for pair, n in both.items()) / max(len(gold), 1)
    recall = sum(n * n / of_gold[pair[0]] for pair, n in both.items()) / max(len(gold), 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def score_event(event: int, kinds: tuple[str, ...], errors: bool) -> tuple[list[float], int, int]:
    """Return (found P, R, F1, all P, R, F1), number of phrases, number found."""
    articles, annotations = read_event(event)
    batch, mentions, _ = analyse(articles)
    phrases = [phrase for phrase in place_phrases(batch, annotations) if phrase[4] in kinds]
    answers = [find_answer(mentions, start, end) for _, start, end, _, _ in phrases]
    if errors:
        print_errors(mentions, phrases, answers)
    found = [at for at, answer in enumerate(answers) if answer >= 0]
    gold = [phrase[0] for phrase in phrases]
    some = measure_b_cubed([gold[at] for at in found], [answers[at] for at in found])
    whole = measure_b_cubed(gold, [answer if answer >= 0 else ("alone", at) for at, answer in enumerate(answers)])
    return [*some, *whole], len(phrases), len(found)


def print_errors(mentions: Mentions, phrases: list[Phrase], answers: list[int]) -> None:
    """Print which actors each concept's phrases went to."""
    groups: dict[str, Counter[str]] = defaultdict(Counter)
    for (concept, _, _, phrase, _), answer in zip(phrases, answers, strict=True):
        groups[concept][f"{mentions.actors.names[answer] if answer >= 0 else '-'} < {phrase}"] += 1
    for concept, counts in groups.items():
        print(f"\n{concept}")
        for line, n in sorted(counts.items()):
            print(f"   {n:3} {line}")


def main(part: str, errors: bool) -> None:
    """Print the table of a part."""
    print("event  kinds    phrases found |  found: P    R    F1 |  all: P    R    F1")
    for label, kinds in (("all", KINDS), ("ACTOR", ("ACTOR",))):
        rows = []
        for event in PARTS[part]:
            figures, n, found = score_event(event, kinds, errors and label == "all")
            rows.append(figures)
            print(f"{event:5}  {label:8} {n:6} {found:5} | " + " ".join(f"{figure:6.3f}" for figure in figures))
        print(f" mean  {label:8}              | " + " ".join(f"{figure:6.3f}" for figure in np.mean(rows, axis=0)))


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "dev", "--errors" in sys.argv)
