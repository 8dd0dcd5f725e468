"""Who does it and to whom: the actors before and behind a verb or its noun, by the words between."""

from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Final

from framing.topics.action import Action
from framing.voices.actors.actors import RULES, Mentions
from framing.voices.actors.clauses import Clause, look_around, read_clause
from framing.voices.actors.phrases import find_last_word, list_endings, list_phrases

FARTHEST: Final = 160
MOST_BACK: Final = 4
ADJECTIVE: Final = RULES.index("adjective")
NAMES_THE_DOER: Final = frozenset([ADJECTIVE, RULES.index("adjective and noun"), RULES.index("acronym")])
Sentence = tuple[int, int]


@dataclass(frozen=True)
class Told:
    """What one action tells: its kind, and the numbers of the mentions of doer and done-to (-1: not told, or no actor)."""

    kind: str
    doer: int
    done_to: int


@dataclass(frozen=True)
class Scene:
    """The text and its mentions, as lists."""

    text: str
    mentions: Mentions
    subjects: dict[int, int] = field(default_factory=dict)
    """Subjects found so far, by the place of their verb."""

    @cached_property
    def starts(self) -> list[int]:
        """Where mentions start."""
        return list(map(int, self.mentions.starts.tolist()))

    @cached_property
    def ends(self) -> list[int]:
        """Where mentions end."""
        return list(map(int, self.mentions.ends.tolist()))

    @cached_property
    def is_adjective(self) -> list[bool]:
        """Which mentions are a nation's adjective alone: they may own an act and are nobody's name."""
        return list(map(bool, (self.mentions.rule == ADJECTIVE).tolist()))

    def find_subject(self, sentence: Sentence, start: int) -> int:
        """Return the mention before a verb that only words of the same clause part from it; -1 for none, or where it hangs on a preposition."""
        if start not in self.subjects:
            self.subjects[start] = self.look_for_subject(sentence, start)
        return self.subjects[start]

    def look_for_subject(self, sentence: Sentence, start: int) -> int:
        """Look for the subject of a verb."""
        phrases, text = list_phrases(), self.text
        at = bisect_left(self.starts, start) - 1
        for number in range(at, max(at - MOST_BACK, -1), -1):
            begin, end = self.starts[number], self.ends[number]
            if begin < sentence[0] or start - end > FARTHEST:
                return -1
            if end > start or self.is_adjective[number]:
                continue
            between, before = text[end:start], text[max(begin - 40, sentence[0]) : begin]
            if phrases.to_verb.fullmatch(between):
                return number if phrases.makes_do.search(before) else -1
            is_next = phrases.subject.fullmatch(between)
            hangs = phrases.before_preposition.search(before) if is_next or number > at - MOST_BACK + 1 else None
            if is_next and not hangs:
                return number
            if not (hangs or between.startswith(("'s", "’s"))):
                return -1
        return -1

    def name_subject(self, sentence: Sentence, start: int) -> str:
        """Return the name that stands before a verb as its subject, "" for none."""
        subject = self.find_subject(sentence, start)
        return self.text[self.starts[subject] : self.ends[subject]] if subject >= 0 else ""

    def find_apart(self, start: int) -> int:
        """Return the mention that only a comma parts from a participle (the guards, hit by stones); -1."""
        at = bisect_left(self.starts, start) - 1
        return at if at >= 0 and self.text[self.ends[at] : start] == ", " else -1

    def find_object(self, sentence: Sentence, start: int) -> int:
        """Return the mention that the words behind a place lead to, if it is no mere attribute of the next word; -1."""
        phrases = list_phrases()
        number, begin = bisect_left(self.starts, start), start
        while number < len(self.starts) and self.ends[number] <= sentence[1]:
            if not phrases.object_.fullmatch(self.text, begin, self.starts[number]):
                return -1
            if not self.is_adjective[number]:
                return self.find_head(sentence, number)
            begin, number = self.ends[number], number + 1
        return -1

    def find_head(self, sentence: Sentence, number: int) -> int:
        """Return a mention if no noun follows that it only describes, or the mention that it owns (the town's guards); else -1."""
        end, phrases = self.ends[number], list_phrases()
        if self.text[end : end + 3] in ("'s ", "’s "):
            if number + 1 < len(self.starts) and self.starts[number + 1] == end + 3:
                return self.find_head(sentence, number + 1)
            return number if phrases.owned.match(self.text, end) else -1
        name = self.text[self.starts[number] : end]
        is_plural = name.endswith("s") and name.split()[-1].islower() and self.text[end : end + 1] not in ("'", "’")
        end += self.text.startswith(".", end) and "." in name and end + 1 < sentence[1]
        return number if is_plural or phrases.head.match(self.text, end, sentence[1]) else -1


def read_verb(scene: Scene, sentence: Sentence, place: tuple[int, int], action: Action, earlier: tuple[int, Told] | None) -> Told | None:
    """Read a verb; None where it is none for sure. `earlier` is the action before it in its sentence, with its end: joined verbs share a doer."""
    start, end = place
    clause = read_clause(look_around(scene.text, sentence, place, partial(scene.name_subject, sentence, start)), action)
    if clause is Clause.UNSURE:
        return None
    if clause is Clause.BARE:
        return Told("active", -1, scene.find_object(sentence, end))
    subject = scene.find_subject(sentence, start)
    if clause in (Clause.PASSIVE, Clause.AGENTLESS):
        if subject < 0 and earlier and earlier[1].kind in ("passive", "agentless") and scene.text[earlier[0] : start].strip() == "and":
            subject = earlier[1].done_to
        if clause is Clause.AGENTLESS:
            return Told("agentless", -1, subject)
        subject = scene.find_apart(start) if subject < 0 else subject
        by = list_phrases().by.match(scene.text, end, sentence[1])
        return Told("passive", scene.find_object(sentence, by.end() - 1) if by else -1, subject)
    if subject < 0 and earlier and earlier[1].kind == "active" and list_phrases().joined.fullmatch(scene.text, earlier[0], start):
        subject = earlier[1].doer
    return Told("active", subject, scene.find_object(sentence, end))


def read_noun(scene: Scene, sentence: Sentence, place: tuple[int, int], action: Action) -> Told | None:
    """Read a noun that stands for an action.

    The done-to stands behind one of the action's prepositions, the doer behind "by", or before the noun as its owner. Who owns it without a done-to
    is the doer where "of" would not name the done-to (the guards' attack); a person who owns a harm is the done-to (the mayor's killing).
    """
    start, end = place
    before = scene.text[max(start - 24, sentence[0]) : start]
    if list_endings().before_verb.fits(before, find_last_word(before)):
        return None
    end += scene.text[end : end + 1] in ("’", "'", "”", '"')
    doer, done_to, behind = -1, -1, scene.text[end : end + 9]
    of_role = "doer" if scene.text[max(start - 12, sentence[0]) : start].lower().endswith(("under ", "under the ")) else action.of_role
    for preposition, role in (("of", of_role), *((word, "done-to") for word in action.towards), ("by", "doer")):
        if role and behind.startswith(f" {preposition} "):
            found = scene.find_object(sentence, end + len(preposition) + 1)
            doer, done_to = (found, done_to) if role == "doer" else (doer, found)
    if done_to >= 0 and doer < 0:
        by = scene.text.find(" by ", scene.ends[done_to], min(scene.ends[done_to] + 30, sentence[1]))
        doer = scene.find_object(sentence, by + 3) if by >= 0 else -1
    owner, is_possessive = find_owner(scene, sentence, start) if list_phrases().head.match(scene.text, end, sentence[1]) else (-1, False)
    if owner >= 0 and doer < 0:
        if done_to >= 0 or action.of_role != "done-to" or behind.startswith(" of "):
            doer = owner
        elif is_possessive and action.kind == "harm" and is_person(scene, owner):
            done_to = owner
    return None if done_to < 0 and doer < 0 else Told("nominalisation", doer, done_to)


def find_owner(scene: Scene, sentence: Sentence, start: int) -> tuple[int, bool]:
    """Return the mention that owns a noun, and whether by 's; a name without it only where it is an adjective, an acronym or a listed group."""
    at = bisect_left(scene.starts, start) - 1
    if at < 0 or scene.starts[at] < sentence[0] or scene.ends[at] >= start:
        return -1, False
    end, act, text = scene.ends[at], list_phrases().act, scene.text
    for mark in ("'s", "’s", "'", "’"):
        if text.startswith(mark, end):
            return (at, True) if act.fullmatch(text, end + len(mark), start) else (-1, False)
    rule, actor = int(scene.mentions.rule[at]), int(scene.mentions.actor[at])
    actors, name = scene.mentions.actors, text[scene.starts[at] : end].replace(".", "")
    is_group = actor < actors.n_listed and actors.kinds[actor] in ("group", "organisation")
    if not (rule in NAMES_THE_DOER or is_group or (name.isupper() and len(name) < 5 and actors.kinds[actor] == "state")):
        return -1, False
    return (at, False) if act.fullmatch(text, end, start) else (-1, False)


def is_person(scene: Scene, number: int) -> bool:
    """Tell whether a mention is of a person."""
    return scene.mentions.actors.kinds[int(scene.mentions.actor[number])] == "person"
