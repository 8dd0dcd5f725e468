"""What a class agrees on: alpha by question, kappa by pair and with the tool, and the sentences on which coders differ most."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Final

import numpy as np
import pandas as pd

from framing.classroom.alpha import MISSING, Labels, measure_alpha, measure_kappa
from framing.classroom.coding import Coding, read_codings
from framing.classroom.pack import Pack
from framing.classroom.units import Units, make_units
from framing.errors import Fault, FramingError

ALL: Final = "all"
FIGURES: Final = ["value", "low", "high", "n_sentences", "n_coders", "note"]


@dataclass(frozen=True)
class ClassAgreement:
    """What some codings agree on, as tables.

    `alpha`: axis ("all": every question together), what (pole, voice), then the figure: value, low, high, n_sentences, n_coders, note.
    `pairs`: axis, coder_a, coder_b, kappa, n_sentences, note. `tool`: axis, coder, kappa, n_sentences, note.
    `sentences`: axis, article, place, start, end, text, one column a label of who gave it (labels), tool, n_coders, disagreement (share of the
    pairs of coders who differ), highest first.
    """

    pack: Pack
    codings: tuple[Coding, ...]
    faults: tuple[Fault, ...]
    tables: dict[str, pd.DataFrame]


def measure_agreement(paths: Sequence[Path], pack: Pack) -> ClassAgreement:
    """Read coders' files and measure what they agree on; raises FramingError with every fault where no file can be used."""
    codings, faults = read_codings(paths, pack)
    if not codings:
        raise FramingError(*faults)
    units = make_units(codings, pack)
    tables = {
        "alpha": make_alpha_table(units),
        "pairs": make_pair_table(units),
        "tool": make_tool_table(units) if pack.tool else pd.DataFrame(columns=["axis", "coder", "kappa", "n_sentences", "note"]),
        "sentences": make_sentence_table(units, pack),
    }
    return ClassAgreement(pack, tuple(codings), tuple(faults), tables)


def join_axes(labels: dict[str, Labels]) -> Labels:
    """Put the labels of all axes side by side as one row of units a coder, so that poles of different axes stay different labels."""
    parts, first = [], 0
    for own in labels.values():
        parts.append(np.where(own > 0, own + first, own))
        first += 2
    return np.concatenate(parts, axis=1)


def make_alpha_table(units: Units) -> pd.DataFrame:
    """Measure alpha for poles and voices of every axis, and of all axes together where there are several."""
    rows = []
    for what, labels in (("pole", dict(units.labels)), ("voice", dict(units.voices))):
        asked = dict(labels)
        if len(labels) > 1:
            asked[ALL] = join_axes(labels) if what == "pole" else np.concatenate(list(labels.values()), axis=1)
        rows += [(axis, what, *measure_alpha(own)) for axis, own in asked.items()]
    return pd.DataFrame(rows, columns=["axis", "what", *FIGURES])


def make_pair_table(units: Units) -> pd.DataFrame:
    """Measure kappa for every two coders on every axis and all together."""
    rows = []
    for axis, labels in add_all(dict(units.labels)).items():
        for a, b in combinations(range(len(units.coders)), 2):
            found = measure_kappa(labels[a], labels[b])
            rows.append((axis, units.coders[a], units.coders[b], found.value, found.n_units, found.note))
    return pd.DataFrame(rows, columns=["axis", "coder_a", "coder_b", "kappa", "n_sentences", "note"])


def make_tool_table(units: Units) -> pd.DataFrame:
    """Measure kappa of every coder with the tool on every axis and all together."""
    rows = []
    tool = add_all({axis: own[None] for axis, own in units.tool.items()})
    for axis, labels in add_all(dict(units.labels)).items():
        for number, coder in enumerate(units.coders):
            found = measure_kappa(labels[number], tool[axis][0])
            rows.append((axis, coder, found.value, found.n_units, found.note))
    return pd.DataFrame(rows, columns=["axis", "coder", "kappa", "n_sentences", "note"])


def add_all(labels: dict[str, Labels]) -> dict[str, Labels]:
    """Add all axes together where there are several."""
    return {**labels, ALL: join_axes(labels)} if len(labels) > 1 else labels


def make_sentence_table(units: Units, pack: Pack) -> pd.DataFrame:
    """List every sentence that two coders or more have read, on each axis on which anybody marked it, the most contested first."""
    rows = []
    for axis, labels in units.labels.items():
        for place, row in enumerate(units.sentences.itertuples(index=False)):
            own = labels[:, place]
            read = own[own != MISSING]
            if len(read) < 2 or not (read > 0).any():
                continue
            counts = np.bincount(read)
            share = 1 - float((counts * (counts - 1)).sum()) / (len(read) * (len(read) - 1))
            who = name_labels(units, axis, own, pack)
            tool = name_tool_label(units, axis, place, pack) if pack.tool else ""
            rows.append((axis, *row, who, tool, len(read), share))
    columns = ["axis", *units.sentences.columns, "labels", "tool", "n_coders", "disagreement"]
    table = pd.DataFrame(rows, columns=columns)
    return table.sort_values(["disagreement", "n_coders"], ascending=False, kind="stable", ignore_index=True)


def name_tool_label(units: Units, axis: str, place: int, pack: Pack) -> str:
    """Say which label the tool's marks give a sentence."""
    number = int(units.tool[axis][place])
    return "both ends alike" if number == MISSING else pack.label_of(axis, units.poles[axis][number])


def name_labels(units: Units, axis: str, own: Labels, pack: Pack) -> str:
    """Say who gave a sentence which label: "Occupation: Ana, Ben; no mark: Cy"."""
    said = []
    for number in (1, 2, 0):
        pole = units.poles[axis][number]
        coders = [units.coders[place] for place in np.flatnonzero(own == number).tolist()]
        if coders:
            said.append(f"{pack.label_of(axis, pole)}: {', '.join(coders)}")
    return "; ".join(said)
