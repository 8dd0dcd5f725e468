"""The tool's spans as a teacher needs them: the most arguable first, then all of them, a row for each passage."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, zip_longest
from typing import Final, NamedTuple

from framing.classroom.arguable import NO_SIDE, find_arguable, find_flip_words
from framing.classroom.masking import MaskedArticle
from framing.classroom.material import Material, code_ends
from framing.report.blocks import Block, Grid, Heading, Items, Para, Run, say, tell
from framing.report.findings import LONGEST_SENTENCE, MOST_TEXTS, find_matched
from framing.report.plain import iter_columns
from framing.report.words import cut_short, say_count, say_flip

MOST_ARGUABLE: Final = 8
MOST_FLIPS: Final = 8
LONGEST_SOURCE: Final = 40
VERDICT_LOST: Final = "verdict lost"
VOICE_NAMES: Final = {"own": "own voice", "attributed": "attributed", "all": "both"}
SIGNS: Final = {"own": "●", "attributed": "○"}


class Marked(NamedTuple):
    """One span: article's letter, passage, words, the code and label of the end it points to, its side, voice, source, weight, what is arguable."""

    letter: str
    ref: str
    text: str
    code: str
    label: str
    side: str
    voice: str
    source: str
    weight: float
    arguable: list[str]


def list_marked(material: Material) -> list[Marked]:
    """List the spans of all articles in order of place."""
    ends = {}
    for place, axis in enumerate(material.axes):
        for code, side, pole in zip(code_ends(place), ("left", "right"), (axis.left, axis.right), strict=True):
            ends[axis.axis_id, pole.pole_id] = (code, pole.label, side)
    names = ("letter", "ref", "text", "axis", "pole", "voice", "source", "weight")
    rows = zip(iter_columns(material.marks, *names), find_arguable(material), strict=True)
    return [
        Marked(letter, ref, text, *ends[axis, pole], voice, source, weight, arguable)
        for (letter, ref, text, axis, pole, voice, source, weight), arguable in rows
    ]


def make_arguable_part(material: Material, marked: Sequence[Marked]) -> Iterator[Block]:
    """Yield where to argue first: what the figures hang on, then the spans with most against them, one of each article in turn."""
    yield Heading("Where to argue first")
    yield Para(say(material.word("key-arguable")))
    by_article = [
        sorted((one for one in own if one.arguable), key=lambda one: -sum(reason != NO_SIDE for reason in one.arguable))
        for _, own in groupby(sorted(marked, key=lambda one: one.letter), key=lambda one: one.letter)
    ]
    chosen = [one for turn in zip_longest(*by_article) for one in turn if one][:MOST_ARGUABLE]
    if chosen:
        yield Items(tuple(
            (Run(f"{one.ref} ", "strong"), Run(f"“{one.text}”", "quote"), Run(f" ({one.label}, {VOICE_NAMES[one.voice]}): {'; '.join(one.arguable)}"))
            for one in chosen
        ))  # fmt: skip
    yield from make_flip_part(material)


def make_flip_part(material: Material) -> Iterator[Block]:
    """Yield which single terms, sentences or voices the figures hang on."""
    chosen = [axis.axis_id for axis in material.axes]
    flips = find_flip_words(material)
    flips = flips[flips["axis"].isin(chosen)].drop_duplicates(["letter", "axis", "left_out", "what"])
    flips = flips.sort_values("effect", key=lambda effects: effects != VERDICT_LOST, kind="stable").head(MOST_FLIPS)
    if flips.empty:
        return
    yield Heading("What the figures hang on", 3)
    yield Para(say(material.word("key-flips")))
    labels = {axis.axis_id: axis.label for axis in material.axes}
    matched = find_matched(material.comparison)
    rows = iter_columns(flips, "letter", "axis", "voice", "article_a", "left_out", "what", "before", "after", "effect")
    said = []
    for letter, axis, voice, article, kind, what, *result in rows:
        named = name_left_out(kind, what, matched.get((axis, article, what), []))
        said.append(tell(f"Outlet {letter}, {labels[axis].lower()} ({VOICE_NAMES[voice]}):", say_flip(kind, named, *result)))
    yield Items(tuple(said))


def name_left_out(kind: str, what: str, matched: Sequence[str]) -> str:
    """Name what was left out as it stands in the article: a term by its words there, a sentence by its beginning.

    >>> name_left_out("term", "occupier(s)|invader(s)", ["occupiers", "occupiers"])
    'occupiers'
    """
    if kind == "term":
        return "”, “".join(list(dict.fromkeys(matched))[:MOST_TEXTS]) or what
    return cut_short(" ".join(what.split()), LONGEST_SENTENCE)


def make_span_part(material: Material, marked: Sequence[Marked]) -> Iterator[Block]:
    """Yield every span the tool marked: an article a table, a passage a row."""
    yield Heading("All spans, passage by passage", is_new_page=True)
    yield Para(say(material.word("key-spans")))
    codes = [zip(code_ends(place), (axis.left.label, axis.right.label), strict=True) for place, axis in enumerate(material.axes)]
    named = "; ".join(f"{code} {label}" for pair in codes for code, label in pair)
    yield Para(tell("Ends:", f"{named}. ● own voice, ○ attributed."))
    for article in material.articles:
        yield make_span_grid(material, article, [one for one in marked if one.letter == article.letter])


def make_span_grid(material: Material, article: MaskedArticle, marked: Sequence[Marked]) -> Block:
    """Make the table of one article's spans."""
    if not marked:
        return Para(tell(f"Outlet {article.letter}:", material.word("key-no-spans")))
    rows = []
    for ref, group in groupby(marked, key=lambda one: one.ref):
        own = list(group)
        rows.append((say(ref, "strong"), say_marked(own), say("; ".join(say_arguable(own)), "small")))
    tally = Counter((one.code, one.label, one.voice) for one in marked if one.weight > 0)
    counts = "; ".join(f"{label}, {VOICE_NAMES[voice]}: {count}" for (_, label, voice), count in sorted(tally.items()))
    rows.append((say("all", "small"), say(counts, "small"), say("")))
    caption = f"Outlet {article.letter}: {say_count(len(marked), 'span')}"
    return Grid(caption, ("¶", "Words, and where they point", "Arguable"), tuple(rows), (3, 22, 15))


def say_marked(marked: Sequence[Marked]) -> tuple[Run, ...]:
    """Say the spans of one passage: words, end, voice, source, weight."""
    runs: list[Run] = []
    for one in marked:
        source = " ".join(one.source.split())
        who = f", {source}" if source and len(source) <= LONGEST_SOURCE else ""
        counts = f"{one.weight:g}" if one.weight else "void"
        end = "" if one is marked[-1] else "; "
        runs += [Run(f"“{one.text}” ", "quote"), Run(f"{one.code} {SIGNS[one.voice]}", one.side), Run(f" {counts}{who}{end}")]
    return tuple(runs)


def say_arguable(marked: Sequence[Marked]) -> list[str]:
    """Say what is arguable in a passage, each reason once, with its words where the passage has several spans."""
    reasons: dict[str, list[str]] = {}
    for one in marked:
        for reason in one.arguable:
            reasons.setdefault(reason, []).append(f"“{one.text}”")
    every = len({one.text for one in marked})
    return [reason if len(set(words)) == every else f"{', '.join(dict.fromkeys(words))}: {reason}" for reason, words in reasons.items()]
