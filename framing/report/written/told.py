"""What each article tells: coverage, figures that differ, only here and left out here, where shared claims stand."""

from collections.abc import Iterator

from framing.comparison.comparison import Comparison
from framing.report.blocks import Block, Heading, Items, Para, Run, lay_out, list_said, say
from framing.report.claims import MOST_CLAIMS, PLACES, Telling, make_claim_rows, make_differing, make_selections, make_structure_rows
from framing.report.labels import name_articles

SIGNS = "● in its own voice, ○ attributed to a source, ≠ told with another figure, – not found. A fact told in very different words is missed."


def write_coverage(comparison: Comparison) -> Iterator[Block]:
    """Write the table of claims by article, then the passages of each claim."""
    yield Heading("Who tells what")
    rows = make_claim_rows(comparison)
    if not rows:
        yield Para(say("No claim was found that two articles tell."))
        return
    labels = list(name_articles(comparison).values())
    yield Para(say(f"{len(rows)} told by more than one article. {SIGNS}"))
    yield Items(tuple(say(label) for label in labels), is_numbered=True)
    shown = rows[:MOST_CLAIMS]
    cells = [(row.claim, row.text, *(cell.sign for cell in row.cells)) for row in shown]
    numbers = tuple(map(str, range(1, len(labels) + 1)))
    yield lay_out("Claims by article, numbered as above", ("Claim", "Words", *numbers), cells, (2, 14, *(1 for _ in labels)))
    for row in shown:
        yield Para((Run(row.claim, "strong"), Run(f" ({row.shared})" if row.shared else "")), "title")
        yield list_tellings(row.tellings)


def write_differing(comparison: Comparison) -> Iterator[Block]:
    """Write the figures that differ."""
    yield Heading("Figures that differ")
    yield Para(say("For what reads as the same thing; another period, place or way of counting may explain it. No side is said to be wrong."))
    found = make_differing(comparison)
    if not found:
        yield Para(say("None was found."))
    for one in found:
        yield Para(say(one.what, "strong"), "title")
        said = [f"{value}: {say_telling(passage)}" for value, passage in one.tellings]
        said += [f"In common: {one.comparable}."] if one.comparable else []
        said += [f"Told by one side only: {one.not_comparable}."] if one.not_comparable else []
        yield list_said(said)


def write_selections(comparison: Comparison) -> Iterator[Block]:
    """Write what each article alone tells and what it leaves out."""
    yield Heading("Only here, left out here")
    yield Para(say("What no other article tells, and what at least two others tell and was not found here. It does not say why."))
    for one in make_selections(comparison):
        yield Heading(one.label, 3)
        yield Para(say(f"Only here ({one.n_alone}):"), "title")
        if one.alone:
            yield list_tellings(one.alone)
        yield Para(say(f"Left out here ({one.n_omitted}):"), "title")
        if one.omitted:
            yield list_said(f"{claim}: {say_telling(passage)}; told by {tellers}" for claim, passage, tellers in one.omitted)


def write_structure(comparison: Comparison) -> Iterator[Block]:
    """Write where the shared claims stand."""
    yield Heading("Where the shared claims stand", 3)
    rows = [(label, *cells) for label, cells in make_structure_rows(comparison)]
    yield lay_out("Claims that others tell too, of all claims, by place", ("Outlet", *PLACES.values()), rows)


def list_tellings(tellings: list[Telling]) -> Items:
    """List passages."""
    return list_said(map(say_telling, tellings))


def say_telling(one: Telling) -> str:
    """Say one passage with its article, voice and place."""
    return f"“{one.text}” {one.label} ({one.said}, {one.early} % in)"
