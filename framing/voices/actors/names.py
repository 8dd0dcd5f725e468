"""Names in a batch: runs of words with capitals, with the title before each and what kind of name it looks like."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.text.cleaning import Batch
from framing.text.offsets import Offsets
from framing.text.sentences import Sentences
from framing.topics.name_words import NameWords, fold_words
from framing.voices.actors.capitals import Capitals, Flags, find_capitals, join_capitals

WORD: Final = re.compile(r"[^\s.]+(?:\.[^\s.]+)*\.?")
PLAIN: Final = re.compile(r"[A-Za-z]+(?: [A-Za-z]+)*")
CONNECTORS: Final = frozenset(["of", "for", "the", "and", "in", "to", "on"])
JOINING: Final = frozenset(["of", "for", "and", "&"])
VERBAL: Final = ("ing", "ed", "ly")
IS_KEPT, OPENS, IS_VERBAL = 1, 2, 4
MOST_WORDS: Final = 5
SUFFIXES: Final = frozenset(["sr", "ii", "iii", "iv"])
PERSON, ORGANISATION, THING, ROLE, SINGLE, ADJECTIVE, NONE = "person", "organisation", "thing", "role", "single", "adjective", "none"
NATION: Final = "nation"
KINDS: Final = (PERSON, ORGANISATION, THING, ROLE, SINGLE, ADJECTIVE, NONE, NATION)


class Name(NamedTuple):
    """What a run of capitals says: folded words of its title and of the name itself, its kind, and where title, name and end stand in the run.

    `written` is the name as it stands there, `lead` the length of a nation's name or adjective that opens it (Iranian Quds Force).
    """

    title: tuple[str, ...]
    words: tuple[str, ...]
    kind: str
    start: int
    name_at: int
    end: int
    lead: int
    written: str


NOTHING: Final = Name((), (), NONE, 0, 0, 0, 0, "")


@dataclass(frozen=True)
class Names:
    """Names in order: where the run stands, which `Name` it is (`forms[form[i]]`), and whether each of its
    capitals may only be that of a beginning or a headline.
    """

    starts: Offsets
    ends: Offsets
    form: Offsets
    is_doubtful: Flags
    forms: tuple[Name, ...]

    @cached_property
    def has_title(self) -> Flags:
        """Which forms have a title."""
        return np.array([form.title != () for form in self.forms], np.bool_)

    @cached_property
    def kind(self) -> NDArray[np.uint8]:
        """The kinds of the forms, as places in `KINDS`."""
        return np.array([KINDS.index(form.kind) for form in self.forms], np.uint8)

    def is_kind(self, *kinds: str) -> Flags:
        """Tell which names look like one of some kinds."""
        return np.isin(np.arange(len(KINDS)), [KINDS.index(kind) for kind in kinds])[self.kind][self.form]


def find_names(batch: Batch, sentences: Sentences, words: NameWords, starters: frozenset[str]) -> Names:
    """Find the names of a batch; `starters` are words that open sentences and are never names by themselves."""
    capitals = find_capitals(batch, sentences, words)
    capitals = capitals.take(~is_common(batch, capitals, words, starters))
    joined = join_capitals(batch, capitals, words)
    firsts = np.flatnonzero(~joined)
    lasts = np.append(firsts[1:], len(joined)) - 1
    starts, ends = capitals.starts[firsts], capitals.ends[lasts] if len(joined) else capitals.ends
    numbers: dict[str, int] = {}
    surfaces = [batch.text[start:end] for start, end in zip(starts.tolist(), ends.tolist(), strict=True)]
    form = np.array([numbers.setdefault(surface, len(numbers)) for surface in surfaces], np.int64)
    forms = tuple(read_names(numbers, words))
    begin = np.array([name.start for name in forms], np.int64)
    stop = np.array([name.end for name in forms], np.int64)
    kept = np.array([name.kind != NONE for name in forms], np.bool_)
    if not len(form):
        return Names(starts, ends, form, form == 0, forms)
    doubtful = np.logical_and.reduceat(capitals.is_doubtful, firsts)
    starts, ends, chosen = starts + begin[form], starts + stop[form], kept[form]
    return Names(starts[chosen], ends[chosen], form[chosen], doubtful[chosen], forms)


def read_names(surfaces: Iterable[str], words: NameWords) -> Iterator[Name]:
    """Read runs of capitals, each once in a run of the program, as names come again in the next articles."""
    known = words.recall("names", dict[str, Name])
    for surface in surfaces:
        name = known.get(surface)
        if name is None:
            name = known[surface] = read_plain(surface, words) or read_name(surface, words)
        yield name


class Openers(dict[str, int]):
    """What each word with a doubtful capital is, as signs of `IS_KEPT`, `OPENS` and `IS_VERBAL`; every word is looked at once."""

    def __init__(self, words: NameWords, starters: frozenset[str]) -> None:
        self.kept = words.of("title") | frozenset(words.adjectives) | frozenset(words.nations)
        self.kept |= frozenset(name.split()[0] for name in words.bodies if " " in name)
        self.starters = starters

    def __missing__(self, surface: str) -> int:
        word = fold_words(surface)
        opens = word in self.starters
        is_kept = word in self.kept or (len(word) == 1 and not opens)
        found = self[surface] = IS_KEPT * is_kept + OPENS * opens + IS_VERBAL * word.endswith(VERBAL)
        return found


def is_common(batch: Batch, capitals: Capitals, words: NameWords, starters: frozenset[str]) -> Flags:
    """Tell which doubtful capitals are only those of common words: known openers, words seen in small letters, verb forms seen once."""
    openers = words.recall(("openers", starters), lambda: Openers(words, starters))
    doubtful = np.flatnonzero(capitals.is_doubtful)
    text = batch.text
    places = zip(capitals.starts[doubtful].tolist(), capitals.ends[doubtful].tolist(), strict=True)
    told = np.fromiter([openers[text[start:end]] for start, end in places], np.uint8, len(doubtful))
    is_kept, opens, is_verbal = (told & sign > 0 for sign in (IS_KEPT, OPENS, IS_VERBAL))
    common = np.zeros(len(capitals.starts), np.bool_)
    common[doubtful] = ~is_kept & (capitals.is_plain[doubtful] | opens | (capitals.is_opening[doubtful] & is_verbal))
    return common


def read_plain(surface: str, words: NameWords) -> Name | None:
    """Read a run of plain words that no list knows, which is a person's name, or open if it is one word; None for any other run."""
    if not PLAIN.fullmatch(surface):
        return None
    folded = tuple(surface.lower().split(" "))
    if not words.telling.isdisjoint(folded) or folded[-1] in SUFFIXES:
        return None
    if len(folded) == 1:
        return Name((), folded, find_single_kind((), surface) if len(surface) > 1 else NONE, 0, 0, len(surface), 0, surface)
    if " ".join(folded) in words.telling:
        return None
    return Name((), folded, PERSON if len(folded) <= MOST_WORDS else ORGANISATION, 0, 0, len(surface), 0, surface)


def read_name(surface: str, words: NameWords) -> Name:
    """Read a run of capitals: strip what is no name, split off the title, tell the kind."""
    found = [(one.start(), one.end(), fold_words(one[0])) for one in WORD.finditer(surface)]
    found = [one for one in (cut_tails(found, surface, words) if "-" in surface else found) if one[2]]
    idle, titles, particles = words.idle, words.of("title"), words.of("particle")
    while found and found[0][2] in idle and (len(found) == 1 or found[0][2] not in titles):
        found = found[1:]
    while found and (found[0][2] in CONNECTORS or found[0][2] == "&"):
        found = found[1:]
    while found and (found[-1][2] in idle or found[-1][2] in particles or found[-1][2] in CONNECTORS):
        found = found[:-1]
    folded = tuple([one[2] for one in found])
    if not found or (len(found) == 1 and is_pair_of_nations(folded[0], words)):
        return NOTHING
    at = find_title_end(folded, words)
    title, rest = folded[:at], folded[at:]
    end = found[-1][1]
    name_at, kind = found[at][0] if rest else end, find_kind(title, rest, surface, words)
    lead = found[at + 1][0] - name_at if len(rest) > 1 and (rest[0] in words.adjectives or rest[0] in words.nations) else 0
    return Name(title, strip_suffix(rest), kind, found[0][0], name_at, end, lead, " ".join(surface[name_at:end].split()))


def is_pair_of_nations(word: str, words: NameWords) -> bool:
    """Tell whether a name is two nations joined by a hyphen (US-Iraqi), or a side taken (pro-Iranian)."""
    pieces = word.split("-")
    known = (words.nations, words.adjectives, ("pro", "anti", "non", "ex", "post", "pre"))
    return len(pieces) > 1 and all(any(piece in some for some in known) for piece in pieces)


def cut_tails(found: list[tuple[int, int, str]], surface: str, words: NameWords) -> list[tuple[int, int, str]]:
    """Cut a description after a hyphen (Iran-backed) with all that follows it; keep hyphens of names (Jae-in, Mi-28)."""
    for at, (start, end, word) in enumerate(found):
        head, _, tail = word.partition("-")
        if not tail or head in words.of("article"):
            continue
        last = surface[start:end].rpartition("-")[2][:1]
        is_name = last.isupper() or last.isdigit() or (at > 0 and tail not in words.of("tail") - {"in", "is"})
        if not is_name:
            return [*found[:at], (start, start + surface[start:end].index("-"), head)]
    return found


def find_title_end(found: tuple[str, ...], words: NameWords) -> int:
    """Return where the name begins behind the last title, with its "of State"; all of it where nothing but a title stands."""
    titles, office = words.of("title"), words.of("office")
    is_title = [word in titles or word.removeprefix("ex-") in titles for word in found]
    if not any(is_title) or (found[-1] in words.of("organisation") and found[-1] not in titles):
        return 0
    at = len(found) - is_title[::-1].index(True)
    while at < len(found) and found[at] in CONNECTORS:
        at += 1
        start = at
        while at < len(found) and (found[at] in office or (at == start and found[at] in words.nations)):
            at += 1
    return at


def strip_suffix(words: tuple[str, ...]) -> tuple[str, ...]:
    """Drop Sr, II and III; Jr stays, for he is another man."""
    return words[:-1] if len(words) > 1 and words[-1] in SUFFIXES else words


def find_kind(title: tuple[str, ...], name: tuple[str, ...], surface: str, words: NameWords) -> str:
    """Tell what a name looks like: a role without a name, an organisation, a thing, a nation's adjective, a person, or a single word."""
    if not name:
        return NONE if words.of("role").isdisjoint(title) else ROLE
    joined = name[0] if len(name) == 1 else " ".join(name)
    return find_nation_kind(joined, words) or find_kind_by_words(name, words) or (
        find_single_kind(title, surface) if len(name) == 1
        else ORGANISATION if name[0] in words.adjectives or len(name) > MOST_WORDS or not JOINING.isdisjoint(name)
        else PERSON
    )


def find_nation_kind(joined: str, words: NameWords) -> str:
    """Tell whether a name is a nation's adjective or stands for a nation; "" for neither."""
    is_nation = joined in words.nations
    if joined in words.adjectives and not is_nation:
        return ADJECTIVE
    return NATION if is_nation or joined in words.peoples or joined in words.seats else ""


def find_kind_by_words(name: tuple[str, ...], words: NameWords) -> str:
    """Tell what a name is that holds a word of organisations or things, or is no name; "" for one that tells nothing so."""
    last, things, office, joined = name[-1], words.of("thing"), words.of("office"), " ".join(name)
    if joined in words.bodies or joined in words.of("organisation"):
        return ORGANISATION
    if last in things:
        return THING
    if len(name) == 1 and (len(last) == 1 or last in office):
        return NONE
    if not last.isalpha() and any(char.isdigit() for char in last):
        return THING
    if not (words.of("organisation").isdisjoint(name) and office.isdisjoint(name)):
        return ORGANISATION
    return "" if things.isdisjoint(name) and words.of("calendar").isdisjoint(name) else THING


def find_single_kind(title: tuple[str, ...], surface: str) -> str:
    """Tell the kind of a single word: a person behind a title, an organisation in capitals, else open."""
    short = surface.replace(".", "")
    return PERSON if title else ORGANISATION if short.isupper() and 2 <= len(short) <= 6 else SINGLE
