"""Score files: written piece by piece, standing at their place only when they are whole."""

import os
from pathlib import Path

import pandas as pd
import pytest

from framing.errors import FramingError
from framing.pipeline.score_file import open_score_file

TABLE = pd.DataFrame({"article": pd.Categorical(["a", "b"]), "bias": [0.25, float("nan")], "n": [7, 0]})
SUFFIXES = (".csv", ".parquet", ".CSV")


def read(path: Path) -> pd.DataFrame:
    """Read a score file back."""
    return pd.read_csv(path) if path.suffix.lower() == ".csv" else pd.read_parquet(path)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_pieces_are_joined(tmp_path: Path, suffix: str) -> None:
    """Tables written one after the other stand in one file with one header; empty ones add nothing."""
    path = tmp_path / "deep" / f"scores{suffix}"
    with open_score_file(path) as write:
        for table in (TABLE.iloc[:0], TABLE, TABLE.iloc[:0], TABLE):
            write(table)
    found = read(path)
    assert found["article"].tolist() == ["a", "b", "a", "b"]
    assert found["n"].tolist() == [7, 0, 7, 0]
    assert found["bias"].isna().tolist() == [False, True, False, True]
    assert os.listdir(path.parent) == [path.name]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_labels_may_differ_from_piece_to_piece(tmp_path: Path, suffix: str) -> None:
    """A later table may have labels the first one lacks."""
    path = tmp_path / f"scores{suffix}"
    with open_score_file(path) as write:
        write(TABLE)
        write(TABLE.assign(article=pd.Categorical(["y", "z"])))
    assert read(path)["article"].tolist() == ["a", "b", "y", "z"]


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("is_there", [True, False])
def test_a_failure_leaves_what_was_there(tmp_path: Path, suffix: str, is_there: bool) -> None:
    """Where writing fails midway the old file stays as it was, and nothing else is left behind."""
    path = tmp_path / f"scores{suffix}"
    if is_there:
        path.write_bytes(b"old")
    with pytest.raises(RuntimeError, match="midway"), open_score_file(path) as write:
        write(TABLE)
        raise RuntimeError("midway")
    assert {one.name: one.read_bytes() for one in tmp_path.iterdir()} == ({path.name: b"old"} if is_there else {})


@pytest.mark.parametrize("name", ["scores.xlsx", "scores", "scores.csv.gz"])
def test_an_unknown_ending(tmp_path: Path, name: str) -> None:
    """Other endings are named with those that are allowed, and nothing is written."""
    with pytest.raises(FramingError, match=r"ends in .*; allowed are \.csv and \.parquet"), open_score_file(tmp_path / name):
        pass
    assert list(tmp_path.iterdir()) == []


def test_the_file_has_the_rights_of_any_new_file(tmp_path: Path) -> None:
    """The temporary file's narrow rights are not kept."""
    path, plain = tmp_path / "scores.csv", tmp_path / "plain.csv"
    plain.touch()
    with open_score_file(path) as write:
        write(TABLE)
    assert path.stat().st_mode == plain.stat().st_mode


def test_csv_is_plain(tmp_path: Path) -> None:
    """CSV has line feeds, six figures, and empty cells where there is no figure."""
    path = tmp_path / "scores.csv"
    with open_score_file(path) as write:
        write(TABLE.assign(bias=[1 / 3, float("nan")]))
    assert path.read_bytes() == b"article,bias,n\na,0.333333,7\nb,,0\n"
