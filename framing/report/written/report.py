"""The whole report as one sheet of blocks: which parts it has, and in which order."""

from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from framing.comparison.comparison import Comparison
from framing.report.blocks import Block, Sheet
from framing.report.passages import check_passages
from framing.report.written.evidence import write_evidence, write_readings
from framing.report.written.names import write_names
from framing.report.written.opening import make_title, write_compared, write_headlines, write_overview
from framing.report.written.scores import write_findings, write_generic_frames, write_scores, write_words
from framing.report.written.sources import write_hashes, write_intake, write_limits, write_repairs, write_shared
from framing.report.written.told import write_coverage, write_differing, write_selections, write_structure
from framing.report.written.voices import write_frames, write_speaking


class Part(NamedTuple):
    """One part of the report: what writes it, whether it needs a topic, whether it is for checking and left out of a version to edit."""

    write: Callable[[Comparison], Iterator[Block]]
    needs_topic: bool = False
    is_for_checking: bool = False


PARTS: Final = (
    Part(write_compared),
    Part(write_overview),
    Part(write_scores),
    Part(write_findings, needs_topic=True),
    Part(write_headlines),
    Part(write_speaking),
    Part(write_frames, needs_topic=True),
    Part(write_names),
    Part(write_coverage),
    Part(write_differing),
    Part(write_selections),
    Part(write_structure),
    Part(write_words),
    Part(write_generic_frames),
    Part(write_evidence, needs_topic=True),
    Part(write_readings, needs_topic=True, is_for_checking=True),
    Part(write_shared),
    Part(write_repairs),
    Part(write_intake),
    Part(write_limits),
    Part(write_hashes, is_for_checking=True),
)


def make_report(comparison: Comparison, *, with_checks: bool = True) -> Sheet:
    """Make the report's blocks; without checks it lacks the second reading and the sources' hashes.

    Raises FramingError where a passage is not verbatim in its article.
    """
    check_passages(comparison)
    parts = [part for part in PARTS if (comparison.topic or not part.needs_topic) and (with_checks or not part.is_for_checking)]
    title = make_title(comparison)
    return Sheet(title, "How articles frame the same event, side by side", tuple(block for part in parts for block in part.write(comparison)))
