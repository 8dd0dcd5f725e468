"""Which thing a number counts and what becomes of it, also where its noun stands before it, a verb tells it, or the sentence before named it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from framing.claims.counting import GENERAL, Counting, Kind
from framing.claims.figures import Figure, read_phrase
from framing.claims.numbers import Sweep

Place = tuple[int, int]
WINDOW: Final = 90
"""How many characters behind a count may tell what becomes of those counted, and before it what is counted."""
STOP: Final = re.compile(r"[;:”\"]|,’|,\s+(?:and|but|while|as|after|when|where)\b|\s(?:but|while|whereas|after|because)\s|[.!?]\s")
RIGHT_BEFORE: Final = re.compile(r"\s+(?:(?:the|a|an|some|these|another|its|their|his|her|off|up|as)\s+)*[“\"‘]?$")
NUMBER_OF: Final = re.compile(r"\b(?:number|total|estimate|count|tally)s?\s+of(?=\s)", re.IGNORECASE)
LINKED: Final = re.compile(
    r"\b(?:at|to|of|was|were|is|as|reach\w*|hits?|top\w*|exceed\w*|surpass\w*|total\w*|number\w*|past|above)\s+[“\"‘]?$", re.IGNORECASE
)
ANAPHOR: Final = re.compile(
    r"\b(?:the|its|their|that|this)\s+(?:[a-z]+\s+)?(?:figure|number|total|estimate|tally|count)\b(?!\s+of\b)[^,;]{0,40}$", re.IGNORECASE
)
SAYING: Final = re.compile(
    r"\b(?:(?:sp[eo]\w+|talk\w*)\s+of|count(?:ed|s)?|sa(?:id|ys?)|claim\w*|report\w*|estimat\w*|found|listed|record\w*|register\w*|cited)\s+"
    r"(?:(?:that\s+)?(?:there|it|they)\s+(?:were|was|are|is|had been)\s+)?[“\"‘]?$",
    re.IGNORECASE,
)
"""Who gives a number without its noun gives it for what was counted last."""
WHO: Final = re.compile(r"\s+who\b")
HELPING: Final = re.compile(
    r"[”\"’]?\s+(?:who\s+)?(?:(?:had|have|has|were|was|are|is|been|being|be|will|would|may|could|others?|more|also|already|either)\s+)*"
)
PART_BEFORE: Final = re.compile(
    r"(?:\b[Aa]mong (?:them|those|these)|\b[Ii]ncluding|(?:\bOf|[,;:(]\s*of)\s+(?:whom|which|them|these|those|(?:the|all)\s[^,;]*)"
    r"|\b[Mm]ost of them)[,\s]+(?:[a-z]+\s+)?$"
)
PART_BEHIND: Final = re.compile(r"[”\"’]?\s+of\s+(?:them|whom|which|these|those|the)\b", re.IGNORECASE)
LARGE: Final = re.compile(r"(?:million|billion|trillion|[mb]n)$", re.IGNORECASE)
CLOCK_BEFORE: Final = re.compile(r"\b(?:until|till|by|before|after|from|since|about|around|nearly|half|quarter)\s+$", re.IGNORECASE)
LAST_HOUR: Final = 24
NEARBY: Final = 60
MEMBERS: Final = ("member", "members")
FORWARD: Final = "cost"


@dataclass(frozen=True)
class Before:
    """What the sentences of an article told so far: the place of the last one, its last figure of things, the last currency ("" for none)."""

    article: int
    place: Place
    figure: Figure | None
    currency: str


def look_back(place: Place, article: int, figures: Sequence[Figure], before: Before | None) -> Before:
    """Return what a sentence leaves for the next one."""
    counted = [one for one in figures if one.measure == "count" and not one.is_part]
    money = [one.unit for one in figures if one.measure == "money"] or [before.currency if before else ""]
    return Before(article, place, counted[-1] if counted else None, money[-1])


def name_counts(text: str, place: Place, numbers: Sequence[Figure], words: tuple[Counting, Sweep], before: Before | None) -> Iterator[Figure]:
    """Yield the figures of a sentence with the class and thing they count; numbers of which nothing tells what they count are left out."""
    last = before.figure if before else None
    for at, figure in enumerate(numbers):
        room = numbers[at - 1].end if at else place[0], numbers[at + 1].start if at + 1 < len(numbers) else place[1]
        reader = Reader(text, room, words[0], words[1], before)
        named = reader.read(figure, last)
        if named is None:
            continue
        is_part = bool(PART_BEFORE.search(text, place[0], figure.start) or PART_BEHIND.match(text, figure.number_end, place[1]))
        yield replace(named, is_part=is_part)
        if named.measure == "count" and not is_part:
            last = named


@dataclass(frozen=True)
class Reader:
    """Reads what one figure counts: the text, the room between the figures beside it, the lists, what the sentences before told."""

    text: str
    room: Place
    counting: Counting
    sweep: Sweep
    before: Before | None

    def read(self, figure: Figure, last: Figure | None) -> Figure | None:
        """Return the figure with its class and thing, None for a number that counts nothing."""
        if figure.measure == "money":
            return replace(figure, kind=self.name_money(figure))
        if figure.measure != "count" or figure.what:
            return replace(figure, kind=self.name_things(figure, figure.what)) if figure.measure == "count" else figure
        if LARGE.search(self.text, figure.start, figure.number_end) and (kind := self.name_money(figure)).name:
            return replace(figure, measure="money", unit=self.before.currency if self.before else "", what="", kind=kind)
        found = self.read_behind(figure)
        if found is None and not self.is_hour(figure):
            found = self.read_elided(figure, last) or self.read_before(figure)
        return found

    def is_hour(self, figure: Figure) -> bool:
        """Tell whether a small number behind a word of time is an hour."""
        return figure.interval.value <= LAST_HOUR and bool(CLOCK_BEFORE.search(self.text, self.room[0], figure.start))

    def name_things(self, figure: Figure, what: str) -> Kind:
        """Name the class and thing of what is counted: by the noun, by what is told right before it, in it, behind it, or before it."""
        phrase, _, rest = what.partition(" in ")[0].partition(" of ")
        *others, head = phrase.lower().split() or [""]
        if others and f"{others[-1]} {head}" in self.counting.things:
            head = f"{others.pop()} {head}"
        if self.counting.class_of(head, self.counting.thing_of(others[-1]) if others else GENERAL) and head not in self.counting.names:
            head = others[-1] if others else ""
        if head in MEMBERS and rest:
            head = rest.split()[-1].lower()
        if named := self.counting.names.get(head):
            return named
        agent = self.counting.agents.get(head)
        thing = agent.thing if agent else self.counting.thing_of(head) if head else GENERAL
        told = self.find_told(figure, thing)
        return Kind(told or (agent.name if agent else ""), thing)

    def find_told(self, figure: Figure, thing: str) -> str:
        """Return the class that the words around a figure tell of a thing, "" for none."""
        text, counting = self.text, self.counting
        begin, end = max(self.room[0], figure.start - WINDOW), min(self.room[1], figure.end + WINDOW)
        stop = STOP.search(text, figure.end, end)
        near = counting.find_told(text, (begin, figure.start), thing, last=True)
        if near and RIGHT_BEFORE.fullmatch(text, near.end(), figure.start):
            return counting.class_of(near[0], thing)
        found = counting.find_told(text, (figure.number_end, stop.start() if stop else end), thing)
        if found is None and near and not re.search(r",|\band\b|\d", text[near.end() : figure.start]):
            found = near
        return counting.class_of(found[0], thing) if found else ""

    def name_money(self, figure: Figure) -> Kind:
        """Name the class of an amount of money by the noun nearest to it; a cost of what was harmed is damage."""
        begin, end = max(self.room[0], figure.start - WINDOW), min(self.room[1], figure.end + WINDOW // 3)
        found = [match for match in self.counting.name_pattern.finditer(self.text, begin, end) if self.kind_of(match).thing == "money"]
        if not found:
            return Kind("", "")
        kind = self.kind_of(min(found, key=lambda match: min(abs(match.end() - figure.start), abs(match.start() - figure.end))))
        context = (self.before.place if self.before else self.room)[0], self.room[1]
        if kind.name == FORWARD and (told := self.counting.find_told(self.text, context, "money")):
            return Kind(self.counting.class_of(told[0], "money"), "money")
        return kind

    def kind_of(self, match: re.Match[str]) -> Kind:
        """Return the kind that a noun names."""
        word = " ".join(match[0].lower().split())
        return self.counting.names.get(word) or self.counting.agents[word]

    def read_behind(self, figure: Figure) -> Figure | None:
        """Read "15,000 had taken part": people, whose deed stands right behind the number."""
        helping = HELPING.match(self.text, figure.number_end, self.room[1])
        told = self.counting.told_pattern.match(self.text, helping.end(), self.room[1]) if helping else None
        name = self.counting.class_of(told[0], GENERAL) if told else ""
        return replace(figure, end=told.end(), what=GENERAL, kind=Kind(name, GENERAL)) if told and name else None

    def read_before(self, figure: Figure) -> Figure | None:
        """Read "put the number of marchers at 4,000", "arrests rose to 140": the noun stands before the number."""
        text, begin = self.text, max(self.room[0], figure.start - WINDOW)
        if not LINKED.search(text, begin, figure.start):
            return None
        if numbers := list(NUMBER_OF.finditer(text, begin, figure.start)):
            start, first = numbers[-1].start(), numbers[-1].end()
            end = read_phrase(text, first, figure.start, self.sweep)
        else:
            patterns = self.counting.name_pattern, self.counting.thing_pattern
            nouns = [match for pattern in patterns for match in pattern.finditer(text, begin, figure.start)]
            nouns = [match for match in nouns if figure.start - match.end() <= NEARBY and self.counting.things.get(match[0].lower()) != GENERAL]
            if not nouns:
                return None
            start, first, end = (noun := max(nouns, key=lambda match: match.end())).start(), noun.start(), noun.end()
        what = text[first:end].strip()
        if not what or re.search(r"[;,]", text[end : figure.start]):
            return None
        kind = self.name_things(replace(figure, start=figure.start, end=figure.number_end), what)
        return replace(figure, start=start, what=what, kind=kind)

    def read_elided(self, figure: Figure, last: Figure | None) -> Figure | None:
        """Read "police have spoken of around 90", "puts the figure at 410": what was counted last."""
        if ANAPHOR.search(self.text, self.room[0], figure.start):
            return replace(figure, what=last.what, kind=last.kind, is_elided=True) if last else None
        if WHO.match(self.text, figure.number_end):
            return self.name_last(figure)
        if not SAYING.search(self.text, self.room[0], figure.start) or figure.interval.value <= LAST_HOUR // 2:
            return None
        things = [] if self.before is None else list(self.counting.thing_pattern.finditer(self.text, *self.before.place))
        if things and things[-1][0].endswith("s") and (last is None or things[-1].start() > last.end):
            return replace(figure, what=things[-1][0], kind=self.name_things(figure, things[-1][0]), is_elided=True)
        if last is None:
            return None
        own = self.find_told(figure, last.kind.thing)
        return replace(figure, what=last.what, kind=Kind(own or last.kind.name, last.kind.thing), is_elided=True)

    def name_last(self, figure: Figure) -> Figure | None:
        """Read "the 2,500 who serve there": the last thing named in this sentence or the one before."""
        begin = self.before.place[0] if self.before else self.room[0]
        things = list(self.counting.thing_pattern.finditer(self.text, begin, figure.start))
        if not things:
            return None
        return replace(figure, what=things[-1][0], kind=self.name_things(figure, things[-1][0]), is_elided=True)
