"""Agency: who does what to whom, and where the doer is left out."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from framing.text.cleaning import Batch
from framing.text.letters import HYPHEN
from framing.text.matching import Hits, Matcher, make_matcher, match_patterns
from framing.text.offsets import Offsets
from framing.text.sentences import Sentences
from framing.topics.action import Action
from framing.topics.pattern import Pattern, make_forms
from framing.voices.actors.actors import Mentions
from framing.voices.actors.doers import Scene, Told, read_noun, read_verb
from framing.voices.voice import VOICES

KINDS: Final = ("active", "passive", "agentless", "nominalisation")


@dataclass(frozen=True)
class Actions:
    """Actions compiled for matching: for each pattern its action, and whether it is a noun."""

    actions: tuple[Action, ...]
    matcher: Matcher
    action_of: NDArray[np.int32]
    is_noun: NDArray[np.bool_]


@dataclass(frozen=True)
class Agency:
    """Actions in order of place: kind (place in `KINDS`), action, doer and done-to (numbers of actors, -1: not told or no actor), start, end."""

    kind: NDArray[np.uint8]
    action: Offsets
    doer: Offsets
    done_to: Offsets
    starts: Offsets
    ends: Offsets


def make_actions(actions: Sequence[Action]) -> Actions:
    """Compile actions: one pattern for each verb's forms and one for its nouns."""
    patterns, numbers, nouns = [], [], []
    for number, action in enumerate(actions):
        for words, is_noun in ((action.forms, False), (action.nouns, True)):
            if words:
                patterns.append(Pattern((make_forms([words]),), ()))
                numbers.append(number)
                nouns.append(is_noun)
    return Actions(tuple(actions), make_matcher(patterns), np.array(numbers, np.int32), np.array(nouns, np.bool_))


def find_agency(batch: Batch, sentences: Sentences, mentions: Mentions, actions: Actions) -> Agency:
    """Find the actions in which an actor is named, or the doer is left out.

    The rules look at words around the verb and at nothing deeper: the doer is the actor that only words of the same clause part from an active verb,
    or stands behind "by"; the done-to the actor right behind an active verb, or before a passive one. Where it is not clear how a word stands, or
    an actor's name only describes another word, nothing is told. An action with no actor at all is left out.
    """
    hits, sentence = choose_hits(batch, sentences, mentions, actions)
    scene = Scene(batch.text, mentions)
    borders = list(zip(sentences.starts.tolist(), sentences.ends.tolist(), strict=True))
    rows: list[tuple[int, ...]] = []
    earlier: tuple[int, int, Told] | None = None
    columns = actions.action_of[hits.pattern], actions.is_noun[hits.pattern], hits.starts, hits.ends, sentence
    for number, is_noun, start, end, own in zip(*(column.tolist() for column in columns), strict=True):
        if rows and rows[-1][4] == start:
            continue
        action, border = actions.actions[number], borders[own]
        if is_noun:
            told = read_noun(scene, border, (start, end), action)
        else:
            told = read_verb(scene, border, (start, end), action, earlier[1:] if earlier and earlier[0] == own else None)
        if told is not None and (told.doer >= 0 or told.done_to >= 0):
            rows.append((KINDS.index(told.kind), number, told.doer, told.done_to, start, end))
            earlier = own, end, told
    table = np.array(rows, np.int64).reshape(-1, 6)
    actor = np.append(mentions.actor, -1)
    return Agency(table[:, 0].astype(np.uint8), table[:, 1], actor[table[:, 2]], actor[table[:, 3]], table[:, 4], table[:, 5])


def choose_hits(batch: Batch, sentences: Sentences, mentions: Mentions, actions: Actions) -> tuple[Hits, Offsets]:
    """Return the verbs and nouns of action that can tell something, in order, verbs before nouns of the same letters, and the sentence of each.

    They stand in a sentence with a mention, in no mention and beside no hyphen; of those that overlap the longest stay.
    """
    hits = match_patterns(batch, actions.matcher)
    sentence = sentences.of(hits.starts)
    right = (sentence >= 0) & (hits.ends <= sentences.ends[np.maximum(sentence, 0)])
    right &= (batch.kinds[hits.starts - 1] != HYPHEN) & (batch.kinds[np.minimum(hits.ends, len(batch.kinds) - 1)] != HYPHEN)
    right &= np.isin(sentence, sentences.of(mentions.starts))
    inside = np.searchsorted(mentions.starts, hits.starts, side="right") - 1
    right &= (inside < 0) | (hits.starts >= np.append(mentions.ends, 0)[inside])
    order = np.flatnonzero(right)
    length = hits.ends - hits.starts
    longest = np.zeros(len(batch.text) + 1, np.int64)
    np.maximum.at(longest, hits.starts[order], length[order])
    order = order[length[order] == longest[hits.starts[order]]]
    order = order[np.lexsort((actions.is_noun[hits.pattern[order]], hits.starts[order]))]
    return hits.take(order), sentence[order]


def make_agency_table(batch: Batch, agency: Agency, mentions: Mentions, actions: Actions, voice: NDArray[np.uint8]) -> pd.DataFrame:
    """Return the actions, one row each, with the actors' groups; `voice` gives the voice of each (places in `VOICES`)."""
    article = batch.article_of(agency.starts)
    names, groups = (*mentions.actors.names, ""), (*mentions.actors.groups, "")
    return pd.DataFrame(
        {
            "article": [batch.articles[number].article_id for number in article],
            "kind": [KINDS[code] for code in agency.kind],
            "verb": [actions.actions[number].base for number in agency.action],
            "verb_kind": [actions.actions[number].kind for number in agency.action],
            "doer": [names[number] for number in agency.doer],
            "doer_group": [groups[number] for number in agency.doer],
            "done_to": [names[number] for number in agency.done_to],
            "done_to_group": [groups[number] for number in agency.done_to],
            "voice": [VOICES[code] for code in voice],
            "text": [batch.cut(start, end) for start, end in zip(agency.starts.tolist(), agency.ends.tolist(), strict=True)],
            "start": agency.starts - batch.starts[article],
            "end": agency.ends - batch.starts[article],
        }
    )
