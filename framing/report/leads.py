"""The sentence each section opens with: what its figure shows, in plain words, said of these articles and nothing else."""

from collections.abc import Callable, Sequence
from typing import Any, Final

from framing.analysis.scores import MIXED
from framing.report.claims import Differing, Selection
from framing.report.findings import Finding
from framing.report.frames import FrameTable, say_times
from framing.report.generic_frames import FrameLine
from framing.report.intake import IntakeRow
from framing.report.ledgers import NamingRow
from framing.report.reader import Column
from framing.report.readings import ReadingSection
from framing.report.sections import AxisSection, KeyWord
from framing.report.speaking import Share
from framing.report.words import join_words, say_count, say_percent

OWN: Final = 0
"""The place of the own voice among the voices of a table."""
LEAST_COMPARED: Final = 2
SHORT: Final = 3
"""So short a word tells too little to open a section with."""


def make_leads(page: dict[str, Any]) -> dict[str, str]:
    """Return the opening sentence of each section by its id, made from what the page shows; "" where there is nothing to say."""
    leads: dict[str, tuple[Callable[..., str], tuple[str, ...]]] = {
        "headlines": (lead_headlines, ("columns",)),
        "figures": (lead_figures, ("axes",)),
        "findings": (lead_findings, ("differences", "sides")),
        "speaking": (lead_speaking, ("shares",)),
        "voices": (lead_voices, ("frame_tables",)),
        "names": (lead_names, ("naming_rows",)),
        "differing": (lead_differing, ("differing",)),
        "selection": (lead_selection, ("selections",)),
        "words": (lead_words, ("key_words",)),
        "frames": (lead_frames, ("frame_names", "frame_lines")),
        "readings": (lead_readings, ("readings",)),
        "repairs": (lead_repairs, ("repairs",)),
        "intake": (lead_intake, ("intake",)),
    }
    return {section: lead(*(page[name] for name in names)) for section, (lead, names) in leads.items()}


def lead_headlines(columns: Sequence[Column]) -> str:
    """Say how many headlines, with the lines under them, hold words that count on an axis."""
    marked = [column.label for column in columns if any(note.weight > 0 for passage in column.heads for note in passage.notes)]
    if not marked:
        return "No headline holds a word that counts on an axis."
    named = f": {join_words(marked)}" if len(marked) <= LEAST_COMPARED + 1 else ""
    holds = "holds" if len(marked) == 1 else "hold"
    return f"{len(marked)} of {say_count(len(columns), 'article')} {holds} framing words in the headline or the lines under it{named}."


def lead_figures(axes: Sequence[AxisSection]) -> str:
    """Say on which axes articles stand on a side in their own voice."""
    said = []
    for one in axes:
        n = sum(bool(cells[OWN].figure) and cells[OWN].verdict != MIXED for _, cells in one.scores)
        said += [f"{one.letter} ({n} of {len(one.scores)})"] if n else []
    if not said:
        return "In its own voice no article stands on a side of any axis: the intervals reach across 0, or there is too little evidence."
    return f"In their own voice, articles stand on a side of {join_words(said)}; else the interval reaches across 0, or there is too little evidence."


def lead_findings(differences: Sequence[Finding], sides: Sequence[Finding]) -> str:
    """Say how many differences and positions the evidence carries."""
    apart = f"{say_count(len(differences), 'difference')} between two articles" if differences else "No difference between two articles"
    stand = say_count(len(sides), "position") if sides else "no position"
    return f"{apart} and {stand} of an article are carried by the evidence."


def lead_speaking(shares: Sequence[Share]) -> str:
    """Say which article leaves most of its words to others, and which fewest."""
    ranked = sorted(shares, key=lambda row: (row.attributed, row.label))
    if len(ranked) < LEAST_COMPARED:
        return ""
    few, many = ranked[0], ranked[-1]
    most = f"{many.label} leaves {say_percent(many.attributed)} of its words to others, more than any article here"
    return f"{most}; {few.label} fewest, {say_percent(few.attributed)}."


def lead_voices(tables: Sequence[FrameTable]) -> str:
    """Say how much of all evidence stands in the outlets' own voice, and where that is most and least so."""
    counts: dict[str, list[int]] = {}
    for row in (row for table in tables for row in table.rows):
        own = counts.setdefault(row.label, [0, 0])
        own[0] += row.n_own
        own[1] += row.n
    n_own, n = (sum(one[at] for one in counts.values()) for at in (0, 1))
    said = f"{n_own} of {say_count(n, 'piece of evidence', 'pieces of evidence')} stand in the outlets’ own voice"
    return f"{said}, {n - n_own} in the words they attribute to others." if n else ""


def lead_names(rows: Sequence[NamingRow]) -> str:
    """Say what goes by the most names."""
    most = max(rows, key=lambda row: row.n_names, default=None)
    if most is None or most.n_names < LEAST_COMPARED:
        return ""
    return f"“{most.label}” is named in {most.n_names} different ways in the outlets’ own voice, more than anything else here."


def lead_differing(differing: Sequence[Differing]) -> str:
    """Say how many figures or dates differ."""
    if not differing:
        return "No figures were found that cannot both hold."
    return f"{say_count(len(differing), 'figure or date differs', 'figures or dates differ')} from one article to the next."


def lead_selection(selections: Sequence[Selection]) -> str:
    """Say in which articles the search found least, and in which most, of what at least two others tell."""
    if len(selections) < LEAST_COMPARED:
        return ""
    counts = [one.n_omitted for one in selections]
    least, most = ((join_some([one.label for one in selections if one.n_omitted == n]), n) for n in (min(counts), max(counts)))
    if least[1] == most[1]:
        return ""
    return f"Of what at least two others tell, most is missing in {most[0]} ({most[1]} not found), least in {least[0]} ({least[1]})."


def join_some(labels: Sequence[str]) -> str:
    """Join labels, of more than two the first and how many more.

    >>> join_some(["A", "B", "C"])
    'A and 2 more'
    """
    return join_words([*labels[:1], f"{len(labels) - 1} more"] if len(labels) > LEAST_COMPARED else labels)


def lead_words(key_words: Sequence[tuple[str, list[KeyWord]]]) -> str:
    """Name the word that sets an article most apart."""
    found = [(float(word.z), label, word) for label, words in key_words for word in words if word.term.isalpha() and len(word.term) > SHORT]
    if not found:
        return ""
    _, label, word = max(found, key=lambda one: one[:2])
    return f"“{word.term}” stands out most: {say_times(word.n)} in {label}, {say_times(word.n_others)} in all others together."


def lead_frames(names: Sequence[str], lines: Sequence[FrameLine]) -> str:
    """Say where the frame with the most words is densest and where it is thinnest."""
    if len(lines) < LEAST_COMPARED:
        return ""
    totals = [sum(line.cells[at].n for line in lines) for at in range(len(names))]
    at = totals.index(max(totals))
    ranked = sorted((line for line in lines if line.cells[at].per_1000), key=lambda line: (float(line.cells[at].per_1000), line.label))
    if not totals[at] or len(ranked) < LEAST_COMPARED:
        return "Too few of its words were found to say anything."
    few, many = ranked[0], ranked[-1]
    most = f"{names[at]} is the frame with the most words"
    return f"{most}: {many.cells[at].per_1000} per 1,000 in {many.label}, {few.cells[at].per_1000} in {few.label}."


def lead_readings(sections: Sequence[ReadingSection]) -> str:
    """Say how often lexicon and classifier agree, and how often they name opposite poles."""
    rows = [row for section in sections for row in section.rows]
    if not rows:
        return ""
    agree = sorted(int(row.agree.split()[0]) for row in rows)
    opposed = sum(row.opposed for row in rows)
    least = f"{agree[0]} to {agree[-1]} %" if agree[0] != agree[-1] else f"{agree[0]} %"
    return f"Word list and classifier agree on {least} of an article’s sentences; they name opposite poles for {say_count(opposed, 'sentence')}."


def lead_repairs(repairs: Sequence[tuple[str, list[str]]]) -> str:
    """Say in how many articles something was repaired or set apart."""
    n = sum(said != ["nothing"] for _, said in repairs)
    return f"In {n} of {say_count(len(repairs), 'article')} something was put right or set apart." if n else "Nothing was put right or set apart."


def lead_intake(rows: Sequence[IntakeRow]) -> str:
    """Say how much the check of the articles found, and how much of it is serious."""
    serious = sum(row.is_serious for row in rows)
    found = f"{say_count(len(rows), 'thing')} {'was' if len(rows) == 1 else 'were'} found"
    return f"{found}, {serious or 'none'} of them serious." if rows else "Nothing was found."
