"""What can stand for a source: he, she, it or they, by titles, first names, number and capitals."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from framing.topics.word_classes import list_word_classes

MAN, WOMAN, THING, MANY, PERSON, UNKNOWN = "man", "woman", "thing", "many", "person", "unknown"
WORD: Final = re.compile(r"[^\W\d_][\w’'.-]*[\w]|\w")
MOST_WORDS: Final = 14


@dataclass(frozen=True)
class Listed:
    """The words that tell who is meant, in small letters."""

    men: frozenset[str]
    women: frozenset[str]
    things: frozenset[str]
    persons: frozenset[str]
    idle: frozenset[str]
    places: frozenset[str]
    bound: frozenset[str]
    speakers: frozenset[str]


@lru_cache(maxsize=1)
def list_words() -> Listed:
    """Return the words, once."""
    words = {name: frozenset(listed) for name, listed in list_word_classes().items()}
    idle = frozenset().union(*(words[name] for name in ("pronoun", "determiner", "subordinator", "preposition", "conjunction", "time", "adverb")))
    men, women = words["man"] | words["man-name"], words["woman"] | words["woman-name"]
    speakers = words["person"] | words["institution"] | men | women
    bound = words["subordinator"] | words["auxiliary"]
    return Listed(men, women, words["institution"], words["person"], idle, words["preposition"], bound, speakers)


@lru_cache(maxsize=50_000)
def class_of(source: str) -> str:
    """Say what can stand for a source; a surname alone is unknown, and so is what reads as more than a name.

    >>> [class_of(source) for source in ("Mrs Vale", "Ana Vale", "residents", "the harbour ministry", "two mayors", "Vale", "a colonel")]
    ['woman', 'woman', 'many', 'thing', 'many', 'unknown', 'person']
    """
    listed = list_words()
    words = WORD.findall(source.split(",", 1)[0])
    low = [word.lower().replace("’", "'").removesuffix("'s").rstrip(".") for word in words]
    if not words or len(words) > MOST_WORDS or not listed.bound.isdisjoint(low):
        return UNKNOWN
    head = next((at for at, word in enumerate(low) if at and word in listed.places), len(low))
    low, words = low[:head], words[:head]
    apposed = [word.strip(".").lower() for word in WORD.findall(source)[len(words) :]][:6]
    is_name = words[-1][0].isupper()
    is_plural = (low[-1].endswith("s") and not low[-1].endswith("ss") and (not is_name or (len(low) == 1 and low[-1][:-1] in listed.persons))) or (
        low[-1] in ("people", "police", "men", "women")
    )
    tests = (
        (MANY, "and" in low or is_plural),
        (WOMAN, any(word in listed.women for word in low)),
        (MAN, any(word in listed.men for word in low)),
        (THING, any(word in listed.things for word in low) or (is_name and words[-1].isupper() and len(words[-1]) > 1)),
        (PERSON, any(word in listed.persons for word in low) or (len(words) == 1 and not listed.persons.isdisjoint(apposed))),
        (PERSON, len([word for word in words if word[0].isupper()]) > 1 and low[0] not in ("the", "a", "an")),
    )
    return next((kind for kind, holds in tests if holds), UNKNOWN)


def can_speak(opening: str) -> bool:
    """Tell whether what stands before a headline's colon can be a source: it holds no small words, or its head is a listed person or body.

    Several words in capitals alone are a headline's cry (NIGHT OF FIRE), one may be a name (NATO).

    >>> [can_speak(opening) for opening in ("Mayor", "Harbour master", "Holst", "The council", "Head of the union")]
    [True, True, True, True, True]
    >>> [can_speak(opening) for opening in ("A bridge too narrow", "Night of fire", "NIGHT BLAZE", "What the mayor took home")]
    [False, False, False, False]
    """
    listed, words = list_words(), [word.lower().rstrip(".") for word in WORD.findall(opening)]
    if not words or (len(words) > 1 and opening.isupper()):
        return False
    if listed.idle.isdisjoint(words):
        return True
    head = next((at for at, word in enumerate(words) if at and word in listed.places), len(words))
    opens = words[0] in ("the", "a", "an") or words[0] not in listed.idle
    return opens and any(word in listed.speakers or word.removesuffix("s") in listed.speakers for word in words[:head])


def fits(pronoun: str, named: str) -> bool:
    """Tell whether a pronoun's class can stand for a source's class.

    >>> fits("man", "person"), fits("man", "woman"), fits("thing", "person")
    (True, False, False)
    """
    if pronoun in (MAN, WOMAN):
        return named in (pronoun, PERSON)
    return named in (MANY, THING) if pronoun == MANY else named == pronoun
