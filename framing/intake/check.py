"""The intake check: everything that should be mended or known before a score of some articles counts."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

import pandas as pd

from framing.analysis.analysis import Analysis, analyse_articles
from framing.articles.article import Article
from framing.evidence.lens import Lens, make_lens
from framing.intake.duplicates import Texts, find_duplicates
from framing.intake.phrases import Phrase, read_phrases
from framing.intake.shape import find_boilerplate, find_live_blog, find_opinion, find_paywall, find_several, find_truncation
from framing.intake.terms import Heard, count_terms, find_silent
from framing.intake.view import Problem, View, make_views
from framing.intake.writing import find_date, find_language, find_letters, find_marks, find_short
from framing.topics.general import read_general
from framing.topics.topic import lexicon_folders, read_topic

COLUMNS: Final = ["article", "kind", "level", "what"]
BY_PHRASE: Final = (find_paywall, find_truncation, find_live_blog, find_several, find_boilerplate, find_opinion)
PART: Final = 200
"""Articles analysed at a time, so that memory holds no more than their texts."""
BY_TEXT: Final = (find_letters, find_marks, find_date, find_short)


def load_lens(topic_id: str | None, lexicons: Path | None = None) -> Lens:
    """Read and compile the general lists and a topic, if one is named."""
    general = read_general(lexicon_folders(lexicons))
    return make_lens(general, read_topic(topic_id, lexicons, general) if topic_id else None)


def check_articles(articles: Sequence[Article], lens: Lens) -> pd.DataFrame:
    """Check articles before they are scored.

    Returns a table, one row a problem, by article in the order given, then those of the corpus (article ""): article, kind (paywall,
    truncated, live blog, several articles, boilerplate, opinion, language, letters, quotation marks, date, short, near-duplicate, terms),
    level (serious: should not be scored as it is; look: read it with this in mind), what.
    """
    parts = (articles[at : at + PART] for at in range(0, len(articles), PART))
    analyses = (analyse_articles(part, lens.for_articles(part)) for part in parts)
    return make_table([(make_views(analysis), count_terms(analysis)) for analysis in analyses], lens)


def check_analysis(analysis: Analysis) -> pd.DataFrame:
    """Check articles that are analysed already; see `check_articles`."""
    return make_table([(make_views(analysis), count_terms(analysis))], analysis.lens)


def make_table(parts: Sequence[tuple[list[View], Heard]], lens: Lens) -> pd.DataFrame:
    """Return the problems of articles seen in parts."""
    views = [view for part, _ in parts for view in part]
    phrases = read_phrases()
    problems = [problem for view in views for problem in check_view(view, phrases, lens.languages)]
    problems += find_duplicates(views)
    order = {view.article.article_id: number for number, view in enumerate(views)}
    problems.sort(key=lambda problem: order[problem.article])
    problems += find_silent([heard for _, heard in parts], lens)
    return pd.DataFrame([vars(problem) for problem in problems], columns=COLUMNS)


def check_view(view: View, phrases: Sequence[Phrase], languages: Sequence[str]) -> Iterator[Problem]:
    """Yield the problems of one article by itself."""
    for by_phrase in BY_PHRASE:
        yield from by_phrase(view, phrases)
    yield from find_language(view, languages)
    for by_text in BY_TEXT:
        yield from by_text(view)


def make_gate(before: Sequence[Article], lens: Lens) -> Callable[[Article], list[str]]:
    """Return what tells why an article should not be scored as it is, beside those of the corpus and those it let through before."""
    phrases = read_phrases()
    texts = Texts()
    for at in range(0, len(before), PART):
        for view in make_views(analyse_articles(before[at : at + PART], lens)):
            texts.add(view)

    def find_serious(article: Article) -> list[str]:
        view = make_views(analyse_articles([article], lens))[0]
        problems = [*check_view(view, phrases, lens.languages), *texts.find(view)]
        found = [f"{problem.kind}: {problem.what}" for problem in problems if problem.level == "serious"]
        if not found:
            texts.add(view)
        return found

    return find_serious
