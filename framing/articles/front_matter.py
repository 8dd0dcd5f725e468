"""The lines between `---` at the top of a text file that say what the article is."""

import re
from typing import NamedTuple

import yaml

FRONT = re.compile(r"\A---[ \t]*\r?\n(.*?)^---[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
PLAIN_LINE = re.compile(r"^(\w+):[ \t]*(.*?)[ \t]*\r?$", re.MULTILINE)
LONGEST = 20_000


class FrontMatter(NamedTuple):
    """What front matter said: its fields as strings, where the article's text begins, and what is wrong with it ("" when nothing)."""

    values: dict[str, str]
    text_start: int
    wrong: str


def read_front_matter(text: str) -> FrontMatter:
    """Read the front matter of a text file; a file without has no values and begins at 0.

    >>> read_front_matter("---\\noutlet: The Daily\\n---\\nText")
    FrontMatter(values={'outlet': 'The Daily'}, text_start=26, wrong='')
    """
    found = FRONT.match(text[: LONGEST + 10])
    if not found:
        unclosed = re.match(r"---\r?\n\w+:", text) is not None
        return FrontMatter({}, 0, "front matter is opened by --- and not closed by another ---" if unclosed else "")
    try:
        values = yaml.load(found[1], Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f"line {mark.line + 2}" if mark else "front matter"
        plain = {key.lower(): value.strip("\"' ") for key, value in PLAIN_LINE.findall(found[1])}
        wrong = f"front matter is not well formed ({where}) and was read line by line; put a value with a colon in double quotes"
        return FrontMatter(plain, found.end(), wrong)
    if not isinstance(values, dict):
        return FrontMatter({}, 0, "what stands between --- at the top holds no fields and was kept as text; lines like `outlet: Name` are allowed")
    plain = {str(key).strip().lower(): value.strip() for key, value in values.items() if isinstance(value, str)}
    return FrontMatter(plain, found.end(), "")
