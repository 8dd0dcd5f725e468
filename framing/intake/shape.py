"""Whether a text is one whole article: cut short, behind a paywall, a live blog, several in one file, page furniture left, opinion."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from framing.intake.phrases import Phrase, find_phrases
from framing.intake.view import Problem, View, say_passage

ENDINGS: Final = tuple(".!?…。！？؟۔:;)]”\"'’»›」』*")
CUT_ENDINGS: Final = ("...", "…", "[...]", "[…]", "(...)", "(…)")
TIME_LINE: Final = re.compile(r"(?:\d{1,2}[:.]\d\d(?:\s*[ap]\.?m\b)?|\d{1,2}\s*[ap]\.?m\b|\d+\s*(?:min|minutes|hours?)\s+ago\b)", re.IGNORECASE)
DATELINE: Final = re.compile(r"[A-ZÀ-Ý][A-ZÀ-Ý .'’-]{2,30}(?:,\s[\w .]{2,30})?\s*(?:\([^()]{2,30}\))?\s*[—–-]\s")
BYLINE: Final = re.compile(r"[Bb][Yy]:?(?:\s[A-ZÀ-Ý][\w.'’-]+){2,4}(?:(?:,|\sand)(?:\s[A-ZÀ-Ý][\w.'’-]+){2,4}){0,3}")
OPINION_URL: Final = re.compile(r"/(?:opinions?|op-?ed|editorials?|commentisfree|comment|commentary|columns?|columnists?|blogs?|letters)(?:/|$)")
SELF: Final = re.compile(r"\b(?:I|me|my|mine|myself)\b")
QUOTED: Final = re.compile(r"“[^”]*”?|\"[^\"]*\"?|«[^»]*»?")
LEAST_TIMES: Final = 4
LONGEST_LINE: Final = 120
LEAST_SELF: Final = 4
SELF_PER_1000: Final = 5.0
LEAST_LOOSE_RUN: Final = 3
LOOSE_WORDS: Final = 8
MOST_FURNITURE: Final = 0.5


def find_paywall(view: View, phrases: Sequence[Phrase]) -> Iterator[Problem]:
    """Find the words of a paywall, and what the page said of itself."""
    shown = [say_passage(one.text) for one in find_phrases(view, phrases, "paywall")]
    if "not free to read" in view.article.unsure:
        shown.append("the page says that it is not free to read in full")
    if shown:
        yield Problem(view.article.article_id, "paywall", "serious", f"a stub before a paywall? {'; '.join(shown[:3])}")


def find_truncation(view: View, phrases: Sequence[Phrase]) -> Iterator[Problem]:
    """Find a text that ends within a sentence, in dots, or in an offer to read on."""
    body = [one for one in view.paragraphs if one.zone == "body"]
    last = body[-1].text.rstrip() if body else ""
    tail = [one for one in find_phrases(view, phrases, "truncated") if one in view.paragraphs[-4:]]
    reasons = [f"it offers more: {say_passage(tail[0].text)}"] if tail else []
    dots = next((one.text for one in view.paragraphs[-2:] if one.text.rstrip().endswith(CUT_ENDINGS)), "")
    if dots:
        reasons.append(f"it ends in dots: {say_passage(dots[-50:])}")
    elif last and not last.endswith(ENDINGS):
        reasons.append(f"it ends within a sentence: {say_passage(last[-50:])}")
    if "may be cut short" in view.article.unsure:
        reasons.append("the page's own data speak of a longer text")
    if reasons:
        yield Problem(view.article.article_id, "truncated", "serious", f"the text may be cut short: {'; '.join(reasons)}")


def find_live_blog(view: View, phrases: Sequence[Phrase]) -> Iterator[Problem]:
    """Find a live blog: lines that begin with the time of day, or what such pages call themselves."""
    n_times = sum(TIME_LINE.match(one.text) is not None for one in view.paragraphs)
    named = [one for one in find_phrases(view, phrases, "live") if one in view.paragraphs[:8]]
    if n_times >= LEAST_TIMES or "is a live blog" in view.article.unsure or (named and n_times >= 2):
        said = f"{n_times} paragraphs begin with a time" if n_times else "the page says so"
        yield Problem(view.article.article_id, "live blog", "serious", f"a live blog, many texts of many hours in one: {said}")
    elif named:
        yield Problem(view.article.article_id, "live blog", "look", f"is this a live blog? {say_passage(named[0].text)}")


def find_several(view: View, phrases: Sequence[Phrase]) -> Iterator[Problem]:
    """Find several articles in one file: more than one dateline or byline, apart from each other and below a headline."""
    for pattern, name, whole in ((DATELINE, "dateline", False), (BYLINE, "byline", True)):
        fits = pattern.fullmatch if whole else pattern.match
        lines = [one.text[:LONGEST_LINE] + ("" if whole else " ") for one in view.paragraphs]
        found = [number for number, line in enumerate(lines) if fits(line)]
        apart = [number for at, number in enumerate(found) if at == 0 or (number - found[at - 1] > 2 and is_headed(view, number))]
        if len(apart) > 1:
            shown = "; ".join(say_passage(view.paragraphs[number].text, 40) for number in apart[:3])
            what = f"several articles in one file? {len(apart)} {name}s: {shown}"
            yield Problem(view.article.article_id, "several articles", "serious", what)
            return


def is_headed(view: View, number: int) -> bool:
    """Tell whether a paragraph has a line before it that could be a headline: one that ends no sentence."""
    return number > 0 and not view.paragraphs[number - 1].text.rstrip().endswith(ENDINGS)


def find_boilerplate(view: View, phrases: Sequence[Phrase]) -> Iterator[Problem]:
    """Find page furniture that would be counted as the article's own words, and files that are mostly furniture."""
    counted = view.counted
    listed = [one for one in find_phrases(view, phrases, "boilerplate") if one in counted]
    loose = [list(run) for is_loose, run in groupby(counted, lambda one: is_loose_line(one.text, one.n_words)) if is_loose]
    runs = [run for run in loose if len(run) >= LEAST_LOOSE_RUN and run[0].zone != "headline"]
    left = [*listed, *(one for run in runs for one in run if one not in listed)]
    if left:
        shown = "; ".join(say_passage(one.text, 40) for one in left[:3])
        yield Problem(view.article.article_id, "boilerplate", "look", f"{len(left)} lines of page furniture may be left: {shown}")
    n_apart = sum(one.n_words for one in view.paragraphs if one.zone == "furniture")
    n_all = sum(one.n_words for one in view.paragraphs)
    if n_all and n_apart / n_all > MOST_FURNITURE:
        what = f"{n_apart} of {n_all} words are page furniture (set apart, not counted): is the article itself there?"
        yield Problem(view.article.article_id, "boilerplate", "look", what)


def is_loose_line(text: str, n_words: int) -> bool:
    """Tell whether a paragraph is a short line that ends no sentence, as those of menus do."""
    return n_words <= LOOSE_WORDS and not text.rstrip().endswith(ENDINGS)


def find_opinion(view: View, phrases: Sequence[Phrase]) -> Iterator[Problem]:
    """Find what shows that a text is opinion rather than news: its labels, its address, a writer who says I in the own voice."""
    labels = [one for one in find_phrases(view, phrases, "opinion") if one in (*view.paragraphs[:4], *view.paragraphs[-4:])]
    reasons = [f"it is labelled {say_passage(labels[0].text)}"] if labels else []
    if found := OPINION_URL.search(view.article.url.lower()):
        reasons.append(f"its address holds {found[0]}")
    if "that it is opinion" in view.article.unsure:
        reasons.append("the page says so")
    n_self = sum(len(SELF.findall(QUOTED.sub(" ", one.text))) for one in view.counted)
    if n_self >= LEAST_SELF and n_self * 1000 > SELF_PER_1000 * view.n_words:
        reasons.append(f"the writer says I or my {n_self} times")
    if reasons:
        what = f"opinion or analysis rather than news? {'; '.join(reasons)}; compare like with like"
        yield Problem(view.article.article_id, "opinion", "look", what)
