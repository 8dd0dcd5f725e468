"""Names gathered by their words: how often and in which articles each stands, with which titles, and how it is written most often."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from framing.text.cleaning import Batch
from framing.text.letters import BLANK, LOWER
from framing.text.offsets import Offsets
from framing.text.tables import make_table
from framing.text.words import number_words
from framing.topics.word_classes import list_word_classes
from framing.voices.actors.names import ADJECTIVE, NONE, PERSON, ROLE, SINGLE, Name, Names

ROW: Final = (", ", " or ", " and ", ", and ")
INSIDE: Final = -2
"""In place of a listed actor's number: the name lies inside a longer listed name."""
NO_TYPE: Final = (ADJECTIVE, ROLE, NONE)


@dataclass(slots=True)
class NameType:
    """A name as folded words.

    `kind` and `best` say what kind it has and how it is written most often, in doubt the first by alphabet; `articles` counts its mentions by
    article, `first` says where the first stands, `ranks` the words of titles borne there; `n_sure` counts the mentions whose capital is no
    mere beginning's. A name that stands only inside listed ones has no kind.
    """

    words: tuple[str, ...]
    kind: str = NONE
    best: str = ""
    has_title: bool = False
    articles: dict[int, int] = field(default_factory=dict)
    first: dict[int, int] = field(default_factory=dict)
    ranks: dict[int, set[str]] = field(default_factory=dict)
    n_sure: int = 0
    n_at_place: int = 0
    listed: int = -1

    @property
    def n(self) -> int:
        """How often the name stands in the batch."""
        return sum(self.articles.values())


def gather_types(batch: Batch, names: Names, listed: Offsets) -> tuple[list[NameType], Offsets]:
    """Return the types of a batch's names, and which type each name is of (-1: adjectives and roles).

    `listed` holds the listed actor of each name, -1 for none.
    """
    numbers: dict[tuple[str, ...], int] = {}
    of_form = np.array([-1 if form.kind in NO_TYPE else numbers.setdefault(form.words, len(numbers)) for form in names.forms], np.int64)
    types = [NameType(words) for words in numbers]
    of_name = np.where(listed == INSIDE, -1, of_form[names.form]) if len(names.form) else names.form
    chosen = np.flatnonzero(of_name >= 0)
    count_forms(names, chosen, types, of_form)
    count_articles(batch, names, chosen, types, of_name)
    at_place = find_at_place(batch, names, chosen)
    n_sure, n_at_place = (np.bincount(of_name[chosen], mask, len(types)).astype(int).tolist() for mask in (~names.is_doubtful[chosen], at_place))
    most_listed = np.full(len(types), -1, np.int64)
    np.maximum.at(most_listed, of_name[chosen], listed[chosen])
    for one, *figures in zip(types, n_sure, n_at_place, most_listed.tolist(), strict=True):
        one.n_sure, one.n_at_place, one.listed = figures
    return types, of_name


def count_forms(names: Names, chosen: Offsets, types: list[NameType], of_form: Offsets) -> None:
    """Tell the kind, spelling and titles of types by the forms that are of them."""
    counts = np.bincount(names.form[chosen], minlength=len(names.forms))
    forms_of: dict[int, list[tuple[Name, int]]] = {}
    for form, number, n in zip(names.forms, of_form.tolist(), counts.tolist(), strict=True):
        if n:
            forms_of.setdefault(number, []).append((form, n))
    for number, forms in forms_of.items():
        one = types[number]
        one.kind = choose_commonest([(form.kind, n) for form, n in forms])
        one.best = choose_commonest([(form.written, n) for form, n in forms])
        one.has_title = any(form.title for form, _ in forms)


def choose_commonest(counts: list[tuple[str, int]]) -> str:
    """Return what stands most often, in doubt the first by alphabet.

    >>> choose_commonest([("thing", 1), ("person", 1), ("organisation", 2), ("person", 1)])
    'organisation'
    """
    if len(counts) == 1:
        return counts[0][0]
    total: dict[str, int] = {}
    for value, n in counts:
        total[value] = total.get(value, 0) + n
    return min(total, key=lambda value: (-total[value], value))


def count_articles(batch: Batch, names: Names, chosen: Offsets, types: list[NameType], of_name: Offsets) -> None:
    """Count the mentions of types by article, with the first of each and the titles borne there."""
    size = len(batch.articles)
    article = batch.article_of(names.starts[chosen])
    pairs, first, counts = np.unique(of_name[chosen] * size + article, return_index=True, return_counts=True)
    for pair, start, n in zip(pairs.tolist(), names.starts[chosen[first]].tolist(), counts.tolist(), strict=True):
        one, own = types[pair // size], pair % size
        one.articles[own], one.first[own] = n, start
    has_title = np.array([form.title != () for form in names.forms], np.bool_)[names.form[chosen]]
    titled = chosen[has_title]
    for number, own, form in zip(of_name[titled].tolist(), article[has_title].tolist(), names.form[titled].tolist(), strict=True):
        types[number].ranks.setdefault(own, set()).update(names.forms[form].title)


def find_at_place(batch: Batch, names: Names, chosen: Offsets) -> NDArray[np.bool_]:
    """Tell which names stand as a place does: behind "in" or "near", before "province", or in a row behind another place; none with a title."""
    starts, ends = names.starts[chosen], names.ends[chosen]
    runs, last = batch.runs, len(batch.runs.starts) - 1
    if not len(chosen) or last < 1:
        return np.zeros(len(chosen), np.bool_)
    before = np.maximum(np.searchsorted(runs.starts, starts) - 1, 1)
    after = np.minimum(np.searchsorted(runs.starts, ends), last)
    near = (starts - runs.ends[before] == 1) & (batch.kinds[starts - 1] == BLANK)
    found = near & is_word(batch, before, "at-place")
    found |= near & (batch.run_numbers[before] == number_words([b"of"])[0]) & is_word(batch, before - 1, "part-of-place")
    found |= (runs.starts[after] - ends == 1) & (batch.kinds[ends] == BLANK) & is_word(batch, after, "place-noun")
    bare = np.array([form.title == () for form in names.forms], np.bool_)[names.form[chosen]]
    found &= bare
    gap = starts[1:] - ends[:-1]
    for at in (np.flatnonzero(bare[1:] & (gap >= len(ROW[0])) & (gap <= len(ROW[-1]))) + 1).tolist():
        found[at] |= found[at - 1] and batch.text[ends[at - 1] : starts[at]] in ROW
    return np.asarray(found)


def is_word(batch: Batch, runs: Offsets, name: str) -> NDArray[np.bool_]:
    """Tell which runs of letters are words of a class."""
    return np.isin(batch.run_numbers[runs], number_words([word.encode() for word in list_word_classes()[name]]))


def find_small_words(batch: Batch, words: list[str]) -> set[str]:
    """Return the words that also stand in small letters."""
    plain = [word for word in dict.fromkeys(words) if word.isascii() and word.isalnum()]
    table = make_table(number_words([word.encode() for word in plain]))
    seen = np.unique(table.look_up(batch.run_numbers[batch.kinds[batch.runs.starts] == LOWER]))
    return {plain[at] for at in seen[seen >= 0].tolist()}


def shorten_types(batch: Batch, types: list[NameType], of_name: Offsets) -> Offsets:
    """Take a plain word off the end of a name where the rest is a commoner name (Brook Memos: Brook); return which type each name then is of.

    A word is plain that also stands in small letters and ends no other name.
    """
    number = {one.words: at for at, one in enumerate(types)}
    last_words = Counter(one.words[-1] for one in types)
    moved = np.append(np.arange(len(types)), -1)
    small = find_small_words(batch, [one.words[-1] for one in types if one.words[:-1] in number])
    for at, one in enumerate(types):
        shorter = number.get(one.words[:-1])
        if shorter is None or one.kind != PERSON or types[shorter].kind not in (PERSON, SINGLE) or types[shorter].n <= one.n:
            continue
        if last_words[one.words[-1]] == 1 and one.words[-1] in small:
            moved[at] = shorter
            for article, n in one.articles.items():
                types[shorter].articles[article] = types[shorter].articles.get(article, 0) + n
            types[shorter].ranks = one.ranks | types[shorter].ranks
            types[shorter].first = one.first | types[shorter].first
            one.articles.clear()
    return moved[of_name] if len(types) else of_name
