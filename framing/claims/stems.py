"""Words by which claims are matched: small letters, without endings, words that tell the same as one."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from framing.claims.numbers import DIGITS, alternate, read_number
from framing.topics.claim_words import ClaimWords
from framing.topics.inflection import Inflections
from framing.topics.name_words import NameWords

WORD: Final = re.compile(r"[^\W\d_][\w.]*(?:['’][^\W\d_]+)?|\d[\d,.]*")
DERIVED: Final = ("ational", "ation", "ment", "ingly", "edly", "ion", "er", "ly", "al")
LEFT: Final = 4
"""So many letters must be left when one of these endings is cut."""
SHORTEST: Final = 4
VOWEL: Final = re.compile(r"[aeiouy]")
SYLLABLE: Final = re.compile(r"[aeiouy]+[^aeiouy]+")
CLOSED: Final = re.compile(r"[^aeiouy]+[aeiouy][^aeiouwxy]")
"""What loses its e before an ending (name: naming)."""
DOUBLED: Final = re.compile(r"([bdgkmnprt])\1$")


@dataclass
class Stems:
    """Stems by written word, worked out once each; `bases` leads irregular forms to their base (told: tell).

    `nations` gives a nation for its names, adjectives and people ("=iraq"), `numbers` the figure for a number or month in words.
    """

    words: ClaimWords
    bases: Mapping[str, str]
    families: Mapping[str, str]
    nations: Mapping[str, str]
    numbers: Mapping[str, str]
    known: dict[str, str] = field(default_factory=dict)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Finds words, and numbers of several words (thirty-one, 6.5 million) as one."""
        written = {word: value for word, value in self.words.numbers.items() if " " not in word}
        tens = alternate([word for word, value in written.items() if value >= 20 and value % 10 == 0])
        ones, magnitudes = alternate([word for word, value in written.items() if 0 < value < 10]), alternate(self.words.magnitudes)
        several = rf"(?:(?:{tens})[ -](?:{ones})|{alternate(written)}|{DIGITS})(?:[ \u00a0-](?:{magnitudes})\b)+|(?:{tens})[ -](?:{ones})\b"
        return re.compile(rf"\b(?:{several})|{WORD.pattern}", re.IGNORECASE)

    def of(self, word: str) -> str:
        """Return a word's stem, or that of the words that tell the same; "" for plain words and single letters."""
        if word not in self.known:
            self.known[word] = self.find(word)
        return self.known[word]

    def find(self, word: str) -> str:
        """Find a word's stem."""
        if word[-1].isalpha() and not word.isalpha() and self.pattern.fullmatch(word) and not WORD.fullmatch(word):
            return f"{read_number(word, self.words)[0]:.0f}"
        plain = word.lower().replace("’", "'").rstrip(".,").removesuffix("'s").replace(".", "")
        if plain in self.nations:
            return self.nations[plain] if word[0].isupper() else ""
        if plain in self.words.plain:
            return ""
        if plain in self.numbers:
            return self.numbers[plain]
        if len(plain) < 2 or plain[0].isdigit():
            return plain.replace(",", "") if plain[:1].isdigit() else ""
        base = find_base(plain, self.bases)
        return self.families.get(base) or cut_ending(base)

    def list(self, text: str) -> list[str]:
        """List the stems of a text in order, plain words left out."""
        return [stem for word in self.pattern.findall(text) if (stem := self.of(word))]


def make_stems(words: ClaimWords, inflections: Inflections, names: NameWords) -> Stems:
    """Make the stems from the lists and the table of irregular forms."""
    bases = {form: base for table in (inflections.nouns, inflections.verbs) for base, forms in table.items() for form in forms if form not in table}
    families: dict[str, str] = {}
    for form, first in words.families.items():
        families.setdefault(find_base(form, bases), cut_ending(find_base(first, bases)))
    tables = (names.seats, names.bodies, names.peoples, names.adjectives, names.nations)
    nations = {form: name_nation(nation) for table in tables for form, nation in table.items()}
    numbers = {word: f"{value:.0f}" for word, value in words.numbers.items() if " " not in word}
    months = {word.rstrip("."): f"month {value}" for word, (kind, value) in words.times.items() if kind == "month" and word != "may"}
    return Stems(words, bases, families, nations, numbers | months)


def name_nation(nation: str) -> str:
    """Return what a nation is matched by, whatever form of its name stands in the text."""
    return f"={nation.lower()}"


def find_base(word: str, bases: Mapping[str, str]) -> str:
    """Return the base that an inflected word belongs to, by the irregular forms or else by its ending.

    >>> [find_base(word, {"shot": "shoot"}) for word in ("votes", "killed", "kill", "denied", "planned", "plane", "decided", "shots")]
    ['vote', 'kil', 'kil', 'deny', 'plan', 'plane', 'decid', 'shoot']
    """
    base = cut_inflection(bases.get(word, word))
    return cut_last(re.sub(r"ll$", "l", bases.get(base, base)), "e")


def cut_inflection(word: str) -> str:
    """Cut the endings of plurals and of verbs, and put back the e they took away (after Porter 1980, step 1)."""
    if len(word) < SHORTEST:
        return word
    if word.endswith(("ies", "ied")):
        return word[:-3] + "y" if len(word) > SHORTEST else word[:-1]
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in ("eed", "ing", "ed"):
        rest = word[: -len(ending)]
        if word.endswith(ending) and VOWEL.search(rest):
            if ending == "eed":
                return word[:-1]
            lost_e = rest.endswith(("at", "bl", "iz")) or CLOSED.fullmatch(rest)
            return rest + "e" if lost_e and not DOUBLED.search(rest) else DOUBLED.sub(r"\1", rest)
    return word


def cut_ending(base: str) -> str:
    """Cut the ending that makes one word of another from a base word, and its last y.

    >>> [cut_ending(word) for word in ("reduction", "agency", "official", "order", "payment", "US")]
    ['reduct', 'agenc', 'offici', 'order', 'payment', 'US']
    """
    for ending in DERIVED:
        if base.endswith(ending) and len(base) - len(ending) >= LEFT:
            base = base[: -len(ending)]
            break
    return cut_last(base, "y")


def cut_last(word: str, letter: str) -> str:
    """Cut the last letter where it is this one, but for short words that an e keeps apart from others (plane, plan)."""
    if len(word) < SHORTEST or not word.endswith(letter):
        return word
    return word if CLOSED.fullmatch(word[:-1]) and len(SYLLABLE.findall(word[:-1])) == 1 else word[:-1]
