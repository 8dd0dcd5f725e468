"""Whether a verb stands as active, passive with or without a doer, or is no verb for sure: by the words around it."""

from collections.abc import Callable
from enum import Enum, auto
from functools import lru_cache
from typing import Final, NamedTuple

from framing.topics.action import Action
from framing.voices.actors.phrases import find_last_word, list_endings, list_phrases

WINDOW: Final = 36
NEAR_BY: Final = 80


class Clause(Enum):
    """How a verb stands; `BARE` is an -ing form or infinitive of which only the object can be told."""

    ACTIVE = auto()
    BARE = auto()
    PASSIVE = auto()
    AGENTLESS = auto()
    UNSURE = auto()


class Spot(NamedTuple):
    """A verb in its sentence: the words right before and behind it, and what finds the name that stands as its subject ("" for none)."""

    word: str
    before: str
    last: str
    after: str
    find_name: Callable[[], str]


def look_around(text: str, sentence: tuple[int, int], place: tuple[int, int], find_name: Callable[[], str]) -> Spot:
    """Return a verb's spot; the name that stands as its subject is looked for only where the words around do not tell how the verb stands."""
    start, end = place
    before, after = text[max(start - WINDOW, sentence[0]) : start], text[end : min(end + NEAR_BY, sentence[1])]
    return Spot(text[start:end].lower().split()[0], before, find_last_word(before), after, find_name)


def read_clause(spot: Spot, action: Action) -> Clause:
    """Tell how a verb stands; `UNSURE` where it may be a noun, an adjective or a participle, for a row dropped is better than a wrong one.

    A past form behind a form of "be" is passive; so is one followed at once by "by" (bases hit by rockets). A past form that may be a participle
    needs an object behind it (troops deployed in the north is unsure), a base or -s form a word before that only stands before verbs.
    """
    phrases = list_phrases()
    if phrases.other_sense.match(spot.after) and " " not in action.base:
        return Clause.UNSURE
    if spot.word.endswith("ing") and spot.word != action.base:
        return read_ing(spot)
    found = read_participle(spot) if is_participle(spot.word, action.forms) else None
    if found is not None:
        return found
    if spot.word in (action.base.split()[0], *action.forms[1:2]):
        is_sure = is_finite(spot, action)
    else:
        is_sure = action.is_alone or not is_participle(spot.word, action.forms) or not phrases.no_object.match(spot.after)
    return Clause.ACTIVE if is_sure else Clause.UNSURE


def read_participle(spot: Spot) -> Clause | None:
    """Tell how a form stands that may be a participle, by the helping verb or article before it and "by" behind; None where neither tells."""
    phrases, endings = list_phrases(), list_endings()
    by, is_have = bool(phrases.by.match(spot.after)), endings.before_has.fits(spot.before, spot.last)
    if endings.before_is.fits(spot.before, spot.last):
        return Clause.PASSIVE if by else Clause.AGENTLESS
    if by and spot.after.startswith((" by ", " and ")) and not is_have:
        return Clause.PASSIVE
    if is_have:
        return Clause.ACTIVE
    return Clause.UNSURE if endings.before_determiner.fits(spot.before, spot.last) else None


def read_ing(spot: Spot) -> Clause:
    """Tell how an -ing form stands: active behind a form of be, bare where an object follows it."""
    phrases, endings = list_phrases(), list_endings()
    if endings.before_is.fits(spot.before, spot.last):
        return Clause.ACTIVE
    if endings.before_determiner.fits(spot.before, spot.last) or phrases.no_object.match(spot.after):
        return Clause.UNSURE
    return Clause.BARE if endings.before_ing.fits(spot.before, spot.last) else Clause.UNSURE


def is_finite(spot: Spot, action: Action) -> bool:
    """Tell whether a base or -s form is surely a verb: behind "to", a helping verb or a pronoun, or between its subject and an object.

    Behind "to" an -s form is a noun (an end to attacks); behind a name the number must agree (guards attack, a guard attacks).
    """
    phrases, endings = list_phrases(), list_endings()
    if endings.before_determiner.fits(spot.before, spot.last):
        return False
    is_base = spot.word == action.base.split()[0]
    if endings.before_verb.fits(spot.before, spot.last):
        return is_base or not spot.before.lower().endswith(" to ")
    if (not action.is_alone or action.nouns) and not phrases.object_start.match(spot.after):
        return False
    loose = spot.before.endswith((" and ", " or ", "s ")) and is_base and not action.nouns
    return loose or fits_subject(spot.find_name(), is_base=is_base)


def fits_subject(name: str, *, is_base: bool) -> bool:
    """Tell whether a name can be the subject of a base form (it must be one of several) or of an -s form."""
    return bool(name) and (not is_base or name.lower().endswith(("s", "people", "police", "men", "women")))


@lru_cache(maxsize=10_000)
def is_participle(word: str, forms: tuple[str, ...]) -> bool:
    """Tell whether a form can be a past participle: the last of the forms that do not end in -ing, or the base where past and base are one (hit)."""
    past = [first for form in forms[1:] if not (first := form.split()[0]).endswith("ing")][1:]
    return word in past[-2:] or (not past and word == forms[0].split()[0])
