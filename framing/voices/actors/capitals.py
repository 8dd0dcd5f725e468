"""Words with a capital, which of them are none for certain, and how they chain into runs."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from framing.text.cleaning import Batch
from framing.text.letters import BLANK, COMMA, DOUBLE, DOUBLE_CLOSE, DOUBLE_OPEN, HYPHEN, LOWER, SINGLE_OPEN, STOP, UPPER
from framing.text.offsets import Offsets, place_in_order
from framing.text.sentences import Sentences
from framing.text.tables import make_table
from framing.topics.name_words import NameWords, fold_words

Flags = NDArray[np.bool_]
LONG_WORD: Final = 4
TITLE_CASE: Final = 0.7
LONGEST_GAP: Final = 14
LONGEST_SHORT: Final = 5
DOT, AND = ".", "&"
CONNECTORS: Final = frozenset(["of", "of the", "for", "for the", "on", "on the", "and", "against", "to", "in", "&"])


@dataclass(frozen=True)
class Capitals:
    """Words that begin with a capital, in order.

    `ends` leave out a possessive 's; `is_doubtful` marks words whose capital may only be that of a sentence's beginning (`is_opening`)
    or of a headline.
    """

    starts: Offsets
    ends: Offsets
    sentence: Offsets
    is_doubtful: Flags
    is_plain: Flags
    is_opening: Flags

    def take(self, chosen: Flags) -> "Capitals":
        """Return some of the words."""
        return Capitals(*(getattr(self, name)[chosen] for name in ("starts", "ends", "sentence", "is_doubtful", "is_plain", "is_opening")))


def find_capitals(batch: Batch, sentences: Sentences, words: NameWords) -> Capitals:
    """Find the words with a capital; `is_plain` tells which also stand in small letters, at least as often as with a sure capital."""
    runs, first = batch.runs, batch.word_runs
    starts, last = batch.word_starts, np.append(first, len(runs.starts))[1:] - 1
    ends = runs.ends[last]
    sentence = place_in_order(sentences.starts, starts) - 1
    capital = has_capital(batch, starts, words.of("article"))
    own = np.flatnonzero(capital)
    table = make_table(np.unique(batch.run_numbers[first[own]]))
    key = table.look_up(batch.run_numbers[first])
    n_small = np.bincount(key[(key >= 0) & ~capital & (batch.kinds[starts] == LOWER)], minlength=len(table))
    opening = is_opening(batch, starts, sentence)[own]
    is_long, own_key = ends - starts >= LONG_WORD, key[own]
    doubtful = opening | is_title_case(sentence, own, (n_small > 0)[own_key], is_long, is_open_ended(batch, sentences))
    doubtful |= is_shouted(batch, starts[own], ends[own], (n_small > 0)[own_key])
    n_sure = np.bincount(own_key[~doubtful], minlength=len(table))
    plain = (n_small > 0) & (n_small >= n_sure)
    inside = (sentence[own] >= 0) & (ends[own] <= sentences.ends[np.maximum(sentence[own], 0)]) if len(sentences) else sentence[own] >= 0
    found = Capitals(starts[own], ends[own] - 2 * is_possessive(batch, first[own], last[own]), sentence[own], doubtful, plain[own_key], opening)
    return found.take(inside)


def is_possessive(batch: Batch, first: Offsets, last: Offsets) -> Flags:
    """Tell which words end in a possessive 's, by their first and last runs of letters."""
    starts, ends = batch.runs.starts[last], batch.runs.ends[last]
    ends_in_s = (ends - starts == 1) & (batch.folded[starts] == ord("s"))
    return np.asarray(ends_in_s & (last > first) & (batch.kinds[starts - 1] != HYPHEN))


def has_capital(batch: Batch, starts: Offsets, articles: frozenset[str]) -> Flags:
    """Tell which words begin with a capital, or with an article, a hyphen and a capital (al-Abbasi)."""
    found = batch.kinds[starts] == UPPER
    hyphens = np.flatnonzero((batch.kinds[:-1] == HYPHEN) & (batch.kinds[1:] == UPPER))
    for length in (2, 3):
        at = np.minimum(np.searchsorted(starts, hyphens - length), max(len(starts) - 1, 0))
        for place in at[(starts[at] == hyphens - length) & ~found[at]].tolist():
            found[place] = batch.text[starts[place] : starts[place] + length] in articles
    return np.asarray(found)


def is_opening(batch: Batch, starts: Offsets, sentence: Offsets) -> Flags:
    """Tell which words open a sentence or a quotation, or stand behind a colon."""
    opening = np.ones(len(starts), np.bool_)
    opening[1:] = sentence[1:] != sentence[:-1]
    before = batch.kinds[starts - 1]
    opening |= (before == DOUBLE) | (before == DOUBLE_OPEN) | (before == SINGLE_OPEN)
    for at in np.flatnonzero((before == BLANK) & (batch.kinds[starts - 2] == COMMA) & (batch.kinds[starts] == UPPER)).tolist():
        opening[at] |= batch.text[starts[at] - 2] == ":"
    return opening


def is_shouted(batch: Batch, starts: Offsets, ends: Offsets, also_small: Flags) -> Flags:
    """Tell which words stand in a row of two or more in capitals throughout that are all written small elsewhere (NIGHT OF FIRE)."""
    shout = (ends - starts > 1) & (batch.kinds[np.minimum(starts + 1, len(batch.kinds) - 1)] == UPPER) & (batch.kinds[ends - 1] == UPPER)
    goes_on = np.append(False, shout[1:] & shout[:-1] & (starts[1:] - ends[:-1] == 1))
    row = np.cumsum(~goes_on)
    n_words, n_small = np.bincount(row), np.bincount(row[also_small], minlength=int(row.max(initial=0)) + 1)
    return np.asarray(shout & ((n_words > 1) & (n_small == n_words))[row])


def is_open_ended(batch: Batch, sentences: Sentences) -> Flags:
    """Tell which sentences end without a stop or closing quotation mark, as headlines do."""
    last = batch.kinds[np.maximum(sentences.ends - 1, 0)]
    return np.asarray((last != STOP) & (last != DOUBLE) & (last != DOUBLE_CLOSE) & (last != COMMA))


def is_title_case(sentence: Offsets, own: Offsets, also_small: Flags, is_long: Flags, is_open: Flags) -> Flags:
    """Tell which words with a capital (places in the words: `own`) stand in a sentence whose longer words nearly all have capitals, as headlines do.

    It must end without a stop, or hold several words with a capital that are written small elsewhere (`also_small`).
    """
    n_sentences = int(sentence.max(initial=-1)) + 1
    if not n_sentences:
        return np.zeros(len(own), np.bool_)
    of, long_own = np.maximum(sentence[own], 0), own[is_long[own]]
    n_long = np.bincount(sentence[is_long & (sentence >= 0)], minlength=n_sentences)
    n_capital = np.bincount(sentence[long_own][sentence[long_own] >= 0], minlength=n_sentences)
    n_common = np.bincount(of[also_small], minlength=n_sentences)
    return np.asarray(((n_capital >= TITLE_CASE * n_long) & (is_open[:n_sentences] | ((n_long >= 5) & (n_common >= 3))))[of])


def join_capitals(batch: Batch, capitals: Capitals, words: NameWords) -> Flags:
    """Tell which words with a capital go on with the one before: by a space, an initial's dot, a particle, or "of" in an organisation's name."""
    joined = np.zeros(len(capitals.starts), np.bool_)
    gap, behind = capitals.starts[1:] - capitals.ends[:-1], batch.kinds[capitals.ends[:-1]]
    near = (gap <= LONGEST_GAP) & (capitals.sentence[1:] == capitals.sentence[:-1])
    joined[1:] = near & (gap == 1) & (behind == BLANK)
    asked = np.flatnonzero(near & ~joined[1:] & ((behind == STOP) | (behind == BLANK)))
    columns = (column.tolist() for column in (asked, capitals.starts[asked], capitals.ends[asked], capitals.starts[asked + 1]))
    read = words.recall("betweens", lambda: Betweens(words))
    bridged = -1
    for at, start, end, following in zip(*columns, strict=True):
        between = read[batch.text[end:following]]
        if between is True:
            joined[at + 1] = True
        elif between:
            goes_on = at == bridged and "" in between
            joined[at + 1] = goes_on or AND in between or (end - start == 1 and DOT in between) or fold_words(batch.text[start:end]) in between
            bridged = bridged if DOT in between or not joined[at + 1] else at + 1
    joined[find_described(batch, capitals, joined, words)] = False
    return joined


def find_described(batch: Batch, capitals: Capitals, joined: Flags, words: NameWords) -> list[int]:
    """Return the words that a description before them, joined by a hyphen, only describes (Iran-backed Hezbollah)."""
    hyphens = np.flatnonzero((batch.kinds[:-1] == HYPHEN) & (batch.kinds[1:] == LOWER))
    at = np.searchsorted(capitals.starts, hyphens) - 1
    inside = (at >= 0) & (at + 1 < len(joined)) & (hyphens < np.append(capitals.ends, 0)[at])
    found = []
    for place in np.unique(at[inside]).tolist():
        head, _, tail = batch.text[capitals.starts[place] : capitals.ends[place]].partition("-")
        is_tail = fold_words(tail) in words.of("tail") - {"in", "is"} if joined[place] else tail.rpartition("-")[2].islower()
        if joined[place + 1] and is_tail and fold_words(head) not in words.of("article"):
            found.append(place + 1)
    return found


class Betweens(dict[str, frozenset[str] | bool]):
    """Whether what stands between two words with a capital joins them: always, never, or behind some words (`DOT`: initials, `AND`: any).

    Where "" is one of them, it also goes on with a name that was joined so right before (of the Ministry of Defence).
    """

    def __init__(self, words: NameWords) -> None:
        titles, organisations, office = words.of("title"), words.of("organisation"), words.of("office")
        self.particles = words.of("particle")
        self.dotted = frozenset(title for title in titles if len(title) <= LONGEST_SHORT) | {DOT}
        self.heads = {"of": organisations | titles | office | words.of("thing") | {""}, "for": organisations | office}
        self.heads |= {"on": organisations, "against": organisations, AND: frozenset([AND])}

    def __missing__(self, between: str) -> frozenset[str] | bool:
        found = self[between] = self.read(between)
        return found

    def read(self, between: str) -> frozenset[str] | bool:
        """Read what stands between two words."""
        inner = between.strip().lower()
        if between in (".", ". ", ".\n", ".-"):
            return frozenset([DOT]) if between == "." else self.dotted
        if inner in CONNECTORS and between[0] == " ":
            return self.heads.get(inner.split()[0], frozenset())
        return between[0] == " " and bool(inner) and all(word in self.particles for word in inner.split())
