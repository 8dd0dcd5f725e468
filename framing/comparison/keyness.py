"""Keyness: words one article uses more than the others do (Monroe, Colaresi & Quinn 2008)."""

import re
from collections import Counter
from typing import Final

import numpy as np
import pandas as pd

from framing.analysis.analysis import Analysis
from framing.text.zone_names import is_in

TOKEN: Final = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*")
MIN_COUNT: Final = 2
PRIOR_WORDS: Final = 500.0
COLUMNS: Final = ["article", "term", "count", "n_words", "z", "log_odds", "others_count", "others_words"]


def count_terms(text: str) -> Counter[str]:
    """Count the words of a text in small letters, possessive endings taken off.

    >>> count_terms("Iraq's forces, the forces")["iraq"]
    1
    """
    counts: Counter[str] = Counter()
    for word, count in Counter(TOKEN.findall(text)).items():
        counts[word.lower().replace("’", "'").removesuffix("'s")] += count
    return counts


def count_articles(analysis: Analysis) -> dict[str, Counter[str]]:
    """Count the words of each article in its headline, standfirst, crossheads and body."""
    segments, batch = analysis.segments, analysis.batch
    counts: dict[str, Counter[str]] = {article.article_id: Counter() for article in batch.articles}
    for at in np.flatnonzero(is_in(segments.zone, "all") & ~segments.is_copy):
        text = batch.cut(segments.starts[at], segments.ends[at])
        counts[batch.articles[segments.article[at]].article_id] += count_terms(text)
    return counts


def measure_keyness(counts: dict[str, Counter[str]], prior_words: float = PRIOR_WORDS) -> pd.DataFrame:
    """Measure the log-odds ratio of every word in each article against all the others, with an informative Dirichlet prior.

    The prior is the word's share in all articles together times `prior_words`. log_odds is the difference of the log odds in this article and
    in the others (positive: used more here); z is log_odds by its standard deviation sqrt(1 / (count + prior) + 1 / (others_count + prior)).
    Words counted less than twice in an article are left out. Sensitive to prior_words: the larger, the more rare words are drawn to 0.
    Rows are in order of article, then falling z. With fewer than two articles or two different words the table is empty.
    """
    terms = sorted(set().union(*counts.values()))
    if len(counts) < 2 or len(terms) < 2:
        return pd.DataFrame(columns=COLUMNS)
    table = np.array([[own[term] for term in terms] for own in counts.values()], np.float64)
    total = table.sum(axis=0)
    prior = prior_words * total / total.sum()
    frames = []
    for article, own in zip(counts, table, strict=True):
        others, n_words, n_others = total - own, own.sum(), total.sum() - own.sum()
        here, there = own + prior, others + prior
        log_odds = np.log(here / (n_words + prior_words - here)) - np.log(there / (n_others + prior_words - there))
        z = log_odds / np.sqrt(1 / here + 1 / there)
        frame = pd.DataFrame(
            {"article": article, "term": terms, "count": own.astype(int), "n_words": int(n_words),
             "others_count": others.astype(int), "others_words": int(n_others), "z": z, "log_odds": log_odds}
        )  # fmt: skip
        frames.append(frame[frame["count"] >= MIN_COUNT].sort_values(["z", "term"], ascending=[False, True]))
    return pd.concat(frames, ignore_index=True)[COLUMNS]
