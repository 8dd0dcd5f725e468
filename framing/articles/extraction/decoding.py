"""Bytes of a web page as text, whatever character set it claims."""

import codecs
import re
from typing import Final

from framing.errors import FramingError
from framing.files import decode

META: Final = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{1,40})", re.IGNORECASE)
DECLARATION: Final = re.compile(rb"\A\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_:.-]{1,40})")
LOOKED_AT: Final = 4_096


def decode_page(data: bytes, charset: str = "") -> tuple[str, str]:
    """Decode a page as (text, what is not sure): by its byte order mark, as UTF-8 where it is that, then as it claims, then as cp1252.

    >>> decode_page("café".encode(), "iso-8859-1")[0], decode_page("caf\\xe9".encode("latin-1"), "no-such")[0]
    ('café', 'café')
    """
    top = data[:LOOKED_AT]
    claims = [charset, *(found[1].decode() for pattern in (META, DECLARATION) if (found := pattern.search(top)))]
    claimed = next((name for name in claims if name), "")
    try:
        text, encoding = decode(data, "page")
    except FramingError:
        return data.decode("utf-8", "replace"), "the page holds bytes that are no text"
    if encoding != "cp1252":
        return text, ""
    try:
        if claimed and codecs.lookup(claimed)._is_text_encoding and codecs.lookup(claimed).name != "utf-8":
            return data.decode(claimed), ""
    except (LookupError, UnicodeError, ValueError):
        pass
    said = f"the page claims to be in {claimed}, which it is not" if claimed else "the page does not say how its letters are encoded"
    return text, f"letters: {said}; they were read as cp1252"
