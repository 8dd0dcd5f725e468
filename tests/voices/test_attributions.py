"""Attributions: who is cited, by which word, for what."""

from collections.abc import Callable

import pytest

from tests.voices.conftest import Said

Read = Callable[..., list[Said]]
SAFE = "the quay is safe"
DIRECT, MIXED = "direct", "mixed"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The mayor said that the quay is safe.", Said("The mayor", "said", "that the quay is safe")),
        ("The mayor said the quay is safe.", Said("The mayor", "said", SAFE)),
        ("The mayor said in a statement that the quay is safe.", Said("The mayor", "said", "that the quay is safe")),
        ("The mayor told reporters on Monday that the quay is safe.", Said("The mayor", "told", "that the quay is safe")),
        ("The mayor asked him whether the quay is safe.", Said("The mayor", "asked", "whether the quay is safe")),
        ("The mayor has repeatedly denied that the quay is safe.", Said("The mayor", "has repeatedly denied", "that the quay is safe")),
        ("The statement emphasised the need for a new quay.", Said("The statement", "emphasised", "the need for a new quay")),
        ("The mayor called for a new quay.", Said("The mayor", "called for", "a new quay")),
        ("Experts say the quay is safe.", Said("Experts", "say", SAFE)),
        ("Both sides said they wanted a new quay.", Said("Both sides", "said", "they wanted a new quay")),
        ("But Ana Vale said the quay is safe.", Said("Ana Vale", "said", SAFE)),
        ("The report of the meeting stressed that the quay is safe.", Said("The report of the meeting", "stressed", "that the quay is safe")),
        ("On Monday, Ana Vale said the quay is safe.", Said("Ana Vale", "said", SAFE)),
        ("The quay is safe, the mayor added.", Said("the mayor", "added", "The quay is safe")),
        ("The quay is safe, the mayor said in a statement.", Said("the mayor", "said", "The quay is safe")),
        ("The quay is safe, said Ana Vale.", Said("Ana Vale", "said", "The quay is safe")),
    ],
)
def test_indirect_speech(read_attributions: Read, text: str, said: Said) -> None:
    """Reported words without marks: behind the cue, behind `that`, behind the person told, or before the cue."""
    assert read_attributions(text) == [said]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("According to harbour officials, the quay is safe.", Said("harbour officials", "According to", SAFE)),
        ("The quay is safe, according to harbour officials.", Said("harbour officials", "according to", "The quay is safe")),
        ("In Norway's view, the quay is safe.", Said("Norway", "view", SAFE)),
        ("Norway's claim that the quay is safe.", Said("Norway", "claim", "that the quay is safe")),
        ("The fishermen want a new quay.", Said("The fishermen", "want", "a new quay")),
        ("Ana Vale believes the quay will last.", Said("Ana Vale", "believes", "the quay will last")),
        ("The council expects to build a new quay.", Said("The council", "expects", "to build a new quay")),
    ],
)
def test_prepositions_nouns_and_attitudes(read_attributions: Read, text: str, said: Said) -> None:
    """A source is cited by `according to`, `in X's view`, `X's claim that`, and for what it wants or believes."""
    assert read_attributions(text) == [said]


@pytest.mark.parametrize(("opening", "closing"), ["“”", "‘’", '""', "''", "«»", ("''", "''")])
def test_quotations_of_every_mark(read_attributions: Read, opening: str, closing: str) -> None:
    """Words in any marks are a direct attribution, before the cue and behind it."""
    quoted = f"{opening}The quay is safe for all,{closing}"
    assert read_attributions(f"{quoted} said Ana Vale.") == [Said("Ana Vale", "said", quoted, kind=DIRECT)]
    assert read_attributions(f"{quoted} Ana Vale said.") == [Said("Ana Vale", "said", quoted, kind=DIRECT)]
    quoted = f"{opening}The quay is safe for all.{closing}"
    assert read_attributions(f"Ana Vale said: {quoted}") == [Said("Ana Vale", "said", quoted, kind=DIRECT)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("“The quay,” said Ana Vale, “is safe.”", Said("Ana Vale", "said", "“The quay,”", "“is safe.”", DIRECT)),
        ("“The quay is safe,” she said. “All is well.”", Said("she", "said", "“The quay is safe,”", "“All is well.”", DIRECT)),
        ("“The quay is safe,” he told the Evening Tide.", Said("he", "told", "“The quay is safe,”", kind=DIRECT)),
        ("“Is it safe?” asked the mayor.", Said("the mayor", "asked", "“Is it safe?”", kind=DIRECT)),
        ("The mayor said the quay was “a gift to all”.", Said("The mayor", "said", "the quay was “a gift to all”", kind=MIXED)),
        ("The mayor described the quay as “a gift”.", Said("The mayor", "described", "the quay as “a gift”", kind=MIXED)),
    ],
)
def test_quotations_around_the_cue(read_attributions: Read, text: str, said: Said) -> None:
    """A quotation may be split by its cue or go on behind it; a part of a reported sentence in marks makes it mixed."""
    assert read_attributions(text) == [said]


def test_standalone_quotations_go_on(read_attributions: Read) -> None:
    """A quotation without a cue that follows a reported one has its source, in this paragraph and the next."""
    found = read_attributions("“The quay is safe,” Ana Vale said. “All is well.”\n\n“We shall sail on Monday.”")
    assert found == [
        Said("Ana Vale", "said", "“The quay is safe,”", "“All is well.”", DIRECT),
        Said("Ana Vale", "", "“We shall sail on Monday.”", kind=DIRECT, resolved="Ana Vale"),
    ]


def test_a_quotation_over_several_paragraphs(read_attributions: Read) -> None:
    """A paragraph that opens with a mark again goes on with the quotation that was not closed."""
    found = read_attributions("Ana Vale said: “The quay is safe.\n\n“All is well.”")
    assert [one.content for one in found] == ["“The quay is safe.", "“All is well.”"]
    assert {one.source for one in found} == {"Ana Vale"}


def test_a_question_that_ends_a_paragraph_is_not_asked_by_the_next_one(read_attributions: Read) -> None:
    """A quotation that ends in a question mark goes on with its own paragraph's source, whoever the next paragraph cites."""
    text = "“It was all there,” Vale said. “Who pays for it?”\n\nThe council said it had lost ten boats."
    assert [(said.source, said.content) for said in read_attributions(text)] == [
        ("Vale", "“It was all there,”"),
        ("The council", "it had lost ten boats"),
    ]


def test_a_standalone_quotation_of_another_article_goes_on_with_nothing(read_attributions: Read) -> None:
    """Articles of a batch do not see each other."""
    assert len(read_attributions("“The quay is safe,” Ana Vale said.", "“We shall sail on Monday.”")) == 1


def test_an_unclosed_quotation_ends_with_its_sentence(read_attributions: Read) -> None:
    """What follows a quotation that is never closed is not swallowed."""
    found = read_attributions("The mayor said “the quay is safe. The sea was calm. Ana Vale said the boats were in.")
    assert [one.content for one in found] == ["“the quay is safe.", "the boats were in"]


@pytest.mark.parametrize("marks", ["‘’", "''", "“”", '""'])
def test_scare_quotes_are_no_attribution(read_attributions: Read, marks: str) -> None:
    """A few words in marks without a cue are nobody's reported words."""
    assert read_attributions(f"The harbour office plays an {marks[0]}advisory role{marks[1]} in the port.") == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Ana Vale, the harbour master, said the quay is safe.", "Ana Vale, the harbour master,"),
        ("Ana Vale, who built it, said the quay is safe.", "Ana Vale, who built it,"),
        ("The head of the port said the quay is safe.", "The head of the port"),
        ("Ana Vale and the mayor said the quay is safe.", "Ana Vale and the mayor"),
        ("“The quay is safe,” said Ana Vale, the harbour master.", "Ana Vale, the harbour master"),
        ("The quay is safe, according to Ana Vale, who built it.", "Ana Vale, who built it"),
        ("According to the Tide, the quay is safe.", "the Tide"),
    ],
)
def test_sources_are_whole_phrases(read_attributions: Read, text: str, source: str) -> None:
    """A source has its articles, appositions and relative clauses; a comma that closes an apposition belongs to it, as in PolNeAR."""
    assert [one.source for one in read_attributions(text)] == [source]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The mayor praised the quay, adding that it was safe.", [("The mayor", "the quay"), ("The mayor", "that it was safe")]),
        ("The mayor called for calm and warned that it could fall.", [("The mayor", "calm"), ("The mayor", "that it could fall")]),
        ("The mayor said it was safe, but engineers said it was not.", [("The mayor", "it was safe"), ("engineers", "it was not")]),
        ("The mayor said that engineers said it was safe.", [("The mayor", "that engineers said it was safe")]),
        ("The mayor said it was safe, the Tide reported.", [("the Tide", "The mayor said it was safe")]),
    ],
)
def test_several_cues_in_a_sentence(read_attributions: Read, text: str, found: list[tuple[str, str]]) -> None:
    """A cue beside another takes its own content, one inside another's content is part of it; whoever reports the whole sentence has it all."""
    assert [(one.source, one.content) for one in read_attributions(text)] == found


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The council was told by engineers that the quay is safe.", Said("engineers", "was told", "that the quay is safe")),
        ("It was said that the quay is safe.", Said("", "was said", "that the quay is safe")),
    ],
)
def test_passives(read_attributions: Read, text: str, said: Said) -> None:
    """A passive has its source behind `by`, or none."""
    assert read_attributions(text) == [said]


@pytest.mark.parametrize("headline", ["Mayor: Quay is safe after all", "Harbour master: The quay is safe"])
def test_headlines(read_attributions: Read, headline: str) -> None:
    """A headline's colon is a cue."""
    text = f"{headline}\n\nThe sea was calm on Monday, and boats lay at the quay. Nobody was about.\n\nThe gulls slept, and so did all of the town."
    source, content = headline.split(": ")
    assert read_attributions(text)[0] == Said(source, ":", content)


@pytest.mark.parametrize("headline", ["A quay too narrow: what the sea tells us", "NIGHT OF STORM: Waves break over the quay"])
def test_headlines_whose_opening_is_no_source(read_attributions: Read, headline: str) -> None:
    """A topic or a cry before a headline's colon says nothing."""
    text = f"{headline}\n\nThe sea was calm on Monday, and boats lay at the quay. Nobody was about.\n\nThe gulls slept, and so did all of the town."
    assert all(said.cue != ":" for said in read_attributions(text))


@pytest.mark.parametrize(
    "text",
    ["The report was long.", "I think the quay is safe.", "The pledged money came late.", "A debate on quays was held.", "His claims were many.", ""],
)
def test_what_is_no_attribution(read_attributions: Read, text: str) -> None:
    """Nouns of the same letters, and the author's own `I think`, report nobody's words."""
    assert read_attributions(text) == []


@pytest.mark.parametrize(
    ("text", "resolved"),
    [
        ("Mrs Vale said it was safe. Mr Roe said it was not. She said it would last.", "Mrs Vale"),
        ("Ana Vale said it was safe. The port ministry said it was not. She said it would last.", "Ana Vale"),
        ("Ana Vale said the quay was safe. Experts said it was not. They said it would fall.", "Experts"),
        ("The port ministry said the quay was safe. Ana Vale said it was not. It said it would last.", "The port ministry"),
        ("She said it would last.", ""),
        ("A colonel said it was safe. The town council said it was not. He said it would last.", "A colonel"),
        ("The town council said the quay was safe. He said it would last.", ""),
        ("Both sides said the quay was safe. She said it would last.", ""),
        ("Ana Vale said it was safe. Mr Roe came by with Pete Hale. He said it would last.", ""),
        ("Mr Roe said it was safe.\n\nThe sea was calm.\n\nThe gulls slept.\n\nHe said it would last.", ""),
        ("Mrs Roe left. Roe said it was safe. She said it would last.", "Roe"),
        ("Mrs Roe left. Roe said it was safe. He said it would last.", ""),
    ],
)
def test_pronouns(read_attributions: Read, text: str, resolved: str) -> None:
    """A pronoun stands for the last source near by that fits it by title, name, number and kind; for none where somebody else may be meant."""
    assert read_attributions(text)[-1].resolved == resolved


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Four hundred people are estimated to have died.", Said("", "are estimated", "to have died")),
        ("The pact was announced in July after a storm.", Said("", "was announced", "The pact")),
        (
            "Mending it now, the port office argues, will save money.",
            Said("the port office", "argues", "Mending it now", "will save money"),
        ),
        (
            "It stands on what Ana Vale calls “the threat from the sea, the needs of trade,” the mayor said.",
            Said("the mayor", "said", "It stands on what Ana Vale calls “the threat from the sea, the needs of trade,”", kind="mixed"),
        ),
        ("Fishers who spoke to the Post say the quay is safe.", Said("Fishers who spoke to the Post", "say", "the quay is safe")),
    ],
)
def test_passives_and_wrapped_cues(read_attributions: Read, text: str, expected: Said) -> None:
    """A passive's subject is no source; a cue between commas reports both sides, one at the end all of its sentence."""
    assert read_attributions(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The port, also known as the Old Quay, is large.",
        "The storm, which claimed the lives of ten, is over.",
        "It should be noted that the quay is old.",
        "The quay is mended according to the size of the boats.",
        "The talks were about mending and supporting the quay.",
    ],
)
def test_what_reads_as_a_cue(read_attributions: Read, text: str) -> None:
    """Phrases listed with the shape none, measures and nouns in -ing report nothing."""
    assert read_attributions(text) == []


def test_a_report_inside_a_wish(read_attributions: Read) -> None:
    """What is reported inside what somebody wants is reported too; what is reported inside a report is part of it."""
    inside = read_attributions("The council wants a plan that alleges that the quay is unsafe.")
    assert [one.cue for one in inside] == ["wants", "alleges"]
    assert [one.cue for one in read_attributions("The council said that a plan alleges that the quay is unsafe.")] == ["said"]


def test_a_pronoun_does_not_reach_into_another_article(read_attributions: Read) -> None:
    """A pronoun is resolved within its own article."""
    assert read_attributions("Mrs Vale said it was safe.", "She said it would last.")[-1].resolved == ""


def test_every_column_is_as_long(read_attributions: Read) -> None:
    """A batch gives the same attributions as its articles one by one."""
    texts = ["“The quay is safe,” said Ana Vale.", "The mayor said the quay is safe.", "", "No cue at all here."]
    assert read_attributions(*texts) == [one for text in texts for one in read_attributions(text)]
