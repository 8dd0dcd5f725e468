"""Actions: verbs of harm, help, control and movement, with the nouns that stand for them."""

import re
from dataclasses import dataclass
from pathlib import Path

from framing.errors import Fault, FramingError
from framing.rows import Columns, Row, one_of, read_rows
from framing.topics.inflection import Inflections

ACTION_KINDS = ("harm", "help", "control", "movement")
OF_ROLES = ("done-to", "doer", "")
WORD = re.compile(r"[a-z]+(?:[ -][a-z]+)*")


def check_words(cell: str) -> str:
    """Check that a cell holds words in small letters, separated by semicolons."""
    wrong = [word for word in cell.split(";") if cell and not WORD.fullmatch(word.strip())]
    return f"{wrong[0]!r} is no word; words in small letters are allowed, separated by ;" if wrong else ""


def check_base(cell: str) -> str:
    """Check that a cell holds one verb in small letters, with a small word behind it if it needs one."""
    return "must not be empty" if not cell else check_words(cell) if ";" not in cell else f"{cell!r} holds several; one verb a row is allowed"


ACTIONS = Columns(
    ("base", "kind", "nouns", "of", "towards", "alone", "note"),
    {
        "base": check_base, "kind": one_of(*ACTION_KINDS), "nouns": check_words, "of": one_of(*OF_ROLES), "towards": check_words,
        "alone": one_of("yes", ""),
    },
)  # fmt: skip


@dataclass(frozen=True)
class Action:
    """A verb with its forms, in the order base, third person, past forms, -ing; and its nouns in singular and plural.

    `of_role` says whom "of" behind the noun names (done-to: the killing of; doer: the retreat of; "": it may be either), `towards` which
    prepositions name the done-to; `is_alone`: the verb can do without an object, so that its past form in front of "in" is no participle.
    """

    base: str
    kind: str
    forms: tuple[str, ...]
    nouns: tuple[str, ...]
    of_role: str = "done-to"
    towards: tuple[str, ...] = ()
    is_alone: bool = False


def read_actions(folders: list[Path], inflections: Inflections) -> list[Action]:
    """Read general/actions.csv of one or more lexicon folders; raises FramingError with all their faults."""
    actions: dict[str, Action] = {}
    faults: list[Fault] = []
    for folder in folders:
        path = folder / "general" / "actions.csv"
        rows, found = read_rows(path, ACTIONS) if path.exists() or folder is folders[0] else ([], [])
        faults += found
        lines: dict[str, int] = {}
        for row in rows:
            faults += check_row(path, row, lines)
            lines.setdefault(row["base"], row.line)
            actions[row["base"]] = make_action(row, inflections)
    if faults:
        raise FramingError(*faults)
    return list(actions.values())


def check_row(path: Path, row: Row, lines: dict[str, int]) -> list[Fault]:
    """Return what is wrong with a row beside its cells: a verb listed twice in one file, prepositions of a noun that is not there."""
    found = []
    if row["base"] in lines:
        found.append(f"base: {row['base']!r} stands already in line {lines[row['base']]}")
    for column in ("of", "towards"):
        if row[column] and not row["nouns"]:
            found.append(f"{column}: {row[column]!r} tells about a noun, and nouns is empty")
    return [Fault(str(path), row.line, what) for what in found]


def make_action(row: Row, inflections: Inflections) -> Action:
    """Make an action of its row; the first word of its verb is inflected."""
    first, _, rest = row["base"].partition(" ")
    forms = tuple(f"{form} {rest}".strip() for form in inflections.verb_forms(first))
    nouns = tuple(form for noun in split(row["nouns"]) for form in inflections.noun_forms(noun))
    return Action(row["base"], row["kind"], tuple(dict.fromkeys(forms)), nouns, row["of"], split(row["towards"]), row["alone"] == "yes")


def split(cell: str) -> tuple[str, ...]:
    """Split a cell at its semicolons."""
    return tuple(one.strip() for one in cell.split(";") if one.strip())
