"""Evidence: in which zones it is found, in whose voice, and what is left of a term's weight."""

from collections.abc import Callable
from typing import Any

import pytest

from framing.analysis.analysis import Analysis
from framing.analysis.scores import measure_scores
from framing.analysis.tables import make_evidence_table

Find = Callable[..., list[Any]]
Analyse = Callable[..., Analysis]
BODY = "The ferry lay still on Monday, its owner said.\n\nNobody had told the cook about it.\n\nThe council met at noon.\n\n"


def zones(analysis: Analysis) -> list[tuple[str, str]]:
    """Return (zone, text) of the evidence."""
    table = make_evidence_table(analysis)
    return list(zip(table["zone"], table["text"], strict=True))


def test_headline_standfirst_crosshead_and_body_give_evidence(analyse: Analyse) -> None:
    """Every zone of reporting is read."""
    page = (
        "A blessing for the islanders who waited\n\nMany a curse was heard before the night boats came back to the bay again\n\n"
        f"By Ana Brook\n\n{BODY}What a bargain\n\nIt was a blessing.\n\nSo it went on and on."
    )
    found = zones(analyse(page))
    assert found == [("headline", "blessing"), ("standfirst", "curse"), ("crosshead", "bargain"), ("body", "blessing")]


@pytest.mark.parametrize(
    "page",
    [
        f"The ferry stops at last tonight\n\nBy Ana Blessing\n\n{BODY}",
        f"{BODY}Show More\n\nBlessing of the boats\n\nA curse on the quay",
        f"Blessings\n\nThe ferry stops at last tonight\n\n{BODY}",
    ],
    ids=["byline", "furniture", "section"],
)
def test_what_is_not_reporting_gives_none(find: Find, page: str) -> None:
    """Bylines, page furniture and section labels are not read."""
    assert find(page) == []


def test_captions_give_evidence_and_no_score(analyse: Analyse) -> None:
    """A caption's evidence is shown with its zone and counts in no score."""
    caption = "The blessing of the boats on a grey morning in February. [Cy Dorn/Bay Pictures]"
    analysis = analyse(f"The ferry stops at last tonight\n\n{caption}\n\n{BODY}It was a curse.\n\nSo it went.")
    assert zones(analysis) == [("caption", "blessing"), ("body", "curse")]
    scores = measure_scores(analysis)
    assert scores.set_index(["axis", "voice", "zone"]).loc[("worth", "all", "all"), "n"] == 1


def test_second_copies_are_dropped(find: Find) -> None:
    """A long paragraph that stands twice in an article counts once; in another article it counts again."""
    text = "It was a blessing to all who waited on the quay that night.\n\n"
    assert len(find(text + BODY + text)) == 1
    assert len(find(text, text)) == 2


def test_a_known_headline_that_the_text_lacks_is_read(find: Find) -> None:
    """A headline from the article's record is evidence too."""
    assert [one.text for one in find(BODY, headline="A blessing at last")] == ["blessing"]


@pytest.mark.parametrize(
    ("text", "voice", "stance", "weight"),
    [
        ("It is a blessing.", "own", "asserted", 0.8),
        ("The cook said “it is a blessing to us”.", "attributed", "asserted", 0.8),
        ("The cook said it is a blessing.", "attributed", "asserted", 0.8),
        ("It is a ‘blessing’ to the bay.", "own", "distanced", 0.0),
        ("He called it a ‘blessing’ on Monday.", "attributed", "asserted", 0.8),
        ("It docked at the “Blessing” on Monday.", "own", "asserted", 0.8),
    ],
)
def test_voice(find: Find, text: str, voice: str, stance: str, weight: float) -> None:
    """Quotation marks with a source attribute a term, scare quotes distance it, those of a name change nothing."""
    (found,) = find(text)
    assert (found.voice, found.stance, found.weight) == (voice, stance, weight)


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “blessing of the whole wide bay” opened.", "What the mayor calls “a blessing for all of us” opened.",
        "It was described as “a blessing for all of us here”.",
    ],
)  # fmt: skip
def test_words_of_a_source_are_not_distanced_from_outside(find: Find, text: str) -> None:
    """That the words are a source's is said by their voice; a distancing word outside the marks adds nothing."""
    (found,) = find(text)
    assert (found.voice, found.stance, found.weight) == ("attributed", "asserted", 0.8)


def test_words_of_a_source_are_distanced_from_inside(find: Find) -> None:
    """A source who says so-called holds the word at arm's length himself."""
    (found,) = find("“The so-called blessing is no use to any of us,” the cook said.")
    assert (found.voice, found.stance) == ("attributed", "distanced")


def test_evidence_is_in_order_of_place(analyse: Analyse) -> None:
    """Rows follow the text, article by article."""
    analysis = analyse("It is a bargain, a curse, a blessing.", "A blessing and a bargain.")
    table = make_evidence_table(analysis)
    assert table["text"].tolist() == ["bargain", "curse", "blessing", "blessing", "bargain"]
    assert table["article"].tolist() == ["0", "0", "0", "1", "1"]


def test_a_text_without_evidence(find: Find) -> None:
    """Nothing found is an empty table."""
    assert find(BODY) == []
