"""Who speaks in some articles, who is named and how, and who does what to whom: every table of voices and actors."""

from pathlib import Path

import pandas as pd

from framing.analysis.analysis import analyse_articles
from framing.articles.article import Corpus
from framing.comparison.cast import find_cast
from framing.comparison.cast_tables import make_cast_tables
from framing.comparison.comparison import check_corpus
from framing.evidence.lens import make_lens
from framing.topics.general import read_general
from framing.topics.topic import lexicon_folders, read_topic


def compare_voices(corpus: Corpus, topic: str | None = None, *, lexicons: Path | None = None) -> dict[str, pd.DataFrame]:
    """Compare who speaks and who is named in some articles; a topic adds its listed actors and referents, none is needed.

    Tables: `attributions` (who is cited, by which word, for what), `speakers` and `shares` (of the attributed words), `cues` (reporting words by
    group), `unquoted` (named and never cited), `first_last` (who opens and closes), `actors` (who is mentioned, under which names, and why
    they count as one), `mentions` and `naming` (what each article calls one referent), `agency` (who does what to whom). The same as
    in `compare_articles`. Raises FramingError for an unknown topic or faults in the lexicons.
    """
    check_corpus(corpus)
    general = read_general(lexicon_folders(lexicons))
    topic_id = topic or (corpus.event.topic if corpus.event else "")
    chosen = read_topic(topic_id, lexicons, general) if topic_id else None
    analysis = analyse_articles(corpus.articles, make_lens(general, chosen).for_articles(corpus.articles))
    return make_cast_tables(analysis, find_cast(analysis, general, chosen, lexicons))
