"""The opening of the written report: what was compared, the findings on top with their passages, headlines side by side."""

from collections.abc import Iterator

from framing.comparison.comparison import Comparison
from framing.report.blocks import Block, Heading, Items, Para, Run, lay_out, say
from framing.report.intake import make_intake_rows
from framing.report.labels import name_articles
from framing.report.notes import make_notes
from framing.report.overview import make_overview
from framing.report.passages import cut_passage, read_texts
from framing.report.plain import iter_columns
from framing.report.words import say_count

HEADS = ("headline", "standfirst")
INTAKE = "What to know of the articles first"
"""The heading of the intake check, which the opening points to."""


def make_title(comparison: Comparison) -> str:
    """Return the event's name, or how many articles there are where it has none."""
    return comparison.event.label if comparison.event else f"{say_count(len(comparison.articles), 'article')} side by side"


def write_compared(comparison: Comparison) -> Iterator[Block]:
    """Say what was compared and how to read it."""
    yield Heading(make_title(comparison), 1)
    if comparison.event and comparison.event.description:
        yield Para(say(comparison.event.description))
    if any(article.fictional for article in comparison.articles):
        yield Para(say("Articles marked fictional, their outlets and experts are invented. Please do not quote them as news.", "strong"))
    yield Para(say("How each article presents the event, by the words it uses. Nothing here says what is true, or who is right."))
    labels = name_articles(comparison)
    rows = [
        (labels[str(row.article)], row.headline or "not known", row.published or "not known", f"{row.words:,}", "yes" if row.fictional else "no")
        for row in comparison.tables["articles"].fillna("").itertuples()
    ]
    yield lay_out("The articles compared", ("Outlet", "Headline", "Published", "Words", "Fictional"), rows, (4, 8, 2, 1, 2))


def write_overview(comparison: Comparison) -> Iterator[Block]:
    """Write the findings that stand on top, or what one would need."""
    overview = make_overview(comparison)
    yield Heading("In short")
    yield Para(say(f"{overview.compared}, {overview.dates}."))
    if overview.findings:
        findings = tuple((Run(f"{one.text} ", "strong"), Run(f"{'; '.join(one.figures)}.")) for one in overview.findings)
        under = tuple(tuple(say(f"{link.text} ({link.label})") for link in one.links) for one in overview.findings)
        yield Items(findings, is_numbered=True, under=under)
    if overview.wanted:
        yield Para(say(f"Nothing is carried by enough evidence to be told as a finding. {overview.wanted}"))
    n_serious = sum(row.is_serious for row in make_intake_rows(comparison))
    if n_serious:
        yield Para(say(f"{say_count(n_serious, 'serious problem')} with the articles: read “{INTAKE}” before the figures.", "strong"))


def write_headlines(comparison: Comparison) -> Iterator[Block]:
    """Write headlines and the lines under them, with the words in them that count for a pole."""
    yield Heading("Headlines side by side")
    yield Para(say("The headline and the lines under it are what most readers see."))
    texts, table, notes = read_texts(comparison), comparison.tables["zones"], make_notes(comparison)
    heads = table[table["zone"].isin(HEADS)]
    rows = []
    for article, label in name_articles(comparison).items():
        own = heads[heads["article"] == article]
        shown = {
            zone: " / ".join(cut_passage(texts, article, *row) for row in iter_columns(own[own["zone"] == zone], "start", "end", "text"))
            for zone in HEADS
        }
        marked = [f"“{note.text}” {note.sign} {note.pole}" for note in notes[article] if note.zone in HEADS and note.weight > 0]
        rows.append((label, shown["headline"] or "not known", shown["standfirst"], *(["; ".join(marked)] if comparison.topic else [])))
    header = ("Outlet", "Headline", "Lines under it", *(["Marked words"] if comparison.topic else []))
    yield lay_out("Headlines and the lines under them", header, rows, (3, 6, 6, 4)[: len(header)])
