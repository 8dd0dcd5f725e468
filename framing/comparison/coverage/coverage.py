"""Every table of claims for some analysed articles."""

from pathlib import Path

import pandas as pd

from framing.analysis.analysis import Analysis
from framing.claims.claims import Scene, find_claims, make_finder
from framing.claims.matter import Names
from framing.comparison.cast import Cast
from framing.comparison.coverage.alignment import align_claims
from framing.comparison.coverage.claim_table import Deeds, make_claim_table
from framing.comparison.coverage.comparable import Case
from framing.comparison.coverage.conflicts import find_conflicts
from framing.comparison.coverage.counts import read_counts
from framing.comparison.coverage.doubts import find_doubts
from framing.comparison.coverage.reading import Reading
from framing.comparison.coverage.tables import (
    make_conflict_table,
    make_coverage_table,
    make_link_table,
    make_omission_table,
    make_structure_table,
    mark_conflicts,
)
from framing.topics.claim_words import read_claim_words
from framing.topics.name_words import read_name_words


def compare_claims(analysis: Analysis, cast: Cast, folders: list[Path]) -> dict[str, pd.DataFrame]:
    """Find the claims of some articles, align them, and make their tables.

    Tables: `claims`, `coverage`, `conflicts` (figures that differ), `omissions`, `links` (why claims count as one), `structure`.
    Raises FramingError for faults in the lists.
    """
    mentions = cast.mentions
    finder = make_finder(read_claim_words(folders), analysis.lens.general.grammar.inflections, read_name_words(folders))
    claims = find_claims(Scene(analysis.batch, analysis.segments, analysis.sentences, analysis.voices, mentions), finder)
    alignment = align_claims(claims, analysis.batch.text, finder.stems)
    reading = Reading(analysis.batch.text, Names(mentions), finder.stems)
    case = Case(claims, read_counts(claims, reading), alignment, reading)
    table, ids = make_claim_table(analysis, case, find_doubts(case), Deeds(cast.agency, cast.actions, mentions))
    articles = [article.article_id for article in analysis.batch.articles]
    conflicts = make_conflict_table(analysis, claims, find_conflicts(case), table)
    table = mark_conflicts(table, conflicts)
    coverage = make_coverage_table(table, articles)
    return {
        "claims": table,
        "coverage": coverage,
        "conflicts": conflicts,
        "omissions": make_omission_table(coverage, table, articles),
        "links": make_link_table(analysis, claims, alignment, reading, ids),
        "structure": make_structure_table(table, coverage, articles),
    }
