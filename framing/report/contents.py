"""What stands on the page and in which order: one line a section, with its name in the contents and its template."""

from typing import NamedTuple

from framing.comparison.comparison import Comparison


class Section(NamedTuple):
    """A section: its id, its name in the contents ("": not there), its template, whether it needs a topic, the table it needs rows in ("": none)."""

    anchor: str
    name: str
    template: str
    needs_topic: bool = False
    needs_table: str = ""


SECTIONS = (
    Section("overview", "In short", "overview.html"),
    Section("headlines", "Headlines", "headlines.html"),
    Section("figures", "Positions", "figures.html", needs_topic=True),
    Section("findings", "How firm", "findings.html", needs_topic=True),
    Section("speaking", "Who speaks", "speaking.html"),
    Section("voices", "Voices", "frames.html", needs_topic=True),
    Section("names", "Names", "ledgers.html"),
    Section("coverage", "Who tells what", "coverage.html"),
    Section("differing", "Figures", "differing.html"),
    Section("selection", "Left out", "selection.html"),
    Section("texts", "Texts", "texts.html"),
    Section("words", "Words", "lists.html"),
    Section("frames", "", "generic_frames.html"),
    Section("shared", "Shared copy", "shared.html", needs_table="shared"),
    Section("readings", "", "readings.html", needs_topic=True),
    Section("repairs", "", "repairs.html"),
    Section("intake", "Articles", "intake.html"),
    Section("method", "Method", "method.html"),
)


def list_sections(comparison: Comparison) -> list[Section]:
    """Return the sections a comparison has."""
    return [
        one
        for one in SECTIONS
        if (comparison.topic or not one.needs_topic) and not (one.needs_table and comparison.tables[one.needs_table].empty)
    ]
