"""The report as one page that holds everything it shows: one script of its own that it can do without, no request to anywhere."""

import base64
import hashlib
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from framing.analysis.scores import MIN_EVIDENCE, MIN_SENTENCES, VOICE_SETS
from framing.comparison.comparison import Comparison
from framing.report.bars import render_bars
from framing.report.claims import make_claim_page
from framing.report.contents import list_sections
from framing.report.figure import render_figure
from framing.report.findings import count_verdicts, find_differences, find_sides
from framing.report.frames import make_frame_tables, make_group_scores
from framing.report.generic_frames import list_frames, make_frame_lines
from framing.report.intake import make_intake_rows, make_outlet_rows
from framing.report.labels import name_articles
from framing.report.ledgers import FEW, MOST_ROWS, make_agency_rows, make_naming_rows
from framing.report.markup import finish
from framing.report.method import LIMITS, list_method
from framing.report.overview import make_overview
from framing.report.passages import check_passages
from framing.report.reader import make_columns
from framing.report.readings import make_reading_sections
from framing.report.sections import make_axis_sections, make_key_words, make_loaded_rows, make_repair_rows
from framing.report.shared import make_shared_section
from framing.report.sources import hash_articles, hash_lexicons, name_fault
from framing.report.speaking import GRADES, make_cue_rows, make_first_last, make_shares, make_speakers, make_unquoted
from framing.report.stretches import list_named
from framing.report.words import VOICES, say_count
from framing.version import __version__

MANY = 12
"""Lists of more than so many rows are folded."""
FIRST_SHOWN = 3
"""Of many articles, so many stand in the reader at first."""
TEMPLATES = Path(__file__).parent / "templates"


def render_html(comparison: Comparison) -> str:
    """Render a comparison as one self-contained HTML page; raises FramingError where a passage is not verbatim in its article."""
    check_passages(comparison)
    return make_environment().get_template("report.html").render(make_page(comparison))


def make_environment() -> Environment:
    """Make the template environment: everything printed is escaped, and a name that is not there is an error."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=finish,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["count"] = say_count
    environment.globals["zip"] = zip
    return environment


def make_page(comparison: Comparison) -> dict[str, object]:
    """Return everything the template shows."""
    event, intake = comparison.event, make_intake_rows(comparison)
    articles = comparison.tables["articles"].fillna("").to_dict("records")
    return {
        "title": event.label if event else say_count(len(comparison.articles), "article") + " side by side",
        "event": event,
        "topic": comparison.topic,
        "is_fictional": bool(event and event.fictional) or any(article.fictional for article in comparison.articles),
        "articles": articles,
        "labels": name_articles(comparison),
        "sections": list_sections(comparison),
        "overview": make_overview(comparison),
        "intake": intake,
        "n_serious": sum(row.is_serious for row in intake),
        "outlets": make_outlet_rows(comparison),
        "axes": make_axis_sections(comparison),
        "render_figure": render_figure,
        "sides": find_sides(comparison),
        "differences": find_differences(comparison),
        "tallies": count_verdicts(comparison),
        "readings": make_reading_sections(comparison),
        "columns": make_columns(comparison),
        "named": list_named(comparison),
        "first_shown": FIRST_SHOWN,
        "frame_names": list_frames(),
        "frame_lines": make_frame_lines(comparison),
        "key_words": make_key_words(comparison),
        "loaded": make_loaded_rows(comparison),
        "shared": make_shared_section(comparison),
        "repairs": make_repair_rows(comparison),
        "warnings": [name_fault(fault) for fault in comparison.faults],
        "suggestions": comparison.suggestions,
        **make_voices(comparison),
        **make_claim_page(comparison),
        **make_method(comparison),
        **read_script(),
    }


def read_script() -> dict[str, object]:
    """Return the page's script, and the hash by which its policy lets this script run and no other."""
    script = (TEMPLATES / "report.js").read_text("utf-8")
    return {"script": Markup(script), "script_hash": base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}


def make_voices(comparison: Comparison) -> dict[str, object]:
    """Return what the sections on who speaks, frames by voice, names and deeds show."""
    group_scores, n_too_little = make_group_scores(comparison)
    return {
        "render_bars": render_bars,
        "grades": GRADES,
        "shares": make_shares(comparison),
        "speakers": make_speakers(comparison),
        "first_last": make_first_last(comparison),
        "unquoted": make_unquoted(comparison),
        "cue_rows": make_cue_rows(comparison),
        "frame_tables": make_frame_tables(comparison),
        "group_scores": group_scores,
        "n_too_little": n_too_little,
        "few": FEW,
        "many": MANY,
        "most_rows": MOST_ROWS,
        "naming_rows": make_naming_rows(comparison),
        "agency_rows": make_agency_rows(comparison),
    }


def make_method(comparison: Comparison) -> dict[str, object]:
    """Return what the section on method shows."""
    return {
        "version": __version__,
        "random_state": comparison.random_state,
        "least_evidence": MIN_EVIDENCE,
        "least_sentences": MIN_SENTENCES,
        "limits": LIMITS,
        "made": list_method(comparison),
        "voice_sets": VOICE_SETS,
        "voices": VOICES,
        "lexicon_sources": hash_lexicons(comparison),
        "article_sources": hash_articles(comparison),
    }
