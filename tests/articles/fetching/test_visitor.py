"""Many pages politely: robots.txt first and once, a pause between two pages of a host."""

from typing import Any

import pytest

from framing.articles.fetching.page import Limits
from framing.articles.fetching.visitor import Visitor
from framing.errors import FramingError


@pytest.fixture
def visitor() -> Visitor:
    """A visitor that may go to this computer and only notes how long it would sleep."""
    slept: list[float] = []
    one = Visitor(Limits(seconds=2, seconds_in_all=5, allow_private=True), pause=5.0, sleep=slept.append)
    one.slept = slept  # type: ignore[attr-defined]
    return one


def test_robots_is_asked_first_and_once(server: Any, visitor: Visitor) -> None:
    """The rules of a host are asked for before its first page and then known."""
    visitor.fetch(f"{server.home}/bare.html")
    visitor.fetch(f"{server.home}/amp.html")
    assert server.asked == ["/robots.txt", "/bare.html", "/amp.html"]


@pytest.mark.parametrize("path", ["private/1.html", "to_private"])
def test_what_robots_forbids_is_not_asked_for(server: Any, visitor: Visitor, path: str) -> None:
    """A forbidden page is not fetched, be it named or the end of a redirect."""
    with pytest.raises(FramingError, match=r"robots\.txt does not allow it"):
        visitor.fetch(f"{server.home}/{path}")
    assert "/private/1.html" not in server.asked


@pytest.mark.parametrize(("status", "allowed"), [(404, True), (403, True), (500, False), (503, False)])
def test_a_host_without_robots(server: Any, visitor: Visitor, status: int, allowed: bool) -> None:
    """Where there is none everything is allowed; where the server fails nothing is."""
    server.robots = (status, "")
    if allowed:
        assert visitor.fetch(f"{server.home}/bare.html").status == 200
    else:
        with pytest.raises(FramingError, match="does not allow"):
            visitor.fetch(f"{server.home}/bare.html")


def test_a_pause_between_two_pages_of_a_host(server: Any, visitor: Visitor) -> None:
    """Each request to a host but the first waits for the pause."""
    visitor.fetch(f"{server.home}/bare.html")
    slept = visitor.slept  # type: ignore[attr-defined]
    assert len(slept) == 1 and 0 < slept[0] <= 5.0


def test_robots_can_ask_for_a_longer_pause(server: Any, visitor: Visitor) -> None:
    """A crawl delay stands over our own pause where it is longer."""
    server.robots = (200, "User-agent: *\nCrawl-delay: 30")
    visitor.fetch(f"{server.home}/bare.html")
    assert 5.0 < visitor.slept[-1] <= 30.0  # type: ignore[attr-defined]


@pytest.mark.parametrize("path", ["none-such.html"])
def test_errors_of_the_server(server: Any, visitor: Visitor, path: str) -> None:
    """A page that is not there is no article."""
    with pytest.raises(FramingError, match="status 404"):
        visitor.fetch(f"{server.home}/{path}")


def test_a_dead_host_is_asked_once(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    """A host whose robots.txt cannot be reached is not asked again for every page."""
    from framing.articles.fetching import visitor as module

    calls: list[str] = []
    real = module.fetch_page

    def count(url: str, *rest: Any) -> Any:
        calls.append(url)
        return real(url, *rest)

    monkeypatch.setattr(module, "fetch_page", count)
    for name in ("a", "b"):
        with pytest.raises(FramingError, match=r"robots\.txt cannot be"):
            visitor.fetch(f"http://127.0.0.1:9/{name}")
    assert calls.count("http://127.0.0.1:9/robots.txt") == 1
