"""Dictionaries of other programs: categories of words, read from and written to LIWC .dic, quanteda YAML, CSV and JSON."""

import csv
import io
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from framing.errors import Fault, FramingError, make_error, say_list
from framing.files import read_text
from framing.rows import Columns, filled, read_rows

SUFFIXES: Final = (".dic", ".yml", ".yaml", ".csv", ".json")
WORDS: Final = Columns(("word", "category"), {"word": filled, "category": filled})
CODE: Final = re.compile(r"\d+")


@dataclass(frozen=True)
class Dictionary:
    """Words by category, in order; a category inside another is written with a dot (tone.positive)."""

    categories: Mapping[str, tuple[str, ...]]


def read_dictionary(path: Path) -> Dictionary:
    """Read a dictionary by its ending; raises FramingError with its faults."""
    readers = {".dic": read_liwc, ".yml": read_yaml, ".yaml": read_yaml, ".csv": read_csv, ".json": read_json}
    suffix = path.suffix.lower()
    if suffix not in readers:
        raise make_error(path, f"ends in {suffix or 'nothing'}; allowed are {', '.join(SUFFIXES)}")
    found = readers[suffix](path)
    if not any(found.values()):
        raise make_error(path, "holds no word in any category")
    return Dictionary({name: tuple(dict.fromkeys(words)) for name, words in found.items()})


def read_liwc(path: Path) -> dict[str, list[str]]:
    """Read a LIWC .dic file: categories with their numbers between two lines of %, then a word and the numbers of its categories a line."""
    lines = read_text(path)[0].splitlines()
    marks = [at for at, line in enumerate(lines) if line.strip() == "%"]
    if len(marks) < 2:
        raise make_error(path, "has no list of categories between two lines of %")
    parts = [line.split(None, 1) for line in lines[marks[0] + 1 : marks[1]] if line.strip()]
    names = {part[0]: part[1].strip() for part in parts if len(part) == 2}
    found: dict[str, list[str]] = {name: [] for name in names.values()}
    faults = [Fault(str(path), marks[0] + 1, f"{' '.join(part)!r}: a category needs a number and a name") for part in parts if len(part) != 2]
    for line, text in enumerate(lines[marks[1] + 1 :], marks[1] + 2):
        cells = [cell for cell in (text.split("\t") if "\t" in text else text.split()) if cell.strip()]
        codes = [code for cell in cells[1:] for code in cell.split()]
        unknown = [code for code in codes if code not in names]
        if cells and (unknown or not codes):
            what = f"{unknown[0]!r} is no category" if unknown else "names no category"
            faults.append(Fault(str(path), line, f"{cells[0].strip()}: {what}; allowed are the numbers {say_list(names)}"))
        for code in codes if not unknown else ():
            found[names[code]].append(cells[0].strip())
    if faults:
        raise FramingError(*faults)
    return found


def read_yaml(path: Path) -> dict[str, list[str]]:
    """Read a quanteda YAML dictionary: categories with lists of words, which may hold further categories."""
    import yaml

    try:
        content = yaml.safe_load(read_text(path)[0])
    except yaml.YAMLError as error:
        raise make_error(path, f"is no YAML: {' '.join(str(error).split())}") from error
    return flatten(content, path)


def read_json(path: Path) -> dict[str, list[str]]:
    """Read a JSON dictionary: categories with lists of words, which may hold further categories."""
    try:
        return flatten(json.loads(read_text(path)[0]), path)
    except (json.JSONDecodeError, RecursionError) as error:
        raise make_error(path, f"is no JSON: {error}") from error


def flatten(content: Any, path: Path, above: str = "") -> dict[str, list[str]]:
    """Lay nested categories out flat; words beside further categories belong to the category they stand in."""
    if not isinstance(content, dict):
        raise make_error(path, f"{above or 'top'}: {type(content).__name__}; categories with lists of words are needed")
    found: dict[str, list[str]] = {}
    for name, value in content.items():
        full = f"{above}.{name}" if above else str(name)
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, dict):
                found |= flatten(item, path, full)
            elif isinstance(item, str | int | float | bool):
                found.setdefault(full, []).append(str(item))
            else:
                raise make_error(path, f"{full}: {item!r}; words or further categories are needed")
    return found


def read_csv(path: Path) -> dict[str, list[str]]:
    """Read a table with the columns word and category."""
    rows, faults = read_rows(path, WORDS)
    if faults:
        raise FramingError(*faults)
    found: dict[str, list[str]] = {}
    for row in rows:
        found.setdefault(row["category"], []).append(row["word"])
    return found


def write_dictionary(dictionary: Dictionary, suffix: str) -> str:
    """Write a dictionary as the text of a file with that ending; a dot in a category's name becomes a level in YAML and JSON."""
    if suffix == ".csv":
        return write_rows(("word", "category"), [(word, name) for name, words in dictionary.categories.items() for word in words])
    if suffix == ".dic":
        return write_liwc(dictionary)
    nested: dict[str, Any] = {}
    for name, words in dictionary.categories.items():
        *above, last = name.split(".")
        level = nested
        for part in above:
            level = level.setdefault(part, {})
        level[last] = list(words)
    if suffix == ".json":
        return json.dumps(nested, ensure_ascii=False, indent=1) + "\n"
    import yaml

    return str(yaml.safe_dump(nested, allow_unicode=True, sort_keys=False, width=1000))


def write_liwc(dictionary: Dictionary) -> str:
    """Write a dictionary as LIWC .dic: categories by number, then each word with its numbers."""
    numbers = {name: number for number, name in enumerate(dictionary.categories, 1)}
    words: dict[str, list[int]] = {}
    for name, own in dictionary.categories.items():
        for word in own:
            words.setdefault(word, []).append(numbers[name])
    lines = ["%", *(f"{number}\t{name}" for name, number in numbers.items()), "%"]
    return "\n".join([*lines, *("\t".join([word, *map(str, own)]) for word, own in words.items())]) + "\n"


def write_rows(header: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    """Write rows as CSV."""
    file = io.StringIO(newline="")
    csv.writer(file, lineterminator="\n").writerows([header, *rows])
    return file.getvalue()
