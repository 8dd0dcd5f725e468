"""What can stand for a source: he, she, it or they, by titles, first names, number and capitals."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from framing.shipped import find_shipped
from framing.topics.name_words import read_name_words
from framing.topics.word_classes import list_word_classes

MAN, WOMAN, THING, MANY, PERSON, SURNAME, NOUN, UNKNOWN = "man", "woman", "thing", "many", "person", "surname", "noun", "unknown"
"""`SURNAME` is a name of one word, `NOUN` a noun that is not listed (the coalition): each can be a person or a body."""
WORD: Final = re.compile(r"[^\W\d_][\w’'.-]*[\w]|\w")
MOST_WORDS: Final = 14
ARTICLE: Final = re.compile(r"^(?:al|el|an|as|ash)-(?=[A-Z])", re.IGNORECASE)


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
    relatives: frozenset[str]
    states: frozenset[str]
    no_persons: frozenset[str]


@lru_cache(maxsize=1)
def list_words() -> Listed:
    """Return the words, once."""
    words = {name: frozenset(listed) for name, listed in list_word_classes().items()}
    idle = frozenset().union(*(words[name] for name in ("pronoun", "determiner", "subordinator", "preposition", "conjunction", "time", "adverb")))
    men, women = words["man"] | words["man-name"], words["woman"] | words["woman-name"]
    speakers = words["person"] | words["institution"] | men | women
    bound = words["subordinator"] | words["auxiliary"]
    names = read_name_words([find_shipped("lexicons")])
    states = frozenset(names.nations) | frozenset(names.seats)
    others = (names.of(kind) for kind in ("organisation", "thing", "calendar", "plain", "state-noun", "tail", "people-noun"))
    return Listed(
        men, women, words["institution"], words["person"], idle, words["preposition"], bound, speakers, frozenset(words["relative"]),
        states, states.union(names.adjectives, names.peoples, *others),
    )  # fmt: skip


@lru_cache(maxsize=50_000)
def class_of(source: str) -> str:
    """Say what can stand for a source; what reads as more than a name is unknown.

    >>> [class_of(source) for source in ("Mrs Vale", "Ana Vale", "residents", "the harbour ministry", "two mayors", "Vale", "a colonel")]
    ['woman', 'woman', 'many', 'thing', 'many', 'surname', 'person']
    >>> [class_of(source) for source in ("Iran", "Tariq al-Vale", "the fleet", "experts who spoke to the paper")]
    ['thing', 'person', 'noun', 'many']
    """
    listed = list_words()
    words = [ARTICLE.sub("", word) for word in WORD.findall(source.split(",", 1)[0])]
    clause = next((at for at, word in enumerate(words) if at and word.lower() in listed.relatives), len(words))
    words = words[:clause]
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
    given = low[:-1] if is_name and len(low) > 1 else low
    tests = (
        (MANY, "and" in low or is_plural),
        (WOMAN, any(word in listed.women for word in given)),
        (MAN, any(word in listed.men for word in given)),
        (THING, is_state(low) or place_last(low, listed.things) > place_last(low, listed.persons)),
        (THING, is_name and words[-1].isupper() and len(words[-1]) > 1),
        (PERSON, any(word in listed.persons for word in low) or (len(words) == 1 and not listed.persons.isdisjoint(apposed))),
        (PERSON, len([word for word in words if word[0].isupper()]) > 1 and low[0] not in ("the", "a", "an")),
        (SURNAME, len(words) == 1 and is_name),
        (NOUN, low[0] in ("the", "a", "an") and len(words) > 1 and not any(word[0].isupper() for word in words[1:])),
    )
    return next((kind for kind, holds in tests if holds), UNKNOWN)


def place_last(words: list[str], listed: frozenset[str]) -> int:
    """Return the place of the last word that is listed, -1 where none is: an army officer is a person, an officers' club a thing."""
    return max((at for at, word in enumerate(words) if word in listed), default=-1)


def is_state(low: list[str]) -> bool:
    """Tell whether words, in small letters, are the name of a nation or its capital."""
    return " ".join(low[1:] if low[0] == "the" else low) in list_words().states


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
        return named in (pronoun, PERSON, SURNAME)
    return named in (MANY, THING) if pronoun == MANY else named in (THING, NOUN)
