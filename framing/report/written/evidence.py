"""The evidence of every article, and the second reading of its sentences."""

from collections.abc import Iterator

from framing.comparison.comparison import Comparison
from framing.report.blocks import Block, Heading, Para, lay_out, list_said, say
from framing.report.labels import name_articles
from framing.report.notes import Note, make_notes
from framing.report.readings import make_reading_sections

READING_HEADS = ("Outlet", "Sentences", "Agree", "Kappa", "Pole by lexicon only", "Pole by classifier only", "Opposite poles")


def write_evidence(comparison: Comparison) -> Iterator[Block]:
    """Quote the evidence of every article by axis and pole."""
    yield Heading("Evidence", is_new_page=True)
    labels = name_articles(comparison)
    for article, notes in make_notes(comparison).items():
        yield Heading(labels[article], 3)
        groups: dict[tuple[str, str, str], list[Note]] = {}
        for note in notes:
            groups.setdefault((note.letter, note.axis, note.pole), []).append(note)
        for (letter, axis, pole), group in sorted(groups.items()):
            yield Para(say(f"{letter}. {axis}: {pole}", "strong"), "title")
            yield list_said(say_note(note) for note in group)
        if not notes:
            yield Para(say("No evidence found."))


def say_note(note: Note) -> str:
    """Say one piece of evidence with its place and reason."""
    said = f"{note.number}. “{note.text}” ({note.zone}, {note.said_by}, {note.stance}, {note.counts}). {note.reason}."
    return f"{said} Raw text {note.raw_start}–{note.raw_end}."


def write_readings(comparison: Comparison) -> Iterator[Block]:
    """Write how far lexicon and classifier agree, and the sentences where they part."""
    yield Heading("A second reading")
    sections = make_reading_sections(comparison)
    if not sections:
        yield Para(say("This topic has no labelled examples, so there is no classifier to read the sentences a second time."))
    for letter, axis, rows, partings, n_partings in sections:
        yield Heading(f"{letter}. {axis.label}", 3)
        yield lay_out("How far lexicon and classifier agree", READING_HEADS, rows)
        yield Para(say(f"Sentences where they part, {len(partings)} of {n_partings}:"))
        yield list_said(
            f"“{one.text}” ({one.label}). Lexicon: {one.lexicon}; classifier: {one.classifier}; both together: {one.both} ({one.p})"
            for one in partings
        )
