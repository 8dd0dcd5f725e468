"""Words and phrases of sentences by the pole the sentence speaks for, without those the lexicon has already."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from framing.analysis.analysis import Analysis, analyse_articles
from framing.articles.article import Article
from framing.comparison.keyness import TOKEN
from framing.evidence.evidence import find_named, keep_readable
from framing.evidence.lens import Lens
from framing.evidence.selection import drop_broken
from framing.shipped import find_shipped
from framing.text.matching import Hits, match_patterns
from framing.topics.common_words import read_common_words
from framing.topics.word_classes import list_word_classes

LONGEST: Final = 3
CHUNK: Final = 200
BESIDE: Final = re.compile(r"[\s-]")
OPENING: Final = re.compile(r"(?:^|[.!?:][\"'”’)]*|[\"“‘(])\s*$")
CLOSED: Final = (
    "pronoun", "relative", "determiner", "auxiliary", "adverb", "conjunction", "and", "subordinator", "preposition", "time", "that", "to", "by", "be",
    "of", "about", "have", "helper", "possessive", "object", "saying", "tell",
)  # fmt: skip
"""Classes of words that begin and end no phrase."""
COMMON: Final = 0.5
"""Words that stand in this share of news articles or more tell nothing by themselves."""
Key = tuple[str, ...]


@dataclass(frozen=True)
class Unit:
    """One sentence: its article and text, the pole it speaks for ("" for none), whether it names the target, and its phrases.

    `phrases` gives the words of each key (stems of a word or phrase) as they stand.
    """

    article_id: str
    text: str
    pole: str
    has_target: bool
    phrases: dict[Key, Key]


@dataclass
class Counts:
    """In how many sentences of each pole every key stands, by which words, and in which articles."""

    by_pole: dict[str, Counter[Key]] = field(default_factory=lambda: defaultdict(Counter))
    forms: dict[Key, Counter[Key]] = field(default_factory=lambda: defaultdict(Counter))
    with_target: Counter[Key] = field(default_factory=Counter)
    articles: dict[Key, set[str]] = field(default_factory=lambda: defaultdict(set))
    n_target: int = 0
    n_sentences: int = 0

    def total(self, key: Key) -> int:
        """Return in how many sentences a key stands."""
        return sum(own[key] for own in self.by_pole.values())


def count_units(units: Iterable[Unit]) -> Counts:
    """Count the keys of some sentences, each once a sentence."""
    counts = Counts()
    for unit in units:
        counts.n_sentences += 1
        counts.n_target += unit.has_target
        counts.by_pole[unit.pole].update(unit.phrases.keys())
        for key, words in unit.phrases.items():
            counts.forms[key][words] += 1
            counts.with_target[key] += unit.has_target
            counts.articles[key].add(unit.article_id)
    return counts


def read_units(articles: Sequence[Article], lens: Lens, axis: int, labels: dict[str, str] | None = None) -> list[Unit]:
    """Read the sentences of some articles.

    The pole of a sentence is the side on which its counted evidence weighs more, or its article's in `labels`. Words that an entry of the
    axis or a word of its target finds, and names, belong to no phrase.
    """
    found: list[Unit] = []
    for start in range(0, len(articles), CHUNK):
        found += read_chunk(analyse_articles(articles[start : start + CHUNK], lens), axis, labels)
    return found


def read_chunk(analysis: Analysis, axis: int, labels: dict[str, str] | None) -> list[Unit]:
    """Read the sentences of an analysis (see `read_units`)."""
    batch, lens, sentences = analysis.batch, analysis.lens, analysis.sentences
    hits = match_patterns(batch, lens.matcher)
    terms = drop_broken(lens.hits_of(hits, "terms"), sentences)
    terms = terms.take(lens.columns.axis[terms.pattern] == axis)
    targets = find_named(lens, hits, sentences)
    targets = targets.take(targets.pattern == sorted({one.target for one in lens.axes}).index(lens.axes[axis].target))
    is_known = mark(len(batch.text), terms, targets)
    named = set(sentences.of(targets.starts).tolist())
    places = Hits(np.arange(len(sentences), dtype=np.int32), sentences.starts, sentences.ends)
    sides = sum_sides(analysis, axis)
    units = []
    for at in keep_readable(places, analysis.segments).pattern.tolist():
        start, end = int(sentences.starts[at]), int(sentences.ends[at])
        article_id = batch.articles[analysis.segments.article[sentences.segment[at]]].article_id
        pole = labels.get(article_id, "") if labels is not None else name_side(lens, axis, sides[at])
        text = batch.cut(start, end)
        units.append(Unit(article_id, " ".join(text.split()), pole, at in named, find_phrases(text, is_known[start:end])))
    return units


def mark(length: int, *lists: Hits) -> NDArray[np.bool_]:
    """Mark the characters that hits cover."""
    covered = np.zeros(length, np.bool_)
    for hits in lists:
        for start, end in zip(hits.starts.tolist(), hits.ends.tolist(), strict=True):
            covered[start:end] = True
    return covered


def sum_sides(analysis: Analysis, axis: int) -> NDArray[np.float64]:
    """Sum sign x weight of the evidence on one axis by sentence."""
    evidence = analysis.evidence
    own = evidence.axis == axis
    weight = evidence.weight[own] * evidence.sign[own]
    return np.bincount(evidence.sentence[own], weight, len(analysis.sentences)).astype(np.float64)


def name_side(lens: Lens, axis: int, side: float) -> str:
    """Name the pole of a signed sum, "" for 0."""
    return lens.axes[axis].pole(side).pole_id if side else ""


def find_phrases(text: str, is_known: NDArray[np.bool_]) -> dict[Key, Key]:
    """Find the words and phrases of up to three words that begin and end with a word of matter: as stems, and as they stand."""
    words = [(found.start(), found.end(), found[0]) for found in TOKEN.finditer(text)]
    apart = [True, *(not BESIDE.fullmatch(text[a[1] : b[0]]) for a, b in pairwise(words))]
    forms = ["" if is_known[start:end].any() or is_name(text, start, word) else fold(word) for start, end, word in words]
    phrases: dict[Key, Key] = {}
    for first in range(len(words)):
        for last in range(first, min(first + LONGEST, len(words))):
            own = tuple(forms[first : last + 1])
            if not own[-1] or (last > first and apart[last]):
                break
            if is_matter(own[0]) and is_matter(own[-1]):
                phrases.setdefault(tuple(map(find_stem, own)), own)
    return phrases


def is_name(text: str, start: int, word: str) -> bool:
    """Tell whether a word is written as a name: a capital inside a sentence, or capitals only."""
    return word[0].isupper() and (word.isupper() or not OPENING.search(text, max(start - 5, 0), start))


def fold(word: str) -> str:
    """Write a word in small letters without a possessive ending."""
    return word.lower().replace("’", "'").removesuffix("'s")


def is_matter(word: str) -> bool:
    """Tell whether a word says something by itself: three letters or more, in no closed class and no everyday word."""
    return len(word) > 2 and word not in list_plain()


@lru_cache(maxsize=1)
def list_plain() -> frozenset[str]:
    """List the words that say nothing by themselves: closed classes, and words that most news articles hold."""
    classes = list_word_classes()
    common = read_common_words([find_shipped("lexicons")])
    return frozenset({word.lower() for name in CLOSED for word in classes[name]} | {word for word, share in common.items() if share >= COMMON})


@lru_cache(maxsize=100_000)
def find_stem(word: str) -> str:
    """Return the Snowball stem of a word (Porter 2001); a plain word stays as it is."""
    return word if word in list_plain() else str(make_stemmer().stem(word))


@lru_cache(maxsize=1)
def make_stemmer() -> Any:
    """Make the stemmer; NLTK is slow to import."""
    from nltk.stem.snowball import SnowballStemmer

    return SnowballStemmer("english")
