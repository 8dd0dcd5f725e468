"""The report's pieces in a notebook: the same figures as on the page, everything escaped."""

import framing
from framing.comparison.comparison import Comparison


def test_pieces_show_what_the_page_shows(compared: Comparison) -> None:
    """Axis plots are drawn, the matrix has a column an article, the overview its findings."""
    axes, matrix, overview = (show(compared)._repr_html_() for show in (framing.show_axes, framing.show_coverage, framing.show_overview))
    assert axes.count("<svg") >= 1 and ".framing-piece {" in axes
    assert all(article.outlet in matrix for article in compared.articles) and "●" in matrix
    assert "<li><strong>" in overview


def test_hostile_names_stay_text(hostile: Comparison) -> None:
    """Names and texts are escaped in every piece."""
    for show in (framing.show_axes, framing.show_coverage, framing.show_overview):
        assert "<script" not in show(hostile)._repr_html_()
