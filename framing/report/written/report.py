"""The report as Markdown: the same figures and findings, with the evidence quoted."""

from collections.abc import Iterator

from framing.analysis.scores import VOICE_SETS
from framing.comparison.comparison import Comparison
from framing.report.findings import Finding, count_verdicts, find_differences, find_sides
from framing.report.formats.markdown_text import escape_markdown, make_lines
from framing.report.generic_frames import list_frames, make_frame_rows
from framing.report.intake import make_intake_rows, make_outlet_rows
from framing.report.labels import name_articles
from framing.report.notes import Note, make_notes
from framing.report.overview import make_overview
from framing.report.passages import check_passages
from framing.report.sections import make_axis_sections, make_key_words, make_loaded_rows, make_repair_rows
from framing.report.shared import make_shared_section
from framing.report.sources import describe_run, hash_articles, hash_lexicons, name_fault
from framing.report.words import VOICES, say_count
from framing.report.written.readings import write_readings
from framing.report.written.told import write_claims
from framing.report.written.voices import write_frames, write_names, write_speaking


def render_markdown(comparison: Comparison) -> str:
    """Render a comparison as Markdown; raises FramingError where a passage is not verbatim in its article."""
    check_passages(comparison)
    parts = [write_compared, write_overview, write_scores, write_findings, write_speaking, write_frames, write_names, write_told]
    parts += [write_words, write_generic_frames, write_evidence, write_readings, write_shared, write_repairs, write_intake, write_method]
    return "\n".join(line for part in parts for line in part(comparison)) + "\n"


def write_compared(comparison: Comparison) -> Iterator[str]:
    """Say what was compared and how to read it."""
    event = comparison.event
    yield f"# {escape_markdown(event.label) if event else say_count(len(comparison.articles), 'article') + ' side by side'}\n"
    yield f"{escape_markdown(event.description)}\n" if event else ""
    if any(article.fictional for article in comparison.articles):
        yield "**Articles marked fictional, their outlets and experts are invented. Please do not quote them as news.**\n"
    yield "How each article presents the event, by the words it uses. Nothing here says what is true, or who is right.\n"
    labels = name_articles(comparison)
    table = comparison.tables["articles"].fillna("")
    rows = [
        (labels[str(row.article)], row.headline, row.published, f"{row.words:,}", "yes" if row.fictional else "")
        for row in table.itertuples()
    ]
    yield from make_lines(("Outlet", "Headline", "Published", "Words", "Fictional"), rows)


def write_overview(comparison: Comparison) -> Iterator[str]:
    """Write the findings that stand on top, or what one would need."""
    overview = make_overview(comparison)
    yield "## In short\n"
    yield f"{escape_markdown(f'{overview.compared}, {overview.dates}')}.\n"
    for number, one in enumerate(overview.findings, 1):
        yield f"{number}. **{escape_markdown(one.text)}** {escape_markdown('; '.join(one.figures))}."
        yield from (f"   - {escape_markdown(f'{link.text} ({link.label})')}" for link in one.links)
    yield ""
    if overview.wanted:
        yield f"Nothing is carried by enough evidence to be told as a finding. {escape_markdown(overview.wanted)}\n"


def write_intake(comparison: Comparison) -> Iterator[str]:
    """Write the intake check, and who owns and funds the outlets that are known."""
    yield "## What to know of the articles first\n"
    problems = [(row.label, f"{row.kind}{' (serious)' if row.is_serious else ''}", row.what) for row in make_intake_rows(comparison)]
    yield from make_lines(("Outlet", "Kind", "What was found"), problems) if problems else ["Nothing was found.\n"]
    owners = [
        (label, f"{one.type}, {one.country}", say_statement(one.ownership, one.ownership_source, one.ownership_date),
         say_statement(one.funding, one.funding_source, one.funding_date))
        for label, one in make_outlet_rows(comparison)
    ]  # fmt: skip
    if owners:
        yield "Who owns and funds the outlets, as the sources named say it.\n"
        yield from make_lines(("Outlet", "Type, country", "Owned by", "Funded by"), owners)


def say_statement(what: str, source: str, date: str) -> str:
    """Say a statement with its source and date."""
    return f"{what} ({source}, {date})" if what else "not known"


def write_scores(comparison: Comparison) -> Iterator[str]:
    """Write the scores by axis, or what topics would fit where there are none."""
    yield "## Scores\n"
    if comparison.topic is None:
        yield "No topic was named, so nothing is scored.\n"
        yield from (f"- would fit: {escape_markdown(str(suggestion))}" for suggestion in comparison.suggestions)
        yield ""
        return
    yield "Position from −1 (first pole) to +1 (second pole), 95 % interval in brackets, over headline and body.\n"
    for section in make_axis_sections(comparison):
        letter, axis = section.letter, section.axis
        yield f"### {letter}. {escape_markdown(f'{axis.label}: {axis.left.label} (−1) to {axis.right.label} (+1)')}\n"
        for pole in (axis.left, axis.right):
            yield f"- **{escape_markdown(pole.label)}**: {escape_markdown(pole.definition)} Argued by: {escape_markdown(pole.argued_by)}"
        yield ""
        rows = [
            (label, *(f"{cell.figure} ({cell.interval}) {cell.verdict}, n={cell.n}" if cell.figure else cell.interval for cell in cells))
            for label, cells in section.told
        ]
        yield from make_lines(("Outlet", *(VOICES[voice] for voice in VOICE_SETS)), rows) if rows else ()
        without = ", ".join(f"{label} (n={n})" for label, n in section.without)
        yield f"No axis {letter} figure, for too little evidence: {escape_markdown(without)}.\n" if without else ""


def write_findings(comparison: Comparison) -> Iterator[str]:
    """Write the verdicts carried by evidence, with the flip test, and count the rest."""
    if comparison.topic is None:
        return
    for title, findings in (("Sides", find_sides(comparison)), ("Differences", find_differences(comparison))):
        yield f"## {title}\n"
        yield from write_finding_list(findings)
    yield "How all comparisons of two articles came out:\n"
    rows = [(f"{one.letter}. {one.label}", *one.voices) for one in count_verdicts(comparison)]
    yield from make_lines(("Axis", *(VOICES[voice] for voice in VOICE_SETS)), rows)


def write_finding_list(findings: list[Finding]) -> Iterator[str]:
    """Write findings, each with what would turn it."""
    if not findings:
        yield "None that the evidence carries.\n"
    for finding in findings:
        yield f"- {finding.letter}. {escape_markdown(finding.text)}"
        yield from (f"  - {escape_markdown(flip)}" for flip in finding.first_flips)
        if finding.further_flips:
            yield f"  - {len(finding.further_flips)} more such; see the table flips."
    yield ""


def write_evidence(comparison: Comparison) -> Iterator[str]:
    """Quote the evidence of every article by axis and pole."""
    if comparison.topic is None:
        return
    yield "## Evidence\n"
    labels = name_articles(comparison)
    for article, notes in make_notes(comparison).items():
        yield f"### {escape_markdown(labels[article])}\n"
        groups: dict[tuple[str, str, str], list[Note]] = {}
        for note in notes:
            groups.setdefault((note.letter, note.axis, note.pole), []).append(note)
        for (letter, axis, pole), group in sorted(groups.items()):
            yield f"**{letter}. {escape_markdown(axis)}: {escape_markdown(pole)}**\n"
            for note in group:
                said = f"{note.number}. “{note.text}” ({note.zone}, {note.said_by}, {note.stance}, {note.counts}). {note.reason}"
                yield f"- {escape_markdown(said)} Raw text {note.raw_start}–{note.raw_end}."
            yield ""
        yield "" if notes else "No evidence found.\n"


def write_generic_frames(comparison: Comparison) -> Iterator[str]:
    """Write how densely each article speaks in each generic frame."""
    yield "## Generic frames\n"
    yield "Weight per 1,000 words of headline and body (Semetko and Valkenburg 2000); compare within a column. "
    yield "With fewer than five words (n) a difference says little.\n"
    yield from make_lines(("Outlet", *list_frames()), list(make_frame_rows(comparison)))


def write_told(comparison: Comparison) -> Iterator[str]:
    """Write who tells what, figures that differ, what stands only here or is left out."""
    return write_claims(comparison, escape_markdown, make_lines)


def write_shared(comparison: Comparison) -> Iterator[str]:
    """Write the passages several articles share, and how many words each changed."""
    section = make_shared_section(comparison)
    if section.passages:
        yield "## Shared copy\n"
        yield "What two articles share counts in the scores of both, and is left out of their difference.\n"
        rows = [(row.passage, row.opening, row.kind, row.n_words, row.holders, row.agency) for row in section.passages]
        yield from make_lines(("Passage", "Opens", "What it is", "Words", "Stands in", "Agency credited"), rows)
        for pair in section.rewordings:
            said = f"{pair.label_a} and {pair.label_b}: {pair.n_cut} words only in the first, {pair.n_added} only in the second (table rewording)"
            yield f"- {escape_markdown(said)}"
        yield ""


def write_words(comparison: Comparison) -> Iterator[str]:
    """Write distinctive and loaded words."""
    yield "## Distinctive words\n"
    for label, words in make_key_words(comparison):
        said = ", ".join(f"{word.term} {word.n} (others {word.n_others}; z {word.z})" for word in words)
        yield f"- **{escape_markdown(label)}**: {escape_markdown(said) or 'none'}"
    yield "\n## Loaded words\n"
    rows = make_loaded_rows(comparison)
    yield from make_lines(("Outlet", "Tone", "Voice", "Count", "Words"), [tuple(row) for row in rows]) if rows else ["None found.\n"]


def write_repairs(comparison: Comparison) -> Iterator[str]:
    """Write what was repaired and set apart, and the warnings."""
    yield "## Repairs and warnings\n"
    yield from (f"- **{escape_markdown(label)}**: {escape_markdown('; '.join(said))}" for label, said in make_repair_rows(comparison))
    yield from (f"- Warning: {escape_markdown(name_fault(fault))}" for fault in comparison.faults)
    yield ""


def write_method(comparison: Comparison) -> Iterator[str]:
    """Write settings, versions and hashes."""
    yield "## Method\n"
    run = [*describe_run(comparison).items()]
    if comparison.topic:
        run.append(("topic", f"{comparison.topic.topic_id} {comparison.topic.version}"))
    yield from make_lines(("Setting", "Value"), run)
    sources = [*hash_articles(comparison), *hash_lexicons(comparison)]
    yield from make_lines(("Source", "SHA-256"), [(source.name, source.sha256) for source in sources])
    yield "The figures describe words. They do not measure truth, quality or intent; no position on a scale is the neutral or right one."
