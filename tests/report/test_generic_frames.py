"""The section on generic frames."""

from framing.comparison.comparison import Comparison
from framing.report.formats.markdown import render_markdown
from framing.report.generic_frames import list_frames, list_words, make_frame_lines
from framing.report.html import render_html


def test_every_article_has_a_line(compared: Comparison) -> None:
    """One line an article, one cell a frame, with the figure of the table."""
    lines = make_frame_lines(compared)
    assert len(lines) == len(compared.articles)
    shown = [cell.n for line in lines for cell in line.cells]
    assert shown == compared.tables["frames"]["count"].tolist()


def test_words_shown_are_those_counted(compared: Comparison) -> None:
    """A cell shows words where it counts some, and none where it counts none."""
    for row in compared.tables["frames"].itertuples():
        assert bool(list_words(compared, str(row.article), str(row.frame))) == (row.count > 0)


def test_page_and_markdown_show_the_section(compared: Comparison, untopical: Comparison) -> None:
    """Every frame is named in both formats, with a topic and without."""
    for comparison in (compared, untopical):
        page, text = render_html(comparison), render_markdown(comparison)
        assert 'id="frames"' in page and "## Generic frames" in text
        assert all(name in page and name in text for name in list_frames())
