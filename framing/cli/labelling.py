"""What `framing label` reads and writes."""

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

import pandas as pd

from framing.analysis.analysis import analyse_articles
from framing.articles.article import Article
from framing.articles.corpus import iter_articles
from framing.classifier.choosing import choose_sentences
from framing.classifier.exchange import CSV, WRITERS, Task, read_labelled
from framing.classifier.readings import make_reading_table
from framing.cli.trained import Reader
from framing.errors import Fault, make_error
from framing.files import write_whole
from framing.pipeline.parts import Tally, split_parts
from framing.report.plain import format_cell

KEPT_A_PART = 20
"""Of each part of the articles so many times the wanted number are kept, so that an archive larger than memory goes through."""


def write_tasks(paths: Sequence[Path], reader: Reader, out: Path, *, form: str, n: int, by: str) -> tuple[int, list[Fault]]:
    """Write the n sentences most worth labelling, as (how many, articles that could not be read)."""
    tally = Tally()
    best = pd.DataFrame()
    for part in split_parts(iter_articles(paths), tally):
        readings = read_part(part, reader)
        best = choose_sentences(pd.concat([best, readings], ignore_index=True), n * KEPT_A_PART, by)
    if best.empty:
        raise make_error(", ".join(map(str, paths)), "holds no sentence to label")
    tasks = list(make_tasks(choose_sentences(best, n, by)))
    if form == CSV:
        tasks = [{name: format_cell(cell) for name, cell in task.items()} for task in tasks]
    write_whole(out, WRITERS[form](tasks))
    return len(tasks), tally.faults


def read_part(articles: list[Article], reader: Reader) -> pd.DataFrame:
    """Read every sentence of some articles."""
    table = make_reading_table(analyse_articles(articles, reader.lens), [reader.classifier])
    outlets = {article.article_id: article.outlet for article in articles}
    return table.assign(outlet=table["article"].map(outlets))


def make_tasks(chosen: pd.DataFrame) -> Iterator[Task]:
    """Yield each chosen sentence with what a labeller and a later reader need."""
    for row in chosen.to_dict("records"):
        yield {
            "text": " ".join(str(row["text"]).split()), "suggested": row["label"], "lexicon_label": row["lexicon_label"],
            "classifier_label": row["classifier_label"], "why": row["why"], "outlet": row["outlet"], "article": row["article"],
            "start": str(row["start"]), "end": str(row["end"]),
        }  # fmt: skip


def convert_labelled(path: Path, out: Path) -> int:
    """Turn a labelled file into a CSV of examples; return how many."""
    examples = read_labelled(path)
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(("text", "label", "group", "voice"))
    columns = (examples.texts, examples.labels, examples.groups, examples.voices)
    writer.writerows([format_cell(cell) for cell in row] for row in zip(*columns, strict=True))
    write_whole(out, file.getvalue())
    return len(examples)
