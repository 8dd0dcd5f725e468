"""Other names for the fields of an article, understood in tables, in articles.csv and in front matter alike."""

from collections.abc import Mapping
from typing import Final

OTHER_NAMES: Final = {
    "title": "headline", "date": "published", "body": "text", "content": "text", "source": "outlet",
    "publisher": "outlet", "article": "id", "article_id": "id", "link": "url", "author": "byline", "authors": "byline",
}  # fmt: skip


def fill_fields(values: Mapping[str, str]) -> dict[str, str]:
    """Return values with our own names for those that stand under another; a value of ours stays, and an address is no outlet.

    >>> fill_fields({"title": "Late", "source": "The Jetty", "outlet": "The Quay"})
    {'title': 'Late', 'source': 'The Jetty', 'outlet': 'The Quay', 'headline': 'Late'}
    """
    filled = dict(values)
    for name, value in values.items():
        own = OTHER_NAMES.get(name, name)
        if value and not filled.get(own) and not (own == "outlet" and "://" in value):
            filled[own] = value
    return filled
