"""What gives an outlet away: its names, domains, reporters and the phrases by which it speaks of itself, as things to look for."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from framing.articles.article import Article
from framing.articles.outlets import make_address, read_outlets
from framing.classroom.lists import read_list
from framing.text.letters import fold_text
from framing.topics.topic import lexicon_folders

OUTLET: Final = "Outlet {}"
REPORTER: Final = "[reporter]"
ADDRESS: Final = "[address]"
CREDIT: Final = "[credit]"
LEAST_LETTERS: Final = 4
ADDRESSES: Final = re.compile(r"(?:https?://|www\.)[^\s<>\"”’)\]]+|\b[\w.+-]+@[\w-]+\.[\w.-]*\w|(?<![\w@])@\w{3,}", re.IGNORECASE)
AUTHOR_SPLIT: Final = re.compile(r"\s*(?:,|\||;|/|\band\b|&|\s[-–—]+\s)\s*")
BY: Final = re.compile(r"^\s*(?:(?:story|text|words|report|analysis) )?by:?\s+", re.IGNORECASE)
SMALL: Final = re.compile(r"\b[a-z][\w’']*")
NAMED: Final = re.compile(r"\b[Tt]he\s+([^\W\d_a-z]\w*)")
PARENTHESIS: Final = re.compile(r"\s*[(\[|].*$")


@dataclass(frozen=True)
class Name:
    """One thing to hide: its words, what stands there instead, whether it must begin with a capital, the articles it is hidden in ("" all)."""

    words: str
    shown: str
    has_capital: bool = True
    letter: str = ""


@dataclass(frozen=True)
class Names:
    """All names to hide in a corpus, with the phrases in which any outlet speaks of itself."""

    names: tuple[Name, ...]

    def of(self, letter: str) -> list[Name]:
        """Return what is hidden in the article of a letter, longest first; an outlet of several articles goes by this one's letter."""
        own = [name for name in self.names if name.letter in ("", letter)]
        return sorted(own, key=lambda name: (-len(name.words), name.words, name.shown != OUTLET.format(letter), name.shown))


@dataclass(frozen=True)
class Vocabulary:
    """What decides whether one word alone gives an outlet away: folded texts, outlets and words named by letter, words too common to do so."""

    folded: Mapping[str, str]
    outlets: Mapping[str, str]
    named: Mapping[str, frozenset[str]]
    common: frozenset[str]
    kinds: Mapping[str, str]

    def is_telling(self, word: str, letter: str) -> bool:
        """Tell whether a word points to the outlet of a letter alone: long enough, not common, in no article of another outlet."""
        plain = fold_words(word)
        others = (text for other, text in self.folded.items() if self.outlets[other] != self.outlets[letter])
        return len(word) >= LEAST_LETTERS and plain not in self.common and not any(f" {plain} " in text for text in others)

    def is_short(self, word: str, letter: str) -> bool:
        """Tell whether readers of a letter's outlet would say "the Ledger": a listed word, or one that no other outlet's article writes so."""
        plain = fold_words(word)
        others = (named for other, named in self.named.items() if self.outlets[other] != self.outlets[letter])
        kind = self.kinds.get(plain, "")
        return kind == "short" or (not kind and len(word) >= LEAST_LETTERS and not any(plain in named for named in others))

    def list_letters(self, letter: str) -> list[str]:
        """Return the letters of all articles of a letter's outlet, its own among them."""
        return [other for other, outlet in self.outlets.items() if outlet == self.outlets[letter]]


def make_vocabulary(texts: Mapping[str, str], outlets: Mapping[str, str], lexicons: Path | None) -> Vocabulary:
    """Make the vocabulary of cleaned texts by letter, whole names of outlets left out; a word written small anywhere is a common one."""
    kinds = {row["word"].lower(): row["kind"] for row in read_list("outlet_words", lexicons)}
    small = {fold_words(word) for text in texts.values() for word in SMALL.findall(text)}
    whole = "|".join(re.escape(fold_outlet(outlet)) for outlet in outlets.values() if fold_words(outlet))
    return Vocabulary(
        {letter: re.sub(f" (?:{whole}) ", "  ", f" {fold_words(text)} ") for letter, text in texts.items()},
        {letter: fold_outlet(outlet) or letter for letter, outlet in outlets.items()},
        {letter: frozenset(map(fold_words, NAMED.findall(text))) for letter, text in texts.items()},
        frozenset(small | kinds.keys()),
        kinds,
    )


def find_names(texts: Mapping[str, str], articles: Mapping[str, Article], bylines: Mapping[str, Sequence[str]], lexicons: Path | None) -> Names:
    """Find what to hide in articles by letter: `texts` are the cleaned texts, `bylines` the lines that stand there as bylines."""
    vocabulary = make_vocabulary(texts, {letter: article.outlet for letter, article in articles.items()}, lexicons)
    registry = read_outlets(lexicon_folders(lexicons))
    found: list[Name] = []
    for letter, article in articles.items():
        listed = registry.find_by_name(article.outlet) or registry.find_by_url(article.url)
        names = (article.outlet, listed.name, *listed.aliases) if listed else (article.outlet,)
        found += [name for outlet in names for name in find_outlet_names(outlet, letter, vocabulary)]
        found += find_addresses(make_address(article.url).partition("/")[0], listed.domains if listed else (), letter, vocabulary)
        found += find_reporter_names((article.byline, *bylines[letter]), article.outlet, letter, vocabulary)
    found += [Name(row["phrase"], row["shown"], False) for row in read_list("self_references", lexicons)]
    return Names(tuple(dict.fromkeys(name for name in found if fold_words(name.words))))


def find_outlet_names(outlet: str, letter: str, vocabulary: Vocabulary) -> Iterator[Name]:
    """Yield the forms of an outlet's name: as given, without brackets, its first words, its initials, words that are its alone."""
    shown, whole = OUTLET.format(letter), PARENTHESIS.sub("", outlet).strip()
    plain = re.sub(r"^the\s+", "", whole, flags=re.IGNORECASE)
    words = plain.split()
    yield from (Name(form, shown, letter="" if len(form.split()) > 1 else letter) for form in (outlet, whole, plain))
    if len(words) > 2:
        yield Name(" ".join(words[:2]), shown, letter=letter)
        initials = "".join(word[0] for word in words if word[0].isupper())
        yield from [Name(initials, shown, letter=letter)] if len(initials) > 2 else []
    if words and vocabulary.is_short(words[-1], letter):
        yield Name(f"the {words[-1]}", shown, letter=letter)
    yield from (Name(word, shown, letter=letter) for word in words if vocabulary.is_telling(word, letter))


def find_addresses(host: str, domains: Sequence[str], letter: str, vocabulary: Vocabulary) -> Iterator[Name]:
    """Yield the addresses of an outlet, and the words in them that are its alone (the reef in thereef.example)."""
    yield from (Name(address, ADDRESS, False) for address in (host, *domains) if "." in address)
    labels = [label for label in host.split(".")[:-1] if label != "www"]
    telling = [label for label in labels if vocabulary.is_telling(label, letter)]
    yield from (Name(label, OUTLET.format(own), False, own) for label in telling for own in vocabulary.list_letters(letter))


def find_reporter_names(lines: Sequence[str], outlet: str, letter: str, vocabulary: Vocabulary) -> Iterator[Name]:
    """Yield the names of whoever signs an article, and surnames that stand in no other outlet's articles."""
    for line in lines:
        for piece in AUTHOR_SPLIT.split(BY.sub("", line)):
            words = [word for word in piece.split() if fold_words(word)]
            is_name = len(words) > 1 and not {fold_words(word) for word in words} & vocabulary.common and piece[:1].isupper()
            if is_name and fold_words(piece) not in fold_words(outlet):
                yield Name(piece, REPORTER)
                own = vocabulary.list_letters(letter) if vocabulary.is_telling(words[-1], letter) else []
                yield from (Name(words[-1], REPORTER, letter=one) for one in own)


def fold_outlet(name: str) -> str:
    """Fold an outlet's name so that two articles of it are known as such.

    >>> fold_outlet("The Quay Ledger") == fold_outlet("Quay Ledger")
    True
    """
    return fold_words(name).removeprefix("the ")


def fold_words(text: str) -> str:
    """Fold a text to its words: small letters without accents, one blank between."""
    return " ".join(fold_text(text).decode("latin-1").split())
