"""The page in a real browser: from disk, without network, by keyboard, for assistive technology, in light and dark."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from framing.articles.article import Corpus
from framing.comparison.comparison import Comparison, compare_articles
from framing.report.html import render_html
from tests.report.conftest import TOPIC

sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no chromium on the PATH")
Page = sync_api.Page


@pytest.fixture(scope="module")
def browser() -> Iterator[object]:
    """A headless browser."""
    with sync_api.sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield running
        running.close()


@pytest.fixture(scope="module")
def files(
    compared: Comparison, seeds: Corpus, many: Comparison, hostile: Comparison, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Path]:
    """The pages of the shipped event, of two of its articles, of many articles, and of the hostile corpus, on disk."""
    folder = tmp_path_factory.mktemp("pages")
    pages = {name: folder / f"{name}.html" for name in ("shipped", "pair", "many", "hostile")}
    pages["many"].write_text(render_html(many), "utf-8")
    pages["shipped"].write_text(render_html(compared), "utf-8")
    pages["pair"].write_text(render_html(compare_articles(seeds.articles[:2], TOPIC)), "utf-8")
    pages["hostile"].write_text(render_html(hostile), "utf-8")
    return pages


class Watched:
    """A page with what it asked for and what its console said."""

    def __init__(self, browser: object, path: Path, **options: object) -> None:
        self.asked: list[str] = []
        self.said: list[str] = []
        self.page = browser.new_page(reduced_motion="reduce", **options)  # type: ignore[attr-defined]
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("dialog", lambda dialog: self.said.append(dialog.message))
        self.page.goto(path.as_uri())


@pytest.fixture
def page(browser: object, files: dict[str, Path]) -> Iterator[Page]:
    """The page of the shipped event, opened."""
    watched = Watched(browser, files["shipped"], viewport={"width": 1180, "height": 900})
    yield watched.page
    watched.page.close()


def wait_until(page: Page, holds: str) -> None:
    """Wait until an expression holds; asked again and again from outside, since the page's policy lets nothing be evaluated in it."""
    for _ in range(100):
        if page.evaluate(holds):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"never held: {holds}")


@pytest.mark.parametrize("name", ["shipped", "hostile"])
def test_opens_from_disk_without_network_or_error(browser: object, files: dict[str, Path], name: str) -> None:
    """The page asks for itself only, the console stays empty, nothing of an article runs."""
    watched = Watched(browser, files[name])
    wait_until(watched.page, "document.documentElement.classList.contains('js')")
    assert watched.asked == [files[name].as_uri()] and watched.said == []
    watched.page.close()


def test_hostile_articles_stay_text(browser: object, files: dict[str, Path]) -> None:
    """No element, handler or address of an article is in the page's tree, and its script stands there as words."""
    page = Watched(browser, files["hostile"]).page
    assert page.evaluate("document.querySelectorAll('img, iframe, svg[onload], [onerror], [href^=javascript]').length") == 0
    assert page.evaluate("document.scripts.length") == 1
    assert "<script>alert(1)</script> Troops" in page.inner_text("#texts")
    assert "\u202e" not in page.content()
    page.close()


def test_highlights_switch(page: Page) -> None:
    """Choosing an axis leaves its marks only; none leaves none; a group marks its names; an article can be put away."""
    mark = page.locator(".text > p > .ref.ax-a").first
    other = page.locator(".text > p > .ref.ax-b").first
    assert mark.is_visible() and other.is_visible()
    page.check("#mark-b")
    assert not mark.is_visible() and other.is_visible()
    page.check("#mark-none")
    assert not other.is_visible()
    assert page.eval_on_selector(".reader mark", "one => getComputedStyle(one).textDecorationLine") == "none"
    page.check("#who-1")
    assert page.eval_on_selector(".reader .g1", "one => getComputedStyle(one).outlineStyle") == "solid"
    page.locator("[id^=see-]").first.uncheck()
    assert not page.locator(".reader > article").first.is_visible()


def test_link_to_a_folded_passage_opens_it(page: Page) -> None:
    """A link of the overview shows the reason of its evidence, even in an article that was put away."""
    page.locator("[id^=see-]").nth(4).uncheck()
    number = page.locator(".reader > article").nth(4).locator("li[id^=n]").first.get_attribute("id")
    page.evaluate(f"location.hash = '{number}'")
    wait_until(page, f"document.getElementById('{number}').checkVisibility()")
    assert page.locator(f"#{number}").is_visible()


def test_columns_scroll_together(page: Page) -> None:
    """With the switch on, scrolling one article moves the next; with it off it stays."""
    first, second = page.locator(".reader > article").nth(0), page.locator(".reader > article").nth(1)
    first.hover()
    page.mouse.wheel(0, 900)
    wait_until(page, "document.querySelectorAll('.reader > article')[1].scrollTop > 100")
    page.uncheck("#together")
    before = second.evaluate("one => one.scrollTop")
    first.hover()
    page.mouse.wheel(0, 900)
    wait_until(page, "document.querySelectorAll('.reader > article')[0].scrollTop > 1000")
    assert second.evaluate("one => one.scrollTop") == before


def test_keyboard_path(page: Page) -> None:
    """Tab reaches the skip link, then the contents; a fold opens and a switch changes by keys; the focus shows."""
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.url.endswith("#overview")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#overview') !== null")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    fold = page.locator("#overview .key summary").first
    fold.focus()
    page.keyboard.press("Enter")
    assert page.locator("#overview .key li a").first.is_visible()
    page.focus("#mark-all")
    page.keyboard.press("ArrowDown")
    assert page.is_checked("#mark-a")


def test_reads_without_script(browser: object, files: dict[str, Path]) -> None:
    """Without scripts all articles are there, switches work, and nothing that needs a script is shown."""
    context = browser.new_context(java_script_enabled=False)  # type: ignore[attr-defined]
    page = context.new_page()
    page.goto(files["shipped"].as_uri())
    assert page.locator(".reader > article:visible").count() == 5
    assert page.locator(".scripted:visible").count() == 0
    page.check("#mark-none")
    assert page.locator(".reader .ref:visible").count() == 0
    context.close()


SEEN_AS = [("pair", "light", 1280), ("pair", "dark", 360), ("many", "dark", 1280), ("many", "light", 360)]


@pytest.mark.parametrize(("name", "scheme", "width"), SEEN_AS)
def test_no_fault_for_assistive_technology(browser: object, files: dict[str, Path], name: str, scheme: str, width: int) -> None:
    """axe-core finds nothing against WCAG 2.2 AA nor its best practices, on few and many articles, with everything unfolded."""
    page = Watched(browser, files[name], color_scheme=scheme, viewport={"width": width, "height": 900}).page
    page.click("#unfold")
    found = axe.Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]})
    assert [(one["id"], [node["html"][:200] for node in one["nodes"][:3]]) for one in found.response["violations"]] == []
    page.close()


def test_print_hides_controls_and_says_what_is_missing(page: Page) -> None:
    """On paper there are no controls, no contents and no folded part; a long table says that it is the first rows of more."""
    page.emulate_media(media="print")
    assert not page.locator("nav").is_visible() and page.locator(".switches:visible").count() == 0
    assert page.locator("#texts details:not([open]):visible").count() == 0
    assert re.search(r"The first 8 of \d+ claims", page.inner_text("#coverage"))


def test_the_rest_of_a_long_table_shows(page: Page) -> None:
    """Of many claims the first stand there; the switch shows the others, by keyboard, and so do a link into them and a filter."""
    last = page.locator("#coverage tbody tr").last
    assert page.locator("#coverage tbody tr:visible").count() == 8 and not last.is_visible()
    page.locator("#coverage .more input").focus()
    page.keyboard.press("Space")
    assert last.is_visible()
    page.keyboard.press("Space")
    assert not last.is_visible()
    page.evaluate(f"location.hash = '{last.get_attribute('id')}'")
    wait_until(page, f"document.getElementById('{last.get_attribute('id')}').checkVisibility()")


def test_filter_finds_what_is_not_shown_yet(page: Page) -> None:
    """A word in the filter finds its rows in the whole table, not only in the rows shown first."""
    word = page.locator("#coverage tbody tr .tag").last.text_content()
    page.fill("#coverage input[type=search]", str(word))
    assert page.locator("#coverage tbody tr").last.is_visible()


def test_many_articles_have_small_figures_that_sort(browser: object, files: dict[str, Path]) -> None:
    """Of many articles every one with a figure is a row; a heading puts them in order of their position, by number."""
    page = Watched(browser, files["many"]).page
    positions = "[...document.querySelectorAll('.strips tbody td:nth-child(2)')].map(cell => cell.dataset.sort).filter(Boolean).map(Number)"
    page.locator(".strips thead button").nth(1).click()
    page.locator(".strips thead button").nth(1).click()
    found = page.evaluate(positions)
    assert len(found) > 6 and found == sorted(found, reverse=True)
    page.close()


def test_contents_tell_where_the_reader_is(page: Page) -> None:
    """The entry of the section that is read is marked for eyes and for a screen reader."""
    page.evaluate("location.hash = 'speaking'")
    wait_until(page, "document.querySelector('nav [aria-current]')?.hash === '#speaking'")
    assert page.locator("nav [aria-current]").count() == 1


@pytest.mark.parametrize("name", ["shipped", "many"])
@pytest.mark.parametrize("width", [360, 1024, 1920])
def test_fits_the_screen(browser: object, files: dict[str, Path], name: str, width: int) -> None:
    """Nothing is wider than the screen, whatever its width."""
    page = Watched(browser, files[name], viewport={"width": width, "height": 900}).page
    page.click("#unfold")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert re.search(r"of \d+ outlets", page.inner_text("#overview"))
    page.close()
