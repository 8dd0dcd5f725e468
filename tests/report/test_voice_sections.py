"""The sections on voices: they say what the tables hold, link to passages, and stay short for many articles."""

import re
from dataclasses import replace

import pytest

from framing.articles.article import Article
from framing.comparison.comparison import Comparison, compare_articles
from framing.errors import FramingError
from framing.report.formats.markdown import render_markdown
from framing.report.frames import make_frame_tables, make_group_scores
from framing.report.html import render_html
from framing.report.ledgers import make_agency_rows, make_naming_rows
from framing.report.passages import check_passages
from framing.report.places import make_anchors, name_anchor
from framing.report.speaking import make_cue_rows, make_first_last, make_shares, make_speakers, make_unquoted
from framing.report.stretches import find_stretches

MANY = 50
TEXT = (
    "Ana Brook met Joe Tar in Iran. Iran attacked the harbour in the morning. “We saw smoke {0},” said Ana Brook, a fisher.\n\n"
    "Officials said it was quiet. Critics claim a blessing {0}. Joe Tar was arrested."
)


@pytest.fixture(scope="module")
def many() -> Comparison:
    """Fifty articles without a topic."""
    return compare_articles([Article(f"a{at}", f"Outlet {at % 20}", "Smoke", TEXT.format(at)) for at in range(MANY)])


def test_every_link_leads_to_a_paragraph(compared: Comparison) -> None:
    """What names, deeds and first words link to is a paragraph of the page, and the one that holds the passage."""
    page = render_html(compared)
    anchors = set(re.findall(r'id="(a[0-9a-f]{6}-\d+)"', page))
    linked = set(re.findall(r'href="#(a[0-9a-f]{6}-\d+)"', page))
    assert linked and linked <= anchors
    article = compared.articles[1].article_id
    zones = compared.zones[compared.zones["article"] == article]
    last = zones.iloc[-1]
    assert make_anchors(compared).link(article, int(last["end"]) - 1) == f"#{name_anchor(article, last['start'])}"


def test_counts_and_notes_of_frames_agree(compared: Comparison) -> None:
    """Behind every count of frames by voice stand as many notes."""
    cells = [cell for table in make_frame_tables(compared) for row in table.rows for cell in row.cells]
    assert sum(cell.n for cell in cells) > 50
    assert all(cell.n == len(cell.notes) for cell in cells)


def test_sentences_need_evidence(compared: Comparison) -> None:
    """A sentence is said only of a frame with five pieces of evidence."""
    for table in make_frame_tables(compared):
        for row in table.rows:
            assert bool(row.said) == (sum(cell.n for cell in row.cells[:4]) >= 5)


def test_group_scores_shown_are_carried(compared: Comparison) -> None:
    """Scores of groups with too little evidence, and of pronouns, are not shown."""
    rows, n_too_little = make_group_scores(compared)
    assert all(row.n >= 5 and "they" not in row.group for row in rows)
    assert n_too_little > 0


def test_speaking_says_every_article(compared: Comparison) -> None:
    """Every article has its shares, sources, first and last word."""
    n = len(compared.articles)
    assert len(make_shares(compared)) == len(make_speakers(compared)) == len(make_first_last(compared)) == len(make_unquoted(compared)) == n
    assert all(abs(sum(bar.share for bar in row.bars) - 1) < 1e-9 for row in make_shares(compared))


def test_names_of_one_referent_stand_in_one_row(many: Comparison) -> None:
    """An actor with two names is a row with what each outlet calls it and how often."""
    row = next(row for row in make_naming_rows(compare_articles([Article("a", "One", "", "Ana Brook came. Brook left. Brook sang.")])))
    assert row.label == "Ana Brook"
    assert [(called.name, called.n) for called in row.cells[0].own] == [("Brook", 2), ("Ana Brook", 1)]


def test_deeds_stand_under_doer_and_done_to(many: Comparison) -> None:
    """Iran attacks; of an arrest without a doer the one arrested is told."""
    rows = {row.group: row for row in make_agency_rows(many)}
    deeds = [deed for row in rows.values() for deed in row.does.shown]
    assert any(deed.doer == "Iran" and deed.text == "attacked" for deed in deeds)
    unnamed = [deed for row in rows.values() for deed in row.unnamed.shown]
    assert any(deed.done_to == "Joe Tar" and deed.text == "arrested" for deed in unnamed)
    assert max(len(row.does.shown) for row in rows.values()) <= 12 and max(row.does.more for row in rows.values()) > 0


def test_many_articles_stay_readable(many: Comparison) -> None:
    """With fifty articles no table has a column an article, and the page is whole."""
    page = render_html(many)
    assert max(len(re.findall("<th ", row)) for row in re.findall(r"<thead>.*?</thead>", page)) <= 8
    assert all(row.label == "" for row in make_cue_rows(many))
    assert "## What they are called" in render_markdown(many)


def test_voices_are_marked_in_the_text(many: Comparison) -> None:
    """Speech of a named source, of unnamed people, and quotation marks are told apart by class, and by a title."""
    classes = {one.classes for own in find_stretches(many).values() for one in own}
    assert {"said named", "said unnamed", "quoted"} <= classes
    page = render_html(many)
    assert 'class="said named quoted"' in page and "Officials: said (neutral), indirect" in page


def test_a_source_that_is_not_verbatim_stops_the_report(many: Comparison) -> None:
    """Sources, cues and contents are checked like evidence."""
    table = many.tables["attributions"].copy()
    table.loc[0, "source"] = "Somebody else"
    broken = replace(many, tables=many.tables | {"attributions": table})
    with pytest.raises(FramingError, match="Somebody else"):
        check_passages(broken)
