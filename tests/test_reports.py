"""The example reports and the classroom pack that are kept under reports/."""

import zipfile
from pathlib import Path

import pytest

from framing.articles.corpus import read_articles
from framing.classroom.writing import write_pack
from framing.comparison.comparison import compare_articles
from framing.report.writing import write_report

ROOT = Path(__file__).resolve().parents[1]
KEPT = sorted(path.parent.name for path in (ROOT / "reports").glob("*/report.html"))


@pytest.mark.parametrize("event_id", KEPT)
def test_kept_report_is_what_the_program_makes_today(event_id: str, tmp_path: Path) -> None:
    """Every kept report equals a fresh one byte for byte; `make reports` makes them anew."""
    comparison = compare_articles(read_articles(ROOT / "seeds" / event_id))
    fresh = write_report(comparison, tmp_path, ("html", "md", "csv", "json"))
    for path in fresh:
        kept = ROOT / "reports" / event_id / path.name
        assert kept.exists(), f"{kept} is missing; run: make reports"
        assert kept.read_bytes() == path.read_bytes(), f"{kept} differs; run: make reports"


def test_every_shipped_event_has_a_kept_report() -> None:
    """The events of seeds/ and the reports of reports/ are the same."""
    assert sorted(path.parent.name for path in (ROOT / "seeds").glob("*/event.toml")) == KEPT


def test_kept_classroom_pack_is_what_the_program_makes_today(tmp_path: Path) -> None:
    """The kept pack equals a fresh one: pages byte for byte, DOCX member by member (compression differs between Python builds)."""
    fresh = write_pack(compare_articles(read_articles(ROOT / "seeds" / "us-iraq-dialogue")), tmp_path / "pack")
    folder = ROOT / "reports" / "classroom"
    assert {path.relative_to(tmp_path / "pack") for path in fresh} == {path.relative_to(folder) for path in folder.rglob("*") if path.is_file()}
    for path in fresh:
        kept = folder / path.relative_to(tmp_path / "pack")
        assert read_parts(kept) == read_parts(path), f"{kept} differs; run: make reports"


def read_parts(path: Path) -> dict[str, bytes]:
    """Return the members of a DOCX, or a file as its only part."""
    if path.suffix != ".docx":
        return {"": path.read_bytes()}
    with zipfile.ZipFile(path) as file:
        return {name: file.read(name) for name in file.namelist()}
