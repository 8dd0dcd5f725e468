"""What a reader can have marked besides evidence: whose words a stretch is, whom it names, which shared claim it tells."""

from collections import Counter
from typing import Final, NamedTuple

from framing.comparison.comparison import Comparison
from framing.report.plain import iter_columns

UNCLEAR: Final = "unclear"
SOURCE_CLASSES: Final = {"named": "named", "anonymous": "unnamed"}
NOT_LISTED: Final = "not listed"
ACTOR: Final = "actor:"
MOST_NAMED: Final = 8
LEAST_NAMED: Final = 2


class Stretch(NamedTuple):
    """A stretch of an article: where it stands, the classes it is shown with, and what a reader is told of it."""

    start: int
    end: int
    classes: str
    title: str = ""


def find_stretches(comparison: Comparison) -> dict[str, list[Stretch]]:
    """Return the stretches of every article in order of place: what is attributed, quotations, names, claims that others tell too."""
    found: dict[str, list[Stretch]] = {article.article_id: [] for article in comparison.articles}
    for find in (find_said, find_quoted, find_names, find_facts):
        for article, stretch in find(comparison):
            found[article].append(stretch)
    return {article: sorted(own, key=lambda one: one[:2]) for article, own in found.items()}


def find_said(comparison: Comparison) -> list[tuple[str, Stretch]]:
    """Return what is attributed, by kind of source."""
    found = []
    speech = comparison.tables["attributions"]
    speech = speech[speech["speech"].astype(bool)]
    columns = ("article", "source", "cue", "cue_grade", "kind", "source_kind", "content_start", "content_end", "second_start", "second_end")
    for article, source, cue, grade, kind, source_kind, *places in iter_columns(speech, *columns):
        title = f"{source or 'no source'}: {cue or 'no reporting word'}{f' ({grade})' if grade else ''}, {kind}"
        classes = f"said {SOURCE_CLASSES.get(source_kind, UNCLEAR)}"
        found += [(article, Stretch(start, end, classes, title)) for start, end in (places[:2], places[2:]) if start >= 0]
    return found


def find_quoted(comparison: Comparison) -> list[tuple[str, Stretch]]:
    """Return quotations and scare quotes."""
    kinds = {"quotation": ("quoted", ""), "scare quotes": ("scare", "scare quotes: held at arm’s length")}
    rows = iter_columns(comparison.tables["quotations"], "article", "start", "end", "kind")
    return [(article, Stretch(start, end, *kinds[kind])) for article, start, end, kind in rows if kind in kinds]


def find_names(comparison: Comparison) -> list[tuple[str, Stretch]]:
    """Return the names of the groups (or actors without one) that a reader can choose."""
    numbers = {name: number for number, name in enumerate(list_named(comparison), 1)}
    groups = group_actors(comparison)
    rows = iter_columns(comparison.tables["mentions"], "article", "referent", "label", "start", "end")
    named = [(article, groups.get(referent, label), start, end) for article, referent, label, start, end in rows if referent.startswith(ACTOR)]
    return [(article, Stretch(start, end, f"who g{numbers[name]}")) for article, name, start, end in named if name in numbers]


def list_named(comparison: Comparison) -> list[str]:
    """Return the groups, and actors without one, that most articles name, then those named most often."""
    groups, counts = group_actors(comparison), Counter[str]()
    articles: dict[str, set[str]] = {}
    for article, referent, label in iter_columns(comparison.tables["mentions"], "article", "referent", "label"):
        if referent.startswith(ACTOR):
            name = groups.get(referent, label)
            counts[name] += 1
            articles.setdefault(name, set()).add(article)
    ranked = sorted(counts, key=lambda name: (-len(articles[name]), -counts[name], name))
    return [name for name in ranked if counts[name] >= LEAST_NAMED][:MOST_NAMED]


def group_actors(comparison: Comparison) -> dict[str, str]:
    """Return the group of each actor that has one, by the name the table of mentions refers to it by."""
    rows = iter_columns(comparison.tables["actors"], "actor", "group")
    return {f"{ACTOR}{actor}": group for actor, group in rows if group not in ("", NOT_LISTED)}


def find_facts(comparison: Comparison) -> list[tuple[str, Stretch]]:
    """Return the words that tell what other articles tell too."""
    claims = comparison.tables["claims"]
    shared = claims[claims["articles"] > 1]
    return [(article, Stretch(start, end, "fact")) for article, start, end in iter_columns(shared, "article", "start", "end")]
