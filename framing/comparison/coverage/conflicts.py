"""Figures that differ: values that two articles give for the same thing and that cannot both hold, with what can and cannot be compared."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import inf
from typing import Final

from framing.claims.dates import Told, overlap
from framing.claims.figures import Figure
from framing.claims.numbers import Interval, meet
from framing.claims.records import Claims, Clause
from framing.comparison.coverage.alignment import Alignment
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
AROUND: Final = 30
"""How many characters around a figure tell what becomes of those counted."""
RUNNING: Final = re.compile(r"\b(?:total|in all|another|additional|more\s+(?!than)|further|now|already|remaining)\b", re.IGNORECASE)
SINCE: Final = re.compile(r"\b(?:since|so far|to date|bringing|down from|up from)\b", re.IGNORECASE)
PASSIVE: Final = re.compile(r"\b(?:was|were|been|being|is|are)\s+(?:[a-z]+ly\s+|first\s+|also\s+|largely\s+)*([a-z]+(?:ed|en|n|t|d))\b")
Key = tuple[int, int]


@dataclass(frozen=True)
class Conflict:
    """Claims (numbers) whose figures differ: what is counted or dated, what the passages share, what sets them apart ("" for nothing told)."""

    claims: tuple[int, ...]
    what: str
    comparable: str
    not_comparable: str


@dataclass(frozen=True)
class Deed:
    """What was done to whom and when: actor, stem of the verb, date, article, and the words that tell it."""

    actor: int
    stem: str
    told: Told
    article: int
    what: str


@dataclass(frozen=True)
class Count:
    """What a figure counts, as it is compared: stems of head and modifiers, what its sentence holds, dates told there, its clause.

    `fate` is what becomes of those counted ("" for nothing told), `is_running` a count that grows (so far, since, another).
    """

    head: str
    modifiers: frozenset[str]
    context: frozenset[str]
    dates: tuple[Told, ...]
    clause: Clause
    fate: str
    is_running: bool


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

    def alike(self, a: int, b: int) -> float:
        """Return how alike the clauses of two claims are, 0 where that is little."""
        return self.alignment.close.score(self.claims.claims[a].clause, self.claims.claims[b].clause)


def find_conflicts(claims: Claims, alignment: Alignment, scene: Reading) -> list[Conflict]:
    """Find figures and dates that differ between articles.

    A figure that meets one of the other article's figures for the same thing differs from none of them. Pairs that share a figure are one conflict,
    and so are figures that count as the same claim as one of them.
    """
    dates: dict[int, list[Told]] = defaultdict(list)
    for claim in claims.claims:
        if claim.told:
            dates[claims.clauses[claim.clause].sentence].append(claim.told)
    counts = {number: read_count(claims, number, scene, dates) for number, claim in enumerate(claims.claims) if claim.figure}
    pairs = list(find_figure_pairs(claims, counts, alignment, scene))
    pairs += find_same(pairs, counts, alignment)
    found = [
        Conflict(members, name_what(claims, members), *compare_counts(scene, [counts[number] for number in members]))
        for members in join_pairs(pairs)
    ]
    deeds = dict(read_deeds(claims, scene))
    for members in join_pairs(find_date_pairs(deeds)):
        found.append(Conflict(members, deeds[members[0]].what, deeds[members[0]].what, ""))
    return sorted(found, key=lambda one: (-len({claims.clauses[claims.claims[at].clause].article for at in one.claims}), one.claims))


def find_same(pairs: Sequence[Key], counts: dict[int, Count], alignment: Alignment) -> Iterator[Key]:
    """Yield for every figure that differs those that count as the same claim."""
    same: dict[int, list[int]] = defaultdict(list)
    for number in counts:
        same[alignment.group[number]].append(number)
    for number in sorted({at for pair in pairs for at in pair}):
        if alignment.group[number] >= 0:
            yield from ((number, other) for other in same[alignment.group[number]] if other != number)


def read_count(claims: Claims, number: int, scene: Reading, dates: dict[int, list[Told]]) -> Count:
    """Read what a figure counts."""
    claim = claims.claims[number]
    clause, figure, stems = claims.clauses[claim.clause], claim.figure, scene.stems
    assert figure is not None
    phrase, _, rest = figure.what.partition(" in ")
    thing, _, of = phrase.partition(" of ")
    words = stems.list(thing)
    near = [at for at in (claim.clause - 1, claim.clause, claim.clause + 1) if 0 <= at < len(claims.clauses)]
    inside = [claims.clauses[at].matter for at in near if claims.clauses[at].sentence == clause.sentence]
    modifiers = frozenset(words[:-1] + stems.list(of) + stems.list(rest))
    around = max(claim.start - AROUND, clause.start), min(claim.end + AROUND // 2, clause.end)
    told = find_fate(scene, number, claims), bool(RUNNING.search(scene.text, *around) or SINCE.search(scene.text, clause.start, clause.end))
    return Count(words[-1] if words else "", modifiers, frozenset().union(*inside), tuple(dates[clause.sentence]), clause, *told)


def find_fate(scene: Reading, number: int, claims: Claims) -> str:
    """Return what becomes of those counted: told in the words of the count, right behind it, or right before it."""
    claim = claims.claims[number]
    clause = claims.clauses[claim.clause]
    behind = scene.stems.list(scene.text[claim.start : min(claim.end + AROUND, clause.end)])
    before = scene.stems.list(scene.text[max(claim.start - AROUND, clause.start) : claim.start])
    return next((stem for stem in (*behind, *reversed(before)) if stem in scene.role("fate")), "")


def find_figure_pairs(claims: Claims, counts: dict[int, Count], alignment: Alignment, scene: Reading) -> Iterator[Key]:
    """Yield pairs of figures that differ, none of which meets a comparable figure of the other article."""
    comparable = [pair for pair in pair_units(claims, counts) if is_comparable(Case(claims, counts, alignment, scene), *pair)]
    settled = set(find_settled(claims, counts))
    differing = []
    for a, b in comparable:
        one, other = claims.claims[a].figure, claims.claims[b].figure
        assert one and other
        if not meet(one.interval, other.interval):
            differing.append((a, b))
    yield from ((a, b) for a, b in differing if not {(a, counts[b].clause.article), (b, counts[a].clause.article)} & settled)


def pair_units(claims: Claims, counts: dict[int, Count]) -> Iterator[Key]:
    """Yield the pairs of figures of two articles that have one unit, and one head or none."""
    buckets: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number in counts:
        figure = claims.claims[number].figure
        assert figure is not None
        buckets[figure.measure, figure.unit].append(number)
    for numbers in buckets.values():
        for a, b in combinations(numbers, 2):
            one, other = counts[a], counts[b]
            if one.clause.article != other.clause.article and (one.head == other.head or not one.head or not other.head):
                yield a, b


def find_settled(claims: Claims, counts: dict[int, Count]) -> Iterator[tuple[int, int]]:
    """Yield (figure, other article) where that article has the same value for something of the same name, whatever else its sentence tells."""
    for a, b in pair_units(claims, counts):
        one, other = claims.claims[a].figure, claims.claims[b].figure
        assert one and other
        if meet(one.interval, other.interval):
            yield a, counts[b].clause.article
            yield b, counts[a].clause.article


def is_comparable(case: Case, a: int, b: int) -> bool:
    """Tell whether two figures of two articles count the same thing, as far as their sentences tell."""
    one, other = case.counts[a], case.counts[b]
    first, second = case.figure(a), case.figure(b)
    if first.measure in APART:
        return False
    how = [(count.clause.is_denied, count.clause.is_ahead) for count in (one, other)]
    if how[0] != how[1] or not is_within_reach(first.interval, second.interval):
        return False
    if say(first) in other.context or say(second) in one.context:
        return False
    scope = case.scene.role("scope")
    if one.clause.matter & scope != other.clause.matter & scope:
        return False
    return is_same_thing(one, other) and is_same_time(one, other) and have_common(case, a, b)


def is_within_reach(one: Interval, other: Interval) -> bool:
    """Tell whether two values have ends and lie no further apart than figures for one thing do."""
    return inf not in (one.high, other.high) and max(one.low, other.low) <= FARTHEST * min(one.high, other.high)


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
    if one.fate != other.fate or one.is_running != other.is_running:
        return False
    nations, others = ({key for key in count.context if key.startswith("=")} for count in (one, other))
    return not nations or not others or bool(nations & others)


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
        return case.alike(a, b) >= (CLOSELY if head in case.scene.role("general") else ALIKE) and one.head == other.head
    common = frozenset(key for key in one.context & other.context if key != head and not key[0].isdigit())
    if is_share and not any(key[0] in "@=" for key in common):
        return False
    if sum(key.startswith("=") for key in common) >= 2:
        return True
    return sum(case.alignment.weights[one] for one in sorted(common)) >= (COMMON_SHARE if is_share else COMMON) and len(common) >= 2


def read_deeds(claims: Claims, scene: Reading) -> Iterator[tuple[int, Deed]]:
    """Yield for each dated claim what was done to whom in its clause, where that is told in the passive and happens once."""
    rows = scene.names
    for number, claim in enumerate(claims.claims):
        clause = claims.clauses[claim.clause]
        if claim.told is None or clause.is_denied or clause.is_ahead or not claim.told.first[:1].isdigit():
            continue
        for match in PASSIVE.finditer(scene.text, clause.start, clause.end):
            stem = scene.stems.of(match[1])
            before = [row for row in rows.within((clause.start, match.start())) if "," not in scene.text[row[1] : match.start()]]
            if stem in scene.role("once") and before and match.end() <= claim.start:
                yield number, Deed(before[-1][2], stem, claim.told, clause.article, scene.text[before[-1][0] : match.end()])
                break


def find_date_pairs(deeds: dict[int, Deed]) -> Iterator[Key]:
    """Yield pairs of dates that two articles give for one deed, where no date of the one can be one of the other."""
    told: dict[tuple[int, str, int], list[int]] = defaultdict(list)
    for number, deed in deeds.items():
        told[deed.actor, deed.stem, deed.article].append(number)
    for (one, first), (other, second) in combinations(sorted(told.items()), 2):
        if one[:2] == other[:2] and not any(overlap(deeds[a].told, deeds[b].told) for a in first for b in second):
            yield from ((a, b) for a in first for b in second)


def join_pairs(pairs: Iterable[Key]) -> list[tuple[int, ...]]:
    """Join pairs that share a claim, in order of their first claims."""
    groups: list[set[int]] = []
    for pair in pairs:
        touched = [group for group in groups if group & set(pair)]
        groups = [group for group in groups if group not in touched] + [set(pair).union(*touched)]
    return sorted(tuple(sorted(group)) for group in groups)


def name_what(claims: Claims, members: Sequence[int]) -> str:
    """Return what is counted, in the longest words one of the articles has for it."""
    return max((one.figure.what for number in members if (one := claims.claims[number]).figure), key=lambda what: (len(what), what))


def compare_counts(scene: Reading, counts: Sequence[Count]) -> tuple[str, str]:
    """Say what the sentences of some figures have in common, and which told dates belong to one of them only."""
    common = frozenset.intersection(*(count.context for count in counts))
    shared = scene.name_all(counts[0].clause, common)
    apart = sorted({scene.text[one.start : one.end] for count in counts for one in count.dates if not all(one in other.dates for other in counts)})
    return ", ".join(shared), ", ".join(apart)
