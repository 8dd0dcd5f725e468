"""Ways to look at the quotations of a text: as stretches, and with the kind of each."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pytest

from framing.articles.article import Article
from framing.evidence.selection import drop_broken
from framing.text.cleaning import Batch, make_batch
from framing.text.matching import make_matcher, match_patterns
from framing.text.sentences import Sentences, find_sentences, make_abbreviations
from framing.text.zones import Segments
from framing.topics.actor import Actor
from framing.topics.general import General
from framing.topics.name_words import NameWords, read_name_words
from framing.topics.topic import lexicon_folders
from framing.voices.actors.actors import RULES, Mentions, find_actors
from framing.voices.actors.roster import make_roster
from framing.voices.attribution.attributions import KINDS, Attributions, find_attributions
from framing.voices.quotations import Quotations, find_quotations
from framing.voices.voice import Voices, find_kinds, make_voices


@dataclass(frozen=True)
class Page:
    """A text with its segments, sentences and quotations; offsets of the columns count from the start of the batch."""

    batch: Batch
    segments: Segments
    sentences: Sentences
    quotations: Quotations

    @property
    def spans(self) -> list[tuple[int, int]]:
        """Where the quotations stand."""
        return list(zip(self.quotations.starts.tolist(), self.quotations.ends.tolist(), strict=True))

    @property
    def quoted(self) -> list[str]:
        """The quotations with their marks."""
        return [self.batch.cut(*span) for span in self.spans]


@pytest.fixture(scope="session")
def read_page(general: General, lay_out: Callable[[Batch], Segments]) -> Callable[..., Page]:
    """A function that lays out one or more texts as a batch and finds their quotations."""
    abbreviations = make_abbreviations(tuple(general.abbreviations.items()), general.starters)

    def read(*texts: str) -> Page:
        batch = make_batch([Article(str(number), "outlet", "", text) for number, text in enumerate(texts)])
        segments = lay_out(batch)
        sentences = find_sentences(batch, segments, abbreviations)
        return Page(batch, segments, sentences, find_quotations(batch, segments, sentences))

    return read


@pytest.fixture(scope="session")
def find_page_voices(general: General, read_page: Callable[..., Page]) -> Callable[[str], tuple[Page, Voices]]:
    """A function that finds who speaks where in a text, by the shipped reporting cues."""
    words = tuple(word for word in general.words if word.list_id == "cues")
    reports = np.array([word.place in ("verb", "preposition", "noun") for word in words])
    matcher = make_matcher([word.pattern for word in words])

    def find(text: str) -> tuple[Page, Voices]:
        page = read_page(text)
        hits = match_patterns(page.batch, matcher)
        cues = drop_broken(hits.numbered(range(len(matcher.part_at))), page.sentences)
        kinds = find_kinds(page.batch, page.sentences, page.quotations, cues.take(reports[cues.pattern]))
        attributions = find_attributions(page.batch, page.segments, page.sentences, page.quotations, cues, words)
        return page, make_voices(page.quotations, kinds, attributions, reports)

    return find


@dataclass(frozen=True)
class Said:
    """One attribution as words: source, cue, content, second fragment, kind, and the source a pronoun stands for ("" where there is none)."""

    source: str
    cue: str
    content: str
    second: str = ""
    kind: str = "indirect"
    resolved: str = ""


@pytest.fixture(scope="session")
def find_page_attributions(general: General, read_page: Callable[..., Page]) -> Callable[..., tuple[Page, Attributions]]:
    """A function that finds the attributions of one or more texts, by the shipped cues."""
    words = [word for word in general.words if word.list_id == "cues"]
    matcher = make_matcher([word.pattern for word in words])

    def find(*texts: str) -> tuple[Page, Attributions]:
        page = read_page(*texts)
        hits = match_patterns(page.batch, matcher)
        cues = drop_broken(hits.numbered(range(len(matcher.part_at))), page.sentences)
        return page, find_attributions(page.batch, page.segments, page.sentences, page.quotations, cues, words)

    return find


@pytest.fixture(scope="session")
def read_attributions(find_page_attributions: Callable[..., tuple[Page, Attributions]]) -> Callable[..., list[Said]]:
    """A function that returns the attributions of one or more texts as words."""

    def read(*texts: str) -> list[Said]:
        page, found = find_page_attributions(*texts)
        return [name_one(page, found, at) for at in range(len(found))]

    return read


def name_one(page: Page, found: Attributions, at: int) -> Said:
    """Return one attribution as words."""
    roles = ("source", "cue", "content", "second")
    spans = [(int(getattr(found, f"{role}_starts")[at]), int(getattr(found, f"{role}_ends")[at])) for role in roles]
    named = int(found.source_of[at])
    resolved = page.batch.cut(int(found.source_starts[named]), int(found.source_ends[named])) if named not in (-1, at) else ""
    return Said(*(page.batch.cut(*span) if span[0] >= 0 else "" for span in spans), KINDS[int(found.kind[at])], resolved)


@dataclass(frozen=True)
class Told:
    """Mentions of some texts, as tests look at them."""

    page: Page
    mentions: Mentions

    @property
    def groups(self) -> dict[str, list[str]]:
        """What each actor is called, in order of place, by the actor's name."""
        found: dict[str, list[str]] = {}
        for number, start, end in zip(*(getattr(self.mentions, name).tolist() for name in ("actor", "starts", "ends")), strict=True):
            found.setdefault(self.mentions.actors.names[number], []).append(self.page.batch.cut(start, end))
        return found

    @property
    def rules(self) -> dict[str, str]:
        """The rule of each mention by its words."""
        places = zip(self.mentions.starts.tolist(), self.mentions.ends.tolist(), self.mentions.rule.tolist(), strict=True)
        return {self.page.batch.cut(start, end): RULES[rule] for start, end, rule in places}


@pytest.fixture(scope="session")
def name_words() -> NameWords:
    """The shipped words of names."""
    return read_name_words(lexicon_folders())


@pytest.fixture(scope="session")
def tell(general: General, name_words: NameWords, read_page: Callable[..., Page]) -> Callable[..., Told]:
    """A function that finds the actors of texts; `listed` are rows of actors.csv."""

    def find(*texts: str, listed: tuple[Actor, ...] = ()) -> Told:
        page = read_page(*texts)
        roster = make_roster(listed, general.grammar, name_words, general.starters)
        return Told(page, find_actors(page.batch, page.segments, page.sentences, roster))

    return find
