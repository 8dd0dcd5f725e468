"""The sentence each section opens with: it says what the section's figure shows, and nothing where there is nothing to say."""

import re

from framing.articles.article import Corpus
from framing.comparison.comparison import Comparison, compare_articles
from framing.report.html import make_page, render_html
from framing.report.leads import lead_intake, lead_readings, lead_selection, lead_speaking
from framing.report.speaking import make_shares
from tests.report.conftest import TOPIC


def test_every_section_with_a_figure_opens_with_a_sentence(compared: Comparison) -> None:
    """All leads of the shipped event are whole sentences, and stand on the page."""
    leads = make_page(compared)["leads"]
    assert isinstance(leads, dict) and len(leads) == 13
    page = render_html(compared)
    assert all(said.endswith(".") and len(said) < 260 for said in leads.values())
    assert page.count('<p class="lead-in">') >= 13


def test_most_and_fewest_words_of_others_are_those_of_the_table(compared: Comparison) -> None:
    """The two shares named are the largest and the smallest of the table."""
    shares = make_shares(compared)
    named = [int(one) for one in re.findall(r"(\d+) %", lead_speaking(shares))]
    assert named == [round(100 * one([row.attributed for row in shares])) for one in (max, min)]


def test_one_article_is_not_set_against_others(seeds: Corpus) -> None:
    """With one article no sentence says more or fewer than the others."""
    leads = make_page(compare_articles(seeds.articles[:1], TOPIC))["leads"]
    assert isinstance(leads, dict)
    assert leads["speaking"] == leads["selection"] == leads["frames"] == ""


def test_nothing_found_is_said_plainly() -> None:
    """No rows make no sentence, or one that says so."""
    assert lead_readings([]) == "" and lead_selection([]) == "" and lead_intake([]) == "Nothing was found."
