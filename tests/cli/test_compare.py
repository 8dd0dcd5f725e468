"""`framing compare`: a report, a short table, and what would fit where no topic is named."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from framing.articles.corpus import read_articles
from framing.topics.topic import Topic

Run = Callable[..., Any]


def test_seeds(framing: Run, seeds: Path, tmp_path: Path, shipped_topics: dict[str, Topic]) -> None:
    """The shipped event: a line for every axis and outlet, and where the report stands."""
    out = tmp_path / "report"
    said = framing("compare", seeds, "--out", out)
    assert (said.code, said.err) == (0, "")
    for axis in shipped_topics["us-iraq"].axes:
        assert f"{axis.label}: -1 {axis.left.label} ... +1 {axis.right.label}" in said.out
    for article in read_articles(seeds):
        assert said.out.count(f"  {article.outlet} ") == len(shipped_topics["us-iraq"].axes)
    last = said.out.splitlines()[-1]
    assert f"files in {out}; open {out}" in last
    assert Path(last.split("open ")[1]).exists()


def test_without_a_topic(framing: Run, pages: Path, tmp_path: Path) -> None:
    """Topics that would fit are named with reasons; what cannot be read is a warning, and the exit code is 0."""
    said = framing("compare", pages, "--out", tmp_path / "report")
    assert said.code == 0
    assert said.err == f"framing: warning: {pages / 'none.txt'}: is empty; an article needs text\n"
    assert "No topic was named" in said.out
    assert "  would fit: --topic foreign-military-presence (" in said.out
    assert "pieces of evidence in 2 articles, such as “" in said.out


def test_without_a_topic_that_fits(framing: Run, tmp_path: Path) -> None:
    """Where no topic finds anything, that is said."""
    (tmp_path / "rain.txt").write_text("Rain fell on the quay.", "utf-8")
    said = framing("compare", tmp_path / "rain.txt", "--out", tmp_path / "report")
    assert said.code == 0
    assert "none of the topics at hand finds enough" in said.out


def test_formats(framing: Run, pages: Path, tmp_path: Path) -> None:
    """Only the formats asked for are written, one main file each."""
    out = tmp_path / "report"
    assert framing("compare", pages, "--topic", "us-iraq", "--out", out, "--formats", "md, json").code == 0
    assert {path.suffix for path in out.rglob("*") if path.is_file()} == {".md", ".json"}


def test_default_place(framing: Run, pages: Path) -> None:
    """Without --out the report stands in reports/, under the name of the event or folder."""
    said = framing("compare", pages, "--topic", "us-iraq", "--formats", "csv")
    assert said.code == 0
    assert (Path("reports") / "pages").is_dir()


def test_single_files(framing: Run, pages: Path) -> None:
    """Files may be named one by one."""
    said = framing("compare", pages / "one.txt", pages / "two.txt", "--topic", "foreign-military-presence", "--formats", "csv")
    assert said.code == 0
    assert said.err == ""
    assert "unnamed outlet (one)" in said.out and "  Two " in said.out
