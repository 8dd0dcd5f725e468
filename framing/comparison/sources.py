"""Who a source is: the actor and group behind the words an article gives for it, or why there is none."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from framing.analysis.analysis import Analysis
from framing.topics.name_words import NameWords, fold_words
from framing.topics.source_words import ANONYMOUS, COLLECTIVE, DOCUMENT, OUTSIDER, PRONOUN
from framing.voices.actors.actors import Mentions

NAMED: Final = "named"
OTHER: Final = "other"
UNSOURCED: Final = "none"
SOURCE_KINDS: Final = (NAMED, ANONYMOUS, PRONOUN, DOCUMENT, OTHER, UNSOURCED)
SEVERAL: Final = "several groups"
END_OF_HEAD: Final = re.compile(
    r"[,;:()\[\]–—]|\s(?:who|whom|whose|which|that|of|for|from|at|in|on|with|among|to|by|near|inside|outside|close|familiar)\b"
)
FOR_SOMEBODY: Final = re.compile(r"\s(?:of|for|from|at|with|to)\s+(?:the\s+)?")
AND: Final = re.compile(r"\s*(?:and|&|,)\s+(?:the\s+)?")
RELATIVE: Final = re.compile(r"(?i)who|whom|whose")
MOST_BEFORE: Final = 30
"""Letters between a name and the relative pronoun that goes back to it."""
MOST_APART: Final = 4
"""Letters between a comma and the name that says who it was: ", a" or none."""
Place = tuple[int, int, int]
"""Start, end and actor of a mention within a source, counted from the source's start."""


@dataclass(frozen=True)
class SourceWords:
    """What tells sources without a name apart: the kind of each folded word, words of bodies, of offices, and of those who speak for a state."""

    kinds: Mapping[str, str]
    bodies: frozenset[str]
    offices: frozenset[str]
    state_nouns: frozenset[str]


@dataclass(frozen=True)
class Sources:
    """The source of every attribution: its kind (one of `SOURCE_KINDS`) and its actors by number, () where it is no actor's name.

    `guess` are the actors of the source that a pronoun or a quotation that goes on may go back to: the rules often err there.
    """

    kinds: tuple[str, ...]
    actors: tuple[tuple[int, ...], ...]
    guess: tuple[tuple[int, ...], ...]


def make_source_words(kinds: Mapping[str, str], names: NameWords) -> SourceWords:
    """Put the words of sources together with those of bodies and offices among the words of names."""
    return SourceWords(kinds, names.of("state-noun") | names.of("organisation"), names.of("role"), names.of("state-noun") | names.of("role"))


def resolve_sources(analysis: Analysis, mentions: Mentions, words: SourceWords) -> Sources:
    """Resolve the source of every attribution to the actors mentioned in it.

    The head of a source is what stands before its first comma, relative pronoun or preposition. A name that ends the head, or stands right behind
    its comma, is the source. Unnamed people ("officials", "a spokesman for ...") are anonymous; the actor they speak for gives their group.
    """
    found = analysis.voices.attributions
    kinds, actors = [], []
    for start, end in zip(found.source_starts.tolist(), found.source_ends.tolist(), strict=True):
        text = analysis.batch.cut(start, end) if start >= 0 else ""
        kind, own = resolve_source(text, find_inside(mentions, start, end), mentions, words)
        kinds.append(kind)
        actors.append(own)
    return Sources(tuple(kinds), tuple(actors), guess_actors(analysis, mentions, kinds, actors))


def guess_actors(analysis: Analysis, mentions: Mentions, kinds: list[str], actors: list[tuple[int, ...]]) -> tuple[tuple[int, ...], ...]:
    """Return the actors a pronoun, or a quotation without a source of its own, may go back to; "who" goes back to the name before it."""
    found, guess = analysis.voices.attributions, []
    for at, (start, end, row) in enumerate(zip(found.source_starts.tolist(), found.source_ends.tolist(), found.source_of.tolist(), strict=True)):
        own: tuple[int, ...] = ()
        if kinds[at] in (PRONOUN, UNSOURCED):
            is_relative = start >= 0 and RELATIVE.fullmatch(analysis.batch.cut(start, end))
            own = find_before(mentions, start) if is_relative else actors[row] if row not in (-1, at) else ()
        guess.append(own)
    return tuple(guess)


def find_before(mentions: Mentions, start: int) -> tuple[int, ...]:
    """Return the actor of the last name that ends shortly before a relative pronoun."""
    last = int(np.searchsorted(mentions.starts, start)) - 1
    is_near = last >= 0 and 0 <= start - int(mentions.ends[last]) <= MOST_BEFORE
    return (int(mentions.actor[last]),) if is_near else ()


def find_inside(mentions: Mentions, start: int, end: int) -> list[Place]:
    """Return the mentions within a stretch."""
    if start < 0:
        return []
    first, last = np.searchsorted(mentions.starts, (start, end)).tolist()
    rows = zip(*(getattr(mentions, name)[first:last].tolist() for name in ("starts", "ends", "actor")), strict=True)
    return [(begins - start, ends - start, actor) for begins, ends, actor in rows if ends <= end]


def resolve_source(text: str, inside: list[Place], mentions: Mentions, words: SourceWords) -> tuple[str, tuple[int, ...]]:
    """Return the kind of a source and its actors."""
    if not text:
        return UNSOURCED, ()
    border = find_border(text, inside)
    head, last = [one for one in inside if one[1] <= border], find_last_word(text[:border])
    kind = words.kinds.get(last, OTHER)
    if head and border - head[-1][1] <= len("’s"):
        own = join_named(text, head)
        return (ANONYMOUS if is_unnamed(mentions, own, kind) else NAMED), own
    if own := find_apposition(text, border, inside, mentions):
        return NAMED, own
    if head and (kind == COLLECTIVE or (kind == OTHER and last in words.bodies)):
        return NAMED, (head[-1][2],)
    if kind in (ANONYMOUS, COLLECTIVE, OUTSIDER) or last in words.offices:
        own = (head[-1][2],) if head else find_office(text, border, inside)
        return ANONYMOUS, own if kind != OUTSIDER and is_theirs(mentions, own, last, words) else ()
    return kind, ()


def is_theirs(mentions: Mentions, own: tuple[int, ...], last: str, words: SourceWords) -> bool:
    """Tell whether unnamed people speak for an actor: those of a state do where they are its officials, not its farmers."""
    return last in words.state_nouns or all(mentions.actors.kinds[number] != "state" for number in own)


def is_unnamed(mentions: Mentions, own: tuple[int, ...], kind: str) -> bool:
    """Tell whether a name hides who spoke: a group of people ("protesters"), or an actor's people ("US officials"), but no person."""
    kinds = {mentions.actors.kinds[number] for number in own}
    return kinds == {"group"} or (kind in (ANONYMOUS, OUTSIDER) and "person" not in kinds)


def find_border(text: str, inside: list[Place]) -> int:
    """Return where the head of a source ends: before the first comma, relative pronoun or preposition outside a name."""
    for found in END_OF_HEAD.finditer(text):
        if found.start() and not any(start < found.end() and found.start() < end for start, end, _ in inside):
            return found.start()
    return len(text.rstrip())


def find_last_word(text: str) -> str:
    """Return the last word of a text, folded.

    >>> find_last_word("senior U.S. Officials")
    'officials'
    """
    parts = fold_words(text).split()
    return parts[-1] if parts else ""


def join_named(text: str, head: list[Place]) -> tuple[int, ...]:
    """Return the actor whose name ends the head, with those joined to it by "and"."""
    own = [head[-1][2]]
    for before, behind in zip(head[-2::-1], head[:0:-1], strict=True):
        if not AND.fullmatch(text, before[1], behind[0]):
            break
        own.insert(0, before[2])
    return tuple(dict.fromkeys(own))


def find_apposition(text: str, border: int, inside: list[Place], mentions: Mentions) -> tuple[int, ...]:
    """Return the person named right behind the comma that ends the head: the commander, Maj. Gen. Jane Doe."""
    if text[border : border + 1] != ",":
        return ()
    for start, _, number in inside:
        if 0 < start - border <= MOST_APART and mentions.actors.kinds[number] == "person":
            return (number,)
    return ()


def find_office(text: str, border: int, inside: list[Place]) -> tuple[int, ...]:
    """Return the actor somebody unnamed speaks for: a spokesman for ..., officials from ..."""
    for start, _, number in inside:
        if start > border and FOR_SOMEBODY.fullmatch(text, border, start):
            return (number,)
    return ()


def name_group(mentions: Mentions, actors: tuple[int, ...]) -> str:
    """Return the group of some actors; "several groups" where they belong to more than one, "" for none."""
    groups = dict.fromkeys(mentions.actors.groups[number] for number in actors)
    return SEVERAL if len(groups) > 1 else next(iter(groups), "")


def name_ids(mentions: Mentions, actors: tuple[int, ...]) -> str:
    """Return the ids of some actors, joined by "; "."""
    return "; ".join(mentions.actors.ids[number] for number in actors)


def name_speaker(group: str, kind: str) -> str:
    """Return the group that stands for a source in tables: its actors' group, else in brackets why there is none.

    >>> name_speaker("Iran", "named"), name_speaker("", "pronoun")
    ('Iran', '(pronoun)')
    """
    return group or f"({kind})"
