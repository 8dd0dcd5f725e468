"""Who a source is: named, unnamed, a pronoun, a document; the actor behind it, and the group."""

import pytest

from framing.articles.article import Article, Corpus
from framing.comparison.sources import SOURCE_KINDS
from framing.comparison.voices import compare_voices

OPENING = (
    "Iran and the United States met. The Pentagon hosted it, and Lloyd Austin came. Kataib Hezbollah stayed away. "
    "Ana Brook and Joe Tar, who fish, looked on.\n\n"
)


def read_source(sentence: str) -> tuple[str, str, str, str]:
    """Return source, actor, group and kind of the first attribution behind the opening, on the topic us-iraq."""
    tables = compare_voices(Corpus((Article("a", "Pier Post", "Talks", OPENING + sentence),)), "us-iraq")
    table = tables["attributions"]
    row = table[table["content_start"] >= len(OPENING) - 10].iloc[0]
    return row["source"], row["actor"], row["group"], row["source_kind"]


@pytest.mark.parametrize(
    ("sentence", "actor", "group", "kind"),
    [
        ("Lloyd Austin said the talks went well.", "lloyd-austin", "US government", "named"),
        ("Ana Brook, a fisher, said the talks went well.", "ana-brook", "not listed", "named"),
        ("The fisher Ana Brook said the talks went well.", "ana-brook", "not listed", "named"),
        ("The country’s defence chief, Lloyd Austin, said the talks went well.", "lloyd-austin", "US government", "named"),
        ("The Iranian government said the talks went well.", "iran-government", "Iran", "named"),
        ("A spokesman for Kataib Hezbollah said the talks went well.", "kataib-hezbollah", "Iran-aligned groups", "anonymous"),
        ("Iranian officials said the talks went well.", "iran-government", "Iran", "anonymous"),
        ("Iranian farmers said the talks went well.", "iran-farmers-group", "not listed", "anonymous"),
        ("Many people of Iran said the talks went well.", "", "", "anonymous"),
        ("Officials said the talks went well.", "", "", "anonymous"),
        ("Critics of the Pentagon said the talks went well.", "", "", "anonymous"),
        ("Both sides said the talks went well.", "", "", "anonymous"),
        ("The two governments said the talks went well.", "", "", "anonymous"),
        ("Experts said the talks went well.", "security-experts", "Analysts and experts", "anonymous"),
        ("They said the talks went well.", "", "", "pronoun"),
        ("The joint statement said the talks went well.", "", "", "document"),
        ("The weather said the talks went well.", "", "", "other"),
        ("Iran and the United States said the talks went well.", "iran-government; us-government", "several groups", "named"),
    ],
)
def test_sources(sentence: str, actor: str, group: str, kind: str) -> None:
    """Each shape of source has its actor, group and kind."""
    found = read_source(sentence)
    assert found[3] == kind, found
    assert found[1:3] == (actor, group), found
    assert kind in SOURCE_KINDS
