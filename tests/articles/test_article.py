"""A corpus is a sequence of articles."""

from framing.articles.article import FIELDS, Article, Corpus

ONE, TWO = Article("one", "The Jetty", "Ferry late", "It came at nine."), Article("two", "Pier Post", "", "It never came.")


def test_a_corpus_is_a_sequence() -> None:
    """Length, order, index and slices are those of its articles."""
    corpus = Corpus((ONE, TWO))
    assert (len(corpus), list(corpus), corpus[1], corpus[-2:]) == (2, [ONE, TWO], TWO, (ONE, TWO))


def test_unknown_fields_are_empty() -> None:
    """What is not known of an article is an empty string, so that no stage meets None."""
    assert {getattr(ONE, name) for name in FIELDS[4:9]} == {""}
