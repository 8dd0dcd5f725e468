"""Sentences end at stops, and not at abbreviations; compared with NLTK's Punkt."""

import re
import warnings
from collections.abc import Callable
from typing import Any

import pytest

from framing.topics.general import General

Split = Callable[[str], list[str]]
LEAST_AGREEMENT = 0.95

WHOLE = [
    "Chief of the guard Lt. Gen. Omar Haddad met Maj. Gen. Lena Voss on the pier.",
    "It was the first meeting of U.S and Iraqi envoys in the bay.",
    "He flew to Washington, D.C. — his third journey — and came home by ship.",
    "Mr. Brook and Mrs. Dorn asked Dr. Reed to speak.",
    "Several boats, e.g. Tern and Gannet, stay in port.",
    "The ferry left at 6 a.m. and came back at 9 p.m. on the same day.",
    "The letter was signed by J. A. Smith and K. Dorn.",
    "Prices rose by 3.5 percent to 12.75 crowns.",
    "He waited ... and then he went.",
    "“Will it sail?” she asked.",
    "“It will not!” the owner said.",
    "The U.S. Navy lent a boat.",
    "The case of Brook v. Dorn was heard on Jan. 7 in St. John.",
    "The firm Dorn Bros. Ltd. sold it in No. 7 Quay St. last year.",
    "The harbour (see pp. 7 and 8) was closed.",
    "Sen. Reed, Gov. Voss and Col. Haddad were there.",
    "The site bay.example.com lists 1,200 names.",
    "The party, vs. all advice, went on.",
]  # fmt: skip
SPLIT = [
    ("It rained. The boats stayed in.", 2),
    ("Who knows? Nobody does! We wait.", 3),
    ("“It will sail.” The crowd cheered.", 2),
    ("The owner said: “It will sail.” “When?” asked the crowd.", 2),
    ("It sank.) Nobody saw it.", 2),
    ("(Nobody saw it.) The boat sank.", 2),
    ("They came from the U.S. The boats were new.", 2),
    ("It began at 9 a.m. But nobody came.", 2),
    ("He was paid in 2019. 300 men were not.", 2),
    ("It was not safe… The crew left.", 2),
    ("What?! Nobody told me.", 2),
    ("It cost 12.50. It was worth 3.", 2),
    ("The crew was told to wait. [They did.] Then they left.", 3),
    ("He moved to Washington, D.C. He liked it there.", 2),
    ("She said no. “Never,” she said.", 2),
    ("It was the work of Dorn Co. It failed.", 2),
    ("That is all. ‘Tern’ will sail.", 2),
    ("Nobody, he said, knew. And then it rained.", 2),
    ("هل وصلت السفينة؟ The boat came.", 2),
]  # fmt: skip


@pytest.mark.parametrize("text", WHOLE)
def test_no_sentence_ends_inside(split_sentences: Split, text: str) -> None:
    """Titles, initials, decimals, abbreviations, dots and quoted questions end no sentence."""
    assert split_sentences(text) == [text]


@pytest.mark.parametrize(("text", "n"), SPLIT)
def test_sentences_are_parted(split_sentences: Split, text: str, n: int) -> None:
    """A stop ends a sentence with its closing marks; after U.S., a.m. and Co. only before a word that opens one."""
    found = split_sentences(text)
    assert len(found) == n
    assert " ".join(found) == text


@pytest.mark.parametrize("text", ["He came. then he left.", "The boat (Tern.) sank.", "“Why?” he asked. and left."])
def test_a_small_letter_goes_on(split_sentences: Split, text: str) -> None:
    """After a stop, a word in small letters continues the sentence."""
    assert split_sentences(text) == [text]


def test_a_line_end_ends_a_sentence(split_sentences: Split) -> None:
    """No sentence reaches from one paragraph into the next, with or without a stop."""
    assert split_sentences("The boats stayed in, they said\n\nNobody was told of it.") == [
        "The boats stayed in, they said", "Nobody was told of it.",
    ]  # fmt: skip


def test_sentences_hold_every_letter(split_sentences: Split) -> None:
    """Cut from start to end, the sentences of a paragraph are the paragraph, but for blanks between them."""
    text = "  ".join([*WHOLE, *(text for text, _ in SPLIT)])
    assert "".join("".join(split_sentences(text)).split()) == "".join(text.split())


@pytest.mark.parametrize("blank", [" ", "  ", "\u00a0", " \u00a0 "])
def test_blanks_between_sentences_belong_to_neither(split_sentences: Split, blank: str) -> None:
    """A sentence ends with its last letter and begins with its first, whatever blanks stand between."""
    assert split_sentences(f"It rained.{blank}The boats stayed in.") == ["It rained.", "The boats stayed in."]


def find_ends(sentences: list[str]) -> set[int]:
    """Return after how many letters, blanks not counted, each sentence ends."""
    ends, length = set(), 0
    for sentence in sentences:
        length += len(re.sub(r"\s", "", sentence))
        ends.add(length)
    return ends


def make_language(punkt: Any) -> Any:
    """Make Punkt's language settings with the stops we know beside its own three."""
    stops = {"sent_end_chars": (".", "?", "!", "…", "؟")}
    return type("Language", (punkt.PunktLanguageVars,), stops)()


def test_punkt_agrees(split_sentences: Split, general: General) -> None:
    """At 95 % of the stops before a blank, NLTK's Punkt with the same abbreviations and starters decides as we do."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        punkt = pytest.importorskip("nltk.tokenize.punkt")
    parameters = punkt.PunktParameters()
    parameters.abbrev_types = {word.rstrip(".").lower() for word in general.abbreviations}
    parameters.sent_starters = set(general.starters)
    tokenizer = punkt.PunktSentenceTokenizer(parameters, lang_vars=make_language(punkt))
    texts = [*WHOLE, *(text for text, _ in SPLIT)]
    asked = same = 0
    different = []
    for text in texts:
        stops = {len(re.sub(r"\s", "", text[: found.end()])) for found in re.finditer(r"[.?!…؟][”’\")\]]*(?=\s|$)", text)}
        ours, theirs = find_ends(split_sentences(text)) & stops, find_ends(tokenizer.tokenize(text)) & stops
        asked += len(stops)
        same += len(stops) - len(ours ^ theirs)
        different += [text] if ours != theirs else []
    assert len(texts) > 25
    assert same / asked >= LEAST_AGREEMENT, f"{same} of {asked}: {different}"
