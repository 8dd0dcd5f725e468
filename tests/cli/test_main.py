"""The program's door: help with examples, exit codes, one line an error."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from framing.cli.main import COMMANDS

Run = Callable[..., Any]
each_command = pytest.mark.parametrize("command", COMMANDS)


@each_command
@pytest.mark.parametrize("option", ["--help", "-h"])
def test_help_has_an_example(framing: Run, command: str, option: str) -> None:
    """The help of every command shows how it is called."""
    said = framing(command, option)
    assert said.code == 0
    assert "Examples:" in said.out and f"  framing {command}" in said.out.split("Examples:")[1]


def test_help_lists_every_command(framing: Run) -> None:
    """The program's own help names each command with what it does, and has examples."""
    said = framing("--help")
    assert said.code == 0
    assert [line.split()[0] for line in said.out.split("Commands:\n")[1].splitlines()] == list(COMMANDS)
    assert "Examples:" in said.out


@each_command
def test_commands_say_what_the_list_says(framing: Run, command: str) -> None:
    """A command's help opens with the sentence the list gives it, or one that begins so."""
    first = COMMANDS[command].rstrip(".").split(":")[0].split(",")[0]
    assert first in " ".join(framing(command, "--help").out.split())


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "Usage"), (("none-such",), "No such command 'none-such'"), (("compare",), "Missing argument 'PATH...'"),
        (("score", "a.csv"), "Missing option '--out'"), (("show",), "Missing argument 'ARTICLE'"), (("compare", "a", "--colour"), "--colour"),
        (("topics", "--lexicons", "none-such"), "'none-such' does not exist"), (("check", "none-such"), "'none-such' does not exist"),
        (("score", "a.csv", "--out", "o.csv", "--workers", "many"), "'many' is not a valid integer"),
    ],
)  # fmt: skip
def test_wrong_usage(framing: Run, arguments: tuple[str, ...], said: str) -> None:
    """A call that cannot be understood ends with exit code 2 and says why."""
    found = framing(*arguments)
    assert found.code == 2
    assert said in found.err + found.out


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (("compare", "none-such"), "framing: none-such: is not there; a folder of articles, a text file or a table is needed"),
        (("show", "none-such.txt"), "framing: none-such.txt: is not there; a folder of articles, a text file or a table is needed"),
        (("compare", "{pages}", "--topic", "none-such"), "framing: topic: 'none-such' is unknown; known topics are climate, foreign-military-"),
        (("score", "{pages}", "--out", "s.csv"), "framing: {pages}: names no topic; --topic with one of `framing topics` is needed"),
        (("score", "{pages}", "--topic", "us-iraq", "--out", "s.txt"), "framing: s.txt: ends in .txt; allowed are .csv and .parquet"),
        (("compare", "{pages}/one.doc"), "framing: {pages}/one.doc: ends in .doc; allowed are folders and files that end in .txt, .md, .csv"),
    ],
)  # fmt: skip
def test_bad_input(framing: Run, pages: Path, arguments: tuple[str, ...], line: str) -> None:
    """Bad input ends with exit code 1 and one line that names place, value and what is allowed."""
    (pages / "one.doc").write_text("x", "utf-8")
    said = framing(*(one.format(pages=pages) for one in arguments))
    assert said.code == 1
    (found,) = [one for one in said.err.splitlines() if not one.startswith("framing: warning: ")]
    assert found.startswith(line.format(pages=pages))


def test_every_fault_has_a_line(framing: Run, write_topic: Callable[..., Path]) -> None:
    """All faults of a file are told at once, each with its line, value and what is allowed."""
    header = "axis,pole,term,weight,inflect,target,denied,note,source\n"
    folder = write_topic(terms=f"{header}worth,gift,boon,2,noun,free,void,,own\nworth,left,ban,0.5,noun,free,void,,own\n")
    said = framing("check", "--lexicons", folder)
    assert said.code == 1
    place = folder / "topics" / "harbour" / "terms.csv"
    assert [line.split("; ")[0] for line in said.err.splitlines()] == [
        f"framing: {place}:2: weight: '2' is outside 0.1 to 1", f"framing: {place}:3: pole: 'left' is unknown",
    ]  # fmt: skip
    assert "allowed are gift, burden, none" in said.err


def test_a_process_of_its_own(repository: Path) -> None:
    """Run as a program, bad input ends with exit code 1, a line on stderr, no traceback."""
    call = [sys.executable, "-c", "from framing.cli.main import run; run()", "compare", "none-such"]
    done = subprocess.run(call, capture_output=True, text=True, check=False, cwd=repository)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "framing: none-such: is not there; a folder of articles, a text file or a table is needed\n"


def test_help_loads_no_command() -> None:
    """`framing --help` is quick because no command's file is loaded for it."""
    code = "import sys; sys.argv[1:] = ['--help']; from framing.cli.main import run\ntry: run()\nexcept SystemExit: print('pandas' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "False"
