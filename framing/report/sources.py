"""What a comparison was made from: versions, settings, and the SHA-256 of every lexicon file and raw text."""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from framing.analysis.resampling import N_DRAWS
from framing.analysis.scores import MIN_EVIDENCE, MIN_SENTENCES
from framing.comparison.comparison import Comparison
from framing.errors import Fault
from framing.shipped import find_shipped
from framing.version import __version__

TOPIC_FILES: Final = ("topic.toml", "terms.csv", "targets.csv", "actors.csv", "referents.csv")


@dataclass(frozen=True)
class Source:
    """A file or text that figures rest on: its name (never a path of this computer) and the SHA-256 of its bytes."""

    name: str
    sha256: str


def describe_run(comparison: Comparison) -> dict[str, str | int]:
    """Return the settings a comparison depends on."""
    return {
        "framing_version": __version__,
        "random_state": comparison.random_state,
        "bootstrap_draws": N_DRAWS,
        "least_evidence": MIN_EVIDENCE,
        "least_sentences": MIN_SENTENCES,
    }


def hash_lexicons(comparison: Comparison) -> list[Source]:
    """Return every lexicon file used, general lists first, named from its lexicon folder on."""
    shipped = find_shipped("lexicons")
    folders = comparison.topic.folders if comparison.topic else ()
    roots = dict.fromkeys([shipped, *comparison.folders, *(folder.parent.parent for folder in folders)])
    paths = [(root, path) for root in roots for path in sorted((root / "general").glob("*.csv"))]
    paths += [(folder.parent.parent, folder / name) for folder in folders for name in TOPIC_FILES if (folder / name).exists()]
    return [Source(name_lexicon(path, root, shipped), hash_bytes(path.read_bytes())) for root, path in paths]


def name_lexicon(path: Path, root: Path, shipped: Path) -> str:
    """Name a lexicon file from its lexicon folder on; a user's own folder is called `own`."""
    return f"{'lexicons' if root == shipped else 'own'}/{path.relative_to(root).as_posix()}"


def hash_articles(comparison: Comparison) -> list[Source]:
    """Return every article by its id with the SHA-256 of its raw text as UTF-8."""
    return [Source(one.article_id, hash_bytes(one.raw_text.encode("utf-8", "replace"))) for one in comparison.articles]


def hash_bytes(data: bytes) -> str:
    """Return the SHA-256 of some bytes."""
    return hashlib.sha256(data).hexdigest()


def name_fault(fault: Fault) -> str:
    """Say a warning with the file's name alone, so that a report holds no path of this computer."""
    return str(Fault(fault.place.replace("\\", "/").rsplit("/", 1)[-1], fault.line, fault.what))
