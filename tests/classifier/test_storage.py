"""Model files: whole, without pickle, listed types only; and a cache that never stands in the way."""

import os
from pathlib import Path

import numpy as np
import pytest
import skops.io

from framing.classifier.examples import Examples
from framing.classifier.shipped import load_classifiers
from framing.classifier.storage import find_cache, hash_inputs, read_model, write_model
from framing.classifier.training import train_classifier
from framing.classifier.weights import read_weights, to_arrays, write_weights
from framing.errors import FramingError
from framing.evidence.lens import Lens


class Planted:
    """An object that would run a command when it is unpickled."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        """Run a command."""
        return os.system, ("true",)


@pytest.fixture(scope="module")
def trained(examples: Examples, harbour: Lens):  # type: ignore[no-untyped-def]
    """A trained model."""
    return train_classifier(examples, harbour, "worth")


def test_model_comes_back_as_it_was(trained, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    """A model read again has the same weights."""
    write_model(tmp_path / "m.skops", trained)
    again = read_model(tmp_path / "m.skops")
    before, after = to_arrays(trained.weights_), to_arrays(again.weights_)
    assert all(np.array_equal(before[name], after[name]) for name in before)


def test_planted_type_is_refused(trained, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    """A file that holds any other type is not loaded, and the type is named."""
    trained.planted_ = Planted()
    skops.io.dump(trained, tmp_path / "m.skops")
    del trained.planted_
    with pytest.raises(FramingError, match=r"m\.skops: holds the type .*could run code"):
        read_model(tmp_path / "m.skops")


@pytest.mark.parametrize("content", [b"", b"no archive", b"PK\x03\x04broken"])
def test_broken_model_is_one_line(content: bytes, tmp_path: Path) -> None:
    """A broken file is told in one line."""
    (tmp_path / "m.skops").write_bytes(content)
    with pytest.raises(FramingError, match=r"m\.skops: is no model"):
        read_model(tmp_path / "m.skops")


def test_weights_without_pickle(trained, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    """Weights are plain arrays, read without pickle."""
    write_weights(tmp_path / "w.npz", trained.weights_)
    again = read_weights(tmp_path / "w.npz")
    assert again.vocabulary.names == trained.weights_.vocabulary.names
    assert np.array_equal(again.coef, trained.weights_.coef)


def test_cache_is_used_and_mended(harbour: Lens, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The first use trains and says so, the second is silent, a broken file is made anew, and all give the same weights."""
    monkeypatch.setenv("FRAMING_CACHE", str(tmp_path))
    weights, said = [], []
    for step in range(3):
        if step == 2:
            next(tmp_path.glob("*.npz")).write_bytes(b"broken")
        weights.append(load_classifiers(harbour)[0].weights)
        said.append(capsys.readouterr().err)
    assert [bool(line) for line in said] == [True, False, True]
    assert "training the classifier for harbour" in said[0]
    assert all(np.array_equal(one.coef, weights[0].coef) for one in weights)


def test_cache_that_cannot_be_written_is_no_fault(harbour: Lens, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the cache's place is a file, the classifier still works."""
    (tmp_path / "file").write_text("x")
    monkeypatch.setenv("FRAMING_CACHE", str(tmp_path / "file" / "cache"))
    assert load_classifiers(harbour)[0].axis == harbour.axes[0]


def test_place_of_the_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    """FRAMING_CACHE stands over XDG_CACHE_HOME."""
    monkeypatch.setenv("XDG_CACHE_HOME", "/x")
    monkeypatch.setenv("FRAMING_CACHE", "/f")
    assert find_cache() == Path("/f")
    monkeypatch.delenv("FRAMING_CACHE")
    assert find_cache() == Path("/x/framing")


def test_key_changes_with_the_examples(harbour: Lens, lexicons: Path) -> None:
    """Another example makes another key."""
    assert harbour.topic
    path = lexicons / "topics" / "harbour" / "examples.csv"
    kept, before = path.read_text("utf-8"), hash_inputs(harbour.topic, "worth")
    path.write_text(kept + "The harbour is dull.,none,own,a,more\n", "utf-8")
    after = hash_inputs(harbour.topic, "worth")
    path.write_text(kept, "utf-8")

    assert before != after
