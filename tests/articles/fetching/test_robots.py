"""What a robots.txt allows, and how long it asks to wait."""

import pytest

from framing.articles.fetching.robots import LONGEST_WAIT, fits, read_robots

RULES = """
User-agent: other
Disallow: /

User-agent: *
Disallow: /private   # not here
Allow: /private/open
Disallow: /*.pdf$
Disallow: /*?print=
Crawl-delay: 2.5
Sitemap: https://example.org/map.xml
"""


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/", True), ("/news", True), ("/private", False), ("/private/1", False), ("/private/open/1", True),
        ("/a.pdf", False), ("/a.pdf?x=1", True), ("/a?print=1", False),
    ],
)  # fmt: skip
def test_the_longest_rule_decides(path: str, allowed: bool) -> None:
    """Of the rules for everybody the longest that fits counts; * stands for anything and $ for the end."""
    assert read_robots(RULES).allows(path) is allowed


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("", True), ("Disallow: /", True), ("User-agent: *\nDisallow:", True), ("User-agent: *\nDisallow: /", False),
        ("User-agent: framing\nDisallow: /\n\nUser-agent: *\nAllow: /", False), ("User-agent: *\nDisallow: /\n\nUser-agent: Framing\nAllow: /", True),
        ("User-agent: a\nUser-agent: *\nDisallow: /", False), ("User-agent: *\nDisallow: /\nAllow: /", True), ("\x00\xff: nonsense\nno colon", True),
        ("User-agent: *\nDisallow: /a\n\nUser-agent: *\nDisallow: /", False),
    ],
)
def test_groups(text: str, allowed: bool) -> None:
    """The groups that name us count, else those for everybody; a rule without an agent, or an empty one, forbids nothing."""
    assert read_robots(text).allows("/page") is allowed


@pytest.mark.parametrize(("value", "seconds"), [("3", 3.0), ("0.5", 0.5), ("100000", LONGEST_WAIT), ("soon", 0.0), ("-1", 0.0), ("1e9", 0.0)])
def test_wait(value: str, seconds: float) -> None:
    """A number of seconds is kept, a minute at most; anything else asks for nothing."""
    assert read_robots(f"User-agent: *\nCrawl-delay: {value}").wait == seconds


def test_hostile_patterns_take_no_time() -> None:
    """A pattern of a hundred thousand stars is decided at once."""
    assert fits("/" + "*a" * 100_000 + "$", "/" + "a" * 100_000)
    assert not fits("/" + "*a" * 50_000 + "b$", "/" + "a" * 100_000)
