"""Quotations: every mark and shape, and where a malformed one ends."""

import time
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

Read = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("He said “the ferry will sail” on Monday.", ["“the ferry will sail”"]),
        ('He said "the ferry will sail" on Monday.', ['"the ferry will sail"']),
        ("He said ‘the ferry will sail’ on Monday.", ["‘the ferry will sail’"]),
        ("He said 'the ferry will sail' on Monday.", ["'the ferry will sail'"]),
        ("He said «the ferry will sail» on Monday.", ["«the ferry will sail»"]),
        ("He said „the ferry will sail” on Monday.", ["„the ferry will sail”"]),
        ("He said (“the ferry will sail”) on Monday.", ["“the ferry will sail”"]),
        ('He said—"the ferry will sail"—on Monday.', ['"the ferry will sail"']),
        ('He said: "The ferry will sail," and left.', ['"The ferry will sail,"']),
        ('"The ferry," he said, "will sail."', ['"The ferry,"', '"will sail."']),
        ("“One,” he said. “Two,” she said. ‘Three,’ they said.", ["“One,”", "“Two,”", "‘Three,’"]),
        ("Nobody was quoted on the quay.", []),
    ],
)
def test_marks(read_page: Read, text: str, quoted: list[str]) -> None:
    """Curly, straight, single, angular and low marks open and close a quotation, which holds its marks."""
    assert read_page(text).quoted == quoted


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("“The mayor called it ‘a gift’ to us,” she said.", ["“The mayor called it ‘a gift’ to us,”"]),
        ("\"The mayor called it 'a gift' to us,\" she said.", ["\"The mayor called it 'a gift' to us,\""]),
        ("‘The mayor called it “a gift” to us,’ she said.", ["‘The mayor called it “a gift” to us,’"]),
        ("“‘A gift,’ he called it,” she said.", ["“‘A gift,’ he called it,”"]),
        ("“He called it ‘a gift’,” she said. “It is ‘a debt’.”", ["“He called it ‘a gift’,”", "“It is ‘a debt’.”"]),
    ],
)
def test_nested(read_page: Read, text: str, quoted: list[str]) -> None:
    """A quotation inside a quotation is part of the outer one."""
    assert read_page(text).quoted == quoted


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("She doesn't think it's late, and the boat's there.", []),
        ("She doesn’t think it’s late, and the boat’s there.", []),
        ("It met both sides' desire, and the crews' need.", []),
        ("It met both sides’ desire, and the crews’ need.", []),
        ("Back in the '90s the boats were older than in the '60s.", []),
        ("Back in the ’90s the boats were older, rock ’n’ roll was new.", []),
        ("'Twas late; tell 'em 'til they hear, 'cause they must.", []),
        ("‘She doesn’t think it’s late,’ he said.", ["‘She doesn’t think it’s late,’"]),
        ("'She doesn't think it's late,' he said.", ["'She doesn't think it's late,'"]),
        ("It is ‘both sides’ desire’, he said.", ["‘both sides’ desire’"]),
        ("The '90s brought an 'age of boats' to them.", ["'age of boats'"]),
        ("The owners' hope was 'a new quay' by May.", ["'a new quay'"]),
        ("He spoke of ‘the workers’ and went home.", ["‘the workers’"]),
        ("The Joneses' boat and the O'Briens' boat met.", []),
        ("A 6' mast and a 5' 4\" oar lay there.", []),
    ],
)
def test_apostrophes(read_page: Read, text: str, quoted: list[str]) -> None:
    """Apostrophes of contraction, possession and elision open and close nothing, inside a quotation or outside."""
    assert read_page(text).quoted == quoted


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("He said “the boat will sail. The sea was calm.", ["“the boat will sail."]),
        ('He said "the boat will sail. The sea was calm.', ['"the boat will sail.']),
        ("It rained. He said “the boat will sail on. The sea was calm. So were we.", ["“the boat will sail on."]),
        ("“The boat will sail.\n\nThe sea was calm, said the cook.", ["“The boat will sail."]),
        ("He said “the boat", ["“the boat"]),
        ("He said the boat will sail “", ["“"]),
        ("The cook's ‘friend was late. So were we.", []),
    ],
)
def test_an_unclosed_quotation_ends_with_its_sentence(read_page: Read, text: str, quoted: list[str]) -> None:
    """Where the next paragraph opens with no mark, an unclosed double mark reaches to the end of its sentence; a single one is none."""
    page = read_page(text)
    assert page.quoted == quoted
    assert not page.quotations.is_closed.any()


def test_a_quotation_over_several_paragraphs(read_page: Read) -> None:
    """Where each next paragraph opens with a mark, an unclosed quotation reaches to its paragraph's end; the last is closed."""
    first, second, third = "“We built it. We paid for it.", "“We sail it. We love it.", "“It is ours,” he said."
    page = read_page(f"{first}\n\n{second}\n\n{third}\n\nThe sea was calm.")
    assert page.quoted == [first, second, "“It is ours,”"]
    assert page.quotations.is_closed.tolist() == [False, False, True]


def test_a_quotation_does_not_go_on_in_the_next_article(read_page: Read) -> None:
    """The paragraph that opens the next article is no continuation."""
    page = read_page("He said “we built it. We paid for it.", "“It is ours,” she said.")
    assert page.quoted == ["“we built it.", "“It is ours,”"]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("The sea was calm,” he said. “We slept,” she said.", ["“We slept,”"]),
        ('The sea was calm," he said. "We slept," she said.', ['"We slept,"']),
        ("The sea was calm” and cold.", []),
        ("Calm,” he said,” and cold,” she said.", []),
        ("“We slept,” she said.” The cook woke.", ["“We slept,”"]),
        ("The sea’ was calm.", []),
    ],
)
def test_a_stray_closing_mark_is_passed_over(read_page: Read, text: str, quoted: list[str]) -> None:
    """A closing mark without an opening one makes no quotation and takes none from the others."""
    assert read_page(text).quoted == quoted


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("He said “we built it and “we paid for it” too.", ["“we built it and ", "“we paid for it”"]),
        ("He said “we built it. Then “we paid for it” too.", ["“we built it.", "“we paid for it”"]),
        ("“One. “Two. “Three.", ["“One.", "“Two.", "“Three."]),
        ("“He called it “a gift” to us,” she said.", ["“He called it “a gift”"]),
    ],
)
def test_two_openings(read_page: Read, text: str, quoted: list[str]) -> None:
    """A second opening mark ends an unclosed quotation, unless enough closing marks follow for both."""
    assert read_page(text).quoted == quoted


def test_a_quotation_at_the_edges_of_a_paragraph(read_page: Read) -> None:
    """A quotation may be a whole paragraph, begin one, or end one."""
    text = "“We slept.”\n\n“We slept,” she said.\n\nThe cook said “we woke.”\n\nThe sea was calm."
    assert read_page(text).quoted == ["“We slept.”", "“We slept,”", "“we woke.”"]


@pytest.mark.parametrize(("opening", "closing"), ["“”", "‘’", '""', "''"])
def test_hundreds_of_quotations(read_page: Read, opening: str, closing: str) -> None:
    """Six hundred quotations in one paragraph are all found, in under a second."""
    started = time.perf_counter()
    text = " ".join(f"Cook {number} said {opening}we slept{closing} twice." for number in range(600))
    assert len(read_page(text).quoted) == 600
    assert time.perf_counter() - started < 1


@pytest.mark.parametrize("mark", ["“", "”", "‘", '"', "'"])
def test_hundreds_of_malformed_marks(read_page: Read, mark: str) -> None:
    """Two thousand opening or stray marks in one paragraph take no quadratic time."""
    started = time.perf_counter()
    read_page(" ".join(f"cook {mark}slept" for _ in range(2_000)))
    assert time.perf_counter() - started < 3


@pytest.mark.parametrize("bad", ["He said “we built it", "Calm,” he said", "“One “two “three", 'He said "we built it', "‘we built it", '" " "'])
def test_a_malformed_quotation_does_not_swallow_the_next_paragraph(read_page: Read, bad: str) -> None:
    """Whatever is wrong in one paragraph, the next one's quotation and words are found as they stand."""
    page = read_page(f"{bad}\n\nThe sea was calm, “so we slept,” she said.\n\nThe cook woke.")
    assert page.quoted[-1] == "“so we slept,”"
    end_of_bad = page.batch.text.index("\n\n")
    assert all(end <= end_of_bad for start, end in page.spans if start < end_of_bad)


def test_of_tells_the_quotation_a_stretch_lies_in(read_page: Read) -> None:
    """`of` gives the number of the quotation that holds all of a stretch, -1 where none does."""
    page = read_page("He said “one two” and “three” there.")
    places = [page.batch.text.index(word) for word in ("said", "two", "and", "three")]
    ends = [places[0] + 4, places[1] + 3, places[2] + 3, places[3] + 5]
    assert page.quotations.of(np.array(places), np.array(ends)).tolist() == [-1, 0, -1, 1]
    assert page.quotations.of(np.array([places[1]]), np.array([places[3]])).tolist() == [-1]


PIECES = st.sampled_from(
    ["“", "”", '"', "‘", "’", "'", "«", "»", " ", " ", " ", ". ", ", ", "\n\n", "\n", "the", "Boat", "s", "'90s", "don’t", "—", "(", ")", "?", "é"]
)
TEXTS = st.lists(PIECES, max_size=60).map("".join)


@given(TEXTS)
def test_quotations_are_in_order_and_apart(read_page: Read, text: str) -> None:
    """Whatever the marks, quotations stand in order, hold a mark, do not overlap, and each lies within one segment."""
    page = read_page(text)
    assert all(before[1] <= after[0] for before, after in zip(page.spans, page.spans[1:], strict=False))
    for start, end in page.spans:
        segment = int(page.segments.of(page.quotations.starts[page.quotations.starts == start])[0])
        assert page.segments.starts[segment] <= start < end <= page.segments.ends[segment]


@given(TEXTS, TEXTS)
def test_quotations_of_one_article_do_not_depend_on_the_next(read_page: Read, first: str, second: str) -> None:
    """Two texts in one batch have the quotations that each has alone."""
    first, second = f"Boats {first}", f"Quays {second}"
    both = read_page(first, second)
    alone = read_page(first).spans
    shift = int(both.batch.starts[1] - both.batch.starts[0])
    assert both.spans == alone + [(start + shift, end + shift) for start, end in read_page(second).spans]
