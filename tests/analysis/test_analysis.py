"""One article's result is its own: nothing of its neighbours in a batch changes what is found in it."""

from collections.abc import Callable, Sequence
from dataclasses import fields

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal

from framing.analysis.analysis import Analysis, analyse_article, analyse_articles, screen_articles
from framing.analysis.generic_frames import make_generic_frame_table
from framing.analysis.scores import measure_scores
from framing.analysis.tables import make_evidence_table, make_loaded_table, make_quotation_table, make_repair_table, make_zone_table
from framing.articles.article import Article
from framing.articles.corpus import read_articles
from framing.evidence.lens import Lens, make_lens
from framing.shipped import find_shipped
from framing.topics.general import General
from framing.topics.topic import Topic

TABLES = (
    make_evidence_table, make_zone_table, make_quotation_table, make_repair_table, make_loaded_table, make_generic_frame_table, measure_scores,
)  # fmt: skip


def assert_alone_is_together(articles: list[Article], lens: Lens, tables: Sequence[Callable[[Analysis], pd.DataFrame]] = TABLES) -> None:
    """Compare tables of a batch with those of its articles one by one."""
    together = analyse_articles(articles, lens)
    alone = [analyse_article(article, lens) for article in articles]
    for make in tables:
        joined = [table for one in alone if len(table := make(one))]
        expected = pd.concat(joined, ignore_index=True) if joined else make(alone[0])
        assert_frame_equal(make(together).reset_index(drop=True), expected, check_dtype=bool(joined))


@pytest.mark.parametrize("topic_id", ["us-iraq", "foreign-military-presence"])
def test_shipped_articles_alone_and_together(general: General, shipped_topics: dict[str, Topic], topic_id: str) -> None:
    """Every table of the shipped corpus is that of its articles analysed one by one, in any order."""
    articles = list(read_articles(find_shipped("seeds") / "us-iraq-dialogue"))
    lens = make_lens(general, shipped_topics[topic_id])
    assert_alone_is_together(articles, lens)
    assert_alone_is_together(articles[::-1], lens)


@given(st.data())
def test_generated_articles_alone_and_together(lens: Lens, texts: st.SearchStrategy[str], data: st.DataObject) -> None:
    """The same holds for pages with unclosed marks, broken sentences, furniture and terms at their edges."""
    pages = data.draw(st.lists(texts, min_size=2, max_size=3))
    headlines = data.draw(st.lists(st.sampled_from(["", "Boats", "A curse comes to the bay"]), min_size=4, max_size=4))
    assert_alone_is_together([Article(str(at), "o", headlines[at], page) for at, page in enumerate(pages)], lens, TABLES[:3])


def assert_screened_as_analysed(articles: list[Article], lens: Lens) -> None:
    """Compare the evidence of a screening, column by column, with that of the analysis of the same articles."""
    screened, analysed = screen_articles(articles, lens), analyse_articles(articles, lens)
    for column in fields(analysed.evidence):
        assert getattr(screened.evidence, column.name).tolist() == getattr(analysed.evidence, column.name).tolist(), column.name
    assert_frame_equal(measure_scores(screened), measure_scores(analysed))


@given(st.data())
def test_generated_articles_screened_as_analysed(lens: Lens, texts: st.SearchStrategy[str], data: st.DataObject) -> None:
    """A screening finds what the analysis finds, where some articles hold no term and where none does."""
    pages = data.draw(st.lists(texts, min_size=1, max_size=3))
    between = [Article(f"empty {at}", "o", "", "Nothing is told here.") for at in range(len(pages))]
    articles = [article for at, page in enumerate(pages) for article in (Article(str(at), "o", "", page), between[at])]
    assert_screened_as_analysed(articles, lens)


@pytest.mark.parametrize("topic_id", ["us-iraq", "foreign-military-presence"])
def test_shipped_articles_screened_as_analysed(general: General, shipped_topics: dict[str, Topic], topic_id: str) -> None:
    """The same holds for shipped articles, with one between them that is about something else."""
    shipped = list(read_articles(find_shipped("seeds") / "us-iraq-dialogue"))
    other = Article("other", "o", "A quiet week", "A quiet week\n\nIt rained in the hills, the mayor said. “We like rain,” she added.")
    assert_screened_as_analysed([other, *shipped[:2], other, *shipped[2:]], make_lens(general, shipped_topics[topic_id]))


@pytest.mark.parametrize("text", ["", " \n ", "\u200b", "\u00ad\n", "\n\n\n"])
@pytest.mark.parametrize(
    "place",
    [
        0, 1,
        pytest.param(2),
    ],
)  # fmt: skip
def test_an_article_without_letters_takes_nothing_from_the_others(analyse: Callable[..., Analysis], text: str, place: int) -> None:
    """A text that is blank, or is after cleaning, has no evidence; the others keep theirs."""
    pages = ["It is a blessing.", "It is a curse."]
    table = make_evidence_table(analyse(*pages[:place], text, *pages[place:]))
    assert table["text"].tolist() == ["blessing", "curse"]


def test_no_articles(lens: Lens) -> None:
    """An empty batch is analysed to empty tables."""
    analysis = analyse_articles([], lens)
    assert [len(make(analysis)) for make in TABLES] == [0] * len(TABLES)


@given(st.data())
def test_nothing_raises(lens: Lens, data: st.DataObject) -> None:
    """Any text of any signs goes through every table."""
    text = data.draw(st.text(max_size=80))
    analysis = analyse_articles([Article("a", "o", data.draw(st.text(max_size=10)), f"Boats {text}")], lens)
    for make in TABLES:
        make(analysis)
