"""The rule by which articles are grouped into events: every figure that can be turned, with what it means."""

from dataclasses import dataclass, fields

from framing.errors import make_error


@dataclass(frozen=True)
class EventRule:
    """How like each other articles of one event are; cosines are of weighted words, in [0, 1].

    - `similarity`: two groups of articles become one event while the mean similarity between them is at least this.
    - `days`: articles further apart than this many days never report the same event; they may be related.
    - `fade`: what a distance of `days` takes off the similarity, as a share of it; fewer days in proportion, half of it where a date is unknown.
    - `related`: events whose most similar articles are at least this like each other, whatever the dates, are related.
    """

    similarity: float = 0.14
    days: float = 14.0
    fade: float = 0.5
    related: float = 0.15

    def __post_init__(self) -> None:
        for field in fields(self):
            value, most = getattr(self, field.name), 3650.0 if field.name == "days" else 1.0
            if not 0 <= value <= most:
                raise make_error("event rule", f"{field.name}: {value:g} is not allowed; 0 to {most:g} is")
