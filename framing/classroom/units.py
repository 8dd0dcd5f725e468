"""From marked spans to labels of sentences: what each coder, and the tool, says of each sentence on each axis."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
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

    `sentences` has the columns article, place, start, end, text. `poles[axis]` are the labels of the axis ("no mark" first), `labels[axis]` their
    numbers (coders by sentences, -1: not read, or both poles alike); `voices[axis]` the voice of marked sentences; `tool[axis]` the tool's labels.
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

    A sentence without a marked letter has "no mark" (0) and no voice (-1). One whose letters are covered alike by both poles says neither: -1.
    """
    pole_of, voice_of = np.zeros(len(sentences), np.int64), np.full(len(sentences), MISSING, np.int64)
    own = [mark for mark in marks if mark.axis == axis]
    for article in dict.fromkeys(mark.article for mark in own):
        places = np.flatnonzero(sentences["article"] == article)
        counts = count_letters([mark for mark in own if mark.article == article], poles, sentences.iloc[places])
        for place, (total, by_voice) in zip(places.tolist(), counts, strict=True):
            if total.any():
                pole_of[place] = MISSING if total[0] == total[1] else int(total.argmax()) + 1
            if pole_of[place] > 0 and by_voice[pole_of[place] - 1].any():
                voice_of[place] = by_voice[pole_of[place] - 1].argmax()
    return pole_of, voice_of


def count_letters(marks: Sequence[Coded], poles: Sequence[str], sentences: pd.DataFrame) -> Iterator[tuple[Labels, Labels]]:
    """Yield for each sentence of one article how many of its letters each pole covers, and each pole in each voice."""
    size = int(sentences["end"].max())
    is_letter = np.zeros(size, np.bool_)
    spans = list(zip(sentences["start"].tolist(), sentences["end"].tolist(), sentences["text"], strict=True))
    for start, end, text in spans:
        is_letter[start:end] = [char.isalnum() for char in text]
    covered = np.zeros((2, len(VOICES) + 1, size), np.bool_)
    for mark in marks:
        voice = VOICES.index(mark.voice) if mark.voice in VOICES else len(VOICES)
        covered[poles.index(mark.pole) - 1, voice, mark.start : mark.end] = True
    covered &= is_letter
    for start, end, _ in spans:
        here = covered[:, :, start:end]
        yield here.any(axis=1).sum(axis=1), here[:, : len(VOICES)].sum(axis=2)
