"""Actions: verbs of harm, help, control and movement, with the nouns that stand for them."""

from dataclasses import dataclass
from pathlib import Path

from framing.errors import Fault, FramingError
from framing.rows import Columns, filled, one_of, read_rows
from framing.topics.inflection import Inflections

ACTION_KINDS = ("harm", "help", "control", "movement")
ACTIONS = Columns(("base", "kind", "nouns", "note"), {"base": filled, "kind": one_of(*ACTION_KINDS)})


@dataclass(frozen=True)
class Action:
    """A verb with its forms, in the order base, third person, past forms, -ing; and its nouns in singular and plural."""

    base: str
    kind: str
    forms: tuple[str, ...]
    nouns: tuple[str, ...]


def read_actions(folders: list[Path], inflections: Inflections) -> list[Action]:
    """Read general/actions.csv of one or more lexicon folders; raises FramingError with all their faults."""
    actions: dict[str, Action] = {}
    faults: list[Fault] = []
    for folder in folders:
        path = folder / "general" / "actions.csv"
        rows, found = read_rows(path, ACTIONS) if path.exists() or folder is folders[0] else ([], [])
        faults += found
        for row in rows:
            if row["base"] in actions:
                faults.append(Fault(str(path), row.line, f"base: {row['base']!r} stands already further up"))
            first, _, rest = row["base"].partition(" ")
            forms = tuple(f"{form} {rest}".strip() for form in inflections.verb_forms(first))
            nouns = tuple(form for noun in row["nouns"].split(";") if noun.strip() for form in inflections.noun_forms(noun.strip()))
            actions[row["base"]] = Action(row["base"], row["kind"], tuple(dict.fromkeys(forms)), nouns)
    if faults:
        raise FramingError(*faults)
    return list(actions.values())
