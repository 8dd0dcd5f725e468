"""What a corpus folder holds already: by the address of an article, by the bytes it was taken from, by file name."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from urllib.parse import parse_qsl, urlencode, urlsplit

from framing.articles.folder import NOT_ARTICLES, TEXT_SUFFIXES
from framing.articles.front_matter import LONGEST, read_front_matter

TRACKING: Final = re.compile(r"utm_\w+|fbclid|gclid|mc_\w+|igshid|cmpid|ref_src|at_\w+", re.IGNORECASE)


def plain_url(url: str) -> str:
    """Return an address without what differs between links to one page: scheme, www., fragment, tracking, the last slash.

    >>> plain_url("https://www.Example.org/a/?utm_source=x&id=2#top")
    'example.org/a?id=2'
    """
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return url
    query = urlencode([pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not TRACKING.fullmatch(pair[0])])
    host = parts.netloc.lower().removeprefix("www.")
    return f"{host}{parts.path.rstrip('/')}{f'?{query}' if query else ''}" if host else ""


@dataclass
class Holdings:
    """Names of a corpus' files by address and by SHA-256 of the raw bytes, and all names taken."""

    urls: dict[str, str] = field(default_factory=dict)
    hashes: dict[str, str] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)

    def find(self, urls: tuple[str, ...], sha256: str = "") -> str:
        """Return the file that holds one of some addresses, or was taken from some bytes; "" for none."""
        known = [self.urls[key] for url in urls if (key := plain_url(url)) in self.urls and key]
        return next(iter(known), "") or self.hashes.get(sha256, "")

    def add(self, name: str, urls: tuple[str, ...], sha256: str) -> None:
        """Remember a file."""
        self.names.add(name)
        self.urls.update({key: name for url in urls if (key := plain_url(url))})
        if sha256:
            self.hashes[sha256] = name


def read_holdings(corpus: Path) -> Holdings:
    """Read what a corpus folder holds; one that is not there yet holds nothing."""
    found = Holdings()
    for path in sorted(corpus.iterdir()) if corpus.is_dir() else ():
        if path.suffix.lower() in TEXT_SUFFIXES and path.stem.lower() not in NOT_ARTICLES and not path.name.startswith("."):
            with path.open("rb") as file:
                values = read_front_matter(file.read(LONGEST).decode("utf-8", "replace")).values
            source = values.get("source", "")
            found.add(path.name, (values.get("url", ""), source if "://" in source else ""), values.get("sha256", ""))
    return found
