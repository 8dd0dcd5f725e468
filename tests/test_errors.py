"""Faults and errors say in one line what is wrong and where."""

import pytest

from framing.errors import Fault, FramingError, make_error, say_list


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (Fault("terms.csv", 7, "weight: 'x' is no number"), "terms.csv:7: weight: 'x' is no number"),
        (Fault("terms.csv", 0, "cannot be read"), "terms.csv: cannot be read"),
    ],
)
def test_fault_names_file_and_line(fault: Fault, said: str) -> None:
    """A fault names its line, and leaves it out where the file as a whole is meant."""
    assert str(fault) == said


def test_error_holds_every_fault() -> None:
    """An error prints one line per fault and keeps them."""
    faults = (Fault("a", 1, "first"), Fault("b", 0, "second"))
    error = FramingError(*faults)
    assert str(error).splitlines() == ["a:1: first", "b: second"]
    assert error.faults == faults


def test_make_error_has_one_fault() -> None:
    """The short way makes an error of one fault."""
    assert make_error("a.csv", "is empty", 3).faults == (Fault("a.csv", 3, "is empty"),)


@pytest.mark.parametrize(
    ("values", "most", "said"),
    [((), 8, ""), (("a",), 8, "a"), (("a", "b"), 2, "a, b"), (("a", "b", "c", "d"), 2, "a, b and 2 more")],
)
def test_long_lists_are_cut(values: tuple[str, ...], most: int, said: str) -> None:
    """Allowed values are listed up to a number, and the rest counted."""
    assert say_list(values, most) == said
