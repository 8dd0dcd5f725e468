"""A topic's terms in the formats of other programs."""

import json
from dataclasses import dataclass
from itertools import islice, product
from typing import Final

from framing.editing.dictionaries import Dictionary, write_dictionary, write_rows
from framing.errors import make_error
from framing.topics.lexicon import Entry
from framing.topics.topic import Topic

MOST_FORMS: Final = 5_000
FORMATS: Final = {".yml": True, ".yaml": True, ".dic": False, ".csv": False, ".json": False}
"""Which formats have a sign for one word of any kind, so that a gap can be written out."""
COLUMNS: Final = ("word", "category", "axis", "pole", "weight", "inflect_forms", "target", "denied", "entry")


@dataclass(frozen=True)
class Export:
    """A file's text, how many entries it holds, and why others could not be written."""

    text: str
    n_entries: int
    left_out: tuple[str, ...]


def export_topic(topic: Topic, suffix: str, *, with_forms: bool = False) -> Export:
    """Write a topic's terms as the text of a .yml (quanteda), .dic (LIWC), .csv or .json file; one category an axis and pole (axis.pole).

    YAML and LIWC know no alternatives, endings or gaps: every form is written out; a gap becomes up to four words of any kind (*) in YAML, and is
    left out in LIWC. CSV and JSON keep the terms as they are written, with weight, target and denied; `with_forms` writes out their forms.
    Weights, targets and the rules about denial are lost in YAML and LIWC. Raises FramingError for another ending.
    """
    if suffix not in FORMATS:
        raise make_error(suffix or "file", f"no such format; files that end in {', '.join(FORMATS)} can be written")
    left_out: list[str] = []
    is_plain = suffix in (".csv", ".json") and not with_forms
    kept: list[tuple[Entry, list[str]]] = []
    for entry in topic.entries:
        words = [entry.term] if is_plain else list_forms(entry, FORMATS[suffix] or suffix in (".csv", ".json"))
        if len(words) > MOST_FORMS or not words:
            why = "has a gap, which the format cannot say" if not words else f"has more than {MOST_FORMS:,} forms"
            left_out.append(f"{entry.entry_id} {entry.term}: {why}")
        elif entry.sign or suffix in (".csv", ".json"):
            kept.append((entry, words))
        else:
            left_out.append(f"{entry.entry_id} {entry.term}: a phrase that must not count, which the format cannot say")
    return Export(render(topic, kept, suffix), len(kept), tuple(left_out))


def list_forms(entry: Entry, has_gaps: bool) -> list[str]:
    """List the forms of an entry as words side by side; a gap is `*` none to four times; [] where the format has no gaps and the entry has."""
    pattern = entry.pattern
    if any(pattern.gaps) and not has_gaps:
        return []
    fillers = [[" ", *(" " + "* " * n for n in range(1, gap + 1))] if gap else [" "] for gap in pattern.gaps]
    found: dict[str, None] = {}
    for forms in islice(product(*pattern.parts), MOST_FORMS + 1):
        for between in product(*fillers):
            pieces = [text for pair in zip((form.words for form in forms), (*between, ""), strict=True) for text in pair]
            found["".join(pieces)] = None
        if len(found) > MOST_FORMS:
            break
    return list(found)


def render(topic: Topic, kept: list[tuple[Entry, list[str]]], suffix: str) -> str:
    """Render the entries kept in one format."""
    if suffix == ".csv":
        rows: list[tuple[str, ...]] = [
            (word, f"{one.axis_id}.{one.pole_id}", one.axis_id, one.pole_id, f"{one.weight:g}", str(sum(map(len, one.pattern.parts))), one.target,
             "flip" if one.flips_when_denied else "void", one.entry_id)
            for one, words in kept for word in words
        ]  # fmt: skip
        return write_rows(COLUMNS, rows)
    if suffix == ".json":
        records = [
            {"axis": one.axis_id, "pole": one.pole_id, "term": one.term, "weight": one.weight, "target": one.target,
             "denied": "flip" if one.flips_when_denied else "void", "note": one.note, "source": one.source, "entry": one.entry_id,
             **({"forms": words} if words != [one.term] else {})}
            for one, words in kept
        ]  # fmt: skip
        head = {"topic_id": topic.topic_id, "label": topic.label, "version": topic.version, "licence": topic.licence}
        return json.dumps(head | {"entries": records}, ensure_ascii=False, indent=1) + "\n"
    categories: dict[str, list[str]] = {f"{axis.axis_id}.{pole.pole_id}": [] for axis in topic.axes for pole in (axis.left, axis.right)}
    for one, words in kept:
        categories[f"{one.axis_id}.{one.pole_id}"] += words
    return write_dictionary(Dictionary({name: tuple(dict.fromkeys(words)) for name, words in categories.items()}), suffix)
