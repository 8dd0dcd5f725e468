"""Which hits count: the longest on its axis, with the target it needs, within one sentence of one article."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.evidence.selection import find_longest
from framing.text.matching import Hits

Find = Callable[..., list[Any]]


def on(found: list[Any], axis: str) -> list[tuple[str, str]]:
    """Return (text, pole) of the evidence on one axis."""
    return [(one.text, one.pole) for one in found if one.axis == axis]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The port is a drain.", [("drain", "burden")]),
        ("The port is a slow drain.", [("slow drain", "burden")]),
        ("The port is a slow drain of silt.", [("slow drain of silt", "gift")]),
        ("The port is a slow drain and a drain.", [("slow drain", "burden"), ("drain", "burden")]),
        ("It was a blessing and a curse.", [("blessing", "gift"), ("curse", "burden")]),
    ],
)
def test_the_longest_term_wins(find: Find, text: str, expected: list[tuple[str, str]]) -> None:
    """Of overlapping terms on one axis the longest counts and the others are dropped, whatever their poles."""
    assert on(find(text), "worth") == expected


def test_of_two_equally_long_terms_the_earlier_wins(find: Find) -> None:
    """`grey bay` and `bay mist` overlap and are equally long: the first counts."""
    assert on(find("There was a grey bay mist at dawn."), "worth") == [("grey bay", "gift")]


def test_of_two_terms_on_one_stretch_the_later_row_wins(find: Find) -> None:
    """What stands further down the list, as a topic does below what it extends, stands over it."""
    assert on(find("They built a pier."), "worth") == [("pier", "burden")]


def test_a_blocker_takes_the_term_away(find: Find) -> None:
    """A phrase marked `none` wins over the shorter term inside it and is no evidence itself."""
    assert on(find("It was a blessing in disguise."), "worth") == []
    assert on(find("It was a blessing in disguise, and a blessing."), "worth") == [("blessing", "gift")]


@pytest.mark.parametrize(
    ("text", "worth", "cost"),
    [
        ("It was a blessing in disguise.", [], [("blessing in disguise", "dear")]),
        ("It was a curse of plenty.", [("curse", "burden")], [("curse of plenty", "cheap")]),
        ("The port is a slow drain on the treasury.", [("slow drain", "burden")], [("drain", "dear")]),
        ("The port is a drain.", [("drain", "burden")], []),
        ("The treasury is a drain.", [], [("drain", "dear")]),
    ],
)
def test_two_axes_do_not_disturb_each_other(find: Find, text: str, worth: list[Any], cost: list[Any]) -> None:
    """Blockers, longer terms and targets of one axis change nothing on another."""
    found = find(text)
    assert (on(found, "worth"), on(found, "cost")) == (worth, cost)


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("The port is a drain.", 1), ("A drain it is, the port.", 1), ("It is a drain.", 0), ("The port opened. It is a drain.", 0),
        ("It is a drain. The port opened.", 0), ("The port opened.\n\nIt is a drain.", 0),
    ],
)  # fmt: skip
def test_a_required_target_stands_in_the_sentence(find: Find, text: str, n: int) -> None:
    """A term that requires its target counts only where the target is in the same sentence."""
    assert len(on(find(text), "worth")) == n


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("The port is a trouble.", 1), ("The port opened. It is a trouble.", 1), ("The port opened. Rain fell. It is a trouble.", 1),
        ("The port opened. Rain fell. Wind rose. It is a trouble.", 0), ("It is a trouble. The port opened.", 0), ("It is a trouble.", 0),
        ("The port opened.\n\nIt is a trouble.", 1),
    ],
)  # fmt: skip
def test_a_near_target_stands_up_to_two_sentences_before(find: Find, text: str, n: int) -> None:
    """A term whose target may be near counts with the target in its sentence or one of the two before, never after."""
    assert len(on(find(text), "worth")) == n


def test_a_free_term_needs_no_target(find: Find) -> None:
    """A term that speaks of the target by itself counts anywhere."""
    assert on(find("It is a blessing."), "worth") == [("blessing", "gift")]


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("The port wine is a drain.", 0), ("The port is a drain on wine.", 1), ("The port wine of the port is a drain.", 1),
        ("Port wine was served. It is a trouble.", 0), ("The port lunch is a drain on the harbour.", 1),
    ],
)  # fmt: skip
def test_a_word_within_a_phrase_set_aside_names_no_target(find: Find, text: str, n: int) -> None:
    """A phrase of the target `none` takes the names within it away, and no others."""
    assert len(on(find(text), "worth")) == n


def test_a_target_of_another_article_does_not_count(find: Find) -> None:
    """The port of one article is not near the trouble of the next."""
    assert find("The port opened.", "It is a trouble.", "It is a trouble.") == []


@pytest.mark.parametrize("text", ["They feed the crew. Families wait.", "They feed the crew.\n\nfamilies wait here.", "They feed\n\nfamilies here."])
def test_a_term_does_not_reach_over_a_sentence(find: Find, text: str) -> None:
    """A pattern with a gap whose parts stand in two sentences or paragraphs is no evidence."""
    assert find(text) == []


def test_a_term_does_not_reach_over_an_article(find: Find) -> None:
    """A pattern whose parts stand in two articles is no evidence."""
    assert find("They feed", "families here.") == []


HITS = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 30), st.integers(1, 8), st.integers(0, 2)), max_size=25)


def choose_slowly(hits: list[tuple[int, int, int, int]]) -> list[tuple[int, int, int, int]]:
    """Choose hits one by one: longest first, then earliest, then the latest pattern; drop what overlaps in its group."""
    chosen: list[tuple[int, int, int, int]] = []
    for hit in sorted(hits, key=lambda hit: (hit[1] - hit[2], hit[1], -hit[0])):
        _, start, end, group = hit
        if all(group != other[3] or end <= other[1] or start >= other[2] for other in chosen):
            chosen.append(hit)
    return sorted(chosen)


@given(HITS)
def test_find_longest_is_what_a_slow_search_chooses(drawn: list[tuple[int, int, int, int]]) -> None:
    """Choosing hits one by one by the stated rule gives the same hits."""
    hits = [(pattern, start, start + length, group) for pattern, start, length, group in drawn]
    pattern, starts, ends, group = (np.array([hit[at] for hit in hits], np.int64) for at in range(4))
    kept = find_longest(Hits(pattern.astype(np.int32), starts, ends), group.astype(np.int32))
    assert sorted(hits[at] for at in kept) == choose_slowly(hits)
    assert kept.tolist() == sorted(kept.tolist())
