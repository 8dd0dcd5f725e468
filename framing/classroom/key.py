"""The teacher's key: which outlet is which, pointers for answers, figures and what they do not say, the tool's spans and what is arguable."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

import pandas as pd

from framing.analysis.scores import TOO_LITTLE, VOICE_SETS
from framing.classroom.arguable import find_arguable, find_flip_words
from framing.classroom.masking import MaskedArticle
from framing.classroom.material import Material
from framing.classroom.tasks import Task
from framing.report.blocks import Block, Grid, Heading, Items, Para, Run, Sheet, say, tell
from framing.report.intake import make_outlet_rows
from framing.report.plain import iter_columns
from framing.report.words import say_count, say_flip, say_interval, say_number, say_too_little
from framing.topics.frame import Axis

MOST_POINTERS: Final = 6
MOST_FLIPS: Final = 8
VOICE_NAMES: Final = {"own": "own voice", "attributed": "attributed", "all": "both"}


def make_key(material: Material, tasks: Sequence[Task]) -> Sheet:
    """Make the teacher's key."""
    blocks: list[Block] = [
        Heading(f"Teacher’s key: {material.title}", 1),
        Para(say(material.word("key-lead")), "lead"),
        make_outlet_grid(material), *make_owner_part(material),
        *make_answer_part(material, tasks), *make_figure_part(material), *make_span_part(material), *make_flip_part(material),
    ]  # fmt: skip
    return Sheet(f"Teacher’s key: {material.title}", "For the teacher only", tuple(blocks))


def make_outlet_grid(material: Material) -> Grid:
    """Make the table that tells which outlet is which."""
    rows = []
    for masked in material.articles:
        article = material.comparison.articles[masked.number]
        facts = ", ".join(one for one in (article.byline, article.published, article.url) if one)
        headline = next((masked.cut(passage) for passage in masked.passages if passage.zone == "headline"), article.headline)
        outlet = article.outlet + (" (fictional)" if article.fictional else "")
        rows.append((say(f"Outlet {masked.letter}", "strong"), say(outlet), say(headline), say(facts or "-")))
    return Grid("Which outlet is which", ("Masked as", "Outlet", "Headline", "Byline, date, address"), tuple(rows), (2, 4, 6, 5))


def make_owner_part(material: Material) -> Iterator[Block]:
    """Yield who owns and funds the outlets that the registry knows, each with its source."""
    known = make_outlet_rows(material.comparison)
    if known:
        yield Heading("Who owns and funds them", 3)
        yield Items(tuple(
            tell(f"{row.label}:", f"{what} (source: {source}, {date})")
            for row in known
            for what, source, date in (
                (row.outlet.ownership, row.outlet.ownership_source, row.outlet.ownership_date),
                (row.outlet.funding, row.outlet.funding_source, row.outlet.funding_date),
            ) if what
        ))  # fmt: skip


def make_answer_part(material: Material, tasks: Sequence[Task]) -> Iterator[Block]:
    """Yield what could be pointed to in answer to each question."""
    yield Heading("Pointers for the questions", is_new_page=True)
    yield Para(say(material.word("key-pointers")))
    for task in tasks:
        yield Heading(f"{task.number}. {task.concept}", 3)
        yield Para((Run(task.question, "quote"),))
        yield Para(say(task.key))
        pointers = [pointer for ref in task.refs for pointer in point_to(material, ref)]
        yield Items(tuple(pointers) or (say(material.word("key-no-words", refs=", ".join(task.refs))),))


def point_to(material: Material, ref: str) -> Iterator[tuple[Run, ...]]:
    """Yield what the lists found in a passage: framing words, who speaks, loaded words."""
    marks, speech, loaded = (table[table["ref"] == ref] for table in (material.marks, material.speech, material.loaded))
    named = name_poles(material)
    rows = iter_columns(marks, "text", "axis", "pole", "voice")
    found = [f"“{text}” ({named[axis, pole]}, {VOICE_NAMES[voice]})" for text, axis, pole, voice in rows]
    if found:
        yield tell(f"{ref}, framing words:", "; ".join(dict.fromkeys(found[:MOST_POINTERS])))
    sources = [(source if not source.islower() or " " in source else who, cue) for source, who, cue in iter_columns(speech, "source", "named", "cue")]
    said = [source.rstrip(", ") + (f", by “{cue}”" if cue else "") for source, cue in sources if source]
    if said:
        yield tell(f"{ref}, who speaks:", "; ".join(dict.fromkeys(said)))
    words = [f"“{text}” ({tone})" for text, tone in iter_columns(loaded, "text", "tone")]
    if words:
        yield tell(f"{ref}, loaded words:", "; ".join(dict.fromkeys(words[:MOST_POINTERS])))


def name_poles(material: Material) -> dict[tuple[str, str], str]:
    """Return the label of every pole by its axis and id."""
    return {(axis.axis_id, pole.pole_id): pole.label for axis in material.axes for pole in (axis.left, axis.right)}


def make_figure_part(material: Material) -> Iterator[Block]:
    """Yield the figures of every axis, and what they do not say."""
    yield Heading("Figures", is_new_page=True)
    yield Para(say(material.word("key-figures")))
    scores = material.comparison.tables["scores"]
    scores = scores[scores["zone"] == "all"]
    for place, axis in enumerate(material.axes):
        own = {(str(row.article), str(row.voice)): row for row in scores[scores["axis"] == axis.axis_id].itertuples()}
        rows = tuple(
            (say(f"Outlet {article.letter}", "strong"), *(say(say_cell(own[article.article_id, voice], axis)) for voice in VOICE_SETS))
            for article in material.articles
        )
        caption = f"{place + 1}  {axis.label}: −1 {axis.left.label}, +1 {axis.right.label}"
        yield Grid(caption, ("Outlet", *(VOICE_NAMES[voice] for voice in VOICE_SETS)), rows, (2, 5, 5, 5))
    yield Heading("What these figures do not say", 3)
    yield Items(tuple(say(one) for one in material.wording["key-limits"]))


def say_cell(row: object, axis: Axis) -> str:
    """Say one score."""
    n, n_sentences, needed, verdict = (getattr(row, name) for name in ("n", "n_sentences", "needed", "verdict"))
    if verdict == TOO_LITTLE:
        return say_too_little(n, n_sentences, needed)
    label = {axis.left.pole_id: axis.left.label, axis.right.pole_id: axis.right.label}.get(str(verdict), str(verdict))
    bias, low, high = (float(getattr(row, name)) for name in ("bias", "low", "high"))
    return f"{say_number(bias)} ({say_interval(low, high)}), n={n}: {label}"


def make_span_part(material: Material) -> Iterator[Block]:
    """Yield every span the tool marked, article by article: words, end, voice, reason, what is arguable."""
    yield Heading("Spans, and what is arguable about them")
    yield Para(say(material.word("key-spans")))
    arguable = find_arguable(material)
    for article in material.articles:
        own = material.marks[material.marks["letter"] == article.letter]
        yield make_span_grid(material, article, own, arguable)


def make_span_grid(material: Material, article: MaskedArticle, marks: pd.DataFrame, arguable: Sequence[Sequence[str]]) -> Block:
    """Make the table of one article's spans."""
    if marks.empty:
        return Para(tell(f"Outlet {article.letter}:", material.word("key-no-spans")))
    named = name_poles(material)
    sides = {axis.axis_id: axis.left.pole_id for axis in material.axes}
    names = ("ref", "text", "axis", "pole", "voice", "source", "weight", "reason")
    rows = []
    for index, (ref, text, axis, pole, voice, source, weight, reason) in zip(marks.index.tolist(), iter_columns(marks, *names), strict=True):
        look = "left" if sides[axis] == pole else "right"
        who = VOICE_NAMES[voice] + (f": {source}" if source else "")
        rows.append((
            say(ref, "strong"), say(f"“{text}”", "quote"), say(named[axis, pole], look), say(who),
            say(say_reason(weight, reason), "small"), say("; ".join(arguable[index]), "small"),
        ))  # fmt: skip
    tally = Counter(iter_columns(marks[marks["weight"] > 0], "axis", "pole", "voice"))
    counts = "; ".join(f"{named[axis, pole]}, {VOICE_NAMES[voice]}: {count}" for (axis, pole, voice), count in sorted(tally.items()))
    caption = f"Outlet {article.letter}: {say_count(len(marks), 'span')}" + (f" ({counts})" if counts else "")
    return Grid(caption, ("¶", "Words", "Points to", "Voice", "Counts, and why", "Arguable"), tuple(rows), (3, 9, 7, 7, 9, 8))


def say_reason(weight: float, reason: str) -> str:
    """Say what a piece counts and by which rules, without the list's own pattern (pack.json has it whole)."""
    rules = reason.partition("); ")[2]
    return (f"{weight:g}" if weight else "void") + (f": {rules}" if rules else "")


def make_flip_part(material: Material) -> Iterator[Block]:
    """Yield which single terms, sentences or voices the figures hang on."""
    chosen = [axis.axis_id for axis in material.axes]
    flips = find_flip_words(material)
    flips = flips[flips["axis"].isin(chosen)].drop_duplicates(["letter", "axis", "left_out", "what"]).head(MOST_FLIPS)
    if flips.empty:
        return
    yield Heading("What the figures hang on")
    yield Para(say(material.word("key-flips")))
    labels = {axis.axis_id: axis.label for axis in material.axes}
    rows = iter_columns(flips, "letter", "axis", "voice", "left_out", "what", "before", "after", "effect")
    yield Items(tuple(
        tell(f"Outlet {letter}, {labels[axis].lower()} ({VOICE_NAMES[voice]}):", say_flip(*flip)) for letter, axis, voice, *flip in rows
    ))  # fmt: skip
