"""The report's pieces in a notebook: the same figures as on the page, everything escaped."""

import re

import pytest
from markupsafe import escape

import framing
from framing.comparison.comparison import Comparison


def test_pieces_show_what_the_page_shows(compared: Comparison) -> None:
    """Axis plots are drawn, the matrix has a column an article, the overview its findings."""
    axes, matrix, overview = (show(compared)._repr_html_() for show in (framing.show_axes, framing.show_coverage, framing.show_overview))
    assert axes.count("<svg") >= 1 and ".framing-piece {" in axes
    assert all(article.outlet in matrix for article in compared.articles) and "●" in matrix
    assert "<li><strong>" in overview


def test_parts_of_the_written_report_show_themselves(compared: Comparison, untopical: Comparison, hostile: Comparison) -> None:
    """Headlines, speakers, names, figures that differ and evidence come as headings, lists and tables; without a topic that is said."""
    headlines, evidence = framing.show_headlines(compared)._repr_html_(), framing.show_evidence(compared)._repr_html_()
    assert all(str(escape(headline)) in headlines for headline in compared.tables["articles"]["headline"])
    assert "<caption>" in headlines and "<li>" in evidence
    assert "Who speaks" in framing.show_speakers(compared)._repr_html_() and "What they are called" in framing.show_names(compared)._repr_html_()
    assert all(str(escape(what)) in framing.show_differing(compared)._repr_html_() for what in compared.tables["conflicts"]["what"])
    assert "None was found." in framing.show_differing(hostile)._repr_html_()
    assert "No topic was named" in framing.show_evidence(untopical)._repr_html_()


@pytest.mark.parametrize("name", [name for name in framing.__all__ if name.startswith("show_")])
def test_hostile_names_stay_text(name: str, hostile: Comparison, untopical: Comparison) -> None:
    """Names and texts are escaped in every piece, and every piece shows itself whatever the comparison lacks."""
    assert not re.search("<(script|img|b>|svg onload)", getattr(framing, name)(hostile)._repr_html_())
    assert "framing-piece" in getattr(framing, name)(untopical)._repr_html_()
