"""A second reader's labels of the shipped examples."""

from tests.bench.examples_reading import measure_reading


def test_a_second_reader_labels_the_examples_alike() -> None:
    """Of 100 sentences a topic most are still there, and chance does not explain the agreement: kappa is .8 or more on each topic."""
    found = measure_reading()
    assert len(found) == 5
    assert (found["sentences"] >= 80).all()
    assert (found["kappa"] >= 0.8).all()
