"""One article as a text file: what is known about it as front matter, then its text; and the name the file gets."""

import hashlib
import json
import re
import unicodedata
from collections.abc import Mapping
from typing import Final

RAW: Final = "raw"
"""The folder under a corpus that holds what its articles were taken from."""
PLAIN_VALUE: Final = re.compile(r"(?![\s\d.+-]*$)[^\W_](?:[^\W_]|[ .,/+()’“”–-])*(?<! )|\d{4}-\d\d-\d\d")
NOT_PLAIN: Final = ("true", "false", "null", "yes", "no", "on", "off")
UNPRINTABLE: Final = re.compile("[\x00-\x1f\x7f-\x9f\ufeff\ufffe\uffff\ud800-\udfff\u2028\u2029]")
LONGEST_VALUE: Final = 2_000
LONGEST_NAME: Final = 60


def write_article(values: Mapping[str, str], text: str) -> str:
    """Return the content of an article's file; empty values are left out.

    >>> write_article({"outlet": "The Jetty", "byline": "", "headline": "Late: again"}, "Boats.")
    '---\\noutlet: The Jetty\\nheadline: "Late: again"\\n---\\nBoats.\\n'
    """
    lines = [f"{key}: {quote_value(value)}\n" for key, value in values.items() if value]
    return f"---\n{''.join(lines)}---\n{text.strip(chr(10)).encode('utf-8', 'replace').decode()}\n"


def quote_value(value: str) -> str:
    """Return a value as front matter holds it: in double quotes unless it is plain."""
    value = UNPRINTABLE.sub(" ", value)[:LONGEST_VALUE].strip()
    is_plain = PLAIN_VALUE.fullmatch(value) and value.lower() not in NOT_PLAIN
    return value if is_plain else json.dumps(value, ensure_ascii=False)


def name_file(outlet: str, published: str, headline: str) -> str:
    """Return the name of an article's file without its ending, the same for the same article.

    >>> name_file("The Jetty", "2024-05-02", "Boats are late: “again”, says mayor")
    'the-jetty-2024-05-02-boats-are-late-again-says-mayor'
    """
    parts = [make_slug(outlet, 30) or "outlet", published, make_slug(headline, LONGEST_NAME)]
    return "-".join(part for part in parts if part)


def make_slug(text: str, longest: int) -> str:
    """Return a text as small letters and digits with hyphens between, cut at a word; letters of other scripts stay."""
    plain = "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    words = re.findall(r"[^\W_]+", re.sub(r"['’‘]", "", unicodedata.normalize("NFC", plain).lower()))
    while words and len("-".join(words)) > longest:
        words.pop()
    return "-".join(words)


def hash_raw(data: bytes) -> str:
    """Return the SHA-256 of some bytes."""
    return hashlib.sha256(data).hexdigest()
