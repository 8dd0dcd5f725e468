"""Sentences to and from labelling programs: CSV, Label Studio (JSON) and doccano (JSON Lines)."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from framing.articles.table import TABLE_SUFFIXES, guard, is_table, say_value
from framing.classifier.examples import Examples
from framing.errors import Fault, FramingError, make_error, say_list
from framing.files import read_text

Task = Mapping[str, str]
"""One sentence to be labelled: text, and what goes with it (article, place, the readings)."""
GROUPS: Final = ("group", "article", "outlet", "register")
LABEL_STUDIO, DOCCANO, CSV = "label-studio", "doccano", "csv"


def write_csv(tasks: Sequence[Task]) -> str:
    """Write tasks as CSV with an empty column `label` to fill in."""
    file = io.StringIO(newline="")
    names = list(tasks[0]) if tasks else ["text"]
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["text", "label", *(name for name in names if name != "text")])
    writer.writerows([task["text"], "", *(task[name] for name in names if name != "text")] for task in tasks)
    return file.getvalue()


def write_label_studio(tasks: Sequence[Task]) -> str:
    """Write tasks for Label Studio: a JSON list of `data`, with the program's label as a prediction (choice named `label`)."""
    made = [{"data": dict(task), "predictions": [{"result": [make_choice(task["suggested"])]}]} for task in tasks]
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def make_choice(label: str) -> dict[str, object]:
    """Make a choice as Label Studio writes it."""
    return {"from_name": "label", "to_name": "text", "type": "choices", "value": {"choices": [label]}}


def write_doccano(tasks: Sequence[Task]) -> str:
    """Write tasks for doccano (text classification): one JSON object a line, labels still empty."""
    rows = ({"text": task["text"], "label": [], "meta": {name: task[name] for name in task if name != "text"}} for task in tasks)
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


WRITERS: Final[Mapping[str, Callable[[Sequence[Task]], str]]] = {CSV: write_csv, LABEL_STUDIO: write_label_studio, DOCCANO: write_doccano}


def read_labelled(path: Path, *, column: str = "text", label_column: str = "label", group: str = "") -> Examples:
    """Read labelled sentences: a table (CSV, TSV, XLSX, JSONL, Parquet), a Label Studio export (.json) or a doccano export (.jsonl).

    Sentences without a label yet are passed over. Groups come from the column `group`, else the first of group, article, outlet and
    register that is there. Raises FramingError with every fault.
    """
    rows = read_label_studio(path) if path.suffix.lower() == ".json" else list(read_any_table(path))
    faults = [row for row in rows if isinstance(row, Fault)]
    good = [row for row in rows if not isinstance(row, Fault)]
    known = list(dict.fromkeys(name for row in good for name in row))
    missing = [name for name in (column, label_column, group) if name and name not in known]
    if good and missing:
        faults.append(Fault(str(path), 0, f"lacks the column {say_list(missing)}; it has {say_list(known, 20)}"))
    if faults:
        raise FramingError(*faults)
    chosen = group or next((name for name in GROUPS if name in known), "")
    filled = [row for row in good if say_label(row.get(label_column)) and str(row.get(column) or "").strip()]
    if len({say_label(row[label_column]) for row in filled}) < 2:
        raise make_error(path, f"holds {len(filled)} labelled sentences; at least two different labels are needed")
    return Examples(
        tuple(str(row[column]).strip() for row in filled),
        tuple(say_label(row[label_column]) for row in filled),
        tuple(find_text(row, chosen) for row in filled),
        tuple(find_text(row, "voice") for row in filled),
    )


def read_any_table(path: Path) -> Iterable[Mapping[str, Any] | Fault]:
    """Yield the rows of a table by its own column names."""
    if not is_table(path):
        raise make_error(path, f"is no table; {say_list((*TABLE_SUFFIXES, '.json'), 20)} are allowed")
    return guard(path)


def find_text(row: Mapping[str, Any], name: str) -> str:
    """Return what a row holds under a name, in itself or in its `meta`; "" for nothing."""
    meta = row.get("meta")
    value = row.get(name) or (meta.get(name) if isinstance(meta, dict) else None)
    return "" if value is None or not name else str(value)


def say_label(value: object) -> str:
    """Return a label as a word: of a list, as doccano writes it, the only one; "" for none or several."""
    if isinstance(value, list):
        return str(value[0]).strip() if len(value) == 1 else ""
    return say_value(value).strip()


def read_label_studio(path: Path) -> list[Mapping[str, Any] | Fault]:
    """Read a Label Studio export, full (`annotations`) or small (`label` beside the data)."""
    try:
        found = json.loads(read_text(path)[0])
    except json.JSONDecodeError as error:
        raise make_error(path, f"is no JSON: {error}; an export of Label Studio is allowed") from error
    if not isinstance(found, list):
        raise make_error(path, f"holds a {type(found).__name__}; a list of tasks is allowed")
    return [read_task(task) if isinstance(task, dict) else Fault(str(path), at, f"is no task: {task!r}") for at, task in enumerate(found, 1)]


def read_task(task: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return one task as a row: its data, and the label of its last annotation that was not cancelled."""
    row = dict(task.get("data") or {name: value for name, value in task.items() if isinstance(value, str)})
    for annotation in task.get("annotations") or []:
        results = [] if annotation.get("was_cancelled") else annotation.get("result") or []
        for result in results:
            choices = (result.get("value") or {}).get("choices") or []
            row["label"] = choices[0] if len(choices) == 1 else ""
    return row
