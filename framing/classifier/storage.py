"""Trained classifiers on disk: skops files that load listed types only, and the cache of the shipped ones."""

import hashlib
import os
import sys
import zipfile
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Final

from framing.classifier.weights import Weights, read_weights, write_weights
from framing.errors import FramingError, make_error, say_list
from framing.files import open_whole
from framing.topics.topic import Topic
from framing.version import __version__

if TYPE_CHECKING:
    from framing.classifier.estimator import SentenceClassifier

TRUSTED: Final = ("framing.classifier.estimator.SentenceClassifier",)
"""The types a model file may hold beside plain values and arrays."""
SUFFIX: Final = ".skops"


def write_model(path: Path, model: "SentenceClassifier") -> None:
    """Write a trained classifier as a compressed skops file, whole or not at all."""
    import skops.io

    with open_whole(path) as unfinished, unfinished.open("wb") as file:
        skops.io.dump(model, file, compression=zipfile.ZIP_DEFLATED)


def read_model(path: Path) -> "SentenceClassifier":
    """Read a trained classifier; raises FramingError for a file that holds any type not listed, or that is broken."""
    import skops.io

    from framing.classifier.estimator import SentenceClassifier

    try:
        with path.open("rb") as file:
            data = file.read()
        strange = [name for name in skops.io.get_untrusted_types(data=data) if name not in TRUSTED]
        if strange:
            raise make_error(path, f"holds the type {say_list(strange)}, which could run code; only {say_list(TRUSTED)} is allowed")
        model = skops.io.loads(data, trusted=list(TRUSTED))
        if not isinstance(model, SentenceClassifier):
            raise TypeError(f"a {type(model).__name__}")
        _ = model.weights_
    except FramingError:
        raise
    except OSError as error:
        raise make_error(path, f"cannot be read: {error.strerror}") from error
    except Exception as error:
        raise make_error(path, f"is no model: {error}; a file made by `framing train` is allowed") from error
    return model


def find_cache() -> Path:
    """Return the folder of the cache: FRAMING_CACHE, else `framing` in XDG_CACHE_HOME, else in ~/.cache."""
    if own := os.environ.get("FRAMING_CACHE"):
        return Path(own)
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "framing"


def hash_inputs(topic: Topic, axis_id: str) -> str:
    """Hash everything a shipped classifier is made from: examples and lexicons of the topic, general lists, program and library versions."""
    found = hashlib.sha256()
    versions = (__version__, sys.version.split()[0], *(version(name) for name in ("numpy", "scikit-learn", "nltk")))
    found.update("\n".join((topic.topic_id, axis_id, *versions)).encode())
    general = topic.folders[0].parent.parent / "general"
    for folder in (Path(__file__).parent, general, *topic.folders):
        for path in sorted(folder.glob("*")):
            if path.is_file() and path.suffix in (".py", ".csv", ".toml"):
                found.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return found.hexdigest()[:16]


def read_cached(place: Path) -> Weights | None:
    """Read the weights kept in the cache; None where there are none or the file is broken."""
    try:
        return read_weights(place.with_suffix(".npz"))
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
        return None


def write_cached(place: Path, model: "SentenceClassifier") -> None:
    """Keep a trained classifier: the model, and its weights as plain arrays, which a report reads without loading scikit-learn.

    A cache that cannot be written to costs time, nothing else.
    """
    try:
        write_model(place.with_suffix(SUFFIX), model)
        with open_whole(place.with_suffix(".npz")) as unfinished:
            write_weights(unfinished, model.weights_)
    except FramingError:
        return
