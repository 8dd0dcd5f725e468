"""The sentences a topic must and must not fire on, and the swap test: exchanging the actors must not change the score."""

import re
from itertools import groupby
from pathlib import Path
from typing import Final

import numpy as np

from framing.analysis.analysis import analyse_articles
from framing.articles.article import Article
from framing.errors import Fault
from framing.evidence.lens import Lens
from framing.rows import Columns, Row, filled, read_rows

CASES: Final = Columns(("axis", "expect", "sentence", "note"), {"axis": filled, "expect": filled, "sentence": filled})
SWAPS: Final = Columns(("axis", "expect", "sentence", "swap"), {"axis": filled, "expect": filled, "sentence": filled, "swap": filled})
PLACE: Final = re.compile(r"\{([AB])(:adj)?\}")


def check_cases(folder: Path, lens: Lens) -> list[Fault]:
    """Run a topic's cases.csv: a pole must have counted evidence and the other pole none; `none` must have no counted evidence."""
    path = folder / "cases.csv"
    known, faults = read_known(path, CASES, lens)
    for row, found in zip(known, score_sentences([row["sentence"] for row in known], lens), strict=True):
        if what := judge(row, found, lens):
            faults.append(Fault(str(path), row.line, what))
    return faults


def find_untested(folder: Path, lens: Lens) -> list[Fault]:
    """Return the poles of a topic's own axes, and `none`, that no sentence of cases.csv asks for."""
    path = folder / "cases.csv"
    rows, _ = read_rows(path, CASES) if path.exists() else ([], [])
    asked = {(row["axis"], row["expect"]) for row in rows}
    own = {entry.axis_id for entry in lens.entries if entry.entry_id.partition(":")[0] == folder.name}
    wanted = [(axis.axis_id, pole) for axis in lens.axes if axis.axis_id in own for pole in (axis.left.pole_id, axis.right.pole_id, "none")]
    missing = [pair for pair in wanted if pair not in asked]
    return [Fault(str(path), 0, f"holds no sentence that expects {pole} on {axis}; each needs one") for axis, pole in missing]


def check_swaps(folder: Path, lens: Lens) -> list[Fault]:
    """Run a topic's swap.csv: whoever stands for {A} and {B}, evidence and weights must be the same, and the pole as expected."""
    path = folder / "swap.csv"
    known, faults = read_known(path, SWAPS, lens)
    pairs = [(row, pair) for row in known for pair in split_pairs(row["swap"])]
    scores = score_sentences([fill_in(row["sentence"], pair, lens) for row, pair in pairs], lens)
    for row, group in groupby(zip(pairs, scores, strict=True), key=lambda item: item[0][0]):
        (_, first_pair), first = (found := list(group))[0]
        if what := judge(row, first, lens):
            faults.append(Fault(str(path), row.line, f"with {'/'.join(first_pair)}: {what}"))
        for (_, pair), score in found[1:]:
            if score != first:
                faults.append(Fault(str(path), row.line, f"{'/'.join(pair)} scores {score}, {'/'.join(first_pair)} scores {first}"))
    return faults


def read_known(path: Path, columns: Columns, lens: Lens) -> tuple[list[Row], list[Fault]]:
    """Read a file of sentences, if it is there, as (rows whose axis and pole are known, faults)."""
    rows, faults = read_rows(path, columns) if path.exists() else ([], [])
    wrong = {row.line: what for row in rows if (what := check_names(row, lens))}
    faults += [Fault(str(path), line, what) for line, what in wrong.items()]
    return [row for row in rows if row.line not in wrong], faults


def check_names(row: Row, lens: Lens) -> str:
    """Return what is wrong with the axis or pole a row names, or ""."""
    axes = {axis.axis_id: axis for axis in lens.axes}
    if row["axis"] not in axes:
        return f"axis: {row['axis']!r} is unknown; allowed are {', '.join(axes)}"
    allowed = (axes[row["axis"]].left.pole_id, axes[row["axis"]].right.pole_id, "none")
    return "" if row["expect"] in allowed else f"expect: {row['expect']!r} is unknown; allowed are {', '.join(allowed)}"


def score_sentences(sentences: list[str], lens: Lens) -> list[dict[str, float]]:
    """Score sentences one by one: the weight counted for each `axis:pole`."""
    found: list[dict[str, float]] = [{} for _ in sentences]
    if not sentences:
        return found
    analysis = analyse_articles([Article(str(at), "", "", sentence) for at, sentence in enumerate(sentences)], lens)
    evidence = analysis.evidence
    article = analysis.segments.article[evidence.segment]
    for at in np.flatnonzero(evidence.weight > 0):
        axis = lens.axes[evidence.axis[at]]
        key = f"{axis.axis_id}:{axis.pole(evidence.sign[at]).pole_id}"
        own = found[article[at]]
        own[key] = round(own.get(key, 0.0) + float(evidence.weight[at]), 6)
    return found


def judge(row: Row, found: dict[str, float], lens: Lens) -> str:
    """Return how a sentence's score differs from what its row expects, or ""."""
    on_axis = {key.partition(":")[2] for key in found if key.startswith(f"{row['axis']}:")}
    wanted = set() if row["expect"] == "none" else {row["expect"]}
    if on_axis == wanted:
        return ""
    return f"expects {row['expect']} on {row['axis']}, found {', '.join(sorted(on_axis)) or 'none'}: {row['sentence']}"


def split_pairs(swap: str) -> list[tuple[str, ...]]:
    """Split `US/Iraq;Russia/Syria` into pairs."""
    return [tuple(name.strip() for name in pair.split("/")) for pair in swap.split(";") if pair.strip()]


def fill_in(sentence: str, pair: tuple[str, ...], lens: Lens) -> str:
    """Put names into a sentence's {A} and {B}; {A:adj} takes the nation's adjective, or the name where it has none."""
    names = dict(zip("AB", pair, strict=False))

    def name(found: re.Match[str]) -> str:
        plain = names.get(found[1], "")
        return find_adjective(plain, lens) if found[2] else plain

    return PLACE.sub(name, sentence)


def find_adjective(name: str, lens: Lens) -> str:
    """Return the adjective of a nation known under a name; the name itself where there is none."""
    for adjectives, names in lens.general.adjectives:
        if name in names:
            return adjectives[0]
    return name
