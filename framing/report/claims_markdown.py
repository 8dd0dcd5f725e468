"""The sections on claims as Markdown: who tells what, figures that differ, only here and left out here."""

from collections.abc import Callable, Iterator, Sequence

from framing.comparison.comparison import Comparison
from framing.report.claims import MOST_CLAIMS, Telling, make_claim_rows, make_differing, make_selections, make_structure_rows
from framing.report.claims import PLACES as CLAIM_PLACES
from framing.report.labels import name_articles

Escape = Callable[[str], str]
MakeLines = Callable[[Sequence[str], Sequence[Sequence[object]]], list[str]]


def write_claims(comparison: Comparison, escape: Escape, make_lines: MakeLines) -> Iterator[str]:
    """Write the sections; `escape` makes a text fit for Markdown, `make_lines` a table."""
    yield from write_coverage(comparison, escape, make_lines)
    yield from write_differing(comparison, escape)
    yield from write_selections(comparison, escape)
    yield "### Where the shared claims stand\n"
    yield from make_lines(("Outlet", *CLAIM_PLACES.values()), [(label, *cells) for label, cells in make_structure_rows(comparison)])


def write_coverage(comparison: Comparison, escape: Escape, make_lines: MakeLines) -> Iterator[str]:
    """Write the table of claims by article, then the passages of each claim."""
    yield "## Who tells what\n"
    rows = make_claim_rows(comparison)
    if not rows:
        yield "No claim was found that two articles tell.\n"
        return
    labels = list(name_articles(comparison).values())
    yield f"{len(rows)} told by more than one article. ● in its own voice, ○ attributed to a source, ≠ told with another figure, – not found."
    yield "A fact told in very different words is missed.\n"
    yield from (f"{number}. {escape(label)}" for number, label in enumerate(labels, 1))
    yield ""
    shown = rows[:MOST_CLAIMS]
    cells = [(row.claim, row.text, *(cell.sign for cell in row.cells)) for row in shown]
    yield from make_lines(("Claim", "Words", *map(str, range(1, len(labels) + 1))), cells)
    for row in shown:
        yield f"**{row.claim}** ({escape(row.shared)})\n"
        yield from (f"- {write_telling(one, escape)}" for one in row.tellings)
        yield ""


def write_differing(comparison: Comparison, escape: Escape) -> Iterator[str]:
    """Write the figures that differ."""
    yield "## Figures that differ\n"
    yield "For what reads as the same thing; another period, place or way of counting may explain it. No side is said to be wrong.\n"
    found = make_differing(comparison)
    if not found:
        yield "None was found.\n"
    for one in found:
        yield f"**{escape(one.what)}**\n"
        yield from (f"- {escape(value)}: {write_telling(passage, escape)}" for value, passage in one.tellings)
        yield f"- In common: {escape(one.comparable)}." if one.comparable else ""
        yield f"- Told by one side only: {escape(one.not_comparable)}.\n" if one.not_comparable else ""


def write_selections(comparison: Comparison, escape: Escape) -> Iterator[str]:
    """Write what each article alone tells and what it leaves out."""
    yield "## Only here, left out here\n"
    yield "What no other article tells, and what at least two others tell and was not found here. It does not say why.\n"
    for one in make_selections(comparison):
        yield f"### {escape(one.label)}\n"
        yield f"Only here ({one.n_alone}):\n"
        yield from (f"- {write_telling(passage, escape)}" for passage in one.alone)
        yield f"\nLeft out here ({one.n_omitted}):\n"
        yield from (f"- {claim}: {write_telling(passage, escape)}; told by {escape(tellers)}" for claim, passage, tellers in one.omitted)
        yield ""


def write_telling(one: Telling, escape: Escape) -> str:
    """Write one passage."""
    return f"“{escape(one.text)}” {escape(one.label)} ({escape(one.said)}, {one.early} % in)"
