"""The lesson outline for 45 and 90 minutes, and the page that tells a teacher what to print and hand out."""

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Final

from framing.classroom.lists import read_level
from framing.classroom.material import Material, fill
from framing.classroom.tasks import Task
from framing.report.blocks import Block, Grid, Heading, Items, Para, Sheet, say, tell, tell_apart

LEVELS: Final = {"14": "age 14 and above", "16": "age 16 and above", "university": "university"}
PICKS: Final = {"45": {"14": 2, "16": 2, "university": 3}, "90": {"14": 4, "16": 5, "university": 6}}


def make_lesson(material: Material, tasks: Sequence[Task]) -> Sheet:
    """Make the lesson outline."""
    axis = material.axes[0]
    blocks: list[Block] = [
        Heading(f"Lesson outline: {material.title}", 1),
        Para(say(f"Level: {LEVELS[material.level]}. {len(material.articles)} articles. Main question: {axis.question}"), "lead"),
        Heading("Aims"), make_items(material, "lesson-aims"),
        Heading("Ground rules"), make_items(material, "lesson-rules"),
        *make_plan(material, tasks, "45"), *make_plan(material, tasks, "90"), *make_preparation(material),
    ]  # fmt: skip
    return Sheet(f"Lesson outline: {material.title}", "For the teacher", tuple(blocks))


def make_plan(material: Material, tasks: Sequence[Task], plan: str) -> Iterator[Block]:
    """Yield one plan: steps with their timings and what they use, and which questions fit into it."""
    rows = [row for row in read_level("lesson", material.level, material.lexicons) if row["plan"] == plan]
    ends = list(accumulate(int(row["minutes"]) for row in rows))
    axis = material.axes[0]
    words = {"question": axis.question, "left": axis.left.label, "right": axis.right.label}
    steps = []
    for row, end in zip(rows, ends, strict=True):
        time = f"{end - int(row['minutes'])}–{end} min"
        steps.append((say(time, "strong"), say(row["title"]), say(fill(row["what"], words)), say(row["uses"], "soft")))
    yield Heading(f"{plan} minutes", is_new_page=plan == "90")
    yield Grid("", ("Time", "Step", "What happens", "With"), tuple(steps), (2, 2, 7, 3))
    picked = tasks[: PICKS[plan][material.level]]
    if picked:
        said = "; ".join(f"{task.number} ({task.concept.lower()})" for task in picked)
        yield Para(tell("Questions that fit into this plan:", material.word("lesson-picks", picked=said)))


def make_preparation(material: Material) -> Iterator[Block]:
    """Yield what to prepare, what to do without computers, and how to go on."""
    yield from (Heading("Materials"), make_items(material, "lesson-materials"))
    yield from (Heading("Fewer or more able readers"), make_items(material, "lesson-readers"))
    yield from (Heading("If students ask who is right"), Para(say(material.word("lesson-right"))))


def make_items(material: Material, key: str) -> Items:
    """Make a list of the wording's sentences under a key."""
    return Items(tuple(say(text) for text in material.wording[key]))


def make_index(material: Material) -> Sheet:
    """Make the first page of the pack: five lines on what to print and hand out, then every file."""
    steps = tuple(tell_apart(text) for text in material.wording["index-steps"])
    files = (
        ("students/worksheet.html", "Worksheet", "students"), ("students/worksheet.docx", "Worksheet, to edit", "students"),
        ("students/side-by-side.html", "Headlines and openings side by side", "students"), ("students/annotate.html", "Annotation page", "students"),
        ("teacher/lesson.html", "Lesson outline", "teacher"), ("teacher/lesson.docx", "Lesson outline, to edit", "teacher"),
        ("teacher/key.html", "Teacher's key", "teacher only"), ("teacher/key.docx", "Teacher's key, to edit", "teacher only"),
        ("teacher/pack.json", "What framing agree needs (holds the tool's marks)", "teacher only"),
    )  # fmt: skip
    rows = tuple((say(path, "link"), say(what), say(who)) for path, what, who in files)
    blocks = (
        Heading(material.title, 1),
        Para(say(material.word("index-lead", level=LEVELS[material.level], n=len(material.articles))), "lead"),
        Heading("What to do"), Items(steps, is_numbered=True),
        Para(say(material.word("index-care")), "notice"),
        Heading("Everything in the pack"), Grid("", ("File", "What it is", "For"), rows, (4, 5, 2)),
        Para(say(material.word("index-limits"), "soft")),
    )  # fmt: skip
    return Sheet(f"Classroom pack: {material.title}", "For the teacher", blocks)
