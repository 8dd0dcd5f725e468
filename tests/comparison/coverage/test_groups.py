"""Claims put together link by link."""

from framing.articles.article import Article
from framing.comparison.comparison import compare_articles

OUTLETS = {
    "a": "The Harbour Board voted on Friday to close the eastern quay. Dockers killed the talks.\n",
    "b": "On Friday the Harbour Board votes to close the eastern quay, its members said.\n\nThe quay is old.\n",
    "c": "The eastern quay closes: the Harbour Board had voted to close the eastern quay on Friday.\n",
}


def test_one_claim_in_three_articles_is_one_group() -> None:
    """Clauses of different articles make the group; that the second telling in one article is unlike the first parts nothing."""
    claims = compare_articles([Article(name, name.upper(), "", text) for name, text in OUTLETS.items()]).claims
    told = claims[claims["text"].str.contains("Harbour Board")]
    assert told["claim"].nunique() == 1 and set(told["article"]) == {"a", "b", "c"}
