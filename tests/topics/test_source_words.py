"""The words of sources: read in singular and plural, faults named with their line."""

from pathlib import Path

import pytest

from framing.errors import FramingError
from framing.topics.general import General
from framing.topics.source_words import read_source_words
from framing.topics.topic import lexicon_folders


def test_nouns_count_in_both_numbers(general: General) -> None:
    """An official is anonymous, and officials are; a pronoun is itself only."""
    kinds = read_source_words(lexicon_folders(), general.grammar.inflections)
    assert kinds["official"] == kinds["officials"] == "anonymous"
    assert kinds["she"] == "pronoun" and "shes" not in kinds
    assert kinds["statement"] == "document" and kinds["governments"] == "collective"


def test_a_wrong_kind_is_a_fault(general: General, tmp_path: Path) -> None:
    """A kind that is none is told with file and line."""
    (tmp_path / "general").mkdir()
    (tmp_path / "general" / "source_words.csv").write_text("word,kind,note\nofficial,secret,\n", "utf-8")
    with pytest.raises(FramingError, match=r"source_words.csv:2: kind: 'secret' is not allowed"):
        read_source_words([*lexicon_folders(), tmp_path], general.grammar.inflections)
