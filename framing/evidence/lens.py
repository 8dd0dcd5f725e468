"""A lens: everything one run looks for, compiled once: general lists, a topic's terms and targets."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from framing.articles.article import Article
from framing.articles.language import plain_code
from framing.text.cleaning import Batch
from framing.text.furniture import SCANNED, Furniture, make_furniture
from framing.text.matching import Hits, Matcher, make_matcher
from framing.text.sentences import Abbreviations, make_abbreviations
from framing.text.tree import Numbers
from framing.topics.frame import Axis
from framing.topics.general import FRAMES, LISTS, General, Word
from framing.topics.language_pack import add_languages, list_languages
from framing.topics.lexicon import SET_ASIDE, Entry, Target
from framing.topics.pattern import Pattern
from framing.topics.topic import Topic

SENTENCES_BACK: Final = 2
AROUND: Final = ("cues", "negators", "hedges", "distancers")
"""The lists of words that change what stands around them."""
DENYING: Final = re.compile(r"\b(?:no|not|never|without|nor|neither|cannot|refus|den[iy]|reject|fail)|n't\b")


@dataclass(frozen=True)
class EntryColumns:
    """The entries of a topic as columns, one row an entry.

    Axis number, sign, weight, number of the target needed (-1: none), how many sentences back it may be named, whether denial turns it
    round, and whether words may stand in a gap of it (of a term that itself denies nothing, so that a denying word in the gap denies it).
    """

    axis: Numbers
    sign: NDArray[np.int8]
    weight: NDArray[np.float64]
    needs: Numbers
    back: Numbers
    flips: NDArray[np.bool_]
    is_open: NDArray[np.bool_]


@dataclass(frozen=True)
class Lens:
    """What a run looks for; `sections` says which numbers of the matcher's patterns belong to which list.

    `target_of` is the number of the target each pattern of the targets names, -1 for a phrase in which its words name something else.
    """

    general: General
    topic: Topic | None
    axes: tuple[Axis, ...]
    entries: tuple[Entry, ...]
    columns: EntryColumns
    target_of: Numbers
    words: dict[str, tuple[Word, ...]]
    matcher: Matcher
    sections: dict[str, range]
    targets: tuple[Target, ...]
    abbreviations: Abbreviations
    furniture: Furniture

    @cached_property
    def languages(self) -> list[str]:
        """The languages its topic has words for, its own first; none without a topic."""
        return list_languages(self.topic) if self.topic else []

    @cached_property
    def in_all_languages(self) -> "Lens":
        """The lens that looks in every language of its topic, in each article for the words of its own language."""
        return make_lens(*add_languages(self.general, self.topic, self.languages[1:])) if self.topic else self

    @cached_property
    def language_of(self) -> NDArray[np.str_]:
        """The language of each pattern of the matcher, "" for the lists that every topic uses and the topic's own terms."""
        lists: dict[str, Sequence[Word | Entry | Target]] = {**self.words, "terms": self.entries, "targets": self.targets}
        return np.array([one.language for name in self.sections for one in lists[name]])

    @cached_property
    def packs(self) -> frozenset[str]:
        """The languages it has words for beside the topic's own."""
        return frozenset(self.language_of) - {""}

    def for_articles(self, articles: Sequence[Article]) -> "Lens":
        """Return the lens some articles need: itself, unless one of them is in another language of the topic."""
        others = set(self.languages[1:])
        return self.in_all_languages if others and any(plain_code(article.language) in others for article in articles) else self

    def keep_own(self, batch: Batch, hits: Hits, language_of: NDArray[np.str_]) -> Hits:
        """Keep the hits of patterns (with these languages) in articles of their language; those of "" count where no pack has the language."""
        if not self.packs:
            return hits
        own = np.array([language if language in self.packs else "" for language in batch.languages])
        return hits.take(language_of[hits.pattern] == own[batch.article_of(hits.starts)])

    def hits_of(self, hits: Hits, section: str) -> Hits:
        """Return the hits of one list, numbered from its first pattern, in order of start, longer ones first."""
        return hits.numbered(self.sections[section])

    @cached_property
    def reports(self) -> NDArray[np.bool_]:
        """Which cues report words, and not only an attitude: those that make a quotation in their sentence a reported one."""
        return np.array([word.place not in ("attitude", "notion", "none") for word in self.words["cues"]], np.bool_)

    @cached_property
    def loaded(self) -> Matcher:
        """The loaded words, compiled apart because only comparisons ask for them."""
        return make_matcher([word.pattern for word in self.words["loaded"]])

    @cached_property
    def frames(self) -> Matcher:
        """The words of the generic frames, compiled apart because only comparisons ask for them."""
        return make_matcher([word.pattern for word in self.words["frames"]])

    @cached_property
    def frame_of(self) -> Numbers:
        """The number of the generic frame each of its words belongs to."""
        return np.array([FRAMES.index(word.kind) for word in self.words["frames"]], np.int32)


def make_lens(general: General, topic: Topic | None = None) -> Lens:
    """Compile the general lists and a topic; without a topic everything that needs none still works."""
    words = {name: tuple(word for word in general.words if word.list_id == name) for name in LISTS}
    furniture = words["furniture"]
    words["furniture"] = tuple(word for word in furniture if word.place in SCANNED)
    entries, targets = (topic.entries, topic.targets) if topic else ((), ())
    lists: dict[str, Sequence[Pattern]] = {name: [word.pattern for word in words[name]] for name in ("furniture", *AROUND)}
    lists["terms"] = [entry.pattern for entry in entries]
    lists["targets"] = [target.pattern for target in targets]
    sections: dict[str, range] = {}
    patterns: list[Pattern] = []
    for name in ("furniture", "terms", "targets", *AROUND):
        sections[name] = range(len(patterns), len(patterns) + len(lists[name]))
        patterns += lists[name]
    axes = topic.axes if topic else ()
    target_ids = sorted({axis.target for axis in axes})
    return Lens(
        general=general,
        topic=topic,
        axes=axes,
        entries=entries,
        columns=make_columns(entries, axes, target_ids),
        target_of=np.array([-1 if one.target_id == SET_ASIDE else target_ids.index(one.target_id) for one in targets], np.int32),
        words=words,
        matcher=make_matcher(patterns),
        sections=sections,
        targets=targets,
        abbreviations=make_abbreviations(tuple(general.abbreviations.items()), general.starters),
        furniture=make_furniture(furniture),
    )


def make_columns(entries: tuple[Entry, ...], axes: tuple[Axis, ...], target_ids: list[str]) -> EntryColumns:
    """Lay entries in columns."""
    number = {axis.axis_id: at for at, axis in enumerate(axes)}
    needs = {axis.axis_id: target_ids.index(axis.target) for axis in axes}
    return EntryColumns(
        axis=np.array([number[entry.axis_id] for entry in entries], np.int32),
        sign=np.array([entry.sign for entry in entries], np.int8),
        weight=np.array([entry.weight for entry in entries], np.float64),
        needs=np.array([needs[entry.axis_id] if entry.target != "free" else -1 for entry in entries], np.int32),
        back=np.array([SENTENCES_BACK if entry.target == "near" else 0 for entry in entries], np.int32),
        flips=np.array([entry.flips_when_denied for entry in entries], np.bool_),
        is_open=np.array(["..." in entry.term and not DENYING.search(entry.term) for entry in entries], np.bool_),
    )
