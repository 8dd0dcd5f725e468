"""Who speaks in some articles, who is named and how, and who does what to whom: every table of voices and actors."""

from pathlib import Path

import pandas as pd

from framing.analysis.analysis import Analysis, analyse_articles
from framing.analysis.tables import make_attribution_table
from framing.articles.article import Corpus
from framing.comparison.comparison import check_corpus
from framing.evidence.lens import make_lens
from framing.topics.action import read_actions
from framing.topics.general import General, read_general
from framing.topics.name_words import read_name_words
from framing.topics.referent import read_referents
from framing.topics.topic import Topic, lexicon_folders, read_topic
from framing.voices.actors.actor_tables import make_actor_table
from framing.voices.actors.actors import Mentions, find_actors
from framing.voices.actors.agency import find_agency, make_actions, make_agency_table
from framing.voices.actors.naming import add_actors, find_naming, make_naming_table, make_referents
from framing.voices.actors.roster import make_roster


def compare_voices(corpus: Corpus, topic: str | None = None, *, lexicons: Path | None = None) -> dict[str, pd.DataFrame]:
    """Compare who speaks and who is named in some articles; a topic adds its listed actors and referents, none is needed.

    Tables: `attributions` (who is cited, by which word, for what), `speakers` (each source's share of the attributed words), `actors` (who is
    mentioned, under which names, and why they count as one), `naming` (what each article calls one referent), `agency` (who does what
    to whom). Raises FramingError for an unknown topic or faults in the lexicons.
    """
    check_corpus(corpus)
    general = read_general(lexicon_folders(lexicons))
    topic_id = topic or (corpus.event.topic if corpus.event else "")
    chosen = read_topic(topic_id, lexicons, general) if topic_id else None
    analysis = analyse_articles(corpus.articles, make_lens(general))
    attributions = make_attribution_table(analysis)
    tables = {"attributions": attributions, "speakers": measure_speakers(attributions)}
    return tables | name_actors(analysis, general, chosen, lexicons)


def measure_speakers(attributions: pd.DataFrame) -> pd.DataFrame:
    """Measure each source's share of an article's attributed words: article, source, attributions, direct, words, share (0..1).

    A pronoun counts for the source it goes back to; attributions without a named source are one row with an empty source.
    """
    words = [len(content.split()) for content in attributions["content"]]
    table = attributions.assign(source=attributions["named"], words=words, direct=attributions["kind"] != "indirect")
    grouped = table.groupby(["article", "source"], sort=False)
    found = grouped.agg(attributions=("cue", "size"), direct=("direct", "sum"), words=("words", "sum")).reset_index()
    found["share"] = found["words"] / found.groupby("article")["words"].transform("sum").clip(lower=1)
    return found.sort_values(["article", "share", "source"], ascending=[True, False, True], ignore_index=True)


def name_actors(analysis: Analysis, general: General, topic: Topic | None, lexicons: Path | None) -> dict[str, pd.DataFrame]:
    """Make the tables of actors, names and agency."""
    batch, segments, sentences = analysis.batch, analysis.segments, analysis.sentences
    folders = lexicon_folders(lexicons)
    roster = make_roster(topic.actors if topic else (), general.grammar, read_name_words(folders), general.starters)
    mentions: Mentions = find_actors(batch, segments, sentences, roster)
    referents = make_referents(read_referents(list(topic.folders), general.grammar) if topic else [])
    naming = add_actors(find_naming(batch, segments, sentences, referents, analysis.voices.voice_of), mentions, analysis.voices.voice_of)
    actions = make_actions(read_actions(folders, general.grammar.inflections))
    agency = find_agency(batch, sentences, mentions, actions)
    voice = analysis.voices.voice_of(agency.starts, agency.ends)
    return {
        "actors": make_actor_table(batch, mentions),
        "naming": make_naming_table(batch, naming),
        "agency": make_agency_table(batch, agency, mentions, actions, voice),
    }
