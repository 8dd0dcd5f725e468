"""The lines between --- at the top of a file."""

import pytest

from framing.articles.front_matter import read_front_matter

GOOD = "---\noutlet: The Jetty\nheadline: 'Ferry: late again'\n---\nIt came at nine."


def test_fields_are_strings() -> None:
    """Dates, numbers and yes stay the strings that were written; names are folded to small letters."""
    front = read_front_matter("---\npublished: 2024-01-27\nid: 007\nFictional: yes\n---\nText")
    assert front.values == {"published": "2024-01-27", "id": "007", "fictional": "yes"}


@pytest.mark.parametrize("text", [GOOD, GOOD.replace("\n", "\r\n"), GOOD.replace("---\n", "---  \n")])
def test_the_text_begins_after_the_second_line(text: str) -> None:
    """What stands after the closing line is the article, whatever the line ends."""
    front = read_front_matter(text)
    assert (front.values["headline"], text[front.text_start :], front.wrong) == ("Ferry: late again", "It came at nine.", "")


@pytest.mark.parametrize("text", ["", "It came at nine.", "--- \nfirst a dash, no fields\nthen text", "text\n---\noutlet: x\n---\n"])
def test_a_text_without_front_matter_is_all_text(text: str) -> None:
    """Dashes elsewhere than round fields at the top are text, and no fault."""
    assert read_front_matter(text) == ({}, 0, "")


@pytest.mark.parametrize(
    "text",
    [
        "---\noutlet: The Jetty\n\nIt came at nine.\n",
        pytest.param(
            "---\r\noutlet: The Jetty\r\n\r\nIt came at nine.\r\n" 
        ),
    ],
    ids=["lf", "crlf"],
)
def test_unclosed_front_matter_is_said_and_kept(text: str) -> None:
    """Where the closing line is missing, the whole file is the text and the fault says so."""
    front = read_front_matter(text)
    assert (front.values, front.text_start) == ({}, 0)
    assert "not closed" in front.wrong


def test_broken_front_matter_names_its_line() -> None:
    """What YAML cannot read is read line by line, with a fault that names the line, and the article begins after it all the same."""
    text = "---\noutlet: The Jetty\nheadline: [late\n---\nIt came at nine."
    front = read_front_matter(text)
    assert front.values == {"outlet": "The Jetty", "headline": "[late"}
    assert "not well formed (line " in front.wrong
    assert text[front.text_start :] == "It came at nine."


@pytest.mark.parametrize("inner", ["- a\n- b\n", "just words\n", "42\n"])
def test_front_matter_without_fields_is_a_fault(inner: str) -> None:
    """A list or a plain value between the lines holds no fields."""
    assert "holds no fields" in read_front_matter(f"---\n{inner}---\nText").wrong


def test_a_list_in_a_field_is_passed_over() -> None:
    """Fields whose value is no plain text are left out; the others stand."""
    front = read_front_matter("---\noutlet: The Jetty\ntags:\n  - sea\n  - boats\n---\nText")
    assert (front.values, front.wrong) == ({"outlet": "The Jetty"}, "")


def test_yaml_can_make_nothing_but_strings() -> None:
    """A tag that would build a Python object is a value like any other or a fault; nothing is run."""
    front = read_front_matter("---\noutlet: !!python/object/apply:os.getcwd []\n---\nText")
    assert front.values == {}
