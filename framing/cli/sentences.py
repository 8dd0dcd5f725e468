"""A table of sentences labelled row by row, in batches, its own columns and order kept."""

import csv
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any, Final

from framing.articles.table import TABLE_SUFFIXES, guard, is_table, say_value
from framing.classifier.reading import label_sentences, name_classes
from framing.cli.trained import Reader
from framing.errors import Fault, make_error, say_list
from framing.files import open_whole
from framing.report.plain import format_cell, make_plain

BATCH: Final = 500
Row = Mapping[str, Any]


def label_table(path: Path, out: Path, column: str, reader: Reader) -> tuple[int, list[Fault]]:
    """Label the sentences of a table into a CSV file, as (rows written, rows that could not be read); written whole or not at all."""
    if out.suffix.lower() != ".csv":
        raise make_error(out, f"has the ending {out.suffix or 'none'!r}; .csv is allowed")
    if not is_table(path):
        raise make_error(path, f"is no table; {say_list(TABLE_SUFFIXES, 20)} are allowed")
    faults: list[Fault] = []
    rows = keep_rows(guard(path), faults)
    n_rows = 0
    with open_whole(out) as unfinished, unfinished.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        names: list[str] = []
        while batch := list(islice(rows, BATCH)):
            if not names:
                names = list(batch[0])
                check_column(path, names, column)
                writer.writerow([*name_given(names, reader), *name_added(reader)])
            writer.writerows(label_rows(batch, names, column, reader))
            n_rows += len(batch)
    return n_rows, faults


def keep_rows(items: Iterator[Row | Fault], faults: list[Fault]) -> Iterator[Row]:
    """Pass rows on; faults go to the list."""
    for item in items:
        if isinstance(item, Fault):
            faults.append(item)
        else:
            yield item


def check_column(path: Path, names: list[str], column: str) -> None:
    """Raise FramingError where the column of the sentences is missing."""
    if column not in names:
        raise make_error(path, f"lacks the column {column!r}; it has {say_list(names, 20)}; name one with --column")


def name_added(reader: Reader) -> list[str]:
    """Return the columns that are added."""
    classes = [f"p_{name}" for name in name_classes(reader.classifier)]
    return ["label", *classes, "lexicon_label", "classifier_label", "agree", "reason"]


def name_given(names: list[str], reader: Reader) -> list[str]:
    """Return the columns of the table itself, those that bear the name of an added one as given_NAME."""
    added = name_added(reader)
    return [f"given_{name}" if name in added else str(name) for name in names]


def label_rows(batch: list[Row], names: list[str], column: str, reader: Reader) -> Iterator[list[str]]:
    """Label a batch of rows; a row without a sentence keeps its cells and gets no label."""
    texts = [say_value(row.get(column)) for row in batch]
    table = label_sentences([text for text in texts if text.strip()], reader.lens, reader.classifier) if any(map(str.strip, texts)) else None
    added = name_added(reader)
    found = iter(table[added].to_numpy(object).tolist()) if table is not None else iter(())
    for row, text in zip(batch, texts, strict=True):
        cells = next(found) if text.strip() else [""] * (len(added) - 1) + ["no text"]
        yield [format_cell(say_value(row.get(name))) for name in names] + [format_cell(make_plain(cell)) for cell in cells]
