"""The lesson outline for 45 and 90 minutes, and the page that tells a teacher what to print and hand out."""

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Final

from framing.classroom.blocks import Block, Grid, Heading, Items, Para, Sheet, say, tell
from framing.classroom.lists import read_level
from framing.classroom.material import Material
from framing.classroom.tasks import Task

LEVELS: Final = {"14": "age 14 and above", "16": "age 16 and above", "university": "university"}
PICKS: Final = {"45": {"14": 2, "16": 2, "university": 3}, "90": {"14": 4, "16": 5, "university": 6}}


def make_lesson(material: Material, tasks: Sequence[Task]) -> Sheet:
    """Make the lesson outline."""
    axis = material.axes[0]
    blocks: list[Block] = [
        Heading(f"Lesson outline: {material.title}", 1),
        Para(say(f"Level: {LEVELS[material.level]}. {len(material.articles)} articles. Main question: {axis.question}"), "lead"),
        Heading("Aims"),
        Items((
            say("Students find the words by which a report leads its readers, and quote them."),
            say("They tell the outlet's own words from words it ascribes to others."),
            say("They can put the strongest case of both ends, and say where a text leaves a reader free."),
            say("They know that readers disagree, measure how much, and talk about why."),
        )),
        Heading("Ground rules"),
        Items((
            say("We describe texts. We do not vote on which outlet is biased, nor on which end is right."),
            say("Every claim about a text quotes it, with the paragraph's number."),
            say("Some students may know the event from their own lives. Nobody has to speak for a country, a faith or a family."),
        )),
        *make_plan(material, tasks, "45"), *make_plan(material, tasks, "90"), *make_preparation(material),
    ]  # fmt: skip
    return Sheet(f"Lesson outline: {material.title}", "For the teacher", tuple(blocks))


def make_plan(material: Material, tasks: Sequence[Task], plan: str) -> Iterator[Block]:
    """Yield one plan: steps with their timings and what they use, and which questions fit into it."""
    rows = [row for row in read_level("lesson", material.level, material.lexicons) if row["plan"] == plan]
    ends = list(accumulate(int(row["minutes"]) for row in rows))
    axis = material.axes[0]
    words = {"{question}": axis.question, "{left}": axis.left.label, "{right}": axis.right.label}
    steps = []
    for row, end in zip(rows, ends, strict=True):
        what = row["what"]
        for name, value in words.items():
            what = what.replace(name, value)
        steps.append((say(f"{end - int(row['minutes'])}–{end} min", "strong"), say(row["title"]), say(what), say(row["uses"], "soft")))
    yield Heading(f"{plan} minutes", is_new_page=plan == "90")
    yield Grid("", ("Time", "Step", "What happens", "With"), tuple(steps), (2, 2, 7, 3))
    picked = tasks[: PICKS[plan][material.level]]
    if picked:
        said = "; ".join(f"{task.number} ({task.concept.lower()})" for task in picked)
        yield Para(tell("Questions that fit into this plan:", f"{said}. Choose others if your class has met these."))


def make_preparation(material: Material) -> Iterator[Block]:
    """Yield what to prepare, what to do without computers, and how to go on."""
    yield Heading("Materials")
    yield Items((
        say("Worksheet, one for each student (print double-sided, or hand out the DOCX)."),
        say("Side-by-side sheet, one for two students (A4 landscape), or on the wall."),
        say("Annotation page, if there are computers: one copy of the file annotate.html for each student; it works without internet and sends nothing anywhere."),
        say("Teacher's key: for you. Keep the folder “teacher” to yourself until the reveal."),
    ))  # fmt: skip
    yield Heading("Fewer or more able readers")
    yield Items((
        say("Shorter: one article for each group, and only the paragraphs that question 1 and 2 name."),
        say("Longer: let groups exchange two names in a paragraph (the swap test) and read it aloud. Which word now sounds strange?"),
        say("Without computers: marks by hand, three sentences voted on by hand; count how many of you agree and how many would by chance if everyone tossed a coin."),
    ))  # fmt: skip
    yield Heading("If students ask who is right")
    yield Para(say("The pack does not know, and says so. It shows where words lean and how sure a count of them can be. Whether a statement is true is found out by looking for what it rests on: documents, witnesses, figures, and other reports. A text that leans can be true in every sentence; one that does not can be wrong."))


def make_index(material: Material) -> Sheet:
    """Make the first page of the pack: five lines on what to print and hand out, then every file."""
    steps = (
        tell("Print", "students/worksheet.html (or edit students/worksheet.docx first): one for each student."),
        tell("Print", "students/side-by-side.html in A4 landscape: one for two students, or show it on the wall."),
        tell("Hand out", "the file students/annotate.html where there are computers; students mark, save a file, and give it back to you."),
        tell("Keep", "the folder teacher: lesson outline for 45 and 90 minutes, and the key with spans, figures and what is arguable."),
        tell("Afterwards", "put the saved files into one folder and run: framing agree SAVED/*.json --pack teacher --out agreement"),
    )
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
        Para(say(f"Classroom pack, {LEVELS[material.level]}: {len(material.articles)} articles with the outlets hidden; this page is for the teacher."), "lead"),
        Heading("What to do"), Items(steps, is_numbered=True),
        Para(say("Give students the folder “students” only. Its files name no outlet, reporter or web address of these articles; look through them once before you hand them out, because an outlet can give itself away by what it writes about itself."), "notice"),
        Heading("Everything in the pack"), Grid("", ("File", "What it is", "For"), rows, (4, 5, 2)),
        Para(say("The pack describes framing. It does not rate truth and calls no outlet biased; where there is too little to go on it says so.", "soft")),
    )  # fmt: skip
    return Sheet(f"Classroom pack: {material.title}", "For the teacher", blocks)
