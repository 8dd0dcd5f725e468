"""Whether a verb stands as active, passive with or without a doer, or only as an adjective: by the words around it."""

import re
from enum import Enum, auto
from typing import Final

WINDOW: Final = 48
NEAR_BY: Final = 60
ADVERBS: Final = r"(?:\s+(?:[a-z]+ly|not|also|since|then|all|both|first|once|twice|never|even|still|just|already|recently|later|again|often))*"
BE: Final = re.compile(rf"(?:\b(?:is|are|was|were|be|been|being|gets?|got|getting)|[a-z][’']re|\b(?:he|she|it|who)[’']s){ADVERBS}\s+$", re.IGNORECASE)
HAVE: Final = re.compile(rf"(?:\b(?:has|have|had|having)|[a-z][’']ve){ADVERBS}\s+$", re.IGNORECASE)
DETERMINER: Final = re.compile(r"\b(?:the|a|an|its|their|his|her|our|my|this|these|those|some|any|every|of|[a-z]+ly)\s+$", re.IGNORECASE)
BY: Final = re.compile(r"^(?:(?![.;:()]).){0,60}?\bby\s+(?!(?:the end|then|now|\d|mid|late|early|next|last|far|[a-z]+ing\b|means|way|virtue|"
                       r"monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|"
                       r"october|november|december))", re.IGNORECASE)  # fmt: skip
ANOTHER_VERB: Final = re.compile(r"\b(?:and|but|which|who|that|when|while|after|before|to)\b")


class Clause(Enum):
    """How a verb stands."""

    ACTIVE = auto()
    PASSIVE = auto()
    AGENTLESS = auto()
    ADJECTIVE = auto()


def read_clause(text: str, sentence_start: int, start: int, end: int, sentence_end: int, forms: tuple[str, ...]) -> Clause:
    """Tell how a verb stands.

    A past form behind a form of "be" is passive; so is one followed at once by "by" (bases hit by rockets). A past form behind an article
    and before a small word is an adjective (the wounded soldiers).
    """
    word = text[start:end].lower()
    before = text[max(start - WINDOW, sentence_start) : start]
    after = text[end : min(end + NEAR_BY, sentence_end)]
    participle = is_participle(word, forms)
    by = bool(participle and (found := BY.match(after)) and not ANOTHER_VERB.search(found[0]))
    if participle and BE.search(before):
        return Clause.PASSIVE if by else Clause.AGENTLESS
    if participle and after.startswith(" by ") and by and not HAVE.search(before):
        return Clause.PASSIVE
    if participle and DETERMINER.search(before) and re.match(r"\s+[a-z]", after):
        return Clause.ADJECTIVE
    if word.split()[0].endswith("ing") and (DETERMINER.search(before) or not BE.search(before)):
        return Clause.ADJECTIVE if DETERMINER.search(before) else Clause.ACTIVE
    return Clause.ACTIVE


def is_participle(word: str, forms: tuple[str, ...]) -> bool:
    """Tell whether a form can be a past participle: the last of the forms that do not end in -ing, or the base where past and base are one (hit)."""
    past = [form for form in forms[1:] if not form.split()[0].endswith("ing")][1:]
    return word in past[-2:] or (not past and word == forms[0])


NOMINAL_BEFORE: Final = re.compile(
    r"(?:\b(?:the|a|an|its|their|his|her|this|that|these|those|any|no|more|of|in|for|on|after|during|military|financial|drone|missile|rocket|air|"
    r"suicide|terrorist|terror|armed|public|logistical|such|several|recent|new|further|continued|border|increased|first|[a-z]+(?:al|ive|ous)|\d+)|[’']s|s[’'])"
    r"\s+$", re.IGNORECASE)  # fmt: skip
NOMINAL_AFTER: Final = re.compile(
    r"\s+(?:of|on|against|for|from|was|were|is|has|have|that|which|over|with|between|to (?=[A-Z]))\b"
    r"|(?<=s)[,.;]|(?<=s) (?:in|by)\b"
)
PAST: Final = ("ed", "ught", "wn", "en")


def is_nominal(text: str, start: int, end: int) -> bool:
    """Tell whether a word that may be verb or noun is a noun by its neighbours; past forms are not.

    >>> is_nominal("the visit to Rome", 4, 9), is_nominal("they visit Rome", 5, 10)
    (True, False)
    """
    word = text[start:end]
    if word.endswith(PAST):
        return False
    before = text[max(start - 24, 0) : start]
    if before.endswith((" to ", " will ", " would ", " can ", " could ", " may ", " might ", " must ", " not ")):
        return False
    if word.endswith("ing") and before.endswith((" of ", " in ", " for ", " on ", " after ")):
        return False
    return bool(NOMINAL_BEFORE.search(before) or NOMINAL_AFTER.match(text, end))
