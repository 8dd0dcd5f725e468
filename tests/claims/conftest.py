"""The lists of claims, and claims found in made articles."""

from collections.abc import Callable
from typing import NamedTuple

import pytest

from framing.analysis.analysis import analyse_articles
from framing.articles.article import Article
from framing.claims.claims import Finder, Scene, find_claims, make_finder
from framing.claims.records import Claims
from framing.evidence.lens import make_lens
from framing.text.cleaning import Batch
from framing.topics.claim_words import ClaimWords, read_claim_words
from framing.topics.general import General
from framing.topics.name_words import read_name_words
from framing.topics.topic import lexicon_folders
from framing.voices.actors.actors import find_actors
from framing.voices.actors.roster import make_roster


class Found(NamedTuple):
    """The batch and the claims found in it."""

    batch: Batch
    claims: Claims

    def texts(self, *kinds: str) -> list[str]:
        """Return the words of the claims of some kinds."""
        return [self.batch.cut(claim.start, claim.end) for claim in self.claims.claims if claim.kind in kinds]


FindIn = Callable[..., Found]


@pytest.fixture(scope="session")
def words() -> ClaimWords:
    """The shipped lists."""
    return read_claim_words(lexicon_folders())


@pytest.fixture(scope="session")
def finder(words: ClaimWords, general: General) -> Finder:
    """What claims are found with."""
    return make_finder(words, general.grammar.inflections, read_name_words(lexicon_folders()))


@pytest.fixture(scope="session")
def find_in(finder: Finder, general: General) -> FindIn:
    """Find the claims of some texts, each an article with a day of publication."""
    lens, names = make_lens(general), read_name_words(lexicon_folders())

    def find(*texts: str, published: str = "2024-05-08") -> Found:
        analysis = analyse_articles([Article(f"a{at}", f"Outlet {at}", "", text, published) for at, text in enumerate(texts)], lens)
        roster = make_roster((), general.grammar, names, general.starters)
        mentions = find_actors(analysis.batch, analysis.segments, analysis.sentences, roster)
        scene = Scene(analysis.batch, analysis.segments, analysis.sentences, analysis.voices, mentions)
        return Found(analysis.batch, find_claims(scene, finder))

    return find
