"""Names gathered by their words: how often and in which articles each stands, with which titles, and how it is written most often."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from framing.text.cleaning import Batch
from framing.text.offsets import Offsets
from framing.voices.actors.names import ADJECTIVE, NONE, PERSON, ROLE, SINGLE, Names

AT_PLACE: Final = frozenset(["in", "at", "near", "from", "across", "outside", "inside", "around", "through", "into", "toward", "towards", "between"])
OF_PLACE: Final = frozenset(
    ["city of", "town of", "village of", "province of", "region of", "port of", "outskirts of", "east of", "north of"]
)
PLACES: Final = frozenset(
    ["province", "city", "governorate", "region", "district", "county", "airport", "airbase", "town", "village", "mountains", "border"]
)
ROW: Final = frozenset([", ", " and ", ", and ", " or "])
INSIDE: Final = -2
"""In place of a listed actor's number: the name lies inside a longer listed name."""
NO_TYPE: Final = (ADJECTIVE, ROLE, NONE)


@dataclass
class NameType:
    """A name as folded words.

    `articles` counts its mentions by article, `first` says where the first stands, `ranks` the words of titles borne there; `n_sure` counts
    the mentions whose capital is no mere beginning's.
    """

    words: tuple[str, ...]
    kinds: Counter[str] = field(default_factory=Counter)
    articles: Counter[int] = field(default_factory=Counter)
    first: dict[int, int] = field(default_factory=dict)
    written: Counter[str] = field(default_factory=Counter)
    titles: Counter[tuple[str, ...]] = field(default_factory=Counter)
    ranks: dict[int, set[str]] = field(default_factory=dict)
    n_sure: int = 0
    n_at_place: int = 0
    listed: int = -1

    @property
    def n(self) -> int:
        """How often the name stands in the batch."""
        return sum(self.articles.values())

    @property
    def kind(self) -> str:
        """The kind it has most often, in doubt the first by alphabet; none where it stands only inside listed names."""
        return min(self.kinds, key=lambda kind: (-self.kinds[kind], kind), default=NONE)

    @property
    def best(self) -> str:
        """How it is written most often."""
        return min(self.written, key=lambda written: (-self.written[written], written))


def gather_types(batch: Batch, names: Names, listed: Offsets) -> tuple[list[NameType], Offsets]:
    """Return the types of a batch's names, and which type each name is of (-1: adjectives and roles).

    `listed` holds the listed actor of each name, -1 for none.
    """
    numbers: dict[tuple[str, ...], int] = {}
    types: list[NameType] = []
    of_form = np.full(len(names.forms), -1, np.int64)
    for number, form in enumerate(names.forms):
        if form.kind not in NO_TYPE:
            of_form[number] = numbers.setdefault(form.words, len(numbers))
            if of_form[number] == len(types):
                types.append(NameType(form.words))
    of_name = np.where(listed == INSIDE, -1, of_form[names.form]) if len(names.form) else names.form
    article = batch.article_of(names.starts)
    place_end = -1
    for at in np.flatnonzero(of_name >= 0).tolist():
        form, found = names.forms[names.form[at]], types[of_name[at]]
        start, end = int(names.starts[at]), int(names.ends[at])
        found.kinds[form.kind] += 1
        found.articles[int(article[at])] += 1
        found.first.setdefault(int(article[at]), start)
        found.written[" ".join(batch.text[start + form.name_at - form.start : end].split())] += 1
        found.n_sure += not names.is_doubtful[at]
        at_place = not form.title and is_at_place(batch.text, start, end, place_end)
        place_end = end if at_place else -1
        found.n_at_place += at_place
        if form.title:
            found.titles[form.title] += 1
            found.ranks.setdefault(int(article[at]), set()).update(form.title)
        found.listed = max(found.listed, int(listed[at]))
    return types, of_name


def is_at_place(text: str, start: int, end: int, place_end: int) -> bool:
    """Tell whether a name stands as a place does: behind "in" or "near", before "province", or in a row behind another place."""
    if 0 <= place_end < start and text[place_end:start] in ROW:
        return True
    before = text[max(start - 16, 0) : start].rstrip().lower().rsplit(maxsplit=2)
    after = text[end : end + 16].split(maxsplit=1)
    return before[-1:] != [] and (before[-1] in AT_PLACE or " ".join(before[-2:]) in OF_PLACE or (after != [] and after[0].strip(".,;") in PLACES))


def shorten_types(batch: Batch, types: list[NameType], of_name: Offsets) -> Offsets:
    """Take a plain word off the end of a name where the rest is a commoner name (Brook Memos: Brook); return which type each name then is of.

    A word is plain that also stands in small letters and ends no other name.
    """
    number = {one.words: at for at, one in enumerate(types)}
    last_words = Counter(one.words[-1] for one in types)
    moved = np.append(np.arange(len(types)), -1)
    for at, one in enumerate(types):
        shorter = number.get(one.words[:-1])
        if shorter is None or one.kind != PERSON or types[shorter].kind not in (PERSON, SINGLE) or types[shorter].n <= one.n:
            continue
        if last_words[one.words[-1]] == 1 and f" {one.words[-1]} " in batch.text:
            moved[at] = shorter
            types[shorter].articles.update(one.articles)
            types[shorter].ranks = one.ranks | types[shorter].ranks
            types[shorter].first = one.first | types[shorter].first
            one.articles.clear()
    return moved[of_name] if len(types) else of_name
