"""Which topics would fit some articles, when none was named, and why."""

from collections import Counter
from typing import Final, NamedTuple

import numpy as np

from framing.analysis.analysis import Analysis, analyse_articles
from framing.articles.article import Article
from framing.evidence.lens import make_lens
from framing.topics.general import General
from framing.topics.topic import Topic

MIN_ARTICLES_SHARE: Final = 0.5
MIN_EVIDENCE: Final = 3


class Suggestion(NamedTuple):
    """A topic that would fit: its id and label, in how many articles it found evidence, how much, and the commonest terms."""

    topic_id: str
    label: str
    n_articles: int
    n_evidence: int
    terms: tuple[str, ...]

    def __str__(self) -> str:
        found = ", ".join(f"“{term}”" for term in self.terms)
        return f"{self.topic_id} ({self.label}): {self.n_evidence} pieces of evidence in {self.n_articles} articles, such as {found}"


def suggest_topics(articles: tuple[Article, ...], topics: list[Topic], general: General) -> list[Suggestion]:
    """Suggest topics whose terms stand in at least half of the articles, three times or more; the one with most evidence first."""
    found = []
    for topic in topics:
        suggestion = rate_topic(analyse_articles(articles, make_lens(general, topic)), topic)
        if suggestion.n_evidence >= MIN_EVIDENCE and suggestion.n_articles >= MIN_ARTICLES_SHARE * len(articles):
            found.append(suggestion)
    return sorted(found, key=lambda one: (-one.n_evidence, one.topic_id))


def rate_topic(analysis: Analysis, topic: Topic) -> Suggestion:
    """Count what a topic finds in some articles."""
    evidence = analysis.evidence
    counted = evidence.weight > 0
    articles = np.unique(analysis.segments.article[evidence.segment[counted]])
    terms = Counter(analysis.lens.entries[entry].term for entry in evidence.entry[counted])
    common = tuple(term for term, _ in sorted(terms.items(), key=lambda item: (-item[1], item[0]))[:4])
    return Suggestion(topic.topic_id, topic.label, len(articles), int(counted.sum()), common)
