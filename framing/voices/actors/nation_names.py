"""Nations and their people: names of states, their seats, adjectives alone and before a noun (American officials)."""

import re
from typing import Final

import numpy as np
from numpy.typing import NDArray

from framing.text.cleaning import Batch
from framing.text.offsets import Offsets
from framing.text.words import number_words
from framing.topics.name_words import NameWords, fold_words
from framing.voices.actors.persons import Finding
from framing.voices.actors.roster import Registry

NEXT_WORD: Final = re.compile(r" ([a-z]+)\b")
QUALIFIERS: Final = frozenset(["military", "armed", "security", "special", "state", "government", "senior", "top", "news", "police", "intelligence"])


def resolve_nation(words: tuple[str, ...], written: str, names: NameWords, registry: Registry) -> Finding | None:
    """Resolve a name that stands for a state: its own, its people's (a group of its own), its seat's."""
    joined = " ".join(words)
    if joined in names.nations:
        return registry.nation(names.nations[joined]), "nation", f"{written!r} is a name of {names.nations[joined]}"
    if joined in names.peoples:
        number = registry.number(f"people:{joined}", written, "group", "a people of general/nations.csv")
        return number, "people", f"{written!r} are people of {names.peoples[joined]}"
    if joined in names.seats:
        return registry.nation(names.seats[joined]), "seat", f"{written!r} is the seat of {names.seats[joined]}; the place may be meant"
    return None


def resolve_adjective(batch: Batch, start: int, end: int, names: NameWords, registry: Registry) -> tuple[int, Finding] | None:
    """Resolve a nation's adjective, or its name before a noun, as (end of the mention, finding).

    Before a noun of the state ("officials") the state is meant, before one of people ("troops") a group; alone it speaks of the nation.
    """
    word = fold_words(batch.text[start:end]).removeprefix("the ")
    nation = names.adjectives.get(word) or names.nations.get(word)
    if nation is None:
        return None
    stop, noun = find_noun(batch, end, names)
    if noun in names.of("state-noun"):
        return stop, (registry.nation(nation), "adjective and noun", f"{noun!r} behind {nation}'s adjective speaks of the state")
    if noun in names.of("people-noun"):
        written = " ".join(batch.text[start:stop].split())
        number = registry.number(f"group:{nation}:{noun}", written, "group", f"{nation}'s adjective before {noun!r}")
        return stop, (number, "adjective and noun", f"{noun!r} behind {nation}'s adjective")
    if word in names.nations:
        return None
    return end, (registry.nation(nation), "adjective", f"the adjective of {nation}; no name by itself")


def may_be_noun(batch: Batch, ends: Offsets, names: NameWords) -> NDArray[np.bool_]:
    """Tell behind which names a noun of the lists, or a qualifier of one, stands at once."""
    run = np.minimum(np.searchsorted(batch.runs.starts, ends), len(batch.runs.starts) - 1)
    wanted = sorted(QUALIFIERS | names.of("state-noun") | names.of("people-noun"))
    return np.asarray(np.isin(batch.run_numbers[run], number_words([word.encode() for word in wanted])) & (batch.runs.starts[run] == ends + 1))


def find_noun(batch: Batch, end: int, names: NameWords) -> tuple[int, str]:
    """Return where a noun of the lists ends that follows at once or behind one qualifier, and the noun; (end, "") where none does."""
    found, stop = "", end
    at = end
    for _ in range(3):
        if not (word := NEXT_WORD.match(batch.text, at)):
            break
        if word[1] in names.of("state-noun") or word[1] in names.of("people-noun"):
            found, stop = word[1], word.end()
        elif word[1] not in QUALIFIERS:
            break
        at = word.end()
    return stop, found
