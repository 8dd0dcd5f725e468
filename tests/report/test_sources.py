"""What a report says it was made from."""

from pathlib import Path

from framing.articles.article import Article
from framing.comparison.comparison import compare_articles
from framing.report.sources import hash_lexicons


def test_own_general_lists_are_named_with_a_shipped_topic(tmp_path: Path) -> None:
    """Lists of the user's own folder stand among the sources though the topic is a shipped one, and without a topic."""
    (tmp_path / "general").mkdir()
    (tmp_path / "general" / "loaded.csv").write_text("term,inflect,tone,note,source\ngloom,noun,alarm,,own\n", "utf-8")
    for topic in ("protest", None):
        comparison = compare_articles([Article("a", "A", "", "Gloom fell on the march.")], topic, lexicons=tmp_path)
        named = [source.name for source in hash_lexicons(comparison)]
        assert "own/general/loaded.csv" in named and "lexicons/general/loaded.csv" in named
