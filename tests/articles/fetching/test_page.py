"""One page from a server that behaves badly: every fault in one line, nothing endless."""

from typing import Any

import pytest

from framing.articles.fetching.page import Limits, Page, fetch_page
from framing.errors import FramingError

LIMITS = Limits(seconds=2, seconds_in_all=4, n_bytes=1_000_000, allow_private=True)


def fetch(server: Any, path: str, limits: Limits = LIMITS) -> Page:
    """Fetch a page of the server, which allows everything."""
    return fetch_page(f"{server.home}/{path}", limits, lambda target: None)


def test_a_page(server: Any) -> None:
    """A page comes with its type and letters; the request says who asks and asks for the host by its name."""
    page = fetch(server, "bare.html", Limits(allow_private=True, contact="desk@example.org"))
    assert (page.status, page.content_type, page.charset) == (200, "text/html", "utf-8")
    assert b"Boat is late" in page.data
    asked = server.headers[0]
    assert asked["User-Agent"].startswith("framing/") and asked["User-Agent"].endswith("; desk@example.org)")
    assert asked["Host"] == server.home.removeprefix("http://")
    assert not {"Cookie", "Authorization", "Referer"} & set(asked)


def test_a_packed_page(server: Any) -> None:
    """A gzipped page is unpacked."""
    assert fetch(server, "packed").data == fetch(server, "bare.html").data


def test_redirects_are_followed(server: Any) -> None:
    """The page a redirect leads to comes under its own address."""
    assert fetch(server, "moved").url == f"{server.home}/newsarticle.html"


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("loop", "redirects more than 5 times"), ("to_file", "http:// and https:// are allowed"), ("bomb", "larger than 1,000,000 bytes"),
        ("endless", "larger than 1,000,000 bytes"), ("brotli", "packed as 'br'"), ("broken_gzip", "cannot be fetched"), ("cut", "broke off"),
        ("headers", "cannot be fetched"),
    ],
)  # fmt: skip
def test_bad_manners(server: Any, path: str, said: str) -> None:
    """Loops, bombs, endless pages and headers, broken packing and broken connections end in one line that names the address."""
    with pytest.raises(FramingError) as caught:
        fetch(server, path)
    (fault,) = caught.value.faults
    assert said in fault.what
    assert "\n" not in str(fault)


@pytest.mark.parametrize(("path", "said"), [("silent", "did not answer within 0.2 seconds"), ("slow", "took longer than 0.5 seconds in all")])
def test_slow_pages_are_given_up(server: Any, path: str, said: str) -> None:
    """A server that says nothing, and one whose bytes trickle so that each alone is in time, are both given up."""
    with pytest.raises(FramingError, match=said):
        fetch(server, path, Limits(seconds=0.2, seconds_in_all=0.5, allow_private=True))


def test_private_addresses_are_refused_before_anything_is_asked(server: Any) -> None:
    """Without leave no request reaches a server of this computer."""
    with pytest.raises(FramingError, match="not public"):
        fetch(server, "bare.html", Limits())
    assert server.asked == []


def test_each_redirect_is_checked_anew(server: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """A public page that leads to a private address leads nowhere: the address is checked after each redirect."""
    from framing.articles.fetching import addresses

    checked: list[str] = []

    def first_only(address: str) -> bool:
        checked.append(address)
        return len(checked) == 1

    monkeypatch.setattr(addresses, "is_public", first_only)
    with pytest.raises(FramingError, match="not public"):
        fetch(server, "moved", Limits())
    assert server.asked == ["/moved"]


def test_the_connection_goes_to_the_address_that_was_checked(server: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """The name is looked up once: what it answers a second time (DNS rebinding) is never asked."""
    import socket

    looked_up: list[object] = []
    real = socket.getaddrinfo

    def look_up(host: str, port: int, *rest: Any, **more: Any) -> Any:
        looked_up.append(host)
        return real("127.0.0.1" if host == "turns.example" else host, port, *rest, **more)

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    url = server.home.replace("127.0.0.1", "turns.example")
    assert fetch_page(f"{url}/bare.html", LIMITS, lambda target: None).status == 200
    assert looked_up.count("turns.example") == 1


def test_a_server_that_is_not_there() -> None:
    """A port nobody listens on is said in one line."""
    with pytest.raises(FramingError, match="cannot be fetched"):
        fetch_page("http://127.0.0.1:9/", LIMITS, lambda target: None)
