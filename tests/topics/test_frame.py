"""Axes know which pole is which side."""

import pytest

from framing.topics.frame import Axis, Pole

LEFT, RIGHT = Pole("gift", "Gift", "It gives.", "builders"), Pole("burden", "Burden", "It takes.", "neighbours")
AXIS = Axis("worth", "What it brings", "port", "Gift or burden?", LEFT, RIGHT)


@pytest.mark.parametrize(("pole_id", "sign"), [("gift", -1), ("burden", 1), ("none", 0)])
def test_sign_of_a_pole(pole_id: str, sign: int) -> None:
    """The left pole counts -1, the right +1, a blocked phrase 0."""
    assert AXIS.sign(pole_id) == sign


def test_another_pole_has_no_sign() -> None:
    """An id that is no pole of the axis raises KeyError."""
    with pytest.raises(KeyError):
        AXIS.sign("neutral")


@pytest.mark.parametrize(("figure", "pole"), [(-0.01, LEFT), (1, RIGHT)])
def test_pole_of_a_figure(figure: float, pole: Pole) -> None:
    """A signed figure, however small, lies on one side."""
    assert AXIS.pole(figure) is pole


def test_zero_has_no_pole() -> None:
    """Zero lies between the poles and raises ValueError."""
    with pytest.raises(ValueError, match="zero"):
        AXIS.pole(0.0)
