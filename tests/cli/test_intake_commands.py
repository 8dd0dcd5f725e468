"""`framing add`, `corpus` and `outlets`: what they print, and their exit codes."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

Run = Callable[..., Any]
PAGES = Path(__file__).resolve().parents[1] / "articles" / "pages"


def test_add(framing: Run) -> None:
    """What was added, what is not sure, what could not be added, and the intake check are told; part of it is no failure."""
    said = framing("add", PAGES / "opengraph.html", PAGES / "paywall.html", PAGES / "none.html", "--corpus", "c", "--outlet", "The Jetty")
    assert said.code == 0
    lines = said.out.splitlines()
    assert lines[0] == "added: the-jetty-2024-05-03-ferry-is-late-and-dozens-wait.txt  (opengraph.html)"
    assert any(line.startswith("  not sure: published: 2024-05-03 by meta article:published_time") for line in lines)
    assert "2 added to c, 0 there already, 1 not added" in lines
    assert "Intake check" in lines
    assert any(line.startswith("    ! paywall:") for line in lines)
    assert said.err == f"framing: warning: {PAGES / 'none.html'}: cannot be read: No such file or directory\n"


def test_add_nothing(framing: Run) -> None:
    """Where nothing at all could be added the exit code says so."""
    said = framing("add", PAGES / "opengraph.html", "--corpus", "c")
    assert said.code == 1
    assert "outlet is not known" in said.err and "name it with --outlet" in said.err
    assert not Path("c").exists()


def test_add_strict(framing: Run) -> None:
    """--strict refuses what has a serious problem, a copy of an article just added too, and adds the rest."""
    copy = Path("copy.html")
    copy.write_text((PAGES / "newsarticle.html").read_text("utf-8").replace("news/ferry-late", "news/copy").replace("Thursday", "Friday"), "utf-8")
    said = framing("add", PAGES / "newsarticle.html", PAGES / "live.html", copy, "--corpus", "c", "--outlet", "The Jetty", "--strict")
    assert said.code == 0
    assert "1 added to c, 0 there already, 2 not added" in said.out
    assert "live.html: is refused: live blog:" in said.err
    assert "copy.html: is refused: near-duplicate:" in said.err
    assert len(list(Path("c").glob("*.txt"))) == 1


def test_add_dry_run(framing: Run) -> None:
    """--dry-run writes nothing."""
    said = framing("add", PAGES / "newsarticle.html", "https://example.org/x", "--corpus", "c", "--outlet", "The Jetty", "--dry-run")
    assert (said.code, Path("c").exists()) == (0, False)
    assert "would be added: the-jetty-2024-05-02-ferry-leaves-late-again.txt" in said.out
    assert "would be fetched: https://example.org/x" in said.out


def test_add_from_this_computer(framing: Run) -> None:
    """A local address is refused without --allow-private."""
    said = framing("add", "http://127.0.0.1:9/x", "--corpus", "c")
    assert said.code == 1
    assert "not public: 127.0.0.1; allow it with --allow-private" in said.err


def test_corpus_check(framing: Run, pages: Path) -> None:
    """Problems are told by article and written as a table if asked; --strict ends with exit code 1."""
    said = framing("corpus", "check", pages, "--out", "problems.csv")
    assert said.code == 0
    assert "2 articles, 2 with a serious problem" in said.out
    assert set(pd.read_csv("problems.csv")["level"]) == {"serious", "look"}
    said = framing("corpus", "check", pages, "--strict")
    assert said.code == 1
    assert "2 of 2 articles have a serious problem; --strict allows none" in said.err


def test_corpus_check_of_the_shipped_event(framing: Run, seeds: Path) -> None:
    """The shipped event has no serious problem, and is checked with its own topic."""
    said = framing("corpus", "check", seeds, "--strict")
    assert said.code == 0
    assert "5 articles, 0 with a serious problem" in said.out
    assert "terms of the topic fire in these articles" in said.out


def test_corpus_list_and_stats(framing: Run, seeds: Path) -> None:
    """Articles are listed one a line, and counted by outlet."""
    listed = framing("corpus", "list", seeds).out.splitlines()
    assert len(listed) == 5
    assert listed[0].startswith("attache-table  The Attaché Table  2023-08-10  en  ")
    assert framing("corpus", "stats", seeds).out.splitlines()[-1].split()[:2] == ["all", "5"]


@pytest.mark.parametrize("suffix", [".parquet", ".sqlite"])
def test_a_packed_corpus_is_taken_by_every_command(framing: Run, seeds: Path, suffix: str) -> None:
    """compare, score, check, list and split take a packed corpus as they take the folder, with the same figures."""
    assert framing("corpus", "pack", seeds, "--out", f"one{suffix}").out == f"5 articles in one{suffix}\n"
    for source, out in ((seeds, "a"), (f"one{suffix}", "b")):
        assert framing("compare", source, "--out", out, "--formats", "csv").code == 0
        assert framing("score", source, "--out", f"{out}.csv", "--workers", "1").code == 0
    for name in ("a.csv", "a/scores.csv", "a/evidence.csv"):
        assert Path(name).read_bytes() == Path(name.replace("a", "b", 1)).read_bytes()
    assert framing("corpus", "list", f"one{suffix}").out == framing("corpus", "list", seeds).out
    assert "the-tamarisk" in framing("corpus", "split", f"one{suffix}", "--by", "outlet", "--out", "parts").out
    assert framing("corpus", "unpack", f"one{suffix}", "--out", "again").out == "5 articles in again\n"
    assert (Path("again") / "the-tamarisk.txt").read_bytes() == (seeds / "the-tamarisk.txt").read_bytes()


def test_outlets(framing: Run, tmp_path: Path) -> None:
    """An outlet is added to a folder of your own, listed, found by its address, and used when a page of it is added."""
    own = tmp_path / "own"
    given = ("--name", "The Quay Ledger", "--country", "GB", "--languages", "en", "--type", "private", "--domains", "ledger.example.org")
    assert framing("outlets", "add", "quay-ledger", "--lexicons", own, *given).code == 0
    assert "quay-ledger " in framing("outlets", "list", "--lexicons", own).out
    said = framing("outlets", "list", "https://ledger.example.org/x", "--lexicons", own)
    assert said.out.startswith("The Quay Ledger\n  id: quay-ledger\n")
    assert framing("outlets", "check", "--lexicons", own).out == "no faults\n"
    assert "added: quay-ledger-2024-05-02" in framing("add", PAGES / "newsarticle.html", "--corpus", "c", "--lexicons", own).out


def test_outlets_with_faults(framing: Run, tmp_path: Path) -> None:
    """Faults of the registry are told with file and line, by `outlets check` and by `check`; an unknown outlet is an error."""
    own = tmp_path / "own"
    assert framing("outlets", "add", "x", "--lexicons", own, "--name", "X").code == 1
    assert not (own / "outlets.csv").exists()
    own.mkdir(exist_ok=True)
    (own / "outlets.csv").write_text("id,name\nx,X\n", "utf-8")
    for arguments in (("outlets", "check", "--lexicons", own), ("check", own)):
        said = framing(*arguments)
        assert said.code == 1
        assert f"{own / 'outlets.csv'}:1: lacks the column" in said.err
    assert "'none-such' is not known" in framing("outlets", "list", "none-such").err
