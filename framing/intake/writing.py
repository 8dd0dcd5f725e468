"""Whether a text can be read as it is written: its language, letters, quotation marks, date and length."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from framing.articles.folder import TO_COME
from framing.articles.language import detect_language, name_language, plain_code
from framing.errors import say_list
from framing.intake.view import Problem, View, say_passage
from framing.text.letters import DOUBLE, DOUBLE_CLOSE, DOUBLE_OPEN, SINGLE, SINGLE_CLOSE, SINGLE_OPEN, make_tables

LEAST_WORDS: Final = 100
MARK_KINDS: Final = (DOUBLE, DOUBLE_OPEN, DOUBLE_CLOSE, SINGLE, SINGLE_OPEN, SINGLE_CLOSE)
OTHER_MARKS: Final = "`´′″〝〞〟＂❝❞❛❜"
TWINS: Final = re.compile(r"<<(?=\S)|(?<=\S)>>|,,(?=\w)|``")
LATIN: Final = re.compile(r"[A-Za-z]")
GREEK_OR_CYRILLIC: Final = re.compile(r"[\u0370-\u052f]")
LEAST_OPEN: Final = 2
OPEN_SHARE: Final = 0.2
LEAST_REPORTED: Final = 8
DATE: Final = re.compile(r"\d{4}-\d\d-\d\d")


def find_language(view: View, topic_languages: Sequence[str]) -> Iterator[Problem]:
    """Find a language other than the one given, or one the topic has no words for."""
    given, found = plain_code(view.article.language), detect_language(view.article.raw_text)
    if given and found and given != found:
        what = f"given as {name_language(given)}, but the text reads as {name_language(found)}"
        yield Problem(view.article.article_id, "language", "serious", what)
    elif topic_languages and (given or found) and (given or found) not in map(plain_code, topic_languages):
        known = say_list(name_language(plain_code(one)) for one in topic_languages)
        what = f"in {name_language(given or found)}; the topic has words for {known}: kept, not scored"
        yield Problem(view.article.article_id, "language", "serious", what)


def find_letters(view: View) -> Iterator[Problem]:
    """Find look-alike letters: those repaired, and words that still mix scripts."""
    n_repaired = view.repairs.get("look-alike-letter", 0)
    words = dict.fromkeys(re.findall(r"\w{3,}", view.text)) if GREEK_OR_CYRILLIC.search(view.text) else ()
    mixed = [one for one in words if LATIN.search(one) and GREEK_OR_CYRILLIC.search(one)]
    if mixed:
        what = f"{len(mixed)} words mix the letters of two scripts and are not found: {', '.join(mixed[:5])}"
        yield Problem(view.article.article_id, "letters", "look", what)
    if n_repaired:
        yield Problem(view.article.article_id, "letters", "look", f"{n_repaired} letters of another script stood in its words; they are repaired")


def find_marks(view: View) -> Iterator[Problem]:
    """Find quotation marks that the rules for voices cannot use: unknown signs, marks never closed, none where speech is reported."""
    kinds = make_tables().kinds
    unknown = Counter(char for char in view.text if is_mark(char) and int(kinds[ord(char)]) not in MARK_KINDS)
    unknown.update(TWINS.findall(view.text))
    if unknown:
        said = ", ".join(f"{mark} ({count})" for mark, count in sorted(unknown.items()))
        what = f"marks that are not read as quotation marks: {said}; put “ and ” in their place"
        yield Problem(view.article.article_id, "quotation marks", "look", what)
    if view.n_open >= LEAST_OPEN and view.n_open >= OPEN_SHARE * view.n_quotations:
        what = f"{view.n_open} of {view.n_quotations} quotations are never closed; whose words they are is a guess there"
        yield Problem(view.article.article_id, "quotation marks", "look", what)
    if not view.n_quotations and not unknown and view.n_attributions >= LEAST_REPORTED:
        what = f"speech is reported {view.n_attributions} times and no quotation mark is there; were they lost in copying?"
        yield Problem(view.article.article_id, "quotation marks", "look", what)


def is_mark(char: str) -> bool:
    """Tell whether a sign is a quotation mark in some script or a stand-in for one."""
    return char in OTHER_MARKS or (char > "\x7f" and unicodedata.category(char) in ("Pi", "Pf"))


def find_date(view: View) -> Iterator[Problem]:
    """Find a missing date, one that is none, and one that was still to come when the article was taken."""
    published = view.article.published
    if not published:
        yield Problem(view.article.article_id, "date", "look", "no date is known; write published: 2024-05-02 into its front matter")
    elif not DATE.match(published):
        yield Problem(view.article.article_id, "date", "look", f"published is {say_passage(published)}; a date like 2024-05-02 is needed")
    elif not is_day(published[:10]):
        yield Problem(view.article.article_id, "date", "look", f"published is {say_passage(published)}, a day no calendar has")
    elif f"{published} {TO_COME}" in view.article.unsure:
        what = f"published is {say_passage(published)}, which was still to come when the article was taken"
        yield Problem(view.article.article_id, "date", "look", what)


def is_day(said: str) -> bool:
    """Tell whether a date like 2024-05-02 is one of the calendar."""
    try:
        return bool(date.fromisoformat(said))
    except ValueError:
        return False


def find_short(view: View) -> Iterator[Problem]:
    """Find a text too short for any score."""
    if view.n_words < LEAST_WORDS:
        what = f"{view.n_words} words count; below {LEAST_WORDS} hardly any score can be made"
        yield Problem(view.article.article_id, "short", "serious", what)
