"""The cast of some articles: actors with their mentions, the names of referents, who does what, and who the sources are."""

from dataclasses import dataclass
from pathlib import Path

from framing.analysis.analysis import Analysis
from framing.comparison.sources import Sources, make_source_words, resolve_sources
from framing.topics.action import read_actions
from framing.topics.general import General
from framing.topics.name_words import read_name_words
from framing.topics.referent import read_referents
from framing.topics.source_words import read_source_words
from framing.topics.topic import Topic, lexicon_folders
from framing.voices.actors.actors import Mentions, find_actors
from framing.voices.actors.agency import Actions, Agency, find_agency, make_actions
from framing.voices.actors.naming import Naming, add_actors, find_naming, make_referents
from framing.voices.actors.roster import make_roster


@dataclass(frozen=True)
class Cast:
    """Who is in some articles; offsets count from the start of the batch."""

    mentions: Mentions
    naming: Naming
    actions: Actions
    agency: Agency
    sources: Sources


def find_cast(analysis: Analysis, general: General, topic: Topic | None, lexicons: Path | None = None) -> Cast:
    """Find who is in some articles; a topic adds its listed actors and referents, none is needed."""
    batch, segments, sentences = analysis.batch, analysis.segments, analysis.sentences
    folders, voice_of = lexicon_folders(lexicons), analysis.voices.voice_of
    name_words = read_name_words(folders)
    roster = make_roster(topic.actors if topic else (), general.grammar, name_words, general.starters)
    mentions = find_actors(batch, segments, sentences, roster)
    referents = make_referents(read_referents(list(topic.folders), general.grammar) if topic else [])
    naming = add_actors(find_naming(batch, segments, sentences, referents, voice_of), mentions, voice_of)
    actions = make_actions(read_actions(folders, general.grammar.inflections))
    words = make_source_words(read_source_words(folders, general.grammar.inflections), name_words)
    return Cast(mentions, naming, actions, find_agency(batch, sentences, mentions, actions), resolve_sources(analysis, mentions, words))
