"""The comparison: every table by its contract, every quoted word verbatim, the same each time."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from framing.analysis.scores import TOO_LITTLE
from framing.articles.article import Article, Corpus, Event
from framing.articles.corpus import read_articles
from framing.comparison.comparison import Comparison, compare_articles
from framing.errors import Fault, FramingError
from framing.shipped import find_shipped
from framing.text.cleaning import clean_text
from framing.topics.topic import Topic

CONTRACT = {
    "scores": "article outlet axis voice zone bias low high intensity n verdict",
    "evidence": "article axis pole text start end raw_start raw_end zone voice stance weight module reason",
    "zones": "article zone start end raw_start raw_end text",
    "repairs": "article kind count",
    "keyness": "article term count n_words z log_odds",
    "differences": "axis voice article_a article_b difference low high verdict",
    "flips": "axis voice article_a article_b left_out what start before after",
    "articles": "article outlet headline published",
}
PLAIN = (
    Article("a", "One", "", "Rain fell on the port. Rain fell."),
    Article("b", "Two", "", "The sun “shone on all of us”, they said. The sun shone."),
)
each_table = pytest.mark.parametrize("name", CONTRACT)


@pytest.fixture(scope="module")
def untopical() -> Comparison:
    """Two articles compared without a topic."""
    return compare_articles(PLAIN)


@pytest.fixture(scope="module")
def quoted(harbour: Topic) -> Comparison:
    """Articles with look-alike letters, odd blanks, mojibake and a headline of their own, compared on the small topic."""
    texts = (
        "The blеssing came\u00a0and went. It is a cur\u00adse. They said “a boon it is to all of us”. The caf\u00c3\u00a9 is a plague.",
        "\ufeffNot a blessing.\r\n\r\nA ﬁne boon, a cur\u200bse and a pla\u00adgue it was.\r\n",
    )
    return compare_articles([Article(f"x{at}", "o", "A boon to the grey bay", text) for at, text in enumerate(texts)], harbour)


@each_table
def test_columns(shipped: Comparison, untopical: Comparison, name: str) -> None:
    """The contract's columns are there in order, with a topic and without; each table is an attribute (`articles` are the records)."""
    wanted = CONTRACT[name].split()
    for comparison in (shipped, untopical):
        table = comparison.tables[name]
        own = [column for column in table.columns if column in wanted]
        assert own == wanted
        assert name == "articles" or getattr(comparison, name) is table


def test_every_text_is_verbatim(shipped: Comparison, quoted: Comparison) -> None:
    """`text` is the cleaned text cut from start to end, and the raw text cut from raw_start to raw_end and cleaned."""
    n_checked = 0
    for comparison in (shipped, quoted):
        place = {article.article_id: at for at, article in enumerate(comparison.articles)}
        for name in ("evidence", "zones", "quotations", "loaded", "generic_frames"):
            for row in comparison.tables[name].itertuples():
                number = place[row.article]
                raw = comparison.articles[number].raw_text[row.raw_start : row.raw_end]
                assert comparison.text_of(number)[row.start : row.end] == row.text
                assert not raw or clean_text(raw).text == row.text
                n_checked += bool(raw)
    assert n_checked > 100


def test_repaired_words_are_found(quoted: Comparison) -> None:
    """Evidence is found through look-alike letters, soft hyphens and zero-width signs."""
    body = quoted.evidence[quoted.evidence["zone"] == "body"]
    assert body["text"].tolist() == ["blessing", "curse", "boon", "plague", "blessing", "boon", "curse", "plague"]


def test_the_event_names_the_topic(shipped: Comparison) -> None:
    """Without a topic the corpus' event.toml names it."""
    assert (shipped.topic and shipped.topic.topic_id, shipped.event and shipped.event.event_id) == ("us-iraq", "us-iraq-dialogue")


def test_a_topic_named_stands_over_the_events(harbour: Topic) -> None:
    """The topic asked for is the one used, by its id or as a topic."""
    corpus = Corpus(PLAIN, Event("e", "An event", topic="us-iraq"))
    assert compare_articles(corpus, harbour).topic is harbour
    other = compare_articles(corpus, "foreign-military-presence").topic
    assert other and other.topic_id == "foreign-military-presence"


def test_without_a_topic_everything_else_works(untopical: Comparison) -> None:
    """Nothing is scored; words, quotations, zones and articles are there."""
    filled = {name for name, table in untopical.tables.items() if len(table)}
    assert {"articles", "keyness", "quotations", "zones"} <= filled
    assert not filled & {"scores", "evidence", "differences", "flips"}
    assert untopical.suggestions == ()


def test_without_a_topic_topics_are_suggested_with_reasons() -> None:
    """Topics whose terms stand in the articles are named, with how much of what was found."""
    text = "The US occupation of Iraq goes on. US troops are occupiers. Foreign troops are an occupation force, and Iraq wants them to leave."
    comparison = compare_articles([Article(name, name, "", text) for name in "ab"])
    best = comparison.suggestions[0]
    assert best.topic_id in ("foreign-military-presence", "us-iraq")
    assert (best.n_articles, best.n_evidence >= 6, len(best.terms) > 0) == (2, True, True)
    assert str(best).startswith(f"{best.topic_id} ({best.label}): {best.n_evidence} pieces of evidence in 2 articles, such as “")


@pytest.mark.parametrize("event", [None, Event("e", "An event", topic="no-such-topic")])
def test_an_unknown_topic(event: Event | None) -> None:
    """An unknown topic, asked for or named by the event, is an error that lists the known ones."""
    with pytest.raises(FramingError, match=r"'no-such-topic' is unknown; known topics are .*us-iraq"):
        compare_articles(Corpus(PLAIN, event), None if event else "no-such-topic")


def test_a_folder_of_your_own(write_topic: Callable[..., Path]) -> None:
    """A topic from your own lexicon folder is used beside the shipped ones, and suggested where it fits."""
    folder = write_topic()
    articles = [Article(name, name, "", "The harbour is a blessing. " * 6) for name in "ab"]
    comparison = compare_articles(articles, "harbour", lexicons=folder)
    assert comparison.evidence["entry"].str.startswith("harbour:").all()
    assert len(comparison.evidence) == 12
    assert compare_articles(articles, lexicons=folder).suggestions[0].topic_id == "harbour"
    with pytest.raises(FramingError, match="'harbour' is unknown"):
        compare_articles(articles, "harbour")


def test_notebook_view_escapes(harbour: Topic) -> None:
    """Names of outlets and events are shown as text, with a topic and without."""
    name = "<img src=x onerror=alert(1)>"
    articles = tuple(Article(at, name, "<script>x</script>", "It is a curse. " * 6) for at in ("a", "b"))
    for topic in (harbour, None):
        shown = compare_articles(Corpus(articles, Event("e", "<b>bold</b>")), topic)._repr_html_()
        assert not [tag for tag in ("<img", "<script", "<b>") if tag in shown]
        assert "&lt;img" in shown and "&lt;b&gt;" in shown


def test_summary(shipped: Comparison) -> None:
    """One row an article in the order read, one column an axis and voice; every cell has a figure or says why not."""
    summary = shipped.summary()
    assert summary.index.get_level_values("article").tolist() == [article.article_id for article in shipped.articles]
    assert shipped.topic and list(summary.columns) == [(axis.axis_id, v) for axis in shipped.topic.axes for v in ("own", "attributed", "all")]
    assert summary.map(lambda cell: cell == TOO_LITTLE or cell[0] in "+-").all(axis=None)


def test_an_unknown_table(shipped: Comparison) -> None:
    """A wrong name says which tables there are."""
    with pytest.raises(AttributeError, match="no 'score'; its tables are articles, scores"):
        shipped.score  # noqa: B018


def test_what_could_not_be_read_is_kept(tmp_path: Path) -> None:
    """Faults of the corpus are faults of the comparison."""
    (tmp_path / "a.txt").write_text("It is a curse.", "utf-8")
    (tmp_path / "b.txt").write_text(" \n", "utf-8")
    faults = compare_articles(read_articles(tmp_path)).faults
    assert faults == (Fault(str(tmp_path / "b.txt"), 0, "is empty; an article needs text"),)


def test_a_file_of_invisible_signs(tmp_path: Path) -> None:
    """A file that holds nothing but a zero-width space does not stop the comparison."""
    (tmp_path / "a.txt").write_text("It is a curse.", "utf-8")
    (tmp_path / "b.txt").write_text("\u200b", "utf-8")
    compare_articles(read_articles(tmp_path))


def test_one_article(harbour: Topic) -> None:
    """A single article is scored; there is nothing to compare it with."""
    comparison = compare_articles([Article("a", "o", "", "It is a curse. " * 6)], harbour)
    assert len(comparison.scores) == 9
    assert (len(comparison.differences), len(comparison.keyness)) == (0, 0)


WRITE = """
import sys, pathlib, framing
comparison = framing.compare_articles(framing.read_articles(sys.argv[1]))
for name, table in comparison.tables.items():
    table.to_csv(pathlib.Path(sys.argv[2]) / f"{name}.csv", index=False)
"""


def test_same_tables_in_two_processes(tmp_path: Path, repository: Path) -> None:
    """Tables are the same byte for byte whatever the hash seed."""
    written = []
    for seed in ("0", "4711"):
        out = tmp_path / seed
        out.mkdir()
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(repository)}
        subprocess.run([sys.executable, "-c", WRITE, str(find_shipped("seeds") / "us-iraq-dialogue"), str(out)], check=True, env=environment)
        written.append({path.name: path.read_bytes() for path in sorted(out.iterdir())})
    assert len(written[0]) >= 10
    assert written[0] == written[1]


def test_article_table(shipped: Comparison) -> None:
    """What is known of each article, in the order read, with its words."""
    table: pd.DataFrame = shipped.tables["articles"]
    assert table["outlet"].tolist() == [article.outlet for article in shipped.articles]
    assert (table["words"] > 300).all()
    assert table["headline"].str.len().gt(10).all()


def test_other_languages_are_left_out(write_topic: Callable[..., Path]) -> None:
    """With a topic, an article in a language it has no words for is left out with a fault; without one all are shown."""
    french = Article("fr", "Le Quai", "", "Le bateau est parti en retard jeudi soir et personne à bord ne savait pourquoi. " * 5)
    english = Article("en", "The Jetty", "", "The harbour is a blessing, and nobody on the quay would say anything else of it today.")
    comparison = compare_articles([french, english], "harbour", lexicons=write_topic())
    assert [article.article_id for article in comparison.articles] == ["en"]
    assert "is in French" in str(comparison.faults[-1])
    assert len(compare_articles([french, english]).articles) == 2
    with pytest.raises(FramingError, match="is in French"):
        compare_articles([french], "harbour", lexicons=write_topic())
