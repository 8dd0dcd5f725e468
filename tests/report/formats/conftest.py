"""Comparisons at the edges: too little evidence, figures that differ, shared copy, several languages."""

import pytest

from framing.articles.article import Article
from framing.comparison.comparison import Comparison, compare_articles

COPY = "The Eastern Quay, which handles fruit, timber and coffee, is due to close on March 31 under a plan approved by the Harbour Authority in July."


@pytest.fixture(scope="session")
def poor() -> Comparison:
    """One article with too little evidence for any figure."""
    return compare_articles([Article("only", "One", "Troops", "US troops stay in Iraq.\n")], "us-iraq")


@pytest.fixture(scope="session")
def differing() -> Comparison:
    """Two articles whose figures differ, and that share a passage."""
    first = f"Mayor Dana Ardwick opened the Saltmarsh bridge on Friday. The port of Saltmarsh had about 2,500 dockers.\n\n{COPY}\n"
    second = f"Mayor Dana Ardwick opened the Saltmarsh bridge on Friday. The port of Saltmarsh had 1,400 dockers.\n\n{COPY}\n"
    return compare_articles([Article("a", "One", "", first, "2024-05-08"), Article("b", "Two", "", second, "2024-05-08")])


@pytest.fixture(scope="session")
def mixed() -> Comparison:
    """Three articles in two languages; two of them print the same words, which count on an axis."""
    english = "The US occupation of Iraq must end. American troops are occupiers in Iraq who were never invited and must leave it at once. " * 3
    spanish = "La ocupación de Irak por las tropas de Estados Unidos debe terminar, dijo un diputado. Las tropas extranjeras son ocupantes."
    articles = [Article("a", "One", "X", f"X\n\n{english}", language="en"), Article("b", "Two", "Y", f"Y\n\n{english}So it is.", language="en")]
    return compare_articles([*articles, Article("c", "Drei", "Z", f"Z\n\n{spanish}", language="es")], "foreign-military-presence")
