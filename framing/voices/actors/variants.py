"""Whether two spellings can be one person's name: a normal form of transliterated names, and a score for two names."""

import re
from collections.abc import Iterable
from functools import lru_cache
from operator import add
from typing import Final

from rapidfuzz.fuzz import ratio

SAME: Final = 100.0
LEAST_SURNAME: Final = 72.0
LEAST_GIVEN: Final = 70.0
SHORTEST_GIVEN: Final = 3
MOST_KEPT: Final = 200_000
ARTICLE: Final = re.compile(r"^(?:al|el|an|as|ash|ad|ar|az|at|ul|ol)-", re.MULTILINE)
ARTICLES: Final = frozenset(["al", "el"])
SERVANT: Final = re.compile(r"^abd(?:ul|el|al|u)?$")
SPELLINGS: Final = (
    ("kh", "x"), ("gh", "k"), ("dh", "d"), ("th", "t"), ("sh", "S"), ("ph", "f"), ("mac", "mc"), ("q", "k"), ("ck", "k"), ("g", "k"),
    ("ou", "u"), ("oo", "u"), ("o", "u"), ("ee", "i"), ("ei", "ai"), ("y", "i"), ("e", "i"),
)  # fmt: skip
VOWELS: Final = re.compile(r"[aiu]")
DOUBLED: Final = re.compile(r"(.)\1+")


class Spellings(dict[str, tuple[str, str]]):
    """Folded names in one spelling of several that transliteration gives them, and its consonants with "a" for an opening vowel.

    >>> known = Spellings()
    >>> known["al-abassi"], known["mohammedawi"], known["qasem"] == known["kassim"], known["muhammad"] == known["muhammed"]
    (('abasi', 'abs'), ('muhamidawi', 'mhmdw'), True, False)
    """

    def __missing__(self, word: str) -> tuple[str, str]:
        self.learn([word])
        return self[word]

    def learn(self, words: Iterable[str]) -> None:
        """Enter many words at once."""
        if len(self) > MOST_KEPT:
            self.clear()
        asked = [word for word in dict.fromkeys(words) if word not in self]
        text = ARTICLE.sub("", "\n".join(asked)).replace("-", "")
        for written, sound in SPELLINGS:
            text = text.replace(written, sound)
        text = DOUBLED.sub(r"\1", text)
        plain, bones = text.split("\n"), DOUBLED.sub(r"\1", VOWELS.sub("", text)).split("\n")
        opens = ["a" if one[:1] in "aiu" else "" for one in plain]
        self.update(zip(asked, zip(plain, map(add, opens, bones), strict=True), strict=False))


@lru_cache(maxsize=1)
def list_spellings() -> Spellings:
    """Return the spellings known so far in this run of the program."""
    return Spellings()


@lru_cache(maxsize=100_000)
def join_articles(words: tuple[str, ...]) -> tuple[str, ...]:
    """Join what belongs together: "al abbas" and "al-abbas", "abdul wahab" and "abdulwahab", "abd al-amir" and "abdul amir".

    >>> join_articles(("thabit", "al", "abbas")), join_articles(("abd", "al-amir", "yarallah"))
    (('thabit', 'al-abbas'), ('abdulamir', 'yarallah'))
    """
    joined: list[str] = []
    for word in words:
        if joined and joined[-1] in ARTICLES:
            joined[-1] = f"al-{word}"
        elif joined and SERVANT.match(joined[-1]):
            joined[-1] = "abdul" + ARTICLE.sub("", word)
        else:
            joined.append(word)
    return tuple(joined)


def score_word(one: str, other: str, least: float) -> float:
    """Score two words 0..100: 100 for the same folded word; else the likeness of the normal forms where the consonants agree, 0 below `least`."""
    if one == other:
        return SAME
    (plain, bones), (like, same) = map(list_spellings().__getitem__, (one, other))
    if not bones or bones != same:
        return 0.0
    score = ratio(plain, like)
    return score if score >= least else 0.0


def score_given(one: str, other: str) -> float:
    """Score two given names: as words, and 90 for an initial, 85 for a short form that begins the other (Matt, Matthew)."""
    if score := score_word(one, other, LEAST_GIVEN):
        return score
    short, long = sorted((one, other), key=len)
    if long.startswith(short):
        return 90.0 if len(short) == 1 else 85.0 if len(short) >= SHORTEST_GIVEN else 0.0
    return 0.0


@lru_cache(maxsize=100_000)
def score_names(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """Score two full names 0..100, the lowest of their parts; 0 where they cannot be one person.

    A junior is no senior. Family names must agree, and given names; names between may be missing in one, and must agree where both have as many.

    >>> score_names(("thabit", "mohammed", "al-abassi"), ("thabet", "al-abbasi")) > 80
    True
    >>> score_names(("qais", "al-mohammedawi"), ("mohammed", "al-sudani"))
    0.0
    """
    if (one[-1] == "jr") != (other[-1] == "jr"):
        return 0.0
    one, other = (join_articles(name[:-1] if name[-1] == "jr" else name) for name in (one, other))
    if "".join(one).replace("-", "") == "".join(other).replace("-", ""):
        return SAME
    if len(one) < 2 or len(other) < 2:
        return 0.0
    scores = [score_word(one[-1], other[-1], LEAST_SURNAME), score_given(one[0], other[0])]
    if len(one) == len(other):
        scores += [score_given(*pair) for pair in zip(one[1:-1], other[1:-1], strict=True)]
    return min(scores)
