"""Whose words a stretch of an article is: attributed to a named source, an unnamed one, or held at arm's length."""

from typing import Final, NamedTuple

from framing.comparison.comparison import Comparison
from framing.report.plain import iter_columns

UNCLEAR: Final = "unclear"
SOURCE_CLASSES: Final = {"named": "named", "anonymous": "unnamed"}


class Stretch(NamedTuple):
    """A stretch of an article: where it stands, the classes it is shown with, and what a reader is told of it."""

    start: int
    end: int
    classes: str
    title: str = ""


def find_stretches(comparison: Comparison) -> dict[str, list[Stretch]]:
    """Return the stretches of every article: what is attributed, by kind of source, quotations, and scare quotes."""
    found: dict[str, list[Stretch]] = {article.article_id: [] for article in comparison.articles}
    speech = comparison.tables["attributions"]
    speech = speech[speech["speech"].astype(bool)]
    columns = ("article", "source", "cue", "cue_grade", "kind", "source_kind", "content_start", "content_end", "second_start", "second_end")
    for article, source, cue, grade, kind, source_kind, *places in iter_columns(speech, *columns):
        title = f"{source or 'no source'}: {cue or 'no reporting word'}{f' ({grade})' if grade else ''}, {kind}"
        classes = f"said {SOURCE_CLASSES.get(source_kind, UNCLEAR)}"
        found[article] += [Stretch(start, end, classes, title) for start, end in (places[:2], places[2:]) if start >= 0]
    kinds = {"quotation": "quoted", "scare quotes": "scare"}
    for article, start, end, kind in iter_columns(comparison.tables["quotations"], "article", "start", "end", "kind"):
        if kind in kinds:
            found[article].append(Stretch(start, end, kinds[kind], "scare quotes: held at arm’s length" if kind == "scare quotes" else ""))
    return found
