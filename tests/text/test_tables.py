"""Hash tables answer as a dict does."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from framing.text.tables import make_table

NUMBERS = st.integers(0, 2**64 - 1) | st.integers(0, 40)


@given(st.lists(NUMBERS, unique=True, max_size=60), st.lists(NUMBERS, max_size=30))
def test_a_table_answers_as_a_dict(keys: list[int], others: list[int]) -> None:
    """Every key has its place, every other number -1, in tables of any size."""
    wanted = [*keys, *others]
    places = {key: place for place, key in enumerate(keys)}
    found = make_table(np.array(keys, np.uint64)).look_up(np.array(wanted, np.uint64))
    assert found.tolist() == [places.get(key, -1) for key in wanted]


def test_an_empty_table_holds_nothing() -> None:
    """Not even zero, which stands at its end as a dummy."""
    assert make_table(np.array([], np.uint64)).look_up(np.array([0, 1], np.uint64)).tolist() == [-1, -1]
