"""The students' worksheet: the question, how to mark, the passages with the outlets hidden, the questions. It holds no answers."""

from collections.abc import Iterator, Sequence
from typing import Final

from framing.classroom.lists import read_level
from framing.classroom.masking import HEADLINE, MaskedArticle
from framing.classroom.material import N_PASSAGES, Material, code_ends, fill
from framing.classroom.tasks import Task
from framing.report.blocks import Block, Grid, Heading, Items, Lines, Para, Run, Sheet, say, tell_apart
from framing.topics.frame import Axis

N_LINES: Final = {"14": 3, "16": 4, "university": 4}
LOOKS: Final = {HEADLINE: "title", "standfirst": "standfirst", "crosshead": "crosshead", "caption": "caption"}
CODEBOOK: Final = " A sentence carries this pole"
"""Where a definition turns to coders; students get what stands before it, and the rule under How to mark."""
CUT: Final = "[…]"


def make_worksheet(material: Material, tasks: Sequence[Task]) -> Sheet:
    """Make the worksheet of a material's level."""
    blocks: list[Block] = [
        Heading(material.title, 1),
        Para(say("Name: ______________________________    Date: ________________", "soft")),
        Para(say(material.word(f"worksheet-aim-{material.level}", n=len(material.articles))), "lead"),
    ]
    if fictional := material.tell_fictional():
        blocks.append(Para(say(fictional), "notice"))
    blocks += [*make_question_part(material), *make_text_part(material, tasks), *make_task_part(material, tasks), *make_glossary(material)]
    return Sheet(f"Worksheet: {material.title}", "For students", tuple(blocks))


def make_question_part(material: Material) -> Iterator[Block]:
    """Yield part 1: the questions with their two ends, and how to mark."""
    yield Heading("1  What to look for")
    yield Para(say(material.word("worksheet-question")))
    for place, axis in enumerate(material.axes):
        yield make_axis_grid(place, axis)
    yield Heading("How to mark", 3)
    codes = ", ".join(code for place in range(len(material.axes)) for code in code_ends(place))
    yield Items(tuple(tell_apart(fill(text, {"codes": codes})) for text in material.wording["worksheet-mark"]))


def make_axis_grid(place: int, axis: Axis) -> Grid:
    """Make the table of one axis with its poles."""
    ends = zip(code_ends(place), (axis.left, axis.right), ("left", "right"), strict=True)
    rows = tuple((say(f"{code}  {pole.label}", look), say(pole.definition.partition(CODEBOOK)[0])) for code, pole, look in ends)
    return Grid(f"Question {place + 1}: {axis.question}", ("End", "What it means to see it so"), rows, (1, 3))


def make_text_part(material: Material, tasks: Sequence[Task]) -> Iterator[Block]:
    """Yield part 2: the articles' passages with their numbers."""
    yield Heading("2  The passages", is_new_page=True)
    asked = {ref for task in tasks for ref in task.refs}
    chosen = {article.letter: choose_passages(material, article, asked) for article in material.articles}
    if any(len(chosen[article.letter]) < len(article.passages) for article in material.articles):
        yield Para(say(material.word("worksheet-cut"), "soft"))
    if material.list_shared():
        yield Para(say(material.word("worksheet-shared"), "soft"))
    for article in material.articles:
        yield Heading(f"Outlet {article.letter}", 3)
        yield from show_passages(article, chosen[article.letter])


def choose_passages(material: Material, article: MaskedArticle, asked: set[str]) -> list[int]:
    """Choose which passages of an article the sheet shows: the headline, those asked about, the opening, then those with most to mark."""
    most = N_PASSAGES[material.level]
    weights = material.marks[material.marks["letter"] == article.letter].groupby("place")["weight"].sum()
    bodies = [place for place, passage in enumerate(article.passages) if passage.zone == "body"]
    heads = [place for place, passage in enumerate(article.passages) if passage.zone in (HEADLINE, "standfirst") or passage.ref in asked]
    first = {*heads, *bodies[:1]}
    busy = sorted(bodies, key=lambda place: (-float(weights.get(place, 0.0)), place))
    more = [place for place in busy if place not in first][: max(most - len(first), 0)]
    places = {*first, *more}
    return list(range(len(article.passages))) if most >= len(article.passages) else sorted(places)


def show_passages(article: MaskedArticle, places: Sequence[int]) -> Iterator[Block]:
    """Yield the passages with their numbers, and a mark where some are left out."""
    before = -1
    for place in places:
        if place != before + 1:
            yield Para(say(CUT, "soft"), "gap")
        passage = article.passages[place]
        yield Para(say(article.cut(passage)), LOOKS.get(passage.zone, "passage"), passage.ref)
        before = place


def make_task_part(material: Material, tasks: Sequence[Task]) -> Iterator[Block]:
    """Yield part 3: the questions, each with its passages and lines to write on, and what to look back on."""
    yield Heading("3  Questions", is_new_page=True)
    yield Para(say(material.word("worksheet-tasks")))
    for task in tasks:
        yield Heading(f"{task.number}. {task.concept}", 3)
        yield Para(say(task.question))
        yield Para(say(task.where, "soft"))
        yield Lines(N_LINES[material.level], f"Answer to question {task.number}")
    if material.level == "university":
        yield from make_method_part(material)
    yield Heading("Looking back", 3)
    yield Para(say(material.word("worksheet-back")))
    yield Lines(N_LINES[material.level], "Looking back")
    yield Para(say(material.word("namle")), "small")


def make_method_part(material: Material) -> Iterator[Block]:
    """Yield the university level's questions on figures and how sure they are."""
    yield Heading("4  Figures and how sure they are")
    yield Items(tuple(say(fill(text, {"n": len(material.articles)})) for text in material.wording["worksheet-method"]), is_numbered=True)
    yield Lines(14, "Figures and how sure they are")


def make_glossary(material: Material) -> Iterator[Block]:
    """Yield the terms a level needs."""
    rows = read_level("glossary", material.level, material.lexicons)
    if rows:
        yield Heading("Words you need" if material.level == "14" else "Terms")
        yield Grid("", ("Term", "Meaning"), tuple((say(row["term"], "strong"), (Run(row["meaning"]),)) for row in rows), (1, 4))
