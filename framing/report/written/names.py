"""The ledger of names and the ledger of deeds."""

from collections.abc import Iterator

from framing.comparison.comparison import Comparison
from framing.report.blocks import Block, Heading, Para, lay_out, list_said, say
from framing.report.ledgers import Called, Deeds, NamingCell, make_agency_rows, make_naming_rows

DEED_HEADS = ("Group", "Does", "Is done to it", "Is done to it, the doer left out")


def write_names(comparison: Comparison) -> Iterator[Block]:
    """Write the ledger of names and the ledger of deeds."""
    yield Heading("What they are called")
    rows = make_naming_rows(comparison)
    if not rows:
        yield Para(say("Nobody is called by more than one name."))
    for row in rows:
        yield Para(say(row.label, "strong"), "title")
        yield list_said(f"{cell.label}: {say_cell(cell)}" for cell in row.cells if cell.own or cell.attributed)
    yield Heading("Who does what to whom")
    yield Para(say("By rules that look at the words beside the verb and often err: read the passage."))
    deeds = [
        (row.group, *(say_deeds(own, kind, row.group) for kind, own in (("does", row.does), ("suffers", row.suffers), ("unnamed", row.unnamed))))
        for row in make_agency_rows(comparison)
    ]
    yield lay_out("Deeds by group of actors", DEED_HEADS, deeds) if deeds else Para(say("None found."))


def say_cell(cell: NamingCell) -> str:
    """Say what one article calls a referent."""
    said = [say_names(cell.own)] if cell.own else []
    return "; ".join([*said, *([f"said by others: {say_names(cell.attributed)}"] if cell.attributed else [])])


def say_names(names: list[Called]) -> str:
    """Say names with how often each stands there."""
    return ", ".join(f"{called.name} {called.n}×" if called.n > 1 else called.name for called in names)


def say_deeds(deeds: Deeds, kind: str, group: str) -> str:
    """Say deeds with who does them or suffers them, where it is not the row's group itself, and the article."""
    said = []
    for deed in deeds.shown:
        doer = f"{deed.doer} " if kind == "does" and deed.doer != group else ""
        other = f" ← {deed.doer}" if kind == "suffers" else f" → {deed.done_to}" if deed.done_to else ""
        said.append(f"{doer}{deed.text}{other} ({deed.label}{', attributed' if deed.voice != 'own' else ''})")
    return "; ".join(said) + (f"; {deeds.more} more" if deeds.more else "")
