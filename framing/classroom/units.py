"""From marked spans to labels of sentences: what each coder, and the tool, says of each sentence on each axis."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from framing.classroom.alpha import MISSING, Labels
from framing.classroom.coding import Coding
from framing.classroom.pack import VOICES, Coded, Pack

NONE: Final = "no mark"


@dataclass(frozen=True)
class Units:
    """The sentences of a pack with everybody's labels.

    `sentences` has the columns article, place, start, end, text. `poles[axis]` are the labels of the axis (none first), `labels[axis]`
    their numbers (coders by sentences, -1: not read); `voices[axis]` the voice given to marked sentences; `tool[axis]` the tool's labels.
    """

    coders: tuple[str, ...]
    sentences: pd.DataFrame
    poles: Mapping[str, tuple[str, ...]]
    labels: Mapping[str, Labels]
    voices: Mapping[str, Labels]
    tool: Mapping[str, Labels]


def make_units(codings: Sequence[Coding], pack: Pack) -> Units:
    """Label every sentence of a pack by every coder and the tool."""
    rows = [
        (article, pack.place_of(article, start, number), start, end, pack.texts[article][start:end])
        for article, pairs in pack.sentences.items() for number, (start, end) in enumerate(pairs, 1)
    ]  # fmt: skip
    sentences = pd.DataFrame(rows, columns=["article", "place", "start", "end", "text"])
    poles = {axis: (NONE, *named) for axis, (_, named) in pack.axes.items()}
    was_read = np.array([sentences["article"].isin(coding.read) for coding in codings], np.bool_).reshape(len(codings), len(sentences))
    every = {axis: [label_sentences(coding.marks, axis, poles[axis], sentences) for coding in codings] for axis in poles}
    return Units(
        coders=tuple(coding.coder for coding in codings),
        sentences=sentences,
        poles=poles,
        labels={axis: np.where(was_read, stack([pole for pole, _ in own], sentences), MISSING) for axis, own in every.items()},
        voices={axis: np.where(was_read, stack([voice for _, voice in own], sentences), MISSING) for axis, own in every.items()},
        tool={axis: label_sentences(pack.tool, axis, poles[axis], sentences)[0] for axis in poles},
    )


def stack(rows: Sequence[Labels], sentences: pd.DataFrame) -> Labels:
    """Stack the labels of coders, also where there are none."""
    return np.array(rows, np.int64).reshape(len(rows), len(sentences))


def label_sentences(marks: Iterable[Coded], axis: str, poles: Sequence[str], sentences: pd.DataFrame) -> tuple[Labels, Labels]:
    """Return (pole, voice) of each sentence by the marks on an axis: the pole that covers most of its letters, and the voice that does so.

    A sentence without a marked letter has "no mark" (0) and has no voice (-1). Of two poles that cover the same, the one marked first counts.
    """
    pole_of, voice_of = np.zeros(len(sentences), np.int64), np.full(len(sentences), MISSING, np.int64)
    own = sorted((mark for mark in marks if mark.axis == axis), key=lambda mark: (mark.article, mark.start, mark.end))
    spans = list(zip(sentences["article"], sentences["start"], sentences["end"], sentences["text"], strict=True))
    for place, (article, start, end, text) in enumerate(spans):
        over = [mark for mark in own if mark.article == article and mark.start < end and mark.end > start]
        covered: dict[str, set[int]] = {}
        by_voice: dict[tuple[str, str], int] = {}
        for mark in over:
            letters = {at for at in range(max(mark.start, start), min(mark.end, end)) if text[at - start].isalnum()}
            covered.setdefault(mark.pole, set()).update(letters)
            by_voice[mark.pole, mark.voice] = by_voice.get((mark.pole, mark.voice), 0) + len(letters)
        if any(covered.values()):
            best = max(covered, key=lambda pole: len(covered[pole]))
            pole_of[place] = poles.index(best)
            told = {voice: by_voice.get((best, voice), 0) for voice in VOICES}
            voice_of[place] = VOICES.index(max(told, key=lambda voice: told[voice])) if any(told.values()) else MISSING
    return pole_of, voice_of
