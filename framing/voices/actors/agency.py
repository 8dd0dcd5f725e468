"""Agency: who does what to whom, and where the doer is left out."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from framing.text.cleaning import Batch
from framing.text.letters import HYPHEN
from framing.text.matching import Matcher, make_matcher, match_patterns
from framing.text.offsets import Offsets
from framing.text.sentences import Sentences
from framing.topics.action import Action
from framing.topics.pattern import Pattern, make_forms
from framing.voices.actors.actors import Mentions
from framing.voices.actors.clauses import is_nominal
from framing.voices.actors.doers import Place, Told, read_noun, read_verb
from framing.voices.actors.roster import keep_longest
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

    The rules look at words around the verb and at nothing deeper: the doer is the nearest actor before an active verb, or behind "by"; the
    done-to the actor right behind an active verb, or before a passive one. An action with no actor at all is left out.
    """
    hits = match_patterns(batch, actions.matcher)
    sentence = sentences.of(hits.starts)
    right = (sentence >= 0) & (hits.ends <= sentences.ends[np.maximum(sentence, 0)])
    right &= (batch.kinds[hits.starts - 1] != HYPHEN) & (batch.kinds[np.minimum(hits.ends, len(batch.kinds) - 1)] != HYPHEN)
    hits = hits.take(right)
    hits = hits.take(settle_forms(batch, hits.starts, hits.ends, actions.is_noun[hits.pattern], mentions))
    hits = hits.take(keep_longest(hits))
    rows: list[tuple[int, ...]] = []
    earlier: Told | None = None
    for pattern, start, end in zip(hits.pattern.tolist(), hits.starts.tolist(), hits.ends.tolist(), strict=True):
        at = int(sentences.of(np.array([start]))[0])
        place = Place(batch.text, mentions, int(sentences.starts[at]), int(sentences.ends[at]), start, end)
        forms = actions.actions[actions.action_of[pattern]].forms
        told = read_noun(place) if actions.is_noun[pattern] else read_verb(place, forms, earlier)
        if told is not None and (told.doer >= 0 or told.done_to >= 0):
            rows.append((KINDS.index(told.kind), int(actions.action_of[pattern]), told.doer, told.done_to, start, end))
            earlier = told
    table = np.array(rows, np.int64).reshape(-1, 6)
    actor = np.append(mentions.actor, -1)
    return Agency(table[:, 0].astype(np.uint8), table[:, 1], actor[table[:, 2]], actor[table[:, 3]], table[:, 4], table[:, 5])


def settle_forms(batch: Batch, starts: Offsets, ends: Offsets, is_noun: NDArray[np.bool_], mentions: Mentions) -> NDArray[np.bool_]:
    """Tell which hits stay: verbs where no article or adjective precedes and no "of" follows, nouns where one does."""
    kept = np.ones(len(starts), np.bool_)
    inside = np.searchsorted(mentions.starts, starts, side="right") - 1
    covered = (inside >= 0) & (ends <= mentions.ends[np.maximum(inside, 0)]) if len(mentions) else ~kept
    nouns = set(zip(starts[is_noun].tolist(), ends[is_noun].tolist(), strict=True))
    verbs = set(zip(starts[~is_noun].tolist(), ends[~is_noun].tolist(), strict=True))
    for at, (start, end) in enumerate(zip(starts.tolist(), ends.tolist(), strict=True)):
        as_noun = is_nominal(batch.text, start, end)
        alone = (start, end) not in (verbs if is_noun[at] else nouns)
        kept[at] = not covered[at] and (as_noun == bool(is_noun[at]) or (alone and bool(is_noun[at])))
    return kept


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
