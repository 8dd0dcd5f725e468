"""The classroom's pages in a real browser, opened from disk: no request, no error, by keyboard alone, saved and read back, axe without findings."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from framing.classroom.agreement import measure_agreement
from framing.classroom.pack import read_pack
from framing.classroom.writing import write_agreement

CHROMIUM = Path("/usr/bin/chromium")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Chromium as Debian ships it; skipped where it or Playwright is absent."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if not CHROMIUM.exists():
        pytest.skip(f"{CHROMIUM} is absent; apt-get install chromium")
    with playwright.sync_playwright() as started:
        found = started.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        yield found
        found.close()


@pytest.fixture
def visit(browser: Any) -> Iterator[Any]:
    """A function that opens a page from disk and returns it; at the end no page has asked the network for anything or told an error."""
    said: list[str] = []
    context = browser.new_context(accept_downloads=True, viewport={"width": 1180, "height": 900})

    def open_page(path: Path, width: int = 1180) -> Any:
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": 900})
        page.on("console", lambda message: said.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: said.append(f"error: {error}"))
        page.on("dialog", lambda dialog: (said.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        page.on("request", lambda request: said.append(f"request: {request.url}") if not request.url.startswith(("file:", "blob:")) else None)
        page.goto(path.as_uri())
        return page

    yield open_page
    context.close()
    assert not said


def save(page: Any, path: Path) -> Path:
    """Press save and keep the download."""
    with page.expect_download() as download:
        page.click("#save")
    download.value.save_as(path)
    return path


def press(page: Any, *keys: str) -> None:
    """Press keys one after the other."""
    for key in keys:
        page.keyboard.press(key)


def test_marking_by_keyboard_is_saved_and_read_back(visit: Any, pack_folder: Path, tmp_path: Path) -> None:
    """By keyboard alone: a nickname, sentence and words marked for two ends and voices, one deleted, saved; framing agree reads the same marks."""
    page, pack = visit(pack_folder / "students" / "annotate.html"), read_pack(pack_folder)
    page.focus("#coder")
    page.keyboard.type("Kim 🦉")
    page.focus("#text")
    press(page, "ArrowDown", "a", "ArrowDown", "ArrowRight", "Shift+ArrowRight", "v", "b", "ArrowDown", "c", "Delete")
    assert page.inner_text("#count") == "2 marks"
    assert "deleted" in page.inner_text("#status")
    page.focus("#finished")
    press(page, "Space")
    page.reload()
    assert page.inner_text("#count") == "2 marks"
    found = measure_agreement([save(page, tmp_path / "kim.json")], pack)
    first, second = sorted(found.codings[0].marks, key=lambda mark: mark.start)
    assert (first.start, first.end, first.pole, first.voice) == (*pack.sentences["A"][0], "partnership", "own")
    assert (second.pole, second.voice, len(pack.texts["A"][second.start : second.end].split())) == ("occupation", "attributed", 2)
    assert found.codings[0].read == {"A"}
    assert found.codings[0].coder == "Kim 🦉"


def test_marking_by_mouse_takes_whole_words(visit: Any, hostile_folder: Path, tmp_path: Path) -> None:
    """A selection by mouse grows to whole words; behind an emoji the offsets still fit, and hostile text stays text."""
    page, pack = visit(hostile_folder / "students" / "annotate.html"), read_pack(hostile_folder)
    letter = next(article for article, text in pack.texts.items() if "🦉" in text)
    page.click(f"#articles button:has-text('Outlet {letter}')")
    assert "<script>alert(1)</script>" in page.inner_text("#text")
    assert page.evaluate("document.querySelectorAll('#text script, #text img, #text a').length") == 0
    page.evaluate(
        """() => { const piece = [...document.querySelectorAll('#text [data-start]')].find((one) => one.textContent.includes('🦉')).firstChild;
        const at = piece.data.indexOf('It was late'), range = document.createRange(); range.setStart(piece, at + 1); range.setEnd(piece, at + 8);
        getSelection().removeAllRanges(); getSelection().addRange(range); }"""
    )
    page.click("button[data-pole='1']")
    page.fill("#coder", "<b>Eve</b>")
    record = json.loads(save(page, tmp_path / "eve.json").read_text("utf-8"))
    assert record["marks"][0]["text"] == "It was late"
    assert not measure_agreement([tmp_path / "eve.json"], pack).faults


def test_a_saved_file_is_loaded_and_a_strange_one_refused(visit: Any, pack_folder: Path, tmp_path: Path) -> None:
    """Loading brings marks and name back; a file for other articles, or none at all, changes nothing and says why."""
    page, pack = visit(pack_folder / "students" / "annotate.html"), read_pack(pack_folder)
    mark = {"article": "B", "start": 0, "end": 5, "axis": "presence", "pole": "occupation", "voice": "own"}
    record = {"format": "framing-annotation", "version": 1, "pack": pack.pack_id, "coder": "Ada", "finished": ["B"], "marks": [mark]}
    for name, content, said in [
        ("good", json.dumps(record), "Loaded: 1 mark"),
        ("other", json.dumps({**record, "pack": "x"}), "belongs to other articles"),
        ("wrong", json.dumps({**record, "marks": [{**mark, "end": 10**9}]}), "does not fit"),
        ("none", "<html>", "no JSON file"),
    ]:
        (tmp_path / f"{name}.json").write_text(content, "utf-8")
        page.set_input_files("#load", tmp_path / f"{name}.json")
        page.wait_for_function("said => document.getElementById('status').textContent.includes(said)", arg=said)
    assert page.input_value("#coder") == "Ada"
    assert page.inner_text("#count") == "1 mark"


def test_a_name_is_asked_for(visit: Any, pack_folder: Path) -> None:
    """Without a nickname nothing is saved; the field is marked and has the focus."""
    page = visit(pack_folder / "students" / "annotate.html")
    page.click("#save")
    assert page.evaluate("document.activeElement.id") == "coder"
    assert page.get_attribute("#coder", "aria-invalid") == "true"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_a_phone_need_not_scroll_sideways(visit: Any, pack_folder: Path, tmp_path: Path, scheme: str) -> None:
    """Worksheet, key, lesson, side-by-side sheet, index, annotation page with marks, agreement page: no violation, nothing wider than a phone."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed").Axe()
    pack = read_pack(pack_folder)
    saved = []
    for name in ("Ana", "Ben"):
        marks = [{**vars(mark), "text": ""} for mark in pack.tool[:: 2 if name == "Ben" else 1]]
        saved.append(tmp_path / f"{name}.json")
        record = {"format": "framing-annotation", "coder": name, "pack": pack.pack_id, "finished": list(pack.texts), "marks": marks}
        saved[-1].write_text(json.dumps(record), "utf-8")
    paths = [*sorted(pack_folder.rglob("*.html")), write_agreement(measure_agreement(saved, pack), tmp_path / "out")[0]]
    assert len(paths) == 7
    for path in paths:
        page = visit(path, 360)
        page.emulate_media(color_scheme=scheme)
        if path.name == "annotate.html":
            page.focus("#text")
            press(page, "ArrowDown", "a", "ArrowDown", "v", "b")
        found = axe.run(page)
        assert [(one["id"], one["nodes"][0]["html"][:120]) for one in found.response["violations"]] == [], path.name
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, path.name
        page.close()
