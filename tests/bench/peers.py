"""Other ways to do the same dictionary job: count 2,000 words and word pairs in the same texts, with packages many people use.

Each counts its own kind of match: none has our word boundaries, inflections, targets, stance or voices. vaderSentiment and empath
bring lexicons of their own and cannot take ours. A package that is not installed is passed over.
"""

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import Any

from tests.bench.clock import best_time

Count = Callable[[list[str]], object]


def use_count_vectorizer(terms: list[str]) -> Count:
    """Return scikit-learn's CountVectorizer with a vocabulary."""
    make: Any = import_module("sklearn.feature_extraction.text").CountVectorizer
    count: Count = make(vocabulary=sorted(set(terms)), ngram_range=(1, 2)).transform
    return count


def use_phrase_matcher(terms: list[str]) -> Count:
    """Return spaCy's PhraseMatcher over a blank English pipeline."""
    spacy = import_module("spacy")
    nlp = spacy.blank("en")
    nlp.max_length = 10**8
    matcher = import_module("spacy.matcher").PhraseMatcher(nlp.vocab, attr="LOWER")
    matcher.add("terms", list(nlp.pipe(terms)))
    return lambda texts: sum(len(matcher(document)) for document in nlp.pipe(texts))


def use_flashtext(terms: list[str]) -> Count:
    """Return flashtext's KeywordProcessor."""
    processor = import_module("flashtext").KeywordProcessor()
    processor.add_keywords_from_list(terms)
    return lambda texts: sum(len(processor.extract_keywords(text)) for text in texts)


def use_vader(_: list[str]) -> Count:
    """Return vaderSentiment with its own lexicon."""
    analyzer = import_module("vaderSentiment.vaderSentiment").SentimentIntensityAnalyzer()
    return lambda texts: [analyzer.polarity_scores(text) for text in texts]


def use_empath(_: list[str]) -> Count:
    """Return empath with its own categories."""
    empath = import_module("empath").Empath()
    return lambda texts: [empath.analyze(text) for text in texts]


PEERS: dict[str, tuple[Callable[[list[str]], Count], int]] = {
    "scikit-learn CountVectorizer": (use_count_vectorizer, 2_000),
    "spaCy blank + PhraseMatcher": (use_phrase_matcher, 400),
    "flashtext": (use_flashtext, 400),
    "vaderSentiment (own lexicon)": (use_vader, 40),
    "empath (own categories)": (use_empath, 400),
}
"""How to make each peer, and how many articles it is given: the slow ones fewer, since only their speed counts."""


def measure_peers(texts: list[str], terms: list[str]) -> Iterable[tuple[str, float]]:
    """Yield (peer, MB of text a second on one core), best of two."""
    for name, (make, n_texts) in PEERS.items():
        try:
            count = make(terms)
        except ImportError as error:
            print(f"  {name}: passed over, {error.name} is not installed")
            continue
        some = texts[:n_texts]
        megabytes = sum(len(text.encode("utf-8", "replace")) for text in some) / 1e6
        yield name, megabytes / best_time(lambda count=count, some=some: count(some), 2)  # type: ignore[misc]
