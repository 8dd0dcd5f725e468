"""Frames by voice, who speaks, what they are called and who does what, as Markdown."""

from collections.abc import Iterator

from framing.comparison.comparison import Comparison
from framing.report.formats.markdown_text import escape_markdown, make_lines
from framing.report.frames import make_frame_tables, make_group_scores
from framing.report.ledgers import Called, Deeds, NamingCell, make_agency_rows, make_naming_rows
from framing.report.speaking import GRADES, Speaker, Word, make_cue_rows, make_first_last, make_shares, make_speakers, make_unquoted
from framing.report.words import say_count


def write_frames(comparison: Comparison) -> Iterator[str]:
    """Write how often each pole stands in whose voice, with the numbers of its evidence, and the scores by group."""
    if comparison.topic is None:
        return
    yield "## Frame by voice\n"
    for letter, axis, rows, _ in make_frame_tables(comparison):
        if not rows:
            continue
        yield f"### {letter}. {escape_markdown(axis.label)}\n"
        yield from (f"- {escape_markdown(row.said)}" for row in rows if row.said)
        yield ""
        cells = [[f"{cell.n} ({', '.join(map(str, cell.notes))})" if cell.n else "0" for cell in row.cells] for row in rows]
        lines = [(row.label, row.pole, *own) for row, own in zip(rows, cells, strict=True)]
        yield from make_lines(("Outlet", "Frame", *(cell.head for cell in rows[0].cells)), lines)
    scores, n_too_little = make_group_scores(comparison)
    yield f"Scores by group of sources: {say_count(len(scores), 'has', 'have')} enough evidence, {n_too_little} too little.\n"
    if scores:
        lines = [(one.letter, one.group, one.label or "all articles", f"{one.figure} ({one.interval}) {one.verdict}, n={one.n}") for one in scores]
        yield from make_lines(("Axis", "Group", "Cited by", "Position"), lines)


def write_speaking(comparison: Comparison) -> Iterator[str]:
    """Write who speaks, with which reporting words, first and last, and who is never cited."""
    yield "## Who speaks\n"
    rows = [(row.label, f"{row.n_words} ({row.part} of all)", row.kinds, row.groups, row.quotations, row.grades) for row in make_shares(comparison)]
    yield from make_lines(("Outlet", "Attributed words", "Sources", "Groups", "Quotation", "Reporting words"), rows)
    for label, found, more in make_speakers(comparison):
        said = "; ".join(say_speaker(one) for one in found) + (f"; {more} more" if more else "")
        yield f"- **{escape_markdown(label)}**: {escape_markdown(said) or 'no attribution was found'}"
    yield "\n### First and last word\n"
    words = [(label, say_word(first), say_word(last)) for label, first, last in make_first_last(comparison)]
    yield from make_lines(("Outlet", "First", "Last"), words)
    yield "### Named, and never cited\n"
    yield from (f"- **{escape_markdown(label)}**: {escape_markdown(said) or 'none found'}" for label, said in make_unquoted(comparison))
    yield "\n### Reporting words by source\n"
    yield from make_lines(("Group", "Outlet", *GRADES), [(row.group, row.label or "all", *row.cells) for row in make_cue_rows(comparison)])


def say_speaker(one: Speaker) -> str:
    """Say a source's share in a few words."""
    return f"{one.source} {one.share} ({one.group + ', ' if one.group else ''}cited {say_count(one.n, 'time')})"


def say_word(word: Word) -> str:
    """Say who is cited first or last, and for what."""
    voice = {"own": "sentence in its own voice; ", "attributed": "sentence in the words of a source; "}.get(word.voice, "")
    return f"{voice}cited: {word.source}, “{word.passage}”" if word.passage else f"{voice}nobody is cited"


def write_names(comparison: Comparison) -> Iterator[str]:
    """Write the ledger of names and the ledger of deeds."""
    yield "## What they are called\n"
    for row in make_naming_rows(comparison):
        yield f"**{escape_markdown(row.label)}**\n"
        yield from (f"- {escape_markdown(f'{cell.label}: {say_cell(cell)}')}" for cell in row.cells if cell.own or cell.attributed)
        yield ""
    yield "## Who does what to whom\n"
    yield "By rules that look at the words beside the verb and often err: read the passage.\n"
    rows = [
        (row.group, *(say_deeds(deeds, kind, row.group) for kind, deeds in (("does", row.does), ("suffers", row.suffers), ("unnamed", row.unnamed))))
        for row in make_agency_rows(comparison)
    ]
    yield from make_lines(("Group", "Does", "Is done to it", "Is done to it, the doer left out"), rows) if rows else ["None found.\n"]


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
