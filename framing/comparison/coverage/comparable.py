"""Whether two figures count the same thing at the same time and place, as far as their sentences tell."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from math import inf
from typing import Final

from framing.claims.dates import overlap
from framing.claims.figures import Figure
from framing.claims.numbers import Interval, meet
from framing.claims.records import Claims
from framing.comparison.coverage.alignment import Alignment
from framing.comparison.coverage.counts import Count
from framing.comparison.coverage.reading import Reading

FARTHEST: Final = 10.0
"""Values further apart than this many times count different things more likely than they differ."""
LARGE: Final = 100
ALIKE: Final = 0.3
"""How alike the clauses of figures must be that count something few, and of shares."""
COMMON: Final = 0.8
"""The weight that the sentences of figures of a hundred and more, of money or shares, must have in common beside what is counted."""
CLOSELY: Final = 0.42
"""The same for words that count many things: people, years, cases."""
APART: Final = ("tally", "temperature", "time", "age")
"""Measures that say too little about what is measured to differ."""
COMMON_SHARE: Final = 0.5
LONGEST_PRONOUN: Final = 4
PLANNED: Final = ("jobs", "money")
"""Things that are counted ahead as well as behind: the same loss is told as coming and as told."""
VAGUELY: Final = 2
BESIDE: Final = 1
NEAR: Final = 3
"""How many sentences apart figures of two sources in one article answer each other."""
Key = tuple[int, int]


@dataclass(frozen=True)
class Case:
    """Everything two figures are compared by."""

    claims: Claims
    counts: dict[int, Count]
    alignment: Alignment
    scene: Reading

    def figure(self, number: int) -> Figure:
        """Return the figure of a claim that has one."""
        figure = self.claims.claims[number].figure
        assert figure is not None
        return figure

    @cached_property
    def units(self) -> list[Key]:
        """The pairs of figures that have one unit, and name the same."""
        return list(pair_units(self))

    def alike(self, a: int, b: int) -> float:
        """Return how alike the clauses of two claims are, 0 where that is little."""
        return self.alignment.close.score(self.claims.claims[a].clause, self.claims.claims[b].clause)


def find_figure_pairs(case: Case) -> Iterator[Key]:
    """Yield pairs of figures that differ, none of which meets a comparable figure of the other article."""
    counts, units = case.counts, case.units
    settled = set(find_settled(case))
    for a, b in units:
        if {(a, counts[b].clause.article), (b, counts[a].clause.article)} & settled:
            continue
        if differ(case, a, b) and (is_same_kind(case, a, b) or is_comparable(case, a, b)):
            yield a, b
    yield from pair_answers(case)


def differ(case: Case, a: int, b: int) -> bool:
    """Tell whether two values cannot both hold; where news names the class, "thousands" has more room."""
    return not meet(*(open_vague(case.figure(number)) for number in (a, b)))


def open_vague(figure: Figure) -> Interval:
    """Return what a figure can mean; a vague amount of a class has more room above: 15,000 are "thousands" too."""
    return replace(figure.interval, high=VAGUELY * figure.interval.high) if figure.is_vague and figure.kind.name else figure.interval


def pair_units(case: Case) -> Iterator[Key]:
    """Yield the pairs of figures of two articles that have one unit, and one head or none, or one class and thing, in order."""
    buckets: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, count in case.counts.items():
        figure = case.figure(number)
        unit = figure.measure, figure.unit
        keys = {(*unit, "head", count.head), (*unit, "all"), *([(*unit, *count.kind)] if count.kind.name else [])}
        for key in keys:
            buckets[key].append(number)
    for a, count in case.counts.items():
        figure = case.figure(a)
        unit = figure.measure, figure.unit
        wanted = [(*unit, "head", count.head), (*unit, "head", ""), (*unit, *count.kind)] if count.head else [(*unit, "all")]
        met = {b for key in wanted for b in buckets.get(key, ()) if b > a}
        yield from ((a, b) for b in sorted(met) if case.counts[b].clause.article != count.clause.article)


def find_settled(case: Case) -> Iterator[tuple[int, int]]:
    """Yield (figure, other article) where that article has the same value for something of the same name, whatever else its sentence tells."""
    for a, b in case.units:
        if not differ(case, a, b):
            yield a, case.counts[b].clause.article
            yield b, case.counts[a].clause.article


def find_same(case: Case, pairs: Sequence[Key]) -> Iterator[Key]:
    """Yield for every figure that differs those that count as the same claim, or have its value for the same class and thing."""
    same: dict[int, list[int]] = defaultdict(list)
    for number in case.counts:
        same[case.alignment.group[number]].append(number)
    for number in sorted({at for pair in pairs for at in pair}):
        if case.alignment.group[number] >= 0:
            alike = (other for other in same[case.alignment.group[number]] if other != number)
            yield from ((number, other) for other in alike if case.counts[other].kind == case.counts[number].kind)
        value = case.figure(number).interval.value
        equal = (other for other in case.counts if other != number and case.figure(other).interval.value == value)
        yield from ((number, other) for other in equal if is_same_kind(case, number, other))


def pair_answers(case: Case) -> Iterator[Key]:
    """Yield pairs in which one article gives two figures for one thing, each from another source, close to each other."""
    numbers = list(case.counts)
    for at, a in enumerate(numbers):
        for b in numbers[at + 1 :]:
            one, other = case.counts[a].clause, case.counts[b].clause
            if one.article != other.article or other.sentence - one.sentence > NEAR:
                break
            if answers(case, a, b) and differ(case, a, b) and is_same_kind(case, a, b):
                yield a, b


def answers(case: Case, a: int, b: int) -> bool:
    """Tell whether the second of two figures of one article comes from another source than the first."""
    one, other = case.counts[a].clause, case.counts[b].clause
    apart, is_elided = other.sentence - one.sentence, case.figure(b).is_elided
    if apart == 0:
        return False
    if is_elided or (is_named(other.source) and not one.is_said):
        return apart <= BESIDE
    return is_named(one.source) and is_named(other.source) and one.source.lower() != other.source.lower()


def is_named(source: str) -> bool:
    """Tell whether the words for a source are more than a pronoun."""
    return (source[:1].isupper() and " " in source) or len(source) > LONGEST_PRONOUN


def is_same_kind(case: Case, a: int, b: int) -> bool:
    """Tell whether two figures count one thing of which one thing is told, without words that set them apart."""
    one, other, first, second = case.counts[a], case.counts[b], case.figure(a), case.figure(b)
    if not one.kind.name or one.kind != other.kind or (first.measure, first.unit) != (second.measure, second.unit):
        return False
    if any(count.clause.is_refuted or count.is_added for count in (one, other)) or first.is_part or second.is_part:
        return False
    is_elided = first.is_elided or second.is_elided
    if one.clause.is_ahead != other.clause.is_ahead and first.kind.thing not in PLANNED and not is_elided:
        return False
    if not is_within_reach(first, second):
        return False
    if one.scope != other.scope:
        return False
    return (is_elided or is_same_group(case, one, other)) and is_same_place(one, other) and have_same_nation(one, other) and is_same_time(one, other)


def is_same_group(case: Case, one: Count, other: Count) -> bool:
    """Tell whether the words beside what is counted ("masked", "Turkish") stand in both sentences; for a nation an actor named in both will do."""
    told = case.scene.role("fate") | {one.kind.thing, other.kind.thing}
    apart = (one.modifiers - told - other.context - other.modifiers) | (other.modifiers - told - one.context - one.modifiers)
    is_acted = any(key.startswith("@") for key in one.context & other.context)
    return all(key.startswith("=") and is_acted for key in apart)


def is_same_place(one: Count, other: Count) -> bool:
    """Tell whether no named places set the two figures apart."""
    return not one.places or not other.places or bool(one.places & other.places)


def have_same_nation(one: Count, other: Count) -> bool:
    """Tell whether no nations set the two figures apart."""
    nations, others = ({key for key in count.context if key.startswith("=")} for count in (one, other))
    return not nations or not others or bool(nations & others)


def is_comparable(case: Case, a: int, b: int) -> bool:
    """Tell whether two figures of two articles count the same thing, as far as their sentences tell."""
    one, other = case.counts[a], case.counts[b]
    first, second = case.figure(a), case.figure(b)
    if first.measure in APART or one.clause.is_refuted or other.clause.is_refuted or first.is_elided or second.is_elided:
        return False
    how = [(count.clause.is_denied, count.clause.is_ahead) for count in (one, other)]
    if how[0] != how[1] or not is_within_reach(first, second):
        return False
    if say(first) in other.context or say(second) in one.context:
        return False
    if one.scope != other.scope:
        return False
    return is_same_thing(one, other) and is_same_time(one, other) and have_common(case, a, b)


def is_within_reach(first: Figure, second: Figure) -> bool:
    """Tell whether two values lie no further apart than figures for one thing do; a vague amount must have an end."""
    if any(figure.is_vague and figure.interval.high == inf for figure in (first, second)):
        return False
    both = first.interval, second.interval
    return max(one.low or one.value for one in both) <= FARTHEST * min(one.value if one.high == inf else one.high for one in both)


def say(figure: Figure) -> str:
    """Return a figure's value as it stands among the matter of clauses."""
    return f"{figure.interval.value:.0f}"


def is_same_thing(one: Count, other: Count) -> bool:
    """Tell whether head and modifiers agree: one head (or one told only by the sentence), no modifiers or nations that exclude each other."""
    heads = {one.head, other.head} - {""}
    if len(heads) != 1 or not (heads <= one.context and heads <= other.context):
        return False
    if one.modifiers and other.modifiers and not one.modifiers & other.modifiers:
        return False
    if one.fate != other.fate or one.is_added != other.is_added or one.is_running != other.is_running:
        return False
    return have_same_nation(one, other)


def is_same_time(one: Count, other: Count) -> bool:
    """Tell whether no told dates set the two figures apart."""
    return not one.dates or not other.dates or any(overlap(a, b) for a in one.dates for b in other.dates)


def have_common(case: Case, a: int, b: int) -> bool:
    """Tell whether the sentences of two figures have enough in common beside what is counted."""
    one, other, first, second = case.counts[a], case.counts[b], case.figure(a), case.figure(b)
    head, is_share = one.head or other.head, first.measure == "share"
    if not is_share and one.head != other.head:
        return False
    many = first.measure in ("money", "share") or min(first.interval.value, second.interval.value) >= LARGE
    if not many or head in case.scene.role("general") or (is_share and head not in case.scene.role("change")):
        least = CLOSELY if head in case.scene.role("general") else ALIKE
        is_same = one.head == other.head and one.is_definite == other.is_definite and is_same_group(case, one, other)
        return is_same and case.alike(a, b) >= least
    common = frozenset(key for key in one.context & other.context if key != head and not key[0].isdigit())
    if is_share and not any(key[0] in "@=" for key in common):
        return False
    if sum(key.startswith("=") for key in common) >= 2:
        return True
    return sum(case.alignment.weights.get(one, 0.0) for one in sorted(common)) >= (COMMON_SHARE if is_share else COMMON) and len(common) >= 2
