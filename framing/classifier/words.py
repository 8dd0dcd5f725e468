"""Features of a text's words: stems, pairs of stems, denied stems and letter groups, looked up in tables learned from examples.

Figures are left out, and for the poles of a topic names too: what is learned of one place or person says nothing of the next. A word
behind the mark `¬` stands in the reach of a denying word. Once learned, everything is a table look-up, so that reading needs neither NLTK
nor scikit-learn.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

DENIED_MARK: Final = "¬"
WORD: Final = re.compile(rf"{DENIED_MARK}?[^\W_]+(?:['’-][^\W_]+)*")
OPENING: Final = re.compile(r"(?:^|[.!?:][\"'”’)]*|[\"“‘(])\s*$")
PAIRED: Final = re.compile(r"[\s-]{1,2}$")
GROUP_SIZES: Final = (3, 4, 5)
ENDINGS: Final = ("s", "es", "ed", "d", "ing", "ly", "er", "ers", "ment", "al", "ness")
AFTER_CUT: Final = ("ing", "ed", "es", "ies", "ied", "ily", "ier", "ion", "ions", "ation", "ive")
LEAST_GROUPS: Final = 2
"""In how many texts a letter group or a pair must stand to be a feature; a stem needs one."""


class Word(NamedTuple):
    """One word of a text: small letters, where it stands, whether it is denied, and whether it follows the word before without a sign between."""

    form: str
    start: int
    end: int
    is_denied: bool
    is_paired: bool


def split_words(text: str, *, with_names: bool = False) -> Iterator[Word]:
    """Yield the words of a text but figures and, unless wanted, names (a capital inside a sentence).

    >>> [word.form for word in split_words("Police in Lagos shot two marchers.")]
    ['police', 'in', 'shot', 'two', 'marchers']
    """
    before = 0
    for found in WORD.finditer(text):
        form = found[0].lstrip(DENIED_MARK)
        is_paired = before > 0 and bool(PAIRED.fullmatch(text, before, found.start()))
        before = found.end()
        is_name = not with_names and form[0].isupper() and not OPENING.search(text, max(found.start() - 5, 0), found.start())
        if not (is_name or form[0].isdigit()):
            folded = form.lower().replace("’", "'").removesuffix("'s")
            yield Word(folded, found.start() + len(found[0]) - len(form), found.end(), len(form) < len(found[0]), is_paired)
        else:
            before = 0


@lru_cache(maxsize=400_000)
def find_stem(word: str) -> str:
    """Return the Snowball stem of a word (Porter 2001)."""
    return str(make_stemmer().stem(word))


@lru_cache(maxsize=1)
def make_stemmer() -> Any:
    """Make the stemmer; NLTK is slow to import and needed for learning only."""
    from nltk.stem.snowball import SnowballStemmer

    return SnowballStemmer("english")


@lru_cache(maxsize=100_000)
def find_groups(form: str) -> tuple[str, ...]:
    """Return the letter groups of a word with blanks around it.

    >>> find_groups("mob")
    (' mo', 'mob', 'ob ', ' mob', 'mob ', ' mob ')
    """
    padded = f" {form} "
    return tuple(padded[at : at + size] for size in GROUP_SIZES for at in range(len(padded) - size + 1))


@dataclass(frozen=True)
class Vocabulary:
    """The features learned: `stem_of` gives the stem of every word form known, `names` the features (letter groups last), `idf` their weights."""

    forms: tuple[str, ...]
    stems: tuple[str, ...]
    names: tuple[str, ...]
    n_words: int
    idf: NDArray[np.float64]
    with_names: bool

    @cached_property
    def stem_of(self) -> dict[str, str]:
        """Stem by word form."""
        return dict(zip(self.forms, self.stems, strict=True))

    @cached_property
    def numbers(self) -> tuple[dict[str, int], dict[str, int]]:
        """Number of each word feature and of each letter group."""
        own = {name: at for at, name in enumerate(self.names[: self.n_words])}
        return own, {name: at for at, name in enumerate(self.names[self.n_words :], self.n_words)}

    def number_words(self, text: str) -> list[tuple[Word, list[int]]]:
        """Return each word of a text with the numbers of its features; a pair of stems belongs to its second word."""
        words, groups = self.numbers
        found, before = [], ""
        for word in split_words(text, with_names=self.with_names):
            stem = self.stem_of.get(word.form, "")
            names = name_features(stem, before if word.is_paired else "", word.is_denied)
            numbers = [words[name] for name in names if name in words]
            found.append((word, numbers + [groups[name] for name in find_groups(word.form) if name in groups]))
            before = stem
        return found

    def weigh(self, texts: Sequence[str]) -> "csr_matrix":
        """Return the features of texts: (1 + log count) x idf, words and letter groups each of length 1 (a row without any is 0)."""
        from scipy.sparse import csr_matrix

        rows, columns, values = [], [], []
        for row, text in enumerate(texts):
            counts = Counter(number for _, numbers in self.number_words(text) for number in numbers)
            own = np.array(sorted(counts), np.int64)
            value = (1 + np.log(np.array([counts[number] for number in own.tolist()], np.float64))) * self.idf[own]
            for part in (own < self.n_words, own >= self.n_words):
                value[part] /= max(float(np.sqrt((value[part] ** 2).sum())), 1e-12)
            rows.append(np.full(len(own), row))
            columns.append(own)
            values.append(value)
        empty = np.empty(0, np.int64)
        place = np.concatenate([empty, *rows]), np.concatenate([empty, *columns])
        return csr_matrix((np.concatenate([empty.astype(np.float64), *values]), place), shape=(len(texts), len(self.names)))


def name_features(stem: str, before: str, is_denied: bool) -> list[str]:
    """Return the names of one word's features: its stem, the stem as denied, the pair with the stem before."""
    if not stem:
        return []
    return [stem, *([DENIED_MARK + stem] if is_denied else []), *([f"{before} {stem}"] if before else [])]


def learn_vocabulary(texts: Iterable[str], *, with_names: bool = False) -> Vocabulary:
    """Learn the features of some texts: every stem, the pairs, denied stems and letter groups of two texts or more."""
    words: Counter[str] = Counter()
    groups: Counter[str] = Counter()
    forms: set[str] = set()
    n_texts = 0
    for text in texts:
        n_texts += 1
        own, before = list(split_words(text, with_names=with_names)), ""
        found: set[str] = set()
        for word in own:
            stem = find_stem(word.form)
            found.update(name_features(stem, before if word.is_paired else "", word.is_denied))
            before = stem
        words.update(found)
        groups.update({group for word in own for group in find_groups(word.form)})
        forms.update(word.form for word in own)
    is_simple = {name: " " not in name and DENIED_MARK not in name for name in words}
    kept = sorted(name for name, count in words.items() if is_simple[name] or count >= LEAST_GROUPS)
    kept_groups = sorted(name for name, count in groups.items() if count >= LEAST_GROUPS)
    counts = np.array([words[name] for name in kept] + [groups[name] for name in kept_groups], np.float64)
    known = find_forms(forms, {name for name in kept if is_simple[name]})
    names = (*kept, *kept_groups)
    return Vocabulary(tuple(known), tuple(known.values()), names, len(kept), np.log((1 + n_texts) / (1 + counts)) + 1, with_names)


def find_forms(forms: set[str], stems: set[str]) -> dict[str, str]:
    """Return the stem of every known form and of its likely inflections that share a known stem, in order of the alphabet."""
    likely = set(forms)
    for form in forms | stems:
        likely |= {form + ending for ending in ENDINGS} | {form[:-1] + ending for ending in AFTER_CUT if len(form) > 3}
        likely |= {form + form[-1] + ending for ending in ("ed", "ing") if len(form) > 2}
    found = {form: find_stem(form) for form in sorted(likely)}
    return {form: stem for form, stem in found.items() if stem in stems}
