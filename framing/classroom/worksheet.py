"""The students' worksheet: the question, how to mark, the passages with the outlets hidden, the questions. It holds no answers."""

from collections.abc import Iterator, Sequence
from typing import Final

from framing.classroom.blocks import Block, Grid, Heading, Items, Lines, Para, Run, Sheet, say, tell
from framing.classroom.lists import read_level
from framing.classroom.masking import HEADLINE, MaskedArticle
from framing.classroom.material import N_PASSAGES, Material
from framing.classroom.tasks import NAMLE, Task
from framing.report.labels import make_letter
from framing.topics.frame import Axis

N_LINES: Final = {"14": 3, "16": 4, "university": 4}
LOOKS: Final = {HEADLINE: "title", "standfirst": "standfirst", "crosshead": "crosshead", "caption": "caption"}
CUT: Final = "[…]"
FICTIONAL: Final = "These articles are fictional: outlets, reporters and experts are invented. Please do not quote them as news."
AIMS: Final = {
    "14": "You will read parts of {n} articles on one event. The names of the outlets are hidden, so that you look at the words and not at the sender.",
    "16": "You will read {n} articles on one event with the names of the outlets hidden. You find the words that frame it, ask whose words they are, and compare your reading with others'.",
    "university": "You code {n} articles on one event with the outlets masked, compare your coding with others', and ask what a figure made from such codes can carry.",
}


def make_worksheet(material: Material, tasks: Sequence[Task]) -> Sheet:
    """Make the worksheet of a material's level."""
    blocks: list[Block] = [
        Heading(material.title, 1),
        Para(say("Name: ______________________________    Date: ________________", "soft")),
        Para(say(AIMS[material.level].format(n=len(material.articles))), "lead"),
    ]
    if any(article.fictional for article in material.comparison.articles):
        blocks.append(Para(say(FICTIONAL), "notice"))
    blocks += [*make_question_part(material), *make_text_part(material, tasks), *make_task_part(material, tasks), *make_glossary(material)]
    return Sheet(f"Worksheet: {material.title}", "For students", tuple(blocks))


def make_question_part(material: Material) -> Iterator[Block]:
    """Yield part 1: the questions with their two ends, and how to mark."""
    yield Heading("1  What to look for")
    yield Para(say("Nobody is asked which end is right. Both are argued by people who mean it; you look for the words that lead a reader towards one or the other."))
    for place, axis in enumerate(material.axes):
        yield make_axis_grid(make_letter(place), axis)
    yield Heading("How to mark", 3)
    first = material.axes[0]
    yield Items((
        tell("Straight line", "under words the outlet says itself (own voice)."),
        tell("Wavy line", "under words it ascribes to somebody (attributed: quotation marks, “officials said”, “according to”)."),
        tell("In the margin", f"write A1 for {first.left.label}, A2 for {first.right.label}" + (", B1, B2 and so on for the other questions." if len(material.axes) > 1 else ".")),
        tell("Mark only the words", "that do it, not the whole sentence. Leave out what you are unsure of, and put a question mark beside it."),
    ))  # fmt: skip


def make_axis_grid(letter: str, axis: Axis) -> Grid:
    """Make the table of one axis with its poles."""
    rows = tuple((say(f"{letter}{place}  {pole.label}", look), say(pole.definition)) for place, (pole, look) in enumerate(((axis.left, "left"), (axis.right, "right")), 1))
    return Grid(f"Question {letter}: {axis.question}", ("End", "What somebody who sees it so would say"), rows, (1, 3))


def make_text_part(material: Material, tasks: Sequence[Task]) -> Iterator[Block]:
    """Yield part 2: the articles' passages with their numbers."""
    yield Heading("2  The passages", is_new_page=True)
    asked = {ref for task in tasks for ref in task.refs}
    chosen = {article.letter: choose_passages(material, article, asked) for article in material.articles}
    if any(len(chosen[article.letter]) < len(article.passages) for article in material.articles):
        yield Para(say(f"{CUT} stands where paragraphs were left out to save time; the numbers count them.", "soft"))
    for article in material.articles:
        yield Heading(f"Outlet {article.letter}", 3)
        yield from show_passages(article, chosen[article.letter])


def choose_passages(material: Material, article: MaskedArticle, asked: set[str]) -> list[int]:
    """Choose which passages of an article the sheet shows: the headline, those asked about, the opening, then those with most to mark."""
    most = N_PASSAGES[material.level]
    weights = material.marks[material.marks["letter"] == article.letter].groupby("place")["weight"].sum()
    bodies = [place for place, passage in enumerate(article.passages) if passage.zone == "body"]
    first = {place for place, passage in enumerate(article.passages) if passage.zone in (HEADLINE, "standfirst") or passage.ref in asked} | set(bodies[:1])
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
    yield Para(say("Your teacher tells you which ones. Every answer names the paragraph and quotes the words it rests on."))
    for task in tasks:
        yield Heading(f"{task.number}. {task.concept}", 3)
        yield Para(say(task.question))
        yield Para(say(task.where, "soft"))
        yield Lines(N_LINES[material.level], f"Answer to question {task.number}")
    if material.level == "university":
        yield from make_method_part()
    yield Heading("Looking back", 3)
    yield Para(say("Which sentence did your group disagree on most? Write down both readings, each so that those who hold it would agree with your words."))
    yield Lines(N_LINES[material.level], "Looking back")
    yield Para(say(NAMLE, "soft"), "small")


def make_method_part() -> Iterator[Block]:
    """Yield the university level's questions on figures and how sure they are."""
    yield Heading("4  Figures and how sure they are")
    yield Items((
        say("Count your own marks for one article: how many at each end, in own voice, attributed? Compute (right − left) / (right + left). What does 0 mean, and what does it not mean?"),
        say("Leave out your strongest sentence and compute again. Does the sign change? What would you report to a reader: the figure, a range, or nothing?"),
        say("Two coders agree on 90 % of the sentences. In 85 % neither marked anything. Is that good? Explain why agreement is corrected for chance (Krippendorff’s alpha), and what alpha does with rare categories."),
        say("A bootstrap over sentences gives a range for the figure. Which doubt does that range hold, and which does it not (choice of articles, of words in a list, of coders, of the question itself)?"),
        say("Five pieces of evidence is the least a figure in the teacher’s key rests on. Argue for a higher or a lower bar. What is lost either way?"),
        say("Which claims about an outlet would five articles on one event not support, however wide or narrow the ranges?"),
    ), is_numbered=True)  # fmt: skip
    yield Lines(14, "Figures and how sure they are")


def make_glossary(material: Material) -> Iterator[Block]:
    """Yield the terms a level needs."""
    rows = read_level("glossary", material.level, material.lexicons)
    if rows:
        yield Heading("Words you need" if material.level == "14" else "Terms")
        yield Grid("", ("Term", "Meaning"), tuple((say(row["term"], "strong"), (Run(row["meaning"]),)) for row in rows), (1, 4))
