"""A stretch of text, as half-open code point offsets."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Span:
    """Half-open stretch `[start, end)` in code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"span {self.start}:{self.end}: start and end must be 0 <= start <= end")

    def cut(self, text: str) -> str:
        """Cut the stretch out of its text.

        >>> Span(3, 9).cut("an occupation")
        'occupa'
        """
        return text[self.start : self.end]
