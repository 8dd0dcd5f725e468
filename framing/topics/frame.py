"""Axes and their poles: two opposed frames of one target."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Pole:
    """One end of an axis: a named way of presenting the target (Entman 1993)."""

    pole_id: str
    label: str
    definition: str
    argued_by: str


@dataclass(frozen=True)
class Axis:
    """Two opposed frames of one target; the left pole counts -1, the right pole +1."""

    axis_id: str
    label: str
    target: str
    question: str
    left: Pole
    right: Pole

    def sign(self, pole_id: str) -> int:
        """Return -1 for the left pole, +1 for the right one, 0 for `none`.

        Raises KeyError for any other id.
        """
        return {self.left.pole_id: -1, self.right.pole_id: 1, "none": 0}[pole_id]

    def pole(self, sign: float) -> Pole:
        """Return the pole on the side of a signed figure; zero has none and raises ValueError."""
        if sign == 0:
            raise ValueError("zero lies between the poles")
        return self.left if sign < 0 else self.right
