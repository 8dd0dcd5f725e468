"""The teacher's key: which outlet is which, pointers for answers, figures and what they do not say, what is arguable, the tool's spans."""

from collections.abc import Iterator, Sequence
from typing import Final

from framing.analysis.scores import TOO_LITTLE, VOICE_SETS
from framing.classroom.key_spans import VOICE_NAMES, list_marked, make_arguable_part, make_span_part
from framing.classroom.material import Material
from framing.classroom.tasks import Task
from framing.report.blocks import Block, Grid, Heading, Items, Para, Run, Sheet, say, tell
from framing.report.intake import make_outlet_rows
from framing.report.plain import iter_columns
from framing.report.words import join_words, say_interval, say_number, say_too_little
from framing.topics.frame import Axis

MOST_POINTERS: Final = 6


def make_key(material: Material, tasks: Sequence[Task]) -> Sheet:
    """Make the teacher's key: what an hour needs first, all spans last."""
    marked = list_marked(material)
    blocks: list[Block] = [
        Heading(f"Teacher’s key: {material.title}", 1),
        Para(say(material.word("key-lead")), "lead"),
        make_outlet_grid(material), *make_shared_part(material), *make_owner_part(material),
        *make_figure_part(material), *make_arguable_part(material, marked), *make_answer_part(material, tasks), *make_span_part(material, marked),
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


def make_shared_part(material: Material) -> Iterator[Block]:
    """Yield which letters hide one outlet, if several do."""
    numbers = {article.letter: article.number for article in material.articles}
    for letters in material.list_shared():
        outlet = material.comparison.articles[numbers[letters[0]]].outlet
        yield Para(say(material.word("key-shared", letters=join_words(letters), outlet=outlet)))


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
    yield Heading("Pointers for the questions")
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
    yield Heading("Figures")
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
