"""Names gathered by their words: how often and in which articles each stands, with which titles, and how it is written most often."""

from collections import Counter
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from framing.text.cleaning import Batch
from framing.text.letters import BLANK, COMMA, LOWER
from framing.text.offsets import Offsets
from framing.text.tables import make_table
from framing.text.words import number_words
from framing.topics.word_classes import list_word_classes
from framing.voices.actors.names import ADJECTIVE, NONE, PERSON, ROLE, SINGLE, Name, Names

ROW: Final = (", ", " or ", " and ", ", and ")
INSIDE: Final = -2
"""In place of a listed actor's number: the name lies inside a longer listed name."""
Ranks = dict[int, set[str]]
"""The words of titles that a name bears in each article."""
MOST_AT_PLACE: Final = 0.5
NO_RANKS: Final[Ranks] = {}
NO_TYPE: Final = (ADJECTIVE, ROLE, NONE)


@dataclass(frozen=True)
class Places:
    """Where types stand: type `at` in the articles of `rows(at)`: `article`, with `n_here` mentions, the first of them at `first`.

    `of_name` and `row_of` tell the type and row of each name of the batch, -1 for adjectives, roles, and names inside listed ones.
    """

    firsts: list[int]
    article: list[int]
    first: list[int]
    n_here: list[int]
    of_name: Offsets
    row_of: Offsets

    def rows(self, at: int) -> range:
        """Return the rows of a type, one for each article it stands in."""
        return range(self.firsts[at], self.firsts[at + 1])


@dataclass(frozen=True)
class Types:
    """Names as folded words, in columns: `kind` and `best` say what kind a name has and how it is written most often, in doubt the first by alphabet.

    `n` counts its mentions, `n_sure` those whose capital is no mere beginning's, `n_at_place` those that stand as a place does; `listed` is the
    listed actor it is, -1 for none. A name that stands only inside listed ones has no kind. `ranks` holds the words of titles borne in an article.
    """

    words: list[tuple[str, ...]]
    kind: list[str]
    best: list[str]
    has_title: list[bool]
    n: list[int]
    n_sure: list[int]
    n_at_place: list[int]
    listed: list[int]
    ranks: list[Ranks]
    places: Places

    def __len__(self) -> int:
        return len(self.words)

    def is_place(self, at: int) -> bool:
        """Tell whether a name without a title mostly stands as a place does."""
        return not self.has_title[at] and self.n_at_place[at] > MOST_AT_PLACE * self.n[at]

    def is_full_name(self, at: int) -> bool:
        """Tell whether a type reads as a person's full name: listed, or sure and no place."""
        is_person = self.kind[at] == PERSON and len(self.words[at]) > 1
        return is_person and (self.listed[at] >= 0 or (self.n_sure[at] > 0 and not self.is_place(at)))

    def is_single(self, at: int) -> bool:
        """Tell whether a type is a single word that may be a person's."""
        return len(self.words[at]) == 1 and self.kind[at] in (PERSON, SINGLE)


def gather_types(batch: Batch, names: Names, listed: Offsets, calendar: frozenset[str]) -> Types:
    """Return the types of a batch's names; `listed` holds the listed actor of each name, -1 for none, `calendar` days and months."""
    numbers: dict[tuple[str, ...], int] = {}
    of_form = np.array([-1 if form.kind in NO_TYPE else numbers.setdefault(form.words, len(numbers)) for form in names.forms], np.int64)
    of_name = np.where(listed == INSIDE, -1, of_form[names.form]) if len(names.form) else names.form
    chosen, article = np.flatnonzero(of_name >= 0), batch.article_of(names.starts)
    own, size, words = of_name[chosen], len(numbers), list(numbers)
    kind, best, has_title = count_forms(names, chosen, of_form, size)
    ranks = gather_ranks(names, chosen[names.has_title[names.form[chosen]]], of_name, article, size)
    at_place = find_at_place(batch, names, chosen, calendar)
    n_sure, n_at_place = (np.bincount(own[mask], minlength=size) for mask in (~names.is_doubtful[chosen], at_place))
    most_listed = np.full(size, -1, np.int64)
    np.maximum.at(most_listed, own, listed[chosen])
    moved = shorten_types(batch, words, kind, np.bincount(own, minlength=size).tolist(), ranks)
    places = find_places(of_name, np.append(moved, -1)[of_name], article, names.starts, size)
    n = np.bincount(places.of_name[chosen], minlength=size)
    columns: tuple[list[int], ...] = tuple(column.tolist() for column in (n, n_sure, n_at_place, most_listed))
    return Types(words, kind, best, has_title, columns[0], columns[1], columns[2], columns[3], ranks, places)


def count_forms(names: Names, chosen: Offsets, of_form: Offsets, size: int) -> tuple[list[str], list[str], list[bool]]:
    """Tell the kind and spelling of types by the forms that are of them, and which stand with a title."""
    counts = np.bincount(names.form[chosen], minlength=len(names.forms))
    used = np.flatnonzero((of_form >= 0) & (counts > 0))
    has_title = np.bincount(of_form[used[names.has_title[used]]], minlength=size) > 0
    kind, best = [NONE] * size, [""] * size
    is_only = (np.bincount(of_form[used], minlength=size) == 1)[of_form[used]]
    for number, at in zip(of_form[used[is_only]].tolist(), used[is_only].tolist(), strict=True):
        kind[number], best[number] = names.forms[at].kind, names.forms[at].written
    several: dict[int, list[tuple[Name, int]]] = {}
    for number, at, n in zip(*(column[used[~is_only]].tolist() for column in (of_form, np.arange(len(counts)), counts)), strict=True):
        several.setdefault(number, []).append((names.forms[at], n))
    for number, forms in several.items():
        kind[number] = choose_commonest([(form.kind, n) for form, n in forms])
        best[number] = choose_commonest([(form.written, n) for form, n in forms])
    return kind, best, has_title.tolist()


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


def gather_ranks(names: Names, titled: Offsets, of_name: Offsets, article: Offsets, size: int) -> list[Ranks]:
    """Gather the words of titles borne by types in each article."""
    ranks: list[Ranks] = [NO_RANKS] * size
    for number, own, form in zip(of_name[titled].tolist(), article[titled].tolist(), names.form[titled].tolist(), strict=True):
        if ranks[number] is NO_RANKS:
            ranks[number] = {}
        ranks[number].setdefault(own, set()).update(names.forms[form].title)
    return ranks


def find_places(of_name: Offsets, moved: Offsets, article: Offsets, starts: Offsets, size: int) -> Places:
    """Find the articles of each type; where a longer name was `moved` to a type, the type's own names tell where it stands first."""
    chosen = np.flatnonzero(moved >= 0)
    chosen = chosen[np.argsort((moved != of_name)[chosen], kind="stable")]
    n_articles = int(article.max(initial=0)) + 1
    keys = moved[chosen] * n_articles + article[chosen]
    pairs, first, row, n_here = np.unique(keys, return_index=True, return_inverse=True, return_counts=True)
    row_of = np.full(len(of_name), -1, np.int64)
    row_of[chosen] = row
    firsts = np.searchsorted(pairs, np.arange(size + 1) * n_articles)
    return Places(firsts.tolist(), (pairs % n_articles).tolist(), starts[chosen[first]].tolist(), n_here.tolist(), moved, row_of)


def find_at_place(batch: Batch, names: Names, chosen: Offsets, calendar: frozenset[str]) -> NDArray[np.bool_]:
    """Tell which names without a title stand as a place does: behind "in", before "province" or a date, or in a row behind another place."""
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
    dated = (batch.kinds[ends] == COMMA) & (runs.starts[after] - ends == 2)
    found |= dated & np.isin(batch.run_numbers[after], number_words([word.encode() for word in sorted(calendar)]))
    bare = ~names.has_title[names.form[chosen]]
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
    seen = np.zeros(len(plain) + 1, np.bool_)
    seen[table.look_up(batch.run_numbers[batch.kinds[batch.runs.starts] == LOWER])] = True
    return {plain[at] for at in np.flatnonzero(seen[:-1]).tolist()}


def shorten_types(batch: Batch, words: list[tuple[str, ...]], kind: list[str], n: list[int], ranks: list[Ranks]) -> Offsets:
    """Take a plain word off the end of a name where the rest is a commoner name (Brook Memos: Brook); return which type each then is.

    A word is plain that also stands in small letters and ends no other name.
    """
    number = {one: at for at, one in enumerate(words)}
    moved = np.arange(len(words))
    asked = [at for at, one in enumerate(words) if kind[at] == PERSON and one[:-1] in number]
    last_words = Counter([one[-1] for one in words])
    small = find_small_words(batch, [words[at][-1] for at in asked])
    for at in asked:
        shorter, last = number[words[at][:-1]], words[at][-1]
        if kind[shorter] in (PERSON, SINGLE) and n[shorter] > n[at] and last_words[last] == 1 and last in small:
            moved[at] = shorter
            n[shorter], n[at] = n[shorter] + n[at], 0
            ranks[shorter] = ranks[at] | ranks[shorter]
    return moved
