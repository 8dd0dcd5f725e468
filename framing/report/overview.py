"""The overview: what was compared, and at most three findings in plain words that the evidence carries."""

from collections import Counter
from collections.abc import Iterator
from itertools import zip_longest
from typing import Final, NamedTuple

from framing.analysis.scores import MIN_EVIDENCE, MIN_SENTENCES, TOO_LITTLE
from framing.comparison.comparison import Comparison
from framing.report.claims import Differing, make_differing
from framing.report.counted import find_left_out, find_speaking, find_voicing
from framing.report.findings import Finding, find_differences, find_sides
from framing.report.key_finding import KeyFinding, Link
from framing.report.labels import letter_axes, name_articles
from framing.report.notes import Note, make_notes
from framing.report.plain import iter_columns
from framing.report.words import IN_VOICE, IN_VOICES, cut_short, join_words, say_count, say_interval, say_number
from framing.topics.frame import Axis

MOST_FINDINGS: Final = 3
LONGEST_PASSAGE: Final = 90
MOST_PASSAGES: Final = 4
MOST_NAMED: Final = 3
LEAST_STRENGTH: Final = 0.005
"""An interval that ends nearer to 0 would be shown as reaching it."""


class Overview(NamedTuple):
    """What was compared in a line, the findings, and what a finding would need ("" where there are some)."""

    compared: str
    dates: str
    findings: list[KeyFinding]
    wanted: str


def make_overview(comparison: Comparison) -> Overview:
    """Make the overview of a comparison."""
    articles = comparison.articles
    n_words = int(comparison.tables["articles"]["words"].sum())
    n_outlets = len({article.outlet for article in articles})
    days = sorted({article.published for article in articles} - {""})
    n_undated = sum(not article.published for article in articles)
    dates = " to ".join(dict.fromkeys([days[0], days[-1]])) if days else "dates not known"
    if days and n_undated:
        dates += f", {n_undated} without a date"
    compared = f"{say_count(len(articles), 'article')} of {say_count(n_outlets, 'outlet')}, {n_words:,} words"
    findings = choose_findings(comparison)
    return Overview(compared, dates, findings, "" if findings else say_wanted(comparison))


def choose_findings(comparison: Comparison) -> list[KeyFinding]:
    """Return the findings to show first, three at most: the strongest of each kind in turn, what says more of articles already told last."""
    differing = [tell_differing(one) for one in make_differing(comparison)]
    kinds = [find_gaps(comparison), find_positions(comparison), differing]
    kinds += [list(find(comparison)) for find in (find_speaking, find_voicing, find_left_out)]
    ranked = [finding for row in zip_longest(*kinds) for finding in row if finding]
    told: set[tuple[str, str]] = set()
    first: list[KeyFinding] = []
    again: list[KeyFinding] = []
    for finding in ranked:
        (again if finding.subjects <= told else first).append(finding)
        told |= finding.subjects
    return [*first, *again][:MOST_FINDINGS]


def find_gaps(comparison: Comparison) -> list[KeyFinding]:
    """Return the differences between two articles, those surest to be there first."""
    labels, axes, notes = name_articles(comparison), letter_axes(comparison), group_notes(comparison)
    found = []
    for one in sorted(find_differences(comparison), key=lambda one: (one.voice == "all", -one.strength)):
        axis = axes[one.axis_id][1]
        pole = axis.pole(one.figure)
        text = f"{labels[one.articles[1]]} writes more of “{pole.label}” than {labels[one.articles[0]]} does, {IN_VOICES[one.voice]}."
        least, most = sorted((abs(one.low), abs(one.high)))
        figure = f"Difference {abs(one.figure):.2f} on a scale of 2 (95 % interval {least:.2f} to {most:.2f})"
        links = [link for article in one.articles for link in link_notes(notes, one, article, labels[article])]
        found.append(KeyFinding(f"{one.letter}. {axis.label}", text, (figure,), f"#{one.anchor}", links, frozenset(one.articles)))
    return found


def find_positions(comparison: Comparison) -> list[KeyFinding]:
    """Return the voices in which articles stand on a side, the one that tells most first, and of every axis one before a second."""
    axes, labels, notes = letter_axes(comparison), name_articles(comparison), group_notes(comparison)
    groups: dict[tuple[str, str], list[Finding]] = {}
    for one in find_sides(comparison):
        if one.strength < LEAST_STRENGTH:
            continue
        groups.setdefault((one.axis_id, one.voice), []).append(one)
    ranked = sorted((Positions(own, find_opposed(own, groups)) for own in groups.values()), key=rank_positions)
    found = []
    for own, opposed in ranked:
        letter, axis = axes[own[0].axis_id]
        own = sorted(own, key=lambda one: -one.strength)
        shown = [*own[:MOST_NAMED], *opposed]
        figures = [f"{labels[one.articles[0]]} {say_number(one.figure)} (95 % interval {say_interval(one.low, one.high)})" for one in shown]
        figures += [f"{len(own) - MOST_NAMED} more"] if len(own) > MOST_NAMED else []
        links = [link for one in shown for link in link_notes(notes, one, one.articles[0], labels[one.articles[0]])]
        text = say_positions(own, opposed, axis, labels)
        about, articles = f"{letter}. {axis.label}", frozenset(one.articles[0] for one in (*own, *opposed))
        found.append(KeyFinding(about, text, tuple(figures), f"#{own[0].anchor}", links, articles))
    return put_first_of_each(found)


def put_first_of_each(found: list[KeyFinding]) -> list[KeyFinding]:
    """Put the first finding of each axis before the second ones, and so on."""
    seen: Counter[str] = Counter()
    places = []
    for one in found:
        places.append(seen[one.about])
        seen[one.about] += 1
    return [one for _, one in sorted(zip(places, found, strict=True), key=lambda pair: pair[0])]


class Positions(NamedTuple):
    """The articles that stand on a side of an axis in one voice, and the surest that stands on the other side in the other voice, if any."""

    own: list[Finding]
    opposed: list[Finding]


def find_opposed(own: list[Finding], groups: dict[tuple[str, str], list[Finding]]) -> list[Finding]:
    """Return the surest position in the other voice on the side that no article takes in this one, or nothing."""
    sides = {one.figure < 0 for one in own}
    others = groups.get((own[0].axis_id, {"own": "attributed", "attributed": "own"}.get(own[0].voice, "")), [])
    opposed = [one for one in others if (one.figure < 0) not in sides] if len(sides) == 1 else []
    return sorted(opposed, key=lambda one: -one.strength)[:1]


def rank_positions(positions: Positions) -> tuple[object, ...]:
    """Return what positions are ranked by: one voice before both together, then both poles taken, then many articles, own voice, sure ones."""
    own, opposed = positions
    voice, n_poles = own[0].voice, len({one.figure < 0 for one in (*own, *opposed)})
    return voice == "all", -n_poles, -len(own), voice != "own", -max(one.strength for one in own)


def say_positions(own: list[Finding], opposed: list[Finding], axis: Axis, labels: dict[str, str]) -> str:
    """Say which articles stand where on an axis, in one voice, and which one against them in the other."""
    said = []
    for pole in (axis.left, axis.right):
        names = [labels[one.articles[0]] for one in own if axis.pole(one.figure) == pole]
        if names:
            most = MOST_NAMED if len(own) <= MOST_NAMED + 1 else 1
            shown = names if len(names) <= most else [*names[:most], f"{len(names) - most} more"]
            said.append(f"{join_words(shown)} {'leans' if len(names) == 1 else 'lean'} towards “{pole.label}”")
    voice = (IN_VOICE if len(own) == 1 else IN_VOICES)[own[0].voice]
    said += [f"{labels[one.articles[0]]}, {IN_VOICE[one.voice]}, towards “{axis.pole(one.figure).label}”" for one in opposed]
    rest = len(labels) - len(own) - len({one.articles for one in opposed} - {one.articles for one in own})
    others = "the other article" if rest == 1 else f"the other {rest}"
    tail = f"; for {others} the evidence shows no side or is too little" if rest else ""
    return f"{voice[0].upper()}{voice[1:]}, {'; '.join(said)}{tail}."


def group_notes(comparison: Comparison) -> dict[tuple[str, str], list[Note]]:
    """Return the notes that count, by article and letter of the axis."""
    found: dict[tuple[str, str], list[Note]] = {}
    for article, notes in make_notes(comparison).items():
        for note in notes:
            if note.weight > 0 and note.zone != "caption":
                found.setdefault((article, note.letter), []).append(note)
    return found


def link_notes(notes: dict[tuple[str, str], list[Note]], finding: Finding, article: str, label: str) -> Iterator[Link]:
    """Yield links to the weightiest evidence of a finding in one of its articles; of a position to that which speaks for its pole."""
    sides = ("left", "right") if len(finding.articles) > 1 else ("left",) if finding.figure < 0 else ("right",)
    own = [note for note in notes.get((article, finding.letter), []) if note.side in sides]
    spoken = [note for note in own if finding.voice in ("all", note.voice)]
    weighty = sorted(spoken, key=lambda note: (-note.weight, note.number))[:MOST_PASSAGES]
    seen: set[str] = set()
    for note in weighty:
        said = " ".join(note.text.split())
        if said.lower() not in seen:
            seen.add(said.lower())
            yield Link(f"#n{note.number}", f"“{said}”", f"{label}, counts {note.weight:g}")


def tell_differing(one: Differing) -> KeyFinding:
    """Tell figures that differ."""
    values: dict[str, list[str]] = {}
    for value, telling in one.tellings:
        values.setdefault(value, []).append(telling.label)
    said = "; ".join(f"{value} in {join_words(list(dict.fromkeys(labels)))}" for value, labels in values.items())
    links = [Link(f"#t{telling.row}", f"“{cut_short(telling.text, LONGEST_PASSAGE)}”", telling.label) for _, telling in one.tellings]
    text = f"The articles give different figures for {one.what}: {said}."
    articles = frozenset(telling.label for _, telling in one.tellings)
    return KeyFinding(f"Figures that differ: {one.what}", text, (say_what_is_shared(one),), f"#{one.anchor}", links, articles)


def say_what_is_shared(one: Differing) -> str:
    """Say what makes figures comparable."""
    return f"The passages have in common: {one.comparable}" if one.comparable else "Read both passages"


def say_wanted(comparison: Comparison) -> str:
    """Say what a finding would need."""
    if comparison.topic is None:
        return "Name a topic to place the articles on its axes; longer articles, or more of them, would give the rest more to go by."
    scores, labels, axes = comparison.tables["scores"], name_articles(comparison), letter_axes(comparison)
    short = scores[(scores["zone"] == "all") & (scores["voice"] == "own") & (scores["verdict"] == TOO_LITTLE)]
    short = short.sort_values(["needed", "n"], ascending=[True, False], kind="stable")
    need = f"A position needs {MIN_EVIDENCE} pieces of evidence in {MIN_SENTENCES} sentences, most of them on one side."
    for article, axis, n, needed in iter_columns(short.head(1), "article", "axis", "n", "needed"):
        need += f" Nearest to it: {labels[article]} on axis {axes[axis][0]} has {n}, {needed} more would be needed."
    return need
