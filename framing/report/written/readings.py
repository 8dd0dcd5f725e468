"""The second reading as Markdown."""

from collections.abc import Iterator

from framing.comparison.comparison import Comparison
from framing.report.formats.markdown_text import escape_markdown, make_lines
from framing.report.readings import make_reading_sections


def write_readings(comparison: Comparison) -> Iterator[str]:
    """Write how far lexicon and classifier agree, and the sentences where they part."""
    if comparison.topic is None:
        return
    yield "## A second reading\n"
    sections = make_reading_sections(comparison)
    if not sections:
        yield "This topic has no labelled examples, so there is no classifier to read the sentences a second time.\n"
    for letter, axis, rows, partings, n_partings in sections:
        yield f"### {letter}. {escape_markdown(axis.label)}\n"
        header = ("Outlet", "Sentences", "Agree", "Kappa", "Pole by lexicon only", "Pole by classifier only", "Opposite poles")
        yield from make_lines(header, rows)
        yield f"Sentences where they part, {len(partings)} of {n_partings}:\n"
        for one in partings:
            said = f"“{one.text}” ({one.label}). Lexicon: {one.lexicon}; classifier: {one.classifier}; both together: {one.both} ({one.p})"
            yield f"- {escape_markdown(said)}"
        yield ""
