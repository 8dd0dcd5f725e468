"""Candidate terms for the poles of a topic: words that go with one pole and that its lexicon lacks, each with why and where it stands."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import pandas as pd

from framing.articles.article import Article
from framing.editing.counting import Counts, Key, Unit, read_units
from framing.editing.learned import find_pushes
from framing.editing.ranking import Ranking, measure_likelihood, measure_together, rank_keys
from framing.evidence.lens import Lens
from framing.topics.lexicon import TERMS

LEAST_SCORE: Final = 2.0
LEAST_TOGETHER: Final = 10.83
"""Log-likelihood ratio from which words stand together more than by chance (chi square, one degree of freedom, p < .001)."""
MOSTLY: Final = 0.8
MOST_PUSH: Final = 2.0
N_PASSAGES: Final = 3
MOST_FORMS: Final = 8
FIGURES: Final = (
    "score", "corpus_pole", "corpus_other", "corpus_rest", "examples_pole", "examples_other", "examples_none", "z_corpus", "z_examples",
    "classifier", "together", "target_share", "target_together",
)  # fmt: skip
COLUMNS: Final = ("accept", *TERMS.names, *FIGURES, "why", *(f"passage_{at + 1}" for at in range(N_PASSAGES)))


@dataclass(frozen=True)
class Search:
    """What terms are looked for in: the ranked sentences of a corpus and of labelled examples, and the classifier's push towards the pole."""

    pole: str
    other: str
    corpus: Ranking
    examples: Ranking
    push: Callable[[Key], float] | None


@dataclass(frozen=True)
class Candidate:
    """One candidate: the stems of its words, and its figures (see `FIGURES`)."""

    key: Key
    figures: dict[str, float]


def suggest_terms(
    articles: Sequence[Article], lens: Lens, axis: int, labelled: Sequence[tuple[str, str]] = (), most: int = 40
) -> pd.DataFrame:
    """Suggest terms for both poles of an axis, at most `most` a pole, the best first, in the columns of terms.csv and others that say why.

    A word or phrase of up to three words is a candidate where it goes with one pole: in the corpus, with sentences that hold evidence of it
    (log-odds with a Dirichlet prior, against all others and against the other pole), or in `labelled` sentences likewise. score is the sum of both z
    (those above 0) and what the classifier's weights say (at most 2 either way). Words of a phrase must stand together (`together`, log-likelihood
    ratio); target_share is the share of its sentences that name the target, target_together the ratio of the two. Counts are of sentences.
    What entries of the axis find already is left out, and names.
    """
    poles = lens.axes[axis].left.pole_id, lens.axes[axis].right.pole_id
    given = [Article(str(at), "", "", text) for at, (text, _) in enumerate(labelled)]
    labels = {str(at): label if label in poles else "" for at, (_, label) in enumerate(labelled)}
    corpus = rank_keys(read_units(articles, lens, axis), poles)
    examples = rank_keys(read_units(given, lens, axis, labels) if set(labels.values()) & set(poles) else [], poles)
    pushes = find_pushes(lens, axis)
    rows: list[tuple[object, ...]] = []
    for pole, other in (poles, poles[::-1]):
        search = Search(pole, other, corpus, examples, pushes.get(pole))
        rows += [lay_out(one, search, lens, axis) for one in find_candidates(search)[:most]]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def find_candidates(search: Search) -> list[Candidate]:
    """Find the candidates of a pole, the best first; a word that mostly stands in a phrase found is left to it."""
    keys = sorted(set(search.corpus.z[search.pole]) | set(search.examples.z[search.pole]))
    found = [one for key in keys if (one := rate(key, search)) and one.figures["score"] >= LEAST_SCORE]
    found.sort(key=lambda one: (-one.figures["score"], one.key))
    return [one for one in found if not any(is_part(one, other, search) for other in found)]


def rate(key: Key, search: Search) -> Candidate | None:
    """Measure one word or phrase; None where it goes with the other pole, or its words do not stand together."""
    figures: dict[str, float] = {}
    for name, ranking, rest in (("corpus", search.corpus, "rest"), ("examples", search.examples, "none")):
        for what, pole in (("pole", search.pole), ("other", search.other), (rest, "")):
            figures[f"{name}_{what}"] = ranking.counts.by_pole[pole][key]
        against_other = ranking.z_other[search.pole].get(key, 0.0)
        figures[f"z_{name}"] = min(ranking.z[search.pole].get(key, 0.0), against_other if figures[f"{name}_other"] else float("inf"))
    if min(figures["z_corpus"], figures["z_examples"]) < -1:
        return None
    counts = max((search.corpus.counts, search.examples.counts), key=lambda one: one.total(key))
    total, named = counts.total(key), counts.with_target[key]
    figures["together"] = measure_together(counts, key)
    if len(key) > 1 and figures["together"] < LEAST_TOGETHER:
        return None
    figures["target_share"] = named / total
    figures["target_together"] = measure_likelihood(named, total, counts.n_target, counts.n_sentences)
    figures["classifier"] = search.push(key) if search.push else float("nan")
    pushed = max(-MOST_PUSH, min(MOST_PUSH, figures["classifier"])) if search.push else 0.0
    figures["score"] = max(figures["z_corpus"], 0.0) + max(figures["z_examples"], 0.0) + pushed
    return Candidate(key, figures)


def is_part(one: Candidate, other: Candidate, search: Search) -> bool:
    """Tell whether a candidate lies in a longer one that holds most of its sentences."""
    n = len(one.key)
    if n >= len(other.key) or not any(other.key[at : at + n] == one.key for at in range(len(other.key) - n + 1)):
        return False
    totals = [search.corpus.counts.total(key) + search.examples.counts.total(key) for key in (one.key, other.key)]
    return totals[1] >= MOSTLY * totals[0]


def lay_out(one: Candidate, search: Search, lens: Lens, axis: int) -> tuple[object, ...]:
    """Lay a candidate out as a row of `COLUMNS`; weight, inflect and target are a proposal to look at."""
    term = write_term(one.key, (search.corpus.counts, search.examples.counts))
    weight = "0.6" if len(one.key) > 1 else "0.4"
    target = "required" if one.figures["target_share"] >= 0.5 else "near"
    entry = (lens.axes[axis].axis_id, search.pole, term, weight, "fixed", target, "void", "", "own")
    figures = [one.figures[name] for name in FIGURES]
    passages = find_passages(one.key, search)
    return ("", *entry, *figures, say_why(one, search), *passages, *[""] * (N_PASSAGES - len(passages)))


def write_term(key: Key, counts: Sequence[Counts]) -> str:
    """Write a candidate as a pattern: the forms seen in each place, the commonest first.

    >>> from collections import Counter
    >>> write_term(("loot", "shop"), [Counts(forms={("loot", "shop"): Counter({("looted", "shops"): 3, ("looting", "shops"): 1})})])
    'looted|looting shops'
    """
    places: list[dict[str, int]] = [{} for _ in key]
    for own in counts:
        for words, n in own.forms.get(key, {}).items():
            for place, word in zip(places, words, strict=True):
                place[word] = place.get(word, 0) + n
    return " ".join("|".join(sorted(place, key=lambda word: (-place[word], word))[:MOST_FORMS]) for place in places)


def say_why(one: Candidate, search: Search) -> str:
    """Say in one line what speaks for a candidate."""
    figures = one.figures
    said = []
    for name, rest, where in (("corpus", "rest", "corpus"), ("examples", "none", "labelled examples")):
        own, other, none = (int(figures[f"{name}_{what}"]) for what in ("pole", "other", rest))
        if own or other:
            said.append(f"{where}: {own} sentences of {search.pole}, {other} of {search.other}, {none} others (z {figures[f'z_{name}']:.1f})")
    if search.push:
        said.append(f"classifier: {figures['classifier']:+.1f}")
    if len(one.key) > 1:
        said.append(f"its words stand together ({figures['together']:.0f})")
    if figures["target_together"] >= LEAST_TOGETHER:
        said.append(f"stands beside the target ({figures['target_together']:.0f})")
    return "; ".join(said)


def find_passages(key: Key, search: Search) -> list[str]:
    """Return up to three sentences that hold a candidate: of its pole first, the corpus before the examples, other articles first."""
    found: list[tuple[bool, bool, bool, int, Unit]] = []
    seen: set[str] = set()
    for is_example, ranking in ((False, search.corpus), (True, search.examples)):
        for at, unit in enumerate(ranking.units):
            if key in unit.phrases and unit.pole in (search.pole, ""):
                again = unit.article_id in seen and not is_example
                seen.add(unit.article_id)
                found.append((unit.pole != search.pole, is_example, again, at, unit))
    chosen = sorted(found, key=lambda one: one[:4])[:N_PASSAGES]
    return [f"[{'labelled example' if is_example else unit.article_id}] {unit.text}" for _, is_example, _, _, unit in chosen]
