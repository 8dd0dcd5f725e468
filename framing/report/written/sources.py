"""What the report rests on: shared copy, repairs, the intake check, method, limits, versions."""

from collections.abc import Iterator

from framing.comparison.comparison import Comparison
from framing.report.blocks import Block, Heading, Para, lay_out, list_said, list_told, say
from framing.report.intake import make_intake_rows, make_outlet_rows
from framing.report.method import LIMITS, list_method
from framing.report.sections import make_repair_rows
from framing.report.shared import make_shared_section
from framing.report.sources import describe_run, hash_articles, hash_lexicons, name_fault
from framing.report.written.opening import INTAKE

SHARED_HEADS = ("Passage", "Opens", "What it is", "Words", "Stands in", "Agency credited")


def write_shared(comparison: Comparison) -> Iterator[Block]:
    """Write the passages several articles share, and how many words each changed."""
    section = make_shared_section(comparison)
    if not section.passages:
        return
    yield Heading("Shared copy")
    yield Para(say("What two articles share counts in the scores of both, and is left out of their difference."))
    rows = [(row.passage, row.opening, row.kind, row.n_words, row.holders, row.agency) for row in section.passages]
    yield lay_out("Shared passages", SHARED_HEADS, rows, (2, 6, 3, 1, 4, 2))
    if section.rewordings:
        yield list_said(
            f"{one.label_a} and {one.label_b}: {one.n_cut} words only in the first, {one.n_added} only in the second (table rewording)"
            for one in section.rewordings
        )


def write_repairs(comparison: Comparison) -> Iterator[Block]:
    """Write what was repaired and set apart, and the warnings."""
    yield Heading("Repairs and warnings")
    yield list_told((label, "; ".join(said)) for label, said in make_repair_rows(comparison))
    if comparison.faults:
        yield list_said(f"Warning: {name_fault(fault)}" for fault in comparison.faults)


def write_intake(comparison: Comparison) -> Iterator[Block]:
    """Write the intake check, and who owns and funds the outlets that are known."""
    yield Heading(INTAKE)
    problems = [(row.label, f"{row.kind}{' (serious)' if row.is_serious else ''}", row.what) for row in make_intake_rows(comparison)]
    heads = ("Outlet", "Kind", "What was found")
    yield lay_out("The intake check", heads, problems, (3, 2, 8)) if problems else Para(say("Nothing was found."))
    owners = [
        (label, f"{one.type}, {one.country}", say_statement(one.ownership, one.ownership_source, one.ownership_date),
         say_statement(one.funding, one.funding_source, one.funding_date))
        for label, one in make_outlet_rows(comparison)
    ]  # fmt: skip
    if owners:
        caption = "Who owns and funds the outlets, as the sources named say it"
        yield lay_out(caption, ("Outlet", "Type, country", "Owned by", "Funded by"), owners, (2, 2, 4, 4))


def say_statement(what: str, source: str, date: str) -> str:
    """Say a statement with its source and date."""
    return f"{what} ({source}, {date})" if what else "not known"


def write_limits(comparison: Comparison) -> Iterator[Block]:
    """Write what the figures do not say, how they are made, and the settings."""
    yield Heading("Method and limits")
    yield Para(say("The figures describe words. They do not measure truth, quality or intent; no position on a scale is the neutral or right one."))
    yield list_said(LIMITS)
    yield Heading("How the figures are made", 3)
    yield list_said(list_method(comparison))
    topic = comparison.topic
    if topic and topic.references:
        yield Heading("References of the topic", 3)
        yield list_said(topic.references)
    settings = [*describe_run(comparison).items(), *([("topic", f"{topic.topic_id} {topic.version}")] if topic else [])]
    yield lay_out("Settings and versions", ("Setting", "Value"), settings)


def write_hashes(comparison: Comparison) -> Iterator[Block]:
    """Write the hashes of everything the figures rest on."""
    sources = [*hash_articles(comparison), *hash_lexicons(comparison)]
    yield lay_out("What the figures rest on", ("Source", "SHA-256"), [(source.name, source.sha256) for source in sources])
