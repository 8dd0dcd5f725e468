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
    """Tell which words open a sentence or a quotation."""
    opening = np.ones(len(starts), np.bool_)
    opening[1:] = sentence[1:] != sentence[:-1]
    before = batch.kinds[starts - 1]
    return np.asarray(opening | (before == DOUBLE) | (before == DOUBLE_OPEN) | (before == SINGLE_OPEN))


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
    gap = capitals.starts[1:] - capitals.ends[:-1]
    near = (gap <= LONGEST_GAP) & (capitals.sentence[1:] == capitals.sentence[:-1])
    joined[1:] = near & (gap == 1) & (batch.kinds[capitals.ends[:-1]] == BLANK)
    starts, ends, text = capitals.starts.tolist(), capitals.ends.tolist(), batch.text
    titles, particles, organisations = words.of("title"), words.of("particle"), words.of("organisation")
    office = words.of("office")
    heads = {"of": organisations | titles | office | words.of("thing"), "for": organisations | office, "on": organisations, "against": organisations}
    bridged = -1
    for at in np.flatnonzero(near & ~joined[1:]).tolist():
        between, previous = text[ends[at] : starts[at + 1]], text[starts[at] : ends[at]]
        inner = between.strip().lower()
        if between == ".":
            joined[at + 1] = len(previous) == 1
        elif between in (". ", ".\n", ".-"):
            joined[at + 1] = len(previous) == 1 or (len(previous) <= 5 and fold_words(previous) in titles)
        elif inner in CONNECTORS and between[0] == " ":
            goes_on = at == bridged and inner.startswith("of")
            joined[at + 1] = inner == "&" or goes_on or fold_words(previous) in heads.get(inner.split()[0], ())
            bridged = at + 1 if joined[at + 1] else bridged
        else:
            joined[at + 1] = between[0] == " " and bool(inner) and all(word in particles for word in inner.split())
    return joined

