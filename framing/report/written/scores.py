"""Scores by axis, the findings with what would turn them, and the words: distinctive, loaded, of generic frames."""

from collections.abc import Iterator

from framing.analysis.scores import VOICE_SETS
from framing.comparison.comparison import Comparison
from framing.report.blocks import Block, Heading, Items, Para, Run, lay_out, list_said, list_told, say
from framing.report.findings import Finding, count_verdicts, find_differences, find_sides
from framing.report.generic_frames import list_frames, make_frame_rows
from framing.report.sections import AxisSection, make_axis_sections, make_key_words, make_loaded_rows
from framing.report.words import VOICES

VOICE_HEADS = tuple(VOICES[voice] for voice in VOICE_SETS)


def write_scores(comparison: Comparison) -> Iterator[Block]:
    """Write the scores by axis, or what topics would fit where there are none."""
    yield Heading("Scores")
    if comparison.topic is None:
        yield Para(say("No topic was named, so nothing is scored."))
        if comparison.suggestions:
            yield list_said(f"would fit: {suggestion}" for suggestion in comparison.suggestions)
        return
    yield Para(say("Position from −1 (first pole) to +1 (second pole), 95 % interval in brackets, over headline and body."))
    for section in make_axis_sections(comparison):
        yield from write_axis(section)


def write_axis(section: AxisSection) -> Iterator[Block]:
    """Write one axis: what its poles mean, who argues for them, and where the articles stand."""
    letter, axis = section.letter, section.axis
    yield Heading(f"{letter}. {axis.label}: {axis.left.label} (−1) to {axis.right.label} (+1)", 3)
    yield list_told((pole.label, f"{pole.definition} Argued by: {pole.argued_by}") for pole in (axis.left, axis.right))
    rows = [
        (label, *(f"{cell.figure} ({cell.interval}) {cell.verdict}, n={cell.n}" if cell.figure else cell.interval for cell in cells))
        for label, cells in section.told
    ]
    if rows:
        yield lay_out(f"Axis {letter}: positions with intervals", ("Outlet", *VOICE_HEADS), rows)
    if section.without:
        without = ", ".join(f"{label} (n={n})" for label, n in section.without)
        yield Para(say(f"No axis {letter} figure, for too little evidence: {without}."))


def write_findings(comparison: Comparison) -> Iterator[Block]:
    """Write the verdicts carried by evidence, with the flip test, and count the rest."""
    for title, findings in (("Sides", find_sides(comparison)), ("Differences", find_differences(comparison))):
        yield Heading(title)
        yield list_findings(findings) if findings else Para(say("None that the evidence carries."))
    rows = [(f"{one.letter}. {one.label}", *one.voices) for one in count_verdicts(comparison)]
    yield lay_out("How all comparisons of two articles came out", ("Axis", *VOICE_HEADS), rows)


def list_findings(findings: list[Finding]) -> Items:
    """List findings, each with what would turn it."""
    under = []
    for finding in findings:
        more = [f"{len(finding.further_flips)} more such; see the table flips."] if finding.further_flips else []
        under.append(tuple(say(text) for text in (*finding.first_flips, *more)))
    return Items(tuple((Run(f"{one.letter}. {one.text}"),) for one in findings), under=tuple(under))


def write_words(comparison: Comparison) -> Iterator[Block]:
    """Write distinctive and loaded words."""
    yield Heading("Distinctive words")
    found = [
        (label, ", ".join(f"{word.term} {word.n} (others {word.n_others}; z {word.z})" for word in words) or "none")
        for label, words in make_key_words(comparison)
    ]
    yield list_told(found)
    yield Heading("Loaded words")
    rows = make_loaded_rows(comparison)
    yield lay_out("Loaded words", ("Outlet", "Tone", "Voice", "Count", "Words"), rows, (3, 1, 2, 1, 5)) if rows else Para(say("None found."))


def write_generic_frames(comparison: Comparison) -> Iterator[Block]:
    """Write how densely each article speaks in each generic frame."""
    yield Heading("Generic frames")
    said = "Weight per 1,000 words of headline and body (Semetko and Valkenburg 2000); compare within a column."
    yield Para(say(f"{said} With fewer than five words (n) a difference says little."))
    yield lay_out("Generic frames", ("Outlet", *list_frames()), list(make_frame_rows(comparison)))
