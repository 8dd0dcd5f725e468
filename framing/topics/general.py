"""The general lists every topic uses: what denies, hedges, distances or reports, loaded words, generic frames, page furniture."""

from dataclasses import dataclass, replace
from pathlib import Path

from framing.errors import Fault, FramingError
from framing.rows import Columns, Row, filled, number, one_of, read_rows
from framing.topics.inflection import read_inflections
from framing.topics.pattern import INFLECT, Grammar, Pattern
from framing.topics.writing import ABBREVIATIONS, STARTERS

SIDE = one_of("before", "after")
REACH = one_of(*map(str, range(13)))
INFLECTED = one_of(*INFLECT)
TONES = ("praise", "blame", "alarm", "belittle")
FRAMES = ("conflict", "human interest", "economic consequences", "morality", "responsibility")
"""The generic frames of Semetko & Valkenburg (2000), in the order reports show them."""
GRADES = ("neutral", "doubting", "endorsing", "emotive")
SHAPES = ("verb", "preposition", "noun", "attitude", "notion", "none")
"""Shapes of cues; attitudes and notions are verbs and nouns that report what somebody wants, thinks or does, and alone make no quotation reported;
none: what reads as a cue and is none (known as)."""
ZONES = ("furniture", "caption", "byline", "dateline", "section")
PLACES = ("line", "start", "end", "anywhere", "credit")
LISTS = {
    "cues": Columns(
        ("cue", "inflect", "grade", "shape", "note", "source"),
        {"cue": filled, "inflect": INFLECTED, "grade": one_of(*GRADES), "shape": one_of(*SHAPES)},
    ),
    "negators": Columns(
        ("term", "kind", "side", "reach", "note"),
        {"term": filled, "kind": one_of("negation", "denial", "not-a-negation", "boundary"), "side": SIDE, "reach": REACH},
    ),
    "hedges": Columns(
        ("term", "inflect", "side", "reach", "note"), {"term": filled, "inflect": INFLECTED, "side": SIDE, "reach": REACH}
    ),
    "distancers": Columns(("term", "side", "reach", "note"), {"term": filled, "side": SIDE, "reach": REACH}),
    "boosters": Columns(("term", "inflect", "note"), {"term": filled, "inflect": INFLECTED}),
    "loaded": Columns(
        ("term", "inflect", "tone", "note", "source"),
        {"term": filled, "inflect": INFLECTED, "tone": one_of(*TONES), "source": filled},
    ),
    "frames": Columns(
        ("frame", "pattern", "weight", "inflect", "note"),
        {"frame": one_of(*FRAMES), "pattern": filled, "weight": number(0.1, 1.0), "inflect": INFLECTED},
    ),
    "furniture": Columns(
        ("zone", "where", "phrase", "note"), {"zone": one_of(*ZONES), "where": one_of(*PLACES), "phrase": filled}
    ),
}
WORDS = {
    "abbreviations": ABBREVIATIONS,
    "starters": STARTERS,
    "nations": Columns(("nation", "names", "adjectives", "people", "note"), {"nation": filled, "names": filled}),
}
NAME_COLUMNS = ("term", "cue", "phrase", "pattern")
KIND_COLUMNS = ("kind", "grade", "tone", "zone", "frame")


@dataclass(frozen=True)
class Word:
    """One row of a general list with its pattern; `kind` is its grade, tone, kind, zone or frame, `place` its side or where.

    `language` is "" for the words of the lists that every topic uses, else the code of the language pack it comes from.
    """

    list_id: str
    line: int
    term: str
    pattern: Pattern
    kind: str
    place: str
    reach: int
    weight: float = 1.0
    language: str = ""


@dataclass(frozen=True)
class General:
    """All general lists: words with patterns, the sentence rules' words, and the grammar to read further terms with.

    `nations` holds each nation's forms before a noun; `adjectives` pairs of (adjectives, names).
    """

    words: tuple[Word, ...]
    abbreviations: dict[str, str]
    starters: frozenset[str]
    nations: dict[str, tuple[str, ...]]
    adjectives: tuple[tuple[list[str], list[str]], ...]
    grammar: Grammar

    def grammar_for(self, hosts: tuple[str, ...]) -> Grammar:
        """Return the grammar whose {nation} leaves out the host nations."""
        names = tuple(name for nation, forms in self.nations.items() if nation not in hosts for name in forms)
        return replace(self.grammar, placeholders={"nation": names})


def read_general(folders: list[Path]) -> General:
    """Read the general lists of one or more lexicon folders, later folders adding to earlier ones.

    Raises FramingError with every fault of every list.
    """
    grammar = Grammar(read_inflections(folders[0] / "general" / "irregular.csv"), {"nation": ()})
    faults: list[Fault] = []
    words: list[Word] = []
    for folder in folders:
        for list_id in LISTS:
            path = folder / "general" / f"{list_id}.csv"
            if path.exists() or folder is folders[0]:
                words += read_words(path, list_id, grammar, faults)
    plain = {name: read_plain(folders, name, faults) for name in WORDS}
    if faults:
        raise FramingError(*faults)
    nations = {row["nation"]: find_nation_forms(row) for row in plain["nations"]}
    return General(
        words=tuple(words),
        abbreviations={row["abbreviation"]: row["kind"] for row in plain["abbreviations"]},
        starters=frozenset(row["word"].lower() for row in plain["starters"]),
        nations=nations,
        adjectives=tuple((split_cell(row["adjectives"]), split_cell(row["names"])) for row in plain["nations"] if row["adjectives"]),
        grammar=Grammar(grammar.inflections, {"nation": tuple(form for forms in nations.values() for form in forms)}),
    )


def read_words(path: Path, list_id: str, grammar: Grammar, faults: list[Fault]) -> list[Word]:
    """Read one list of patterns; its faults are added to `faults`."""
    rows, found = read_rows(path, LISTS[list_id])
    faults += found
    words: list[Word] = []
    for row in rows:
        term = next(row.cells[name] for name in NAME_COLUMNS if name in row.cells)
        try:
            pattern = grammar.read_pattern(term, row.cells.get("inflect", "fixed"))
        except ValueError as error:
            faults.append(Fault(str(path), row.line, str(error)))
            continue
        kind = next((row.cells[name] for name in KIND_COLUMNS if name in row.cells), "")
        place = next((row.cells[name] for name in ("side", "where", "shape") if name in row.cells), "")
        reach, weight = int(row.cells.get("reach", "0")), float(row.cells.get("weight", "1"))
        words.append(Word(list_id, row.line, term, pattern, kind, place, reach, weight))
    return words


def read_plain(folders: list[Path], name: str, faults: list[Fault]) -> list[Row]:
    """Read a list that holds words without patterns, from every folder that has it."""
    rows: list[Row] = []
    for folder in folders:
        path = folder / "general" / f"{name}.csv"
        if path.exists() or folder is folders[0]:
            more, found = read_rows(path, WORDS[name])
            rows += more
            faults += found
    return rows


def find_nation_forms(row: Row) -> tuple[str, ...]:
    """Return how a nation is named before a noun: its names, its adjectives, its names with 's."""
    names = split_cell(row["names"])
    return tuple(dict.fromkeys([*names, *split_cell(row["adjectives"]), *(f"{name}'s" for name in names)]))


def split_cell(cell: str) -> list[str]:
    """Split a cell that holds a list separated by semicolons."""
    return [name.strip() for name in cell.split(";") if name.strip()]
