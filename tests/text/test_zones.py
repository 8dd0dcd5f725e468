"""Zones of pages: what is headline, caption, body or furniture, on small pages written for these tests."""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest

Layout = Callable[..., list[Any]]
BODY = (
    "The ferry company will stop its night crossings in March, its owner said on Monday.\n\n"
    "Islanders who work late shifts at the cannery asked the council to step in.\n\n"
    "The council said it would look at the figures before it spoke to anyone.\n\n"
)
HEADLINE = "Ferry company cuts night crossings to the island"


def names(layout: list[Any]) -> list[str]:
    """Return the zone names of a layout in order."""
    return [zone.name for zone in layout]


def find(layout: list[Any], name: str) -> list[str]:
    """Return the texts of one zone."""
    return [zone.text for zone in layout if zone.name == name]


def test_zones_cover_every_letter(find_layout: Layout) -> None:
    """Segments stand in order, do not overlap, and leave out nothing but blanks."""
    page = f"Politics\n\n{HEADLINE}\n\nBy Ana Brook\n\nGULL BAY (AP) — {BODY}Show More\n"
    layout = find_layout(page)
    assert all(before.end <= after.start for before, after in pairwise(layout))
    assert "".join("".join(zone.text.split()) for zone in layout) == "".join(page.split())


def test_a_whole_page(find_layout: Layout) -> None:
    """Section, headline, standfirst, caption and its copy, byline, body, crosshead and furniture are told apart."""
    caption = "The ferry Tern lies at the quay in Gull Bay on a grey morning in February. [Cy Dorn/Bay Pictures]"
    standfirst = "Islanders fear for their jobs as the last boat will leave at six in the evening"
    top = f"Economy\n\n{HEADLINE}\n\n{standfirst}\n\n{caption}\n{caption}\n\nBy Ana Brook |\n\n"
    page = f"{top}{BODY}What comes next\n\n{BODY}Show More\n\nRelated Articles\n"
    layout = find_layout(page, headline=HEADLINE)
    expected = ["section", "headline", "standfirst", "caption", "caption", "byline", *["body"] * 3, "crosshead", *["body"] * 3]
    assert names(layout) == [*expected, "furniture", "furniture"]
    assert [zone.is_copy for zone in layout if zone.name == "caption"] == [False, True]
    assert [zone.is_copy for zone in layout if zone.name == "body"] == [False] * 3 + [True] * 3


@pytest.mark.parametrize("masthead", ["The Gull Bay Post", "THE GULL BAY POST", "www.gullbaypost.example", "gullbaypost.example"])
@pytest.mark.parametrize("day", ["16 October 2024, 06:30", "Wednesday, Oct. 16, 2024 at 6.30 am", "Updated: 16 Oct 2024", "06:30, 16 Oct 2024"])
def test_a_masthead(find_layout: Layout, masthead: str, day: str) -> None:
    """A first line that is the outlet's name or site is furniture, the headline below it is found, and a day with its time is a date."""
    page = f"{masthead}\nFreight and people\n\n{HEADLINE}\n\nBy Ana Brook\n{day}\n\n{BODY}"
    layout = find_layout(page, outlet="The Gull Bay Post", url="https://www.gullbaypost.example/news/1")
    assert names(layout) == ["furniture", "section", "headline", "byline", "dateline", *["body"] * 3]
    assert find(layout, "headline") == [HEADLINE]


def test_a_headline_that_is_the_outlets_name(find_layout: Layout) -> None:
    """Where the known headline is the outlet's name, it stays the headline."""
    layout = find_layout(f"The Gull Bay Post\n\n{BODY}", outlet="The Gull Bay Post", headline="The Gull Bay Post")
    assert names(layout)[0] == "headline"


def test_a_standfirst_below_the_byline(find_layout: Layout) -> None:
    """A line without a full stop between byline and body is the standfirst, unless there is one above already."""
    standfirst = "Islanders fear for their jobs as the last boat will leave at six in the evening"
    below = f"By Ana Brook\n\n{standfirst}\n\n{BODY}"
    assert names(find_layout(f"{HEADLINE}\n\n{below}", headline=HEADLINE))[:4] == ["headline", "byline", "standfirst", "body"]
    two = find_layout(f"{HEADLINE}\n\nThe council wants to see the figures before it decides\n\n{below}", headline=HEADLINE)
    assert names(two).count("standfirst") == 1


@pytest.mark.parametrize(
    ("known", "line"),
    [
        (HEADLINE, HEADLINE),
        ("Ferry’s owner cuts “night crossings”", "Ferry's owner cuts \"night crossings\""),
        ("Ferry's owner cuts night crossings", "Ferry’s owner cuts night crossings"),
        (HEADLINE, "Fеrry cоmpany cuts night crоssings to the island"),
        (HEADLINE, HEADLINE.upper()),
    ],
)
def test_a_known_headline_is_found(find_layout: Layout, known: str, line: str) -> None:
    """Marks, look-alike letters and capitals do not hide the headline; what stands above is no headline."""
    layout = find_layout(f"Economy\n\n{line}\n\n{BODY}", headline=known)
    assert names(layout)[:3] == ["section", "headline", "body"]


@pytest.mark.parametrize("line", [HEADLINE, "Who will sail to the island at night?"])
def test_an_unknown_headline_is_guessed(find_layout: Layout, line: str) -> None:
    """The first short line without a full stop, or a question, above the text is the headline."""
    assert names(find_layout(f"{line}\n\n{BODY}"))[:2] == ["headline", "body"]


def test_a_section_label_above_a_guessed_headline(find_layout: Layout) -> None:
    """A line of a few words above a longer one is a label."""
    assert names(find_layout(f"Bay Life\n\n{HEADLINE}\n\n{BODY}"))[:3] == ["section", "headline", "body"]


def test_a_headline_that_is_not_in_the_text_stands_before_it(find_layout: Layout) -> None:
    """It is put first and is the headline; all of the text is body."""
    layout = find_layout(BODY, headline="Night boats to end")
    assert names(layout) == ["headline", "body", "body", "body"]
    assert layout[0].text == "Night boats to end"


def test_a_text_without_headline_is_all_body(find_layout: Layout) -> None:
    """Where the first paragraph is a sentence, nothing is guessed."""
    assert names(find_layout(BODY)) == ["body"] * 3




@pytest.mark.parametrize(
    "line",
    [
        "Tuesday, February 06, 2024", "6 February 2024", "6th February 2024", "Feb. 6, 2024", "2024-02-06", "06/02/2024",
        pytest.param("February 6th, 2024"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("place", ["above", "below"])
def test_a_date_line(find_layout: Layout, line: str, place: str) -> None:
    """A line that is a date, above or below the headline, is a date line."""
    page = f"{line}\n\n{HEADLINE}\n\n{BODY}" if place == "above" else f"{HEADLINE}\n\n{line}\n\n{BODY}"
    assert find(find_layout(page, headline=HEADLINE), "dateline") == [line]


@pytest.mark.parametrize("line", ["By Ana Brook", "By Ana Brook and Cy Dorn |", "News Desk - Gull Bay Post", "By: Ana Brook", "Staff Writer"])
def test_a_byline(find_layout: Layout, line: str) -> None:
    """Lines that name who wrote it, below the headline."""
    assert find(find_layout(f"{HEADLINE}\n\n{line}\n\n{BODY}", headline=HEADLINE), "byline") == [line]


def test_a_known_byline_of_any_shape(find_layout: Layout) -> None:
    """A line that is the known byline is one, though nothing in it says so."""
    layout = find_layout(f"{HEADLINE}\n\nAna Brook, Cy Dorn\n\n{BODY}", headline=HEADLINE, byline="Ana Brook, Cy Dorn")
    assert find(layout, "byline") == ["Ana Brook, Cy Dorn"]


def test_a_known_byline_with_its_date(find_layout: Layout) -> None:
    """The known byline and a date in one line are a byline."""
    layout = find_layout(f"{HEADLINE}\n\nAna Brook, 3 February 2024, 18:30\n\n{BODY}", headline=HEADLINE, byline="Ana Brook")
    assert find(layout, "byline") == ["Ana Brook, 3 February 2024, 18:30"]


@pytest.mark.parametrize("text", ["By night the boats lie still.", "By Monday the owner had gone to the mainland."])
def test_a_sentence_that_begins_with_by_is_body(find_layout: Layout, text: str) -> None:
    """A byline does not end in a full stop."""
    assert text in find(find_layout(f"{HEADLINE}\n\n{text}\n\n{BODY}", headline=HEADLINE), "body")


def test_a_standfirst_stands_between_headline_and_byline(find_layout: Layout) -> None:
    """A sentence between the headline and a byline is no body."""
    standfirst = "The last boat will leave at six, the owner says, and islanders want to know why."
    layout = find_layout(f"{HEADLINE}\n\n{standfirst}\n\nBy Ana Brook\n\n{BODY}", headline=HEADLINE)
    assert find(layout, "standfirst") == [standfirst]


def test_the_first_sentence_is_no_standfirst(find_layout: Layout) -> None:
    """Without a byline or a missing full stop the first paragraph is body."""
    assert find(find_layout(f"{HEADLINE}\n\n{BODY}", headline=HEADLINE), "standfirst") == []


@pytest.mark.parametrize(
    "line",
    [
        "The ferry Tern at the quay in Gull Bay, February 3. [Bay Pictures]",
        "The ferry Tern at the quay in Gull Bay (Photo credit: Bay Pictures)",
        "Photo by Cy Dorn",
        "A file photo of the ferry Tern taken at the quay",
        "The ferry Tern at the quay yesterday morning. Picture: Gull Bay Post",
    ],
)
def test_a_caption(find_layout: Layout, line: str) -> None:
    """A credit in square brackets or a listed phrase makes a caption, wherever it stands."""
    first, rest = BODY.split("\n\n", 1)
    assert find(find_layout(f"{HEADLINE}\n\n{first}\n\n{line}\n\n{rest}", headline=HEADLINE), "caption") == [line]


@pytest.mark.parametrize(
    "text", ["The owner called it a [difficult] choice.", "Nobody, he said, had asked [the islanders].", "The ship was built abroad [1]"]
)
def test_square_brackets_in_a_sentence_make_no_caption(find_layout: Layout, text: str) -> None:
    """An insertion, an insertion at the end and a footnote's number are no credit."""
    assert find(find_layout(f"{BODY}{text}\n\n{BODY}"), "caption") == []


@pytest.mark.parametrize(
    "line", ["What the figures say", "1. More boats by day", "2. An end to the subsidy:", "Boats, cars", "‘ALL WE HAD’", "“Boats and nets”"]
)
def test_a_crosshead(find_layout: Layout, line: str) -> None:
    """Short lines between paragraphs, numbered or not, are crossheads."""
    assert find(find_layout(f"{HEADLINE}\n\n{BODY}{line}\n\n{BODY}", headline=HEADLINE), "crosshead") == [line]


@pytest.mark.parametrize("line", ["He laughed.", "“Not a chance!”", "But why?"])
def test_a_short_sentence_is_no_crosshead(find_layout: Layout, line: str) -> None:
    """A line that ends a sentence is body."""
    assert find(find_layout(f"{HEADLINE}\n\n{BODY}{line}\n\n{BODY}", headline=HEADLINE), "crosshead") == []


@pytest.mark.parametrize(
    ("dateline", "rest"),
    [
        ("WASHINGTON, D.C. — ", "The island's senator met the ferry's owner."),
        ("BAGHDAD (AP) — ", "The river was high for the season."),
        ("GULL BAY, Feb 6 (Reuters) - ", "The ferry company will stop its night boats."),
        pytest.param(
            "GULL BAY, Feb. 6 (AP) — ",
            "The ferry company will stop its night boats." 
        ),
        ("Gull Bay (AP) — ", "The ferry company will stop its night boats."),
        ("OSLO – ", "The island's senator met the ferry's owner."),
    ],
)
def test_a_dateline_is_cut_from_the_first_paragraph(find_layout: Layout, dateline: str, rest: str) -> None:
    """Place and agency before the dash are a segment of their own, the rest of the paragraph is body."""
    layout = find_layout(f"{HEADLINE}\n\n{dateline}{rest}\n\n{BODY}", headline=HEADLINE)
    assert [(zone.name, zone.text) for zone in layout[1:3]] == [("dateline", dateline), ("body", rest)]




@pytest.mark.parametrize(
    "text",
    [
        pytest.param("US forces — 900 of them — left the island on Monday."),
        "The ferry company — an old firm — will stop its boats.",
        pytest.param("NATO said on Monday - as it had before - that the port was safe."),
        "Ana Brook (a councillor) — the only one to speak — left early.",
    ],
)
def test_a_dash_in_the_first_sentence_makes_no_dateline(find_layout: Layout, text: str) -> None:
    """A dash, a bracket or capitals at the start of a sentence alone are no dateline."""
    assert find(find_layout(f"{HEADLINE}\n\n{text}\n\n{BODY}", headline=HEADLINE), "dateline") == []


def test_only_the_first_paragraph_opens_with_a_dateline(find_layout: Layout) -> None:
    """The same words further down are body."""
    assert find(find_layout(f"{HEADLINE}\n\n{BODY}BAGHDAD (AP) — The river was high.", headline=HEADLINE), "dateline") == []


def test_furniture_at_the_end(find_layout: Layout) -> None:
    """Listed lines, and short lines after the last sentence beside them, are furniture."""
    tail = ["No comments:", "Post a Comment", "Captcha *", "Good", "Very good"]
    layout = find_layout(f"{HEADLINE}\n\n{BODY}" + "\n\n".join(tail), headline=HEADLINE)
    assert find(layout, "furniture") == tail


def test_links_with_bars_at_the_end(find_layout: Layout) -> None:
    """A line of links at the page's foot is furniture though it is long."""
    line = "The Gull Bay Post needs all of its readers: join us | Letters to the editor"
    assert find(find_layout(f"{HEADLINE}\n\n{BODY}{line}", headline=HEADLINE), "furniture") == [line]


def test_listed_furniture_between_paragraphs(find_layout: Layout) -> None:
    """A listed line is furniture anywhere on the page."""
    layout = find_layout(f"{HEADLINE}\n\n{BODY}Advertisement\n\n{BODY}", headline=HEADLINE)
    assert find(layout, "furniture") == ["Advertisement"]


def test_a_page_of_furniture_alone(find_layout: Layout) -> None:
    """Where nothing but buttons is left, nothing is body."""
    layout = find_layout("Show More\n\nRelated Articles\n\nBack to top button\n\nNo comments:\n\nPost a Comment\n")
    assert set(names(layout)) == {"furniture"}


@pytest.mark.parametrize(("text", "zone"), [("The boat sank.", "body"), ("Boat sinks", "body"), ("x", "body"), ("!", "body")])
def test_an_article_of_one_line(find_layout: Layout, text: str, zone: str) -> None:
    """One line is body, whether it ends a sentence or not."""
    assert [(one.name, one.text) for one in find_layout(text)] == [(zone, text)]


def test_a_list_of_short_lines_keeps_its_body(find_layout: Layout) -> None:
    """An article whose points are short lines is not swallowed as furniture: those between sentences are read."""
    points = [f"Point {number} of the owner's plan" for number in range(1, 7)]
    layout = find_layout(f"{HEADLINE}\n\n{BODY}" + "\n".join(points) + f"\n\n{BODY}", headline=HEADLINE)
    read = {"body", "crosshead"}
    assert [zone.text for zone in layout if zone.name in read and zone.text in points] == points


def test_an_empty_batch_has_no_zone(lay_out: Callable[..., Any]) -> None:
    """No article, no segment, no error."""
    from framing.text.cleaning import make_batch

    assert len(lay_out(make_batch([])).zone) == 0


@pytest.mark.parametrize("text", ["", "\n\n", " \n \n"])
def test_an_empty_article_has_no_zone(find_layout: Layout, text: str) -> None:
    """Blanks are in no zone."""
    assert find_layout(text) == []


def test_zones_are_the_same_in_a_batch(lay_out: Callable[..., Any]) -> None:
    """An article's zones do not change with its neighbours, empty ones too."""
    from framing.articles.article import Article
    from framing.text.cleaning import make_batch

    pages = [f"{HEADLINE}\n\n{BODY}Show More", "", BODY, "GULL BAY (AP) — It rained.", f"Economy\n\n{HEADLINE}\n\nBy Ana Brook\n\n{BODY}"]
    articles = [Article(str(number), "o", "", page) for number, page in enumerate(pages)]
    together = lay_out(make_batch(articles))
    for number, article in enumerate(articles):
        own = lay_out(make_batch([article]))
        assert together.zone[together.article == number].tolist() == own.zone.tolist()
        assert together.n_words[together.article == number].tolist() == own.n_words.tolist()
