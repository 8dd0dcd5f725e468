"""The program run in this process: its exit code and what it said."""

import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple

import pytest

from framing.cli.main import run
from framing.shipped import find_shipped

TRAINING: Final = re.compile(r"^training the classifier for .* once\n", re.MULTILINE)
"""Said on the first use of a classifier: whichever test comes first hears it."""


class Said(NamedTuple):
    """What a run ended with; what is said of training is left out."""

    code: int
    out: str
    err: str


@pytest.fixture
def framing(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Callable[..., Said]:
    """A function that runs `framing` with some arguments, in an empty folder."""
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    monkeypatch.delenv("FRAMING_LEXICONS", raising=False)

    def call(*arguments: object) -> Said:
        monkeypatch.setattr(sys, "argv", ["framing", *map(str, arguments)])
        try:
            run()
            code = 0
        except SystemExit as error:
            code = int(error.code or 0)
        out, err = capsys.readouterr()
        return Said(code, out, TRAINING.sub("", err))

    return call


@pytest.fixture
def seeds() -> Path:
    """The shipped event's folder."""
    return find_shipped("seeds") / "us-iraq-dialogue"


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A folder of two articles and an empty file, without an event."""
    folder = tmp_path / "pages"
    folder.mkdir()
    text = "The US occupation of Iraq goes on. US troops are occupiers. Foreign troops are an occupation force. Iraq wants them to leave."
    (folder / "one.txt").write_text(text, "utf-8")
    (folder / "two.txt").write_text(f"---\noutlet: Two\n---\nUS troops are partners of Iraq. {text}", "utf-8")
    (folder / "none.txt").write_text("\n", "utf-8")
    return folder
