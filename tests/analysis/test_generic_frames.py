"""Generic frames: which words are found, and the densities worked out by hand."""

from collections.abc import Callable

import pytest

from framing.analysis.analysis import Analysis
from framing.analysis.generic_frames import make_generic_frame_table, measure_generic_frames
from framing.topics.general import FRAMES

Analyse = Callable[..., Analysis]


@pytest.mark.parametrize(
    ("sentence", "frame"),
    [
        ("The two parties are bitterly divided.", "conflict"),
        ("The widow wept at the gate.", "human interest"),
        ("The bridge cost nine million euros.", "economic consequences"),
        ("It was immoral, the bishop preached.", "morality"),
        ("The council must act.", "responsibility"),
    ],
)
def test_a_sentence_of_each_frame(analyse: Analyse, sentence: str, frame: str) -> None:
    """A plain sentence of a frame has words of that frame and of no other."""
    assert set(make_generic_frame_table(analyse(sentence))["frame"]) == {frame}


def test_plain_words_speak_for_no_frame(analyse: Analyse) -> None:
    """What is only told has no rows."""
    assert make_generic_frame_table(analyse("The boats lay in the bay, and rain fell on the quay.")).empty


def test_the_longest_wins_within_a_frame(analyse: Analyse) -> None:
    """`moral duty` is one find of morality, not two."""
    found = make_generic_frame_table(analyse("Repairing the quay is a moral duty."))
    assert found[found["frame"] == "morality"]["text"].tolist() == ["moral duty"]


def test_two_frames_may_share_a_stretch(analyse: Analyse) -> None:
    """Who is blamed for something stands in a quarrel and is held responsible."""
    found = make_generic_frame_table(analyse("The bishops blame the harbour for the flood."))
    assert {"conflict", "responsibility"} <= set(found["frame"])


def test_density_by_hand(analyse: Analyse) -> None:
    """Two words of weight 0.8 in ten words make 160 a thousand; one of them is quoted."""
    analysis = analyse("Their grief is great. “I am heartbroken,” she said softly.")
    found = make_generic_frame_table(analysis)
    row = measure_generic_frames(analysis, found).set_index("frame").loc["human interest"]
    assert found["text"].tolist() == ["grief", "heartbroken"]
    assert (row["count"], row["own"], row["n_words"]) == (2, 1, 10)
    assert row["per_1000"] == pytest.approx(160)


def test_every_article_has_every_frame(analyse: Analyse) -> None:
    """Frames without a find have a row with 0, in the order of the frames."""
    analysis = analyse("Boats lay in the bay.", "A quarrel over boats broke out.")
    table = measure_generic_frames(analysis, make_generic_frame_table(analysis))
    assert table["frame"].tolist() == [*FRAMES, *FRAMES]
    assert table["count"].tolist()[:5] == [0] * 5
    assert table["count"].tolist()[5] > 0


def test_captions_are_shown_and_not_counted(analyse: Analyse) -> None:
    """A word in a caption has a row of its own and no part in the density."""
    analysis = analyse("Boats lay in the bay all day and all night.\n\nThe grief of the bay [Cy Dorn/Bay]\n\nRain fell on the long grey quay.\n")
    found = make_generic_frame_table(analysis)
    assert found["zone"].tolist() == ["caption"]
    assert measure_generic_frames(analysis, found)["count"].sum() == 0
