"""Clean texts laid end to end in a batch, with the way back to the raw text of each article."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from framing.articles.article import Article
from framing.articles.language import plain_code
from framing.text.letters import COMMA, HYPHEN, SINGLE, SINGLE_CLOSE, SPACE, Bytes, find_codes, fold_text, make_tables, set_marks
from framing.text.offsets import OffsetMap, Offsets, Step, apply_edits
from framing.text.repairs import REPAIRS
from framing.text.tables import Keys
from framing.text.words import Runs, find_runs, number_runs
from framing.topics.writing import read_writing

BETWEEN = "\n\n"
HEADLINE_WITHIN = 2_000
HEADLINE_LINES = 12
MOST_STEPS = 20


@dataclass(frozen=True)
class CleanText:
    """One article's cleaned text, the way back to its raw text, and how often each repair was made."""

    text: str
    offsets: OffsetMap
    repairs: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Batch:
    """Cleaned articles laid end to end, so that one pass serves them all.

    Offsets of a batch count from its first character; `starts[i]` is where article `i` begins, `ends[i]` where it ends. `folded` and
    `kinds` hold one byte per code point (see `framing.text.letters`), `languages` the code of each article's language, "" where it is not given.
    """

    articles: tuple[Article, ...]
    cleaned: tuple[CleanText, ...]
    text: str
    starts: Offsets
    ends: Offsets
    folded: Bytes
    kinds: Bytes
    languages: tuple[str, ...]

    @cached_property
    def runs(self) -> Runs:
        """Runs of letters and digits: words, and the pieces of words with apostrophes or hyphens."""
        return find_runs(self.folded, self.kinds)

    @cached_property
    def run_numbers(self) -> Keys:
        """A number for each run that tells different runs apart."""
        return number_runs(self.folded, self.runs)

    @cached_property
    def word_runs(self) -> Offsets:
        """The run each word begins with: a word is runs of letters and digits, joined by single apostrophes and hyphens (Iraq's, al-Abbasi)."""
        return find_word_runs(self.runs, self.folded, self.kinds)

    @cached_property
    def word_starts(self) -> Offsets:
        """Where words begin."""
        return self.runs.starts[self.word_runs]

    @cached_property
    def commas(self) -> Offsets:
        """Where commas, semicolons, colons and dashes stand."""
        return np.flatnonzero(self.kinds == COMMA)

    def article_of(self, positions: Offsets) -> Offsets:
        """Return the number of the article each position lies in."""
        return np.searchsorted(self.starts, positions, side="right") - 1

    def word_of(self, positions: Offsets) -> Offsets:
        """Return how many words begin at or before each position."""
        return np.searchsorted(self.word_starts, positions, side="right")

    def cut(self, start: int, end: int) -> str:
        """Cut a stretch out of the batch's text."""
        return self.text[start:end]


def clean_article(article: Article) -> CleanText:
    """Clean one article; a headline that is known and not among the text's first lines is put before it."""
    return add_headline(clean_text(article.raw_text), article.headline)


def clean_text(raw: str) -> CleanText:
    """Repair a text, recording every edit, until no repair finds anything.

    >>> clean_text("the prеsеncе").repairs
    (('look-alike-letter', 3),)
    """
    steps: list[Step] = []
    counts: Counter[str] = Counter()
    text = raw
    n_steps = -1
    while n_steps < len(steps) <= MOST_STEPS:
        n_steps = len(steps)
        for trigger, find_edits in REPAIRS:
            if trigger.search(text) and (edits := find_edits(text)):
                text, step = apply_edits(text, edits)
                steps.append(step)
                counts.update(edit.kind for edit in edits)
    return CleanText(text, OffsetMap(tuple(steps)), tuple(sorted(counts.items())))


def add_headline(cleaned: CleanText, headline: str) -> CleanText:
    """Put a headline that the text lacks before it; in the raw text it stands nowhere, so it maps to the empty stretch at 0."""
    top = cleaned.text[:HEADLINE_WITHIN]
    if not headline or headline in top:
        return cleaned
    clean_headline = " ".join((clean_text(headline).text if is_suspect(headline) else headline).split())
    length, words = len(clean_headline), fold_text(clean_headline).split()
    for line in top.split("\n", HEADLINE_LINES)[:HEADLINE_LINES]:
        if abs(len(line) - length) <= length // 4 and fold_text(line).split() == words:
            return cleaned
    before = clean_headline + BETWEEN
    return CleanText(before + cleaned.text, OffsetMap(cleaned.offsets.steps, len(before)), cleaned.repairs)


def is_suspect(text: str) -> bool:
    """Tell whether a text may need repair."""
    return not text.isascii() and bool(make_tables().suspect[find_codes(text)].any())


def clean_articles(articles: Sequence[Article]) -> tuple[CleanText, ...]:
    """Clean articles, as `clean_article` does; which of them may need repair is asked once for all."""
    ends = np.cumsum([len(article.raw_text) for article in articles])
    suspects = np.flatnonzero(make_tables().suspect[find_codes("".join(article.raw_text for article in articles))])
    doubtful = set(np.searchsorted(ends, suspects, side="right").tolist())
    return tuple(
        clean_article(article) if at in doubtful else add_headline(CleanText(article.raw_text, OffsetMap(), ()), article.headline)
        for at, article in enumerate(articles)
    )


def make_batch(articles: Sequence[Article]) -> Batch:
    """Clean articles and lay them end to end."""
    cleaned = clean_articles(articles)
    lengths = np.array([len(one.text) + len(BETWEEN) for one in cleaned], np.int64)
    ends = np.cumsum(lengths) - len(BETWEEN) + 1
    text = "\n" + "".join(one.text + BETWEEN for one in cleaned)
    codes = find_codes(text)
    tables = make_tables()
    starts = ends - lengths + len(BETWEEN)
    kinds = tables.kinds[codes]
    languages = tuple(plain_code(article.language) for article in articles)
    for at, language in enumerate(languages):
        if writing := read_writing(language):
            own = slice(int(starts[at]), int(ends[at]))
            set_marks(kinds[own], codes[own], writing.marks)
    return Batch(tuple(articles), cleaned, text, starts, ends, tables.folded[codes], kinds, languages)


def find_word_runs(runs: Runs, folded: Bytes, kinds: Bytes) -> Offsets:
    """Find the runs that begin a word: every one that no apostrophe or hyphen joins to the one before."""
    before = kinds[runs.starts - 1]
    joined = (before == SINGLE) | (before == SINGLE_CLOSE) | (before == HYPHEN)
    return np.flatnonzero(~(joined & (folded[runs.starts - 2] != SPACE)))
