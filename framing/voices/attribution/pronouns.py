"""Which attribution names the source a pronoun stands for."""

import re
from typing import Final

import numpy as np

from framing.text.cleaning import Batch
from framing.text.offsets import Offsets
from framing.voices.attribution.drafts import Drafts

MAN, WOMAN, THING, MANY, PERSON, ANY = "man", "woman", "thing", "many", "person", "any"
PRONOUNS: Final = {
    "he": MAN, "his": MAN, "she": WOMAN, "her": WOMAN, "it": THING, "its": THING, "they": MANY, "their": MANY,
}  # fmt: skip
OTHERS: Final = (
    "i we you who which that some many others most both all none one another few several my our your this these those what"
)
"""Words that stand for nobody named before, or for whom cannot be told."""
MEN: Final = re.compile(r"\b(?:Mr|Sir|Lord|King|Prince|chairman|spokesman|congressman|businessman|father|brother|son|husband)\b")
WOMEN: Final = re.compile(r"\b(?:Mrs|Ms|Miss|Lady|Queen|Princess|chairwoman|spokeswoman|congresswoman|mother|sister|wife|actress)\b")
THINGS: Final = re.compile(
    r"\b(?:ministry|government|statement|report|company|agency|group|party|campaign|study|poll|court|council|committee|department|office|newspaper|"
    r"organi[sz]ation|union|university|embassy|army|military|parliament|commission|administration|paper|document|letter|article|survey|bank|team)\b",
    re.IGNORECASE,
)
PERSONS: Final = re.compile(
    r"\b(?:official|minister|president|ambassador|expert|analyst|secretary|commander|general|officer|leader|senator|representative|member|man|woman|"
    r"mayor|governor|candidate|nominee|director|professor|author|reporter|journalist|lawyer|attorney|judge|aide|adviser|advisor|diplomat|strategist|"
    r"source|critic|supporter|voter|resident|witness|activist|executive|founder|editor|doctor|teacher|soldier|student|\w+(?:man|woman|person))(s?)\b",
    re.IGNORECASE,
)
ONE: Final = re.compile(r"(?:a|an|the|this|that|his|her|its|their|one)\s", re.IGNORECASE)
PLURAL_NAME: Final = re.compile(r"\band\b|^(?:The|Some|Many|Most|Both|Several|Other)\b.*s$")
NAMES: Final = re.compile(r"[A-Z]\w+ [A-Z]")
DEICTIC: Final = re.compile(r"(?:this|that|such)\s", re.IGNORECASE)
SEVERAL: Final = re.compile(r"(?:\band\b|(?<!s)s$|^(?:both|some|many|most|several|two|three|other|these|those)\b|^people$|\bpolice$)", re.IGNORECASE)


def class_of(source: str) -> str:
    """Say what can stand for a source, by titles, number and capitals only.

    >>> class_of("Mrs Vale"), class_of("Ana Vale"), class_of("residents"), class_of("the harbour ministry")
    ('woman', 'person', 'many', 'thing')
    """
    head = source.split(",", 1)[0].strip()
    plural = (SEVERAL.search(head) and not head[:1].isupper()) or PLURAL_NAME.search(head) or (head[:1].islower() and head.endswith("s"))
    person = PERSONS.search(head)
    tests = (
        (WOMAN, WOMEN.search(source)),
        (MAN, MEN.search(source)),
        (MANY, plural and not ONE.match(head)),
        (MANY, person and person[1] and not NAMES.search(head)),
        (PERSON, person),
        (THING, THINGS.search(head) or DEICTIC.match(head)),
        (MANY, plural),
        (ANY, ONE.match(head)),
    )
    return next((kind for kind, right in tests if right), PERSON if head[:1].isupper() else ANY)


def fits(pronoun: str, named: str) -> bool:
    """Tell whether a pronoun's class can stand for a source's class.

    >>> fits("man", "person"), fits("man", "woman"), fits("thing", "person")
    (True, False, False)
    """
    if pronoun in (MAN, WOMAN):
        return named in (pronoun, PERSON)
    return named in (pronoun, THING) if pronoun == MANY else named in (THING, ANY)


def resolve_pronouns(batch: Batch, drafts: Drafts, article: Offsets) -> Offsets:
    """Return, for each draft, the earlier one that names its source: for a pronoun the last fitting one of its article, for a quotation
    without cue the one it goes on from; itself where it names its source, -1 where none does.
    """
    found = np.full(len(drafts), -1, np.int64)
    others = frozenset(OTHERS.split())
    named: list[tuple[int, str]] = []
    known: dict[str, str] = {MAN: MAN, WOMAN: WOMAN}
    now = -1
    rows = zip(article.tolist(), drafts.source_starts.tolist(), drafts.source_ends.tolist(), drafts.continues.tolist(), strict=True)
    for at, (own, start, end, continues) in enumerate(rows):
        if own != now:
            named, now = [], own
        if continues >= 0:
            found[at] = found[continues]
            continue
        if start < 0:
            continue
        source = batch.text[start:end]
        word = source.lower()
        if word in others:
            continue
        wanted = PRONOUNS.get(word)
        if wanted is None:
            found[at] = at
            named.append((at, source))
            continue
        found[at] = find_last(named, wanted, known)
        if found[at] >= 0 and wanted in (MAN, WOMAN):
            named.append((int(found[at]), wanted))
    return found


def find_last(named: list[tuple[int, str]], wanted: str, known: dict[str, str]) -> int:
    """Return the attribution whose source is the last that fits a pronoun, -1 where none does; `known` keeps the classes of sources met before."""
    for place, source in reversed(named):
        if source not in known:
            known[source] = class_of(source)
        if fits(wanted, known[source]):
            return place
    return -1
