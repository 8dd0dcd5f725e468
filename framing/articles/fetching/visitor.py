"""Visiting many pages politely: robots.txt first, one page of a host at a time, with a pause between."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from framing.articles.fetching.addresses import Target
from framing.articles.fetching.page import Limits, Page, fetch_page
from framing.articles.fetching.robots import LONGEST_FILE, NOTHING_ALLOWED, Robots, read_robots
from framing.errors import FramingError, make_error


@dataclass
class Visitor:
    """Fetches pages one after the other and remembers what each host asked for and when it was last visited.

    `pause` is the least number of seconds between two requests to one host; a robots.txt may ask for more.
    """

    limits: Limits = field(default_factory=Limits)
    pause: float = 1.0
    sleep: Callable[[float], None] = time.sleep
    robots: dict[str, Robots | FramingError] = field(default_factory=dict)
    last_visit: dict[str, float] = field(default_factory=dict)

    def fetch(self, url: str) -> Page:
        """Fetch a page; raises FramingError where it cannot or must not be fetched, or the server answers with anything but a page."""
        page = fetch_page(url, self.limits, self.allow)
        if not 200 <= page.status < 300:
            raise make_error(page.url, f"was answered with status {page.status}; nothing was kept")
        if not page.data.strip():
            raise make_error(page.url, "was answered with an empty page; nothing was kept")
        return page

    def allow(self, target: Target) -> None:
        """Wait until a host may be visited again; raises FramingError where its robots.txt does not allow the page."""
        robots = self.robots_of(target)
        if not robots.allows(target.path):
            raise make_error(target.url, "is not fetched: the site's robots.txt does not allow it; save the page by hand if you may")
        self.wait_for(target, max(self.pause, robots.wait))

    def robots_of(self, target: Target) -> Robots:
        """Return the rules of a host, asked for once; raises FramingError where the host cannot be reached."""
        if target.origin not in self.robots:
            try:
                self.robots[target.origin] = self.fetch_robots(f"{target.origin}/robots.txt")
            except FramingError as error:
                self.robots[target.origin] = error
        found = self.robots[target.origin]
        if isinstance(found, FramingError):
            raise make_error(target.url, f"is not fetched, because its robots.txt cannot be: {found.faults[0].what}")
        return found

    def fetch_robots(self, url: str) -> Robots:
        """Fetch a robots.txt: no rules where there is none, nothing allowed where the server fails (RFC 9309)."""
        limits = replace(self.limits, n_bytes=LONGEST_FILE)
        page = fetch_page(url, limits, lambda one: self.wait_for(one, self.pause))
        if page.status >= 500:
            return NOTHING_ALLOWED
        return read_robots(page.data.decode("utf-8", "replace")) if page.status < 400 else Robots()

    def wait_for(self, target: Target, seconds: float) -> None:
        """Wait until some seconds have passed since the last request to a host."""
        last = self.last_visit.get(target.host)
        if last is not None and (rest := last + seconds - time.monotonic()) > 0:
            self.sleep(rest)
        self.last_visit[target.host] = time.monotonic()
