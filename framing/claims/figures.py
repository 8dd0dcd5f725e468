"""Figures and vague amounts in a text: their value, their unit and what is counted."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import inf
from typing import Final

from framing.claims.counting import NO_KIND, Kind
from framing.claims.numbers import CURRENCIES, Interval, Sweep, bound, read_number
from framing.topics.claim_words import ClaimWords, Unit

TOKEN: Final = re.compile(r"[ \u00a0-]?([A-Za-z][\w’'.&]*(?:-[\w’']+)*|\d{2,4}(?=\s[a-z]))")
LINK: Final = re.compile(r"\s+(of|in|to)\s+(?:(?:the|a|an|its|their|his|her|all|those|these|our|U\.S\.)\s+)*(?=[A-Za-z])")
CLOCK: Final = re.compile(r"\s?(?:[ap]\.?m\b|o['’]clock)", re.IGNORECASE)
PAST_HOUR: Final = re.compile(r"\s+(?:minutes?\s+)?past\s+(\w+)")
DEFINITE: Final = re.compile(r"\b(?:the|these|those|his|her|their|its|our|my|other|all|between|any|no|last|first|next|past|top|of)\s+$", re.I)
BEFORE_WORD: Final = re.compile(r"([\w.]+)[\s-]+$")
TALLY: Final = re.compile(r"\b(?:vot\w+|pass\w*|approv\w+|reject\w+|rul\w+|decision|majority|margin|split)\b", re.IGNORECASE)
AGE_BEFORE: Final = re.compile(r"([A-Z][\w’'-]+),\s+$")
MOST_WORDS: Final = 5
SMALL: Final = 10
Place = tuple[int, int]


@dataclass(frozen=True)
class Figure:
    """A number and what it counts: place of the number and of all, its text's values, unit, measure ("count" for things), what, whether vague.

    `kind` is the class and thing of what news counts; it `is_part` of another figure ("22 of them"), or `is_elided`: its noun was told before.
    """

    start: int
    end: int
    number_end: int
    interval: Interval
    unit: str
    measure: str
    what: str
    is_vague: bool = False
    kind: Kind = NO_KIND
    is_part: bool = False
    is_elided: bool = False


def find_figures(text: str, place: Place, sweep: Sweep, taken: set[int]) -> Iterator[Figure]:
    """Yield the figures and vague amounts of one sentence; numbers that begin at a `taken` position (inside dates) are passed over."""
    yield from (figure for figure in find_numbers(text, place, sweep, taken) if figure.what or figure.measure != "count")


def find_numbers(text: str, place: Place, sweep: Sweep, taken: set[int]) -> list[Figure]:
    """Return the same with the numbers behind which nothing countable stands, in order of place."""
    start, end = place
    used: list[Figure] = []
    for match in sweep.number.finditer(text, start, end):
        if not any(at in taken for at in range(match.start("first"), match.end())) and (figure := read_figure(text, match, end, sweep)):
            used.append(figure)
    for match in sweep.vague.finditer(text, start, end):
        if not any(one.start < match.end() and match.start() < one.end for one in used) and (figure := read_vague(text, match, end, sweep)):
            used.append(figure)
    return sorted(used, key=lambda figure: figure.start)


def read_figure(text: str, match: re.Match[str], end: int, sweep: Sweep) -> Figure | None:
    """Read one number; None where it is a name, a time of day, a year, or two of "the two"."""
    words = sweep.words
    first, step = read_number(match["first"], words)
    currency = (match["currency"] or "").strip().lower()
    has_unit = bool(currency or match["share"])
    begin = match.start() if match["second"] or not match["between"] else match.start("currency") if currency else match.start("first")
    if not has_unit and is_no_count(text, match, first, words):
        return None
    qualifier = words.qualifiers.get(" ".join((match["qualifier"] or "").lower().split()))
    if match["share"]:
        step = max(step, 0.5 * 10.0 ** -len(match["first"].partition(".")[2])) if match["first"][0].isdigit() else 0.5
    interval = bound(first, step, qualifier)
    stop = match.end()
    if match["second"]:
        second, _ = read_number(match["second"], words)
        if is_tally(text, match, first, second):
            both = first + second / 10_000
            return Figure(begin, stop, stop, Interval(both, both, both), "votes", "tally", "vote")
        if (match["join"].strip() == "and" and not match["between"]) or first > second:
            return None
        interval = Interval((first + second) / 2, first, second)
    if has_unit:
        unit = Unit(CURRENCIES[currency], "money") if currency else Unit("percent", "share")
        return finish(text, (begin, stop, end), interval, unit, sweep)
    return read_counted(text, match, interval, end, sweep)


def is_no_count(text: str, match: re.Match[str], value: float, words: ClaimWords) -> bool:
    """Tell whether a number counts nothing: behind a label or a capital's hyphen, a time, a year, "one of", "the two"."""
    before, after = text[max(match.start("first") - 30, 0) : match.start("first")], text[match.end() : match.end() + 30]
    word = before_word[1].lower() if (before_word := BEFORE_WORD.search(before)) else ""
    if word.rstrip(".") in words.labels or is_clock(after, words) or before.endswith("#"):
        return True
    following = next_word(after)
    known = following in words.units
    if match["first"].isdigit() and len(match["first"]) == 4 and 1800 <= value <= 2100 and not known and not match["qualifier"]:
        return True
    if match["first"].lower() == "one" and not known:
        return True
    return bool(value <= SMALL and not match["qualifier"] and DEFINITE.search(before) and match["second"] is None)


def is_clock(after: str, words: ClaimWords) -> bool:
    """Tell whether the words behind a number make it a time of day: 5 p.m., twenty past five."""
    hour = PAST_HOUR.match(after)
    return bool(CLOCK.match(after) or (hour and (hour[1].isdigit() or hour[1].lower() in words.numbers or hour[1] in ("noon", "midnight"))))


def next_word(after: str) -> str:
    """Return the word that follows, in small letters."""
    found = TOKEN.match(after)
    return found[1].lower() if found else ""


def is_tally(text: str, match: re.Match[str], first: float, second: float) -> bool:
    """Tell whether two numbers are votes for and against: a word of voting stands near, or the first is the higher."""
    near = text[max(match.start() - 60, 0) : match.start()] + " " + text[match.end() : match.end() + 20]
    joined = match["join"].strip() in ("-", "–", "to")
    return joined and bool(TALLY.search(near)) and first + second >= 2 and not match["share"]


def read_counted(text: str, match: re.Match[str], interval: Interval, end: int, sweep: Sweep) -> Figure:
    """Read a number of things, of a unit, or an age."""
    begin, stop = match.start() if match["second"] or not match["between"] else match.start("first"), match.end()
    for n_words in (2, 1):
        found = re.compile(r"[ -]" + r"[ ]".join([r"([A-Za-z]+)"] * n_words) + r"(-old| old)?\b").match(text, stop, end)
        if found and (unit := sweep.words.units.get(" ".join(found.groups()[:n_words]).lower())) and unit.measure not in ("count", "share"):
            if found[n_words + 1]:
                age = Unit("years old", "age")
                return finish(text, (begin, found.end(), end), interval, age, sweep)
            return finish(text, (begin, found.end(), end), interval, unit, sweep)
    if text[stop : stop + 1] == "," and (name := AGE_BEFORE.search(text, max(begin - 40, 0), begin)) and 1 <= interval.value <= 110:
        return Figure(name.start(1), stop, stop, interval, "years old", "age", name[1])
    return finish(text, (begin, stop, end), interval, Unit("", "count"), sweep)


def finish(text: str, place: tuple[int, int, int], interval: Interval, unit: Unit, sweep: Sweep) -> Figure:
    """Add what is counted to a number (its start and end, and the sentence's end): the noun phrase behind it, and what "of" or "in" joins to it."""
    begin, stop, end = place
    phrase_end = read_phrase(text, stop, end, sweep, is_one=unit.measure == "age")
    first = phrase_end
    if (link := LINK.match(text, phrase_end, end)) and (link[1] == "of" or (unit.measure == "share" and phrase_end > stop)):
        second = read_phrase(text, link.end() - 1, end, sweep)
        first = second if second > link.end() else phrase_end
    what = text[stop:first].strip(" -\u00a0")
    return Figure(begin, max(first, stop), stop, interval, unit.name, unit.measure, re.sub(r"^of\s+", "", what))


def read_phrase(text: str, start: int, end: int, sweep: Sweep, *, is_one: bool = False) -> int:
    """Return where the noun phrase behind a place ends: at a mark, a small word, or a participle behind a plural (or behind any noun: `is_one`)."""
    at, last = start, ""
    for _ in range(MOST_WORDS):
        found = TOKEN.match(text, at, end)
        if not found:
            break
        word = found[1].lower().rstrip(".")
        base = re.sub(r"['’]s?$", "", word)
        if base in sweep.words.plain and word != "new" and not (word == "us" and found[1] == "US"):
            break
        if last and word in sweep.past:
            break
        if last and is_one and word.endswith("ed"):
            break
        if last and (word.endswith(("ed", "ing")) or word.endswith("ly")) and (last.endswith("s") or last in ("people", "men", "women", "children")):
            break
        at, last = found.end(), word
        if text[at - 1] == "." and found[1].count(".") < 2:
            at -= 1
            break
    return at


def read_vague(text: str, match: re.Match[str], end: int, sweep: Sweep) -> Figure | None:
    """Read a vague amount with what is counted; None where nothing is."""
    low, high = sweep.words.vague[" ".join(match[0].lower().split())]
    value = low if low is not None else 0.0
    interval = Interval(value, low if low is not None else 0.0, high if high is not None else inf)
    skip = re.compile(r"\s+(?:the|his|her|its|their|these|those|our)\b").match(text, match.end(), end)
    stop = skip.end() if skip else match.end()
    figure = finish(text, (match.start(), stop, end), interval, Unit("", "count"), sweep)
    share = low is None
    unit = sweep.words.units.get(figure.what.split()[-1].lower()) if figure.what else None
    if (share and not figure.what) or (unit is not None and unit.measure == "time"):
        return None
    return Figure(figure.start, figure.end, figure.number_end, interval, "", "share" if share else "count", figure.what, True)
