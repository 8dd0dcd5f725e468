"""How well attributions are found on PolNeAR: exact and overlap F1 of sources, cues and contents, and token F1 of contents.

Run: `python -m tests.bench.polnear [train-even|train-odd|dev ...]`; the data folder is `FRAMING_DATA`, by default ../shared.
"""

import gzip
import json
import os
import re
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np

from framing.articles.article import Article
from framing.evidence.lens import make_lens
from framing.evidence.selection import drop_broken
from framing.shipped import find_shipped
from framing.text.cleaning import make_batch
from framing.text.matching import match_patterns
from framing.text.sentences import find_sentences
from framing.text.zones import find_zones
from framing.topics.general import read_general
from framing.voices.attribution.attributions import find_attributions
from framing.voices.quotations import find_quotations

ROOT = Path(__file__).resolve().parents[2]
ROLES = ("source", "cue", "content")
TOKEN = re.compile(r"\w+|[^\w\s]")
Fragments = dict[str, set[tuple[int, int]]]


def find_data() -> Path:
    """Return where PolNeAR's articles are kept."""
    return Path(os.environ.get("FRAMING_DATA", ROOT.parent / "shared")) / "data" / "polnear" / "articles.jsonl.gz"


def read_split(name: str) -> list[dict[str, Any]]:
    """Read the articles of train-even, train-odd or dev."""
    with gzip.open(find_data(), "rt", encoding="utf-8") as lines:
        articles = [json.loads(line) for line in lines]
    if name == "dev":
        return [one for one in articles if one["split"] == "dev"]
    return [one for one in articles if one["split"] == "train"][name == "train-odd" :: 2]


def predict(articles: list[dict[str, Any]]) -> tuple[list[Fragments], float]:
    """Find the attributions of some articles; return fragments in offsets of the raw text, and the seconds it took."""
    lens = make_lens(read_general([find_shipped("lexicons")]))
    batch = make_batch([Article(str(at), "polnear", one["title"] or "", one["text"]) for at, one in enumerate(articles)])
    hits = match_patterns(batch, lens.matcher)
    segments = find_zones(batch, lens.furniture, lens.hits_of(hits, "furniture"))
    sentences = find_sentences(batch, segments, lens.abbreviations)
    quotations = find_quotations(batch, segments, sentences)
    cues = drop_broken(lens.hits_of(hits, "cues"), sentences)
    start = time.perf_counter()
    found = find_attributions(batch, segments, sentences, quotations, cues, lens.words["cues"])
    seconds = time.perf_counter() - start
    fragments: list[Fragments] = [{role: set() for role in ROLES} for _ in articles]
    for role, (starts, ends) in {
        "source": (found.source_starts, found.source_ends),
        "cue": (found.cue_starts, found.cue_ends),
        "content": (found.content_starts, found.content_ends),
        "second": (found.second_starts, found.second_ends),
    }.items():
        for article in range(len(articles)):
            own = (found.article == article) & (starts >= 0)
            raw = batch.cleaned[article].offsets.to_raw(starts[own] - batch.starts[article], ends[own] - batch.starts[article])
            fragments[article]["content" if role == "second" else role] |= set(zip(*(side.tolist() for side in raw), strict=True))
    return fragments, seconds


def as_tokens(text: str, fragments: set[tuple[int, int]]) -> set[tuple[int, int]]:
    """Turn stretches of characters into stretches of tokens."""
    tokens = [match.span() for match in TOKEN.finditer(text)]
    starts, ends = (np.array(side) for side in zip(*tokens, strict=True))
    spans = ((int(np.searchsorted(ends, start, side="right")), int(np.searchsorted(starts, end))) for start, end in fragments)
    return {(first, last) for first, last in spans if last > first}


def read_gold(article: dict[str, Any]) -> Fragments:
    """Return the annotated fragments of an article."""
    return {role: {(start, end) for one in article["attributions"] for start, end in one[role]} for role in ROLES}


def measure_f1(right_found: int, n_found: int, right_gold: int, n_gold: int) -> tuple[float, float, float]:
    """Return precision, recall and F1 in per cent."""
    precision, recall = right_found / max(n_found, 1), right_gold / max(n_gold, 1)
    return 100 * precision, 100 * recall, 200 * precision * recall / max(precision + recall, 1e-9)


def count_article(text: str, found: Fragments, gold: Fragments) -> Counter[tuple[str, str]]:
    """Count right and all fragments and tokens of an article."""
    counts: Counter[tuple[str, str]] = Counter()
    for role in ROLES:
        ours, theirs = as_tokens(text, found[role]), as_tokens(text, gold[role])
        counts[role, "found"], counts[role, "gold"] = len(ours), len(theirs)
        counts[role, "exact"] = len(ours & theirs)
        counts[role, "begin"] = len({one[0] for one in ours} & {one[0] for one in theirs})
        counts[role, "touching"] = sum(any(a < d and c < b for c, d in theirs) for a, b in ours)
        counts[role, "touched"] = sum(any(a < d and c < b for c, d in ours) for a, b in theirs)
        mine, right = ({token for span in spans for token in range(*span)} for spans in (ours, theirs))
        counts[role, "tokens found"], counts[role, "tokens gold"] = len(mine), len(right)
        counts[role, "tokens both"] = len(mine & right)
    return counts


def count_articles(articles: list[dict[str, Any]]) -> tuple[Counter[tuple[str, str]], float]:
    """Find the attributions of some articles and count what is right; also return the seconds of finding them."""
    fragments, seconds = predict(articles)
    counts: Counter[tuple[str, str]] = Counter()
    for article, found in zip(articles, fragments, strict=True):
        counts += count_article(article["text"], found, read_gold(article))
    return counts, seconds


def measure_role(counts: Counter[tuple[str, str]], role: str) -> dict[str, tuple[float, float, float]]:
    """Return precision, recall and F1 of one role: fragments exact, with the right first word, overlapping; and words."""
    n = {what: counts[role, what] for what in ("found", "gold", "exact", "begin", "touching", "touched")}
    both = counts[role, "tokens both"]
    return {
        "exact": measure_f1(n["exact"], n["found"], n["exact"], n["gold"]),
        "begin": measure_f1(n["begin"], n["found"], n["begin"], n["gold"]),
        "overlap": measure_f1(n["touching"], n["found"], n["touched"], n["gold"]),
        "token": measure_f1(both, counts[role, "tokens found"], both, counts[role, "tokens gold"]),
    }


def main(names: list[str]) -> int:
    """Print the figures of each split."""
    for name in names or ["train-even"]:
        articles = read_split(name)
        counts, seconds = count_articles(articles)
        megabytes = sum(len(one["text"].encode()) for one in articles) / 1e6
        print(f"{name}: {len(articles)} articles, {megabytes:.2f} MB, {1000 * seconds / megabytes:.0f} ms a MB")
        for role in ROLES:
            shown = "  ".join(f"{what} P {p:.1f} R {r:.1f} F1 {f1:.1f}" for what, (p, r, f1) in measure_role(counts, role).items())
            print(f"  {role:8}{shown}  ({counts[role, 'found']} found, {counts[role, 'gold']} annotated)")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
