"""Ways to look at the quotations of a text: as stretches, and with the kind of each."""

from collections.abc import Callable
from dataclasses import dataclass

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
from framing.voices.actors import RULES, Mentions, find_actors
from framing.voices.quotations import Quotations, find_quotations
from framing.voices.roster import make_roster
from framing.voices.voice import Voices, find_voices


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
    matcher = make_matcher([word.pattern for word in general.words if word.list_id == "cues"])

    def find(text: str) -> tuple[Page, Voices]:
        page = read_page(text)
        hits = match_patterns(page.batch, matcher)
        cues = drop_broken(hits.numbered(range(len(matcher.part_at))), page.sentences)
        return page, find_voices(page.batch, page.sentences, page.quotations, cues)

    return find


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
