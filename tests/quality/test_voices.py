"""Floors of quality of the voices on research data, lowered only on purpose (floors.csv); skipped where the data is not there."""

import csv
from pathlib import Path

import numpy as np
import pytest

from tests.bench import newswcl50, polnear

FLOORS = Path(__file__).parent / "floors.csv"
EVERY = 3
"""One in so many articles of PolNeAR's development part is read, to keep the test short."""


def read_floors() -> dict[str, float]:
    """Return the floor of each measure."""
    with FLOORS.open(encoding="utf-8", newline="") as file:
        return {row["measure"]: float(row["floor"]) for row in csv.DictReader(file)}


@pytest.fixture(scope="module")
def on_polnear() -> dict[str, float]:
    """What is measured on a fixed part of PolNeAR's development articles."""
    if not polnear.find_data().exists():
        pytest.skip(f"PolNeAR is not at {polnear.find_data()}; set FRAMING_DATA to the folder that holds data/polnear")
    counts, _ = polnear.count_articles(polnear.read_split("dev")[::EVERY])
    found = {f"polnear {role} exact F1": polnear.measure_role(counts, role)["exact"][2] for role in polnear.ROLES}
    return found | {"polnear content token F1": polnear.measure_role(counts, "content")["token"][2]}


@pytest.fixture(scope="module")
def on_newswcl50() -> dict[str, float]:
    """What is measured on the events of NewsWCL50 no rule was developed on."""
    if not newswcl50.DATA.exists():
        pytest.skip(f"NewsWCL50 is not at {newswcl50.DATA}; set FRAMING_DATA to the folder that holds data/newswcl50")
    found = {}
    for label, kinds in (("all", newswcl50.KINDS), ("actors", ("ACTOR",))):
        figures = [newswcl50.score_event(event, kinds, errors=False)[0][2] for event in newswcl50.PARTS["unseen"]]
        found[f"newswcl50 {label} B-cubed F1"] = float(np.mean(figures))
    return found


@pytest.mark.parametrize("measure", [name for name in read_floors() if name.startswith("polnear")])
def test_attributions_hold_their_floor(on_polnear: dict[str, float], measure: str) -> None:
    """Sources, cues and contents are found as well as the floor says."""
    assert on_polnear[measure] >= read_floors()[measure]


@pytest.mark.parametrize("measure", [name for name in read_floors() if name.startswith("newswcl50")])
def test_names_hold_their_floor(on_newswcl50: dict[str, float], measure: str) -> None:
    """Names of one actor are grouped as well as the floor says."""
    assert on_newswcl50[measure] >= read_floors()[measure]
