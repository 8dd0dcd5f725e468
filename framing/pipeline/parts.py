"""Parts: a stream of articles cut into pieces of a few hundred kilobytes, and one piece scored."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from framing.analysis.analysis import screen_articles
from framing.analysis.scores import RANDOM_STATE, Scores, score_articles
from framing.articles.article import Article
from framing.articles.language import keep_languages
from framing.errors import Fault
from framing.evidence.lens import Lens

PART_LETTERS: Final = 800_000
Part = list[Article]
Result = tuple[list[Scores], list[Fault]]


@dataclass
class Tally:
    """What a run did: articles read, rows written, and what could not be read."""

    n_articles: int = 0
    n_rows: int = 0
    faults: list[Fault] = field(default_factory=list)


def split_parts(items: Iterable[Article | Fault], tally: Tally) -> Iterator[Part]:
    """Split a stream of articles into parts of about 800,000 letters, counting them; faults go to the tally."""
    part: Part = []
    letters = 0
    for item in items:
        if isinstance(item, Fault):
            tally.faults.append(item)
            continue
        tally.n_articles += 1
        part.append(item)
        letters += len(item.raw_text)
        if letters >= PART_LETTERS:
            yield part
            part, letters = [], 0
    if part:
        yield part


def score_part(part: Part, lens: Lens) -> Result:
    """Score a part but for its articles in a language the topic has no words for, which become faults."""
    kept, foreign = keep_languages(part, lens.languages)
    scores, faults = score_articles_safely(kept, lens.for_articles(kept)) if kept else ([], [])
    return scores, [*foreign, *faults]


def score_articles_safely(articles: Part, lens: Lens) -> Result:
    """Score articles together; where that fails one by one, so that one bad article loses no other."""
    try:
        return [score_articles(screen_articles(articles, lens), ("all",), RANDOM_STATE)], []
    except Exception as error:
        if len(articles) == 1:
            what = f"could not be analysed ({type(error).__name__}: {error}); it is left out"
            return [], [Fault(articles[0].place or articles[0].article_id, 0, what)]
    results = [score_articles_safely([article], lens) for article in articles]
    return [scores for found, _ in results for scores in found], [fault for _, faults in results for fault in faults]
