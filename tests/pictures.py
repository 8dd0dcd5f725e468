"""The README's pictures, taken of the kept reports in a headless browser: `python -m tests.pictures`, or `make pictures`."""

import shutil
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import sync_playwright

REPORTS = Path(__file__).parent.parent / "reports"


class Picture(NamedTuple):
    """One picture: the page it is of and where on it, its file, its size in pixels, light or dark."""

    page: str
    file: str
    width: int
    height: int
    at: str = ""
    scheme: str = "light"


PICTURES = (
    Picture("us-iraq-dialogue/report.html", "us-iraq-dialogue/report.png", 1150, 1250),
    Picture("port-sabel-march/report.html", "port-sabel-march/report.png", 1150, 1250, scheme="dark"),
    Picture("port-sabel-march/report.html", "port-sabel-march/texts.png", 1150, 900, at="texts"),
    Picture("classroom/teacher/key.html", "classroom-key.png", 900, 900),
)


def take_pictures() -> None:
    """Take all pictures; nothing else in reports/ changes."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for one in PICTURES:
            page = browser.new_page(
                viewport={"width": one.width, "height": one.height},
                color_scheme="dark" if one.scheme == "dark" else "light",
                reduced_motion="reduce",
            )
            page.goto((REPORTS / one.page).as_uri() + (f"#{one.at}" if one.at else ""))
            page.screenshot(path=REPORTS / one.file)
            page.close()
        browser.close()


if __name__ == "__main__":
    take_pictures()
