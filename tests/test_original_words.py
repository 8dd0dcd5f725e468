"""Seeds, articles for learning and examples are written for this project: they share no eight words in a row with the published articles."""

import csv
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from framing.text.cleaning import clean_text
from framing.text.letters import fold_text

Read = Callable[[Path], Iterator[tuple[str, str]]]
N_WORDS = 8
LOOK_ALIKE = str.maketrans("еаосрхуіЕАОСРХУІ", "eaocpxyiEAOCPXYI")


def find_runs(text: str) -> Iterator[tuple[str, ...]]:
    """Yield every eight words in a row of a text, in small letters without accents, look-alike letters read as Latin."""
    words = [word.decode("latin-1") for word in fold_text(clean_text(text).text.translate(LOOK_ALIKE)).split()]
    yield from zip(*(words[start:] for start in range(N_WORDS)), strict=False)


def read_seeds(repository: Path) -> Iterator[tuple[str, str]]:
    """Yield (place, text) of every shipped article and description, and of the articles from which weights are learned."""
    for path in sorted([*(repository / "seeds").rglob("*"), *(repository / "tests" / "quality" / "claims" / "learning").rglob("*")]):
        if path.suffix in (".txt", ".md", ".toml"):
            yield str(path.relative_to(repository)), path.read_text("utf-8")


def read_examples(repository: Path) -> Iterator[tuple[str, str]]:
    """Yield (place, text) of every example sentence of the topics."""
    for path in sorted((repository / "lexicons" / "topics").glob("*/*.csv")):
        if path.stem in ("cases", "examples", "swap"):
            with path.open(encoding="utf-8", newline="") as file:
                for number, cells in enumerate(csv.reader(file), 1):
                    yield from ((f"{path.relative_to(repository)}, row {number}", cell) for cell in cells)


def read_tests(repository: Path) -> Iterator[tuple[str, str]]:
    """Yield (place, text) of every test file."""
    for path in sorted((repository / "tests").rglob("test_*.py")):
        yield str(path.relative_to(repository)), path.read_text("utf-8")


def test_the_comparison_sees_through_disguise() -> None:
    """Capitals, curly marks, line ends and look-alike letters do not make eight words others."""
    plain = "the boats that lay still went out at night"
    assert set(find_runs("Thе bоats\nthat “lay” still — went OUT at night")) == set(find_runs(plain))
    assert len(set(find_runs(plain))) == 2




@pytest.mark.parametrize("read", [read_seeds, pytest.param(read_examples), read_tests])
def test_no_text_of_ours_is_copied(repository: Path, published: Path, read: Read) -> None:
    """No eight words in a row of seeds, example sentences or tests stand in a published article."""
    known = {run for path in published.glob("*.txt") for run in find_runs(path.read_text("utf-8"))}
    assert len(known) > 1_000
    copied = [f"{place}: {' '.join(run)}" for place, text in read(repository) for run in find_runs(text) if run in known]
    assert not copied, "\n".join(copied)
