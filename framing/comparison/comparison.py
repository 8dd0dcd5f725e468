"""The comparison of some articles: every table and the texts they were made from."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path
from typing import Final

import pandas as pd

from framing.analysis.analysis import Analysis, analyse_articles
from framing.analysis.generic_frames import make_generic_frame_table, measure_generic_frames
from framing.analysis.scores import RANDOM_STATE, TOO_LITTLE, measure_scores
from framing.analysis.tables import (
    make_evidence_table,
    make_loaded_table,
    make_quotation_table,
    make_repair_table,
    make_zone_table,
)
from framing.articles.article import Article, Corpus, Event
from framing.articles.language import find_language, keep_languages, name_language
from framing.classifier.readings import make_reading_table, measure_agreement
from framing.classifier.shipped import load_classifiers
from framing.comparison.attribution_table import add_sources
from framing.comparison.cast import Cast, find_cast
from framing.comparison.cast_tables import make_cast_tables
from framing.comparison.coverage.coverage import compare_claims
from framing.comparison.differences import measure_differences
from framing.comparison.fitting import Suggestion, suggest_topics
from framing.comparison.flips import find_flips
from framing.comparison.frame_voices import count_frame_voices
from framing.comparison.group_scores import measure_group_scores
from framing.comparison.keyness import count_articles, measure_keyness
from framing.comparison.rewording import find_differences, make_rewording_table
from framing.comparison.shared import find_shared_evidence, find_sharing, list_shared, measure_without_shared, name_passages
from framing.errors import Fault, FramingError, make_error, say_list
from framing.evidence.lens import Lens, make_lens
from framing.topics.agency import read_agencies
from framing.topics.general import General, read_general
from framing.topics.topic import Topic, lexicon_folders, list_topics, read_topic

MOST_ARTICLES: Final = 150


@dataclass(frozen=True, eq=False)
class Comparison:
    """Articles side by side; one equals itself only.

    Tables (pandas DataFrames; offsets are code points, half-open): `scores`, `evidence`, `differences`, `keyness` and the others of the README,
    where their columns stand under Formats, and `tables["articles"]` with what is known of the articles. Without a topic `scores`,
    `evidence`, `differences` and the like are empty and `suggestions` names topics that would fit. `folders` are the lexicon folders whose
    general lists were used.
    """

    analysis: Analysis
    event: Event | None
    topic: Topic | None
    faults: tuple[Fault, ...]
    suggestions: tuple[Suggestion, ...]
    random_state: int
    tables: dict[str, pd.DataFrame]
    folders: tuple[Path, ...] = ()

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles compared, in the order they were read."""
        return self.analysis.batch.articles

    def text_of(self, number: int) -> str:
        """Return the cleaned text of an article by its place in `articles`."""
        return self.analysis.batch.cleaned[number].text

    def __getattr__(self, name: str) -> pd.DataFrame:
        tables: dict[str, pd.DataFrame] = self.__dict__.get("tables", {})
        if name in tables:
            return tables[name]
        raise AttributeError(f"a comparison has no {name!r}; its tables are {', '.join(tables)}")

    def summary(self) -> pd.DataFrame:
        """Return the bias of every article by axis and voice, over headline and body, as a short table to read."""
        scores = self.tables["scores"]
        scores = scores[scores["zone"] == "all"]
        shown = [
            f"{bias:+.2f} [{low:+.2f}, {high:+.2f}] {verdict}" if verdict != TOO_LITTLE else TOO_LITTLE
            for bias, low, high, verdict in zip(scores["bias"], scores["low"], scores["high"], scores["verdict"], strict=True)
        ]
        table = scores.assign(shown=shown).pivot(index=["article", "outlet"], columns=["axis", "voice"], values="shown")
        axes = [axis.axis_id for axis in self.topic.axes] if self.topic else []
        order = [article.article_id for article in self.articles]
        wanted = pd.MultiIndex.from_product([axes, ["own", "attributed", "all"]], names=["axis", "voice"])
        return table.reindex(columns=wanted).reindex(order, level="article")

    def _repr_html_(self) -> str:
        """Show the comparison in a notebook: what was compared and the bias of every article."""
        event = escape(self.event.label) if self.event else f"{len(self.articles)} articles"
        topic = escape(self.topic.label) if self.topic else "no topic"
        if not self.topic:
            return f"<p><strong>{event}</strong>, {topic}</p>{self.tables['articles'].to_html(index=False, escape=True)}"
        return f"<p><strong>{event}</strong>, {topic}</p>{self.summary().to_html(escape=True)}"


def compare_articles(
    articles: Corpus | Iterable[Article],
    topic: Topic | str | None = None,
    *,
    lexicons: Path | None = None,
    random_state: int = RANDOM_STATE,
    with_readings: bool = True,
) -> Comparison:
    """Compare some articles on one event.

    `topic` is a topic or its id; without one the corpus' own event names it, and where it names none everything that needs no topic still
    runs. `lexicons` is a lexicon folder of your own beside the shipped one. The same input gives the same tables, byte for byte.
    Without `with_readings` no classifier reads the sentences. Raises FramingError for an unknown topic or faults in the lexicons.
    """
    corpus = articles if isinstance(articles, Corpus) else Corpus(tuple(articles))
    check_corpus(corpus)
    folders = lexicon_folders(lexicons)
    general = read_general(folders)
    if topic is None and corpus.event and corpus.event.topic:
        topic = corpus.event.topic
    chosen = read_topic(topic, lexicons, general) if isinstance(topic, str) else topic
    lens = make_lens(general, chosen)
    corpus = leave_out_foreign(corpus, lens)
    analysis = analyse_articles(corpus.articles, lens.for_articles(corpus.articles))
    readings = make_reading_table(analysis, load_classifiers(analysis.lens) if with_readings else ())
    cast = find_cast(analysis, general, chosen, lexicons)
    return Comparison(
        analysis=analysis,
        event=corpus.event,
        topic=chosen,
        faults=corpus.faults,
        suggestions=() if chosen else tuple(suggest_all(corpus.articles, general, lexicons)),
        random_state=random_state,
        tables=make_tables(analysis, cast, read_agencies(folders), random_state) | compare_claims(analysis, cast, folders)
        | {"readings": readings, "agreement": measure_agreement(readings)},
        folders=tuple(folders),
    )


def leave_out_foreign(corpus: Corpus, lens: Lens) -> Corpus:
    """Leave out articles in a language the topic has no words for, a fault for each; raises FramingError where none is left."""
    if not lens.topic:
        return corpus
    kept, faults = keep_languages(corpus.articles, lens.languages)
    if not kept:
        raise FramingError(*faults)
    return replace(corpus, articles=tuple(kept), faults=(*corpus.faults, *faults))


def check_corpus(corpus: Corpus) -> None:
    """Raise FramingError where articles cannot be compared: none, too many, or two of one id."""
    ids = Counter(article.article_id for article in corpus)
    doubled = [article_id for article_id, count in ids.items() if count > 1]
    if not ids or len(ids) > MOST_ARTICLES:
        what = f"{len(ids)} articles cannot be compared; 1 to {MOST_ARTICLES} are allowed (framing score takes any number)"
        raise make_error("comparison", what)
    if doubled:
        raise make_error("comparison", f"two articles have the id {say_list(doubled)}; every id must be another")


def make_tables(analysis: Analysis, cast: Cast, agencies: Mapping[str, str], random_state: int) -> dict[str, pd.DataFrame]:
    """Make every table of a comparison."""
    told = make_cast_tables(analysis, cast)
    frames = make_generic_frame_table(analysis)
    sharing = find_sharing(analysis)
    shared = find_shared_evidence(analysis, sharing)
    shared_table = list_shared(analysis, sharing, agencies)
    evidence = add_sources(make_evidence_table(analysis), analysis, told["attributions"])
    evidence["shared"] = name_passages(evidence, shared_table)
    return {
        "articles": make_article_table(analysis),
        "scores": measure_scores(analysis, random_state=random_state),
        "group_scores": measure_group_scores(analysis, told["attributions"], random_state),
        "evidence": evidence,
        "frame_voices": count_frame_voices(analysis, evidence),
        "differences": measure_differences(analysis, random_state, shared),
        "flips": find_flips(analysis, random_state, shared),
        "keyness": measure_keyness(count_articles(analysis)),
        "loaded": make_loaded_table(analysis),
        "frames": measure_generic_frames(analysis, frames),
        "generic_frames": frames,
        "quotations": make_quotation_table(analysis),
        **told,
        "shared": shared_table,
        "without_shared": measure_without_shared(analysis, shared, random_state),
        "rewording": make_rewording_table(analysis, sharing, find_differences(analysis, sharing)),
        "zones": make_zone_table(analysis),
        "repairs": make_repair_table(analysis),
    }


def make_article_table(analysis: Analysis) -> pd.DataFrame:
    """Return the articles compared: what is known about each, and its words; where several are read also its language."""
    rows = []
    zones = make_zone_table(analysis)
    headlines = zones[zones["zone"] == "headline"].groupby("article")["text"].first()
    words = zones[~zones["copy"]].groupby("article")["words"].sum()
    for article in analysis.batch.articles:
        shown = headlines.get(article.article_id, article.headline)
        n_words = int(words.get(article.article_id, 0))
        rows.append((article.article_id, article.outlet, shown, article.published, article.byline, article.url, n_words, article.fictional))
    table = pd.DataFrame(rows, columns=["article", "outlet", "headline", "published", "byline", "url", "words", "fictional"])
    if analysis.lens.packs:
        table["language"] = [name_language(find_language(article)) for article in analysis.batch.articles]
    return table


def suggest_all(articles: tuple[Article, ...], general: General, lexicons: Path | None) -> list[Suggestion]:
    """Suggest from all topics that can be read (`framing check` says what is wrong with the others)."""
    topics = []
    for topic_id in sorted(list_topics(lexicon_folders(lexicons))):
        try:
            topics.append(read_topic(topic_id, lexicons, general))
        except FramingError:
            continue
    return suggest_topics(articles, topics, general)
