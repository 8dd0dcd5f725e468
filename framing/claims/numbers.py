"""Numbers as they are written: digits, words, magnitudes, money, ranges and qualifiers, with the values they can mean."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from math import inf
from typing import Final

from framing.topics.claim_words import ClaimWords

DIGITS: Final = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
CURRENCIES: Final = {"$": "dollars", "us$": "dollars", "€": "euros", "£": "pounds sterling", "¥": "yen"}
MOST_OFF: Final = 0.1
"""A round number with "about" lies off by a tenth at most."""
DOZENTH: Final = 8
"""Dozens are meant to an eighth: two dozen are 21 to 27."""
SHORT: Final = {"k": 1e3, "m": 1e6, "b": 1e9}


@dataclass(frozen=True)
class Interval:
    """The values a number can mean: the number itself and the lowest and highest it allows (inf: no end)."""

    value: float
    low: float
    high: float


@dataclass(frozen=True)
class Sweep:
    """The patterns that find numbers and vague amounts, compiled once a run, with the words they are made of.

    `past` are irregular forms of verbs, which end what is counted ("22 ferries sank").
    """

    number: re.Pattern[str]
    vague: re.Pattern[str]
    words: ClaimWords
    past: frozenset[str]


def make_sweep(words: ClaimWords, past: frozenset[str] = frozenset()) -> Sweep:
    """Compile the patterns from the lists."""
    written = alternate(words.numbers)
    magnitudes = alternate(words.magnitudes)
    single = rf"(?:{DIGITS}|(?:{written})(?:[ -](?:and )?(?:{written})(?!\w))*)(?:[ \u00a0-](?:{magnitudes})(?!\w)|(?<=\d)(?:bn|mn|tn|[kmb])(?!\w))*"
    share = alternate([form for form, unit in words.units.items() if unit.measure == "share"])
    currency = r"(?:us\$|[$€£¥])"
    number = (
        rf"(?<![\w.,$€£/:'’+-])(?:(?P<qualifier>{alternate(words.qualifiers)})\s+)?(?:(?P<between>between|from)\s+)?(?P<currency>{currency}\s?)?(?P<first>{single})"
        rf"(?:(?:\s?[%])?(?P<join>\s?[-–]\s?|\s+to\s+|\s+and\s+)(?:{currency})?(?P<second>{single}))?"
        rf"(?P<share>\s?%|[\s-](?:{share})(?!\w))?(?![\w%]|[:/.,]\d)"
    )
    return Sweep(re.compile(number, re.IGNORECASE), re.compile(rf"(?<![\w-])(?:{alternate(words.vague)})(?![\w-])", re.IGNORECASE), words, past)


def alternate(forms: Mapping[str, object] | list[str]) -> str:
    """Return the forms as alternatives of a pattern, longer ones first, spaces of any width."""
    return "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in sorted(forms, key=lambda form: (-len(form), form)))


def read_number(written: str, words: ClaimWords) -> tuple[float, float]:
    """Read a number as (value, half of its last written step); whole numbers without magnitude are meant exactly, so their step is 0.

    >>> from framing.topics.claim_words import ClaimWords
    >>> none = frozenset()
    >>> few = ClaimWords({"two": 2, "twenty": 20}, {"hundred": 100, "million": 1e6}, {}, none, none, {}, {}, {}, {}, none, {}, {})
    >>> read_number("2,400", few), read_number("4.5 million", few), read_number("twenty-two", few), read_number("two hundred", few)
    ((2400.0, 0.0), (4500000.0, 50000.0), (22.0, 0.0), (200.0, 0.0))
    """
    plain = " ".join(written.lower().split())
    found = re.match(DIGITS, plain)
    if found:
        value, step = float(found[0].replace(",", "")), 0.5 * 10.0 ** -len(found[0].partition(".")[2])
        is_exact = found.end() == len(plain) and "." not in found[0]
        for word in re.findall(r"[a-z]+", plain[found.end() :]):
            times = words.magnitudes.get(word, SHORT.get(word, 1.0))
            value, step = value * times, step * times
        return value, 0.0 if is_exact else step
    value = read_words(plain, words)
    return value, value / DOZENTH if plain.endswith("dozen") else 0.0


def read_words(plain: str, words: ClaimWords) -> float:
    """Read a number in words: fixed phrases, tens and ones added up, magnitudes multiplied."""
    if plain in words.numbers:
        return words.numbers[plain]
    total = 0.0
    for word in re.split(r"[ -]+", plain):
        if word in words.magnitudes:
            total = max(total, 1) * words.magnitudes[word]
        else:
            total += words.numbers.get(word, 1.0 if word == "a" else 0.0)
    return total


def bound(value: float, step: float, qualifier: tuple[str, float] | None) -> Interval:
    """Return what a number can mean with its qualifier.

    >>> bound(2500, 0, ("around", 0.03)), bound(160, 0, ("over", 0.25)), bound(10, 0, ("least", 0))
    (Interval(value=2500, low=2425.0, high=2575.0), Interval(value=160, low=160, high=200.0), Interval(value=10, low=10, high=inf))
    """
    kind, off = qualifier or ("", 0.0)
    if kind == "around":
        off = min(max(off * value, last_step(value) / 2), MOST_OFF * value) if value >= 10 else off * value
        return Interval(value, value - max(off, step), value + max(off, step))
    if kind == "under":
        return Interval(value, value * (1 - off) - step, value)
    if kind == "over":
        return Interval(value, value, value * (1 + off))
    if kind == "least":
        return Interval(value, value, inf)
    if kind == "most":
        return Interval(value, 0.0, value)
    return Interval(value, value - step, value + step)


def last_step(value: float) -> float:
    """Return the unit of the last digit of a whole number that is not 0.

    >>> last_step(2500), last_step(30), last_step(104)
    (100.0, 10.0, 1.0)
    """
    whole, step = int(value), 1.0
    while whole and whole % 10 == 0:
        whole, step = whole // 10, step * 10
    return step


def meet(first: Interval, second: Interval) -> bool:
    """Tell whether two intervals share a value."""
    return first.low <= second.high and second.low <= first.high
