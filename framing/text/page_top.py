"""The top of a page: section label, headline, standfirst, byline, date, and the dateline that opens the first paragraph."""

import re
from typing import Final

import numpy as np
from numpy.typing import NDArray

from framing.articles.article import Article
from framing.articles.months import MONTHS
from framing.text.cleaning import Batch
from framing.text.letters import fold_text
from framing.text.paragraphs import Paragraphs
from framing.text.zone_names import BYLINE, CAPTION, DATELINE, FURNITURE, HEADLINE, SECTION, STANDFIRST, UNSET, Zones

TOP: Final = 10
HEADLINE_WORDS: Final = (3, 30)
SECTION_WORDS: Final = 4
BYLINE_WORDS: Final = 12
STANDFIRST_WORDS: Final = (6, 60)
MONTH: Final = "|".join(MONTHS)
DATE_LINE: Final = re.compile(
    rf"(?:\w+[,:]? )?(?:\d\d?[:.]\d\d,? )?(?:(?:{MONTH})[a-z]*\.? \d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)? (?:{MONTH})[a-z]*\.?"
    r"|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4})\b.{0,40}",
    re.IGNORECASE,
)
BYLINE_LINE: Final = re.compile(r".*\b(?:Desk|Staff|Correspondents?|Reporters?|Agencies|Editors?|Bureau)\b")
BY_NAME: Final = re.compile(r"By:? [A-Z]")
PLACE: Final = r"[A-Z][A-Z’'.-]{2,}(?:[ ,/-]+(?:[A-Z][\w’'.-]*|\d{1,2}))*"
AGENCY: Final = r"\([A-Z][A-Za-z. /]{1,20}\)"
DATELINE_OPENING: Final = re.compile(
    rf"(?:{PLACE}|[A-Z][a-z]+(?:[ ,]+[A-Z][\w.]*)*(?= {AGENCY}))(?:,? {AGENCY})?\s*(?:—|–|--|-)\s+|\([A-Z]{{2,12}}\)\s*(?:—|–|--|-)?\s*"
)
"""A place in capitals, or any place before an agency in brackets, and a dash: BAGHDAD, Feb. 3 (AP) — ..."""


def find_top(
    batch: Batch, paragraphs: Paragraphs, zone: Zones, is_sentence: NDArray[np.bool_], own: range, article: Article
) -> None:
    """Mark the zones of an article's first paragraphs, `own`, in place."""
    top = own[:TOP]
    mark_masthead(batch, paragraphs, zone, own[:2], article)
    headline = find_known_headline(batch, paragraphs, top, article.headline)
    if headline < 0:
        headline = guess_headline(batch, paragraphs, zone, is_sentence, own)
    if headline < 0:
        return
    zone[headline] = HEADLINE
    for at in range(own.start, headline):
        text = batch.cut(paragraphs.starts[at], paragraphs.ends[at])
        if zone[at] in (UNSET, SECTION) and not is_sentence[at]:
            short = paragraphs.n_words[at] <= SECTION_WORDS
            zone[at] = DATELINE if DATE_LINE.fullmatch(text) else SECTION if short else FURNITURE
    mark_below(batch, paragraphs, zone, is_sentence, range(headline + 1, min(own.stop, headline + 1 + TOP)), article)


def mark_masthead(batch: Batch, paragraphs: Paragraphs, zone: Zones, first: range, article: Article) -> None:
    """Mark a first line that is the outlet's own name, or its site's, in place: it is never the headline, unless it is the one known."""
    host = (article.url.partition("//")[2] or article.url).partition("/")[0].removeprefix("www.")
    names = [words for words in (fold_text(name).split() for name in (article.outlet, host)) if words]
    for at in first:
        text = batch.cut(paragraphs.starts[at], paragraphs.ends[at])
        if zone[at] in (UNSET, SECTION) and fold_text(text.lower().removeprefix("www.")).split() in names:
            zone[at] = FURNITURE


def find_known_headline(batch: Batch, paragraphs: Paragraphs, top: range, headline: str) -> int:
    """Return the paragraph that is the known headline, or -1."""
    if not headline:
        return -1
    words = fold_text(headline).split()
    for at in top:
        is_alike = abs(int(paragraphs.n_words[at]) - len(words)) <= len(words) // 2 + 2
        if is_alike and fold_text(batch.cut(paragraphs.starts[at], paragraphs.ends[at])).split() == words:
            return at
    return -1


def guess_headline(batch: Batch, paragraphs: Paragraphs, zone: Zones, is_sentence: NDArray[np.bool_], own: range) -> int:
    """Return the first paragraph that looks like a headline, or -1: short, no full stop, more text to follow, not a date."""
    candidates = []
    for at in own[:5]:
        text = batch.cut(paragraphs.starts[at], paragraphs.ends[at])
        is_question = text.endswith("?") and paragraphs.n_words[at] <= HEADLINE_WORDS[1]
        if is_sentence[at] and not is_question:
            break
        if zone[at] in (UNSET, SECTION) and not DATE_LINE.fullmatch(text) and not BY_NAME.match(text):
            candidates.append(at)
    if not candidates or own.stop - candidates[0] < 3:
        return -1
    low, high = HEADLINE_WORDS
    if len(candidates) > 1 and paragraphs.n_words[candidates[0]] <= SECTION_WORDS and low < paragraphs.n_words[candidates[1]] <= high:
        return candidates[1]
    return next((at for at in candidates if low <= paragraphs.n_words[at] <= high), -1)


def mark_below(
    batch: Batch, paragraphs: Paragraphs, zone: Zones, is_sentence: NDArray[np.bool_], below: range, article: Article
) -> None:
    """Mark standfirst, byline and date between the headline and the first paragraph of the body."""
    waiting: list[int] = []
    for at in below:
        if zone[at] == UNSET:
            zone[at] = name_line(batch.cut(paragraphs.starts[at], paragraphs.ends[at]), int(paragraphs.n_words[at]), article)
        if zone[at] in (BYLINE, DATELINE, CAPTION, FURNITURE, SECTION):
            zone[waiting] = STANDFIRST
            waiting = []
        elif STANDFIRST_WORDS[0] <= paragraphs.n_words[at] <= STANDFIRST_WORDS[1] and len(waiting) < 2:
            waiting.append(at)
            if is_sentence[at] and at > below.start:
                break
        else:
            break
    if waiting and not is_sentence[waiting[0]] and not (zone[below.start : waiting[0]] == STANDFIRST).any():
        zone[waiting[0]] = STANDFIRST


def name_line(text: str, n_words: int, article: Article) -> int:
    """Return the zone of a short line below the headline by its shape: date, byline, or `UNSET`."""
    if n_words > BYLINE_WORDS:
        return UNSET
    if DATE_LINE.fullmatch(text):
        return DATELINE
    dated = text.removeprefix(article.byline).lstrip(" ,|·•–—-")
    if article.byline and (fold_text(article.byline).split() == fold_text(text).split() or (dated != text and DATE_LINE.fullmatch(dated))):
        return BYLINE
    if not text.endswith((".", "!", "?")) and (BY_NAME.match(text) or BYLINE_LINE.match(text)):
        return BYLINE
    return UNSET


def find_dateline_end(batch: Batch, start: int, end: int) -> int:
    """Return where the dateline that opens a paragraph ends ("BAGHDAD (AP) — "), or 0 where there is none."""
    found = DATELINE_OPENING.match(batch.text, start, min(end, start + 80))
    return found.end() if found and found.end() < end else 0
