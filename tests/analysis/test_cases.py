"""A topic's own sentences: cases that must and must not fire, and the swap test."""

from pathlib import Path

import pytest

from framing.analysis.balance import find_uneven, measure_balance
from framing.analysis.cases import check_cases, check_swaps, find_adjective, score_sentences
from framing.evidence.lens import Lens


def write(folder: Path, name: str, *rows: str) -> Path:
    """Write a table of sentences and return its folder."""
    header = "axis,expect,sentence,note" if name == "cases.csv" else "axis,expect,sentence,swap"
    (folder / name).write_text("\n".join([header, *rows, ""]), "utf-8")
    return folder


def test_sentences_are_scored_one_by_one(lens: Lens) -> None:
    """Each sentence has the weight it counts for each pole, void evidence left out."""
    sentences = ["It is a blessing and a curse.", "It is not a curse.", "Boats.", "It is a curse, a curse."]
    assert score_sentences(sentences, lens) == [{"worth:gift": 0.8, "worth:burden": 0.6}, {}, {}, {"worth:burden": 1.2}]
    assert score_sentences([], lens) == []


@pytest.mark.parametrize(
    ("row", "what"),
    [
        ("worth,gift,It is a blessing.,", ""),
        ("worth,none,It is not a blessing.,", ""),
        ("worth,gift,It is a curse.,", "expects gift on worth, found burden: It is a curse."),
        ("worth,gift,It is a blessing and a curse.,", "expects gift on worth, found burden, gift: It is a blessing and a curse."),
        ("worth,none,It is a curse.,", "expects none on worth, found burden: It is a curse."),
        ("worth,gift,Boats.,", "expects gift on worth, found none: Boats."),
        ("price,gift,It is a blessing.,", "axis: 'price' is unknown; allowed are worth"),
        ("worth,left,It is a blessing.,", "expect: 'left' is unknown; allowed are gift, burden, none"),
    ],
)
def test_cases(tmp_path: Path, lens: Lens, row: str, what: str) -> None:
    """A sentence that does not fire as it should is a fault with its line, and so is an unknown name."""
    faults = check_cases(write(tmp_path, "cases.csv", "worth,burden,A curse came.,", row), lens)
    assert [str(fault) for fault in faults] == ([f"{tmp_path / 'cases.csv'}:3: {what}"] if what else [])


def test_swaps(tmp_path: Path, lens: Lens) -> None:
    """Whoever stands in the place, the score is the same; a name that is itself a term changes it."""
    rows = ("worth,burden,{A} is a curse.,Ana/Cy;Cy/Ana", "worth,burden,{A} is a curse.,Ana/Cy;blessing/Cy")
    (fault,) = check_swaps(write(tmp_path, "swap.csv", *rows), lens)
    assert fault.line == 3
    assert "blessing/Cy scores" in fault.what


def test_adjectives_of_nations(lens: Lens) -> None:
    """A nation's name gives its adjective, anything else itself."""
    assert (find_adjective("Albania", lens), find_adjective("Ana", lens)) == ("Albanian", "Ana")


def test_balance(tmp_path: Path, lens: Lens) -> None:
    """Each pole has its entries, weights, share of free terms and the cases it fired on."""
    table = measure_balance(write(tmp_path, "cases.csv", "worth,burden,A curse came.,", "worth,none,Boats.,"), lens)
    assert table[["pole", "entries", "fired"]].values.tolist() == [["gift", 2, 0], ["burden", 2, 1]]
    assert table["weight"].tolist() == pytest.approx([0.75, 0.5])
    assert table["free_share"].tolist() == [1.0, 0.5]


def test_uneven_poles_are_named(tmp_path: Path, lens: Lens) -> None:
    """Where one pole has over a quarter more entries or weight than the other, that is said."""
    found = find_uneven(measure_balance(tmp_path, lens))
    assert found == ["worth: weight of the poles are uneven, 0.5 against 0.75; at most a quarter more is allowed"]
