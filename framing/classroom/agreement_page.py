"""The agreement of a class as a page to discuss in class, as Markdown and as CSV."""

from collections.abc import Iterator
from typing import Final

import pandas as pd
from markupsafe import Markup

from framing.classroom.agreement import ALL, ClassAgreement
from framing.classroom.lists import read_wording
from framing.classroom.page import make_class_environment
from framing.report.formats.markdown_text import escape_markdown, make_lines
from framing.report.plain import iter_columns
from framing.report.sources import name_fault
from framing.report.words import say_count, say_interval, say_number
from framing.version import __version__

MOST_SHOWN: Final = 12
MOST_PAIRS: Final = 60
WIDTH: Final = 100.0
UNITS: Final = {"pole": "which end", "voice": "whose voice"}


def render_agreement(agreement: ClassAgreement) -> dict[str, str]:
    """Render everything as files by name: agreement.html, agreement.md (the CSV tables are written as any others)."""
    page = make_class_environment().get_template("agreement.html").render(make_view(agreement))
    return {"agreement.html": page, "agreement.md": "\n".join(write_markdown(agreement)) + "\n"}


def make_view(agreement: ClassAgreement) -> dict[str, object]:
    """Return everything the template shows."""
    coders = [coding.coder for coding in agreement.codings]
    return {
        "title": agreement.pack.title,
        "coders": coders,
        "n_coders": say_count(len(coders), "coder"),
        "faults": [name_fault(fault) for fault in agreement.faults],
        "alphas": list(make_alpha_rows(agreement)),
        "meaning": read_wording()["agree-meaning"],
        "pairs": list(make_pair_rows(agreement.tables["pairs"], agreement, ("coder_a", "coder_b")))[:MOST_PAIRS],
        "n_pairs": len(agreement.tables["pairs"]),
        "tool": list(make_pair_rows(agreement.tables["tool"], agreement, ("coder",))),
        "contested": list(make_contested(agreement)),
        "version": __version__,
    }


def name_axis(agreement: ClassAgreement, axis: str) -> str:
    """Return the question of an axis."""
    return "All questions together" if axis == ALL else agreement.pack.axes[axis][0]


def make_alpha_rows(agreement: ClassAgreement) -> Iterator[tuple[str, str, str, str, int, int, Markup]]:
    """Yield (question, what, figure or note, interval, sentences, coders, drawing) for every alpha."""
    for axis, what, value, low, high, n_units, n_coders, note in iter_columns(agreement.tables["alpha"], *agreement.tables["alpha"].columns):
        figure, interval = ("", note) if pd.isna(value) else (say_number(value), note if pd.isna(low) else say_interval(low, high))
        yield name_axis(agreement, axis), UNITS[what], figure, interval, n_units, n_coders, draw_interval(value, low, high)


def say_alphas(agreement: ClassAgreement) -> Iterator[str]:
    """Yield a line for each alpha on which end: question, figure, interval."""
    for question, what, figure, interval, *_ in make_alpha_rows(agreement):
        if what == UNITS["pole"]:
            yield f"{question} " + (f"alpha {figure} (95 % interval: {interval})" if figure else interval)


def draw_interval(value: float, low: float, high: float) -> Markup:
    """Draw an alpha from -1 to 1 with its interval as a small figure; the figures stand beside it, so it is hidden from screen readers."""
    if pd.isna(value):
        return Markup("")
    at, first, last = (round((number + 1) / 2 * WIDTH, 1) for number in (value, value if pd.isna(low) else low, value if pd.isna(high) else high))
    drawing = Markup(
        '<svg class="bar" viewBox="-3 0 106 14" aria-hidden="true"><path class="axis" d="M0 10.5H100M0 8V13M50 8V13M100 8V13"/>'
        '<path class="range" d="M{} 5H{}"/><circle cx="{}" cy="5" r="3"/></svg>'
    )
    return drawing.format(first, last, at)


def make_pair_rows(table: pd.DataFrame, agreement: ClassAgreement, who: tuple[str, ...]) -> Iterator[tuple[str, str, str, int]]:
    """Yield (question, coders, kappa or note, sentences) of a table of kappas."""
    for axis, value, note, n, *names in iter_columns(table, "axis", "kappa", "note", "n_sentences", *who):
        yield name_axis(agreement, axis), " and ".join(names), note if pd.isna(value) else say_number(value), n


def make_contested(agreement: ClassAgreement) -> Iterator[tuple[str, str, str, list[str], str, str]]:
    """Yield (place, question, sentence, labels, tool's label, share) of the most contested sentences."""
    table = agreement.tables["sentences"]
    shown = table[table["disagreement"] > 0].head(MOST_SHOWN)
    names = ("axis", "place", "text", "labels", "tool", "disagreement")
    for axis, place, text, labels, tool, share in iter_columns(shown, *names):
        yield place, name_axis(agreement, axis), text, labels.split("; "), tool, f"{share:.0%}"


def write_markdown(agreement: ClassAgreement) -> Iterator[str]:
    """Yield the lines of the Markdown page."""
    coders = ", ".join(escape_markdown(coding.coder) for coding in agreement.codings)
    yield from (f"# What the class agrees on: {escape_markdown(agreement.pack.title)}", "", f"Coders: {coders}", "")
    if agreement.faults:
        yield from ("Not counted:", "", *(f"- {escape_markdown(name_fault(fault))}" for fault in agreement.faults), "")
    yield from ("## Agreement by question", "")
    rows = [(escape_markdown(row[0]), row[1], row[2] or "-", *row[3:6]) for row in make_alpha_rows(agreement)]
    yield from make_lines(("question", "label", "alpha", "95 % interval", "sentences", "coders"), rows)
    yield from (*(f"- {line}" for line in read_wording()["agree-meaning"]), "", "## Most contested sentences", "")
    for place, question, text, labels, tool, share in make_contested(agreement):
        yield f"- **{place}** ({escape_markdown(question)}; {share} of the pairs differ): {escape_markdown(text)}"
        yield from (f"  - {escape_markdown(label)}" for label in labels)
        if tool:
            yield f"  - the word list: {escape_markdown(tool)}"
    for title, table, who in (("Pairs of coders", "pairs", ("coder_a", "coder_b")), ("Coders and the word list", "tool", ("coder",))):
        kappas = [tuple(map(escape_markdown, row[:3])) + row[3:] for row in make_pair_rows(agreement.tables[table], agreement, who)]
        if kappas:
            yield from ("", f"## {title}", "", *make_lines(("question", "coders", "kappa", "sentences"), kappas))
