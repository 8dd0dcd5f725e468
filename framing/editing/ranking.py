"""How strongly words and phrases go with one pole, in sentences of known poles."""

from collections import Counter
from dataclasses import dataclass
from typing import Final

from framing.comparison.keyness import MIN_COUNT, PRIOR_WORDS, measure_keyness
from framing.editing.counting import Counts, Key, Unit, count_units

REST: Final = "rest"
PRIOR_SHARE: Final = 0.1
"""The prior weighs at most this share of all words, so that in a handful of articles it does not drown what they say."""
ALL_OTHERS: Final = " "
"""Stands for every key that is no candidate, so that sums stay true."""


@dataclass(frozen=True)
class Ranking:
    """Sentences counted, with the z of every candidate by pole: against all other sentences, and against those of the other pole."""

    units: list[Unit]
    counts: Counts
    z: dict[str, dict[Key, float]]
    z_other: dict[str, dict[Key, float]]


def rank_keys(units: list[Unit], poles: tuple[str, str]) -> Ranking:
    """Rank the keys that stand in two sentences of a pole or more (log-odds with a Dirichlet prior, see `measure_keyness`).

    Where there are several articles a key must stand in two: what one article says over and over tells of that article.
    """
    counts = count_units(units)
    least = min(MIN_COUNT, len({unit.article_id for unit in units}))
    wanted = {key for pole in poles for key, n in counts.by_pole[pole].items() if n >= MIN_COUNT and len(counts.articles[key]) >= least}
    by_pole = {pole: gather(counts.by_pole[pole], wanted) for pole in poles}
    against_all = by_pole | {REST: gather(counts.by_pole[""], wanted)}
    return Ranking(units, counts, find_z(against_all, poles), find_z(by_pole, poles))


def gather(own: Counter[Key], wanted: set[Key]) -> Counter[str]:
    """Count the wanted keys, joined to texts, and all others together, where there are any."""
    found = Counter({" ".join(key): own[key] for key in wanted if own[key]})
    found[ALL_OTHERS] = sum(own.values()) - sum(found.values())
    return +found


def find_z(counts: dict[str, Counter[str]], poles: tuple[str, str]) -> dict[str, dict[Key, float]]:
    """Return the z of every key for each pole."""
    n_words = sum(own.total() for own in counts.values())
    table = measure_keyness(counts, min(PRIOR_WORDS, max(PRIOR_SHARE * n_words, 1.0)))
    table = table[table["term"] != ALL_OTHERS]
    return {
        pole: {tuple(term.split()): float(z) for term, z in zip(own["term"], own["z"], strict=True)}
        for pole in poles
        for own in [table[table["article"] == pole]]
    }


def measure_together(counts: Counts, key: Key) -> float:
    """Measure how far the last word of a phrase and the words before it stand together: log-likelihood ratio (Dunning 1993); 0 for one word."""
    return measure_likelihood(counts.total(key), counts.total(key[:-1]), counts.total(key[-1:]), counts.n_sentences) if len(key) > 1 else 0.0


def measure_likelihood(both: int, first: int, second: int, n: int) -> float:
    """Return the log-likelihood ratio of two things in n sentences; 0 where they meet no more than by chance."""
    from nltk.metrics.association import BigramAssocMeasures

    first, second = max(first, both), max(second, both)
    if not n or both * n <= first * second:
        return 0.0
    return float(BigramAssocMeasures.likelihood_ratio(both, (first, second), n))
