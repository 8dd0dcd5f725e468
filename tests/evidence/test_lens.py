"""A lens: everything one run looks for, compiled once."""

from framing.analysis.analysis import analyse_articles
from framing.articles.article import Article
from framing.evidence.lens import Lens, make_lens
from framing.topics.general import General
from framing.topics.topic import Topic


def test_entries_are_laid_in_columns(lens: Lens, quay: Topic) -> None:
    """Row by row the columns hold what the entries say."""
    columns = lens.columns
    for at, entry in enumerate(quay.entries):
        assert lens.axes[columns.axis[at]].axis_id == entry.axis_id
        assert (columns.sign[at], columns.weight[at], columns.flips[at]) == (entry.sign, entry.weight, entry.flips_when_denied)
        assert (columns.needs[at] == -1) == (entry.target == "free")
        assert columns.back[at] == (2 if entry.target == "near" else 0)


def test_open_terms(lens: Lens, quay: Topic) -> None:
    """A term with a gap is open to denying words in it, unless it denies something itself."""
    is_open = {entry.term for entry, opened in zip(quay.entries, lens.columns.is_open, strict=True) if opened}
    assert is_open == {"feed ... families", "open ... sea lane"}


def test_sections_part_the_patterns(lens: Lens) -> None:
    """Every pattern of the matcher belongs to one list, and the lists follow each other."""
    covered = [number for section in lens.sections.values() for number in section]
    assert covered == list(range(len(lens.matcher.part_at)))
    assert len(lens.sections["terms"]) == len(lens.entries)


def test_a_lens_without_topic(general: General) -> None:
    """Without a topic there is no evidence, and everything else works."""
    analysis = analyse_articles([Article("a", "o", "", "The cook said “we slept all the night through”.")], make_lens(general))
    assert (len(analysis.evidence), len(analysis.voices.quotations)) == (0, 1)
