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
ENDINGS: Final = (
    "ational", "ations", "ation", "ments", "ment", "ingly", "edly", "ings", "ions", "ing", "ion", "ers", "ies", "ied", "ed", "er", "ly", "es", "s",
    "al", "e", "y",
)  # fmt: skip
SHORTEST: Final = 4
DOUBLED: Final = re.compile(r"([bdgklmnprt])\1$")


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
        stem = cut_ending(self.bases.get(plain, plain))
        return self.families.get(stem, stem)

    def list(self, text: str) -> list[str]:
        """List the stems of a text in order, plain words left out."""
        return [stem for word in self.pattern.findall(text) if (stem := self.of(word))]


def make_stems(words: ClaimWords, inflections: Inflections, names: NameWords) -> Stems:
    """Make the stems from the lists and the table of irregular forms."""
    bases = {form: base for table in (inflections.nouns, inflections.verbs) for base, forms in table.items() for form in forms if form not in table}
    families: dict[str, str] = {}
    for form, first in words.families.items():
        families.setdefault(cut_ending(bases.get(form, form)), cut_ending(first))
    nations = {form: name_nation(nation) for table in (names.seats, names.peoples, names.adjectives, names.nations) for form, nation in table.items()}
    numbers = {word: f"{value:.0f}" for word, value in words.numbers.items() if " " not in word}
    months = {word.rstrip("."): f"month {value}" for word, (kind, value) in words.times.items() if kind == "month" and word != "may"}
    return Stems(words, bases, families, nations, numbers | months)


def name_nation(nation: str) -> str:
    """Return what a nation is matched by, whatever form of its name stands in the text."""
    return f"={nation.lower()}"


def cut_ending(word: str) -> str:
    """Cut the ending of a word: trained, training and trains are one; what is left has three letters or more.

    >>> [cut_ending(word) for word in ("trained", "reduction", "attacks", "agencies", "stopped", "US")]
    ['train', 'reduct', 'attack', 'agenc', 'stop', 'US']
    """
    if len(word) <= SHORTEST:
        return word.removesuffix("s") if len(word) == SHORTEST and not word.endswith(("ss", "us", "is")) else word
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not (ending == "s" and word.endswith(("ss", "us", "is"))):
            return DOUBLED.sub(r"\1", word[: -len(ending)])
    return word
