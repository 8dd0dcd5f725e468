"""Which addresses may be fetched: http and https to public hosts, checked on the very address that is connected to."""

import ipaddress
import socket
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import quote, urlsplit

from framing.errors import make_error

PORTS: Final = {"http": 80, "https": 443}
LONGEST_URL: Final = 2_000
SAFE: Final = "/%:=&?~#+!$,;'@()*[]-._"
SHARED: Final = ("100.64.0.0/10", "192.0.0.0/24", "64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32")
"""Ranges that lead into networks of others, or wrap an address of the older kind: refused, though some of them count as public."""


@dataclass(frozen=True)
class Target:
    """A checked URL: its parts, and the numeric addresses that may be connected to."""

    url: str
    scheme: str
    host: str
    port: int
    path: str
    addresses: tuple[str, ...] = ()

    @property
    def origin(self) -> str:
        """Scheme, host and port: what one robots.txt speaks for."""
        return f"{self.scheme}://{self.netloc}"

    @property
    def netloc(self) -> str:
        """Host and port as a request names them."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"


def read_url(url: str) -> Target:
    """Take a URL apart; raises FramingError unless it is an http or https address with a host and without a password.

    >>> read_url("http://Example.org/a b#part").url
    'http://example.org/a%20b'
    """
    shown = url[:200]
    try:
        parts = urlsplit(url.strip())
        named = (parts.hostname or "").rstrip(".")
        port, host = parts.port, named if is_number(named) else named.encode("idna").decode()
    except (ValueError, UnicodeError) as error:
        raise make_error(shown, f"is no URL that can be read: {error}") from error
    if parts.scheme not in PORTS or not host:
        raise make_error(shown, "is no address that can be fetched; http:// and https:// are allowed")
    if parts.username or parts.password:
        raise make_error(shown.rpartition("@")[2], "holds a user name or password; addresses without are allowed")
    if len(url) > LONGEST_URL:
        raise make_error(shown, f"is too long: {len(url):,} characters; at most {LONGEST_URL:,} are allowed")
    path = quote(parts.path or "/", safe=SAFE) + (f"?{quote(parts.query, safe=SAFE)}" if parts.query else "")
    target = Target("", parts.scheme, host, port or PORTS[parts.scheme], path)
    return replace(target, url=target.origin + path)


def is_number(host: str) -> bool:
    """Tell whether a host is a numeric address."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def is_public(address: str) -> bool:
    """Tell whether a numeric address is a public one: not private, loopback, link-local (clouds keep their metadata there), shared or reserved.

    >>> [is_public(one) for one in ("93.184.216.34", "127.0.0.1", "169.254.169.254", "::ffff:10.0.0.1", "100.64.0.1")]
    [True, False, False, False, False]
    """
    ip = ipaddress.ip_address(address.split("%", maxsplit=1)[0])
    plain = ip.ipv4_mapped if isinstance(ip, ipaddress.IPv6Address) and ip.ipv4_mapped else ip
    return plain.is_global and not plain.is_multicast and not any(plain in ipaddress.ip_network(net) for net in SHARED)


def resolve_address(target: Target, *, allow_private: bool) -> Target:
    """Find the numeric address of a target's host; raises FramingError where the host is unknown or any of its addresses is not public.

    The connection is made to the address checked here and the name is not looked up again, so that it cannot change in between.
    """
    try:
        found = socket.getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise make_error(target.url, f"host {target.host!r} is not known: {getattr(error, 'strerror', error)}") from error
    addresses = list(dict.fromkeys(str(info[4][0]) for info in found))
    private = [address for address in addresses if not is_public(address)]
    if (private or not addresses) and not allow_private:
        what = f"leads to an address that is not public: {(private or ['none'])[0]}; allow it with --allow-private if this is your own server"
        raise make_error(target.url, what)
    return replace(target, addresses=tuple(addresses))
