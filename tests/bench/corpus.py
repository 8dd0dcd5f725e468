"""The texts and lexicons the benchmarks run on."""

import random
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

from framing.articles.article import Article
from framing.articles.corpus import iter_articles
from framing.shipped import find_shipped
from framing.topics.frame import Axis, Pole
from framing.topics.general import General
from framing.topics.lexicon import Entry, Target
from framing.topics.topic import Topic

SEED = 8
N_SYNTHETIC = 2_000
MADE_ARTICLES = 2_000


def read_bench_articles(data: Path) -> tuple[list[Article], str]:
    """Read the 4,000 abp articles, or make as many from the shipped corpus where they are absent; also say which."""
    path = data / "data" / "abp" / "articles.jsonl.gz"
    if path.exists():
        return [item for item in iter_articles([path]) if isinstance(item, Article)], "abp"
    shipped = [item for item in iter_articles([find_shipped("seeds") / "us-iraq-dialogue"]) if isinstance(item, Article)]
    draw = random.Random(SEED)
    made = []
    for number in range(MADE_ARTICLES):
        paragraphs = draw.choice(shipped).raw_text.split("\n")
        draw.shuffle(paragraphs)
        made.append(Article(f"made-{number}", "Made Outlet", "", "\n".join(paragraphs)))
    return made, f"made from the shipped corpus (no {path})"


def make_synthetic_topic(articles: list[Article], general: General, n_entries: int = N_SYNTHETIC) -> Topic:
    """Make a topic of one axis from words and word pairs of the texts: half words, half pairs, every third as a noun that needs a target."""
    counts: Counter[str] = Counter()
    for article in articles[:400]:
        words = re.findall(r"[a-z]{4,}", article.raw_text.lower())
        counts.update(words)
        counts.update(f"{a} {b}" for a, b in pairwise(words))
    known = sorted(term for term, count in counts.items() if 2 <= count <= 300)
    draw = random.Random(SEED)
    words = [term for term in known if " " not in term]
    pairs = [term for term in known if " " in term]
    terms = draw.sample(words, min(n_entries // 2, len(words))) + draw.sample(pairs, min(n_entries // 2, len(pairs)))
    entries = []
    for at, term in enumerate(terms):
        needs, sign = at % 3 == 0, 1 if at % 2 else -1
        pattern = general.grammar.read_pattern(term, "noun" if needs else "fixed")
        pole = "right" if sign > 0 else "left"
        entries.append(Entry(f"synthetic:{at}", "made", pole, sign, term, pattern, 0.5, "required" if needs else "free", False, "", "own"))
    poles = Pole("left", "Left", "", ""), Pole("right", "Right", "", "")
    target = Target("any", "government", general.grammar.read_pattern("government|president|people"))
    axis = Axis("made", "Made", "any", "", *poles)
    return Topic("synthetic", "Synthetic", "1", "en", "", "", (), (axis,), tuple(entries), (target,), (), (), (), ())
