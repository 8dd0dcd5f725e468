"""The words of which figures, dates and told events are made: numbers, units, vague amounts, months, words that tell the same."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from framing.errors import Fault, FramingError
from framing.rows import Columns, Row, filled, number, one_of, read_rows

NUMBER_KINDS: Final = ("number", "magnitude", "around", "under", "over", "least", "most", "label", "age")
TIME_KINDS: Final = ("month", "weekday", "season", "day")
MEASURES: Final = ("share", "money", "time", "length", "area", "weight", "volume", "temperature", "speed", "power", "count")
ROLES: Final = ("fate", "general", "once", "change", "scope")
COUNTED: Final = ("thing", "name", "agent", "told")
SIGNS: Final = (
    "likeness", "shared weight", "shared things", "share of the shorter", "letters", "two words", "sentence", "number", "actors", "neighbours",
    "one is said", "one is ahead", "headline", "places apart", "constant",
)  # fmt: skip
TABLES: Final = {
    "number_words": Columns(("word", "kind", "value", "note"), {"word": filled, "kind": one_of(*NUMBER_KINDS)}),
    "vague_amounts": Columns(("phrase", "low", "high", "note"), {"phrase": filled}),
    "units": Columns(("unit", "forms", "measure", "note"), {"unit": filled, "forms": filled, "measure": one_of(*MEASURES)}),
    "time_words": Columns(("word", "kind", "value", "note"), {"word": filled, "kind": one_of(*TIME_KINDS), "value": number(-7, 31)}),
    "same_words": Columns(("words", "note"), {"words": filled}),
    "count_words": Columns(("word", "role", "note"), {"word": filled, "role": one_of(*ROLES)}),
    "claim_signs": Columns(("sign", "weight", "note"), {"sign": one_of(*SIGNS), "weight": number(-100, 100)}),
    "counted": Columns(("class", "role", "of", "words", "note"), {"class": filled, "role": one_of(*COUNTED), "words": filled}),
    "plain_words": Columns(("words", "note"), {"words": filled}),
}


@dataclass(frozen=True)
class Unit:
    """What is measured: the unit's name and its measure (see `MEASURES`)."""

    name: str
    measure: str


@dataclass(frozen=True)
class CountRow:
    """One row of what news counts: the class, what its words do (see `COUNTED`), the things it is told of, the words in their base form."""

    kind: str
    role: str
    of: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True)
class ClaimWords:
    """Words by what they do in a claim, all in small letters.

    `numbers`, `magnitudes` give values; `qualifiers` (kind, how far off as a share); `vague` (low, high; None: open); `units`, `times` (kind,
    value) by form; `families` the first word of each row of words that tell the same; `plain` words that carry no matter; `roles` words by what they
    say about a count (see `ROLES`); `signs` the weight of each sign that two clauses tell the same (see `SIGNS`); `counted` what news counts.
    """

    numbers: Mapping[str, float]
    magnitudes: Mapping[str, float]
    qualifiers: Mapping[str, tuple[str, float]]
    labels: frozenset[str]
    ages: frozenset[str]
    vague: Mapping[str, tuple[float | None, float | None]]
    units: Mapping[str, Unit]
    times: Mapping[str, tuple[str, int]]
    families: Mapping[str, str]
    plain: frozenset[str]
    roles: Mapping[str, frozenset[str]]
    signs: Mapping[str, float]
    counted: tuple[CountRow, ...] = ()


def read_claim_words(folders: list[Path]) -> ClaimWords:
    """Read the lists of one or more lexicon folders, later ones adding to earlier; raises FramingError with all their faults."""
    faults: list[Fault] = []
    rows: dict[str, list[Row]] = {name: [] for name in TABLES}
    for folder in folders:
        for name, columns in TABLES.items():
            path = folder / "general" / f"{name}.csv"
            if path.exists() or folder is folders[0]:
                found, wrong = read_rows(path, columns)
                rows[name] += found
                faults += wrong + check_values(path, name, found)
    if faults:
        raise FramingError(*faults)
    return make_claim_words(rows)


def check_values(path: Path, name: str, rows: list[Row]) -> list[Fault]:
    """Return the cells of a table that must hold a number and do not."""
    wanted: list[tuple[str, Row]] = []
    if name == "number_words":
        wanted = [("value", row) for row in rows if row["kind"] not in ("label", "age")]
    elif name == "vague_amounts":
        wanted = [(column, row) for row in rows for column in ("low", "high") if row[column]]
    check = number(0, 1e15)
    return [Fault(str(path), row.line, f"{column}: {what}") for column, row in wanted if (what := check(row[column]))]


def make_claim_words(rows: Mapping[str, list[Row]]) -> ClaimWords:
    """Index the rows by form."""
    kinds = {kind: [row for row in rows["number_words"] if row["kind"] == kind] for kind in NUMBER_KINDS}
    return ClaimWords(
        numbers={row["word"]: float(row["value"]) for row in kinds["number"]},
        magnitudes={row["word"]: float(row["value"]) for row in kinds["magnitude"]},
        qualifiers={row["word"]: (kind, float(row["value"])) for kind in ("around", "under", "over", "least", "most") for row in kinds[kind]},
        labels=frozenset(row["word"].lower() for row in kinds["label"]),
        ages=frozenset(row["word"].lower() for row in kinds["age"]),
        vague={row["phrase"]: (read_bound(row["low"]), read_bound(row["high"])) for row in rows["vague_amounts"]},
        units={form.lower(): Unit(row["unit"], row["measure"]) for row in rows["units"] for form in split_forms(row["forms"])},
        times={row["word"].lower(): (row["kind"], int(row["value"])) for row in rows["time_words"]},
        families=index_families(rows["same_words"]),
        roles={role: frozenset(row["word"] for row in rows["count_words"] if row["role"] == role) for role in ROLES},
        signs=dict.fromkeys(SIGNS, 0.0) | {row["sign"]: float(row["weight"]) for row in rows["claim_signs"]},
        counted=tuple(
            CountRow(row["class"], row["role"], tuple(split_forms(row["of"])), tuple(form.lower() for form in split_forms(row["words"])))
            for row in rows["counted"]
        ),
        plain=frozenset(form.lower() for row in rows["plain_words"] for form in split_forms(row["words"])),
    )


def index_families(rows: list[Row]) -> dict[str, str]:
    """Return the first word of the first row that each word stands in."""
    families: dict[str, str] = {}
    for row in rows:
        first, *others = split_forms(row["words"])
        for form in (first, *others):
            families.setdefault(form.lower(), first.lower())
    return families


def read_bound(cell: str) -> float | None:
    """Return a bound, None where it is open."""
    return float(cell) if cell else None


def split_forms(cell: str) -> list[str]:
    """Split a cell that holds a list separated by semicolons."""
    return [form.strip() for form in cell.split(";") if form.strip()]
