"""A web server of this computer that behaves well on some pages and badly on others, and the pages it shows."""

import gzip
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

PAGES = Path(__file__).parent / "pages"
LATIN = "<html><head><title>Café</title></head><body><article><h1>Café</h1><p>{}</p></article></body></html>"
LINES = "Le café du port était fermé à midi et personne n'a su dire pourquoi, ni quand il ouvrirait à nouveau ses portes. " * 4
FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>The Quay Ledger</title><language>en</language>
<item><title>From the feed</title><link>{home}/newsarticle.html</link><pubDate>Thu, 02 May 2024 10:00:00 GMT</pubDate>
<description>Short.</description></item>
<item><title>Not allowed</title><link>{home}/private/1.html</link><description>Short.</description></item></channel></rss>"""


class Server(ThreadingHTTPServer):
    """The server: where it is, what was asked for, and an event that ends answers without end."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answers)
        self.asked: list[str] = []
        self.headers: list[dict[str, str]] = []
        self.robots: tuple[int, str] = (200, "User-agent: *\nDisallow: /private/\n")
        self.is_over = threading.Event()

    @property
    def home(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self.server_address[1]}"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing when a client has gone."""


class Answers(BaseHTTPRequestHandler):
    """What each path is answered with: pages by name, and bad manners by theirs."""

    server: Server

    def log_message(self, *_: Any) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        """Answer one request."""
        path = self.path.split("?")[0]
        self.server.asked.append(path)
        self.server.headers.append(dict(self.headers))
        name = path.strip("/")
        if (PAGES / name).is_file():
            self.answer((PAGES / name).read_bytes())
        else:
            getattr(self, f"answer_{name.replace('.', '_').replace('/', '_')}", self.answer_nothing)()

    def answer(self, data: bytes, *, status: int = 200, **headers: str) -> None:
        """Send a whole answer."""
        self.send_response(status)
        given = {key.replace("_", "-"): value for key, value in headers.items()}
        for key, value in {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(data)), **given}.items():
            self.send_header(key, value)
        self.end_headers()
        self.wfile.write(data)

    def answer_nothing(self) -> None:
        """There is no such page."""
        self.answer(b"no such page", status=404)

    def answer_robots_txt(self) -> None:
        """What may be visited."""
        status, text = self.server.robots
        self.answer(text.encode(), status=status, Content_Type="text/plain")

    def answer_feed(self) -> None:
        """A feed of two entries."""
        self.answer(FEED.format(home=self.server.home).encode(), Content_Type="application/rss+xml")

    def answer_latin(self) -> None:
        """A page in Latin-1 that says it is in UTF-8."""
        self.answer(LATIN.format(LINES).encode("latin-1"), Content_Type="text/html; charset=utf-8")

    def answer_packed(self) -> None:
        """A page that is gzipped."""
        self.answer(gzip.compress((PAGES / "bare.html").read_bytes()), Content_Encoding="gzip")

    def answer_bomb(self) -> None:
        """A few kilobytes that unpack to fifty megabytes."""
        self.answer(gzip.compress(b"<p>" + b"a" * 50_000_000), Content_Encoding="gzip")

    def answer_brotli(self) -> None:
        """A page packed in a way nobody asked for."""
        self.answer(b"?", Content_Encoding="br")

    def answer_broken_gzip(self) -> None:
        """Something that says it is gzipped."""
        self.answer(b"not packed", Content_Encoding="gzip")

    def answer_loop(self) -> None:
        """A page that leads to itself."""
        self.answer(b"", status=302, Location="/loop")

    def answer_moved(self) -> None:
        """A page that leads to another."""
        self.answer(b"", status=301, Location="/newsarticle.html")

    def answer_to_private(self) -> None:
        """A page that leads to one that robots.txt forbids."""
        self.answer(b"", status=301, Location="/private/1.html")

    def answer_to_file(self) -> None:
        """A page that leads to a file of the visitor's."""
        self.answer(b"", status=302, Location="file:///etc/hostname")

    def answer_picture(self) -> None:
        """A picture."""
        self.answer(b"\x89PNG\r\n", Content_Type="image/png")

    def answer_cut(self) -> None:
        """A page that breaks off."""
        self.answer(b"<html>", Content_Length="5000")

    def answer_slow(self) -> None:
        """A page whose bytes come one at a time, without end."""
        self.send_response(200)
        self.end_headers()
        while not self.server.is_over.wait(0.02):
            self.wfile.write(b"a")

    def answer_silent(self) -> None:
        """No answer at all."""
        self.server.is_over.wait()

    def answer_endless(self) -> None:
        """A page as fast as it goes, without end."""
        self.send_response(200)
        self.end_headers()
        while not self.server.is_over.is_set():
            self.wfile.write(b"a" * 65_536)

    def answer_headers(self) -> None:
        """Headers without end."""
        self.send_response(200)
        while not self.server.is_over.is_set():
            self.wfile.write(b"X-More: " + b"a" * 60_000 + b"\r\n")


@pytest.fixture
def server() -> Iterator[Server]:
    """A running server."""
    one = Server()
    thread = threading.Thread(target=one.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield one
    one.is_over.set()
    one.shutdown()
    one.server_close()
    thread.join()


@pytest.fixture
def page_folder() -> Path:
    """The folder of the pages."""
    return PAGES


@pytest.fixture
def make_record() -> Callable[..., bytes]:
    """Make one response record of a WARC archive."""

    def make(url: str, body: bytes, status: str = "200 OK") -> bytes:
        http = f"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
        kind = "WARC-Type: response\r\nContent-Type: application/http; msgtype=response"
        head = f"WARC/1.0\r\n{kind}\r\nWARC-Target-URI: {url}\r\nContent-Length: {len(http)}\r\n\r\n"
        return head.encode() + http + b"\r\n\r\n"

    return make
