"""Words by which claims are matched: small letters, without endings, words that tell the same as one."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

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

    def of(self, word: str) -> str:
        """Return a word's stem, or that of the words that tell the same; "" for plain words and single letters."""
        if word not in self.known:
            self.known[word] = self.find(word)
        return self.known[word]

    def find(self, word: str) -> str:
        """Find a word's stem."""
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
        return [stem for word in WORD.findall(text) if (stem := self.of(word))]


def make_stems(words: ClaimWords, inflections: Inflections, names: NameWords) -> Stems:
    """Make the stems from the lists and the table of irregular forms."""
    bases = {form: base for table in (inflections.nouns, inflections.verbs) for base, forms in table.items() for form in forms if form not in table}
    families: dict[str, str] = {}
    for form, first in words.families.items():
        families.setdefault(cut_ending(bases.get(form, form)), cut_ending(first))
    tables = (names.seats, names.bodies, names.peoples, names.adjectives, names.nations)
    nations = {form: name_nation(nation) for table in tables for form, nation in table.items()}
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
