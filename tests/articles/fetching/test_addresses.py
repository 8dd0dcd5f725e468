"""Only http and https to public addresses, and only to the very address that was checked."""

import socket

import pytest

from framing.articles.fetching.addresses import is_public, read_url, resolve_address
from framing.errors import FramingError


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1", "255.255.255.255",
        "192.0.0.192", "::1", "::", "fe80::1%eth0", "fc00::1", "fd00:ec2::254", "::ffff:127.0.0.1", "::ffff:169.254.169.254", "64:ff9b::7f00:1",
        "2002:7f00:1::", "ff02::1",
    ],
)  # fmt: skip
def test_addresses_that_are_not_public(address: str) -> None:
    """Private, loopback, link-local, metadata, shared, multicast and wrapped addresses are none to fetch from."""
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946"])
def test_addresses_that_are_public(address: str) -> None:
    """Addresses of the open internet are."""
    assert is_public(address)


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("file:///etc/passwd", "http:// and https:// are allowed"), ("ftp://example.org/a", "are allowed"), ("javascript:alert(1)", "are allowed"),
        ("http://", "are allowed"), ("http://me:secret@example.org/", "user name or password"), ("http://example.org:99999/", "no URL"),
        ("http://[::1/", "no URL"), ("http://exa mple.org/", "not known"), (f"http://example.org/{'a' * 3000}", "is too long"),
        ("http://a..b/", "no URL"),
    ],
)  # fmt: skip
def test_addresses_that_are_none(url: str, said: str) -> None:
    """Other schemes, passwords, and what cannot be read are refused in one line, without the password."""
    with pytest.raises(FramingError) as caught:
        resolve_address(read_url(url), allow_private=False)
    assert said in str(caught.value)
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    ("url", "plain"),
    [
        ("HTTP://Example.ORG", "http://example.org/"), ("https://example.org:443/a#b", "https://example.org/a"), ("http://example.org:8080", "http://example.org:8080/"),
        ("http://example.org/é?q=ü", "http://example.org/%C3%A9?q=%C3%BC"), ("http://münchen.example/", "http://xn--mnchen-3ya.example/"),
        ("http://[::1]:80/x", "http://[::1]/x"), ("http://example.org/%20a", "http://example.org/%20a"),
    ],
)  # fmt: skip
def test_addresses_are_put_in_one_form(url: str, plain: str) -> None:
    """Capitals, the port everybody knows, fragments and letters beyond ASCII are put as a request names them."""
    assert read_url(url).url == plain


@pytest.mark.parametrize("host", ["localhost", "127.1", "2130706433", "0x7f.1", "[::ffff:127.0.0.1]"])
def test_names_and_numbers_of_this_computer(host: str) -> None:
    """However this computer is written, it is refused unless it is allowed."""
    with pytest.raises(FramingError, match="not public"):
        resolve_address(read_url(f"http://{host}/"), allow_private=False)
    assert resolve_address(read_url(f"http://{host}/"), allow_private=True).addresses


def test_a_name_with_one_private_address_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A host that has a public and a private address is refused as a whole."""
    answers = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 80)) for address in ("93.184.216.34", "10.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: answers)
    with pytest.raises(FramingError, match=r"not public: 10\.0\.0\.1"):
        resolve_address(read_url("http://both.example/"), allow_private=False)
