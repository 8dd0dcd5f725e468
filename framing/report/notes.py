"""Evidence as numbered notes: what a reader finds at the end of each mark."""

from dataclasses import dataclass
from typing import Final

from framing.comparison.comparison import Comparison
from framing.report.labels import letter_axes
from framing.report.passages import cut_passage, read_texts
from framing.report.plain import iter_columns
from framing.report.words import VOICES

WEAK: Final = 0.5
"""A piece of evidence that counts less hints at its frame and does not name it."""
ARROWS: Final = {"left": "←", "right": "→"}


@dataclass(frozen=True)
class Note:
    """One piece of evidence, numbered over the whole report; `side` is left or right, `text` is verbatim in its article."""

    number: int
    article: str
    text: str
    start: int
    end: int
    raw_start: int
    raw_end: int
    letter: str
    axis: str
    side: str
    pole: str
    zone: str
    voice: str
    stance: str
    weight: float
    reason: str
    source: str = ""

    @property
    def said_by(self) -> str:
        """Whose words they are: own voice, or attributed, and to whom."""
        return VOICES[self.voice] + (f" to “{' '.join(self.source.split())}”" if self.source else "")

    @property
    def sign(self) -> str:
        """The mark beside the words: the axis' letter and an arrow towards the pole."""
        return f"{self.letter}{ARROWS[self.side]}"

    @property
    def counts(self) -> str:
        """What the note says about its weight."""
        if self.zone == "caption":
            return "in a caption: shown, not counted"
        said = f"counts {self.weight:g}{', a weak word' if self.is_weak else ''}"
        return said if self.weight > 0 else "void: does not count"

    @property
    def is_weak(self) -> bool:
        """Whether it counts, but only a little."""
        return 0 < self.weight < WEAK

    @property
    def classes(self) -> str:
        """The classes of its mark."""
        strength = " half" if self.stance == "hedged" else " weak" if self.is_weak else ""
        return f"{self.side} {self.voice}" + (" void" if self.weight == 0 else "") + strength


def make_notes(comparison: Comparison) -> dict[str, list[Note]]:
    """Return the notes of every article, in order of place; raises FramingError where a passage is not verbatim."""
    texts, axes = read_texts(comparison), letter_axes(comparison)
    found: dict[str, list[Note]] = {article.article_id: [] for article in comparison.articles}
    columns = ("article", "text", "start", "end", "raw_start", "raw_end", "axis", "pole", "zone", "voice", "stance", "weight", "reason", "source")
    table = comparison.tables["evidence"]
    rows = iter_columns(table, *columns)
    for number, (article, text, start, end, raw_start, raw_end, axis_id, pole_id, *rest) in enumerate(rows, 1):
        letter, axis = axes[axis_id]
        side, pole = ("left", axis.left) if pole_id == axis.left.pole_id else ("right", axis.right)
        passage = cut_passage(texts, article, start, end, text)
        place = (start, end, raw_start, raw_end)
        found[article].append(Note(number, article, passage, *place, letter, axis.label, side, pole.label, *rest))
    return found
