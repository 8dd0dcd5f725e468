"""The naming ledger: what each article calls a referent, in its own voice and in the mouths of its sources."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from framing.text.cleaning import Batch
from framing.text.matching import Hits, Matcher, join_hits, make_matcher, match_patterns
from framing.text.offsets import Offsets
from framing.text.sentences import Sentences
from framing.text.tree import Numbers
from framing.text.zone_names import FURNITURE, SECTION
from framing.text.zones import Segments
from framing.topics.referent import ReferentTerm
from framing.voices.actors.actors import Mentions
from framing.voices.actors.roster import keep_longest
from framing.voices.voice import VOICES

SENTENCES_BACK: Final = 2
ARTICLES: Final = ("the ", "a ", "an ")
VoiceOf = Callable[[Offsets, Offsets], NDArray[np.uint8]]
"""Gives the voice of stretches (places in `VOICES`), as `Voices.voice_of` does."""


@dataclass(frozen=True)
class Referents:
    """Referents compiled for matching: ids and labels, and for each pattern its referent and whether it must stand near a free one."""

    ids: tuple[str, ...]
    labels: tuple[str, ...]
    matcher: Matcher
    referent_of: Numbers
    is_near: NDArray[np.bool_]


@dataclass(frozen=True)
class Naming:
    """Names in order of place: number of the referent, start, end, voice; `ids` and `labels` tell the referents."""

    referent: Offsets
    starts: Offsets
    ends: Offsets
    voice: NDArray[np.uint8]
    ids: tuple[str, ...]
    labels: tuple[str, ...]


def make_referents(terms: Sequence[ReferentTerm]) -> Referents:
    """Compile the terms of referents.csv."""
    labels = {term.referent_id: term.label for term in terms}
    ids = tuple(labels)
    return Referents(
        ids,
        tuple(labels.values()),
        make_matcher([term.pattern for term in terms]),
        np.array([ids.index(term.referent_id) for term in terms], np.int32),
        np.array([term.is_near for term in terms], np.bool_),
    )


def find_naming(batch: Batch, segments: Segments, sentences: Sentences, referents: Referents, voice_of: VoiceOf) -> Naming:
    """Find every name of every referent; of names of one referent that overlap the longest counts, page furniture is left out."""
    hits = match_patterns(batch, referents.matcher) if referents.ids else Hits(np.empty(0, np.int32), *(np.empty(0, np.int64),) * 2)
    segment, sentence = segments.of(hits.starts), sentences.of(hits.starts)
    right = (segment >= 0) & (sentence >= 0) & (hits.ends <= sentences.ends[np.maximum(sentence, 0)])
    right &= ~np.isin(segments.zone[segment], (FURNITURE, SECTION)) & ~segments.is_copy[segment]
    hits = hits.take(right)
    hits = keep_near(batch, sentences, referents, hits)
    chosen = [keep_of(hits, referents, number) for number in range(len(referents.ids))]
    kept = join_hits(chosen) if chosen else hits
    order = np.lexsort((kept.pattern, kept.ends, kept.starts))
    kept = kept.take(order)
    return Naming(kept.pattern.astype(np.int64), kept.starts, kept.ends, voice_of(kept.starts, kept.ends), referents.ids, referents.labels)


def keep_of(hits: Hits, referents: Referents, number: int) -> Hits:
    """Return one referent's names, the longest of those that overlap; numbered by referent."""
    own = hits.take(referents.referent_of[hits.pattern] == number)
    own = own.take(keep_longest(own))
    return Hits(np.full(len(own), number, np.int32), own.starts, own.ends)


def keep_near(batch: Batch, sentences: Sentences, referents: Referents, hits: Hits) -> Hits:
    """Drop names that need another near ("the group") where no free name stands in the sentence or the two before, in the same article."""
    referent = referents.referent_of[hits.pattern]
    needs = referents.is_near[hits.pattern]
    sentence, article = sentences.of(hits.starts), batch.article_of(hits.starts)
    size = len(sentences) + SENTENCES_BACK + 1
    free = np.unique((referent * size + sentence)[~needs])
    right = ~needs
    first = sentences.of(batch.starts)[article]
    for back in range(SENTENCES_BACK + 1):
        right |= np.isin(referent * size + sentence - back, free) & (sentence - back >= first)
    return hits.take(right)


def add_actors(naming: Naming, mentions: Mentions, voice_of: VoiceOf) -> Naming:
    """Put the names of actors behind those of referents, so that the ledger holds both; an adjective alone is no name."""
    from framing.voices.actors.actors import RULES

    chosen = mentions.rule != RULES.index("adjective")
    starts, ends = mentions.starts[chosen], mentions.ends[chosen]
    return Naming(
        np.concatenate([naming.referent, mentions.actor[chosen] + len(naming.ids)]),
        np.concatenate([naming.starts, starts]),
        np.concatenate([naming.ends, ends]),
        np.concatenate([naming.voice, voice_of(starts, ends)]),
        (*naming.ids, *(f"actor:{actor_id}" for actor_id in mentions.actors.ids)),
        (*naming.labels, *mentions.actors.names),
    )


def make_naming_table(batch: Batch, naming: Naming) -> pd.DataFrame:
    """Return the ledger: one row a referent, article, name and voice, with the count and where the first stands in the article's clean text."""
    article = batch.article_of(naming.starts)
    rows = pd.DataFrame(
        {
            "referent": [naming.ids[number] for number in naming.referent],
            "label": [naming.labels[number] for number in naming.referent],
            "article": [batch.articles[number].article_id for number in article],
            "name": [fold_name(batch.cut(start, end)) for start, end in zip(naming.starts.tolist(), naming.ends.tolist(), strict=True)],
            "voice": [VOICES[code] for code in naming.voice],
            "start": naming.starts - batch.starts[article],
            "end": naming.ends - batch.starts[article],
        }
    )
    rows["key"] = [name.lower() for name in rows["name"]]
    rows["name"] = rows.groupby(["referent", "key"])["name"].transform(lambda names: names.mode().iloc[-1])
    keys = ["referent", "label", "article", "name", "voice"]
    table = rows.groupby(keys, sort=False).agg(count=("start", "size"), start=("start", "first"), end=("end", "first")).reset_index()
    return table.sort_values(["referent", "article", "voice", "count", "start"], ascending=[True, True, False, False, True], ignore_index=True)


def fold_name(written: str) -> str:
    """Write a name with single spaces and straight apostrophes, without an article.

    >>> fold_name("The militias"), fold_name("the  PMF")
    ('militias', 'PMF')
    """
    plain = " ".join(written.replace("’", "'").split())
    for article in ARTICLES:
        if plain.lower().startswith(article):
            plain = plain[len(article) :]
    return plain
