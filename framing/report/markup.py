"""Text from outside into markup: the one door through which articles, names and lexicons get into a page."""

import re
from typing import Final

from markupsafe import Markup, escape

from framing.report.plain import mend_unseen

LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def show(text: str) -> Markup:
    """Escape a text for a page; characters that show nothing and can mislead become U+FFFD.

    >>> show("<b>")
    Markup('&lt;b&gt;')
    """
    return escape(mend_unseen(text))


def finish(value: object) -> object:
    """Mend what a template is about to print; markup made by this folder passes, the template escapes the rest."""
    return mend_unseen(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def name_language(language: str) -> str:
    """Return a language code that can stand in a page, or "" where it is none."""
    return language if LANGUAGE.fullmatch(language) else ""
