"""Whose words, and how far they reach, in sentences where both are easily lost; every sentence is our own."""

from collections.abc import Callable

import pytest

from tests.voices.conftest import Said

Read = Callable[..., list[Said]]
CLOSED = "the bridge was closed"


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("“We were never asked,” said Marta Vale, who runs the ferry.", "Marta Vale, who runs the ferry"),
        ("Most of the boats were old, said Marta Vale, who runs the ferry.", "Marta Vale, who runs the ferry"),
        ("Most of the boats, nine in all, were old, said Marta Vale, who runs the ferry.", "Marta Vale, who runs the ferry"),
        ("The tower should go, said engineer Paul Brandt, a retired builder.", "engineer Paul Brandt, a retired builder"),
        ("“We were never asked,” said a pilot who did not give a name.", "a pilot who did not give a name"),
        ("“The crane is old now,” harbour pilot Paul Brandt, a retired sailor, said.", "harbour pilot Paul Brandt, a retired sailor,"),
        ("A town that cannot pay its nurses will admit that the bridge was closed.", "A town that cannot pay its nurses"),
        ("Marta Vale, head of the port authority said the bridge was closed.", "Marta Vale, head of the port authority"),
        ("The mayor visited the port and said the bridge was closed.", "The mayor"),
        ("He went home and said the bridge was closed.", "He"),
        ("Olga Brun, of the ferry crew: “We were never asked. Nobody came.”", "Olga Brun, of the ferry crew"),
    ],
)
def test_sources_are_not_lost(read_attributions: Read, text: str, source: str) -> None:
    """A source holds its relative clause, its title and its apposition; two verbs share the subject that opens the sentence."""
    assert [one.source for one in read_attributions(text)] == [source]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The council rejected the offer, and police arrested two men.", "the offer"),
        ("The council pledged to mend the bridge, and police arrested two men.", "to mend the bridge"),
        ("The mayor said the bridge was closed; nobody saw it.", CLOSED),
        ("The mayor praised the pilots, the cooks, and the nurses of the town.", "the pilots, the cooks, and the nurses of the town"),
        ("The mayor praised the whole crew, including the cooks.", "the whole crew, including the cooks"),
        ("The envoy urged the withdrawal of the fleet from the bay.", "the withdrawal of the fleet from the bay"),
        ("The mayor put it this way: “We shall wait. We shall see.”", "“We shall wait. We shall see.”"),
        ("Both sides agreed to “mend the old bridge” to help trade.", "“mend the old bridge” to help trade"),
        ("He listed towns where, she suggested, gangs were free.", "gangs were free"),
        ("The toll is a gift to the rich, a view shared by many pilots.", "The toll is a gift to the rich"),
    ],
)
def test_contents_end_where_they_end(read_attributions: Read, text: str, content: str) -> None:
    """A content stops before another clause and at no comma of its own list; it may stand on either side of its cue."""
    assert [one.content for one in read_attributions(text)] == [content]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("The toll, she said, would fall.", ("The toll", "would fall")),
        ("The toll, according to Vale, would fall.", ("The toll", "would fall")),
    ],
)
def test_contents_on_both_sides(read_attributions: Read, text: str, pieces: tuple[str, str]) -> None:
    """What a source in the middle of a clause says has two pieces, however short the first."""
    assert [(one.content, one.second) for one in read_attributions(text)] == [pieces]


@pytest.mark.parametrize(
    "text",
    [
        "Nobody has said that the bridge was closed.",
        "An earlier version of this article said that the bridge was closed.",
        "The visit signals that trade will grow.",
        "This suggests that trade will grow.",
        "The plan, approved by the board in July, is costly.",
    ],
)
def test_who_is_no_source(read_attributions: Read, text: str) -> None:
    """Nobody, the article itself, an event from which something is concluded, and who did something are no sources."""
    assert read_attributions(text) == []


@pytest.mark.parametrize("source", ["The figures", "The report", "A poll of pilots", "The video"])
def test_documents_and_figures_are_sources(read_attributions: Read, source: str) -> None:
    """What holds words or counts can be cited, as in PolNeAR."""
    assert [one.source for one in read_attributions(f"{source} shows that trade will grow.")] == [source]


def test_a_claim_by_somebody(read_attributions: Read) -> None:
    """A noun may name its source behind `by` before what is claimed."""
    assert read_attributions("Then came a claim by the mayor that trade will grow.") == [Said("the mayor", "claim", "that trade will grow")]


def test_who_seeks_something_ends_no_content(read_attributions: Read) -> None:
    """A relative clause with a wish reports what stands behind it, not the sentence before."""
    found = read_attributions("Paul Brandt noted the threat posed by the raiders, who seek to rebuild their camp.")
    assert [(one.source, one.content) for one in found] == [
        ("Paul Brandt", "the threat posed by the raiders"),
        ("who", "to rebuild their camp"),
    ]


def test_speakers_of_a_transcript(read_attributions: Read) -> None:
    """Names in capitals before colons speak their paragraphs where they take turns; a single label in capitals does not."""
    turns = ["The two met on Tuesday.", "ANA VALE: The toll is high, but the port says it is low.", "HOLST: Who told you?", "ANA VALE: You did."]
    found = read_attributions("\n\n".join([*turns, "HOLST: Never.", "NOTE: Cut here."]))
    assert [(one.source, one.content) for one in found] == [
        ("ANA VALE", "The toll is high, but the port says it is low"),
        ("HOLST", "Who told you"),
        ("ANA VALE", "You did"),
        ("HOLST", "Never"),
    ]


@pytest.mark.parametrize(
    ("text", "resolved"),
    [
        ("Tariq al-Vale said the bridge was closed. He said that Norway and Syria would help.\n\nHe said it was late.", "Tariq al-Vale"),
        ("Vale said the bridge was closed. He said it was late.", "Vale"),
        ("The fleet said the bay was shut.\n\nThe ships will wait, it said.", "The fleet"),
        ("Harbour pilots who spoke to the Post said the bay was shut. They said it was late.", "Harbour pilots who spoke to the Post"),
        ("Norway said the bay was shut. He said it was late.", ""),
        ("Ana Vale said the bay was shut. Pete Hale came. Cole Hale waved. He said it was late.", ""),
    ],
)
def test_pronouns_that_are_plain(read_attributions: Read, text: str, resolved: str) -> None:
    """Nations and capitals are nobody's rivals; a surname or a noun that is not listed can be meant where nobody else can."""
    assert read_attributions(text)[-1].resolved == resolved
