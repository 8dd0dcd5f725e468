"""Every table of claims for some analysed articles."""

from pathlib import Path

import pandas as pd

from framing.analysis.analysis import Analysis
from framing.claims.claims import Scene, find_claims, make_finder
from framing.claims.matter import Names
from framing.comparison.coverage.alignment import align_claims
from framing.comparison.coverage.claim_table import Deeds, make_claim_table
from framing.comparison.coverage.conflicts import find_conflicts
from framing.comparison.coverage.reading import Reading
from framing.comparison.coverage.tables import (
    make_conflict_table,
    make_coverage_table,
    make_link_table,
    make_omission_table,
    make_structure_table,
)
from framing.topics.action import read_actions
from framing.topics.claim_words import read_claim_words
from framing.topics.name_words import NameWords, read_name_words
from framing.topics.topic import Topic
from framing.voices.actors.actors import Mentions, find_actors
from framing.voices.actors.agency import find_agency, make_actions
from framing.voices.actors.roster import make_roster


def compare_claims(analysis: Analysis, topic: Topic | None, folders: list[Path]) -> dict[str, pd.DataFrame]:
    """Find the claims of some articles, align them, and make their tables.

    Tables: `claims`, `coverage`, `conflicts` (figures that differ), `omissions`, `links` (why claims count as one), `structure`.
    Raises FramingError for faults in the lists.
    """
    names = read_name_words(folders)
    mentions = find_mentions(analysis, topic, names)
    finder = make_finder(read_claim_words(folders), analysis.lens.general.grammar.inflections, names)
    claims = find_claims(Scene(analysis.batch, analysis.segments, analysis.sentences, analysis.voices, mentions), finder)
    alignment = align_claims(claims, finder.stems)
    reading = Reading(analysis.batch.text, Names(mentions), finder.stems)
    actions = make_actions(read_actions(folders, analysis.lens.general.grammar.inflections))
    deeds = Deeds(find_agency(analysis.batch, analysis.sentences, mentions, actions), actions, mentions)
    table, ids = make_claim_table(analysis, claims, alignment, deeds)
    articles = [article.article_id for article in analysis.batch.articles]
    coverage = make_coverage_table(table, articles)
    return {
        "claims": table,
        "coverage": coverage,
        "conflicts": make_conflict_table(analysis, claims, find_conflicts(claims, alignment, reading), table),
        "omissions": make_omission_table(coverage, table, articles),
        "links": make_link_table(analysis, claims, alignment, reading, ids),
        "structure": make_structure_table(table, coverage, articles),
    }


def find_mentions(analysis: Analysis, topic: Topic | None, names: NameWords) -> Mentions:
    """Find who is named in the articles, with a topic's listed actors where there is one."""
    general = analysis.lens.general
    roster = make_roster(topic.actors if topic else (), general.grammar, names, general.starters)
    return find_actors(analysis.batch, analysis.segments, analysis.sentences, roster)
