"""The patterns by which doers and done-tos are found, made of the closed classes of words."""

import re
from dataclasses import dataclass
from functools import lru_cache

from framing.topics.word_classes import list_word_classes

QUOTED = "\"“”„«»"
BREAKS = f"{QUOTED};:()"


@dataclass(frozen=True)
class Ending:
    """A pattern of what a text ends in: one of some words or signs, or an adverb behind one; `last` holds what the last word can end in."""

    pattern: re.Pattern[str]
    words: frozenset[str]
    adverbs: frozenset[str]
    last: tuple[str, ...]

    def fits(self, text: str, last: str) -> bool:
        """Tell whether a text ends so, given its last word in small letters: mostly that word tells, and the text is searched only where not."""
        if last.isalpha():
            if last in self.words:
                return True
            may_fit = last.endswith("ly") or last in self.adverbs
        else:
            may_fit = not last or last.endswith(self.last)
        return may_fit and self.pattern.search(text) is not None


def find_last_word(text: str) -> str:
    """Return the last word of a text in small letters, with the signs around it.

    >>> find_last_word("who Have "), find_last_word("the men, ")
    ('have', 'men,')
    """
    return text.rstrip().rpartition(" ")[2].lower()


@dataclass(frozen=True)
class Phrases:
    """Patterns over the words before, between and behind names and verbs; those `before` end where the text ends.

    `subject` fits what may stand between a doer and its verb, `object_` what may stand between a verb and its done-to, `head` what follows a name
    that is no mere attribute of the next word.
    """

    subject: re.Pattern[str]
    joined: re.Pattern[str]
    object_: re.Pattern[str]
    head: re.Pattern[str]
    owned: re.Pattern[str]
    before_preposition: re.Pattern[str]
    makes_do: re.Pattern[str]
    to_verb: re.Pattern[str]
    no_object: re.Pattern[str]
    object_start: re.Pattern[str]
    other_sense: re.Pattern[str]
    by: re.Pattern[str]
    act: re.Pattern[str]


@dataclass(frozen=True)
class Endings:
    """What the words right before a verb can end in."""

    before_is: Ending
    before_has: Ending
    before_determiner: Ending
    before_verb: Ending
    before_ing: Ending


def any_of(*names: str, but: str = "") -> str:
    """Return an alternative of the words of some classes, without some."""
    classes = list_word_classes()
    words = {word for name in names for word in classes[name]} - set(but.split())
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


def find_adverb() -> str:
    """Return the pattern of an adverb."""
    return rf"(?:[a-z]+ly|{any_of('helper-adverb')})"


def make_gaps() -> dict[str, re.Pattern[str]]:
    """Compile what stands between names and verbs."""
    adverb = find_adverb()
    helper = rf"(?:{any_of('helper')}|[a-z]+n[’']t)"
    chain = rf"(?:\s+(?:{adverb}|(?:{helper}|{any_of('intends')})(?:\s+to(?=\s))?))*"
    preposition = any_of("preposition", but="after before since until following like to")
    stops = any_of("conjunction", "relative", "subordinator", "auxiliary", "marked-past", "tell", "determiner", "object", "to")
    place = rf"(?:\s+(?:{preposition})(?:\s+(?:{any_of('determiner')}))?(?:\s+(?!(?:{stops})\b)[\w’'.$%-]+){{1,3}}?)"
    arm = rf"(?:\s+(?:{any_of('arm-of')})\b)"
    aside = rf"(?:\s*\([^()]{{1,60}}\)|,[^,{BREAKS}]{{1,70}},)"
    suffixed = r"[a-z-]+(?:al|ive|ous|ful|ic|ed|ent|ant|ern|ish|ese)"
    described = any_of("determiner", "counted", "person", "arm-of", "act-of", "describing")
    describing = rf"(?:(?:{described}|{suffixed}|\d[\d,.]*)\s+){{0,5}}"
    return {
        "subject": re.compile(rf"{arm}{{0,2}}{place}{{0,2}}{aside}?(?:,?\s+(?:who|which|that))?(?:[’'](?:ve|re|ll|d))?{chain}\s+"),
        "joined": re.compile(
            rf"(?:(?!\b(?:{any_of('subordinator', 'relative')}|said|says)\b)[^{BREAKS}])*?(?:,|,?\s(?:and|or|but))(?:\s+then)?{chain}\s+"
        ),
        "object_": re.compile(rf"\s+(?:(?:{any_of('counted')})\s+of\s+)?{describing}"),
    }  # fmt: skip


def make_signs_before() -> dict[str, re.Pattern[str]]:
    """Compile what stands right before names."""
    preposition = any_of("preposition", but="after before since until following like to")
    return {
        "before_preposition": re.compile(
            rf"\b(?i:{preposition}|to|than)(?:\s+(?:{any_of('determiner')}))?(?:\s+[a-z-]+)?\s+$"),
        "makes_do": re.compile(rf"\b(?:{any_of('makes-do')})(?:\s+(?:{any_of('determiner')}))?(?:\s+[a-z-]+){{0,2}}\s+$", re.IGNORECASE),
    }  # fmt: skip


@lru_cache(maxsize=1)
def list_endings() -> Endings:
    """Compile what stands right before verbs, once."""
    adverb = find_adverb()
    is_, has, intends = any_of("passive-helper"), any_of("have"), any_of("intends")
    determiner, joining = any_of("determiner", but="that"), f"{any_of('preposition')}|and|or|while|when"
    verbal = "to|will|would|can|could|may|might|must|shall|should|do|does|did|not|never|i|he|she|it|we|you|they|who|which"
    return Endings(
        before_is=make_ending(
            rf"(?:\b(?:{is_})|[a-z][’']re|\b(?:he|she|it|who)[’']s)(?:\s+{adverb})*\s+$", is_, "’re|'re|’s|'s"),
        before_has=make_ending(rf"(?:\b(?:{has})|[a-z][’']ve)(?:\s+{adverb})*\s+$", has, "’ve|'ve"),
        before_determiner=make_ending(
            rf"(?:\b(?:{determiner}|of)|[’']s|s[’'])(?:\s+[a-z]+ly)?\s+$", f"{determiner}|of", "’s|'s|s’|s'"),
        before_verb=make_ending(rf"(?:\b(?:{verbal})|n[’']t)(?:\s+{adverb})*\s+$", verbal, "n’t|n't"),
        before_ing=make_ending(
            rf"(?:(?:^|[,(]|\b(?:{joining}))\s*(?:{adverb}\s+)?|\b(?:{intends})\s+)$", f"{joining}|{intends}", ",|("),
    )  # fmt: skip


def make_ending(pattern: str, words: str, signs: str) -> Ending:
    """Compile a pattern of what a text ends in, in small letters or capitals, with the words and signs it can end in but for adverbs."""
    known, adverbs = words.split("|"), list_word_classes()["helper-adverb"]
    return Ending(re.compile(pattern, re.IGNORECASE), frozenset(known), frozenset(adverbs), (*known, *signs.split("|"), "ly", *adverbs))


def make_signs_behind() -> dict[str, re.Pattern[str]]:
    """Compile what stands right behind names and verbs."""
    adverb = find_adverb()
    arm = rf"(?:\s+(?:{any_of('arm-of')})\b)"
    no_object = any_of("preposition", "time", "subordinator", "auxiliary", "to", but="that")
    follows = any_of("preposition", "conjunction", "relative", "subordinator", "auxiliary", "time", "helper", "arm-of", "helper-adverb", "to")
    return {
        "to_verb": re.compile(rf"{arm}{{0,2}}\s+(?:not\s+)?to(?:\s+{adverb})?\s+"),
        "no_object": re.compile(rf"$|\s*[.,;:!?)(\]{QUOTED}—–-]|\s+(?:{no_object}|and|or|but|[a-z]+ly)\b", re.IGNORECASE),
        "object_start": re.compile(rf"\s+(?:(?:{any_of('determiner', 'object', 'possessive')})\b|[A-Z0-9$])"),
        "other_sense": re.compile(rf"\s+(?:{any_of('particle')}|that)\b"),
        "by": re.compile(r"(?:\s+and\s+[a-z]+)?(?:(?!\b(?:and|but|which|who|that|when|while|after|before)\b"
                      r"|\bto\s+(?!(?:the|a|an|his|her|their|its)\b|(?-i:[A-Z])))[^.;:()]){0,60}?\bby\s+"
                      r"(?!(?:the end|then(?!-)|now|\d|mid|late|early|next|last|far|[a-z]+ing\b|means|way|virtue|"
                      r"monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|"
                      r"october|november|december)\b)", re.IGNORECASE),
        "act": re.compile(rf"\s+(?:(?:{any_of('act-of')}|[a-z]+(?:al|ive|ous))\s+){{0,2}}"),
        "head": re.compile(rf"$|[,.;:!?)(\]{QUOTED}—–]|\s+(?:(?:{follows}|[a-z]+ly|[a-z]+ed)\b|[^a-z\s])"),
        "owned": re.compile(rf"[’']s?\s+(?:(?:{any_of('act-of')})\s+)?(?:{any_of('arm-of')})\b"),
    }  # fmt: skip


@lru_cache(maxsize=1)
def list_phrases() -> Phrases:
    """Compile the patterns, once."""
    return Phrases(**make_gaps(), **make_signs_before(), **make_signs_behind())
