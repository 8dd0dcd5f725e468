"""Articles as students see them: outlets, reporters, credits and furniture hidden, passages numbered, and the way there from the text."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from framing.classroom.names import ADDRESS, ADDRESSES, CREDIT, Name, Names, find_names, fold_words
from framing.comparison.comparison import Comparison
from framing.report.labels import make_letter
from framing.report.plain import iter_columns, mend_unseen
from framing.text.letters import fold_text
from framing.text.offsets import Edit, Offsets, Step, apply_edits

SHOWN: Final = ("headline", "standfirst", "crosshead", "body", "caption")
BETWEEN: Final = "\n\n"
MASK: Final = "mask"
LONGEST_SMALL: Final = 3
HEADLINE: Final = "headline"
CREDITS: Final = re.compile(
    r"[(\[][^()\[\]]{1,90}[)\]]\.?\s*$|\b(?:photo(?:graph)?s?|picture|image|credit|courtesy)(?: credit)?s?(?::| by\b| courtesy of\b).*$",
    re.IGNORECASE,
)
"""What ends a caption and says whose picture it is: a bracket, or "Photo: ..."."""


@dataclass(frozen=True)
class Passage:
    """One numbered paragraph of a masked article: B4 is the fourth of article B; offsets count in the masked text."""

    ref: str
    zone: str
    start: int
    end: int


@dataclass(frozen=True)
class MaskedArticle:
    """One article with its outlet hidden; `text` is what students see, `sentences` its sentences as (start, end)."""

    letter: str
    number: int
    article_id: str
    language: str
    text: str
    passages: tuple[Passage, ...]
    sentences: tuple[tuple[int, int], ...]
    step: Step

    def cut(self, passage: Passage) -> str:
        """Cut a passage out of the masked text."""
        return self.text[passage.start : passage.end]

    def to_masked(self, starts: Offsets, ends: Offsets) -> tuple[Offsets, Offsets]:
        """Map spans of the cleaned text to the masked text; a span that cuts something hidden is widened to what stands in its place."""
        back = Step(self.step.after_starts, self.step.after_ends, self.step.before_starts, self.step.before_ends)
        return back.to_before(starts, ends)

    def passages_of(self, starts: Sequence[int]) -> list[int]:
        """Return the place of the passage each position of the masked text lies in, -1 for none."""
        firsts = [passage.start for passage in self.passages]
        at = np.searchsorted(firsts, starts, side="right") - 1
        return [place if place >= 0 and start < self.passages[place].end else -1 for place, start in zip(at.tolist(), starts, strict=True)]


def mask_articles(comparison: Comparison, lexicons: Path | None = None) -> list[MaskedArticle]:
    """Mask every article of a comparison; letters go by the hash of the text, so that their order tells nothing of the outlets."""
    texts = [comparison.text_of(number) for number in range(len(comparison.articles))]
    order = sorted(range(len(texts)), key=lambda number: hashlib.sha256(texts[number].encode("utf-8", "replace")).digest())
    letters = {make_letter(place): number for place, number in enumerate(order)}
    zones = comparison.tables["zones"]
    lines = zones[zones["zone"] == "byline"]
    bylines = {letter: lines[lines["article"] == comparison.articles[number].article_id]["text"].tolist() for letter, number in letters.items()}
    names = find_names(
        {letter: texts[number] for letter, number in letters.items()},
        {letter: comparison.articles[number] for letter, number in letters.items()}, bylines, lexicons,
    )  # fmt: skip
    return [mask_article(comparison, letter, number, names) for letter, number in letters.items()]


def mask_article(comparison: Comparison, letter: str, number: int, names: Names) -> MaskedArticle:
    """Mask one article."""
    text, article = comparison.text_of(number), comparison.articles[number]
    zones = comparison.tables["zones"]
    own = zones[(zones["article"] == article.article_id) & zones["zone"].isin(SHOWN) & ~zones["copy"] & (zones["text"].str.strip() != "")]
    shown = list(iter_columns(own, "start", "end", "zone"))
    hidden = list(find_masks(text, names.of(letter)))
    edits: list[Edit] = []
    done = 0
    for start, end, zone in shown:
        end = start + len(text[start:end].rstrip())
        edits.append(Edit(done, start, BETWEEN if done else "", MASK))
        here = [edit for edit in hidden if start <= edit.start and edit.end <= end]
        edits += settle([*here, *find_credits(text, start, end)] if zone == "caption" else here)
        done = end
    edits.append(Edit(done, len(text), "", MASK))
    edited, step = apply_edits(text, [edit for edit in edits if edit.end > edit.start or edit.new])
    masked = mend_unseen(edited)
    blank = MaskedArticle(letter, number, article.article_id, article.language, masked, (), (), step)
    starts, ends = blank.to_masked(np.array([row[0] for row in shown], np.int64), np.array([row[1] for row in shown], np.int64))
    named = zip(shown, starts.tolist(), ends.tolist(), strict=True)
    passages = tuple(Passage(f"{letter}{place}", row[2], start, end) for place, (row, start, end) in enumerate(named, 1))
    sentences = find_masked_sentences(comparison, blank, passages)
    return MaskedArticle(letter, number, article.article_id, article.language, masked, passages, sentences, step)


def find_masks(text: str, names: Sequence[Name]) -> Iterator[Edit]:
    """Yield what to hide in a text, apart and in order."""
    folded = fold_text(text).decode("latin-1")
    found = [Edit(match.start(), match.end(), ADDRESS, MASK) for match in ADDRESSES.finditer(text)]
    for name in names:
        words = r"[ ]{1,3}".join(map(re.escape, fold_words(name.words).split()))
        for match in re.finditer(rf"(?<![^ ])(?:the[ ]+)?{words}(?![^ ])", folded):
            piece = text[match.start() : match.end()]
            if "\n" not in piece and (not name.has_capital or has_capitals(piece)):
                found.append(Edit(match.start(), match.end(), name.shown, MASK))
    yield from settle(found)


def has_capitals(piece: str) -> bool:
    """Tell whether the words of a piece are written as a name: a capital first in all but small words.

    >>> has_capitals("the Gazette of Stone"), has_capitals("Stone gazette"), has_capitals("al-Watan")
    (True, False, True)
    """
    words = [word for word in re.split(r"[\s-]+", piece) if len(word) > LONGEST_SMALL]
    return all(word[:1].isupper() or not word[:1].islower() for word in words) and any(not char.islower() for char in piece if char.isalpha())


def find_credits(text: str, start: int, end: int) -> list[Edit]:
    """Return the credit that ends a caption, if one does."""
    match = CREDITS.search(text[start:end])
    return [Edit(start + match.start(), start + match.end(), CREDIT, MASK)] if match else []


def settle(edits: Sequence[Edit]) -> list[Edit]:
    """Return edits in order without overlaps: of those that touch, the first and longest stands for all they cover, so that nothing is left over."""
    kept: list[Edit] = []
    for edit in sorted(edits, key=lambda one: (one.start, -one.end)):
        if kept and edit.start < kept[-1].end:
            kept[-1] = kept[-1]._replace(end=max(kept[-1].end, edit.end))
        else:
            kept.append(edit)
    return kept


def find_masked_sentences(comparison: Comparison, article: MaskedArticle, passages: Sequence[Passage]) -> tuple[tuple[int, int], ...]:
    """Return the sentences of an article that lie in its passages, in masked offsets; a headline counts as one."""
    sentences, batch = comparison.analysis.sentences, comparison.analysis.batch
    own: NDArray[np.bool_] = (sentences.starts >= batch.starts[article.number]) & (sentences.starts < batch.ends[article.number])
    begin = batch.starts[article.number]
    starts, ends = article.to_masked(sentences.starts[own] - begin, sentences.ends[own] - begin)
    pairs = dict.fromkeys(zip(starts.tolist(), ends.tolist(), strict=True))
    inside = [(start, end) for start, end in pairs if any(one.start <= start and end <= one.end for one in passages)]
    return tuple(pair for pair in inside if any(char.isalnum() for char in article.text[slice(*pair)]))
