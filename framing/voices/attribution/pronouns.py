"""Which attribution names the source a pronoun stands for; none where another may be meant."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

import numpy as np

from framing.text.cleaning import Batch
from framing.text.offsets import Offsets
from framing.text.sentences import Sentences
from framing.topics.word_classes import list_word_classes
from framing.voices.attribution.classes import ARTICLE, MAN, MANY, PERSON, SURNAME, THING, UNKNOWN, WOMAN, class_of, fits, list_words
from framing.voices.attribution.drafts import Drafts
from framing.voices.quotations import Quotations

PRONOUN_CLASSES: Final = (MAN, WOMAN, THING, MANY)
PARAGRAPHS_BACK: Final = 1
SENTENCES_BACK: Final = 4
NAME: Final = re.compile(r"(?<![\w’'-])[A-Z][\w’'-]*[a-z](?:\.? [A-Z][\w’'.-]*)*")
LETTER: Final = re.compile(r"[^\W\d_]")
SENTENCE_ENDS: Final = frozenset(".!?…:\"'“”‘’»«\n")
LONGEST_TITLE: Final = 40
BEFORE_NAME: Final = re.compile(r"(?:[A-Z][\w.’'-]* ){1,2}(?:[Aa]l-)?$")
BEFORE_PLACE: Final = re.compile(r"\b(?:in|at|of|from|on|the|into|near|across)\s+$")


@dataclass
class Page:
    """The text, where its sentences and quotations stand, and the named sources met so far in one article: start, row and words of each."""

    text: str
    starts: list[int]
    ends: list[int]
    segments: list[int]
    quoted_starts: list[int]
    quoted_ends: list[int]
    article: tuple[int, int] = (0, 0)
    in_full: dict[str, str] = field(default_factory=dict)
    names: dict[tuple[int, int], list[tuple[str, str]]] = field(default_factory=dict)
    named_starts: list[int] = field(default_factory=list)
    named: list[tuple[int, str, str]] = field(default_factory=list)

    def outside(self, start: int, end: int) -> str:
        """Return a stretch with what stands in quotation marks cut out."""
        pieces = []
        at = bisect_right(self.quoted_ends, start)
        while at < len(self.quoted_starts) and self.quoted_starts[at] < end:
            pieces.append(self.text[start : max(self.quoted_starts[at], start)])
            start, at = min(self.quoted_ends[at], end), at + 1
        return " \" ".join([*pieces, self.text[start:end]]) if pieces else self.text[start:end]

    def between(self, start: int, end: int) -> list[tuple[int, str, str]]:
        """Return the named sources that start in a stretch, as (row, class, words)."""
        return [self.learn(at) for at in range(bisect_left(self.named_starts, start), bisect_left(self.named_starts, end))]

    def is_opening(self, name: str, start: int) -> bool:
        """Tell whether a word has its capital only because it opens the sentence at `start`: nowhere else does the article write it so."""
        if " " in name or not self.text.startswith(name, start) or self.called({name}):
            return False
        at = self.text.find(f" {name}", *self.article)
        while at >= 0:
            if self.text[at - 1] not in SENTENCE_ENDS and not self.text[at + len(name) + 1 : at + len(name) + 2].isalnum():
                return False
            at = self.text.find(f" {name}", at + 1, self.article[1])
        return True

    def called(self, last_names: set[str]) -> list[tuple[int, str, str]]:
        """Return the named sources with one of some last names, as (row, class, last name)."""
        found = [(at, last_name(named[2])) for at, named in enumerate(self.named)]
        return [(*self.learn(at)[:2], last) for at, last in found if last in last_names]

    def learn(self, at: int) -> tuple[int, str, str]:
        """Return a named source with its class, found when first asked for."""
        row, kind, source = self.named[at]
        if not kind:
            self.named[at] = row, learn_class(self, source), source
        return self.named[at]

    def names_in(self, start: int, end: int) -> list[tuple[str, str]]:
        """Return the class and last name of the names in a stretch that may be a person's, outside quotations."""
        if (start, end) not in self.names:
            names = [name for name in list_names(self.outside(start, end)) if not self.is_opening(name, start)]
            self.names[start, end] = [(class_of(name), last_name(name)) for name in names]
        return self.names[start, end]


def resolve_pronouns(batch: Batch, sentences: Sentences, quotations: Quotations, drafts: Drafts, article: Offsets) -> Offsets:
    """Return, for each draft, the earlier one that names its source; itself where it names its source, -1 where none does.

    A quotation without a cue has the source it goes on from. A pronoun has the last source before it, in its paragraph or the one before, that agrees
    in person and number; where between the two somebody else is named, or a source stands of whom it cannot be told, it has none.
    """
    found = [-1] * len(drafts)
    classes = {word: kind for kind in PRONOUN_CLASSES for word in list_word_classes()[f"stands-for-{kind}"]}
    others = frozenset(list_word_classes()["stands-for-none"])
    columns = (sentences.starts, sentences.ends, sentences.segment, quotations.starts, quotations.ends)
    page = Page(batch.text, *(column.tolist() for column in columns))
    now = -1
    is_behind = (drafts.contents.left_starts >= 0).tolist()
    rows = zip(article.tolist(), drafts.source_starts.tolist(), drafts.source_ends.tolist(), drafts.continues.tolist(), strict=True)
    for at, (own, start, end, continues) in enumerate(rows):
        if own != now:
            now = own
            page.article = int(batch.starts[own]), int(batch.ends[own])
            for kept in (page.named, page.named_starts, page.in_full, page.names):
                kept.clear()
        source = batch.text[start:end] if start >= 0 else ""
        word = source.lower()
        if continues >= 0:
            found[at] = found[continues]
        elif not source or word in others:
            continue
        elif word in classes:
            found[at] = row = find_source(page, start, classes[word], is_behind=is_behind[at])
            if row >= 0:
                enter(page, start, (row, classes[word], batch.text[drafts.source_starts[row] : drafts.source_ends[row]]))
        else:
            found[at] = at
            enter(page, start, (at, "", source))
    return np.array(found, np.int64)


def enter(page: Page, start: int, named: tuple[int, str, str]) -> None:
    """Enter a named source, in order of place."""
    at = bisect_left(page.named_starts, start)
    page.named_starts.insert(at, start)
    page.named.insert(at, named)


def learn_class(page: Page, source: str) -> str:
    """Say what can stand for a source: for a person of unknown sex or a surname alone what could for the same name with first name or title."""
    kind, last = class_of(source), last_name(source)
    if kind not in (UNKNOWN, PERSON, SURNAME) or not last:
        return kind
    if last not in page.in_full:
        page.in_full[last] = find_in_full(page, last)
    return page.in_full[last] if page.in_full[last] != UNKNOWN else kind


def find_in_full(page: Page, last: str) -> str:
    """Say what can stand for a surname by the words before it, anywhere in the article; of several the first that tells the sex."""
    start, end = page.article
    kinds = []
    at = page.text.find(last, start, end)
    while at >= 0:
        words = page.text[max(at - LONGEST_TITLE, start) : at]
        before = BEFORE_NAME.search(words) if words[-1:] in (" ", "-") and not words[words.rfind(" ", 0, -1) + 1 :].islower() else None
        kinds += [class_of(before[0] + last)] if before else []
        at = page.text.find(last, at + len(last), end)
    sexes = {kind for kind in kinds if kind in (MAN, WOMAN)}
    return sexes.pop() if len(sexes) == 1 else PERSON if PERSON in kinds or sexes else UNKNOWN


@lru_cache(maxsize=50_000)
def last_name(source: str) -> str:
    """Return the last word with a capital before any comma, "" for none."""
    plain = source.split(",", 1)[0].replace("’s", "").replace("'s", "")
    words = [ARTICLE.sub("", word) for word in plain.split()]
    words = [word for word in words if word[:1].isupper() and word.lower() not in list_words().idle]
    return words[-1].strip(".") if words else ""


def find_source(page: Page, start: int, wanted: str, *, is_behind: bool) -> int:
    """Return the row that names the source of a pronoun at `start`, -1 where none can be told.

    What `it` or `they` said does not name them where it stands before the pronoun (the commission will go on, it said).
    """
    sentence = bisect_right(page.starts, start) - 1
    floor = page.segments[sentence] - PARAGRAPHS_BACK
    end, seen = start, 0
    while sentence >= 0 and page.segments[sentence] >= floor and seen <= SENTENCES_BACK:
        begin = page.starts[sentence]
        here = page.between(begin, end)
        right = {row for row, kind, _ in here if fits(wanted, kind)}
        if right or any(kind == UNKNOWN for _, kind, _ in here):
            return right.pop() if len(right) == 1 and not any(kind == UNKNOWN for _, kind, _ in here) else -1
        is_said = is_behind and end == start and wanted in (THING, MANY)
        if not is_said and (found := find_rival(page, (begin, end), wanted, is_cited=bool(here))) is not None:
            return found
        seen += LETTER.search(page.outside(begin, end)) is not None
        sentence, end = sentence - 1, begin
    return -1


def find_rival(page: Page, sentence: tuple[int, int], wanted: str, *, is_cited: bool) -> int | None:
    """Return the row of the fitting source whom a sentence names without citing it, -1 where it may speak of others, None where it does not."""
    if wanted in (THING, MANY):
        return -1 if not is_cited and len(page.outside(*sentence).split()) > 1 else None
    names = {last for kind, last in page.names_in(*sentence) if fits(wanted, kind) or kind == UNKNOWN}
    if not names:
        return None
    rows = {last: row if fits(wanted, kind) else None for row, kind, last in page.called(names) if kind != UNKNOWN}
    found = {rows.get(name, -1) for name in names} - {None}
    return None if not found else found.pop() if len(found) == 1 else -1


def list_names(outside: str) -> list[str]:
    """Return the names in a stretch that may be a person's: not behind "in" or "the", not a word of institutions."""
    found = []
    for name in NAME.finditer(outside):
        person = strip_name(name[0])
        if person and not BEFORE_PLACE.search(outside, max(name.start() - 8, 0), name.start()):
            found.append(person)
    return found


@lru_cache(maxsize=50_000)
def strip_name(name: str) -> str:
    """Return a name without the small words it begins with (But Vale); "" for none and for one with a word of institutions."""
    listed, words = list_words(), name.split()
    known = [word.lower().rstrip(".") for word in words]
    first = next((at for at, word in enumerate(known) if word not in listed.idle), len(words))
    is_other = " ".join(known[first:]) in listed.no_persons or not listed.things.isdisjoint(known[first:])
    return "" if is_other else " ".join(words[first:])
