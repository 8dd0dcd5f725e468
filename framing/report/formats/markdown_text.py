"""Text and tables as Markdown: everything from outside escaped."""

import re
from collections.abc import Sequence
from typing import Final

from framing.report.plain import mend_unseen

SPECIAL: Final = re.compile(r"([\\`*_\[\]#|~$])")
ENTITIES: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
LINK: Final = re.compile(r"(?i)\b(https?|ftp|mailto|javascript|data|www)([:.])")


def escape_markdown(text: str) -> str:
    r"""Escape a text so that Markdown and the HTML inside it show it as it is, on one line; addresses do not become links.

    >>> escape_markdown("*a* <b>")
    '\\*a\\* &lt;b&gt;'
    """
    plain = " ".join(mend_unseen(text).split())
    plain = "".join(ENTITIES.get(letter, letter) for letter in plain)
    return LINK.sub(r"\1\\\2", SPECIAL.sub(r"\\\1", plain))


def make_lines(header: Sequence[str], rows: Sequence[Sequence[object]]) -> list[str]:
    """Make a table, every cell escaped, with an empty line behind it."""
    lines = [" | ".join(escape_markdown(str(cell)) for cell in cells) for cells in (header, *rows)]
    lines.insert(1, " | ".join("---" for _ in header))
    return [*(f"| {line} |" for line in lines), ""]
