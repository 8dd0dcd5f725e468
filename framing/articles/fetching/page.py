"""One page from the web within limits of time, size and redirects."""

import http.client
import socket
import ssl
import threading
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final
from urllib.parse import urljoin

from framing.articles.fetching.addresses import Target, read_url, resolve_address
from framing.errors import FramingError, make_error
from framing.version import __version__

PIECE: Final = 65_536
REDIRECTS: Final = (301, 302, 303, 307, 308)
UNPACKED: Final = ("", "identity", "gzip", "x-gzip", "deflate")


@dataclass(frozen=True)
class Limits:
    """What one page may take: seconds for a connection and each answer, seconds in all, bytes (unpacked), redirects."""

    seconds: float = 15.0
    seconds_in_all: float = 60.0
    n_bytes: int = 20_000_000
    n_redirects: int = 5
    allow_private: bool = False
    contact: str = ""


@dataclass(frozen=True)
class Page:
    """What came back: the last URL after redirects, the status, the bytes, their type and character set as the server gives them ("" for none)."""

    url: str
    status: int
    data: bytes
    content_type: str
    charset: str


class CheckedConnection(http.client.HTTPConnection):
    """A connection to one of the checked addresses of a target, and to no other."""

    def __init__(self, target: Target, limits: Limits) -> None:
        super().__init__(target.host, target.port, timeout=limits.seconds)
        self.target = target

    def connect(self) -> None:
        """Connect to the first address that answers; for https the certificate must be that of the host."""
        *others, last = self.target.addresses
        for address in others:
            try:
                sock = socket.create_connection((address, self.target.port), self.timeout)
                break
            except OSError:
                continue
        else:
            sock = socket.create_connection((last, self.target.port), self.timeout)
        self.sock = ssl.create_default_context().wrap_socket(sock, server_hostname=self.target.host) if self.target.scheme == "https" else sock


def fetch_page(url: str, limits: Limits, allows: Callable[[Target], None]) -> Page:
    """Fetch a page, following redirects; `allows` is asked before each request and raises FramingError where it must not be made.

    Raises FramingError for everything that goes wrong, with the URL it went wrong at.
    """
    target = read_url(url)
    for _ in range(limits.n_redirects + 1):
        allows(target)
        page, location = request_page(resolve_address(target, allow_private=limits.allow_private), limits)
        if not location:
            return page
        target = read_url(urljoin(target.url, location))
    raise make_error(url, f"redirects more than {limits.n_redirects} times; the last is {target.url[:200]}")


def request_page(target: Target, limits: Limits) -> tuple[Page, str]:
    """Make one request: (page, where it redirects to or "")."""
    connection = CheckedConnection(target, limits)
    try:
        connection.connect()
        with end_after(connection, limits.seconds_in_all):
            connection.putrequest("GET", target.path, skip_host=True, skip_accept_encoding=True)
            for name, value in make_headers(target, limits).items():
                connection.putheader(name, value)
            connection.endheaders()
            with connection.getresponse() as response:
                location = response.headers.get("Location", "") if response.status in REDIRECTS else ""
                data = b"" if location else read_body(response, target, limits)
    except TimeoutError as error:
        raise make_error(target.url, f"did not answer within {limits.seconds:g} seconds") from error
    except (OSError, http.client.HTTPException, ValueError, zlib.error) as error:
        said = getattr(error, "strerror", "") or str(error) or type(error).__name__
        raise make_error(target.url, f"cannot be fetched: {said[:200]}") from error
    finally:
        connection.close()
    return Page(target.url, response.status, data, response.headers.get_content_type(), response.headers.get_content_charset("")), location


def make_headers(target: Target, limits: Limits) -> dict[str, str]:
    """Return the headers of a request: who asks, and what can be read."""
    agent = f"framing/{__version__} (comparison of news coverage{f'; {limits.contact}' if limits.contact else ''})"
    return {
        "Host": target.netloc,
        "User-Agent": agent.encode("ascii", "replace").decode(),
        "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5",
        "Accept-Encoding": "gzip",
        "Connection": "close",
    }


@contextmanager
def end_after(connection: CheckedConnection, seconds: float) -> Iterator[None]:
    """Cut a connection off after some seconds in all, whatever trickles in; raises TimeoutError then."""
    is_over = threading.Event()
    sock = connection.sock

    def end() -> None:
        is_over.set()
        try:
            sock.shutdown(socket.SHUT_RDWR)
        except OSError:
            return

    timer = threading.Timer(seconds, end)
    timer.daemon = True
    timer.start()
    try:
        yield
    except FramingError:
        raise
    except Exception as error:
        if is_over.is_set():
            raise make_error(connection.target.url, f"took longer than {seconds:g} seconds in all and was given up") from error
        raise
    finally:
        timer.cancel()
    if is_over.is_set():
        raise make_error(connection.target.url, f"took longer than {seconds:g} seconds in all and was given up")


def read_body(response: http.client.HTTPResponse, target: Target, limits: Limits) -> bytes:
    """Read what a response holds, unpacked as it comes; raises FramingError where it is too large or packed in another way."""
    packing = response.headers.get("Content-Encoding", "").strip().lower()
    if packing not in UNPACKED:
        raise make_error(target.url, f"is packed as {packing[:50]!r}; gzip and deflate are allowed")
    unpack = zlib.decompressobj(zlib.MAX_WBITS | 32) if packing not in ("", "identity") else None
    pieces: list[bytes] = []
    room, missing = limits.n_bytes, response.length
    while piece := response.read1(PIECE):
        waiting = piece
        missing = None if missing is None else missing - len(piece)
        while waiting:
            part = unpack.decompress(waiting, room + 1) if unpack else waiting
            waiting = unpack.unconsumed_tail if unpack else b""
            room -= len(part)
            if room < 0:
                raise make_error(target.url, f"is larger than {limits.n_bytes:,} bytes, which is the most that is read")
            pieces.append(part)
    if missing or (unpack and not unpack.eof):
        raise make_error(target.url, "broke off before its end")
    return b"".join(pieces)
